// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/gap_notice.h"

#include "lookup/missed_answers.h"
#include "ui/main_window/project_controller.h"
#include "ui/masking/masker.h"
#include "ui/query/lookup_drafts.h"
#include "ui/theme/banner.h"

#include <QSet>

namespace console {

namespace {
constexpr qsizetype kMostNames = 3;
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
    return m_gap ? missedBy(*m_gap) : QList<Lookup>();
}

QList<Lookup> GapNotice::missedBy(const ReceiverGap &gap) const
{
    auto own = lookupsHitBy(gap, m_lookups.recent(), m_lookups.clock().now());
    own.removeIf([this](const Lookup &lookup) { return textOf(lookup.projectId) != m_projects.selected().projectId; });
    return own;
}

GapStory GapNotice::tell(const QList<ReceiverGap> &gaps) const
{
    GapStory story {gapsSentence(gaps), {}, {}, m_mayAskAgain};
    QSet<RequestId> known;
    for (const ReceiverGap &gap : gaps) {
        const auto lookups = missedBy(gap);
        for (const Lookup &lookup : lookups) {
            if (!known.contains(lookup.requestId))
                story.missed.append({lookup, recipientText(Masker::instance().shown(lookup))});
            known.insert(lookup.requestId);
        }
    }
    QStringList names;
    for (const auto &one : story.missed.mid(0, kMostNames))
        names.append(one.name);
    if (story.missed.size() > kMostNames)
        names.append(QStringLiteral("…"));
    if (!names.isEmpty())
        //: %1 are the names of those that were asked about
        story.cost = tr("It may have cost answers about %1.").arg(names.join(QLatin1String(", ")));
    return story;
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
