// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/rows_as_text.h"

#include <QStringList>

namespace console {

QString rowsAsText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells += model.index(row, column).data().toString().simplified();
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace console
