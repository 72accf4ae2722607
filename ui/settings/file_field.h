// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace console {

/// The path of a file that is there: typed, or chosen in the desktop's dialog. Thread: GUI.
class FileField : public QWidget
{
    Q_OBJECT

public:
    FileField(const QString &objectName, const QString &name, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &path);
    QLineEdit *line() const { return m_line; }
    QPushButton *button() const { return m_choose; }

Q_SIGNALS:
    /// Another path, by somebody who is done with typing it.
    void edited();

private:
    void choose();

    QString m_name;
    QLineEdit *m_line;
    QPushButton *m_choose;
};

} // namespace console
