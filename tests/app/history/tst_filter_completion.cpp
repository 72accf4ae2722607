// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_completion.h"
#include "history/filter_doubt.h"

#include <QTest>

using namespace console;

class TestFilterCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesWhatCouldStandThere_data()
    {
        QTest::addColumn<QString>("text"); // the cursor is at its end
        QTest::addColumn<QStringList>("candidates");
        QTest::addColumn<QString>("replaced");
        const auto row = [](const char *text, const QStringList &candidates, const char *replaced) {
            QTest::newRow(text) << QString::fromUtf8(text) << candidates << QString::fromUtf8(replaced);
        };
        row("re",
            {QStringLiteral("reason:"), QStringLiteral("received>"), QStringLiteral("request:"),
             QStringLiteral("retries>")},
            "re");
        row("cap", {QStringLiteral("capability:"), QStringLiteral("capability_notification.channel:")}, "cap");
        row("x $.ev", {QStringLiteral("$.event_time:")}, "$.ev");
        row("capability_notification.channel:x", {}, "capability_notification.channel:x");
        row("channel:RCS (sta", {QStringLiteral("status:")}, "sta");
        row("status:",
            {QStringLiteral("CAPABILITY_SOMETIMES"), QStringLiteral("full"), QStringLiteral("none"),
             QStringLiteral("partial"), QStringLiteral("unknown")},
            "");
        row("status:full,n", {QStringLiteral("none")}, "n");
        row("not channel:w", {QStringLiteral("WECHAT"), QStringLiteral("WHATSAPP")}, "w");
        row("contact:an", {QStringLiteral("\"Anna Lindqvist\"")}, "an");
        row("contact:\"An", {QStringLiteral("\"Anna Lindqvist\"")}, "\"An");
        row("app:", {QStringLiteral("app-2"), QStringLiteral("\"Support EU\"")}, "");
        row("features:act", {QStringLiteral("ACTION_DIAL")}, "act");
        row("is:l", {QStringLiteral("late")}, "l");
        row("is:late,d", {QStringLiteral("duplicate_members")}, "d");
        row("is:pr", {QStringLiteral("previous_secret")}, "pr");
        row("identity:46", {}, "46");
        row("nosuch:x", {}, "x");
        row("\"re", {}, "\"re");
    }
    void proposesWhatCouldStandThere()
    {
        QFETCH(QString, text);
        ColumnStore store;
        NotificationRow row;
        row.id = 1;
        row.appId = QStringLiteral("app-1");
        row.contactName = QStringLiteral("Anna Lindqvist");
        row.channelCapabilities = {QStringLiteral("ACTION_DIAL")};
        row.status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_SOMETIMES"));
        store.set(row);
        row.id = 2;
        row.appId = QStringLiteral("app-2");
        row.contactName.clear();
        store.set(row);
        const FilterNames names {{}, {{QStringLiteral("app-1"), QStringLiteral("Support EU")}}};
        const auto completion
            = completeFilter(text, text.size(), store, names,
                             {QStringLiteral("capability_notification.channel"), QStringLiteral("event_time")});
        QTEST(completion.candidates, "candidates");
        QTEST(text.mid(completion.position, completion.length), "replaced");
    }

    void aValueThatNobodyKnowsIsDoubted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("doubt"); // how it begins
        const auto row = [](const char *text, const char *doubt) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(doubt);
        };
        row("status:failed", "no status is called “failed”; known: full, partial, none, unknown, CAPABILITY_SOMETIMES");
        row("status:full,nope", "no status is called “nope”");
        row("not (channel:RCS or channel:fax)", "no channel is called “fax”; known: ");
        row("reason:BECAUSE", "no reason is called “BECAUSE”");
        for (const char *text :
             {"", "failed", "status:full,None", "status:no_capability", "status:capability_sometimes", "status:fail*",
              "channel:whatsapp", "contact:failed", "status:", "status:(", "tag:x"})
            row(text, "");
    }
    void aValueThatNobodyKnowsIsDoubted()
    {
        QFETCH(QString, text);
        QFETCH(QString, doubt);
        ColumnStore store;
        NotificationRow row;
        row.id = 1;
        row.status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_SOMETIMES"));
        store.set(row);
        const auto found = doubtfulFilterValue(text, store);
        QCOMPARE(found.has_value(), !doubt.isEmpty());
        if (found)
            QVERIFY2(found->message.startsWith(doubt), qPrintable(found->message));
    }

    void proposesNothingThatNoRowHasAnyMore()
    {
        ColumnStore store;
        NotificationRow row;
        row.contactName = QStringLiteral("Anna Lindqvist");
        row.annotation.tags = {QStringLiteral("case-17")};
        row.id = 1;
        store.set(row);
        row.id = 70'000; // in another chunk
        store.set(row);
        row.contactName = QStringLiteral("Bertil Ek");
        row.annotation.tags = {};
        row.id = 70'001;
        store.set(row);
        const auto proposed = [&store](const char *text) {
            return completeFilter(QLatin1String(text), qsizetype(qstrlen(text)), store, {}).candidates;
        };
        const QStringList anna {QStringLiteral("\"Anna Lindqvist\"")}, bertil {QStringLiteral("\"Bertil Ek\"")};
        QCOMPARE(proposed("contact:"), anna + bertil);
        store.remove(70'000);
        QCOMPARE(proposed("contact:"), anna + bertil);
        QCOMPARE(proposed("tag:"), QStringList {QStringLiteral("case-17")});
        store.remove(1);
        QCOMPARE(proposed("contact:"), bertil);
        QCOMPARE(proposed("tag:"), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestFilterCompletion)
#include "tst_filter_completion.moc"
