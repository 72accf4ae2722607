// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_panel.h"

#include "text/error_text.h"
#include "ui/query/contact_picker.h"
#include "ui/query/field_message.h"
#include "ui/query/identity_picker.h"
#include "ui/query/lookup_drafts.h"
#include "ui/query/press_guard.h"
#include "ui/query/recent_lookups.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QAction>
#include <QDataStream>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

namespace console {

namespace {

constexpr quint8 kStateVersion = 1;
constexpr int kLeastForRecent = 130; // its title and two lookups
enum Page { kContactPage, kIdentityPage };

} // namespace

/// The widgets, and the press that waits.
class QueryPanel::Parts
{
public:
    Parts(QueryPanel *panel, LookupService &service);
    void build();
    void connectParts();

    void submit();
    void send(const LookupDraft &draft);
    void trySend();
    void submitContact();
    void submitIdentities();
    void stopWaiting();
    void setReason(const QString &reason);
    void showReason();
    void showRecentProject();
    QString whyOff() const;
    bool isReady() const { return m_connection && m_app; }

    QueryPanel *m_panel;
    QSplitter *m_splitter;
    QWidget *m_top;
    QTabWidget *m_pages;
    ContactPicker *m_contacts;
    IdentityPicker *m_identities;
    QPushButton *m_button;
    QLabel *m_shortcut;
    FieldMessage *m_message;
    RecentLookups *m_recent;
    QAction *m_action;
    PressGuard m_guard;
    ProjectConnection *m_connection = nullptr;
    std::optional<App> m_app;
    QString m_reason;         ///< no project
    QString m_readOnlyReason; ///< no history to keep it in
    std::chrono::milliseconds m_wait {30'000};
    bool m_isWaiting = false; ///< a press waits for the project, its app or its contacts
    bool m_isGuess = false;   ///< it was made while what was typed was still being searched for
};

QueryPanel::Parts::Parts(QueryPanel *panel, LookupService &service)
    : m_panel(panel)
    , m_splitter(new QSplitter(Qt::Vertical, panel))
    , m_top(new QWidget(m_splitter))
    , m_pages(new QTabWidget(m_top))
    , m_contacts(new ContactPicker(m_pages))
    , m_identities(new IdentityPicker(m_pages))
    , m_button(makeButton(QStringLiteral("Look up"), Icon::Search, tr("Look up"), m_top, ButtonRole::Primary))
    , m_shortcut(makeCaption(QString(), m_top))
    , m_message(new FieldMessage(QStringLiteral("submitMessage"), nullptr, m_top))
    , m_recent(new RecentLookups(service, m_splitter))
    , m_action(new QAction(tr("Look up"), panel))
    , m_guard(service)
{
    build();
    connectParts();
}

void QueryPanel::Parts::build()
{
    m_pages->setObjectName(QStringLiteral("Recipient"));
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_contacts, tr("Contact"));
    m_pages->addTab(m_identities, tr("Identities"));
    m_action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_panel->addAction(m_action);
    m_button->setAccessibleName(tr("Look up"));
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    m_shortcut->setText(keys);
    m_button->setToolTip(tr("Ask on which channels this recipient can be reached (%1)").arg(keys));

    auto *column = makeColumn(m_top, 8, {0, 0, 0, 12});
    column->addWidget(makeTitle(tr("Look up"), m_top));
    column->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_button, 1);
    row->addWidget(m_shortcut);
    column->addLayout(row);
    column->addWidget(m_message);

