// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "history/predicate.h"
#include "settings/color_rule.h"

#include <QObject>
#include <QTimer>

namespace console {

/// Tells which colour rule holds for a row. Only rows in sight are asked about, so nothing is computed ahead and what
/// changes in a row counts at once. What a rule counts from now is counted anew each minute. Thread: GUI.
class RowRules final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    RowRules(const ColumnStore &store, const Clock &clock, QObject *parent = nullptr);

    void setRules(const QList<ColorRule> &rules);
    const QList<ColorRule> &rules() const { return m_rules; }
    /// For project: and app:; the rules are read anew.
    void setNames(const FilterNames &names);
    /// Where a rule's filter cannot be used, and why.
    std::optional<FilterError> problemOf(const QString &filter) const;

    /// The first one that is on and holds; null when there is none. Stays until the next setRules().
    const ColorRule *ruleFor(qint64 id);

Q_SIGNALS:
    void changed();

private:
    struct Ready
    {
        qsizetype rule;
        Predicate predicate;
    };
    void makeReady();

    const ColumnStore &m_store;
    const Clock &m_clock;
    FilterNames m_names;
    QList<ColorRule> m_rules;
    std::vector<Ready> m_ready;
    QTimer m_minutely;
};

} // namespace console
