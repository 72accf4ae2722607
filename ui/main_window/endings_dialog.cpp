// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/endings_dialog.h"

#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/text_delegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>

namespace console {

namespace {

constexpr QSize kSize {600, 620};
constexpr int kFrame = 64;

} // namespace

QString identityEndingWith(const QString &digits)
{
    return QStringLiteral("467012345") + digits.left(2);
}

EndingsDialog::EndingsDialog(const QList<SandboxEnding> &endings, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(int(endings.size()), 2, this))
    , m_use(nullptr)
{
    setObjectName(QStringLiteral("endingsDialog"));
    setWindowTitle(tr("Sandbox: what each ending answers"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    column->addWidget(makeProse(
        tr("The last two digits of an identity decide what the sandbox answers, on every channel. Choose one or more "
           "to ask for them."),
        this));
    fill(endings);
    column->addWidget(m_table, 1);
    m_use
        = makeButton(QStringLiteral("useEndings"), Icon::Plus, tr("Add to the identities"), this, ButtonRole::Primary);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_use, QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    m_use->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &EndingsDialog::use);
    connect(m_table, &QTableWidget::itemActivated, this, &EndingsDialog::use);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_use->setEnabled(!chosen().isEmpty()); });
    resize(kSize.boundedTo(screen()->availableSize() - QSize(0, kFrame)));
}

void EndingsDialog::fill(const QList<SandboxEnding> &endings)
{
    m_table->setObjectName(QStringLiteral("endings"));
    m_table->setAccessibleName(tr("Endings"));
    m_table->setHorizontalHeaderLabels({tr("Ends with"), tr("Answer")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setItemDelegate(new TextDelegate({}, m_table));
    for (int row = 0; row < endings.size(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(endings.at(row).digits));
        m_table->setItem(row, 1, new QTableWidgetItem(endings.at(row).answer));
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

QStringList EndingsDialog::chosen() const
{
    QStringList identities;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const auto &row : rows)
        identities.append(identityEndingWith(row.data().toString()));
    identities.sort();
    return identities;
}

void EndingsDialog::use()
{
    if (chosen().isEmpty())
        return;
    Q_EMIT identitiesWanted(chosen());
    accept();
}

} // namespace console
