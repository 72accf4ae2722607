// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/row_csv.h"
#include "exporting/row_json.h"
#include "exporting/row_writer.h"
#include "support/result_macros.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace console;

class TestRowWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneJsonLineARow();
    void writesAHeaderAndCrlfForCsv();
    void jsonIsOneListOfAllRows();
    void anHtmlPageIsEscapedAndNeedsNothingElse();
    void pinsTagsAndNotesAreWrittenWhenAskedFor();
    void reportsADeviceThatTakesNoMore();
};

namespace {
/// A disk that is full after a few bytes.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(QStringLiteral("no space left"));
        return -1;
    }
};

QByteArray written(RowFormat format, const QList<NotificationRow> &rows, const QString &title = {},
                   RowMembers members = RowMembers::Contract)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    RowWriter writer(buffer, format, members);
    writer.setTitle(title);
    bool isWritten = writer.begin().has_value();
    for (const auto &row : rows)
        isWritten = writer.write(row).has_value() && isWritten;
    return writer.end() && isWritten ? buffer.data() : QByteArray();
}
} // namespace

void TestRowWriter::writesOneJsonLineARow()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    RowWriter writer(buffer, RowFormat::Ndjson);
    VERIFY_OK(writer.begin());
    VERIFY_OK(writer.write(sampleRow()));
    VERIFY_OK(writer.write(sampleRow()));
    const QByteArray line = encodeRowJson(sampleRow()) + '\n';
    QCOMPARE(buffer.data(), line + line);
}

void TestRowWriter::writesAHeaderAndCrlfForCsv()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    RowWriter writer(buffer, RowFormat::Csv);
    VERIFY_OK(writer.begin());
    VERIFY_OK(writer.write(sampleRow()));
    QCOMPARE(buffer.data(), csvHeader() + "\r\n" + encodeRowCsv(sampleRow()) + "\r\n");
}

void TestRowWriter::jsonIsOneListOfAllRows()
{
    for (const int rows : {0, 1, 3}) {
        const auto list = QJsonDocument::fromJson(written(RowFormat::Json, QList<NotificationRow>(rows, sampleRow())));
        QVERIFY(list.isArray());
        QCOMPARE(list.array().size(), rows);
    }
}

void TestRowWriter::anHtmlPageIsEscapedAndNeedsNothingElse()
{
    NotificationRow row = sampleRow();
    row.reason.description = QStringLiteral("<script>alert(\"1\")</script> & more");
    const QByteArray html = written(RowFormat::Html, {row, sampleRow()}, QStringLiteral("status:<none>"));
    QVERIFY(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more"));
    QVERIFY(html.contains("<title>status:&lt;none&gt;</title>"));
    QVERIFY(html.contains("2 notifications"));
    for (const char *foreign : {"<script", "http:", "https:", "src=", "url("})
        QVERIFY2(!html.contains(foreign), foreign);
    QXmlStreamReader reader(QByteArray(html).replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", ""));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestRowWriter::pinsTagsAndNotesAreWrittenWhenAskedFor()
{
    NotificationRow row = sampleRow();
    row.annotation = {true, {QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("=1+1")};
    QVERIFY(written(RowFormat::Csv, {row}, {}, RowMembers::Annotations).endsWith(",true,a b,'=1+1\r\n"));
    QVERIFY(written(RowFormat::Ndjson, {row}, {}, RowMembers::Annotations)
                .endsWith(",\"pinned\":true,\"tags\":[\"a\",\"b\"],\"note\":\"=1+1\"}\n"));
    QVERIFY(!written(RowFormat::Ndjson, {row}).contains("pinned"));
}

void TestRowWriter::reportsADeviceThatTakesNoMore()
{
    FullDevice device;
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    RowWriter writer(device, RowFormat::Csv);
    COMPARE_ERROR(writer.begin(), Error::Kind::Storage);
    COMPARE_ERROR(writer.write(sampleRow()), Error::Kind::Storage);
}

QTEST_APPLESS_MAIN(TestRowWriter)
#include "tst_row_writer.moc"
