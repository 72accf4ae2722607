// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/history_fixture.h"
#include "exporting/row_json.h"
#include "exporting/row_telling.h"
#include "exporting/row_writer.h"
#include "support/result_macros.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

namespace {

JsonPath path(const char *text)
{
    return *JsonPath::parse(QString::fromLatin1(text));
}

const char kNumber[] = "46701234567";

/// What the contract allows and what it does not, with the person in every member and every spelling.
QByteArray plantedBody()
{
    const QByteArray number(kNumber);
    const QString wide = QString::fromLatin1(number);
    const QByteArray utf16(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    QByteArray percent, escapes;
    for (const char digit : number) {
        percent += '%' + QByteArray(1, digit).toHex();
        escapes += "\\u00" + QByteArray(1, digit).toHex();
    }
    const QByteArray more = ",\"reason\":{\"code\":\"CHANNEL_FAILURE\",\"description\":\"no route to +" + number
        + "\"},\"plain\":[\"+" + number + "\",{\"of\":\"tel:" + number + "\"}],\"number\":" + number + ",\"base64\":\""
        + number.toBase64() + "\",\"base64_inside\":\"id=" + ("x" + number).toBase64() + "\",\"url64\":\""
        + number.toBase64(QByteArray::Base64UrlEncoding) + "\",\"wide\":\"" + utf16.toBase64() + "\",\"hex\":\""
        + number.toHex() + "\",\"percent\":\"" + percent + "\",\"escaped\":\"" + escapes
        + "\",\"grouped\":\"46 70-123 45 67\"," + "\"display_name\":\"Anna Lindqvist\",\"stranger\":\"Bo\",\"" + number
        + "\":1,\"email\":\"anna@example.com\"";
    return NotificationJson {
        .identity = kNumber, .status = "NO_CAPABILITY", .contactId = "01CONTACT", .more = more.constData()}
        .enveloped();
}

} // namespace

class TestRowTelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aColumnIsCalledAsInTheTableUnlessThatNameIsTaken()
    {
        const BodyParts parts {
            {path("message.note2"), path("a.status"), path("b.status"), path("x.channel"), path("channel")}};
        QCOMPARE(extraMemberNames(parts),
                 QStringList({QStringLiteral("note2"), QStringLiteral("a.status"), QStringLiteral("b.status"),
                              QStringLiteral("x.channel"), QStringLiteral("$.channel")}));
        QCOMPARE(extraMemberNames({{}, true}).size(), 3);
        QVERIFY(extraMemberNames({}).isEmpty());
    }

    void whatTheBodyHoldsIsWrittenInTheOrderOfTheColumns()
    {
        HistoryFixture history;
        history.record(NotificationJson {.more = ",\"formula\":\"=1+1\",\"list\":[1,2]"}.flat());
        RowTelling telling(history.file.path(), {{path("list[]"), path("formula"), path("nowhere")}}, {});
        const auto told = telling.told(history.row(0));
        VERIFY_OK(told);
        QCOMPARE(told->extras, (QList<RowCell> {QStringLiteral("1, 2"), QStringLiteral("=1+1"), RowCell()}));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        RowWriter writer(buffer, RowFormat::Csv);
        writer.setExtras({QStringLiteral("list"), QStringLiteral("=formula"), QStringLiteral("nowhere")});
        VERIFY_OK(writer.begin());
        VERIFY_OK(writer.write(told->row, told->extras));
        QVERIFY2(buffer.data().contains(",list,'=formula,nowhere\r\n"), buffer.data().constData());
        QVERIFY2(buffer.data().endsWith(",\"1, 2\",'=1+1,\r\n"), buffer.data().constData());
    }

