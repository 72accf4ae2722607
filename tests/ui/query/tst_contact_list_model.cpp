// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "ui/query/contact_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestContactListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAtItsEndWithoutAReset()
    {
        ContactListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.append({contact("a", "Anna")});
        model.append({contact("b", "Bo"), contact("c", "")});
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.index(2).data().toString(), QStringLiteral("46701"));
        model.setContacts({}, {}, {});
        QCOMPARE(model.rowCount(), 0);
    }
    void anIdentityThatAllChannelsShareIsShownOnce()
    {
        ContactListModel model;
        Contact one = contact("a", "Anna");
        model.append({one});
        QCOMPARE(model.index(0).data(ContactListModel::IdentityRole).toString(), QStringLiteral("46701"));
        one.identities.append(LookupBench::address("TELEGRAM", "99"));
        one.id = *ContactId::parse(QStringLiteral("b"));
        model.append({one});
        QCOMPARE(model.index(1).data(ContactListModel::IdentityRole).toString(), QStringLiteral("46701"));
        QCOMPARE(model.index(1).data(ContactListModel::OthersRole).toString(), QStringLiteral("and 1 more"));
        QVERIFY(model.index(0).data(ContactListModel::OthersRole).toString().isEmpty());
        QCOMPARE(model.index(1).data(ContactListModel::ChannelsRole).value<QList<ChannelName>>().size(), 3);
    }
    void wantsMoreOnceAPage()
    {
        ContactListModel model;
        model.append({contact("a", "Anna")});
        QVERIFY(!model.canFetchMore({}));
        model.setHasMore(true);
        QSignalSpy wanted(&model, &ContactListModel::moreWanted);
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.count(), 1);
    }

private:
    static Contact contact(const char *id, const char *name)
    {
        Contact contact {*ContactId::parse(QLatin1String(id)), QLatin1String(name), {}, {}, {}, {}, {}};
        contact.identities = {LookupBench::address("RCS", "46701"), LookupBench::address("SMS", "46701")};
        return contact;
    }
};

QTEST_GUILESS_MAIN(TestContactListModel)
#include "tst_contact_list_model.moc"
