// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/color_rules_dialog.h"

#include "ui/masking/masker.h"
#include "ui/masking/private_field.h"
#include "ui/notifications/private_filter.h"
#include "ui/settings/checked_field.h"
#include "ui/theme/buttons.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace console {

namespace {

constexpr int kSwatch = 16;

QIcon swatch(RowColor color, const QWidget *widget)
{
    const Colors &colors = colorsOf(widget);
    QPixmap picture(kSwatch, kSwatch);
    picture.fill(colors.rowTint(int(color)));
    QPainter painter(&picture);
    painter.setPen(colors.strongBorder);
    painter.drawRect(0, 0, kSwatch - 1, kSwatch - 1);
    return picture;
}

} // namespace

QString colorName(RowColor color)
{
    switch (color) {
    case RowColor::Red:
        return ColorRulesDialog::tr("Red");
    case RowColor::Orange:
        return ColorRulesDialog::tr("Orange");
    case RowColor::Yellow:
        return ColorRulesDialog::tr("Yellow");
    case RowColor::Green:
        return ColorRulesDialog::tr("Green");
    case RowColor::Teal:
        return ColorRulesDialog::tr("Teal");
    case RowColor::Blue:
        return ColorRulesDialog::tr("Blue");
    case RowColor::Purple:
        return ColorRulesDialog::tr("Purple");
    case RowColor::Pink:
        return ColorRulesDialog::tr("Pink");
    }
    return {};
}

