// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/task_dialog.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace console {

namespace {
constexpr int kSteps = 1'000;
}

TaskDialog::TaskDialog(const QString &title, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_progress(new QProgressBar(this))
    , m_outcome(new Banner(Banner::Shape::Card, this))
{
    setObjectName(QStringLiteral("taskDialog"));
    setWindowTitle(title);
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    column->addWidget(makeProse(what, this));
    m_progress->setObjectName(QStringLiteral("taskProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, kSteps);
    column->addWidget(m_progress);
    m_outcome->setObjectName(QStringLiteral("taskOutcome"));
    m_outcome->hide();
    column->addWidget(m_outcome);
    auto *buttons = new QDialogButtonBox(this);
    m_close = makeButton(QStringLiteral("closeTask"), tr("Cancel"), this);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &TaskDialog::reject);
    setMinimumWidth(460);
}

void TaskDialog::run(Work work)
{
    m_isRunning = true;
    const Progress progress = [this](double share) {
        QMetaObject::invokeMethod(
            m_progress, [bar = m_progress, share] { bar->setValue(int(share * kSteps)); }, Qt::QueuedConnection);
        return !m_task.isCancelled();
    };
    m_task.run([work = std::move(work), progress] { return work(progress); })
        | then(this, [this](const Result<QString> &outcome) { finish(outcome); });
}

void TaskDialog::finish(const Result<QString> &outcome)
{
    m_isRunning = false;
    m_progress->hide();
    m_close->setText(tr("Close"));
    if (outcome)
        m_outcome->setMessage(Tone::Ok, Icon::Check, *outcome);
    else if (outcome.error().kind == Error::Kind::Cancelled)
        m_outcome->setMessage(Tone::Neutral, Icon::TriangleAlert, tr("Cancelled."));
    else
        m_outcome->setMessage(Tone::Bad, Icon::TriangleAlert, outcome.error().detail);
    m_outcome->show();
    growToFit(this);
    Q_EMIT ended();
}

void TaskDialog::reject()
{
    if (m_isRunning)
        m_task.cancel(); // the dialog stays and says so
    else
        QDialog::reject();
}

} // namespace console
