// SPDX-License-Identifier: GPL-3.0-or-later
// The part of NotificationTableModel that says what stands in its cells and headings.
#include "core/visible_text.h"
#include "ui/masking/masker.h"
#include "ui/notifications/notification_cells.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/tinted_icon.h"

#include <QBrush>
#include <QLocale>

namespace console {

namespace {

/// The same in each cell of the line: whichever is read tells it all.
QVariant headData(const NotificationTableModel::Head &head, int role)
{
    if (role == NotificationTableModel::HeadRole)
        return QVariant::fromValue(head);
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1 · %2").arg(head.title, QLocale().toString(head.rows));
    return {};
}

QVariant gapData(const GapStory &story, int role)
{
    if (role == NotificationTableModel::GapRole)
        return QVariant::fromValue(story);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(story.text()) : QVariant();
}

QStringList personalTexts(const NotificationRow &row)
{
    return {row.address.identity, row.contactId, row.contactName};
}

} // namespace

/// "Latency 2↑" for the second column of an order; the first has the header's own mark.
QString NotificationTableModel::titleOf(int column) const
{
    const QString title = columnTitle(NotificationColumn(column));
    const auto &then = m_order.then;
    for (qsizetype i = 0; i < then.size(); ++i) {
        if (then[i].column == SortColumn(column))
            return QStringLiteral("%1 %2%3").arg(title).arg(i + 2).arg(
                QChar(then[i].direction == Qt::AscendingOrder ? 0x2191 : 0x2193));
    }
    return title;
}

QString NotificationTableModel::trueText(int row, NotificationColumn column) const
{
    if (headAt(row) || isGap(row))
        return index(row, int(column)).data().toString();
    if (isJsonColumn(int(column)))
        return jsonText(at(row), int(column) - kNotificationColumns);
    return columnSpec(column).text(at(row), m_names);
}

/// As it stands there; whether it is masked is up to the caller.
QString NotificationTableModel::jsonText(const NotificationRow &row, int slot) const
{
    const auto value = m_json.value(row.id, slot);
    if (!value)
        return QString(QChar(0x2026)); // is being read
    return value->isNull() ? QStringLiteral("–") : visibleLine(*value);
}

QString NotificationTableModel::shownJson(const NotificationRow &row, int slot) const
{
    const QString text = jsonText(row, slot);
    const auto &path = m_json.path(slot);
    return path && m_json.value(row.id, slot) ? Masker::instance().value(path->title(), text, personalTexts(row))
                                              : text;
}

QVariant NotificationTableModel::jsonHeader(int slot, int role) const
{
    const auto &path = m_json.path(slot);
    if (path && (role == Qt::DisplayRole || role == Qt::EditRole))
        return visibleLine(path->title());
    if (path && role == Qt::ToolTipRole)
        return tr("%1, from the body of each callback. Rows cannot be sorted by it.").arg(visibleLine(path->text()));
    return {};
}

bool NotificationTableModel::isSandboxAmongOthers(const NotificationRow &row) const
{
    if (!m_sandbox || row.projectId != m_sandbox->toString())
        return false;
    const auto &sources = m_history.store().dictionaries().sources(); // a handful
    for (quint32 code = 0; code < sources.size(); ++code) {
        if (!sources[code].projectId.isEmpty() && sources[code].projectId != row.projectId)
            return true;
    }
    return false;
}

/// In the Contact column a picture and a sentence, and the sentence in the first one, too: either may be put away.
QVariant NotificationTableModel::sandboxData(NotificationColumn column, const NotificationRow &row, int role) const
{
    const bool isContact = column == NotificationColumn::Contact;
    if ((!isContact && column != NotificationColumn::Received) || !isSandboxAmongOthers(row))
        return {};
    if (role == Qt::DecorationRole)
        return isContact ? tintedIcon(Icon::Flask, Ink::Info) : QVariant();
    QStringList lines {tr("From the sandbox: no real lookup.")};
    const bool isTip = role == Qt::ToolTipRole;
    const QVariant other = isTip ? cellToolTip(column, row, m_rules.ruleFor(row.id))
                                 : QVariant(cellMarks(column, row, m_rules.ruleFor(row.id)));
    if (isTip && isContact)
        lines.prepend(columnSpec(column).text(row, m_names));
    if (!other.toString().isEmpty())
        lines.prepend(other.toString());
    return lines.join(QLatin1Char('\n'));
}

QVariant NotificationTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto head = headAt(index.row()))
        return headData(*head, role);
    if (const auto gap = gapAt(index.row()))
        return gapData(*gap, role);
    const NotificationRow &row = shownAt(index.row());
    const auto column = NotificationColumn(index.column());
    const auto &spec = columnSpec(column);
    if (role == Qt::DecorationRole || role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) {
        if (const QVariant told = sandboxData(column, row, role); told.isValid())
            return told;
    }
    switch (role) {
    case Qt::DisplayRole:
        return isJsonColumn(index.column()) ? shownJson(at(index.row()), index.column() - kNotificationColumns)
                                            : spec.text(row, m_names);
    case RowRole:
        return QVariant::fromValue(row);
    case kChipRole:
        return cellChip(column, row);
    case MarkersRole:
    case Qt::AccessibleDescriptionRole:
        return cellMarks(column, row, m_rules.ruleFor(row.id));
    case RuleRole: {
        const ColorRule *rule = m_rules.ruleFor(row.id);
        return rule ? rule->name : QVariant();
    }
    case Qt::BackgroundRole:
        return rowGround(m_rules.ruleFor(row.id));
    case Qt::ToolTipRole:
        return cellToolTip(column, row, m_rules.ruleFor(row.id));
    case Qt::DecorationRole:
        return column == NotificationColumn::Channel ? tintedIcon(iconFor(row.address.channel.value), Ink::Muted)
                                                     : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(spec.alignment);
    default:
        return {};
    }
}

Qt::ItemFlags NotificationTableModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && (headAt(index.row()) || isGap(index.row())))
        return Qt::ItemIsEnabled;
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QVariant NotificationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= kTableColumns)
        return {};
    if (isJsonColumn(section) && role != Qt::TextAlignmentRole)
        return jsonHeader(section - kNotificationColumns, role);
    if (role == Qt::EditRole)
        return columnTitle(NotificationColumn(section));
    if (role == Qt::DisplayRole)
        return titleOf(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(columnSpec(NotificationColumn(section)).alignment);
    return {};
}

} // namespace console
