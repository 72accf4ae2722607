// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_keeper.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace console {

class Banner;

/// Says what a history holds about a person, and what would go and what would stay; erases it when told so, and says
/// whether the search through the file found anything afterwards. Thread: GUI.
class EraseDialog : public QDialog
{
    Q_OBJECT

public:
    /// The keeper outlives the dialog.
    EraseDialog(HistoryKeeper &keeper, const ErasedPerson &person, const QString &who, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    /// Nothing of them is in the history any more: what else remembers them should forget, too.
    void erased(const console::ErasedPerson &person);

private:
    void showPlan(const Result<ErasurePlan> &plan);
    void start();
    void showReport(const Result<ErasureReport> &report);
    void showProblem(const QString &text);

    HistoryKeeper &m_keeper;
    ErasedPerson m_person;
    QString m_who;
    QLabel *m_found;
    QProgressBar *m_progress;
    Banner *m_outcome;
    QPushButton *m_erase;
    QPushButton *m_close;
    bool m_isErasing = false;
};

} // namespace console
