// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"
#include "ui/notifications/notification_columns.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <optional>

namespace console {

class HistoryAccess;

/// The columns that show something of the stored bodies. Bodies are not in memory: those of rows in sight are read and
/// searched on the reader's thread, a screenful at a time, and the values of the last ones are kept. Thread: GUI.
class JsonColumns final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = kJsonSlots;
    static constexpr int kKept = 2'000; ///< rows

    explicit JsonColumns(QObject *parent = nullptr);

    /// Until then, no cell has a value. It outlives this.
    void open(HistoryAccess &history);
    /// By slot; nothing where there is none.
    const std::optional<JsonPath> &path(int slot) const { return m_paths[size_t(slot)]; }
    QStringList texts() const; ///< of all paths
    /// Into the first slot that is free; one that is there already stays where it is. Nothing: all are taken.
    std::optional<int> add(const JsonPath &path);
    void remove(int slot);
    /// Of those among columns of the table that are such, in their order.
    QList<JsonPath> pathsOf(const QList<int> &columns) const;

    /// Nothing while it is being read: changed() follows. Null: not there.
    std::optional<QString> value(qint64 id, int slot);

Q_SIGNALS:
    void columnsChanged();
    void changed(const QList<qint64> &ids);

private:
    void restart();
    void readWanted();

    HistoryAccess *m_history = nullptr;
    std::array<std::optional<JsonPath>, kMost> m_paths;
    QCache<qint64, QStringList> m_values {kKept}; ///< a text a slot
    QList<qint64> m_wanted;                       ///< those that were asked for last stand last
    QTimer m_pause;
    bool m_isReading = false;
    int m_generation = 0;
};

} // namespace console
