// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/detail/detail_panel.h"
#include "ui/notifications/notifications_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace console;

/// The window where the organisation's settings cannot be read.
class TestClosedWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAndNothingElse()
    {
        QTemporaryDir folder;
        const auto managed = ManagedSettings::parse("{", QStringLiteral("/etc/capability-console/policies.json"));
        RunningConsole console(folder.path(), {}, managed);
        QCoreApplication::processEvents();
        const QString shown = textsOf(console.window());
        QVERIFY2(shown.contains(QStringLiteral("policies.json, line 1")), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("organisation cannot be read: nothing can be looked up")),
                 qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("Receiver off")), qPrintable(shown));
        QVERIFY2(!shown.contains(QStringLiteral("tarting")), qPrintable(shown)); // it never will
        QVERIFY2(!shown.contains(QStringLiteral("nother program")), qPrintable(shown));
        QVERIFY(!console.find<QPushButton>("Look up")->isEnabled());
        for (const auto *invitation : {"press Look up", "Press Look up", "Look somebody up"})
            QVERIFY2(!shown.contains(QLatin1String(invitation)), qPrintable(shown));
        const QList<const QWidget *> panes {console.window().findChild<NotificationsPage *>(),
                                            console.window().findChild<DetailPanel *>()};
        for (const QWidget *pane : panes)
            QVERIFY2(textsOf(*pane).contains(QStringLiteral("nothing can be looked up")), qPrintable(textsOf(*pane)));
    }

private:
    static QString textsOf(const QWidget &window)
    {
        QStringList texts;
        const auto widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            texts += widget->accessibleName() + QLatin1Char(' ') + widget->accessibleDescription();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts += label->text();
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts += button->text();
            else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
                texts += choice->currentText();
        }
        return texts.join(QLatin1Char('\n'));
    }
};

QTEST_MAIN(TestClosedWindow)
#include "tst_closed_window.moc"
