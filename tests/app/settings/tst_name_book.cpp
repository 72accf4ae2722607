// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/name_book.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestNameBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderWithoutNamesHasNone()
    {
        QCOMPARE(NameBook(QStringLiteral("/nowhere")).load(), KnownNames {});
        QTemporaryDir folder;
        write(folder, "{\"apps\":[1],\"projects\":{\"p\":7}");
        QCOMPARE(NameBook(folder.path()).load(), KnownNames {});
    }

    void namesOfBeforeStayUntilTheyAreOthers()
    {
        QTemporaryDir folder;
        const QString a = QStringLiteral("a"), b = QStringLiteral("b"), p = QStringLiteral("p");
        NameBook(folder.path()).merge({{{p, QStringLiteral("Live")}}, {{a, QStringLiteral("Support EU")}}});
        const auto all
            = NameBook(folder.path()).merge({{}, {{a, QStringLiteral("Support")}, {b, QStringLiteral("US")}}});
        QCOMPARE(all.apps, (QHash<QString, QString> {{a, QStringLiteral("Support")}, {b, QStringLiteral("US")}}));
        QCOMPARE(all.projects.value(p), QStringLiteral("Live"));
        QCOMPARE(NameBook(folder.path()).load(), all);
    }

    void whatHasNoIdIsNotRemembered()
    {
        QTemporaryDir folder;
        QCOMPARE(NameBook(folder.path()).merge({{{QString(), QStringLiteral("Sandbox")}}, {}}), KnownNames {});
        write(folder, "{\"apps\":{\"\":\"x\"}}");
        QCOMPARE(NameBook(folder.path()).load(), KnownNames {});
    }

    void namesOfTodayComeFirstWhereThereAreTooMany()
    {
        QTemporaryDir folder;
        KnownNames many;
        for (int i = 0; i < NameBook::kMost; ++i)
            many.apps.insert(QString::number(i), QStringLiteral("old"));
        NameBook(folder.path()).merge(many);
        const auto all = NameBook(folder.path()).merge({{}, {{QStringLiteral("new"), QStringLiteral("New")}}});
        QCOMPARE(all.apps.size(), NameBook::kMost);
        QVERIFY(all.apps.contains(QStringLiteral("new")));
    }

private:
    static void write(const QTemporaryDir &folder, const QByteArray &bytes)
    {
        QFile file(folder.filePath(QStringLiteral("names.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

QTEST_APPLESS_MAIN(TestNameBook)
#include "tst_name_book.moc"
