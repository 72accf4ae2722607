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
constexpr std::chrono::milliseconds kProgress {100};

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
    , m_footerButton(makeButton(QStringLiteral("contactsFooterAction"), QString(), this, ButtonRole::Quiet))
    , m_message(new FieldMessage(QStringLiteral("contactMessage"), m_field, this))
{
    m_field->setObjectName(QStringLiteral("Find contact"));
    m_field->installEventFilter(this);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    m_progress.setSingleShot(true);
    m_progress.setInterval(kProgress);
    build();
    connectParts();
    showState();
}

void ContactPicker::build()
{
    m_stack->addWidget(m_list);
    m_stack->addWidget(inScrollArea(m_empty, m_stack));
    m_footer->setObjectName(QStringLiteral("contactsFooter"));
    m_footer->setWordWrap(true);
    setCompact(m_footerButton);
    auto *column = makeColumn(this, 8, {0, 12, 0, 0});
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_footer, 1);
    footer->addWidget(m_footerButton, 0, Qt::AlignTop);
    column->addLayout(footer);
}

void ContactPicker::connectParts()
{
    connect(m_field, &QLineEdit::textChanged, this, &ContactPicker::onTyped);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_debounce.isActive())
            onPause();
    });
    connect(&m_debounce, &QTimer::timeout, this, &ContactPicker::onPause);
    connect(&m_progress, &QTimer::timeout, this, &ContactPicker::showFooter);
    connect(&m_search, &ContactSearch::foundMore, this, &ContactPicker::onFound);
    connect(&m_search, &ContactSearch::progressed, this, [this] {
        if (!m_progress.isActive())
            m_progress.start();
    });
    connect(&m_search, &ContactSearch::finished, this, [this] { onSettled({}); });
    connect(&m_search, &ContactSearch::failed, this, [this](const Error &error) { onSettled(error); });
    connect(m_model, &ContactListModel::moreWanted, &m_search, &ContactSearch::fetchMore);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContactPicker::onCurrentChanged);
    connect(m_list, &QListView::activated, this, &ContactPicker::submitRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { act(m_emptyAction); });
    connect(m_footerButton, &QPushButton::clicked, this, [this] { act(m_footerAction); });
}

