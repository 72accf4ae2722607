// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "ui/query/contact_delegate.h"
#include "ui/query/contact_list_model.h"
#include "ui/query/contact_picker.h"
#include "ui/query/query_panel.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace console;

/// Favourites and contacts looked up of late, over a project of 200 contacts.
class TestContactPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gone.clear();
        m_isHeld = false;
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) { return answer(request); });
        m_picker = std::make_unique<ContactPicker>();
        m_list = m_picker->findChild<QListView *>(QStringLiteral("Contacts"));
        m_field = m_picker->findChild<QLineEdit *>(QStringLiteral("Find contact"));
    }
    void cleanup()
    {
        m_picker.reset();
        m_bench.reset();
    }

    void favouritesThenRecentOnesStandOnTopOnce()
    {
        openWith({{150, 7}, {7, 180}});
        QTRY_COMPARE(names().size(), 62); // 60 of the first pages, of which one is pinned, and two more
        QCOMPARE(names().mid(0, 5), list({150, 7, 180, 0, 1}));
        QCOMPARE(names().count(nameOf(7)), 1);
        QCOMPARE(m_picker->chosen()->displayName, nameOf(150));
        QCOMPARE(m_picker->chosen()->identities.size(), 2);
        QVERIFY(roleAt(1, ContactListModel::FavouriteRole) && !roleAt(2, ContactListModel::FavouriteRole));
        QVERIFY(roleAt(2, ContactListModel::PinnedRole) && roleAt(2, ContactListModel::LastPinnedRole));
        QVERIFY(!roleAt(3, ContactListModel::PinnedRole));
    }
    void aPinnedOneIsShownByNameAndMeantOnlyOnceItWasRead()
    {
        m_isHeld = true;
        openWith({{150}, {}});
        QTRY_COMPARE(names().size(), 61);
        QCOMPARE(names().first(), nameOf(150));
        QVERIFY(!m_picker->chosen() && !m_picker->isSettled());
        QSignalSpy settled(m_picker.get(), &ContactPicker::settled);
        m_bench->network.release();
        QTRY_VERIFY(m_picker->chosen());
        QVERIFY(m_picker->isSettled());
        QTRY_VERIFY(!settled.isEmpty());
    }
    void oneThatTheProjectNoLongerHasIsNotShownButKept()
    {
        m_gone = nameOf(150);
        openWith({{150, 151}, {}});
        QTRY_VERIFY(m_picker->chosen() && m_picker->chosen()->displayName == nameOf(151));
        QVERIFY(!names().contains(nameOf(150)));
        QCOMPARE(m_picker->shortlist().favourites.size(), 2);
    }
    void aPinnedOneIsFoundByNameBeforeItsPageWasRead()
    {
        openWith({{150}, {}});
        QTRY_COMPARE(names().size(), 61);
        QTest::keyClicks(m_field, QStringLiteral("contact 15"));
        QCOMPARE(names(), list({150, 15}));
        QTRY_COMPARE(names(), list({150, 15, 115, 151, 152, 153, 154, 155, 156, 157, 158, 159}));
    }
    void theStarIsToggledByMouseWithoutChoosingOrAsking()
    {
        m_picker->resize(320, 500);
        m_picker->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
        openWith({{}, {}});
        QTRY_COMPARE(names().size(), 60);
        QSignalSpy asked(m_picker.get(), &ContactPicker::submitRequested);
        QSignalSpy changed(m_picker.get(), &ContactPicker::shortlistChanged);
        const QRect star = ContactDelegate::starRect(m_list->visualRect(index(2)), Qt::LeftToRight);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, star.center());
        QVERIFY(roleAt(2, ContactListModel::FavouriteRole));
        QCOMPARE(m_picker->shortlist().favourites.first().name, nameOf(2));
        QCOMPARE(m_list->currentIndex().row(), 0);
        QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, star.center());
        QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, star.center());
        QCOMPARE(asked.size(), 0);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!roleAt(2, ContactListModel::FavouriteRole));
        QCOMPARE(names().at(2), nameOf(2)); // nothing moves under the pointer
    }
    void theStarIsToggledByKeyAndStandsOnTopNextTime()
    {
        openWith({{}, {}});
        QTRY_COMPARE(names().size(), 60);
        auto *favourite = m_picker->findChild<QAction *>(QStringLiteral("favouriteContact"));
        QCOMPARE(favourite->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_D));
        QTest::keyClick(m_field, Qt::Key_Down);
        QTest::keyClick(m_field, Qt::Key_Down);
        QVERIFY(!favourite->isChecked());
        favourite->trigger();
        QVERIFY(favourite->isChecked());
        QTest::keyClick(m_field, Qt::Key_Down);
        QVERIFY(!favourite->isChecked());
        QTest::keyClicks(m_field, QStringLiteral("x"));
        QTest::keyClick(m_field, Qt::Key_Backspace);
        QCOMPARE(names().first(), nameOf(2));
        favourite->trigger();
        QVERIFY(m_picker->shortlist().favourites.isEmpty());
    }
    void itsMenuSpeaksOfTheContactUnderIt()
    {
        openWith({{}, {}});
        QTRY_COMPARE(names().size(), 60);
        Q_EMIT m_list->customContextMenuRequested(m_list->visualRect(index(0)).center());
        auto *menu = m_picker->findChild<QMenu *>(QStringLiteral("contactMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
    }
    void whoWasLookedUpStandsOnTopNextTime()
    {
        openWith({{}, {}});
        QTRY_COMPARE(names().size(), 60);
        m_picker->noteLookedUp(idOf(30), nameOf(30));
        m_picker->noteLookedUp(idOf(170), nameOf(170)); // on no page that was read yet
        QCOMPARE(names().first(), nameOf(0));
        QTest::keyClicks(m_field, QStringLiteral("x"));
        QTest::keyClick(m_field, Qt::Key_Backspace);
        QCOMPARE(names().mid(0, 3), list({170, 30, 0}));
        QTRY_VERIFY(m_picker->chosen());
        QCOMPARE(m_picker->chosen()->identities.size(), 2);
    }
    void whoIsLookedUpIsNotedForTheProject()
    {
        QueryPanel panel(m_bench->service);
        QList<std::pair<QString, ContactShortlist>> saved;
        connect(&panel, &QueryPanel::shortlistChanged, this, [&](const QString &key, const ContactShortlist &list) {
            saved.append({key, list});
        });
        panel.setShortlist(QStringLiteral("key"), shortlist({{3}, {4}}));
        panel.setConnection(&m_bench->connection, LookupBench::app());
        const auto ask = [this](const Recipient &recipient, const QString &name) {
            m_bench->service.submit(m_bench->connection, {LookupBench::app().id, recipient, name, {}});
        };
        ask(idOf(9), QStringLiteral("Nine"));
        ask(QList<ChannelIdentity> {LookupBench::address("SMS", "46701")}, {});
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first, QStringLiteral("key"));
        QCOMPARE(saved.first().second.recent.size(), 2);
        QCOMPARE(saved.first().second.recent.first(), (ContactShortlist::Entry {idOf(9), QStringLiteral("Nine")}));
        panel.setShortlist(QStringLiteral("key"), {}); // the same project: what is known here is newer
        ask(idOf(10), {});
        QCOMPARE(saved.last().second.recent.size(), 3);
        panel.setShortlist(QStringLiteral("other"), {});
        ask(idOf(11), {}); // nobody's: no project has a connection
        QCOMPARE(saved.size(), 2);
    }

private:
    struct Pinned
    {
        QList<int> favourites;
        QList<int> recent;
    };
    static QString nameOf(int number) { return QStringLiteral("Contact %1").arg(number, 3, 10, QLatin1Char('0')); }
    static ContactId idOf(int number) { return *ContactId::parse(QStringLiteral("id-") + nameOf(number)); }
    static QStringList list(const QList<int> &numbers)
    {
        QStringList names;
        for (int number : numbers)
            names.append(nameOf(number));
        return names;
    }
    static ContactShortlist shortlist(const Pinned &pinned)
    {
        ContactShortlist list;
        for (int number : pinned.favourites)
            list.favourites.append({idOf(number), nameOf(number)});
        for (int number : pinned.recent)
            list.recent.append({idOf(number), nameOf(number)});
        return list;
    }
    void openWith(const Pinned &pinned)
    {
        m_picker->setShortlist(shortlist(pinned));
        m_picker->setConnection(&m_bench->connection, LookupBench::app());
    }
    QModelIndex index(int row) const { return m_list->model()->index(row, 0); }
    bool roleAt(int row, int role) const { return index(row).data(role).toBool(); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_list->model()->rowCount(); ++row)
            names.append(index(row).data().toString());
        return names;
    }
    std::optional<FakeAnswer> answer(const FakeRequest &request) const
    {
        const QString path = request.path();
        if (path == QLatin1String("/token"))
            return fakeToken();
        if (path.endsWith(QLatin1String("capability:query")))
            return FakeAnswer {200, "{}"};
        if (path.contains(QLatin1String("/contacts/"))) {
            const QString name = path.section(QStringLiteral("/id-"), 1);
            if (name == m_gone)
                return FakeAnswer {404, R"({"error":{"code":404,"message":"no such contact"}})"};
            const auto page = QJsonDocument::fromJson(contactsBody({name}));
            return FakeAnswer {
                200, QJsonDocument(page[QLatin1String("contacts")][0].toObject()).toJson(), {}, m_isHeld};
        }
        if (!request.argument("external_id").isEmpty() || !request.argument("channel").isEmpty())
            return FakeAnswer {200, contactsBody({})};
        const int from = request.argument("page_token").toInt();
        QList<int> numbers;
        for (int number = from; number < from + 20; ++number)
            numbers.append(number);
        return FakeAnswer {200, contactsBody(list(numbers), from < 180 ? QString::number(from + 20) : QString())};
    }

    std::unique_ptr<LookupBench> m_bench;
    std::unique_ptr<ContactPicker> m_picker;
    QListView *m_list = nullptr;
    QLineEdit *m_field = nullptr;
    QString m_gone;        ///< the name of one that was deleted
    bool m_isHeld = false; ///< single contacts wait until they are released
};

QTEST_MAIN(TestContactPicker)
#include "tst_contact_picker.moc"
