// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/source_file.h"

#include <QProcess>
#include <QSet>

using namespace console;

/// A man page tells what its program tells: the same options, and the sections that people look for.
class TestManPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesOptionsInRoffAndInHelp();
    void everyProgramHasPage();
    void pageAndHelpNameSameOptions_data() { addPrograms(); }
    void pageAndHelpNameSameOptions();
    void pageHasSection_data() { addPrograms(); }
    void pageHasSection();
    void sandboxPageTellsEveryEnding();

private:
    void addPrograms();
};

namespace {
QDir programs()
{
    return QDir(QStringLiteral(CONSOLE_PROGRAM_DIR));
}

/// Those that are installed; the tools of the benchmark stand beside them.
QStringList programNames()
{
    return programs().entryList({QStringLiteral("capability-*")}, QDir::Files | QDir::Executable, QDir::Name);
}

/// Long options, however roff writes their dashes.
QSet<QString> optionsOf(QString text)
{
    text.replace(QLatin1String("\\-"), QLatin1String("-"));
    static const QRegularExpression option(QStringLiteral("(?<![\\w-])--[a-z][a-z-]*[a-z]"));
    QSet<QString> found;
    for (auto it = option.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(programs().filePath(program), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(QLatin1Char(' '))));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The help of the program and of each command that it lists.
QString wholeHelp(const QString &program)
{
    const QString help = output(program, {QStringLiteral("--help")});
    static const QRegularExpression command(QStringLiteral("^  ([a-z]+)  +\\S"), QRegularExpression::MultilineOption);
    QString all = help;
    for (auto it = command.globalMatch(help); it.hasNext();)
        all += output(program, {it.next().captured(1), QStringLiteral("--help")});
    return all;
}

QString page(const QString &program)
{
    return readText(repositoryFile(QStringLiteral("packaging/man/%1.1").arg(program)));
}

QStringList sorted(const QSet<QString> &options)
{
    QStringList list = options.values();
    list.sort();
    return list;
}
} // namespace

void TestManPages::addPrograms()
{
    QTest::addColumn<QString>("program");
    for (const QString &program : programNames())
        QTest::newRow(qPrintable(program)) << program;
}

void TestManPages::seesOptionsInRoffAndInHelp()
{
    QCOMPARE(sorted(optionsOf(
                 QStringLiteral(".BI \\-\\-api\\-base \" URL\"\n.BR \\-h \", \" \\-\\-help\n.BI \\-\\-limit \" N\""))),
             (QStringList {QStringLiteral("--api-base"), QStringLiteral("--help"), QStringLiteral("--limit")}));
    QCOMPARE(sorted(optionsOf(QStringLiteral("  -h, --help  Show this.\n  --project <ID>  A word--with dashes"))),
             (QStringList {QStringLiteral("--help"), QStringLiteral("--project")}));
}

void TestManPages::everyProgramHasPage()
{
    QStringList pages = QDir(repositoryFile(QStringLiteral("packaging/man"))).entryList({QStringLiteral("*.1")});
    pages.replaceInStrings(QRegularExpression(QStringLiteral("\\.1\\z")), QString());
    QCOMPARE(programNames(), pages);
}

void TestManPages::pageAndHelpNameSameOptions()
{
    QFETCH(QString, program);
    const auto inHelp = optionsOf(wholeHelp(program));
    QVERIFY(inHelp.contains(QStringLiteral("--version")));
    QCOMPARE(sorted(optionsOf(page(program))), sorted(inHelp));
}

void TestManPages::sandboxPageTellsEveryEnding()
{
    QString text = page(QStringLiteral("capability-sandbox"));
    text.remove(QLatin1Char('\\'));
    const auto endings = output(QStringLiteral("capability-sandbox"), {QStringLiteral("--endings")})
                             .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(endings.size() > 20);
    for (const auto &line : endings) {
        const QString entry = QStringLiteral(".B %1\n%2\n").arg(line.section(QLatin1Char(' '), 0, 0), line.mid(7));
        QVERIFY2(text.contains(entry), qPrintable(line));
    }
}

void TestManPages::pageHasSection()
{
    QFETCH(QString, program);
    QStringList offences;
    for (const char *section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES"}) {
        if (!page(program).contains(QStringLiteral("\n.SH %1\n").arg(QLatin1String(section))))
            offences.append(QLatin1String(section));
    }
    verifyNone(offences);
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_man_pages.moc"