    void aBodyIsWrittenAsItCame_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("text") << NotificationJson {.more = ",\"x\":\"\xc3\xa5\\u0000\\n\""}.flat()
                              << QStringLiteral("utf-8");
        QTest::newRow("with a mark of the byte order")
            << "\xef\xbb\xbf" + NotificationJson {}.flat() << QStringLiteral("base64");
        QTest::newRow("bytes that are no text") << QByteArray("\xff\0{", 3) << QStringLiteral("base64");
    }
    void aBodyIsWrittenAsItCame()
    {
        QFETCH(QByteArray, body);
        const QByteArray headers = "Host: here\r\nauthorization: Bearer planted\r\nX-Ending: \xe5\r\n";
        const auto cells = rawCells(RawCallback {body, headers});
        QTEST(std::get<QString>(cells.at(1)), "encoding");
        const QString text = std::get<QString>(cells.at(0));
        const bool isText = std::get<QString>(cells.at(1)) == kRawAsText;
        QCOMPARE(isText ? text.toUtf8() : QByteArray::fromBase64(text.toLatin1()), body);
        QCOMPARE(std::get<QStringList>(cells.at(2)),
                 QStringList({QStringLiteral("Host: here"), QString::fromLatin1("X-Ending: \xe5")}));
    }

    void nothingOfThePersonIsLeftInARedactedBody()
    {
        HistoryFixture history;
        history.record(plantedBody());
        NotificationRow row = history.row(0);
        row.contactName = QStringLiteral("Anna Lindqvist");
        RowTelling telling(history.file.path(), {{path("capability_notification.display_name")}, true},
                           Redaction {QByteArray("key")});
        const auto told = telling.told(row);
        VERIFY_OK(told);
        const QString body = std::get<QString>(told->extras.at(1));
        QCOMPARE(std::get<QString>(told->extras.at(2)), QString(kRawRedacted));
        QCOMPARE(told->extras.at(3), RowCell()); // headers
        const QByteArray line
            = encodeRowJson(told->row, RowMembers::Contract, extraMemberNames({{path("a")}, true}), told->extras);
        const QString wide = QString::fromLatin1(kNumber);
        for (const QByteArray &secret :
             {QByteArray(kNumber), QByteArray(kNumber).toBase64(), ("x" + QByteArray(kNumber)).toBase64(),
              QByteArray(kNumber).toHex(), QByteArray("%34%36%37"), QByteArray("u0034"), QByteArray("46 70"),
              QByteArray("Anna"), QByteArray("Lindqvist"), QByteArray("Bo\""), QByteArray("anna@"),
              QByteArray("01CONTACT"), QByteArray("01EB37KMH2M6SV18ASNS3G135H"),
              QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2).toBase64()})
            QVERIFY2(!line.contains(secret), (secret + " in " + line).constData());
        const QJsonObject read = QJsonDocument::fromJson(body.toUtf8())
                                     .object()
                                     .value(QLatin1String("capability_notification"))
                                     .toObject();
        QCOMPARE(read.value(QLatin1String("capability_status")).toString(), QStringLiteral("NO_CAPABILITY"));
        QCOMPARE(read.value(QLatin1String("channel")).toString(), QStringLiteral("SMS"));
        QCOMPARE(read.value(QLatin1String("identity")).toString(), told->row.address.identity);
        QCOMPARE(read.value(QLatin1String("contact_id")).toString(), told->row.contactId);
        QCOMPARE(read.value(QLatin1String("display_name")).toString(), std::get<QString>(told->extras.at(0)));
    }

    void rowsWithoutBytesHaveNoneOfTheParts()
    {
        HistoryFixture history;
        NotificationRow row;
        row.id = 77;
        RowTelling telling(history.file.path(), {{path("a")}, true}, {});
        const auto told = telling.told(row);
        VERIFY_OK(told);
        QCOMPARE(told->extras, QList<RowCell>(4));
    }

    void aHistoryIsOpenedOnlyForBodies()
    {
        RowTelling plain(QStringLiteral("/nowhere/h.sqlite"), {}, {}),
            deep(QStringLiteral("/nowhere/h.sqlite"), {{}, true}, {});
        VERIFY_OK(plain.told({}));
        QVERIFY(!deep.told({}));
    }
};

QTEST_GUILESS_MAIN(TestRowTelling)
#include "tst_row_telling.moc"
