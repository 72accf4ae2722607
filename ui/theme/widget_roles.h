// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QFrame;
class QWidget;

namespace console {

/// How loud a button is. One primary button a panel: the accent colour is spent on the main action.
enum class ButtonRole {
    Plain,   ///< framed
    Primary, ///< filled with the accent
    Quiet,   ///< no frame until the pointer or the focus comes: beside tables, in banners
    Danger,  ///< framed, its word in the colour of trouble: takes something away
};

void setButtonRole(QAbstractButton *button, ButtonRole role);
ButtonRole buttonRole(const QWidget *button);

/// Lower controls, for tool rows and banners.
void setCompact(QWidget *control);
bool isCompact(const QWidget *control);

/// A view or scroll area that shows its frame only while it has the focus.
void setBareFrame(QFrame *frame);
bool hasBareFrame(const QWidget *frame);

/// Where the keyboard enters the pane around it.
void setPaneEntry(QWidget *widget);
bool isPaneEntry(const QWidget *widget);

/// A field whose content is refused shows it at its border; say why beside it.
void setFieldInvalid(QWidget *field, bool isInvalid);
bool isFieldInvalid(const QWidget *field);

} // namespace console
