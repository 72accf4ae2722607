// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checked_field.h"

#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace console {

namespace {
constexpr int kLineGap = 2; // between a field and its line
}

CheckedField::CheckedField(const QString &label, QWidget *field, const QString &hint, QFormLayout *form)
    : QWidget(form->parentWidget())
    , m_field(field)
    , m_line(makeCaption(hint, this))
    , m_hint(hint)
{
    QWidget *const shown = field->focusProxy() ? field->focusProxy() : field;
    auto *column = makeColumn(this, kLineGap);
    auto *name = new QLabel(label, form->parentWidget());
    name->setBuddy(shown);
    const bool isBeside = qobject_cast<QComboBox *>(field);
    if (isBeside) {
        // Its name is its current text: assistive technology finds it by its label, which has to be its sibling.
        auto *both = spaced(new QVBoxLayout, kLineGap);
        both->addWidget(field);
        both->addWidget(this);
        form->addRow(name, both);
    } else {
        shown->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        column->addWidget(field);
        form->addRow(name, this);
    }
    column->addWidget(m_line);
    m_line->setWordWrap(true);
    m_line->setVisible(!hint.isEmpty());
    keepRoom(m_line->fontMetrics().lineSpacing());
}

/// What is wrong is said without moving the fields below.
void CheckedField::keepRoom(int height)
{
    QSizePolicy policy = m_line->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_line->setSizePolicy(policy);
    m_line->setMinimumHeight(std::max(height, m_line->minimumHeight()));
}

void CheckedField::setProblem(const QString &problem)
{
    const QString text = problem.isEmpty() ? m_hint : problem;
    if (m_line->isVisible() && m_line->text() != text)
        keepRoom(m_line->height()); // a hint may have more lines
    m_problem = problem;
    QWidget *shown = m_field->focusProxy() ? m_field->focusProxy() : m_field;
    setFieldInvalid(shown, !problem.isEmpty());
    shown->setAccessibleDescription(text);
    m_line->setText(text);
    m_line->setVisible(!m_line->text().isEmpty());
    m_line->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    QPalette palette;
    if (!problem.isEmpty())
        palette.setColor(QPalette::WindowText, colorsOf(this->palette()).tone(Tone::Bad).text);
    m_line->setPalette(palette);
}

} // namespace console
