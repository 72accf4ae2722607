// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/key_value_grid.h"

#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/wrapped_label.h"

#include <QGridLayout>

namespace console {

KeyValueGrid::KeyValueGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(16);
    m_layout->setVerticalSpacing(6);
    m_layout->setColumnStretch(1, 1);
}

QLabel *KeyValueGrid::addProse(const QString &name, const QString &value)
{
    return addRow(name, makeProse(value, this));
}

QLabel *KeyValueGrid::addId(const QString &name, const QString &value)
{
    return addRow(name, new ElidedLabel(value, Qt::ElideMiddle, this));
}

QLabel *KeyValueGrid::addRow(const QString &name, QLabel *value)
{
    auto *key = new WrappedLabel(name, this);
    key->setTextFormat(Qt::PlainText);
    setMuted(key);
    key->setBuddy(value);
    value->setAccessibleName(name + QStringLiteral(": ") + value->text());
    const int row = m_layout->rowCount();
    m_layout->addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addWidget(value, row, 1, Qt::AlignTop);
    return value;
}

void KeyValueGrid::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace console
