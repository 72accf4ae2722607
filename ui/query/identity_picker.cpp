// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/identity_picker.h"

#include "text/error_text.h"
#include "ui/masking/masker.h"
#include "ui/query/field_message.h"
#include "ui/query/identity_delegate.h"
#include "ui/query/identity_field.h"
#include "ui/query/identity_list_model.h"
#include "ui/theme/buttons.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/tinted_icon.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

namespace console {

namespace {

void addChannel(QComboBox *box, const ChannelName &channel)
{
    if (box->findData(channel.raw) < 0)
        box->addItem(tintedIcon(iconFor(channel.value), Ink::Muted), channelDisplayName(channel), channel.raw);
}

/// "Will ask SMS 46701234567", or how many; then the first thing that looks odd.
QString readingOf(const QList<ParsedIdentity> &identities)
{
    if (identities.size() > 1)
        return IdentityPicker::tr("%n identities", nullptr, int(identities.size()));
    const ChannelIdentity address = Masker::instance().shown(identities.first().address);
    //: a channel and an identity in the form in which it is sent
    return IdentityPicker::tr("Asks for %1 %2").arg(channelDisplayName(address.channel), address.identity);
}

QString oddityOf(const QList<ParsedIdentity> &identities)
{
    QStringList odd;
    for (const auto &identity : identities) {
        if (!identity.oddBecause.isEmpty())
            odd.append(Masker::instance().shown(identity.address).identity + QStringLiteral(": ")
                       + identity.oddBecause);
    }
    if (odd.isEmpty())
        return {};
    if (odd.size() == 1) //: %1 is an identity and what is odd about it
        return IdentityPicker::tr("%1. It can be asked all the same.").arg(odd.first());
    return IdentityPicker::tr("%1, and %n more that look odd. They can be asked all the same.", nullptr,
                              int(odd.size()) - 1)
        .arg(odd.first());
}

} // namespace

IdentityPicker::IdentityPicker(QWidget *parent)
    : QWidget(parent)
    , m_channel(new QComboBox(this))
    , m_field(new IdentityField(this))
    , m_message(new FieldMessage(QStringLiteral("identityMessage"), m_field, this))
    , m_add(makeButton(QStringLiteral("Add identity"), Icon::Plus, tr("Add identity"), this))
    , m_model(new IdentityListModel(this))
    , m_list(new QListView(this))
    , m_clear(makeButton(QStringLiteral("Clear identities"), tr("Clear"), this, ButtonRole::Quiet))
    , m_remove(makeIconButton(QStringLiteral("Remove identity"), Icon::Trash, tr("Remove identity"), this))
    , m_added(new QWidget(this))
{
    build();
    connectParts();
    setApp({});
    onListChanged();
}

void IdentityPicker::build()
{
    m_channel->setObjectName(QStringLiteral("Channel"));
    auto *channelLabel = makeCaption(tr("Channel"), this);
    channelLabel->setBuddy(m_channel);
    auto *fieldLabel = makeCaption(tr("Identity"), this);
    fieldLabel->setBuddy(m_field);
    m_list->setObjectName(QStringLiteral("Added identities"));
    m_list->setAccessibleName(tr("Added identities"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new IdentityDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumHeight(2 * kRowHeight);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->installEventFilter(this);
    m_clear->setToolTip(tr("Takes all identities out of the list"));
    m_remove->setFocusPolicy(Qt::StrongFocus);

    auto *column = makeColumn(this, 4, {0, 12, 0, 0});
    column->addWidget(channelLabel);
    column->addWidget(m_channel);
    column->addSpacing(4);
    column->addWidget(fieldLabel);
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addSpacing(4);
    auto *buttons = new FlowLayout(kGrid);
    buttons->addWidget(m_add);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
    column->addSpacing(4);
    makeColumn(m_added, 0)->addWidget(m_list);
    column->addWidget(m_added, 1);
    column->addStretch(0);
    setTabOrder(m_add, m_clear);
    setTabOrder(m_clear, m_remove);
    setTabOrder(m_remove, m_list);
}

void IdentityPicker::connectParts()
{
    connect(m_field, &IdentityField::returnPressed, this, &IdentityPicker::addTyped);
    connect(m_field, &IdentityField::typedChanged, this, &IdentityPicker::showReading);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &IdentityPicker::showReading);
    connect(&Masker::instance(), &Masker::changed, this, &IdentityPicker::showReading);
    connect(m_channel, &QComboBox::activated, this, [this] { m_wantedChannel = channel(); });
    connect(m_add, &QPushButton::clicked, this, &IdentityPicker::addTyped);
    connect(m_remove, &QToolButton::clicked, this, &IdentityPicker::removeSelected);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_list->selectAll();
        removeSelected();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdentityPicker::onListChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &IdentityPicker::onListChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &IdentityPicker::onListChanged);
}

void IdentityPicker::setApp(const std::optional<App> &app)
{
    const QSignalBlocker blocker(m_channel);
    m_channel->clear();
    if (app) {
        for (const auto &own : app->channels)
            addChannel(m_channel, own.channel);
    }
    const int ownCount = m_channel->count();
    for (const auto &[value, name] : EnumNames<Channel>::table)
        addChannel(m_channel, ChannelName::fromValue(value));
    if (ownCount > 0 && m_channel->count() > ownCount)
        m_channel->insertSeparator(ownCount);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(m_wantedChannel)));
    showReading();
}

