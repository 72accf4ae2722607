// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/comparison_model.h"

#include <QFont>

namespace console {

void ComparisonModel::setLines(const QString &left, const QString &right, const QList<ComparedLine> &lines)
{
    beginResetModel();
    m_left = left;
    m_right = right;
    m_lines = lines;
    endResetModel();
}

int ComparisonModel::differences() const
{
    return int(std::count_if(m_lines.begin(), m_lines.end(), [](const ComparedLine &line) { return line.differs; }));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedLine &line = m_lines.at(index.row());
    if (role == Qt::FontRole && line.differs && index.column() != Channel) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isText)
        return {};
    switch (index.column()) {
    case Channel:
        return line.channel;
    case What:
        if (!line.differs)
            return line.what;
        //: read aloud: %1 is "Capability"
        return role == Qt::AccessibleTextRole ? tr("%1, different").arg(line.what) : QStringLiteral("≠ ") + line.what;
    case Left:
        return line.left;
    default:
        return line.right;
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Channel:
        return tr("Channel");
    case What:
        return tr("What");
    case Left:
        return m_left;
    default:
        return m_right;
    }
}

} // namespace console
