// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpacerItem;

namespace console {

/// What stands where nothing is yet: a picture, what is missing, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty action text takes the button away.
    void setContent(Icon icon, const QString &title, const QString &sentence, const QString &action = {});

    QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon = Icon::Inbox;
    QSpacerItem *m_picture; ///< gives way first where there is little height
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace console
