// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_tally.h"

#include <cmath>
#include <numeric>

namespace console {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr double kStepsPerDoubling = 24;
constexpr size_t kStepsPerSpan = 12;
constexpr qsizetype kCountedAtOnce = 131'072; // two or three milliseconds

size_t exactStepOf(qint64 milliseconds)
{
    return size_t(std::log2(double(std::max<qint64>(0, milliseconds) + 1)) * kStepsPerDoubling);
}

/// Of usual waits from a table: a logarithm for each of a million rows would be felt.
size_t stepOf(qint64 milliseconds)
{
    constexpr qint64 kUsual = 1 << 15;
    static const auto steps = [] {
        std::vector<quint16> made(kUsual);
        for (qint64 i = 0; i < kUsual; ++i)
            made[size_t(i)] = quint16(exactStepOf(i));
        return made;
    }();
    return milliseconds >= 0 && milliseconds < kUsual ? steps[size_t(milliseconds)] : exactStepOf(milliseconds);
}

std::chrono::milliseconds waitOf(size_t step)
{
    return std::chrono::milliseconds(qint64(std::exp2((double(step) + 0.5) / kStepsPerDoubling)) - 1);
}

std::optional<std::chrono::milliseconds> quantile(const std::vector<int> &waits, double share)
{
    const double all = std::accumulate(waits.begin(), waits.end(), 0.0);
    double passed = 0;
    for (size_t step = 0; step < waits.size(); ++step) {
        passed += waits[step];
        if (waits[step] > 0 && passed >= share * all)
            return waitOf(step);
    }
    return std::nullopt;
}

std::vector<int> spansOf(const std::vector<int> &steps)
{
    std::vector<int> spans((steps.size() + kStepsPerSpan - 1) / kStepsPerSpan);
    for (size_t step = 0; step < steps.size(); ++step)
        spans[step / kStepsPerSpan] += steps[step];
    return spans;
}

template <typename T>
T &grownTo(std::vector<T> &list, size_t index)
{
    if (index >= list.size())
        list.resize(index + 1);
    return list[index];
}

} // namespace

std::chrono::milliseconds RowTally::startOfWait(size_t span)
{
    // As exactStepOf() counts, the first whole millisecond of the span.
    return std::chrono::milliseconds(
        qint64(std::ceil(std::exp2(double(span * kStepsPerSpan) / kStepsPerDoubling) - 1 - 1e-9)));
}

double RowTally::spanOfWait(std::chrono::milliseconds wait)
{
    return std::log2(double(std::max<qint64>(0, wait.count()) + 1)) * kStepsPerDoubling / double(kStepsPerSpan);
}

RowTally::RowTally(const HistoryView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    connect(&view, &HistoryView::gained, this, [this](const QList<quint32> &ids) {
        for (const quint32 id : ids) {
            if (!m_isStale) // else they are among those that will be counted
                add(id);
        }
        Q_EMIT changed();
    });
    connect(&view, &HistoryView::lost, this, &RowTally::setStale);
    connect(&view, &HistoryView::reset, this, &RowTally::setStale);
}

void RowTally::setStale()
{
    m_isStale = true;
    Q_EMIT changed();
}

quint32 RowTally::channelOf(quint32 kind)
{
    const RowDictionaries &values = m_view.store().dictionaries();
    for (auto code = quint32(m_channelOf.size()); code <= kind; ++code) {
        const ChannelName &name = values.answers()[values.kinds()[code].answer].channel;
        const auto known = std::find_if(m_channels.begin(), m_channels.end(),
                                        [&](const ChannelName &one) { return one.raw == name.raw; });
        m_channelOf.push_back(quint32(known - m_channels.begin()));
        if (known == m_channels.end())
            m_channels.append(name);
    }
    return m_channelOf[kind];
}

void RowTally::addMinute(qint64 minute)
{
    if (minute != m_minute) { // rows of one minute mostly stand together
        if (m_inMinute > 0)
            m_minutes[m_minute] += m_inMinute;
        m_minute = minute;
        m_inMinute = 0;
    }
    ++m_inMinute;
}

void RowTally::add(quint32 id)
{
    const ColumnChunk &chunk = *m_view.store().chunk(ColumnChunk::numberOf(id));
    const quint32 place = ColumnChunk::rowOf(id);
    const quint32 kind = chunk.kind.at(place);
    ++grownTo(m_rowsOf, kind);
    addMinute(chunk.receivedAt.at(place) / kMinute);
    const qint64 latency = chunk.latency.at(place);
    if (latency != ColumnChunk::kNoLatency)
        ++grownTo(grownTo(m_waits, channelOf(kind)), stepOf(latency));
}

bool RowTally::countOn()
{
    if (std::exchange(m_isStale, false)) {
        m_rowsOf.clear();
        m_waits.clear();
        m_minutes.clear();
        m_inMinute = 0;
        m_toCount = m_view.idsByArrival();
        m_counted = 0;
    }
    const qsizetype end = std::min(m_toCount.size(), m_counted + kCountedAtOnce);
    for (; m_counted < end; ++m_counted)
        add(m_toCount.at(m_counted));
    if (m_counted < m_toCount.size())
        return false;
    m_toCount.clear();
    m_counted = 0;
    return true;
}

void RowTally::countAll()
{
    while (!countOn())
        continue;
}

QList<RowTally::Channel> RowTally::channels()
{
    countAll();
    const RowDictionaries &values = m_view.store().dictionaries();
    if (values.kinds().size() > 0)
        channelOf(values.kinds().size() - 1);
    QList<Channel> channels;
    for (qsizetype i = 0; i < m_channels.size(); ++i) {
        const Waits &waits = grownTo(m_waits, size_t(i));
        channels.append({m_channels[i], {}, quantile(waits, 0.5), quantile(waits, 0.95), spansOf(waits)});
    }
    for (quint32 code = 0; code < m_rowsOf.size(); ++code) {
        if (m_rowsOf[code] > 0)
            channels[channelOf(code)].rows.append(
                {values.answers()[values.kinds()[code].answer].status, m_rowsOf[code]});
    }
    return channels;
}

RowTally::Arrivals RowTally::arrivals(int mostSpans)
{
    countAll();
    addMinute(-1); // what was put aside
    m_inMinute = 0;
    if (m_minutes.isEmpty())
        return {};
    const auto [least, most] = std::minmax_element(m_minutes.keyBegin(), m_minutes.keyEnd());
    Arrivals arrivals {*least, (*most - *least) / mostSpans + 1, {}};
    arrivals.rows.resize(size_t((*most - *least) / arrivals.minutes + 1));
    for (auto minute = m_minutes.keyValueBegin(); minute != m_minutes.keyValueEnd(); ++minute)
        arrivals.rows[size_t(((*minute).first - arrivals.firstMinute) / arrivals.minutes)] += (*minute).second;
    return arrivals;
}

} // namespace console
