// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_picker.h"

#include "text/error_text.h"
#include "ui/query/contact_delegate.h"
#include "ui/query/contact_list_model.h"
#include "ui/query/field_message.h"
#include "ui/theme/buttons.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/labels.h"
#include "ui/theme/search_field.h"
#include "ui/theme/spacing.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace console {

namespace {

constexpr std::chrono::milliseconds kDebounce {150};

QListView *makeList(ContactListModel *model, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setObjectName(QStringLiteral("Contacts"));
    list->setAccessibleName(ContactPicker::tr("Contacts"));
    list->setModel(model);
    list->setItemDelegate(new ContactDelegate(list));
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    return list;
}

/// The empty state may be taller than a low window leaves room for.
QScrollArea *inScrollArea(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

QList<ChannelName> channelsOf(const std::optional<App> &app)
{
    QList<ChannelName> channels;
    if (app) {
        for (const auto &own : app->channels)
            channels.append(own.channel);
    }
    return channels;
}

} // namespace

ContactPicker::ContactPicker(QWidget *parent)
    : QWidget(parent)
    , m_model(new ContactListModel(this))
    , m_field(new SearchField(Icon::Search, tr("Find contact"), tr("Name, number or id"), this))
    , m_list(makeList(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState)
    , m_footer(makeCaption(QString(), this))
    , m_further(makeButton(QStringLiteral("searchFurther"), tr("Search further"), this, ButtonRole::Quiet))
    , m_message(new FieldMessage(QStringLiteral("contactMessage"), m_field, this))
{
    m_field->setObjectName(QStringLiteral("Find contact"));
    m_field->installEventFilter(this);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    build();
    connectParts();
    showState({});
}

void ContactPicker::build()
{
    m_stack->addWidget(m_list);
    m_stack->addWidget(inScrollArea(m_empty, m_stack));
    m_footer->setObjectName(QStringLiteral("contactsFooter"));
    m_footer->setWordWrap(true);
    setCompact(m_further);
    auto *column = makeColumn(this, 8, {0, 12, 0, 0});
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_footer, 1);
    footer->addWidget(m_further);
    column->addLayout(footer);
}

void ContactPicker::connectParts()
{
    connect(m_field, &QLineEdit::textChanged, this, &ContactPicker::onTyped);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_debounce.isActive())
            restart();
    });
    connect(&m_debounce, &QTimer::timeout, this, &ContactPicker::restart);
    connect(&m_search, &ContactSearch::foundMore, this, &ContactPicker::onFound);
    connect(&m_search, &ContactSearch::finished, this, [this] { onSettled({}); });
    connect(&m_search, &ContactSearch::failed, this, [this](const Error &error) { onSettled(error); });
    connect(m_model, &ContactListModel::moreWanted, &m_search, &ContactSearch::fetchMore);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContactPicker::chosenChanged);
    connect(m_list, &QListView::activated, this, &ContactPicker::submitRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &ContactPicker::act);
    connect(m_further, &QPushButton::clicked, this, [this] {
        m_search.fetchMore();
        showState({});
    });
}

void ContactPicker::setConnection(ProjectConnection *connection, const std::optional<App> &app)
{
    const bool isSameList = m_connection == connection && m_reason.isEmpty() && m_field->text().trimmed().isEmpty()
        && (!m_app || (app && m_app->id == app->id));
    m_connection = connection;
    m_app = app;
    m_reason.clear();
    m_field->setEnabled(true);
    if (!isSameList)
        restart();
}

void ContactPicker::setUnavailable(const QString &reason)
{
    m_connection = nullptr;
    m_reason = reason;
    m_field->setEnabled(reason.isEmpty());
    restart();
}

std::optional<Contact> ContactPicker::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::optional(m_model->at(current.row())) : std::nullopt;
}

bool ContactPicker::isSettled() const
{
    return m_connection && !m_debounce.isActive() && !m_search.isRunning();
}

bool ContactPicker::hasTyped() const
{
    return !m_field->text().trimmed().isEmpty();
}

