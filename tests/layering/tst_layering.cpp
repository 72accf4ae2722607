// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/source_file.h"

#include <QLibraryInfo>
#include <QMap>

using namespace console;

namespace {
QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// What a room may include beside itself, and of which Qt modules. The table of ARCHITECTURE.md, "Rooms and doors".
struct Room
{
    QStringList rooms;
    QStringList modules;
};

const QMap<QString, Room> &rooms()
{
    static const auto room = [](const char *others, const char *modules) {
        return Room {list(others), list("QtCore") + list(modules)};
    };
    static const QMap<QString, Room> table {
        {QStringLiteral("core"), room("", "")},
        {QStringLiteral("domain"), room("core", "")},
        {QStringLiteral("wire"), room("domain core", "")},
        {QStringLiteral("api"), room("wire domain core", "QtNetwork")},
        {QStringLiteral("http"), room("core", "QtNetwork QtHttpServer")},
        {QStringLiteral("receiver"), room("http domain core", "")},
        {QStringLiteral("storage"), room("domain core", "QtSql")},
        {QStringLiteral("history"), room("storage domain core", "")},
        {QStringLiteral("settings"), room("domain core", "QtDBus")},
        {QStringLiteral("lookup"), room("api wire storage domain core", "")},
        {QStringLiteral("verdict"), room("domain core", "")},
        {QStringLiteral("text"), room("domain core", "")},
        {QStringLiteral("exporting"), room("storage history verdict domain core", "")},
        {QStringLiteral("cli"), room("lookup receiver history exporting verdict text settings domain core", "")},
        {QStringLiteral("sandbox"), room("http core", "QtNetwork")},
        {QStringLiteral("ui"),
         room("lookup history exporting verdict text settings domain core", "QtGui QtWidgets QtSvg QtDBus")},
    };
    return table;
}

constexpr std::array kModules {"QtCore", "QtNetwork", "QtSql",        "QtHttpServer", "QtGui",         "QtWidgets",
                               "QtSvg",  "QtDBus",    "QtConcurrent", "QtWebSockets", "QtPrintSupport"};

/// The Qt module that a header such as "QString" or "QtGui/QColor" belongs to; empty when it is none of Qt.
QString moduleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const char *module : kModules) {
        const QString name = QString::fromLatin1(module);
        if (header.startsWith(name + QLatin1Char('/')) || headers.exists(name + QLatin1Char('/') + header))
            return name;
    }
    return {};
}

QStringList forbiddenIncludes(const SourceFile &file)
{
    const Room allowed = rooms().value(file.room());
    QStringList offences;
    for (const QString &include : includesOf(file.text, QLatin1Char('"'))) {
        const QString other = include.section(QLatin1Char('/'), 0, 0);
        const bool isOwnMoc = include.endsWith(QLatin1String(".moc")) || !include.contains(QLatin1Char('/'));
        if (!isOwnMoc && other != file.room() && !allowed.rooms.contains(other))
            offences.append(QStringLiteral("%1 includes \"%2\"").arg(file.path, include));
    }
    for (const QString &include : includesOf(file.text, QLatin1Char('<'))) {
        const QString module = moduleOf(include);
        if (!module.isEmpty() && !allowed.modules.contains(module))
            offences.append(QStringLiteral("%1 includes <%2> of %3").arg(file.path, include, module));
    }
    return offences;
}
} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAForbiddenInclude();
    void knowsTheModuleOfAHeader();
    void everyRoomIncludesOnlyWhatTheTableAllows();
    void everyFolderOfAppIsARoom();
    void noRoomCanReachItself();
    void architecturePageHasEveryRoom();
};

void TestLayering::seesAForbiddenInclude()
{
    const SourceFile file {QStringLiteral("app/domain/x.h"),
                           QStringLiteral("#include \"core/result.h\"\n#include \"wire/x.h\"\n  #  include <QWidget>\n"
                                          "#include <QString>\n#include <chrono>\n// #include \"api/x.h\"\n")};
    QCOMPARE(forbiddenIncludes(file),
             (QStringList {QStringLiteral("app/domain/x.h includes \"wire/x.h\""),
                           QStringLiteral("app/domain/x.h includes <QWidget> of QtWidgets")}));
}

void TestLayering::knowsTheModuleOfAHeader()
{
    QCOMPARE(moduleOf(QStringLiteral("QString")), QStringLiteral("QtCore"));
    QCOMPARE(moduleOf(QStringLiteral("QColor")), QStringLiteral("QtGui"));
    QCOMPARE(moduleOf(QStringLiteral("QtWidgets/QWidget")), QStringLiteral("QtWidgets"));
    QCOMPARE(moduleOf(QStringLiteral("chrono")), QString());
}

void TestLayering::everyRoomIncludesOnlyWhatTheTableAllows()
{
    QStringList offences;
    const auto files = sourceFiles(list("app ui"));
    QVERIFY(files.size() > 100);
    for (const SourceFile &file : files) {
        if (file.room() != QLatin1String("main")) // builds the rooms: may include them all
            offences += forbiddenIncludes(file);
    }
    verifyNone(offences);
}

void TestLayering::everyFolderOfAppIsARoom()
{
    QStringList offences;
    for (const QString &folder :
         QDir(repositoryFile(QStringLiteral("app"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (folder != QLatin1String("main") && !rooms().contains(folder))
            offences.append(QStringLiteral("app/%1 stands in no table").arg(folder));
    }
    verifyNone(offences);
}

void TestLayering::noRoomCanReachItself()
{
    QStringList settled; // rooms whose doors all lead to settled rooms: what is left at the end is a circle
    for (qsizetype before = -1; before != settled.size();) {
        before = settled.size();
        for (auto it = rooms().begin(); it != rooms().end(); ++it) {
            const bool isSettled = std::all_of(it->rooms.begin(), it->rooms.end(),
                                               [&](const QString &other) { return settled.contains(other); });
            if (isSettled && !settled.contains(it.key()))
                settled.append(it.key());
        }
    }
    QCOMPARE(settled.size(), rooms().size());
}

void TestLayering::architecturePageHasEveryRoom()
{
    const QString fileName = repositoryFile(QStringLiteral("ARCHITECTURE.md"));
    if (!QFile::exists(fileName))
        QSKIP("there is no ARCHITECTURE.md");
    const QString page = readText(fileName);
    QStringList offences;
    for (const QString &room : rooms().keys()) {
        if (!page.contains(QStringLiteral("`%1`").arg(room)))
            offences.append(QStringLiteral("ARCHITECTURE.md does not name `%1`").arg(room));
    }
    verifyNone(offences);
}

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
