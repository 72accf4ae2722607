// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_receiver.h"

#include <QDir>
#include <QTest>

using namespace console;

Q_DECLARE_METATYPE(mode_t)

namespace {

constexpr mode_t kAll = 0700;
constexpr mode_t kReadOnly = 0500;
constexpr mode_t kNothing = 0;

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

/// The real receiver, run by somebody whom permissions hold back.
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canDropRights())
            QSKIP("root may not become anybody else here, and permissions do not hold root back");
    }
    void init() { m_receiver = std::make_unique<FaultyReceiver>(FaultyReceiver::Rights::None); }
    void cleanup()
    {
        if (m_receiver)
            setMode(m_receiver->folder(), kAll);
        m_receiver.reset();
    }

    void startsOnlyWhereItMayWrite_data()
    {
        QTest::addColumn<QString>("name"); // empty: the folder
        QTest::addColumn<mode_t>("mode");
        QTest::addColumn<bool>("hasHistory");
        QTest::newRow("a new history in a folder without write permission") << QString() << kReadOnly << false;
        QTest::newRow("a history in a folder without write permission") << QString() << kReadOnly << true;
        QTest::newRow("a folder that may not even be looked into") << QString() << kNothing << true;
        QTest::newRow("a file without write permission") << QStringLiteral("history.sqlite") << mode_t(0400) << true;
        QTest::newRow("a file that may not be read") << QStringLiteral("history.sqlite") << kNothing << true;
    }
    void startsOnlyWhereItMayWrite()
    {
        QFETCH(QString, name);
        QFETCH(mode_t, mode);
        QFETCH(bool, hasHistory);
        if (hasHistory) {
            QVERIFY(m_receiver->start());
            QCOMPARE(m_receiver->post(), 200);
            QCOMPARE(m_receiver->stop(), 0);
        }
        const QString held = QDir(m_receiver->folder()).filePath(name);
        const auto before = filesIn(m_receiver->folder());
        setMode(held, mode);
        QVERIFY(!m_receiver->start());
        QCOMPARE(m_receiver->program().wait(), 6);
        QVERIFY2(m_receiver->errors().contains(QFile::encodeName(m_receiver->database())),
                 m_receiver->errors().constData());
        QVERIFY2(m_receiver->errors().contains("ermission denied") || m_receiver->errors().contains("readonly"),
                 m_receiver->errors().constData());
        setMode(held, name.isEmpty() ? kAll : mode_t(0600));
        QCOMPARE(filesIn(m_receiver->folder()), before);
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        endsWithWhatItClaimed();
    }

    void answers503UntilThePermissionComesBack_data()
    {
        QTest::addColumn<mode_t>("mode");
        QTest::addColumn<bool>("isFileGone");
        QTest::newRow("a history that is gone, in a folder without write permission") << kReadOnly << true;
        QTest::newRow("a folder that may not be looked into any more") << kNothing << false;
    }
    void answers503UntilThePermissionComesBack()
    {
        QFETCH(mode_t, mode);
        QFETCH(bool, isFileGone);
        QVERIFY(m_receiver->start());
        if (isFileGone) {
            for (const char *ending : {"", "-wal", "-shm"})
                QVERIFY(QFile::remove(m_receiver->database() + QLatin1String(ending)));
        } else {
            QCOMPARE(m_receiver->post(), 200);
        }
        setMode(m_receiver->folder(), mode);
        const auto refused = FaultyReceiver::newCallback();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(m_receiver->post(i == 0 ? refused : FaultyReceiver::newCallback()), 503);
        QVERIFY(m_receiver->lastAnswer().contains("Retry-After: 5\r\n"));
        QVERIFY2(m_receiver->errors().contains(QFile::encodeName(m_receiver->database())),
                 m_receiver->errors().constData());
        setMode(m_receiver->folder(), kAll);
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->post(refused), 200, 2000);
        QVERIFY(m_receiver->errors().contains("are stored again"));
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        QVERIFY(m_receiver->stored().contains(m_receiver->claimed()));
    }

    void whatIsOpenAlreadyIsWrittenOn()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        setMode(m_receiver->folder(), kReadOnly);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(m_receiver->post(), 200);
        m_receiver->program().kill();
        QVERIFY(m_receiver->stored().contains(m_receiver->claimed())); // while nobody may write
        setMode(m_receiver->folder(), kAll);
        QVERIFY(m_receiver->start());
        endsWithWhatItClaimed();
    }

    void aHistoryIsReadWhereNobodyMayWrite()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        setMode(m_receiver->database(), 0400);
        setMode(m_receiver->folder(), kReadOnly);
        const auto before = filesIn(m_receiver->folder());
        QCOMPARE(m_receiver->stored(), m_receiver->claimed());
        QCOMPARE(filesIn(m_receiver->folder()), before);
    }

private:
    void endsWithWhatItClaimed()
    {
        QCOMPARE(m_receiver->stop(), 0);
        QCOMPARE(m_receiver->stored(), m_receiver->claimed());
    }

    std::unique_ptr<FaultyReceiver> m_receiver;
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
