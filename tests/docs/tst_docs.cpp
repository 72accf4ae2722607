// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/source_file.h"

#include <QFileInfo>

using namespace console;

/// Every relative path that a page names exists.
class TestDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesPathsInPages();
    void leavesOtherWordsAlone();
    void everyNamedPathExists();
};

namespace {
QString withoutAnchor(const QString &link)
{
    return link.section(QLatin1Char('#'), 0, 0);
}

/// Targets of links: [text](path), [text](path "title").
QStringList linksOf(const QString &page)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)\\s]+)[^)]*\\)"));
    static const QRegularExpression elsewhere(QStringLiteral("\\A(?:[a-z]+:|#|//)"));
    QStringList paths;
    for (auto it = link.globalMatch(page); it.hasNext();) {
        const QString target = withoutAnchor(it.next().captured(1));
        if (!target.isEmpty() && !elsewhere.match(target).hasMatch())
            paths.append(target);
    }
    return paths;
}

/// Code words that are paths of ours: they begin with a folder of the repository, or are a file name with an ending
/// of our sources. A star stands for any letters. Below "build" and in "…" or "<…>" nothing is promised.
QStringList codePathsOf(const QString &page)
{
    static const QRegularExpression code(QStringLiteral("`([^`\\s]+)`"));
    static const QRegularExpression inside(QStringLiteral("\\A(?:app|ui|tests|resources|packaging)/[\\w.*/-]*\\z"));
    static const QRegularExpression fileName(QStringLiteral("\\A[\\w.*/-]*[\\w*]\\.(?:h|cpp|md|cmake|json|svg)\\z"));
    QStringList paths;
    for (auto it = code.globalMatch(page); it.hasNext();) {
        const QString word = it.next().captured(1);
        const bool isOurs = inside.match(word).hasMatch() || fileName.match(word).hasMatch();
        if (isOurs && !word.startsWith(QLatin1Char('/')) && !word.startsWith(QLatin1String("build/")))
            paths.append(word);
    }
    return paths;
}

bool existsBelow(const QDir &folder, const QString &path)
{
    if (!path.contains(QLatin1Char('*')))
        return folder.exists(path);
    const QFileInfo info(folder.filePath(path));
    return !QDir(info.path()).entryList({info.fileName()}, QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
}

QStringList pages()
{
    QStringList found;
    const QDir top(repositoryFile({}));
    for (const QString &page : top.entryList({QStringLiteral("*.md")}, QDir::Files))
        found.append(page);
    for (const char *folder : {"app", "ui", "tests", "resources", "packaging"}) {
        QDirIterator it(top.filePath(QLatin1String(folder)), {QStringLiteral("*.md")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found.append(top.relativeFilePath(it.next()));
    }
    return found;
}
} // namespace

void TestDocs::seesPathsInPages()
{
    const QString page
        = QStringLiteral("See [the rooms](ARCHITECTURE.md#rooms), ![look](resources/a.png \"a\"), `result.h`, "
                         "`app/core/`, `app/verdict/*_profiles.cpp` and `tests/fixtures/a-b.json`.");
    QCOMPARE(linksOf(page), (QStringList {QStringLiteral("ARCHITECTURE.md"), QStringLiteral("resources/a.png")}));
    QCOMPARE(codePathsOf(page),
             (QStringList {QStringLiteral("result.h"), QStringLiteral("app/core/"),
                           QStringLiteral("app/verdict/*_profiles.cpp"), QStringLiteral("tests/fixtures/a-b.json")}));
    QVERIFY(existsBelow(QDir(repositoryFile({})), QStringLiteral("app/verdict/*_profiles.cpp")));
    QVERIFY(!existsBelow(QDir(repositoryFile({})), QStringLiteral("app/verdict/no_such.cpp")));
    QVERIFY(!existsBelow(QDir(repositoryFile({})), QStringLiteral("app/verdict/no_such_*.cpp")));
}

void TestDocs::leavesOtherWordsAlone()
{
    const QString page
        = QStringLiteral("[web](https://example.com/a.md) [mail](mailto:a@example.com) [up](#top) `/v1/apps` "
                         "`app/<room>/x.h` `build/dev/bin` `runOn` `application/json` `5.7` `QObject::tr`");
    QCOMPARE(linksOf(page), QStringList());
    QCOMPARE(codePathsOf(page), QStringList());
}

void TestDocs::everyNamedPathExists()
{
    const QDir top(repositoryFile({}));
    QStringList offences;
    QVERIFY(pages().size() > 10);
    for (const QString &page : pages()) {
        const QString text = readText(top.filePath(page));
        const QDir own = QFileInfo(top.filePath(page)).dir();
        for (const QString &path : linksOf(text)) {
            if (!own.exists(path))
                offences.append(QStringLiteral("%1 links to %2").arg(page, path));
        }
        for (const QString &path : codePathsOf(text)) {
            if (!existsBelow(own, path) && !existsBelow(top, path))
                offences.append(QStringLiteral("%1 names %2").arg(page, path));
        }
    }
    verifyNone(offences);
}

QTEST_APPLESS_MAIN(TestDocs)
#include "tst_docs.moc"
