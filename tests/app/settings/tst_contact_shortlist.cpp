// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/shortlist_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

namespace {

ContactShortlist::Entry entry(const QString &id, const QString &name = {})
{
    return {*ContactId::parse(id), name};
}

QStringList ids(const QList<ContactShortlist::Entry> &entries)
{
    QStringList ids;
    for (const auto &one : entries)
        ids.append(one.id.toString());
    return ids;
}

} // namespace

class TestContactShortlist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aContactIsAFavouriteUntilItIsToggledAgain()
    {
        ContactShortlist list;
        list.toggleFavourite(entry(QStringLiteral("a")));
        list.toggleFavourite(entry(QStringLiteral("b")));
        QVERIFY(list.isFavourite(*ContactId::parse(QStringLiteral("a"))));
        list.toggleFavourite(entry(QStringLiteral("a"), QStringLiteral("renamed meanwhile")));
        QCOMPARE(ids(list.favourites), QStringList {QStringLiteral("b")});
    }
    void theOldestFavouriteMakesRoom()
    {
        ContactShortlist list;
        for (int i = 0; i <= ContactShortlist::kMostFavourites; ++i)
            list.toggleFavourite(entry(QString::number(i)));
        QCOMPARE(list.favourites.size(), ContactShortlist::kMostFavourites);
        QCOMPARE(list.favourites.first().id.toString(), QStringLiteral("1"));
    }
    void whoWasLookedUpLastStandsFirstAndOnce()
    {
        ContactShortlist list;
        for (int i = 0; i < 12; ++i)
            list.noteLookedUp(entry(QString::number(i)));
        list.noteLookedUp(entry(QStringLiteral("5"), QStringLiteral("Anna")));
        QCOMPARE(list.recent.size(), ContactShortlist::kMostRecent);
        QCOMPARE(ids(list.recent).mid(0, 3),
                 (QStringList {QStringLiteral("5"), QStringLiteral("11"), QStringLiteral("10")}));
        QCOMPARE(list.recent.first().name, QStringLiteral("Anna"));
    }

    void shortlistsAreKeptPerProject()
    {
        QTemporaryDir folder;
        ContactShortlist list;
        list.toggleFavourite(entry(QStringLiteral("01EKA/07"), QStringLiteral("Åsa, \"north\" = 50%")));
        list.noteLookedUp(entry(QStringLiteral("b")));
        {
            ShortlistStore store(folder.filePath(QStringLiteral("made")));
            store.save(QStringLiteral("one/key"), list);
            store.save(QStringLiteral("sandbox"), {});
        }
        const ShortlistStore store(folder.filePath(QStringLiteral("made")));
        QCOMPARE(store.load(QStringLiteral("one/key")), list);
        QCOMPARE(store.load(QStringLiteral("sandbox")), ContactShortlist());
        QCOMPARE(store.load(QStringLiteral("one")), ContactShortlist());
    }
    void aShorterListLeavesNothingOfTheLongerOne()
    {
        QTemporaryDir folder;
        ShortlistStore store(folder.path());
        ContactShortlist list;
        list.toggleFavourite(entry(QStringLiteral("a")));
        list.toggleFavourite(entry(QStringLiteral("b")));
        store.save(QStringLiteral("p"), list);
        list.toggleFavourite(entry(QStringLiteral("a")));
        store.save(QStringLiteral("p"), list);
        QCOMPARE(store.load(QStringLiteral("p")), list);
    }
    void thoseOfRemovedProjectsGo()
    {
        QTemporaryDir folder;
        ShortlistStore store(folder.path());
        ContactShortlist list;
        list.noteLookedUp(entry(QStringLiteral("a")));
        for (const char *key : {"kept/1", "gone/1"})
            store.save(QLatin1String(key), list);
        store.keepOnly({QStringLiteral("kept/1")});
        QCOMPARE(store.load(QStringLiteral("kept/1")), list);
        QCOMPARE(store.load(QStringLiteral("gone/1")), ContactShortlist());
    }
    void aDamagedFileGivesWhatCanBeRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("contacts.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[p]\nfavourites\\size=2000000000\nfavourites\\1\\id=a\nfavourites\\2\\name=nobody\nrecent\\size=x\n");
        file.close();
        const auto list = ShortlistStore(folder.path()).load(QStringLiteral("p"));
        QCOMPARE(ids(list.favourites), QStringList {QStringLiteral("a")});
        QVERIFY(list.recent.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestContactShortlist)
#include "tst_contact_shortlist.moc"
