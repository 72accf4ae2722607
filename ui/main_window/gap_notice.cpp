// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/gap_notice.h"

#include "lookup/missed_answers.h"
#include "ui/main_window/project_controller.h"
#include "ui/theme/banner.h"

#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

QString timeText(Timestamp time)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time));
    const QString clock = local.toString(QStringLiteral("HH:mm:ss"));
    return local.date() == QDate::currentDate()
        ? clock
        : QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

} // namespace

QString gapSentence(const ReceiverGap &gap)
{
    switch (gap.kind) {
    case ReceiverGap::Kind::Slept:
        //: %1 and %2 are times
        return GapNotice::tr("The machine slept from %1 to %2, and no callback could be heard.")
            .arg(timeText(gap.from), timeText(gap.to));
    case ReceiverGap::Kind::ClockForward:
        return GapNotice::tr("The clock was set forward from %1 to %2: callbacks before that may have been refused.")
            .arg(timeText(gap.from), timeText(gap.to));
    case ReceiverGap::Kind::ClockBackward:
        return GapNotice::tr("The clock was set back from %2 to %1: callbacks before that may have been refused.")
            .arg(timeText(gap.from), timeText(gap.to));
    }
    return {};
}

GapNotice::GapNotice(ProjectController &projects, LookupService &lookups, Banner &banner, QObject *parent)
    : QObject(parent)
    , m_projects(projects)
    , m_lookups(lookups)
    , m_banner(banner)
{
    connect(&banner, &Banner::actionTriggered, this, &GapNotice::askAgain);
    connect(&banner, &Banner::dismissed, this, [this] { m_gap.reset(); });
    connect(&projects, &ProjectController::selectionChanged, this, &GapNotice::refresh);
    connect(&lookups, &LookupService::lookupChanged, this, &GapNotice::refresh);
}

void GapNotice::showGap(const ReceiverGap &gap)
{
    if (m_gap && gap.from <= m_gap->to && m_gap->from <= gap.to) // a machine that wakes for a moment and sleeps on
        m_gap = ReceiverGap {gap.kind, std::min(gap.from, m_gap->from), std::max(gap.to, m_gap->to)};
    else
        m_gap = gap;
    refresh();
}

void GapNotice::showEarlierGap(const ReceiverGap &gap)
{
    const Timestamp now = m_lookups.clock().now();
    if (gap.to + kEarlier > now && !lookupsHitBy(gap, m_lookups.recent(), now).isEmpty())
        showGap(gap);
}

QList<Lookup> GapNotice::missed() const
{
    QList<Lookup> own;
    const auto hit = m_gap ? lookupsHitBy(*m_gap, m_lookups.recent(), m_lookups.clock().now()) : QList<Lookup>();
    for (const auto &lookup : hit) {
        if (textOf(lookup.projectId) == m_projects.selected().projectId)
            own.append(lookup);
    }
    return own;
}

void GapNotice::refresh()
{
    m_banner.setVisible(m_gap.has_value());
    if (!m_gap)
        return;
    const int count = int(missed().size());
    const QString cost = count > 0 ? tr("It may have cost the answers to %n lookups.", nullptr, count)
                                   : tr("No lookup of this project misses an answer.");
    m_banner.setMessage(Tone::Warn, Icon::ClockAlert, gapSentence(*m_gap) + QLatin1Char(' ') + cost);
    m_banner.setAction(count > 0 ? tr("Look up again") : QString());
    m_banner.setDismissible(true);
}

void GapNotice::askAgain()
{
    const auto lookups = missed();
    m_gap.reset();
    refresh();
    for (const auto &lookup : lookups)
        Q_EMIT lookUpAgainRequested(lookup);
}

} // namespace console
