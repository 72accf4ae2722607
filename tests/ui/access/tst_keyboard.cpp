// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_order.h"
#include "window_gallery.h"

#include <QScrollArea>

using namespace console;

namespace {

QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName().isEmpty() ? widget->property("text").toString() : widget->objectName();
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget->metaObject()->className()), name);
}

/// The widget as it stands in its window, with a little of what is around it; the Tab key brings it into view.
QImage pictureOf(QWidget *widget)
{
    for (auto *holder = widget->parentWidget(); holder; holder = holder->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(holder))
            area->ensureWidgetVisible(widget);
    }
    const QRect place(widget->mapTo(widget->window(), QPoint(0, 0)), widget->size());
    return widget->window()->grab(place.adjusted(-3, -3, 3, 3)).toImage();
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The main window has a ring of its own, with a test of its own.
    void theTabKeyGoesAsTheEyeDoesInEveryDialog()
    {
        QStringList complaints;
        int stops = 0;
        WindowGallery gallery([&](const QString &state, QWidget *window) {
            if (!qobject_cast<QDialog *>(window))
                return;
            const auto all = ReadingOrder::tabStops(window);
            stops += int(all.size());
            for (qsizetype i = 1; i < all.size(); ++i) {
                if (!ReadingOrder::isBefore(all.at(i - 1), all.at(i)))
                    complaints.append(
                        QStringLiteral("%1: %2 is left for %3").arg(state, nameOf(all.at(i - 1)), nameOf(all.at(i))));
            }
        });
        QVERIFY(gallery.walk());
        for (const auto &complaint : std::as_const(complaints))
            qWarning().noquote() << complaint;
        QVERIFY(complaints.isEmpty());
        QVERIFY(stops > 60);
    }

    void focusIsSeenWhereverItIs()
    {
        QStringList complaints;
        QSet<QString> seen;
        WindowGallery gallery([&](const QString &state, QWidget *window) {
            if (qobject_cast<QMenu *>(window))
                return;
            window->setAttribute(Qt::WA_KeyboardFocusChange); // as after a press of the Tab key
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window));
            for (auto *widget : ReadingOrder::tabStops(window)) {
                if (seen.contains(nameOf(widget)))
                    continue;
                seen.insert(nameOf(widget));
                if (auto *focused = window->focusWidget())
                    focused->clearFocus();
                const QImage without = pictureOf(widget);
                widget->setFocus(Qt::TabFocusReason);
                QVERIFY2(widget->hasFocus(), qPrintable(nameOf(widget)));
                if (pictureOf(widget) == without)
                    complaints.append(QStringLiteral("%1: %2").arg(state, nameOf(widget)));
            }
        });
        QVERIFY(gallery.walk());
        for (const auto &complaint : std::as_const(complaints))
            qWarning().noquote() << complaint;
        QVERIFY(complaints.isEmpty());
        QVERIFY(seen.size() > 60);
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
