// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace console {

class HistoryTotals;
class ProjectController;
class StatusChip;

/// The bottom of the window: whether personal data is masked, kind, receiver, refused callbacks, size of the history. Thread: GUI.
class WindowStatus : public QStatusBar
{
    Q_OBJECT

public:
    WindowStatus(ProjectController &projects, HistoryTotals &totals, QWidget *parent = nullptr);

private:
    QLabel *add(const char *objectName);
    void showProject();
    void showTotals();
    void showMasking();

    ProjectController &m_projects;
    HistoryTotals &m_totals;
    StatusChip *m_masked;
    QLabel *m_kind;
    QLabel *m_receiver;
    QLabel *m_rejected;
    QLabel *m_history;
};

} // namespace console
