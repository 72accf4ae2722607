// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/search_field.h"

#include "ui/theme/tinted_icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace console {

SearchField::SearchField(Icon icon, const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    QAction *picture = addAction(tintedIcon(icon, Ink::Muted), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    // Both are buttons for Qt; the first is only a picture, and a screen reader wants a name for each.
    for (auto *button : findChildren<QToolButton *>()) {
        const bool isPicture = button->defaultAction() == picture;
        button->setAccessibleName(isPicture ? name : tr("Clear"));
        button->setAttribute(Qt::WA_TransparentForMouseEvents, isPicture);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return event->accept();
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace console
