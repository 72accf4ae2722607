// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/recent_lookups_model.h"

#include "text/duration_text.h"
#include "text/state_text.h"
#include "ui/masking/masker.h"
#include "ui/query/lookup_drafts.h"
#include "ui/theme/status_chips.h"

#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

QDate dateOf(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time)).date();
}

QString dateText(const QDate &date, const QDate &today)
{
    if (date == today)
        return RecentLookupsModel::tr("Today");
    if (date == today.addDays(-1))
        return RecentLookupsModel::tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

/// Everything that a lookup can be found by.
QString searchedText(const Lookup &lookup)
{
    QStringList parts {recipientText(lookup), lookup.requestId.toString()};
    for (const auto &alias : lookup.aliases)
        parts.append(alias.toString());
    QList<ChannelIdentity> addresses = lookup.expected;
    if (const auto *contact = std::get_if<ContactId>(&lookup.recipient))
        parts.append(contact->toString());
    else
        addresses += std::get<QList<ChannelIdentity>>(lookup.recipient);
    for (const auto &address : std::as_const(addresses))
        parts << address.channel.raw << channelDisplayName(address.channel) << address.identity;
    return parts.join(QLatin1Char('\n'));
}

} // namespace

RecentLookupsModel::RecentLookupsModel(LookupService &lookups, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(lookups)
    , m_lookups(lookups.recent())
{
    connect(&lookups, &LookupService::lookupAdded, this, &RecentLookupsModel::onAdded);
    connect(&lookups, &LookupService::lookupChanged, this, &RecentLookupsModel::onChanged);
    connect(&lookups, &LookupService::lookupRemoved, this, &RecentLookupsModel::onRemoved);
    connect(&Masker::instance(), &Masker::changed, this, &RecentLookupsModel::tick);
}

void RecentLookupsModel::setAmberAfter(std::chrono::seconds amberAfter)
{
    m_amberAfter = amberAfter;
    tick();
}

void RecentLookupsModel::reload()
{
    beginResetModel();
    m_lookups.clear();
    for (const auto &lookup : m_service.recent()) {
        if (isWanted(lookup))
            m_lookups.append(lookup);
    }
    endResetModel();
}

void RecentLookupsModel::setFilter(const QString &typed)
{
    const QStringList words = typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    reload();
}

bool RecentLookupsModel::isWanted(const Lookup &lookup) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = searchedText(lookup);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void RecentLookupsModel::tick()
{
    if (!m_lookups.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lookups.size()) - 1));
}

bool RecentLookupsModel::hasOpen() const
{
    return std::any_of(m_lookups.begin(), m_lookups.end(),
                       [this](const Lookup &lookup) { return m_service.progress(lookup).isOpen(); });
}

int RecentLookupsModel::rowOf(const RequestId &requestId) const
{
    for (int row = 0; row < m_lookups.size(); ++row) {
        if (m_lookups.at(row).requestId == requestId)
            return row;
    }
    return -1;
}

void RecentLookupsModel::onAdded(const Lookup &lookup)
{
    if (!isWanted(lookup))
        return;
    beginInsertRows({}, 0, 0);
    m_lookups.prepend(lookup);
    endInsertRows();
    if (m_lookups.size() > LookupService::kRecent) {
        const int last = int(m_lookups.size()) - 1;
        beginRemoveRows({}, last, last);
        m_lookups.removeLast();
        endRemoveRows();
    }
    if (m_lookups.size() > 1)
        Q_EMIT dataChanged(index(1), index(1)); // the day stands at the new one now
}

void RecentLookupsModel::onChanged(const Lookup &lookup)
{
    const int row = rowOf(lookup.requestId);
    if (row < 0)
        return;
    m_lookups[row] = lookup;
    Q_EMIT dataChanged(index(row), index(row));
}

void RecentLookupsModel::onRemoved(const RequestId &requestId)
{
    const int row = rowOf(requestId);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_lookups.removeAt(row);
    endRemoveRows();
    if (row < m_lookups.size())
        Q_EMIT dataChanged(index(row), index(row)); // the day may stand at this one now
}

int RecentLookupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lookups.size());
}

Tone RecentLookupsModel::toneOf(const LookupProgress &progress) const
{
    if (progress.isOpen() && progress.age >= m_amberAfter)
        return Tone::Warn;
    return chipFor(progress).tone;
}

QString RecentLookupsModel::dayOf(int row) const
{
    const QDate date = dateOf(m_lookups.at(row).askedAt);
    if (row > 0 && dateOf(m_lookups.at(row - 1).askedAt) == date)
        return {};
    return dateText(date, dateOf(m_service.clock().now()));
}

QVariant RecentLookupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Lookup lookup = Masker::instance().shown(m_lookups.at(index.row()));
    const LookupProgress progress = m_service.progress(lookup);
    switch (role) {
    case Qt::DisplayRole:
        return recipientText(lookup);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2\n%3 %4")
            .arg(recipientText(lookup), stateText(progress, lookup.failure), tr("Request id"),
                 lookup.requestId.toString());
    case Qt::AccessibleTextRole:
        return recipientText(lookup) + QStringLiteral(", ") + stateText(progress, lookup.failure);
    case Qt::AccessibleDescriptionRole:
    case AgeRole:
        return ageText(m_service.clock().now() - lookup.askedAt);
    case StateRole:
        return stateText(progress, lookup.failure);
    case IconRole:
        return int(toneOf(progress) == Tone::Warn && progress.isOpen() ? Icon::ClockAlert : chipFor(progress).icon);
    case ToneRole:
        return int(toneOf(progress));
    case DayRole:
        return dayOf(index.row());
    default:
        return {};
    }
}

} // namespace console
