// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/filter_bar.h"

#include "history/filter_clauses.h"
#include "history/filter_words.h"
#include "ui/notifications/arrival_plot.h"
#include "ui/notifications/channel_shares.h"
#include "ui/notifications/filter_chip.h"
#include "ui/notifications/wait_plots.h"
#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/tinted_icon.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QToolButton>

namespace console {

namespace {

constexpr std::chrono::milliseconds kPace {500};
constexpr int kPlotFrom = 640;
constexpr int kLeisure = 20; // of many millions a count takes long: then seldom

/// The short words where an expression has the vendor's own.
QStringList statusWords(const QStringList &values)
{
    QStringList words;
    for (const QString &value : values) {
        const auto status = CapabilityStatus::fromText(value.toUpper());
        const auto known = std::find_if(kFilterStatusWords.begin(), kFilterStatusWords.end(),
                                        [&](const auto &one) { return one.first == status.value; });
        words.append(known == kFilterStatusWords.end() ? value : QString(latin1(known->second)));
    }
    return words;
}

} // namespace

FilterBar::FilterBar(const HistoryView &history, QWidget *parent)
    : QWidget(parent)
    , m_project(new FilterChip(QStringLiteral("projectFilter"), tr("All projects"), FilterChip::Chosen::Alone, this))
    , m_status(new FilterChip(QStringLiteral("statusFilter"), tr("Capability"), FilterChip::Chosen::WithTitle, this))
    , m_time(new FilterChip(QStringLiteral("timeFilter"), tr("Any time"), FilterChip::Chosen::Alone, this))
    , m_channels(new ChannelShares(this))
    , m_arrivals(new ArrivalPlot(this))
    , m_waits(new WaitPlots(this))
    , m_waitsButton(makeIconButton(QStringLiteral("showWaits"), Icon::Clock, tr("How long answers took"), this))
    , m_tally(new RowTally(history, this))
{
    setObjectName(QStringLiteral("filterBar"));
    makeStatusChip();
    makeTimeChip();
    auto *row = makeRow(this, 2 * kGrid, {kPanelMargin, 0, 3 * kGrid, kGrid});
    row->addWidget(m_project);
    row->addWidget(m_status);
    row->addWidget(m_time);
    row->addWidget(m_channels, 1);
    row->addWidget(m_arrivals);
    row->addWidget(m_waitsButton);
    setCompact(m_waitsButton);
    m_waitsButton->setCheckable(true);
    m_waits->hide();
    m_project->hide();
    connect(m_project, &FilterChip::toggledByUser, this, [this](const QString &name, bool isOn) {
        const QStringList names = isOn && !name.isEmpty() ? QStringList(name) : QStringList();
        Q_EMIT expressionWritten(withFilterValues(m_expression, FilterField::Project, names));
        setExpression(m_expression); // the choice that stood already stays
    });
    connect(m_waitsButton, &QToolButton::toggled, m_waits, &QWidget::setVisible);
    connect(m_waits, &WaitPlots::spanChosen, this, &FilterBar::filterWait);
    connect(m_channels, &ChannelShares::channelToggled, this,
            [this](const QString &channel, bool isOn) { toggle(FilterField::Channel, channel, isOn); });
    connect(m_arrivals, &ArrivalPlot::spanChosen, this, &FilterBar::filterSpan);
    m_count.setSingleShot(true);
    m_count.setInterval(kPace);
    connect(&m_count, &QTimer::timeout, this, &FilterBar::count);
    connect(m_tally, &RowTally::changed, this, [this] {
        if (!m_count.isActive())
            m_count.start();
    });
}

/// Where there is little room, channels come first.
void FilterBar::resizeEvent(QResizeEvent *event)
{
    m_arrivals->setVisible(width() >= kPlotFrom);
    QWidget::resizeEvent(event);
}

void FilterBar::count()
{
    QElapsedTimer taken;
    taken.start();
    if (!m_tally->countOn()) { // of many rows: the rest after whatever else is to be done
        m_counting += std::chrono::nanoseconds(taken.nsecsElapsed());
        return m_count.start(0);
    }
    const auto channels = m_tally->channels();
    m_channels->setCounts(channels);
    m_waits->setWaits(channels);
    m_arrivals->setArrivals(m_tally->arrivals(m_arrivals->mostSpans()));
    m_counting += std::chrono::nanoseconds(taken.nsecsElapsed());
    m_count.setInterval(std::max(kPace, kLeisure * std::chrono::duration_cast<std::chrono::milliseconds>(m_counting)));
    m_counting = {};
}

void FilterBar::filterSpan(const QDateTime &from, const QDateTime &to)
{
    const QString form = QStringLiteral("yyyy-MM-ddTHH:mm");
    const QString begun
        = withFilterClause(m_expression, FilterField::Received, QLatin1String(">=") + from.toString(form));
    Q_EMIT expressionWritten(begun + QStringLiteral(" received<") + to.toString(form));
}

void FilterBar::filterWait(const QString &channel, std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    QStringList clauses;
    if (from.count() > 0)
        clauses += QStringLiteral(">=%1ms").arg(from.count());
    if (to < std::chrono::milliseconds::max())
        clauses += QStringLiteral("<%1ms").arg(to.count());
    const QString ofChannel = withFilterValues(m_expression, FilterField::Channel, {channel});
    const QString begun = withFilterClause(ofChannel, FilterField::Latency, clauses.value(0));
    Q_EMIT expressionWritten(clauses.size() < 2 ? begun : begun + QStringLiteral(" latency") + clauses.at(1));
}

void FilterBar::makeStatusChip()
{
    for (const auto &[status, word] : kFilterStatusWords) {
        const ChipLook look = chipFor(CapabilityStatus::fromValue(status));
        m_status->addChoice(tintedIcon(look.icon, Ink::Muted), look.word, latin1(word));
    }
    connect(m_status, &FilterChip::toggledByUser, this,
            [this](const QString &word, bool isOn) { toggle(FilterField::Status, word, isOn); });
}

void FilterBar::makeTimeChip()
{
    m_time->addChoice({}, tr("Last hour"), QStringLiteral(">-1h"));
    m_time->addChoice({}, tr("Last 24 hours"), QStringLiteral(">-24h"));
    m_time->addChoice({}, tr("Last 7 days"), QStringLiteral(">-7d"));
    m_time->addChoice({}, tr("Today"), QStringLiteral(":today"));
    m_time->addChoice({}, tr("Yesterday"), QStringLiteral(":yesterday"));
    connect(m_time, &FilterChip::toggledByUser, this, [this](const QString &clause, bool isOn) {
        Q_EMIT expressionWritten(withFilterClause(m_expression, FilterField::Received, isOn ? clause : QString()));
    });
}

void FilterBar::setProject(const QString &name)
{
    m_project->clearChoices();
    m_project->addChoice({}, tr("This project"), name);
    m_project->addChoice({}, tr("All projects"), {});
    m_project->setVisible(!name.isEmpty());
    setExpression(m_expression);
}

void FilterBar::toggle(FilterField field, const QString &value, bool isOn)
{
    QStringList values = filterValues(m_expression, field);
    if (field == FilterField::Status)
        values = statusWords(values);
    values.removeIf([&](const QString &one) { return one.compare(value, Qt::CaseInsensitive) == 0; });
    if (isOn)
        values.append(value);
    Q_EMIT expressionWritten(withFilterValues(m_expression, field, values));
}

void FilterBar::setExpression(const QString &expression)
{
    m_expression = expression;
    m_project->setChosen(filterValues(expression, FilterField::Project));
    m_status->setChosen(statusWords(filterValues(expression, FilterField::Status)));
    const QString time = filterClause(expression, FilterField::Received);
    m_time->setChosen(time.isEmpty() ? QStringList() : QStringList(time));
    m_channels->setChosen(filterValues(expression, FilterField::Channel));
}

} // namespace console
