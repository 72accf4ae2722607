// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/answer_comparison.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "ui/notifications/notification_columns.h"
#include "ui/theme/status_chips.h"
#include "verdict/phrases.h"

#include <QCoreApplication>
#include <QDate>

#include <array>
#include <map>

namespace console {

namespace {

const QString kNothing = QStringLiteral("–");

QString words(const char *source)
{
    return QCoreApplication::translate("console::CompareDialog", source);
}

using Rows = QList<const NotificationRow *>;
using Pair = std::pair<const NotificationRow *, const NotificationRow *>;

/// The newest row of each address, by channel.
std::map<QString, Rows> newestByChannel(const QList<NotificationRow> &rows)
{
    std::map<QString, Rows> channels;
    for (const NotificationRow &row : rows) {
        Rows &known = channels[row.address.channel.raw];
        const auto same = std::find_if(known.begin(), known.end(), [&](const NotificationRow *one) {
            return one->address.isSameAddress(row.address);
        });
        if (same == known.end())
            known.append(&row);
        else if ((*same)->receivedAt <= row.receivedAt)
            *same = &row;
    }
    return channels;
}

/// What stands on the right beside each of the left, then what is left over there beside nothing.
QList<Pair> paired(const Rows &left, Rows right)
{
    QList<Pair> pairs;
    for (const auto *one : left) {
        const auto same = std::find_if(right.begin(), right.end(), [&](const NotificationRow *other) {
            return other->address.isSameAddress(one->address);
        });
        pairs.append(Pair(one, same == right.end() ? nullptr : *same));
        if (same != right.end())
            right.erase(same);
    }
    for (auto &[one, other] : pairs) {
        if (!other && !right.isEmpty())
            other = right.takeFirst();
    }
    for (const auto *rest : std::as_const(right))
        pairs.append(Pair(nullptr, rest));
    return pairs;
}

QString reasonOf(const NotificationRow &row)
{
    QStringList parts {row.reason.code.raw, row.reason.subCode.raw, row.reason.channelCode, row.reason.description};
    parts.removeAll(QString());
    return visibleLine(parts.join(QStringLiteral(" · ")));
}

QString featuresOf(const NotificationRow &row)
{
    QStringList features = row.channelCapabilities;
    features.sort(); // another order is no difference
    return visibleLine(features.join(QStringLiteral(", ")));
}

QString latencyOf(const NotificationRow &row)
{
    return row.latency ? durationText(*row.latency) : QString();
}

QString receivedOf(const NotificationRow &row)
{
    return receivedText(row.receivedAt, QDate::currentDate());
}

void addPair(QList<ComparedLine> &lines, const NotificationRow *left, const NotificationRow *right)
{
    struct Member
    {
        QString what;
        QString (*text)(const NotificationRow &);
        bool counts; // as a difference
        bool tellsAbsence = false;
    };
    const std::array members {
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Identity")),
                [](const NotificationRow &row) { return visibleLine(row.address.identity); }, false},
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Capability")),
                [](const NotificationRow &row) { return chipFor(row.status).word; }, true, true},
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Reason")), reasonOf, true},
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Features")), featuresOf, true},
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Latency")), latencyOf, false},
        Member {words(QT_TRANSLATE_NOOP("console::CompareDialog", "Received")), receivedOf, false},
    };
    const auto shown = [](const QString &text) { return text.isEmpty() ? kNothing : text; };
    QString channel = channelWords((left ? left : right)->address.channel);
    if (left && right && left->address.channel.raw != right->address.channel.raw)
        channel += QStringLiteral(" / ") + channelWords(right->address.channel);
    for (const Member &member : members) {
        const QString one = left ? member.text(*left) : QString();
        const QString other = right ? member.text(*right) : QString();
        if (one.isEmpty() && other.isEmpty())
            continue;
        const QString absent
            = member.tellsAbsence ? words(QT_TRANSLATE_NOOP("console::CompareDialog", "no answer")) : QString();
        lines.append({visibleLine(channel), member.what, shown(left ? one : absent), shown(right ? other : absent),
                      member.counts && one != other});
    }
}

} // namespace

QList<ComparedLine> comparedAnswers(const QList<NotificationRow> &left, const QList<NotificationRow> &right)
{
    auto ofLeft = newestByChannel(left);
    auto ofRight = newestByChannel(right);
    std::map<QString, bool> channels;
    for (const auto &[channel, rows] : ofLeft)
        channels[channel] = true;
    for (const auto &[channel, rows] : ofRight)
        channels[channel] = true;
    QList<ComparedLine> lines;
    for (const auto &[channel, isThere] : channels) {
        for (const auto &[one, other] : paired(ofLeft[channel], ofRight[channel]))
            addPair(lines, one, other);
    }
    return lines;
}

QList<ComparedLine> comparedRows(const NotificationRow &left, const NotificationRow &right)
{
    QList<ComparedLine> lines;
    addPair(lines, &left, &right);
    return lines;
}

QString comparisonMarkdown(const QString &left, const QString &right, const QList<ComparedLine> &lines)
{
    const auto cell = [](QString text) {
        return text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('|'), QLatin1String("\\|"));
    };
    QStringList made {QStringLiteral("| | | %1 | %2 |").arg(cell(left), cell(right)),
                      QStringLiteral("| --- | --- | --- | --- |")};
    QString channel;
    for (const ComparedLine &line : lines) {
        const QString name = line.channel == channel ? QString() : line.channel;
        channel = line.channel;
        const QString value = line.differs ? QStringLiteral("**%1**") : QStringLiteral("%1");
        made.append(QStringLiteral("| %1 | %2 | %3 | %4 |")
                        .arg(cell(name), (line.differs ? QStringLiteral("≠ ") : QString()) + line.what,
                             value.arg(cell(line.left)), value.arg(cell(line.right))));
    }
    return made.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace console
