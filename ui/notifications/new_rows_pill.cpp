// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/new_rows_pill.h"

#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tinted_icon.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPushButton>

namespace console {

NewRowsPill::NewRowsPill(QAbstractScrollArea *table, QWidget *page)
    : QObject(page)
    , m_table(table)
    , m_page(page)
    , m_button(makeButton(QStringLiteral("newRowsPill"), Icon::ArrowUp, QString(), page, ButtonRole::Primary))
{
    setCompact(m_button);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &NewRowsPill::clicked);
    for (QWidget *widget = table; widget; widget = widget == page ? nullptr : widget->parentWidget())
        widget->installEventFilter(this);
}

void NewRowsPill::setCount(int rows)
{
    m_button->setVisible(rows > 0);
    m_button->setText(tr("%n new", nullptr, rows));
    place();
}

bool NewRowsPill::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

void NewRowsPill::place()
{
    const int top = m_table->mapTo(m_page, m_table->viewport()->pos()).y();
    m_button->resize(m_button->sizeHint());
    m_button->move((m_page->width() - m_button->width()) / 2, top + 2 * kGrid);
    m_button->raise();
}

} // namespace console
