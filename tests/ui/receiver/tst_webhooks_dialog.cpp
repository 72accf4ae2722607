// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/webhooks_dialog.h"
#include "ui/theme/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

const QUrl kTarget(QStringLiteral("https://now.test/callbacks/abc"));

OwnedWebhook webhook(const char *id, OwnedWebhook::Owner owner)
{
    return {{*WebhookId::parse(QLatin1String(id)),
             {},
             QStringLiteral("https://%1.test/").arg(QLatin1String(id)),
             QStringLiteral("HTTP"),
             {QStringLiteral("CAPABILITY")},
             true},
            owner};
}

AppWebhooks listOf(int others, bool hasOurs)
{
    AppWebhooks all;
    if (hasOurs)
        all.webhooks.append(webhook("ours", OwnedWebhook::Owner::Ours));
    for (int i = 0; i < others; ++i)
        all.webhooks.append(webhook("other", OwnedWebhook::Owner::AnotherReceiver));
    return all;
}

} // namespace

class TestWebhooksDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachWebhookWithItsOwnerAndWhatIsFree()
    {
        WebhooksDialog dialog(WebhooksDialog::Purpose::Look, QStringLiteral("Support EU"), kTarget);
        dialog.setWebhooks(listOf(2, true));
        QStringList names;
        for (const auto *label : dialog.findChildren<QLabel *>(QStringLiteral("webhookTarget")))
            names += label->accessibleName();
        QCOMPARE(names.size(), 3);
        QCOMPARE(names.filter(QStringLiteral("this console")).size(), 1);
        QCOMPARE(names.filter(QStringLiteral("another receiver")).size(), 2);
        QVERIFY(places(dialog).contains(QStringLiteral("2 of 5")));
    }

    void growsWithItsList()
    {
        WebhooksDialog dialog(WebhooksDialog::Purpose::Look, QStringLiteral("Support EU"), kTarget);
        dialog.show();
        dialog.setWebhooks(listOf(4, true));
        const auto targets = dialog.findChildren<QLabel *>(QStringLiteral("webhookTarget"));
        QCOMPARE(targets.size(), 5);
        for (const auto *target : targets)
            QTRY_VERIFY(target->height() >= target->fontMetrics().height());
    }

    void onlyOursCanBeRemoved()
    {
        WebhooksDialog dialog(WebhooksDialog::Purpose::Look, QStringLiteral("Support EU"), kTarget);
        QStringList removed;
        connect(&dialog, &WebhooksDialog::removeRequested, &dialog,
                [&](const WebhookId &id) { removed += id.toString(); });
        auto all = listOf(2, true);
        all.webhooks.insert(1, webhook("before", OwnedWebhook::Owner::OursElsewhere));
        dialog.setWebhooks(all);
        const auto buttons = dialog.findChildren<QPushButton *>(QStringLiteral("removeWebhook"));
        QCOMPARE(buttons.size(), 2);
        for (auto *button : buttons)
            button->click();
        QCOMPARE(removed, QStringList({QStringLiteral("ours"), QStringLiteral("before")}));
    }

    void registersOnlyWhereThereIsAPlace_data()
    {
        QTest::addColumn<WebhooksDialog::Purpose>("purpose");
        QTest::addColumn<QUrl>("target");
        QTest::addColumn<int>("others");
        QTest::addColumn<bool>("hasOurs");
        QTest::addColumn<bool>("isPossible");
        using Purpose = WebhooksDialog::Purpose;
        QTest::newRow("a free place") << Purpose::AskFirst << kTarget << 4 << false << true;
        QTest::newRow("no place left") << Purpose::AskFirst << kTarget << 5 << false << false;
        QTest::newRow("no place left, but ours is among them") << Purpose::AskFirst << kTarget << 4 << true << true;
        QTest::newRow("ours is there already") << Purpose::Look << kTarget << 0 << true << false;
        QTest::newRow("no public URL") << Purpose::Look << QUrl() << 0 << false << false;
    }
    void registersOnlyWhereThereIsAPlace()
    {
        QFETCH(const WebhooksDialog::Purpose, purpose);
        QFETCH(const QUrl, target);
        QFETCH(const int, others);
        QFETCH(const bool, hasOurs);
        QFETCH(const bool, isPossible);
        WebhooksDialog dialog(purpose, QStringLiteral("Support EU"), target);
        dialog.setWebhooks(listOf(others, hasOurs));
        QSignalSpy asked(&dialog, &WebhooksDialog::registerRequested);
        auto *button = dialog.findChild<QPushButton *>(QStringLiteral("registerWebhook"));
        QCOMPARE(button->isEnabled(), isPossible);
        button->click();
        QCOMPARE(asked.size(), isPossible ? 1 : 0);
    }

    void aListThatCannotBeReadIsToldAndHindersNothing()
    {
        WebhooksDialog dialog(WebhooksDialog::Purpose::AskFirst, QStringLiteral("Support EU"), kTarget);
        dialog.setWebhooks(failure(Error::Kind::Timeout, QStringLiteral("late")));
        const auto *outcome = dialog.findChild<Banner *>(QStringLiteral("webhookOutcome"));
        QVERIFY(outcome->isVisibleTo(&dialog));
        QSignalSpy without(&dialog, &WebhooksDialog::withoutRequested);
        dialog.findChild<QPushButton *>(QStringLiteral("lookUpWithout"))->click();
        QCOMPARE(without.size(), 1);
        dialog.setWebhooks(listOf(1, false));
        QCOMPARE(dialog.findChildren<QLabel *>(QStringLiteral("webhookTarget")).size(), 1);
    }

private:
    static QString places(const WebhooksDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("freePlaces"))->text();
    }
};

QTEST_MAIN(TestWebhooksDialog)
#include "tst_webhooks_dialog.moc"