int ContactPicker::count() const
{
    return m_model->rowCount();
}

QList<ChannelName> ContactPicker::channelPriority(const ContactId &contact) const
{
    for (const auto &known : m_model->contacts()) {
        if (known.id == contact)
            return known.channelPriority;
    }
    return {};
}

void ContactPicker::focusField()
{
    m_field->setFocus();
}

void ContactPicker::showError(const QString &text)
{
    m_message->showError(text);
}

void ContactPicker::onTyped()
{
    m_message->clear();
    m_list->setCurrentIndex({}); // the list still shows what was typed before: nobody in it is meant any more
    m_list->clearSelection();
    m_debounce.start();
}

void ContactPicker::restart()
{
    m_debounce.stop();
    m_search.stop();
    m_model->clear();
    if (m_connection)
        m_search.start(*m_connection, m_field->text(), channelsOf(m_app));
    showState({});
}

void ContactPicker::onFound(const QList<Contact> &contacts)
{
    m_model->append(contacts);
    m_message->clear();
    showState({});
    if (!m_list->currentIndex().isValid() && !m_debounce.isActive())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void ContactPicker::onSettled(const std::optional<Error> &problem)
{
    m_model->setHasMore(m_search.hasMore() && !hasTyped());
    showState(problem);
    Q_EMIT settled();
}

void ContactPicker::showState(const std::optional<Error> &problem)
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        showEmpty(problem);
    showFooter(problem);
}

void ContactPicker::showEmpty(const std::optional<Error> &problem)
{
    m_action = Action::None;
    if (!m_reason.isEmpty())
        return m_empty->setContent(Icon::Lock, tr("No contacts here"), m_reason);
    if (!m_connection)
        return m_empty->setContent(Icon::Hourglass, tr("The project is starting"),
                                   tr("Its contacts appear here as soon as it is ready."));
    if (problem) {
        m_action = Action::TryAgain;
        return m_empty->setContent(Icon::TriangleAlert, tr("The contacts cannot be listed"), errorText(*problem),
                                   tr("Try again"));
    }
    if (m_search.isRunning())
        return m_empty->setContent(hasTyped() ? Icon::Search : Icon::Hourglass,
                                   hasTyped() ? tr("Searching…") : tr("Loading contacts…"),
                                   tr("The first one that is found will be chosen."));
    if (m_search.hasMore()) {
        m_action = Action::SearchFurther;
        return m_empty->setContent(Icon::Search, tr("Not among the first contacts"),
                                   tr("Keep typing, or search the rest of the project."), tr("Search further"));
    }
    m_action = Action::AskForIdentity;
    if (hasTyped())
        return m_empty->setContent(Icon::User, tr("No contact found"),
                                   tr("Check the spelling, or ask for a number or id directly."),
                                   tr("Ask for an identity"));
    m_empty->setContent(Icon::Users, tr("This project has no contacts"),
                        tr("Numbers and ids can be asked for directly."), tr("Ask for an identity"));
}

void ContactPicker::showFooter(const std::optional<Error> &problem)
{
    const int count = m_model->rowCount();
    const bool canGoOn = count > 0 && hasTyped() && m_search.hasMore() && !m_search.isRunning();
    QString text;
    if (count > 0 && problem)
        text = errorText(*problem);
    else if (count > 0 && hasTyped() && m_search.isRunning())
        text = tr("%n found, searching…", nullptr, count);
    else if (canGoOn)
        text = tr("%n found so far. Keep typing, or:", nullptr, count);
    m_footer->setText(text);
    m_footer->setVisible(!text.isEmpty());
    m_further->setVisible(canGoOn);
}

void ContactPicker::act()
{
    switch (m_action) {
    case Action::None:
        return;
    case Action::TryAgain:
        return restart();
    case Action::SearchFurther:
        m_search.fetchMore();
        return showState({});
    case Action::AskForIdentity:
        Q_EMIT identityWanted(m_field->text().trimmed());
    }
}

bool ContactPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isForList
            = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        if (isForList && m_model->rowCount() > 0)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace console
