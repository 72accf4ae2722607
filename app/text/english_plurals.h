// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace console {

/// The English words for one of a kind, as "1 byte": texts with %n are written for many. Any other translation that is
/// installed after it is asked first. Thread: any, like every translator.
class EnglishPlurals final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation, int count) const override;
};

} // namespace console