void ContactPicker::setConnection(ProjectConnection *connection, const std::optional<App> &app)
{
    const bool isSame = m_connection == connection && m_reason.isEmpty();
    m_connection = connection;
    m_app = app;
    m_reason.clear();
    m_field->setEnabled(true);
    if (!isSame)
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

bool ContactPicker::isMeant() const
{
    return m_isChosenByUser || (m_list->currentIndex().isValid() && !m_debounce.isActive());
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
    for (const auto *list : {&m_model->contacts(), &m_search.known()}) {
        for (const auto &one : *list) {
            if (one.id == contact)
                return one.channelPriority;
        }
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
    m_search.start(m_field->text());
    m_problem.reset();
    m_debounce.start();
    showFound();
}

/// The questions to the API wait until here, so that each is asked for a whole word.
void ContactPicker::onPause()
{
    m_debounce.stop();
    if (m_connection)
        m_search.askExactly(channelsOf(m_app));
    if (m_search.isRunning())
        return showState();
    onSettled(m_problem);
}

void ContactPicker::restart()
{
    m_debounce.stop();
    m_search.open(m_connection);
    m_search.start(m_field->text());
    m_problem.reset();
    if (hasTyped())
        m_debounce.start();
    showFound();
}

void ContactPicker::showFound()
{
    m_isChosenByUser = false;
    m_model->setContacts(m_search.found());
    chooseFirst();
    showState();
    if (!m_search.isRunning() && !m_debounce.isActive())
        onSettled(m_problem);
}

void ContactPicker::chooseFirst()
{
    if (m_list->currentIndex().isValid() || m_model->rowCount() == 0)
        return;
    m_isChoosing = true;
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_isChoosing = false;
}

void ContactPicker::onCurrentChanged(const QModelIndex &current)
{
    m_isChosenByUser = current.isValid() && !m_isChoosing;
    Q_EMIT chosenChanged();
}

void ContactPicker::onFound(const QList<Contact> &contacts)
{
    m_model->append(contacts);
    m_message->clear();
    showState();
    chooseFirst();
}

void ContactPicker::onSettled(const std::optional<Error> &problem)
{
    m_problem = problem;
    m_model->setHasMore(m_search.hasMore() && !hasTyped() && !problem);
    showState();
    if (isSettled())
        Q_EMIT settled();
}

void ContactPicker::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        showEmpty();
    showFooter();
}

void ContactPicker::showEmpty()
{
    m_emptyAction = Action::None;
    if (!m_reason.isEmpty())
        return m_empty->setContent(Icon::Lock, tr("No contacts here"), m_reason);
    if (!m_connection)
        return m_empty->setContent(Icon::Hourglass, tr("The project is starting"),
                                   tr("Its contacts appear here as soon as it is ready."));
    if (m_problem) {
        m_emptyAction = Action::TryAgain;
        return m_empty->setContent(Icon::TriangleAlert, tr("The contacts cannot be listed"), errorText(*m_problem),
                                   tr("Try again"));
    }
    if (m_search.isRunning())
        return m_empty->setContent(hasTyped() ? Icon::Search : Icon::Hourglass,
                                   hasTyped() ? tr("Searching…") : tr("Loading contacts…"),
                                   tr("The first one that is found will be chosen."));
    if (m_search.hasMore()) {
        m_emptyAction = Action::SearchFurther;
        return m_empty->setContent(Icon::Search, tr("Not found yet"),
                                   tr("Keep typing, or search the rest of the project."), tr("Search further"));
    }
    m_emptyAction = Action::AskForIdentity;
    if (hasTyped())
        return m_empty->setContent(Icon::User, tr("No contact found"),
                                   tr("Check the spelling, or ask for a number or id directly."),
                                   tr("Ask for an identity"));
    m_empty->setContent(Icon::Users, tr("This project has no contacts"),
                        tr("Numbers and ids can be asked for directly."), tr("Ask for an identity"));
}

void ContactPicker::showFooter()
{
    const int count = m_model->rowCount();
    const QString searched = locale().toString(qlonglong(m_search.searchedCount()));
    if (count > 0 && m_problem)
        return setFooter(Action::TryAgain, errorText(*m_problem), tr("Try again"));
    if (!hasTyped() || !m_connection || m_problem)
        return setFooter(Action::None, {});
    if (m_search.isRunning()) //: %1 is how many contacts were searched so far
        return setFooter(Action::Stop, tr("%n found in %1 contacts…", nullptr, count).arg(searched), tr("Stop"));
    if (m_search.hasMore()) {
        const QString text = tr("%n found in the first %1 contacts.", nullptr, count).arg(searched);
        return count > 0 ? setFooter(Action::SearchFurther, text, tr("Search further")) : setFooter(Action::None, text);
    }
    const QString text = tr("%n found in all %1 contacts.", nullptr, count).arg(searched);
    return count > 0 ? setFooter(Action::None, text) : setFooter(Action::ReadAgain, text, tr("Read again"));
}

void ContactPicker::setFooter(Action action, const QString &text, const QString &buttonText)
{
    m_footerAction = action;
    m_footer->setText(text);
    m_footer->setVisible(!text.isEmpty());
    if (m_footerButton->text() != buttonText)
        m_footerButton->setText(buttonText);
    m_footerButton->setVisible(!buttonText.isEmpty());
}

void ContactPicker::act(Action action)
{
    switch (action) {
    case Action::None:
        return;
    case Action::TryAgain:
        return restart();
    case Action::Stop:
        m_search.stop();
        return onSettled({});
    case Action::SearchFurther:
        m_search.fetchMore();
        return showState();
    case Action::ReadAgain:
        m_search.readAgain();
        return showFound();
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
