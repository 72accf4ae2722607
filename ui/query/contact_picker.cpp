// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_picker.h"

#include "ui/masking/private_field.h"
#include "ui/query/contact_list_model.h"
#include "ui/query/contact_list_view.h"
#include "ui/query/field_message.h"
#include "ui/query/scroll_area.h"
#include "ui/theme/buttons.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/labels.h"
#include "ui/theme/search_field.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tinted_icon.h"
#include "ui/theme/widget_roles.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace console {

namespace {

constexpr std::chrono::milliseconds kDebounce {150};
constexpr std::chrono::milliseconds kProgress {100};

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
    , m_field(new SearchField(Icon::Search, tr("Find contact"), tr("Name, number, id"), this))
    , m_list(new ContactListView(this))
    , m_favourite(new QAction(tintedIcon(Icon::Star), tr("Fa&vourite contact"), this))
    , m_readAgain(new QAction(tintedIcon(Icon::Refresh), tr("&Read the contacts again"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState)
    , m_footer(makeCaption(QString(), this))
    , m_footerButton(makeButton(QStringLiteral("contactsFooterAction"), QString(), this, ButtonRole::Quiet))
    , m_message(new FieldMessage(QStringLiteral("contactMessage"), m_field, this))
{
    m_field->setObjectName(QStringLiteral("Find contact"));
    setPaneEntry(m_field);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    keepPrivate(m_field);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    m_progress.setSingleShot(true);
    m_progress.setInterval(kProgress);
    build();
    makeActions();
    connectParts();
    connectPinned();
    showState();
    showFavourites();
}

void ContactPicker::build()
{
    m_list->setAccessibleName(tr("Contacts"));
    m_list->setModel(m_model);
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
        Q_EMIT submitRequested(); // before the pause: whether the one that stands there is meant depends on it
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

void ContactPicker::setShortlist(const ContactShortlist &shortlist)
{
    m_connection = nullptr;
    m_app.reset();
    m_pinned.setShortlist(shortlist);
    restart();
    showFavourites();
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
    if (!current.isValid() || !m_model->isRead(current.row()))
        return std::nullopt;
    return m_model->at(current.row());
}

bool ContactPicker::isMeant() const
{
    return m_isChosenByUser || (m_list->currentIndex().isValid() && !m_debounce.isActive());
}

bool ContactPicker::isSettled() const
{
    const QModelIndex current = m_list->currentIndex();
    const bool isReading = current.isValid() && !m_model->isRead(current.row()) && m_pinned.isReading();
    return m_connection && !m_debounce.isActive() && !m_search.isRunning() && !isReading;
}

bool ContactPicker::hasTyped() const
{
    return !m_field->text().trimmed().isEmpty();
}

int ContactPicker::count() const
{
    return m_model->rowCount();
}

/// Among all that was read here.
const Contact *ContactPicker::find(const ContactId &id) const
{
    for (const auto *list : {&m_model->contacts(), &m_search.known()}) {
        for (const auto &contact : *list) {
            if (contact.id == id)
                return &contact;
        }
    }
    return nullptr;
}

std::optional<Contact> ContactPicker::known(const ContactId &contact) const
{
    const Contact *seen = find(contact);
    return seen ? std::optional(*seen) : std::nullopt;
}

void ContactPicker::noteLookedUp(const ContactId &id, const QString &name)
{
    const Contact *known = find(id);
    m_pinned.noteLookedUp(known ? *known : Contact {id, name, {}, {}, {}, {}, {}});
}

void ContactPicker::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll(); // so that typing begins anew
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
    m_pinned.open(m_connection);
    m_problem.reset();
    if (hasTyped())
        m_debounce.start();
    showFound();
}

void ContactPicker::showFound()
{
    m_isChosenByUser = false;
    const auto pinned = m_connection ? m_pinned.fitting(ContactTerm(m_field->text())) : QList<Contact>();
    QSet<ContactId> unread;
    for (const auto &contact : pinned) {
        if (!m_pinned.isRead(contact.id))
            unread.insert(contact.id);
    }
    m_model->setContacts(pinned, unread, m_search.found());
    chooseFirst();
    showFavourites();
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
    showFavourites();
    Q_EMIT chosenChanged();
    if (const auto contact = m_isChosenByUser ? chosen() : std::nullopt)
        Q_EMIT chosenByUser(*contact);
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

bool ContactPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->isAutoRepeat() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter))
        return true; // a key that is held down is one press
    return (watched == m_field ? steerFromField(key) : steerFromList(key)) || QWidget::eventFilter(watched, event);
}

/// The arrows go into the list, and on from where it stands.
bool ContactPicker::steerFromField(QKeyEvent *event)
{
    const int key = event->key();
    const bool isForList = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (!isForList || m_model->rowCount() == 0)
        return false;
    if (key == Qt::Key_Down || key == Qt::Key_PageDown)
        m_list->setFocus(Qt::TabFocusReason);
    return QCoreApplication::sendEvent(m_list, event);
}

/// Up from the first one leads back, and what is typed goes on with the search.
bool ContactPicker::steerFromList(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Up && m_list->currentIndex().row() == 0) {
        m_field->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    const bool isText
        = !event->text().isEmpty() && event->text().at(0).isPrint() && event->text() != QLatin1String(" ");
    if (!isPlain || !(isText || event->key() == Qt::Key_Backspace))
        return false;
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
    return QCoreApplication::sendEvent(m_field, event);
}

} // namespace console
