// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/color_rule_store.h"
#include "ui/notifications/row_rules.h"

class QWidget;

namespace console {

/// The colour rules of a profile: kept in its folder, edited in a dialog, given to the table. Thread: GUI.
class ColorRules final : public QObject
{
    Q_OBJECT

public:
    ColorRules(RowRules &rules, QWidget *parent);

    void useFolder(const QString &folder);
    void edit();
    void use(const QList<ColorRule> &rules);

private:
    RowRules &m_rules;
    QWidget *m_parent;
    std::optional<ColorRuleStore> m_store;
};

} // namespace console