ColorRulesDialog::ColorRulesDialog(const QList<ColorRule> &rules, ProblemOf problemOf, QWidget *parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_problemOf(std::move(problemOf))
{
    setObjectName(QStringLiteral("colorRulesDialog"));
    setWindowTitle(tr("Colour rules"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *hint = makeCaption(tr("Rows that a filter lets through get its colour; the first rule that holds counts. Its "
                                "name stands in the row's tool tip."),
                             this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addWidget(makeList(), 1);
    column->addWidget(makeFields());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setButtonRole(buttons->button(QDialogButtonBox::Ok), ButtonRole::Primary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ColorRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(480);
    fillList(0);
}

QWidget *ColorRulesDialog::makeList()
{
    auto *part = new QWidget(this);
    auto *row = makeRow(part, 2 * kGrid);
    m_list = new QListWidget(part);
    m_list->setObjectName(QStringLiteral("colorRules"));
    m_list->setAccessibleName(tr("Colour rules"));
    m_list->setMinimumHeight(4 * kRowHeight);
    row->addWidget(m_list, 1);
    auto *buttons = makeColumn(nullptr, kGrid);
    auto *added = makeIconButton(QStringLiteral("addColorRule"), Icon::Plus, tr("Add a rule"), part);
    m_remove = makeIconButton(QStringLiteral("removeColorRule"), Icon::Trash, tr("Remove the rule"), part);
    m_up = makeIconButton(QStringLiteral("colorRuleUp"), Icon::ArrowUp, tr("Move the rule up"), part);
    m_down = makeIconButton(QStringLiteral("colorRuleDown"), Icon::ArrowDown, tr("Move the rule down"), part);
    for (auto *button : {added, m_remove, m_up, m_down}) {
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    row->addLayout(buttons);
    connect(added, &QToolButton::clicked, this, &ColorRulesDialog::add);
    connect(m_remove, &QToolButton::clicked, this, &ColorRulesDialog::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColorRulesDialog::showChosen);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_isFilling)
            m_rules[m_list->row(item)].isOn = item->checkState() == Qt::Checked;
    });
    return part;
}

QWidget *ColorRulesDialog::makeFields()
{
    m_fields = new QWidget(this);
    auto *form = spaced(new QFormLayout(m_fields), 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = new QLineEdit(m_fields);
    m_name->setObjectName(QStringLiteral("colorRuleName"));
    m_nameRow = new CheckedField(tr("&Name"), m_name, QString(), form);
    m_filter = new QLineEdit(m_fields);
    m_filter->setObjectName(QStringLiteral("colorRuleFilter"));
    m_filter->setPlaceholderText(QStringLiteral("status:none channel:RCS"));
    keepPrivate(m_filter, mayNameSomebody);
    m_filterRow = new CheckedField(tr("&Filter"), m_filter, tr("As in the filter line over the table."), form);
    m_color = new QComboBox(m_fields);
    m_color->setObjectName(QStringLiteral("colorRuleColor"));
    for (int i = 0; i < kRowColors; ++i)
        m_color->addItem(swatch(RowColor(i), this), colorName(RowColor(i)), i);
    form->addRow(tr("&Colour"), m_color);
    centreLabels(form);
    connect(m_name, &QLineEdit::textEdited, this, &ColorRulesDialog::takeFields);
    connect(m_filter, &QLineEdit::textEdited, this, &ColorRulesDialog::takeFields);
    connect(m_filter, &QLineEdit::editingFinished, this, &ColorRulesDialog::showProblem);
    connect(m_color, &QComboBox::activated, this, &ColorRulesDialog::takeFields);
    return m_fields;
}

void ColorRulesDialog::fillList(int chosen)
{
    m_isFilling = true;
    m_list->clear();
    for (int row = 0; row < m_rules.size(); ++row) {
        m_list->addItem(new QListWidgetItem);
        showRow(row);
    }
    m_list->setCurrentRow(std::min(chosen, int(m_rules.size()) - 1));
    m_isFilling = false;
    showChosen();
}

void ColorRulesDialog::showRow(int row)
{
    const ColorRule &rule = m_rules[row];
    auto *item = m_list->item(row);
    item->setText(rule.name.isEmpty() ? tr("Without a name") : rule.name);
    item->setIcon(swatch(rule.color, this));
    item->setCheckState(rule.isOn ? Qt::Checked : Qt::Unchecked);
    const bool isHidden = Masker::instance().isOn() && mayNameSomebody(rule.filter);
    const QString filter = isHidden ? QString(QChar(0x2026)) : rule.filter;
    item->setToolTip(filter);
    //: a rule as it is read aloud: name, colour, filter
    item->setData(Qt::AccessibleTextRole, tr("%1, %2, %3").arg(item->text(), colorName(rule.color), filter));
}

void ColorRulesDialog::showChosen()
{
    if (m_isFilling)
        return;
    const int row = m_list->currentRow();
    m_fields->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_rules.size());
    const ColorRule rule = m_rules.value(row);
    m_name->setText(rule.name);
    m_filter->setText(rule.filter);
    m_color->setCurrentIndex(int(rule.color));
    m_nameRow->setProblem({});
    m_filterRow->setProblem({});
    if (!rule.filter.isEmpty())
        showProblem();
}

void ColorRulesDialog::takeFields()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    ColorRule &rule = m_rules[row];
    rule.name = m_name->text().trimmed();
    rule.filter = m_filter->text().trimmed();
    rule.color = RowColor(m_color->currentData().toInt());
    m_isFilling = true;
    showRow(row);
    m_isFilling = false;
}

/// \returns whether the chosen rule has one.
bool ColorRulesDialog::showProblem()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return false;
    const auto error = m_problemOf(m_rules[row].filter);
    const QString place = error ? m_rules[row].filter.mid(error->position, error->length) : QString();
    m_filterRow->setProblem(!error                ? QString()
                                : place.isEmpty() ? error->message
                                                  : tr("“%1”: %2").arg(place, error->message));
    m_nameRow->setProblem(
        m_rules[row].name.isEmpty() ? tr("A rule needs a name: it is told where colours are not seen.") : QString());
    growToFit(this);
    return error || m_rules[row].name.isEmpty();
}

void ColorRulesDialog::add()
{
    constexpr qsizetype kUnusedFirst = 2; // yellow: seen well, and not an alarm
    ColorRule rule;
    rule.color = RowColor((kUnusedFirst + m_rules.size()) % kRowColors);
    m_rules.append(rule);
    fillList(int(m_rules.size()) - 1);
    m_name->setFocus();
}

void ColorRulesDialog::remove()
{
    const int row = m_list->currentRow();
    m_rules.removeAt(row);
    fillList(std::max(0, row - 1));
}

void ColorRulesDialog::move(int by)
{
    const int row = m_list->currentRow();
    m_rules.swapItemsAt(row, row + by);
    fillList(row + by);
}

void ColorRulesDialog::accept()
{
    for (int row = 0; row < m_rules.size(); ++row) {
        if (!m_rules[row].name.isEmpty() && !m_problemOf(m_rules[row].filter))
            continue;
        m_list->setCurrentRow(row);
        showProblem();
        (m_rules[row].name.isEmpty() ? m_name : m_filter)->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace console