    m_splitter->setObjectName(QStringLiteral("querySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_recent->setMinimumHeight(kLeastForRecent);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({2000, 1000}); // shares, not pixels: the list starts empty and would get next to nothing
    makeColumn(m_panel, 0, panelMargins())->addWidget(m_splitter);
}

void QueryPanel::Parts::connectParts()
{
    connect(m_button, &QPushButton::clicked, m_action, &QAction::trigger);
    connect(m_action, &QAction::triggered, m_panel, &QueryPanel::submit);
    connect(m_contacts, &ContactPicker::submitRequested, m_action, &QAction::trigger);
    connect(m_contacts, &ContactPicker::chosenChanged, m_panel, [this] { trySend(); });
    connect(m_contacts, &ContactPicker::settled, m_panel, [this] { trySend(); });
    connect(m_contacts, &ContactPicker::identityWanted, m_panel, [this](const QString &typed) {
        m_pages->setCurrentIndex(kIdentityPage);
        m_identities->propose(typed);
    });
    connect(m_pages, &QTabWidget::currentChanged, m_panel, [this] { stopWaiting(); });
    connect(m_recent, &RecentLookups::selected, m_panel, &QueryPanel::lookupSelected);
    connect(m_recent, &RecentLookups::againRequested, m_panel, [this](const LookupDraft &draft) { send(draft); });
}

void QueryPanel::Parts::submit()
{
    if (!whyOff().isEmpty())
        return;
    m_message->clear();
    m_isWaiting = true;
    m_isGuess = m_contacts->hasTyped() && !m_contacts->isMeant();
    trySend();
    if (m_isWaiting)
        m_message->showHint(isReady() ? tr("Will be sent as soon as the contact is found.")
                                      : tr("Will be sent as soon as the project is ready."));
}

/// Sends what was asked for, or goes on waiting for what is missing.
void QueryPanel::Parts::trySend()
{
    if (!m_isWaiting)
        return;
    if (m_pages->currentIndex() == kContactPage)
        submitContact();
    else
        submitIdentities();
}

void QueryPanel::Parts::submitContact()
{
    if (!isReady())
        return;
    const auto contact = m_contacts->chosen();
    if (!contact) {
        if (!m_contacts->isSettled())
            return;
        stopWaiting();
        return m_contacts->showError(m_contacts->count() > 0 ? tr("Choose a contact from the list.")
                                                             : tr("There is no contact to ask about."));
    }
    // The list chose it after the press: sent only when nobody else can be meant.
    const bool isGuess = m_isGuess && !m_contacts->isChosenByUser();
    if (isGuess && m_contacts->count() == 1 && !m_contacts->isSettled())
        return;
    stopWaiting();
    if (isGuess && m_contacts->count() > 1)
        return m_contacts->showError(tr("Several contacts fit: choose one."));
    send(draftForContact(*contact, *m_app, m_wait));
}

void QueryPanel::Parts::submitIdentities()
{
    const auto identities = m_identities->identities();
    if (!identities) {
        stopWaiting();
        return m_identities->showError(errorText(identities.error()));
    }
    if (!isReady())
        return;
    stopWaiting();
    send(draftForIdentities(*identities, *m_app, m_wait));
}

void QueryPanel::Parts::send(const LookupDraft &draft)
{
    if (m_guard.admits(draft))
        Q_EMIT m_panel->lookupRequested(draft);
}

void QueryPanel::Parts::stopWaiting()
{
    m_isWaiting = false;
    showReason();
}

/// The project whose lookups can be asked again from the list.
void QueryPanel::Parts::showRecentProject()
{
    const bool canAsk = m_connection && m_readOnlyReason.isEmpty();
    m_recent->setProject(canAsk ? std::optional(m_connection->projectId()) : std::nullopt);
}

void QueryPanel::Parts::setReason(const QString &reason)
{
    m_reason = reason;
    showReason();
}

QString QueryPanel::Parts::whyOff() const
{
    return m_reason.isEmpty() ? m_readOnlyReason : m_reason;
}

void QueryPanel::Parts::showReason()
{
    const QString why = whyOff();
    m_action->setEnabled(why.isEmpty());
    m_button->setEnabled(why.isEmpty());
    if (!why.isEmpty() || !m_isWaiting)
        m_message->showHint(why);
}

QueryPanel::QueryPanel(LookupService &lookups, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(this, lookups))
{
    setAccessibleName(tr("Query"));
    setMinimumWidth(260);
}

QueryPanel::~QueryPanel()
{
    m_parts->m_isWaiting = false;
    delete m_parts->m_splitter; // while what its signals speak to is alive
}

void QueryPanel::setConnection(ProjectConnection *connection, const std::optional<App> &app)
{
    m_parts->setReason(QString());
    m_parts->m_connection = connection;
    m_parts->m_app = app;
    m_parts->showRecentProject();
    m_parts->m_identities->setApp(app);
    m_parts->m_contacts->setConnection(connection, app);
    m_parts->trySend();
}

void QueryPanel::setUnavailable(const QString &reason)
{
    m_parts->m_connection = nullptr;
    m_parts->showRecentProject();
    m_parts->stopWaiting();
    m_parts->setReason(reason);
    m_parts->m_contacts->setUnavailable(reason);
}

void QueryPanel::setReadOnly(const QString &reason)
{
    m_parts->m_readOnlyReason = reason;
    m_parts->stopWaiting();
    m_parts->showRecentProject();
}

void QueryPanel::setWait(std::chrono::milliseconds wait)
{
    m_parts->m_wait = wait;
}

void QueryPanel::setAmberAfter(std::chrono::seconds amberAfter)
{
    m_parts->m_recent->setAmberAfter(amberAfter);
}

void QueryPanel::submit()
{
    m_parts->submit();
}

void QueryPanel::focusField()
{
    if (m_parts->m_pages->currentIndex() == kContactPage)
        m_parts->m_contacts->focusField();
    else
        m_parts->m_identities->focusField();
}

QAction *QueryPanel::submitAction() const
{
    return m_parts->m_action;
}

void QueryPanel::showSubmissionError(const Error &error)
{
    m_parts->m_recent->reload();
    m_parts->m_guard.forget();
    m_parts->m_message->showError(errorText(error));
}

void QueryPanel::reloadRecent()
{
    m_parts->m_recent->reload();
}

QList<ChannelName> QueryPanel::channelPriority(const ContactId &contact) const
{
    return m_parts->m_contacts->channelPriority(contact);
}

QByteArray QueryPanel::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateVersion << qint32(m_parts->m_pages->currentIndex()) << m_parts->m_identities->channel()
           << m_parts->m_splitter->saveState();
    return state;
}

bool QueryPanel::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    qint32 page = 0;
    QString channel;
    QByteArray splitter;
    stream >> version >> page >> channel >> splitter;
    if (stream.status() != QDataStream::Ok || version != kStateVersion || page < kContactPage || page > kIdentityPage)
        return false;
    m_parts->m_pages->setCurrentIndex(page);
    m_parts->m_identities->setChannel(channel);
    return m_parts->m_splitter->restoreState(splitter);
}

} // namespace console
