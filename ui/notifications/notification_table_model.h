// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/gap_lines.h"
#include "history/row_groups.h"
#include "ui/notifications/gap_story.h"
#include "ui/notifications/json_columns.h"
#include "ui/notifications/notification_columns.h"
#include "ui/notifications/row_rules.h"

#include <QAbstractTableModel>

namespace console {

/// All stored notifications that the filter lets through, in the order that is asked for: the rows of a HistoryView.
/// A row is made when one of its cells is asked for.
///
/// What comes at an end of the table is told at its bottom, wherever it stands, and persistent indexes are moved
/// along: so nothing has to be moved in the view. A new filter or order, or what goes, may change every row: they are told as changed,
/// between rowsAboutToBeReplaced() and rowsReplaced(). Thread: GUI.
class NotificationTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole + 2, ///< the whole NotificationRow
        MarkersRole,                ///< QString, a sentence a line
        HeadRole,                   ///< a Head where the line is one
        RuleRole,                   ///< QString: the colour rule that holds for the row
        GapRole,                    ///< a GapStory where the line tells one
    };
    enum class Replacement {
        OtherRows,  ///< of a new filter or order
        OtherPlaces ///< mostly the same rows: some went, or came in the order of a column
    };
    Q_ENUM(Replacement)
    /// What a group of rows has in common, as people read it.
    struct Head
    {
        QString title;
        int rows = 0;
        bool isOpen = false;
    };

    explicit NotificationTableModel(const Clock &clock, QObject *parent = nullptr);

    HistoryView &history() { return m_history; }
    const HistoryView &history() const { return m_history; }
    RowRules &rules() { return m_rules; }
    JsonColumns &json() { return m_json; }
    const JsonColumns &json() const { return m_json; }
    void setNames(const NotificationNames &names);
    /// Its rows are marked where they stand among those of others.
    void setSandbox(const std::optional<ProjectId> &project) { m_sandbox = project; }
    const NotificationNames &names() const { return m_names; }

    /// Rows stand under heads then; the order that was asked for holds inside a group.
    void setGroupKey(GroupKey key);
    GroupKey groupKey() const { return m_wantedKey; }
    std::optional<Head> headAt(int row) const;
    void toggleGroup(int row);

    /// In order of arrival they have lines of their own. What these say is asked for whenever it is shown.
    void setGaps(const QList<ReceiverGap> &gaps);
    void setGapTeller(GapTeller teller) { m_teller = std::move(teller); }
    std::optional<GapStory> gapAt(int row) const;
    bool isGap(int row) const;
    bool hasGapLines() const { return m_gaps.count() > 0; }

    /// What was asked for, groups apart.
    const SortOrder &order() const { return m_order; }

    qint64 idAt(int row) const;                ///< 0 where there is none, of a head and of a gap
    std::optional<int> rowOf(qint64 id) const; ///< of those that were told
    NotificationRow rowAt(int row) const { return at(row); }
    /// The text of a cell; where personal data is masked, the true one all the same.
    QString trueText(int row, NotificationColumn column) const;
    /// Also of rows that the filter hides.
    std::optional<NotificationRow> find(qint64 id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// By this column alone.
    void sort(int column, Qt::SortOrder order) override;
    void setOrder(const SortOrder &order);
    /// Also by this one, where the columns before it are equal; the other way round when it is one of them already.
    void sortAlsoBy(int column);

Q_SIGNALS:
    void rowsAboutToBeReplaced();
    void rowsReplaced(console::NotificationTableModel::Replacement what);
    /// Rows came or went; those that stayed may stand elsewhere.
    void rowsMovedAlong();

private:
    static constexpr size_t kMade = 256;

    /// While the view is being told of rows in the middle, those behind them are elsewhere already.
    struct Inserted
    {
        int first = std::numeric_limits<int>::max();
        int shift = 0;
    };

    void showGrown(int first, int last);
    void showReplaced(Replacement what);
    void tellCount();
    void tellGrowth();
    void placeGaps();
    void tellAllChanged();
    void applyOrder();
    void showChanged(const QList<qint64> &ids);
    void insertInBetween(int first, int last);
    void movePersistent(int rows);
    const NotificationRow &at(int row) const;
    const NotificationRow &shownAt(int row) const;
    void forgetMade();
    QString titleOf(int column) const;
    QVariant jsonHeader(int slot, int role) const;
    QString jsonText(const NotificationRow &row, int slot) const;
    QString shownJson(const NotificationRow &row, int slot) const;
    bool isSandboxAmongOthers(const NotificationRow &row) const;
    QVariant sandboxData(NotificationColumn column, const NotificationRow &row, int role) const;

    HistoryView m_history;
    mutable JsonColumns m_json; ///< asked for a value, it reads
    mutable RowRules m_rules;   ///< what it finds out of texts it remembers
    SortOrder m_order;
    GroupKey m_wantedKey = GroupKey::None;
    RowGroups m_groups; ///< of the rows that are shown: another key counts once they are in its order
    NotificationNames m_names;
    std::optional<ProjectId> m_sandbox;
    int m_told = 0;     ///< lines that the view knows of
    int m_toldRows = 0; ///< of the history, the same
    QTimer m_growth;    ///< until it is told of those behind the last one
    Inserted m_inserted;
    GapLines m_gaps;
    GapTeller m_teller;
    QTimer m_gapPause;                                   ///< until gaps are placed anew, while older rows come
    mutable std::array<NotificationRow, kMade> m_masked; ///< of those that were made, as they are shown
    mutable std::array<NotificationRow, kMade> m_made;   ///< rows that were asked for, by id modulo their number
};

} // namespace console

Q_DECLARE_METATYPE(console::NotificationTableModel::Head)
