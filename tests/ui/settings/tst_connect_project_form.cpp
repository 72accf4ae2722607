// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect_project_fixture.h"
#include "ui/theme/console_style.h"
#include "ui/theme/widget_roles.h"

#include <QApplication>
#include <QTest>

using namespace console;

namespace {

using Step = ConnectionCheck::Step;
using Fixture = ConnectProjectFixture;

} // namespace

/// How the form stands there, what a denied project looks like in it, and how it is left.
class TestConnectProjectForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new ConsoleStyle); } // its fields are as high as they are seen

    void aProjectThatIsDeniedIsMarkedUntilItIsChanged_data()
    {
        QTest::addColumn<Error>("error");
        QTest::newRow("no access") << Error {Error::Kind::Rejected, {}, {}, 403};
        QTest::newRow("not there") << Error {Error::Kind::NotFound, {}, {}, 404};
    }
    void aProjectThatIsDeniedIsMarkedUntilItIsChanged()
    {
        QFETCH(const Error, error);
        Fixture f;
        f.fill();
        f.button("testConnection")->click();
        f.fail(Step::Apps, error);
        QVERIFY(isFieldInvalid(f.line("projectId")));
        QVERIFY(f.line("projectId")->accessibleDescription().contains(QStringLiteral("region")));
        f.dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(1);
        QVERIFY(!isFieldInvalid(f.line("projectId")));
    }

    void aHostThatIsMissingDoesNotReadLikeAWrongKey()
    {
        Fixture f;
        f.fill();
        f.button("testConnection")->click();
        f.fail(Step::Credentials, {Error::Kind::Network, QStringLiteral("host not found")});
        QVERIFY(f.step("stepCredentials")->accessibleName().startsWith(QStringLiteral("Credentials: not reached.")));
        f.button("testConnection")->click();
        f.fail(Step::Credentials, {Error::Kind::Unauthorized, {}, {}, 401});
        QVERIFY(f.step("stepCredentials")->accessibleName().startsWith(QStringLiteral("Credentials: failed.")));
    }

    void noFieldIsPressedAndNothingMovesWhenSomethingIsWrong_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("fits"); // each sentence in one line
        QTest::newRow("as it opens") << 620 << true;
        QTest::newRow("narrow") << 480 << false;
    }
    void noFieldIsPressedAndNothingMovesWhenSomethingIsWrong()
    {
        QFETCH(int, width);
        QFETCH(bool, fits);
        Fixture f;
        f.dialog.resize(width, 560);
        f.dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&f.dialog));
        const auto places = [&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QList<QRect> rects;
            for (const char *name : {"projectName", "projectId", "keySecret", "publicUrl", "baseUrl", "tokenUrl"})
                rects += QRect(f.line(name)->mapTo(f.line(name)->window(), QPoint()), f.line(name)->size());
            return rects;
        };
        const auto rows = [&](const QList<QRect> &rects) {
            QList<int> distances;
            for (const QRect &rect : rects)
                distances += rect.top() - rects.first().top();
            return distances;
        };
        const auto before = places();
        for (const QRect &rect : before)
            QVERIFY(rect.height() >= f.line("projectName")->sizeHint().height());
        f.button("saveProject")->click();
        QVERIFY(isFieldInvalid(f.line("projectId")));
        const auto after = places();
        if (fits)
            QCOMPARE(rows(after), rows(before));
        const auto labels = f.dialog.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->wordWrap() && label->isVisible())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

    void labelsStandOnTheLineOfTheirFields()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.dialog));
        int compared = 0;
        const auto labels = f.dialog.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->buddy() || !label->isVisible() || qobject_cast<QLabel *>(label->buddy()))
                continue;
            const auto middle
                = [&](const QWidget *widget) { return widget->mapTo(&f.dialog, QPoint()).y() + widget->height() / 2; };
            QVERIFY2(std::abs(middle(label) - middle(label->buddy())) <= 1, qPrintable(label->text()));
            ++compared;
        }
        QCOMPARE(compared, 12);
    }

    void whatWasTypedIsNotThrownAwayUnasked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("a text") << QStringLiteral("projectName");
        QTest::newRow("a secret") << QStringLiteral("keySecret");
        QTest::newRow("an address that cannot be read") << QStringLiteral("receiverAddress");
    }
    void whatWasTypedIsNotThrownAwayUnasked()
    {
        QFETCH(const QString, field);
        Fixture f;
        f.line(qPrintable(field))->setText(QStringLiteral("x"));
        QTest::keyClick(&f.dialog, Qt::Key_Escape);
        QVERIFY(f.dialog.isVisible());
        auto *question = f.question();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(f.dialog.isVisible());
        QTRY_VERIFY(!f.question());
        f.dialog.reject();
        f.question()->findChild<QPushButton *>(QStringLiteral("discard"))->click();
        QVERIFY(!f.dialog.isVisible());
    }
    void whoTypedNothingIsNotAsked()
    {
        Fixture f(ConnectProjectDialog::Purpose::Edit, {},
                  {Secret(QStringLiteral("key")), Secret(QStringLiteral("hook")), Secret(QStringLiteral("old"))});
        f.line("projectName")->setText(QStringLiteral("x"));
        f.line("projectName")->clear();
        QTest::keyClick(&f.dialog, Qt::Key_Escape);
        QVERIFY(!f.dialog.isVisible());
    }
};

QTEST_MAIN(TestConnectProjectForm)
#include "tst_connect_project_form.moc"
