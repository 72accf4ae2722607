// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"
#include "ui/theme/tokens.h"

#include <QAbstractListModel>

namespace console {

/// The lookups of late, newest first, with their state at the present time; all, or those that hold what was typed. The
/// first of each day carries the day.
/// Thread: GUI.
class RecentLookupsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole + 1, ///< "3 of 4, VIBERBM silent 42 s"
        IconRole,                     ///< int of Icon
        ToneRole,                     ///< int of Tone; amber once an open lookup is late
        AgeRole,                      ///< "4 min ago"
        DayRole,                      ///< "Today", on the first lookup of a day; empty otherwise
    };

    explicit RecentLookupsModel(LookupService &lookups, QObject *parent = nullptr);

    void setAmberAfter(std::chrono::seconds amberAfter);
    void reload();
    /// Each word is looked for in the name, the identities with their channels, and the ids. Empty: all of them.
    void setFilter(const QString &typed);
    /// Time went by: ages and silences read differently.
    void tick();
    /// One of them waits for something.
    bool hasOpen() const;
    const Lookup &at(int row) const { return m_lookups.at(row); }
    int rowOf(const RequestId &requestId) const; ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void onAdded(const Lookup &lookup);
    void onChanged(const Lookup &lookup);
    void onRemoved(const RequestId &requestId);
    Tone toneOf(const LookupProgress &progress) const;
    QString dayOf(int row) const;
    bool isWanted(const Lookup &lookup) const;

    LookupService &m_service;
    QList<Lookup> m_lookups;
    std::chrono::seconds m_amberAfter {10};
    QStringList m_words;
};

} // namespace console
