// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/source_file.h"

using namespace console;

namespace {
constexpr qsizetype kMostLines = 400;
constexpr qsizetype kMostReadmeLines = 10;

/// Words that only some places may say. A place is the beginning of a path.
struct Reserved
{
    const char *claim;
    const char *pattern;
    QStringList places;
};

QStringList offencesAgainst(const Reserved &rule, const QList<SourceFile> &files)
{
    const QRegularExpression pattern(QString::fromLatin1(rule.pattern));
    QStringList offences;
    for (const SourceFile &file : files) {
        const bool isAllowed = std::any_of(rule.places.begin(), rule.places.end(),
                                           [&](const QString &place) { return file.path.startsWith(place); });
        const auto match = pattern.match(withoutComments(file.text));
        if (!isAllowed && match.hasMatch())
            offences.append(QStringLiteral("%1 says %2").arg(file.path, match.captured()));
    }
    return offences;
}

QList<SourceFile> ourSources()
{
    return sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
}

QList<SourceFile> allSources()
{
    return sourceFiles({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")});
}
} // namespace

Q_DECLARE_METATYPE(Reserved)

class TestSourceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAReservedWord();
    void keepsWordsInTheirPlaces_data();
    void keepsWordsInTheirPlaces();
    void everySourceNamesItsLicence();
    void noSourceIsTooLong();
    void everyHeaderIsIncludedOnce();
    void everySourceIsInItsRoomsList();
    void everyRoomHasAShortReadme();
};

void TestSourceRules::seesAReservedWord()
{
    const QList<SourceFile> files {{QStringLiteral("app/cli/x.cpp"), QStringLiteral("QSqlQuery q; // QSqlDatabase")},
                                   {QStringLiteral("app/cli/y.cpp"), QStringLiteral("// QSqlQuery, said in a comment")},
                                   {QStringLiteral("app/storage/z.cpp"), QStringLiteral("QSqlQuery q;")}};
    QCOMPARE(offencesAgainst({"", "\\bQSql\\w*", {QStringLiteral("app/storage/")}}, files),
             QStringList {QStringLiteral("app/cli/x.cpp says QSqlQuery")});
}

void TestSourceRules::keepsWordsInTheirPlaces_data()
{
    QTest::addColumn<Reserved>("rule");
    const auto rule = [](const char *claim, const char *pattern, const QStringList &places) {
        QTest::newRow(claim) << Reserved {claim, pattern, places};
    };
    rule("only http names QtHttpServer", "\\b(?:QtHttpServer|QHttpServer\\w*|QAbstractHttpServer)\\b",
         {QStringLiteral("app/http/")});
    rule("only storage names QSql", "\\bQSql\\w*", {QStringLiteral("app/storage/")});
    rule("only one file names POSIX signals", "\\b(?:SIG(?:INT|TERM|HUP|PIPE|CHLD)|sigaction|csignal|signal\\.h)\\b",
         {QStringLiteral("app/core/termination_signal.cpp")});
    rule("only one file locks a file", "\\bflock\\b|sys/file\\.h", {QStringLiteral("app/storage/database_lock")});
    rule("only result.h names the expected library", "\\btl::|tl/expected", {QStringLiteral("app/core/result.h")});
    rule("only core names OpenSSL", "openssl/", {QStringLiteral("app/core/")});
    rule("only settings names the keychain", "qt6keychain|\\bQKeychain\\b", {QStringLiteral("app/settings/")});
    rule("no event loop inside another", "\\bQEventLoop\\b|\\bprocessEvents\\b|\\bwaitFor(?!Finished)\\w+\\(", {});
    rule("only who starts a thread waits for it", "\\bwaitForFinished\\(",
         {QStringLiteral("app/receiver/receiver_thread"), QStringLiteral("app/storage/history_store"),
          QStringLiteral("app/storage/finished_order"), QStringLiteral("app/sandbox/"), QStringLiteral("app/main/")});
    rule("no lock in our code", "\\bQMutex\\w*|\\bstd::mutex\\b|\\bQReadWriteLock\\b", {});
    rule("no word for people below the use cases", "\\btr\\(|\\bQCoreApplication::translate\\b",
         {QStringLiteral("app/verdict/"), QStringLiteral("app/text/"), QStringLiteral("app/settings/"),
          QStringLiteral("app/exporting/"), QStringLiteral("app/cli/"), QStringLiteral("app/main/"),
          QStringLiteral("ui/")});
    rule("no QFuture::then, which Qt 6.4 may run twice", "\\.then\\(", {});
    rule("no promise to finish it later", "\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b", {});
}

void TestSourceRules::keepsWordsInTheirPlaces()
{
    QFETCH(Reserved, rule);
    verifyNone(offencesAgainst(rule, ourSources()));
}

void TestSourceRules::everySourceNamesItsLicence()
{
    QStringList offences;
    for (const SourceFile &file : allSources()) {
        if (!file.text.startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later\n")))
            offences.append(file.path);
    }
    verifyNone(offences);
}

void TestSourceRules::noSourceIsTooLong()
{
    QStringList offences;
    for (const SourceFile &file : allSources()) {
        const qsizetype lines = file.text.count(QLatin1Char('\n'));
        if (lines > kMostLines)
            offences.append(QStringLiteral("%1 has %2 lines").arg(file.path).arg(lines));
    }
    verifyNone(offences);
}

void TestSourceRules::everyHeaderIsIncludedOnce()
{
    QStringList offences;
    for (const SourceFile &file : allSources()) {
        if (file.path.endsWith(QLatin1String(".h")) && !file.text.contains(QLatin1String("\n#pragma once\n")))
            offences.append(file.path);
    }
    verifyNone(offences);
}

void TestSourceRules::everySourceIsInItsRoomsList()
{
    QStringList offences;
    for (const SourceFile &file : ourSources()) {
        const QFileInfo info(repositoryFile(file.path));
        QString lists; // of its own folder, or of the one above where a room lists its subfolders
        for (const QDir &folder : {info.dir(), QDir(info.path() + QStringLiteral("/.."))}) {
            if (folder.exists(QStringLiteral("CMakeLists.txt")))
                lists += readText(folder.filePath(QStringLiteral("CMakeLists.txt")));
        }
        const QRegularExpression name(
            QStringLiteral("(?<![\\w.])%1(?![\\w.])").arg(QRegularExpression::escape(info.fileName())));
        if (!name.match(lists).hasMatch())
            offences.append(QStringLiteral("%1 is built nowhere").arg(file.path));
    }
    verifyNone(offences);
}

void TestSourceRules::everyRoomHasAShortReadme()
{
    QStringList offences;
    const QDir app(repositoryFile(QStringLiteral("app")));
    for (const QString &room : app.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString fileName = app.filePath(room + QStringLiteral("/README.md"));
        if (!QFile::exists(fileName))
            offences.append(QStringLiteral("app/%1 has no README.md").arg(room));
        else if (readText(fileName).count(QLatin1Char('\n')) > kMostReadmeLines)
            offences.append(QStringLiteral("app/%1/README.md is longer than ten lines").arg(room));
    }
    verifyNone(offences);
}

QTEST_APPLESS_MAIN(TestSourceRules)
#include "tst_source_rules.moc"
