// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/filter_chip.h"

#include "ui/theme/widget_roles.h"

#include <QCursor>
#include <QMenu>

namespace console {

FilterChip::FilterChip(const QString &objectName, const QString &title, Chosen chosen, QWidget *parent)
    : QPushButton(title, parent)
    , m_title(title)
    , m_shown(chosen)
{
    setObjectName(objectName);
    setAutoDefault(false);
    setCheckable(true);
    setCompact(this);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToHide, this, &FilterChip::forgetPointer);
}

QAction *FilterChip::addChoice(const QIcon &icon, const QString &text, const QString &value)
{
    QAction *action = menu()->addAction(icon, text);
    action->setCheckable(true);
    action->setData(value);
    connect(action, &QAction::triggered, this, [this, value](bool isOn) { Q_EMIT toggledByUser(value, isOn); });
    return action;
}

void FilterChip::clearChoices()
{
    menu()->clear();
}

void FilterChip::setChosen(const QStringList &values)
{
    QStringList words;
    const auto actions = menu()->actions();
    for (QAction *action : actions) {
        const QString value = action->data().toString();
        action->setChecked(value.isEmpty() ? values.isEmpty() : values.contains(value, Qt::CaseInsensitive));
        if (action->isChecked() && !value.isEmpty())
            words.append(action->text());
    }
    setChecked(!values.isEmpty());
    const QString told = (words.isEmpty() ? values : words).join(QStringLiteral(", "));
    //: %1 is a title such as "Capability", %2 what was chosen
    const QString titled = values.isEmpty() ? m_title : tr("%1: %2").arg(m_title, told);
    setText(values.isEmpty() || m_shown == Chosen::WithTitle ? titled : told);
    setAccessibleName(titled);
}

/// Qt does not tell a button that the pointer left it while its menu was open: it would look hovered for ever.
void FilterChip::forgetPointer()
{
    if (rect().contains(mapFromGlobal(QCursor::pos())))
        return;
    setAttribute(Qt::WA_UnderMouse, false);
    update();
}

QStringList FilterChip::chosen() const
{
    QStringList values;
    const auto actions = menu()->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            values.append(action->data().toString());
    }
    return values;
}

} // namespace console
