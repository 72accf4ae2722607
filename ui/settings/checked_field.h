// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;

namespace console {

/// A field of a form with a line under it that says what is wrong with it. Thread: GUI.
class CheckedField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the field and adds a row to the form; the label becomes the field's buddy.
    CheckedField(const QString &label, QWidget *field, const QString &hint, QFormLayout *form);

    /// Empty: all is well; the hint shows again.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }
    QWidget *field() const { return m_field; }

private:
    void keepRoom(int height);

    QWidget *m_field;
    QLabel *m_line;
    QString m_hint;
    QString m_problem;
};

} // namespace console
