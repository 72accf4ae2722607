// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace console {

class IconLabel;

/// A message that stays until it is dealt with: icon, sentence, perhaps one action and a way to put it away.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape {
        Strip, ///< across a window or a panel
        Card,  ///< rounded, among other things
    };

    explicit Banner(Shape shape, QWidget *parent = nullptr);

    /// The accessible name, unless one was set, is the text.
    void setMessage(Tone tone, Icon icon, const QString &text);
    QString text() const;
    /// An empty text takes the button away.
    void setAction(const QString &text);
    /// A quieter button before it.
    void setMore(const QString &text);
    void setDismissible(bool isDismissible);

    QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();
    void moreTriggered();
    /// The banner has hidden itself.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tintText();

    Shape m_shape;
    Tone m_tone = Tone::Info;
    IconLabel *m_icon;
    QLabel *m_text;
    QString m_message;
    QPushButton *m_more;
    QPushButton *m_action;
    QToolButton *m_dismiss;
};

} // namespace console
