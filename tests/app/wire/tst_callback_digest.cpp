// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/callback_decoder.h"

#include <QTest>

using namespace console;

namespace {

const QByteArray kBase
    = R"({"request_id":"R1","channel":"RCS","identity":"46701","capability_status":"CAPABILITY_PARTIAL",)"
      R"("channel_capabilities":["A","B"],"reason":{"code":"UNKNOWN","description":"why"},"x":1})";

QByteArray digestOf(const QByteArray &notification)
{
    const auto decoded = decodeCallback(R"({"app_id":"A1","capability_notification":)" + notification + '}');
    const auto *read = std::get_if<CapabilityNotification>(&decoded);
    return read ? read->digest : QByteArray();
}

} // namespace

/// Equal digests mean the same notification sent again: a retry. Anything else is a conflict.
class TestCallbackDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEqualFor_data();
    void isEqualFor();
    void differsFor_data();
    void differsFor();
    void isEqualInEmptyAndAbsentMembersInsideLists();
    void staysEqualWhenOnlyTheEnvelopeChanges();
    void readsDeepNesting();
};

void TestCallbackDigest::isEqualFor_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("the same bytes") << kBase;
    QTest::newRow("another order of members") << QByteArray(
        R"({"x":1,"reason":{"description":"why","code":"UNKNOWN"},"channel_capabilities":["A","B"],)"
        R"("capability_status":"CAPABILITY_PARTIAL","identity":"46701","channel":"RCS","request_id":"R1"})");
    QByteArray spaced = kBase;
    QTest::newRow("white space") << spaced.replace(",", " ,\n\t ").replace(":", " : ");
    QByteArray escaped = kBase;
    QTest::newRow("escaped letters") << escaped.replace("46701", "\\u00346701");
    QByteArray number = kBase;
    QTest::newRow("another way to write a number") << number.replace("\"x\":1", "\"x\":1.0");
    for (const char *empty : {R"("contact_id":"",)", R"("contact_id":null,)", R"("more":[],)", R"("more":{},)",
                              R"("more":{"a":"","b":null},)"}) {
        QByteArray with = kBase;
        QTest::addRow("with %s", empty) << with.insert(1, empty);
    }
    QByteArray inside = kBase;
    QTest::newRow("an empty member of the reason") << inside.replace(R"("code":)", R"("sub_code":"","code":)");
}

void TestCallbackDigest::isEqualFor()
{
    QFETCH(QByteArray, other);
    QVERIFY(!digestOf(kBase).isEmpty());
    QCOMPARE(digestOf(other), digestOf(kBase));
}

void TestCallbackDigest::differsFor_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *tag, const char *from, const char *to) {
        QTest::newRow(tag) << QByteArray(from) << QByteArray(to);
    };
    row("another request", "R1", "R2");
    row("another channel", "\"RCS\"", "\"SMS\"");
    row("another identity", "46701", "46702");
    row("another status", "CAPABILITY_PARTIAL", "CAPABILITY_FULL");
    row("capabilities in another order", R"(["A","B"])", R"(["B","A"])");
    row("one capability less", R"(["A","B"])", R"(["A"])");
    row("no capabilities", R"(["A","B"])", "[]");
    row("another reason", "UNKNOWN", "BAD_REQUEST");
    row("another description", "\"why\"", "\"Why\"");
    row("a reason that is a text", R"({"code":"UNKNOWN","description":"why"})", "\"UNKNOWN\"");
    row("another member that nobody knows", "\"x\":1", "\"x\":2");
    row("a member of another type", "\"x\":1", "\"x\":\"1\"");
    row("nought instead of nothing", "\"x\":1", "\"x\":0");
    row("false instead of nothing", "\"x\":1", "\"x\":false");
    row("one member more", "\"x\":1", "\"x\":1,\"y\":1");
}

void TestCallbackDigest::differsFor()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray other = kBase;
    other.replace(from, to);
    QVERIFY(other != kBase);
    QVERIFY(!digestOf(other).isEmpty());
    QVERIFY(digestOf(other) != digestOf(kBase));
    QByteArray without = kBase;
    QVERIFY(digestOf(other) != digestOf(without.replace(",\"x\":1", "")));
}

void TestCallbackDigest::isEqualInEmptyAndAbsentMembersInsideLists()
{
    const QByteArray without = R"({"channel":"RCS","more":[{"channel_identity":{"channel":"RCS"}},"",null]})";
    const QByteArray with
        = R"({"channel":"RCS","more":[{"channel_identity":{"channel":"RCS","app_id":""},"display_name":""},"",null]})";
    QCOMPARE(digestOf(with), digestOf(without));
    QVERIFY(digestOf(with) != digestOf(R"({"channel":"RCS","more":[{"channel_identity":{"channel":"RCS"}},null]})"));
}

void TestCallbackDigest::staysEqualWhenOnlyTheEnvelopeChanges()
{
    const auto other = decodeCallback(
        R"({"app_id":"A2","accepted_time":"2026-01-02T03:04:05Z","capability_notification":)" + kBase + '}');
    QCOMPARE(std::get<CapabilityNotification>(other).digest, digestOf(kBase));
    const auto flat = decodeCallback(kBase);
    QCOMPARE(std::get<CapabilityNotification>(flat).digest, digestOf(kBase));
}

void TestCallbackDigest::readsDeepNesting()
{
    const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
    QVERIFY(!digestOf(R"({"channel":"RCS","x":)" + deep + '}').isEmpty());
}

QTEST_GUILESS_MAIN(TestCallbackDigest)
#include "tst_callback_digest.moc"
