// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;

namespace console {

class RecentLookupsModel;
class SearchField;

/// The list of recent lookups: found by typing, chosen with mouse or keyboard, asked again. Thread: GUI.
class RecentLookups final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentLookups(LookupService &lookups, QWidget *parent = nullptr);

    void setAmberAfter(std::chrono::seconds amberAfter);
    void reload();
    /// Makes it the chosen one without telling of it; none when it is not here.
    void mark(const std::optional<RequestId> &requestId);
    /// The project that can be asked now: lookups of others cannot be asked again from here.
    void setProject(const std::optional<ProjectId> &project);
    /// Asks for the chosen one again; off when it cannot be.
    QAction *againAction() const { return m_again; }

Q_SIGNALS:
    void selected(const console::Lookup &lookup);
    void againRequested(const console::LookupDraft &draft);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void onAdded(const Lookup &lookup);
    void onTyped();
    bool canAsk(const Lookup &lookup) const;
    void lookUpAgain();
    void onClicked(const QModelIndex &index);
    void onCurrentChanged(const QModelIndex &current);
    void showMenu(const QPoint &position);
    void showState();

    LookupService &m_service;
    RecentLookupsModel *m_model;
    SearchField *m_find;
    QListView *m_list;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QAction *m_again;
    QTimer m_ticker;
    std::optional<ProjectId> m_project;
    bool m_isRestoring = false; ///< the list was filtered: who was chosen stays so
    bool m_isAnnounced = false; ///< the press that moved the current row has told of it already
};

} // namespace console
