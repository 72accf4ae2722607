// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/rejected_page.h"

#include "core/continuation.h"
#include "core/visible_text.h"
#include "text/hex_text.h"
#include "text/rejection_text.h"
#include "ui/masking/masker.h"
#include "ui/notifications/history_totals.h"
#include "ui/theme/buttons.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/text_delegate.h"
#include "ui/theme/type_scale.h"
#include "ui/theme/widget_roles.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <functional>

namespace console {

namespace {

/// Bytes that are no text are shown as \xNN, so that nothing is hidden and nothing is made up.
QString readable(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes && !bytes.contains('\0'))
        return visibleText(text);
    QString escaped;
    for (const char byte : bytes) {
        const bool isPlain = (byte >= ' ' && byte < 0x7f) || byte == '\n';
        escaped += isPlain ? QString(QLatin1Char(byte))
                           : QStringLiteral("\\x%1").arg(uint(uchar(byte)), 2, 16, QLatin1Char('0'));
    }
    return escaped;
}

QPlainTextEdit *makeBytes(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *bytes = new QPlainTextEdit(parent);
    bytes->setObjectName(objectName);
    bytes->setAccessibleName(name);
    bytes->setReadOnly(true);
    bytes->setTabChangesFocus(true);
    bytes->setFont(fixedFont(parent->font()));
    bytes->setPlaceholderText(QStringLiteral("–"));
    return bytes;
}

} // namespace

RejectedPage::RejectedPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new KeptListModel(this))
{
    auto *column = makeColumn(this, 0);
    m_counts = makeCaption(QString(), this);
    m_counts->setContentsMargins(kPanelMargin, 3 * kGrid, kPanelMargin, 3 * kGrid);
    m_counts->setWordWrap(true);
    column->addWidget(m_counts);
    auto *content = new QWidget(this);
    m_content = new QStackedLayout(content);
    m_split = new QSplitter(Qt::Vertical, content);
    m_split->addWidget(makeList());
    m_split->addWidget(makeRaw());
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_empty = new EmptyState(content);
    m_empty->setContent(
        Icon::ShieldCheck, tr("Nothing was refused"),
        tr("Callbacks with a wrong signature, other events and bodies that cannot be read would stand here."));
    m_content->addWidget(m_empty);
    m_content->addWidget(m_split);
    column->addWidget(content, 1);
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        m_table->viewport()->update();
        showEntry(m_table->currentIndex().row());
    });
    m_readAgain.setSingleShot(true);
    m_readAgain.setInterval(std::chrono::milliseconds(500));
    connect(&m_readAgain, &QTimer::timeout, this, &RejectedPage::read);
}

QWidget *RejectedPage::makeList()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("rejectedAndOther"));
    m_table->setAccessibleName(tr("Rejected and other callbacks"));
    setPaneEntry(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setItemDelegateForColumn(KeptListModel::Received,
                                      new TextDelegate({Qt::ElideRight, true, false}, m_table));
    m_table->setItemDelegateForColumn(KeptListModel::Kind, new ChipDelegate(m_table));
    m_table->setItemDelegateForColumn(KeptListModel::What, new TextDelegate({}, m_table));
    m_table->setItemDelegateForColumn(KeptListModel::Size, new TextDelegate({Qt::ElideRight, true, true}, m_table));
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(KeptListModel::What, QHeaderView::Stretch);
    m_table->setColumnWidth(KeptListModel::Received, 160);
    m_table->setColumnWidth(KeptListModel::Kind, 140);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showEntry(current.row()); });
    return m_table;
}

QWidget *RejectedPage::makeRaw()
{
    auto *raw = new QWidget(this);
    auto *column = makeColumn(raw, kGrid, panelMargins());
    m_detail = makeProse(QString(), raw);
    makeActions();
    auto *copy = makeIconButton(QStringLiteral("Copy kept"), Icon::Copy, tr("Copy this callback"), raw);
    auto *menu = new QMenu(copy);
    menu->setTitle(tr("Copy this callback"));
    menu->addActions(m_copies);
    copy->setMenu(menu);
    copy->setPopupMode(QToolButton::InstantPopup);
    m_hex = makeButton(QStringLiteral("keptHex"), tr("Hex"), raw, ButtonRole::Quiet);
    m_hex->setAccessibleName(tr("Body as hex"));
    m_hex->setCheckable(true);
    console::setCompact(m_hex);
    connect(m_hex, &QPushButton::toggled, this, [this] { showEntry(m_table->currentIndex().row()); });
    auto *buttons = new QHBoxLayout; // on one line, whichever is the higher
    buttons->addWidget(m_hex, 0, Qt::AlignVCenter);
    buttons->addWidget(copy, 0, Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->addWidget(m_detail, 1);
    head->addLayout(buttons);
    head->setAlignment(buttons, Qt::AlignTop);
    column->addLayout(head);
    m_bytes = new QSplitter(Qt::Horizontal, raw);
    m_bytes->setChildrenCollapsible(false);
    m_headers = makeBytes(QStringLiteral("keptHeaders"), tr("Headers"), m_bytes);
    m_body = makeBytes(QStringLiteral("keptBody"), tr("Body"), m_bytes);
    m_bytes->addWidget(m_headers);
    m_bytes->addWidget(m_body);
    column->addWidget(m_bytes, 1);
    return raw;
}

void RejectedPage::makeActions()
{
    const auto add = [this](const QString &text, const std::function<QByteArray(const KeptEntry &)> &of) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, of] {
            if (const auto *entry = current())
                QGuiApplication::clipboard()->setText(QString::fromUtf8(of(*entry)));
        });
        m_copies.append(action);
    };
    add(tr("Copy body"), [this](const KeptEntry &) { return readableBody(); });
    add(tr("Copy headers"), [](const KeptEntry &entry) { return entry.headers; });
    add(tr("Copy as an HTTP message"),
        [this](const KeptEntry &entry) -> QByteArray { return entry.headers + "\r\n" + readableBody(); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RejectedPage::showMenu);
}

