// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace console {

/// The list of contacts, whose rows end with a star that can be pressed. Thread: GUI.
class ContactListView final : public QListView
{
    Q_OBJECT

public:
    explicit ContactListView(QWidget *parent = nullptr);

Q_SIGNALS:
    void starPressed(const QModelIndex &index);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QModelIndex starAt(const QPoint &position) const;

    QPersistentModelIndex m_pressed;
};

} // namespace console
