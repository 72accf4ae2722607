// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/compare_dialog.h"

#include "core/continuation.h"
#include "core/visible_text.h"
#include "text/error_text.h"
#include "ui/masking/masker.h"
#include "ui/notifications/notification_columns.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace console {

namespace {

constexpr int kMostOfAContact = 500;
constexpr QSize kFirstSize {760, 520};

QList<NotificationRow> masked(QList<NotificationRow> rows)
{
    for (NotificationRow &row : rows)
        row = Masker::instance().shown(row);
    return rows;
}

} // namespace

CompareDialog::CompareDialog(HistoryAccess &history, const NotificationRow &left, const NotificationRow &right,
                             QWidget *parent)
    : QDialog(parent)
    , m_history(history)
    , m_left(left)
    , m_right(right)
    , m_model(new ComparisonModel(this))
    , m_kind(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_summary(makeCaption(QString(), this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare"));
    m_kind->setObjectName(QStringLiteral("compareKind"));
    if (!left.requestId.isEmpty() && !right.requestId.isEmpty() && left.requestId != right.requestId)
        m_kind->addItem(tr("Their lookups"), int(Kind::Lookups));
    if (!left.contactId.isEmpty() && !right.contactId.isEmpty() && left.contactId != right.contactId)
        m_kind->addItem(tr("All that is known of their contacts"), int(Kind::Contacts));
    m_kind->addItem(tr("The two rows"), int(Kind::Rows));
    build();
    connect(m_kind, &QComboBox::activated, this, &CompareDialog::compare);
    connect(&Masker::instance(), &Masker::changed, this, &CompareDialog::compare);
    resize(kFirstSize);
    compare();
}

void CompareDialog::build()
{
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Compare"), this);
    label->setBuddy(m_kind);
    row->addWidget(label);
    row->addWidget(m_kind);
    row->addStretch(1);
    column->addLayout(row);
    m_table->setObjectName(QStringLiteral("comparison"));
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ComparisonModel::Channel, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ComparisonModel::What, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ComparisonModel::Left, QHeaderView::Stretch);
    header->setSectionResizeMode(ComparisonModel::Right, QHeaderView::Stretch);
    column->addWidget(m_table, 1);
    m_summary->setObjectName(QStringLiteral("comparisonSummary"));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copied = makeButton(QStringLiteral("copyComparison"), Icon::Copy, tr("Copy as Markdown"), this);
    buttons->addButton(copied, QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    connect(copied, &QPushButton::clicked, this, &CompareDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

CompareDialog::Kind CompareDialog::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

QString CompareDialog::titleOf(const NotificationRow &row) const
{
    const NotificationRow shown = Masker::instance().shown(row);
    const QString who = visibleLine(!shown.contactName.isEmpty()     ? shown.contactName
                                        : !shown.contactId.isEmpty() ? shown.contactId
                                                                     : shown.address.identity);
    return kind() == Kind::Contacts ? who
                                    : who + QStringLiteral(" · ") + receivedText(row.receivedAt, QDate::currentDate());
}

void CompareDialog::compare()
{
    const Kind what = kind();
    if (what == Kind::Rows)
        return showLines(comparedRows(Masker::instance().shown(m_left), Masker::instance().shown(m_right)));
    read(m_left, what, [this, what](const QList<NotificationRow> &left) {
        read(m_right, what, [this, what, left](const QList<NotificationRow> &right) {
            if (what == kind())
                showLines(comparedAnswers(masked(left), masked(right)));
        });
    });
}

void CompareDialog::read(const NotificationRow &of, Kind kind,
                         const std::function<void(const QList<NotificationRow> &)> &take)
{
    const auto id = RequestId::fromOptional(of.requestId);
    const auto asked = kind == Kind::Lookups && id
        ? m_history.rowsOf(*id)
        : m_history.rowsAbout(of.projectId, of.contactId, of.address, kMostOfAContact);
    asked | then(this, [this, take](const Result<QList<NotificationRow>> &rows) {
        if (rows)
            take(*rows);
        else
            m_summary->setText(errorText(rows.error()));
    });
}

void CompareDialog::showLines(const QList<ComparedLine> &lines)
{
    m_model->setLines(titleOf(m_left), titleOf(m_right), lines);
    const int differences = m_model->differences();
    m_summary->setText(differences == 0
                           ? tr("No difference in capability, reason or features.")
                           : tr("%n differences in capability, reason or features.", nullptr, differences));
}

void CompareDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_model->markdown());
    m_summary->setText(tr("Copied"));
}

} // namespace console