void RejectedPage::showMenu(const QPoint &position)
{
    if (!m_table->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("keptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_copies);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

const KeptEntry *RejectedPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->entry(row) : nullptr;
}

/// Bytes that are no text go on as hex, which loses nothing.
QByteArray RejectedPage::readableBody() const
{
    const QByteArray body = current() ? current()->body : QByteArray();
    return QString::fromUtf8(body).toUtf8() == body ? body : hexDump(body, kWideHex).toUtf8();
}

void RejectedPage::open(HistoryAccess &history, HistoryTotals &totals)
{
    m_history = &history;
    m_totals = &totals;
    connect(&totals, &HistoryTotals::changed, this, &RejectedPage::showCounts);
    connect(&totals, &HistoryTotals::keptAside, this, [this] {
        if (isVisible() && !m_readAgain.isActive())
            m_readAgain.start();
    });
    showCounts();
    if (isVisible())
        read();
}

QByteArray RejectedPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_split->saveState() << m_bytes->saveState() << m_table->horizontalHeader()->saveState();
    return state;
}

void RejectedPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray split;
    QByteArray bytes;
    QByteArray columns;
    stream >> split >> bytes >> columns;
    if (stream.status() != QDataStream::Ok)
        return;
    m_split->restoreState(split);
    m_bytes->restoreState(bytes);
    m_table->horizontalHeader()->restoreState(columns);
}

void RejectedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void RejectedPage::read()
{
    if (!m_history)
        return;
    auto entries = std::make_shared<QList<KeptEntry>>();
    m_history->rejected(kNewest) | then(this, [entries](const Result<QList<RejectedCallback>> &rejected) {
        for (const auto &one : rejected.value_or(QList<RejectedCallback>()))
            entries->append(keptEntry(one));
    });
    m_history->otherEvents(kNewest) | then(this, [entries](const Result<QList<KeptCallback>> &events) {
        for (const auto &one : events.value_or(QList<KeptCallback>()))
            entries->append(otherEventEntry(one));
    });
    // The answers come in the order of the questions: after the third, all are there.
    m_history->unreadable(kNewest) | then(this, [this, entries](const Result<QList<KeptCallback>> &unreadable) {
        for (const auto &one : unreadable.value_or(QList<KeptCallback>()))
            entries->append(unreadableEntry(one));
        take(*entries);
    });
}

void RejectedPage::take(const QList<KeptEntry> &entries)
{
    const int current = m_table->currentIndex().row();
    const auto chosen = current >= 0 ? std::optional(m_model->entry(current)) : std::nullopt;
    m_model->setEntries(entries);
    m_content->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    int row = 0;
    for (int i = 0; chosen && i < m_model->rowCount(); ++i) {
        if (m_model->entry(i).receivedAt == chosen->receivedAt && m_model->entry(i).body == chosen->body)
            row = i;
    }
    if (!entries.isEmpty())
        m_table->selectRow(row);
}

void RejectedPage::showCounts()
{
    const auto &counts = m_totals->counts();
    QStringList parts {tr("%n refused", nullptr, int(counts.rejectedTotal())),
                       tr("%n of other kinds", nullptr, int(counts.otherEvents)),
                       tr("%n unreadable", nullptr, int(counts.unreadable))};
    QStringList causes;
    for (auto it = counts.rejected.begin(); it != counts.rejected.end(); ++it)
        causes += QStringLiteral("%1: %2").arg(rejectionText(it.key())).arg(it.value());
    causes.sort();
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_counts->setToolTip(causes.join(QLatin1Char('\n')));
}

void RejectedPage::showEntry(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const auto &entry = m_model->entry(row);
    QStringList lines {entry.what};
    if (!entry.detail.isEmpty())
        lines += entry.detail;
    Masker &masker = Masker::instance();
    m_detail->setText(visibleText(masker.text(lines.join(QLatin1Char('\n')))));
    const auto body = masker.foreignBody(entry.body);
    const QString notShown = tr("Not shown while personal data is masked.");
    m_headers->setPlainText(masker.isOn() ? notShown : readable(entry.headers));
    if (!body) { // nothing is known of what it says
        m_body->setPlainText(notShown);
        return;
    }
    m_body->setLineWrapMode(m_hex->isChecked() ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_body->setPlainText(m_hex->isChecked() ? hexDump(*body, kWideHex) : readable(*body));
}

} // namespace console
