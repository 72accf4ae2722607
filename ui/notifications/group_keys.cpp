// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/group_keys.h"

#include "ui/notifications/notification_table_model.h"

#include <QMenu>

#include <algorithm>

namespace console {

namespace {

QString titleOf(GroupKey key)
{
    switch (key) {
    case GroupKey::Contact:
        return columnTitle(NotificationColumn::Contact);
    case GroupKey::Lookup:
        return columnTitle(NotificationColumn::Lookup);
    case GroupKey::Channel:
        return columnTitle(NotificationColumn::Channel);
    case GroupKey::Status:
        return columnTitle(NotificationColumn::Capability);
    case GroupKey::None:
        break;
    }
    return NotificationTableModel::tr("Nothing");
}

} // namespace

QString groupWord(GroupKey key)
{
    const auto found
        = std::find_if(kGroupWords.begin(), kGroupWords.end(), [&](const auto &one) { return one.first == key; });
    return QString::fromLatin1(found->second.data(), qsizetype(found->second.size()));
}

GroupKey groupOfWord(const QString &word)
{
    for (const auto &[key, known] : kGroupWords) {
        if (word == QLatin1String(known.data(), qsizetype(known.size())))
            return key;
    }
    return GroupKey::None;
}

void fillGroupMenu(QMenu *menu, NotificationTableModel *model)
{
    menu->clear();
    for (const auto &[key, word] : kGroupWords) {
        QAction *action = menu->addAction(titleOf(key), model, [model, key = key] { model->setGroupKey(key); });
        action->setCheckable(true);
        action->setChecked(model->groupKey() == key);
    }
}

} // namespace console
