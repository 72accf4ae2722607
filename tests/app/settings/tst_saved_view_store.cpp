// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/saved_view_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestSavedViewStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsViewsInTheirOrder()
    {
        QTemporaryDir folder;
        const QList<SavedView> views {
            {QStringLiteral("Late in Spain"),
             QStringLiteral("identity:34* is:late"),
             {QStringLiteral("received")},
             QStringLiteral("latency"),
             true,
             QStringLiteral("channel"),
             {{QStringLiteral("contact"), false}, {QStringLiteral("received"), true}}},
            {QStringLiteral("Ålesund & \"co\""), QStringLiteral("contact:\"å\""), {}, {}, false}};
        QVERIFY(SavedViewStore(folder.path()).save(views));
        QCOMPARE(SavedViewStore(folder.path()).load(), views);
    }

    void aFileThatCannotBeReadHoldsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not JSON") << QByteArray("[Views]\nname=x");
        QTest::newRow("another document") << QByteArray("{\"rows\":[]}");
        QTest::newRow("a view without a name") << QByteArray("{\"views\":[{\"filter\":\"x\"},7]}");
    }
    void aFileThatCannotBeReadHoldsNone()
    {
        QFETCH(const QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("views.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(SavedViewStore(folder.path()).load().isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        SavedViewStore store(QStringLiteral("/proc/nowhere"));
        const auto saved = store.save({});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestSavedViewStore)
#include "tst_saved_view_store.moc"
