// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/request_actions.h"

#include "core/clock.h"
#include "core/ulid.h"
#include "lookup/request_preview.h"
#include "ui/masking/masker.h"
#include "ui/query/request_dialog.h"
#include "ui/theme/tinted_icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

namespace console {

RequestActions::RequestActions(Source source, const Clock &clock, QWidget *panel)
    : QObject(panel)
    , m_source(std::move(source))
    , m_clock(clock)
    , m_panel(panel)
{
    m_actions = {
        make("requestPreview", tr("Request &preview …"), QKeySequence(Qt::CTRL | Qt::Key_J), &RequestActions::preview),
        make("copyRequestJson", tr("Copy request as &JSON"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
             &RequestActions::copyJson),
        make("copyRequestCurl", tr("Copy request as &cURL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
             &RequestActions::copyCurl)};
    previewAction()->setIcon(tintedIcon(Icon::Braces));
    m_actions.at(1)->setIcon(tintedIcon(Icon::Copy));
    m_actions.at(2)->setIcon(tintedIcon(Icon::Copy));
}

QAction *RequestActions::make(const char *objectName, const QString &text, const QKeySequence &shortcut,
                              void (RequestActions::*order)(const Request &))
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    m_panel->addAction(action);
    connect(action, &QAction::triggered, this, [this, order] {
        if (const auto request = m_source())
            (this->*order)(*request);
    });
    return action;
}

void RequestActions::preview(const Request &request)
{
    LookupDraft shown = request.draft;
    if (auto *addresses = std::get_if<QList<ChannelIdentity>>(&shown.recipient))
        *addresses = Masker::instance().shown(*addresses);
    const auto *contact = std::get_if<ContactId>(&shown.recipient);
    const QStringList personal {contact ? contact->toString() : QString()};
    const QString json = Masker::instance().text(requestJson(shown), personal);
    auto *dialog = new RequestDialog(requestUrl(request.settings), json, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was shown is copied, whatever happens in the panel meanwhile.
    connect(dialog, &RequestDialog::copyJsonRequested, this, [this, request] { copyJson(request); });
    connect(dialog, &RequestDialog::copyCurlRequested, this, [this, request] { copyCurl(request); });
    connect(this, &RequestActions::copied, dialog, &RequestDialog::showHint);
    dialog->open();
}

void RequestActions::copyJson(const Request &request)
{
    QGuiApplication::clipboard()->setText(requestJson(request.draft));
    Q_EMIT copied(tr("The request was copied as JSON."));
}

void RequestActions::copyCurl(const Request &request)
{
    const RequestId id = *RequestId::parse(makeUlid(m_clock.now()));
    QGuiApplication::clipboard()->setText(requestAsCurl(request.settings, request.draft, id));
    Q_EMIT copied(tr("The request was copied as a command for cURL."));
}

} // namespace console
