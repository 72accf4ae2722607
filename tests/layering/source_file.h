// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

namespace console {

/// One source of ours, as the rules look at it.
struct SourceFile
{
    QString path; ///< from the top of the repository: "app/core/result.h"
    QString text;

    /// "core" for app/core/…, "ui" for everything below ui, "tests" for everything below tests.
    QString room() const
    {
        const QStringList parts = path.split(QLatin1Char('/'));
        return parts.first() == QLatin1String("app") ? parts.value(1) : parts.first();
    }
};

/// Names between the marks of #include lines: "room/file.h" with '"', QString with '<'.
inline QStringList includesOf(const QString &text, QChar opening)
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"),
                                         QRegularExpression::MultilineOption);
    QStringList names;
    for (auto it = line.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.captured(1) == opening)
            names.append(match.captured(2));
    }
    return names;
}

/// The text without line comments, so that a comment may name what the code may not.
inline QString withoutComments(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral("(?<!:)//[^\n]*"));
    return QString(text).remove(comment);
}

inline QString repositoryFile(const QString &path)
{
    return QStringLiteral(CONSOLE_SOURCE_DIR "/") + path;
}

inline QString readText(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(fileName));
    return QString::fromUtf8(file.readAll());
}

/// Every .h and .cpp below the folders, in order of path.
inline QList<SourceFile> sourceFiles(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator it(repositoryFile(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(QDir(repositoryFile({})).relativeFilePath(it.next()));
    }
    paths.sort();
    QList<SourceFile> files;
    for (const QString &path : paths)
        files.append({path, readText(repositoryFile(path))});
    return files;
}

/// Fails with every offence at once, so that one run shows them all.
inline void verifyNone(const QStringList &offences)
{
    QVERIFY2(offences.isEmpty(), qPrintable(QLatin1Char('\n') + offences.join(QLatin1Char('\n'))));
}

} // namespace console
