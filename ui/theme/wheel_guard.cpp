// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QTabBar>

namespace console {

namespace {

class WheelGuard : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        const auto *widget = qobject_cast<const QWidget *>(watched);
        if (!qobject_cast<const QTabBar *>(widget) && widget && widget->hasFocus())
            return false;
        event->ignore(); // so that what is around it scrolls
        return true;
    }
};

} // namespace

void guardAgainstWheel(QWidget *widget)
{
    if (!qobject_cast<QTabBar *>(widget) && !qobject_cast<QComboBox *>(widget)
        && !qobject_cast<QAbstractSpinBox *>(widget))
        return;
    static const QPointer<WheelGuard> guard = new WheelGuard(QCoreApplication::instance());
    widget->installEventFilter(guard);
    if (widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
}

} // namespace console
