// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace console {

/// A piece of a text that looks like somebody's.
struct TextShape
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool isName = false;
};

enum class ShapedIds { Not, Too };

/// What in a text of others looks like somebody's, whoever that is: numbers of seven digits or more, also in groups,
/// e-mail addresses, handles, what follows the host of a web address, and words that are written as a name: two or more
/// with a capital letter behind each other, or one behind a title. With \a ids, also UUIDs and words of 16 letters and
/// digits or more. A name that is written otherwise has no shape: one word, small or only capital letters, a script
/// without capitals. Pseudonyms of ours are no shape. In order, without overlaps. Thread: any.
QList<TextShape> personalShapes(const QString &text, ShapedIds ids = ShapedIds::Not);

} // namespace console
