// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_status.h"

#include "ui/main_window/kind_look.h"
#include "ui/main_window/project_controller.h"
#include "ui/masking/masker.h"
#include "ui/notifications/history_totals.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/status_chip.h"
#include "ui/theme/type_scale.h"

#include <QLocale>

namespace console {

WindowStatus::WindowStatus(ProjectController &projects, HistoryTotals &totals, QWidget *parent)
    : QStatusBar(parent)
    , m_projects(projects)
    , m_totals(totals)
    , m_masked(new StatusChip({Icon::EyeOff, tr("Personal data masked"), Tone::Warn}, this))
    , m_kind(add("statusKind"))
    , m_receiver(add("statusReceiver"))
    , m_rejected(add("statusRejected"))
    , m_history(add("statusHistory"))
{
    setSizeGripEnabled(false);
    m_masked->setObjectName(QStringLiteral("maskedChip"));
    m_masked->setToolTip(tr("Names, identities and notes stand as pseudonyms (Ctrl+Shift+M). What is copied is true."));
    insertWidget(0, m_masked);
    connect(&Masker::instance(), &Masker::changed, this, &WindowStatus::showMasking);
    showMasking();
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

void WindowStatus::showMasking()
{
    m_masked->setVisible(Masker::instance().isOn());
}

void WindowStatus::showTotals()
{
    const QLocale locale;
    const auto &counts = m_totals.counts();
    const qint64 others = counts.otherEvents + counts.unreadable;
    const QString rejected = tr("%1 rejected").arg(locale.toString(counts.rejectedTotal()));
    //: Callbacks that were refused, and those that were kept but are no answers: together they stand at the tab
    m_rejected->setText(others > 0 ? tr("%1, %2 other").arg(rejected, locale.toString(others)) : rejected);
    m_rejected->setToolTip(tr("Callbacks that were refused: %1. Other events: %2. Unreadable bodies: %3.")
                               .arg(locale.toString(counts.rejectedTotal()), locale.toString(counts.otherEvents),
                                    locale.toString(counts.unreadable)));
    //: Number of notifications, size of the file
    m_history->setText(tr("history %1 · %2")
                           .arg(locale.toString(m_totals.counts().notifications),
                                locale.formattedDataSize(m_totals.fileBytes(), 1, QLocale::DataSizeTraditionalFormat)));
}

} // namespace console
