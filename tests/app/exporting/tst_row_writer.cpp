// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/row_csv.h"
#include "exporting/row_json.h"
#include "exporting/row_writer.h"
#include "support/result_macros.h"

#include <QBuffer>
#include <QTest>

using namespace console;

class TestRowWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneJsonLineARow();
    void writesAHeaderAndCrlfForCsv();
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
