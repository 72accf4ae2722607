// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rejected_callback.h"
#include "ui/theme/chip.h"

#include <QAbstractTableModel>

namespace console {

/// One callback that is no notification, whatever the reason.
struct KeptEntry
{
    Timestamp receivedAt;
    ChipLook kind;
    QString what; ///< the cause of a refusal, the kind of an event, why a body cannot be read
    QString detail;
    QString projectId;
    QByteArray headers;
    QByteArray body;
};

KeptEntry keptEntry(const RejectedCallback &rejected);
KeptEntry otherEventEntry(const KeptCallback &event);
KeptEntry unreadableEntry(const KeptCallback &unreadable);

/// A list of them, newest first. Thread: GUI.
class KeptListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Received, Kind, What, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<KeptEntry> &entries);
    const KeptEntry &entry(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<KeptEntry> m_entries;
};

} // namespace console
