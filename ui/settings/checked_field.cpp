// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checked_field.h"

#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QFormLayout>
#include <QLabel>

namespace console {

CheckedField::CheckedField(const QString &label, QWidget *field, const QString &hint, QFormLayout *form)
    : QWidget(form->parentWidget())
    , m_field(field)
    , m_line(makeCaption(hint, this))
    , m_hint(hint)
{
    auto *column = makeColumn(this, 2);
    column->addWidget(field);
    column->addWidget(m_line);
    m_line->setWordWrap(true);
    m_line->setVisible(!hint.isEmpty());
    auto *name = new QLabel(label, form->parentWidget());
    name->setBuddy(field);
    if (field->focusProxy())
        name->setBuddy(field->focusProxy());
    form->addRow(name, this);
}

void CheckedField::setProblem(const QString &problem)
{
    m_problem = problem;
    QWidget *shown = m_field->focusProxy() ? m_field->focusProxy() : m_field;
    setFieldInvalid(shown, !problem.isEmpty());
    shown->setAccessibleDescription(problem.isEmpty() ? m_hint : problem);
    m_line->setText(problem.isEmpty() ? m_hint : problem);
    m_line->setVisible(!m_line->text().isEmpty());
    m_line->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    QPalette palette;
    if (!problem.isEmpty())
        palette.setColor(QPalette::WindowText, colorsOf(this->palette()).tone(Tone::Bad).text);
    m_line->setPalette(palette);
}

} // namespace console
