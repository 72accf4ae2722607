// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_sorter.h"
#include "story_history.h"

#include <QTest>

#include <numeric>

using namespace console;

namespace {

/// What a column is sorted by, read from a whole row: a number, then a text.
using Key = std::pair<qint64, QString>;

qint64 reach(const CapabilityStatus &status)
{
    const QList<Capability> order {Capability::Full, Capability::Partial, Capability::Unknown, Capability::Unrecognized,
                                   Capability::None};
    return order.indexOf(status.value);
}

Key keyOf(const NotificationRow &row, SortColumn column)
{
    const auto identity = row.address.identity;
    switch (column) {
    case SortColumn::Received:
        return {row.id, {}};
    case SortColumn::Contact:
        return {0, (row.contactName.isEmpty() ? row.contactId : row.contactName).toCaseFolded()};
    case SortColumn::Channel:
        return {0, row.address.channel.raw.toCaseFolded()};
    case SortColumn::Identity:
        return {identity.size() <= 15 && identity.at(0).isDigit() ? 0 : 1, identity};
    case SortColumn::Capability:
        return {reach(row.status), row.status.raw.toCaseFolded()};
    case SortColumn::Features:
        return {row.channelCapabilities.size(), row.channelCapabilities.join(QLatin1Char(' ')).toCaseFolded()};
    case SortColumn::Reason:
        return {
            0,
            QStringList {row.reason.code.raw, row.reason.subCode.raw, row.reason.channelCode, row.reason.description}
                .join(QChar(0x1f))
                .toCaseFolded()};
    case SortColumn::Request:
        return {0, row.requestId};
    case SortColumn::Latency:
        return {row.latency ? qint64(row.latency->count()) : std::numeric_limits<qint64>::min(), {}};
    case SortColumn::Signature:
        return {int(row.signature), {}};
    case SortColumn::Project:
        return {0, row.projectId};
    case SortColumn::App:
        return {0, row.appId.toCaseFolded()};
    case SortColumn::Tags:
        return {row.annotation.tags.isEmpty() ? 1 : 0, row.annotation.tags.join(QLatin1Char(' ')).toCaseFolded()};
    }
    return {};
}

} // namespace

class TestRowSorter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_history = std::make_unique<StoryHistory>(500);
        m_loaded = std::make_unique<LoadedStore>(m_history->file.path());
        for (const NotificationRow &row : m_history->rows())
            m_rows.insert(quint32(row.id), row);
        m_newestFirst = m_rows.keys();
        std::sort(m_newestFirst.begin(), m_newestFirst.end(), std::greater<>());
    }
    void cleanupTestCase()
    {
        m_loaded.reset();
        m_history.reset();
    }

    void ordersAsAStableSortDoes_data() { columns(); }
    void ordersAsAStableSortDoes()
    {
        QFETCH(int, column);
        QFETCH(bool, isDescending);
        QCOMPARE(*sorter(column, isDescending).sort(m_newestFirst, [] { return false; }),
                 expected(column, isDescending));
    }

    void mergingGivesTheSameAsSorting_data() { columns(); }
    void mergingGivesTheSameAsSorting()
    {
        QFETCH(int, column);
        QFETCH(bool, isDescending);
        QList<quint32> some, others;
        for (const quint32 id : m_newestFirst)
            (id % 5 == 0 ? others : some).append(id);
        const auto made = sorter(column, isDescending);
        QCOMPARE(made.merge(*made.sort(some, [] { return false; }), others), expected(column, isDescending));
    }

    void equalRowsStandInTheOrderOfTheNextColumns()
    {
        using enum SortColumn;
        const SortOrder order {
            Channel, Qt::AscendingOrder, {{Capability, Qt::DescendingOrder}, {Received, Qt::AscendingOrder}}};
        const RowSorter several(m_loaded->store, order, {});
        QList<quint32> wanted = m_newestFirst;
        std::sort(wanted.begin(), wanted.end(), [&](quint32 a, quint32 b) {
            const auto keysOf = [&](quint32 id) {
                return std::pair {keyOf(m_rows[id], Channel), keyOf(m_rows[id], Capability)};
            };
            const auto [channelA, capabilityA] = keysOf(a);
            const auto [channelB, capabilityB] = keysOf(b);
            return channelA != channelB      ? channelA < channelB
                : capabilityA != capabilityB ? capabilityA > capabilityB
                                             : a < b;
        });
        QCOMPARE(*several.sort(m_newestFirst, [] { return false; }), wanted);
        QList<quint32> some, others;
        for (const quint32 id : std::as_const(m_newestFirst))
            (id % 5 == 0 ? others : some).append(id);
        QCOMPARE(several.merge(*several.sort(some, [] { return false; }), others), wanted);
    }

    void aCancelledSortEndsWithoutRows()
    {
        QVERIFY(!sorter(int(SortColumn::Latency), false).sort(m_newestFirst, [] { return true; }));
    }

    void nothingIsSortedToNothing()
    {
        QVERIFY(sorter(int(SortColumn::Contact), false).sort({}, [] { return false; })->isEmpty());
        QVERIFY(sorter(int(SortColumn::Identity), true).sort({}, [] { return false; })->isEmpty());
    }

private:
    static void columns()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("isDescending");
        const QStringList names {QStringLiteral("contact"),    QStringLiteral("channel"),  QStringLiteral("identity"),
                                 QStringLiteral("capability"), QStringLiteral("features"), QStringLiteral("reason"),
                                 QStringLiteral("request"),    QStringLiteral("latency"),  QStringLiteral("signature"),
                                 QStringLiteral("project"),    QStringLiteral("app"),      QStringLiteral("tags")};
        for (int i = 0; i < names.size(); ++i) {
            QTest::addRow("%s ascending", qPrintable(names[i])) << i + 1 << false;
            QTest::addRow("%s descending", qPrintable(names[i])) << i + 1 << true;
        }
    }
    RowSorter sorter(int column, bool isDescending)
    {
        return RowSorter(m_loaded->store, {SortColumn(column), isDescending ? Qt::DescendingOrder : Qt::AscendingOrder},
                         {});
    }
    QList<quint32> expected(int column, bool isDescending)
    {
        QList<quint32> ids = m_newestFirst;
        std::stable_sort(ids.begin(), ids.end(), [&](quint32 a, quint32 b) {
            const Key keyA = keyOf(m_rows[a], SortColumn(column));
            const Key keyB = keyOf(m_rows[b], SortColumn(column));
            return isDescending ? keyB < keyA : keyA < keyB;
        });
        return ids;
    }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<LoadedStore> m_loaded;
    QHash<quint32, NotificationRow> m_rows;
    QList<quint32> m_newestFirst;
};

QTEST_GUILESS_MAIN(TestRowSorter)
#include "tst_row_sorter.moc"
