// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractScrollArea;
class QPushButton;

namespace console {

/// The button over the top of a table that counts the rows which arrived above what is looked at. It stays there when the
/// table moves, as when plots above it come and go. Thread: GUI.
class NewRowsPill : public QObject
{
    Q_OBJECT

public:
    /// \param table  inside of \a page, at any depth.
    NewRowsPill(QAbstractScrollArea *table, QWidget *page);

    void setCount(int rows);

Q_SIGNALS:
    void clicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QAbstractScrollArea *m_table;
    QWidget *m_page;
    QPushButton *m_button;
};

} // namespace console