QString IdentityPicker::channel() const
{
    return m_channel->currentData().toString();
}

void IdentityPicker::setChannel(const QString &channel)
{
    m_wantedChannel = channel;
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(channel)));
}

ChannelName IdentityPicker::chosenChannel() const
{
    return ChannelName::fromText(channel());
}

Result<QList<ChannelIdentity>> IdentityPicker::identities() const
{
    QList<ChannelIdentity> all = m_model->addresses();
    const QString typed = m_field->typed();
    if (typed.trimmed().isEmpty() && !all.isEmpty())
        return all;
    const auto parsed = parseIdentityLines(chosenChannel(), typed);
    if (!parsed)
        return failure(parsed.error());
    for (const auto &identity : *parsed)
        appendAddress(all, identity.address);
    return all;
}

void IdentityPicker::showError(const QString &text)
{
    m_message->showError(text);
    m_field->setFocus();
}

void IdentityPicker::focusField()
{
    m_field->setFocus();
}

void IdentityPicker::propose(const QString &typed)
{
    m_field->setTyped(typed);
    m_field->setFocus();
    m_field->selectAll();
}

void IdentityPicker::add(const QStringList &typed)
{
    QList<ParsedIdentity> identities;
    for (const auto &one : typed)
        identities.append(parseIdentity(chosenChannel(), one));
    m_model->append(identities);
    m_field->setFocus();
}

void IdentityPicker::addTyped()
{
    const auto parsed = parseIdentityLines(chosenChannel(), m_field->typed());
    if (!parsed)
        return showError(errorText(parsed.error()));
    m_model->append(*parsed);
    m_field->setTyped({});
    m_field->setFocus();
}

void IdentityPicker::removeSelected()
{
    QList<int> rows;
    const auto selected = m_list->selectionModel()->selectedRows();
    for (const auto &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<int>()); // from the last one: the others keep their places
    for (const int row : std::as_const(rows))
        m_model->remove(row);
    if (m_model->rowCount() == 0)
        m_field->setFocus();
}

void IdentityPicker::showReading()
{
    const QString typed = m_field->typed();
    const auto parsed = parseIdentityLines(chosenChannel(), typed);
    if (typed.trimmed().isEmpty() || !parsed)
        return m_message->clear(); // half a line is no mistake yet: errors are told when it is used
    const QString odd = oddityOf(*parsed);
    if (odd.isEmpty())
        m_message->showHint(readingOf(*parsed));
    else
        m_message->showWarning(odd);
}

void IdentityPicker::onListChanged()
{
    m_added->setVisible(m_model->rowCount() > 0);
    m_remove->setVisible(m_model->rowCount() > 0);
    m_clear->setVisible(m_model->rowCount() > 1);
    m_remove->setEnabled(m_list->selectionModel()->hasSelection());
}

bool IdentityPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace console
