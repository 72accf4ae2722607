// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter.h"
#include "settings/color_rule.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace console {

class CheckedField;

/// The colour rules in their order, and the one that is chosen in fields. What is wrong with a filter stands below it,
/// and the dialog stays open until it is put right. Thread: GUI.
class ColorRulesDialog final : public QDialog
{
    Q_OBJECT

public:
    using ProblemOf = std::function<std::optional<FilterError>(const QString &filter)>;

    ColorRulesDialog(const QList<ColorRule> &rules, ProblemOf problemOf, QWidget *parent = nullptr);

    /// After accepted().
    QList<ColorRule> rules() const { return m_rules; }
    void accept() override;

private:
    QWidget *makeList();
    QWidget *makeFields();
    void add();
    void remove();
    void move(int by);
    void fillList(int chosen);
    void showChosen();
    void takeFields();
    void showRow(int row);
    bool showProblem();

    QList<ColorRule> m_rules;
    ProblemOf m_problemOf;
    QListWidget *m_list = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QWidget *m_fields = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_filter = nullptr;
    CheckedField *m_nameRow = nullptr;
    CheckedField *m_filterRow = nullptr;
    QComboBox *m_color = nullptr;
    bool m_isFilling = false;
};

/// "Red", translated.
QString colorName(RowColor color);

} // namespace console
