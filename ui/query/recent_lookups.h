// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace console {

class RecentLookupsModel;

/// The list of recent lookups: chosen with mouse or keyboard, asked again from its menu. Thread: GUI.
class RecentLookups final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentLookups(LookupService &lookups, QWidget *parent = nullptr);

    void setAmberAfter(std::chrono::seconds amberAfter);
    void reload();
    /// The project that can be asked now: lookups of others cannot be asked again from here.
    void setProject(const std::optional<ProjectId> &project) { m_project = project; }

Q_SIGNALS:
    void selected(const console::Lookup &lookup);
    void againRequested(const console::LookupDraft &draft);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void onAdded();
    void onClicked(const QModelIndex &index);
    void onCurrentChanged(const QModelIndex &current);
    void showMenu(const QPoint &position);
    void showState();

    LookupService &m_service;
    RecentLookupsModel *m_model;
    QListView *m_list;
    QStackedWidget *m_stack;
    QTimer m_ticker;
    std::optional<ProjectId> m_project;
    bool m_isAnnounced = false; ///< the press that moved the current row has told of it already
};

} // namespace console
