// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_status.h"

#include "ui/main_window/kind_look.h"
#include "ui/main_window/project_controller.h"
#include "ui/notifications/history_totals.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/type_scale.h"

#include <QLocale>

namespace console {

WindowStatus::WindowStatus(ProjectController &projects, HistoryTotals &totals, QWidget *parent)
    : QStatusBar(parent)
    , m_projects(projects)
    , m_totals(totals)
    , m_kind(add("statusKind"))
    , m_receiver(add("statusReceiver"))
    , m_rejected(add("statusRejected"))
    , m_history(add("statusHistory"))
{
    setSizeGripEnabled(false);
    m_kind->setFont(strongFont(font()));
    connect(&projects, &ProjectController::selectionChanged, this, &WindowStatus::showProject);
    connect(&projects, &ProjectController::receiverChanged, this, &WindowStatus::showProject);
    connect(&totals, &HistoryTotals::changed, this, &WindowStatus::showTotals);
    showProject();
    showTotals();
}

QLabel *WindowStatus::add(const char *objectName)
{
    auto *label = new ElidedLabel(Qt::ElideRight, this);
    label->setObjectName(QLatin1String(objectName));
    label->setContentsMargins(8, 4, 8, 4);
    setMuted(label);
    addWidget(label);
    return label;
}

void WindowStatus::showProject()
{
    m_kind->setText(kindSentence(m_projects.selected().kind));
    m_receiver->setText(receiverSentence(m_projects.receiverView()));
}

void WindowStatus::showTotals()
{
    const QLocale locale;
    m_rejected->setText(tr("%1 rejected").arg(locale.toString(m_totals.counts().rejectedTotal())));
    //: Number of notifications, size of the file
    m_history->setText(tr("history %1 · %2")
                           .arg(locale.toString(m_totals.counts().notifications),
                                locale.formattedDataSize(m_totals.fileBytes(), 1, QLocale::DataSizeTraditionalFormat)));
}

} // namespace console
