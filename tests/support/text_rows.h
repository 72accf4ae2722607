// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTest>

#include <initializer_list>

namespace console {

/// One row for each text, in a column "text"; the text is its tag.
inline void textRows(std::initializer_list<const char *> texts)
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : texts)
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

} // namespace console
