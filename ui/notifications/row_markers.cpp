// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/row_markers.h"

#include <QCoreApplication>

namespace console {

namespace {

QString words(const char *source, int n = -1)
{
    return QCoreApplication::translate("notifications", source, nullptr, n);
}

} // namespace

QList<RowMarker> markersOf(const NotificationRow &row)
{
    QList<RowMarker> markers;
    if (row.annotation.isPinned)
        markers.append({Icon::Pin, Ink::Warn,
                        words(QT_TRANSLATE_NOOP("notifications", "Pinned: kept whatever the settings say."))});
    if (!row.annotation.tags.isEmpty())
        markers.append({Icon::Tag, Ink::Muted,
                        words(QT_TRANSLATE_NOOP("notifications", "Tags: %1"))
                            .arg(row.annotation.tags.join(QStringLiteral(", ")))});
    if (!row.annotation.note.isEmpty())
        markers.append({Icon::MessageSquareText, Ink::Accent,
                        words(QT_TRANSLATE_NOOP("notifications", "Note: %1")).arg(row.annotation.note)});
    if (row.outcome == Outcome::Conflict)
        markers.append(
            {Icon::GitMerge, Ink::Warn,
             words(QT_TRANSLATE_NOOP("notifications", "Conflict: another answer came for the same question."))});
    if (row.signature == SignatureState::Unsigned)
        markers.append({Icon::ShieldAlert, Ink::Warn,
                        words(QT_TRANSLATE_NOOP("notifications", "Unsigned: nothing proves who sent it."))});
    if (row.isSignedWithPrevious)
        markers.append(
            {Icon::Key, Ink::Muted,
             words(QT_TRANSLATE_NOOP("notifications", "Signed with the previous webhook secret of the project."))});
    if (row.repeatsMembers)
        markers.append(
            {Icon::Braces, Ink::Warn,
             words(QT_TRANSLATE_NOOP("notifications", "Its body names a member twice: the last one is shown."))});
    if (row.retries == 1)
        markers.append({Icon::Refresh, Ink::Muted, words(QT_TRANSLATE_NOOP("notifications", "Sent again once."))});
    else if (row.retries > 1)
        markers.append({Icon::Refresh, Ink::Muted,
                        words(QT_TRANSLATE_NOOP("notifications", "Sent again %1 times.")).arg(row.retries)});
    if (row.join == JoinKind::ByRecipient)
        markers.append(
            {Icon::User, Ink::Muted,
             words(QT_TRANSLATE_NOOP("notifications", "It names no request: joined to the lookup by its recipient."))});
    else if (row.join == JoinKind::None)
        markers.append({Icon::CircleHelp, Ink::Muted,
                        words(QT_TRANSLATE_NOOP("notifications", "Not asked here: no lookup of this history fits."))});
    return markers;
}

QString ruleSentence(const QString &ruleName)
{
    return words(QT_TRANSLATE_NOOP("notifications", "Colour rule: %1")).arg(ruleName);
}

QString markersText(const NotificationRow &row)
{
    QStringList lines;
    const auto markers = markersOf(row);
    for (const auto &marker : markers)
        lines += marker.sentence;
    return lines.join(QLatin1Char('\n'));
}

} // namespace console
