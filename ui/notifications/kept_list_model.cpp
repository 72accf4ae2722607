// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/kept_list_model.h"

#include "core/visible_text.h"
#include "text/rejection_text.h"
#include "ui/masking/masker.h"
#include "ui/notifications/notification_columns.h"
#include "ui/theme/chip_delegate.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace console {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("console::KeptListModel", source);
}

KeptEntry entryOf(const KeptCallback &kept, const ChipLook &kind)
{
    return {kept.receivedAt, kind, kept.what, {}, kept.projectId, kept.headers, kept.body};
}

} // namespace

KeptEntry keptEntry(const RejectedCallback &rejected)
{
    const ChipLook refused {Icon::ShieldX, words(QT_TRANSLATE_NOOP("console::KeptListModel", "Refused")), Tone::Bad};
    const QString detail
        = rejected.detail.isEmpty() ? rejected.path : rejected.path + QStringLiteral(" · ") + rejected.detail;
    return {rejected.receivedAt, refused,      rejectionText(rejected.cause), detail, rejected.projectId,
            rejected.headers,    rejected.body};
}

KeptEntry otherEventEntry(const KeptCallback &event)
{
    return entryOf(event, {Icon::Bell, words(QT_TRANSLATE_NOOP("console::KeptListModel", "Other event")), Tone::Info});
}

KeptEntry unreadableEntry(const KeptCallback &unreadable)
{
    return entryOf(unreadable,
                   {Icon::FileText, words(QT_TRANSLATE_NOOP("console::KeptListModel", "Unreadable")), Tone::Warn});
}

void KeptListModel::setEntries(const QList<KeptEntry> &entries)
{
    beginResetModel(); // read anew as a whole: entries beyond the quarantine's cap vanish anywhere
    m_entries = entries;
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const KeptEntry &a, const KeptEntry &b) { return a.receivedAt > b.receivedAt; });
    endResetModel();
}

int KeptListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int KeptListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeptListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KeptEntry &entry = m_entries.at(index.row());
    if (role == kChipRole && index.column() == Kind)
        return QVariant::fromValue(entry.kind);
    if (role == Qt::ToolTipRole && index.column() == What && !entry.detail.isEmpty())
        return visibleText(Masker::instance().text(entry.detail));
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Received:
        return receivedText(entry.receivedAt, QDate::currentDate());
    case Kind:
        return entry.kind.word;
    case What:
        return visibleLine(Masker::instance().text(entry.what));
    default:
        return QLocale().formattedDataSize(entry.body.size());
    }
}

QVariant KeptListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Received:
        return tr("Received");
    case Kind:
        return tr("Kind");
    case What:
        return tr("Cause");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace console
