// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/gap_menu.h"

#include "ui/notifications/notification_table_view.h"
#include "ui/theme/tinted_icon.h"

#include <QCoreApplication>
#include <QMenu>

namespace console {

namespace {
constexpr qsizetype kMostNames = 12; ///< all are asked again, but no menu is higher than a screen
}

QMenu *makeGapMenu(const GapStory &story, NotificationTableView *table)
{
    if (story.missed.isEmpty())
        return nullptr;
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("gapMenu"));
    if (story.mayAskAgain) {
        QList<Lookup> lookups;
        for (const auto &one : story.missed)
            lookups.append(one.lookup);
        //: the lookups whose answers may be lost
        const QString title
            = QCoreApplication::translate("gaps", "Look up again (%n lookups)", nullptr, int(story.missed.size()));
        auto *again = menu->addAction(tintedIcon(Icon::Refresh), title, table,
                                      [table, lookups] { Q_EMIT table->lookUpAgainRequested(lookups); });
        again->setObjectName(QStringLiteral("lookUpMissedAgain"));
        menu->addSeparator();
    }
    for (const auto &one : story.missed.mid(0, kMostNames)) {
        QString name = one.name;
        //: %1 is whom a lookup asked about
        const QString title
            = QCoreApplication::translate("gaps", "Show the lookup of %1").arg(name.replace(u'&', QLatin1String("&&")));
        menu->addAction(title, table, [table, lookup = one.lookup] { Q_EMIT table->lookupChosen(lookup); });
    }
    return menu;
}

} // namespace console
