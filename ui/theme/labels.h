// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace console {

/// Labels by what they say in a panel. Their colours follow the palette by role.
QLabel *makeTitle(const QString &text, QWidget *parent);        ///< of a panel
QLabel *makeHeadline(const QString &text, QWidget *parent);     ///< the answer; wraps
QLabel *makeSectionLabel(const QString &text, QWidget *parent); ///< small capitals over a group
QLabel *makeCaption(const QString &text, QWidget *parent);      ///< small and muted
QLabel *makeProse(const QString &text, QWidget *parent);        ///< wraps; can be selected

void setMuted(QLabel *label);
/// Lets a long path of fields, an address or an id break, which a label would cut off: after dots, slashes and brackets, else
/// anywhere.
/// For words that are shown, not for those that are copied: the marks in between have no width, but are there.
QString breakable(const QString &text);
/// With places to break; a label without words takes no room.
void setWords(QLabel *label, const QString &text);

/// A line of one pixel across the panel.
QWidget *makeHairline(QWidget *parent);

} // namespace console
