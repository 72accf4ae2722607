// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/history/background_task.h"

#include <QDialog>

#include <functional>

class QProgressBar;
class QPushButton;

namespace console {

class Banner;

/// Shows how far a long piece of work is, lets it be cancelled, and says how it ended. Thread: GUI; the work is done in
/// another, which is waited for when the dialog goes.
class TaskDialog : public QDialog
{
    Q_OBJECT

public:
    /// How much is done, from 0 to 1; called in the work's thread. False: it is to stop.
    using Progress = std::function<bool(double share)>;
    /// \returns what was done, in a sentence.
    using Work = std::function<Result<QString>(const Progress &)>;

    TaskDialog(const QString &title, const QString &what, QWidget *parent = nullptr);
    void run(Work work);

    void reject() override;

Q_SIGNALS:
    /// Done, failed or cancelled: the dialog says so until it is closed.
    void ended();

private:
    void finish(const Result<QString> &outcome);

    BackgroundTask m_task;
    QProgressBar *m_progress;
    Banner *m_outcome;
    QPushButton *m_close;
    bool m_isRunning = false;
};

} // namespace console
