// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter.h"

#include <QTest>

using namespace console;

namespace {

const Timestamp kNow = fromMilliseconds(1'790'000'000'000); // 2026-09-21T14:13:20Z

QString textOf(const FilterNode &node)
{
    if (node.kind == FilterNode::Kind::Term) {
        QStringList values;
        for (const TextPattern &pattern : node.term.patterns)
            values.append(pattern.text());
        return values.isEmpty() ? QStringLiteral("#") : values.join(QLatin1Char('|'));
    }
    QStringList children;
    for (const FilterNode &child : node.children)
        children.append(textOf(child));
    if (node.kind == FilterNode::Kind::Not)
        return QStringLiteral("!") + children.first();
    return QLatin1Char('(')
        + children.join(node.kind == FilterNode::Kind::And ? QLatin1String(" & ") : QLatin1String(" + "))
        + QLatin1Char(')');
}

const FilterTerm &only(const Filter &filter)
{
    return filter.root().term;
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void combinesAsItReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *text, const char *tree) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
        };
        row("", "()");
        row("   ", "()");
        row("anna", "anna");
        row("anna lind", "(anna & lind)");
        row("anna and lind", "(anna & lind)");
        row("a or b c", "(a + (b & c))");
        row("a b or c d or e", "((a & b) + (c & d) + e)");
        row("(a or b) c", "((a + b) & c)");
        row("not a b", "(!a & b)");
        row("not (a b)", "!(a & b)");
        row("not not a", "!!a");
        row("NOT a OR b", "(!a + b)");
        row("a(b or c)d", "(a & (b + c) & d)");
        row("channel:RCS status:partial,none", "(RCS & partial|none)");
        row("app:\"Support EU\"", "Support EU");
        row("contact:\"say \\\"hi\\\"\"", "say \"hi\"");
        row("\"and\"", "and");
        row("12:04", "12:04");
        row("name=anna -x:y", "(name=anna & -x:y)");
        row("\"channel=RCS\"", "channel=RCS");
        row("10.0.0.1:8080", "10.0.0.1:8080");
        row("message.status:a,b or parts[].kind:\"c d\"", "(a|b + c d)");
        row("$.status:x parts[0][\"a.b\"]:y", "(x & y)");
        row("Lindqvist, Anna", "(Lindqvist, & Anna)");
        row("reason:\"\"", "");
        row("project:sandbox app:\"Support EU\" channel:RCS status:partial,none reason:CHANNEL_* identity:4670* "
            "contact:\"anna\" "
            "features:ACTION_DIAL received>-2h latency>10s is:late is:conflict is:unsigned raw:\"sms\"",
            "(sandbox & Support EU & RCS & partial|none & CHANNEL_ & 4670 & anna & ACTION_DIAL & # & # & # & # & # & "
            "sms)");
    }
    void combinesAsItReads()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        const auto filter = Filter::parse(text, kNow);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(textOf(filter->root()), tree);
        QCOMPARE(filter->matchesAll(), tree == QLatin1String("()"));
    }

    void marksThePlaceThatCannotBeRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *text, const char *marked) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(marked);
        };
        row("channel:RCS chanel:SMS x", "            ^^^^^^");
        row("channel:", "^^^^^^^^");
        row("channel: RCS", "^^^^^^^^");
        row("status:full,", "            ^");
        row("a or", "    ^");
        row("a and or b", "      ^^");
        row("or a", "^^");
        row("not", "   ^");
        row("(a b", "^");
        row("a b)", "   ^");
        row("()", " ^");
        row("contact:\"anna", "        ^^^^^");
        row("\"anna\"lind", "      ^");
        row("is:early", "   ^^^^^");
        row("is:late,early", "        ^^^^^");
        row("received>soon", "         ^^^^");
        row("received>-2x", "         ^^^");
        row("received:-2h", "^^^^^^^^");
        row("received>2026-02-30", "         ^^^^^^^^^^");
        row("latency>10", "        ^^");
        row("latency:10s", "^^^^^^^");
        row("latency>1s,2s", "           ^^");
        row("retries>-1", "        ^^");
        row("channel>RCS", "^^^^^^^");
        row("a channel=RCS", "  ^^^^^^^^");
        row("channel!=RCS", "^^^^^^^^^");
        row("a -channel:RCS", "  ^^^^^^^^^");
        row("!received>-2h", "^^^^^^^^^^");
        row("a message.status>3", "  ^^^^^^^^^^^^^^");
        row("message.status:", "^^^^^^^^^^^^^^^");
        row("raw:\"\"", "    ^^");
        row("\"\"", "^^");
    }
    void marksThePlaceThatCannotBeRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, marked);
        const auto filter = Filter::parse(text, kNow);
        QVERIFY(!filter);
        QVERIFY(!filter.error().message.isEmpty());
        QCOMPARE(QString(filter.error().position, QLatin1Char(' ')) + QString(filter.error().length, QLatin1Char('^')),
                 marked);
    }

    void bracketsWithoutEndAreRefused()
    {
        QVERIFY(!Filter::parse(QString(100'000, QLatin1Char('(')), kNow));
        QVERIFY(!Filter::parse(QStringLiteral("not ").repeated(100'000) + QLatin1Char('a'), kNow));
        QVERIFY(Filter::parse(QString(50, QLatin1Char('(')) + QLatin1Char('a') + QString(50, QLatin1Char(')')), kNow));
    }

    void timesAndDurationsAreLimits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        const qint64 none = FilterTerm().least;
        const qint64 all = FilterTerm().most;
        const qint64 now = toMilliseconds(kNow);
        const qint64 midnight = 1'789'948'800'000; // 2026-09-21
        const qint64 day = 86'400'000;
        QTest::newRow("received>-2h") << QStringLiteral("received>-2h") << now - 7'200'000 + 1 << all;
        QTest::newRow("received>=-90s") << QStringLiteral("received>=-90s") << now - 90'000 << all;
        QTest::newRow("received<-1d") << QStringLiteral("received<-1d") << none << now - day - 1;
        QTest::newRow("received:today") << QStringLiteral("received:today") << midnight << midnight + day - 1;
        QTest::newRow("received:yesterday") << QStringLiteral("received:yesterday") << midnight - day << midnight - 1;
        QTest::newRow("after a day") << QStringLiteral("received>2026-09-20") << midnight << all;
        QTest::newRow("since a day") << QStringLiteral("received>=2026-09-20") << midnight - day << all;
        QTest::newRow("before a day") << QStringLiteral("received<2026-09-20") << none << midnight - day - 1;
        QTest::newRow("up to a day") << QStringLiteral("received<=2026-09-20") << none << midnight - 1;
        QTest::newRow("a minute") << QStringLiteral("received>=2026-09-21T06:34") << midnight + 23'640'000 << all;
        QTest::newRow("with an offset") << QStringLiteral("received>=2026-09-21T06:34:00+02:00")
                                        << midnight + 16'440'000 << all;
        QTest::newRow("quoted, with a blank")
            << QStringLiteral("received>=\"2026-09-21 06:34\"") << midnight + 23'640'000 << all;
        QTest::newRow("latency>10s") << QStringLiteral("latency>10s") << qint64(10'001) << all;
        QTest::newRow("latency<=1.5s") << QStringLiteral("latency<=1.5s") << none << qint64(1'500);
        QTest::newRow("latency>=2m") << QStringLiteral("latency>=2m") << qint64(120'000) << all;
        QTest::newRow("latency<500ms") << QStringLiteral("latency<500ms") << none << qint64(499);
        QTest::newRow("retries:2") << QStringLiteral("retries:2") << qint64(2) << qint64(2);
        QTest::newRow("retries>0") << QStringLiteral("retries>0") << qint64(1) << all;
    }
    void timesAndDurationsAreLimits()
    {
        QFETCH(QString, text);
        const auto filter = Filter::parse(text, kNow);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
        QTEST(only(*filter).least, "least");
        QTEST(only(*filter).most, "most");
    }

    void onlyRawNeedsBodies()
    {
        QVERIFY(Filter::parse(QStringLiteral("a or not (b raw:x)"), kNow)->needsBodies());
        QVERIFY(!Filter::parse(QStringLiteral("a or not (b \"raw:x\")"), kNow)->needsBodies());
    }
};

QTEST_APPLESS_MAIN(TestFilterParser)
#include "tst_filter_parser.moc"
