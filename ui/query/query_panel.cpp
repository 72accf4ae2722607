// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_panel.h"

#include "text/error_text.h"
#include "ui/query/field_message.h"
#include "ui/query/identity_picker.h"
#include "ui/query/query_panel_parts.h"
#include "ui/query/recent_lookups.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QSplitter>
#include <QTabWidget>

namespace console {

namespace {

constexpr quint8 kStateVersion = 1;
constexpr QSize kLeast {260, 280};

} // namespace

QueryPanel::QueryPanel(LookupService &lookups, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(this, lookups))
{
    setAccessibleName(tr("Query"));
}

QueryPanel::~QueryPanel()
{
    m_parts->m_isWaiting = false;
    delete m_parts->m_splitter; // while what its signals speak to is alive
}

QSize QueryPanel::minimumSizeHint() const
{
    return kLeast;
}

bool QueryPanel::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    const bool isLayout
        = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Show;
    if (isLayout && m_parts)
        m_parts->arrange();
    return isHandled;
}

void QueryPanel::setShortlist(const QString &projectKey, const ContactShortlist &shortlist)
{
    if (m_parts->m_projectKey == projectKey)
        return;
    m_parts->m_projectKey = projectKey;
    m_parts->m_connection = nullptr;
    m_parts->m_app.reset();
    m_parts->showRecentProject();
    m_parts->m_contacts->setShortlist(shortlist);
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
    if (m_parts->m_pages->currentIndex() == Parts::kContactPage)
        m_parts->m_contacts->focusField();
    else
        m_parts->m_identities->focusField();
}

void QueryPanel::findContact()
{
    m_parts->m_pages->setCurrentIndex(Parts::kContactPage);
    focusField();
}

void QueryPanel::typeIdentities()
{
    m_parts->m_pages->setCurrentIndex(Parts::kIdentityPage);
    focusField();
}

void QueryPanel::addIdentities(const QStringList &identities)
{
    m_parts->m_pages->setCurrentIndex(Parts::kIdentityPage);
    m_parts->m_identities->add(identities);
}

void QueryPanel::markRecent(const QString &requestId)
{
    m_parts->m_recent->mark(RequestId::fromOptional(requestId));
}

QAction *QueryPanel::submitAction() const
{
    return m_parts->m_action;
}

QList<QList<QAction *>> QueryPanel::moreActions() const
{
    return {m_parts->m_contacts->actions(), m_parts->m_request->actions(), {m_parts->m_recent->againAction()}};
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

std::optional<Contact> QueryPanel::knownContact(const ContactId &contact) const
{
    return m_parts->m_contacts->known(contact);
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
    if (stream.status() != QDataStream::Ok || version != kStateVersion || page < Parts::kContactPage
        || page > Parts::kIdentityPage)
        return false;
    m_parts->m_pages->setCurrentIndex(page);
    m_parts->m_identities->setChannel(channel);
    return m_parts->m_splitter->restoreState(splitter);
}

} // namespace console
