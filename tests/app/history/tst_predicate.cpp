// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter_cases.h"
#include "history/predicate.h"
#include "stored_count.h"
#include "story_history.h"

#include <QRegularExpression>
#include <QTest>

using namespace console;

class TestPredicate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_history = std::make_unique<StoryHistory>(600);
        m_loaded = std::make_unique<LoadedStore>(m_history->file.path());
        QVERIFY(m_history->rows().size() > 1'500);
    }
    void cleanupTestCase()
    {
        m_loaded.reset();
        m_history.reset();
    }

    void agreesWithSqlAndWithEachRow_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < filterCases().size(); ++i)
            QTest::newRow(filterCases()[i].expression) << int(i);
    }
    void agreesWithSqlAndWithEachRow()
    {
        QFETCH(int, number);
        const FilterCase &asked = filterCases()[size_t(number)];
        const std::vector<quint32> found = matching(QString::fromUtf8(asked.expression));
        QCOMPARE(qint64(found.size()), countWhere(m_history->file, asked.sql));
        QVERIFY2(!found.empty(), "a case that nothing matches shows nothing");
        QVERIFY(std::is_sorted(found.rbegin(), found.rend()));
        if (!asked.judge)
            return;
        std::vector<quint32> expected;
        for (const NotificationRow &row : m_history->rows()) {
            if (asked.judge(row))
                expected.insert(expected.begin(), quint32(row.id));
        }
        QCOMPARE(found, expected);
    }

    void plainWordsSearchAllColumns_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"anna", "RCS", "viber", "PARTIAL", "dial", "ration_missing", "131047", "24 hours",
                                 "11111111", "46", "701", "svens", "U", "01M", "ö"})
            QTest::newRow(word) << QString::fromUtf8(word);
    }
    void plainWordsSearchAllColumns()
    {
        QFETCH(QString, word);
        const QRegularExpression marks(QStringLiteral("\\p{Mn}")); // plain letters find those with marks, too
        std::vector<quint32> expected;
        for (const NotificationRow &row : m_history->rows()) {
            const QStringList columns {row.projectId,
                                       row.appId,
                                       row.contactId,
                                       row.contactName,
                                       row.contactName.normalized(QString::NormalizationForm_D).remove(marks),
                                       row.address.channel.raw,
                                       channelDisplayName(row.address.channel),
                                       row.address.identity,
                                       row.status.raw,
                                       row.channelCapabilities.join(QLatin1Char('\n')),
                                       row.reason.code.raw,
                                       row.reason.subCode.raw,
                                       row.reason.channelCode,
                                       row.reason.description,
                                       row.requestId};
            if (columns.join(QLatin1Char('\n')).contains(word, Qt::CaseInsensitive))
                expected.insert(expected.begin(), quint32(row.id));
        }
        QVERIFY(!expected.empty());
        QCOMPARE(matching(QLatin1Char('"') + word + QLatin1Char('"')), expected);
    }

    void oneRowIsJudgedAsInAScan()
    {
        Predicate predicate(filter(QStringLiteral("status:none or is:conflict")), m_loaded->store);
        const auto found = matching(QStringLiteral("status:none or is:conflict"));
        for (quint32 id = m_loaded->firstId; id <= m_loaded->lastId; ++id)
            QCOMPARE(predicate.matches(id), std::binary_search(found.rbegin(), found.rend(), id));
        QVERIFY(!predicate.matches(m_loaded->lastId + 1));
        QVERIFY(!predicate.matches(4'000'000'000));
    }

    void namesOfProjectsAndAppsAreKnown()
    {
        const FilterNames names {{{QStringLiteral("11111111-2222-4333-8444-555555555555"), QStringLiteral("Sandbox")}},
                                 {}};
        const auto named = *Filter::parse(QStringLiteral("project:sandbox"), m_history->clock.now(), names);
        QCOMPARE(collected(Predicate(named, m_loaded->store)).size(),
                 matching(QStringLiteral("project:11111111*")).size());
        QVERIFY(matching(QStringLiteral("project:sandbox")).empty());
    }

    void textsThatComeLaterAreJudgedToo()
    {
        ColumnStore store;
        Predicate predicate(filter(QStringLiteral("contact:anna or reason:NEW_REASON")), store);
        NotificationRow row;
        for (int id = 1; id <= 300; ++id) {
            row.id = id;
            row.contactName = id % 3 == 0 ? QStringLiteral("Anna %1").arg(id) : QStringLiteral("Bo %1").arg(id);
            row.reason.code.raw = id % 7 == 0 ? QStringLiteral("NEW_REASON") : QStringLiteral("REASON %1").arg(id);
            store.set(row);
            QCOMPARE(predicate.matches(quint32(id)), id % 3 == 0 || id % 7 == 0);
        }
    }

    void aPlusMakesNoDifference_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *expression : {"identity:46701234567", "identity:+46701234567", "identity:4670*",
                                       "identity:+4670*", "+46701234567", "+4670", "identity:*4567", "234567"})
            QTest::newRow(expression) << QString::fromLatin1(expression);
    }
    void aPlusMakesNoDifference()
    {
        QFETCH(QString, expression);
        ColumnStore store;
        NotificationRow row;
        row.id = 1;
        row.address.identity = QStringLiteral("+46701234567");
        store.set(row);
        row.id = 2;
        row.address.identity = QStringLiteral("46701234567");
        store.set(row);
        row.id = 3;
        row.address.identity = QStringLiteral("46701234999");
        store.set(row);
        Predicate predicate(filter(expression), store);
        QVERIFY(predicate.matches(1));
        QVERIFY(predicate.matches(2));
        QCOMPARE(predicate.matches(3),
                 expression.endsWith(QLatin1String("4670*")) || expression == QLatin1String("+4670"));
    }

private:
    Filter filter(const QString &expression)
    {
        const auto parsed = Filter::parse(expression, fromMilliseconds(1'790'000'000'000));
        return parsed ? *parsed : Filter();
    }
    std::vector<quint32> collected(Predicate predicate)
    {
        std::vector<quint32> ids;
        predicate.collect(m_loaded->firstId, m_loaded->lastId, ids);
        return ids;
    }
    std::vector<quint32> matching(const QString &expression)
    {
        return collected(
            Predicate(filter(expression), m_loaded->store, [this](quint32 first, quint32 last, const auto &consume) {
                if (!m_loaded->loader->reader().readBodies(first, last, consume))
                    qFatal("bodies cannot be read");
            }));
    }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<LoadedStore> m_loaded;
};

QTEST_GUILESS_MAIN(TestPredicate)
#include "tst_predicate.moc"
