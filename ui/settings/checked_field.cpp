// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checked_field.h"

#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace console {

CheckedField::CheckedField(const QString &label, QWidget *field, const QString &hint, QFormLayout *form)
    : QWidget(form->parentWidget())
    , m_field(field)
    , m_line(makeCaption(hint, this))
    , m_hint(hint)
{
    QWidget *const shown = field->focusProxy() ? field->focusProxy() : field;
    auto *column = makeColumn(this, 2);
    auto *name = new QLabel(label, form->parentWidget());
    name->setBuddy(shown);
    const bool isBeside = qobject_cast<QComboBox *>(field);
    if (isBeside) {
        // Its name is its current text: assistive technology finds it by its label, which has to be its sibling.
        form->addRow(name, field);
        form->addRow(QString(), this);
    } else {
        shown->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        column->addWidget(field);
        form->addRow(name, this);
    }
    column->addWidget(m_line);
    m_line->setWordWrap(true);
    m_line->setVisible(!hint.isEmpty());
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
