// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace console {

/// Muted names at the start, their values beside them.
class KeyValueGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueGrid(QWidget *parent = nullptr);

    /// Wraps. Both return the label of the value, whose buddy the name is.
    QLabel *addProse(const QString &name, const QString &value);
    /// One line, elided in the middle.
    QLabel *addId(const QString &name, const QString &value);
    void clear();

private:
    QLabel *addRow(const QString &name, QLabel *value);

    QGridLayout *m_layout;
};

} // namespace console
