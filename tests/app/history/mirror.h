// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

namespace console {

/// What a model does: it knows the rows only by what the view told.
class Mirror
{
public:
    explicit Mirror(HistoryView &view)
        : m_view(view)
    {
        QObject::connect(&view, &HistoryView::grew, [this](int first, int last) {
            for (int row = first; row <= last; ++row)
                ids.insert(row, m_view.idAt(row));
        });
        QObject::connect(&view, &HistoryView::shrank,
                         [this](int first, int last) { ids.remove(first, last - first + 1); });
        QObject::connect(&view, &HistoryView::reset, [this] {
            ids = shown();
            ++resets;
        });
        QObject::connect(&view, &HistoryView::reordered, [this] { ids = shown(); });
        QObject::connect(&view, &HistoryView::changed, [this](const QList<qint64> &some) { changed += some; });
    }
    QList<qint64> shown() const
    {
        QList<qint64> all;
        for (int row = 0; row < m_view.count(); ++row)
            all.append(m_view.idAt(row));
        return all;
    }

    QList<qint64> ids;
    QList<qint64> changed;
    int resets = 0;

private:
    HistoryView &m_view;
};

} // namespace console
