// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/row_rules.h"

namespace console {

RowRules::RowRules(const ColumnStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_minutely.setInterval(std::chrono::minutes(1));
    connect(&m_minutely, &QTimer::timeout, this, [this] {
        makeReady();
        Q_EMIT changed();
    });
}

void RowRules::setRules(const QList<ColorRule> &rules)
{
    m_rules = rules;
    makeReady();
    Q_EMIT changed();
}

void RowRules::setNames(const FilterNames &names)
{
    m_names = names;
    makeReady();
}

std::optional<FilterError> RowRules::problemOf(const QString &filter) const
{
    const auto parsed = Filter::parse(filter, m_clock.now(), m_names);
    if (!parsed)
        return parsed.error();
    if (parsed->matchesAll())
        return FilterError {0, 0, tr("Without a filter, all rows would have this colour.")};
    if (parsed->needsBodies())
        return FilterError {0, filter.size(), tr("raw: reads stored bodies, which takes too long for a colour.")};
    return std::nullopt;
}

void RowRules::makeReady()
{
    m_ready.clear();
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (!m_rules[i].isOn || problemOf(m_rules[i].filter))
            continue;
        const auto filter = Filter::parse(m_rules[i].filter, m_clock.now(), m_names);
        m_ready.push_back({i, Predicate(*filter, m_store)});
    }
    m_ready.empty() ? m_minutely.stop() : m_minutely.start();
}

const ColorRule *RowRules::ruleFor(qint64 id)
{
    if (id <= 0)
        return nullptr;
    for (Ready &one : m_ready) {
        if (one.predicate.matches(quint32(id)))
            return &m_rules[one.rule];
    }
    return nullptr;
}

} // namespace console
