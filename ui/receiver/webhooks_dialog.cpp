// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/webhooks_dialog.h"

#include "text/error_text.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"
#include "ui/theme/type_scale.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

namespace console {

namespace {

ChipLook lookOf(const OwnedWebhook &webhook)
{
    switch (webhook.owner) {
    case OwnedWebhook::Owner::Ours:
        return {Icon::Radio, WebhooksDialog::tr("this console"), Tone::Ok};
    case OwnedWebhook::Owner::OursElsewhere:
        return {Icon::History, WebhooksDialog::tr("this console, earlier address"), Tone::Warn};
    case OwnedWebhook::Owner::AnotherReceiver:
        break;
    }
    return {Icon::Server, WebhooksDialog::tr("another receiver"), Tone::Neutral};
}

QString whatItBrings(const OwnedWebhook &webhook)
{
    if (webhook.webhook.targetType != QLatin1String("HTTP"))
        //: %1 is the vendor's word, DISMISS
        return WebhooksDialog::tr("switched off (%1)").arg(webhook.webhook.targetType);
    QStringList others = webhook.webhook.triggers;
    others.removeAll(QStringLiteral("CAPABILITY"));
    if (!webhook.bringsAnswers())
        //: %1 is a list of the vendor's names
        return WebhooksDialog::tr("no answers of lookups: %1").arg(others.join(QStringLiteral(", ")));
    return others.isEmpty() ? WebhooksDialog::tr("answers of lookups")
                            //: %1 is a list of the vendor's names
                            : WebhooksDialog::tr("answers of lookups, and %1").arg(others.join(QStringLiteral(", ")));
}

} // namespace

WebhooksDialog::WebhooksDialog(Purpose purpose, const QString &appName, const QUrl &target, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_target(target)
    , m_rows(new QGridLayout)
    , m_places(makeCaption(tr("Asking for the webhooks …"), this))
    , m_outcome(new Banner(Banner::Shape::Card, this))
{
    setObjectName(QStringLiteral("webhooks"));
    setWindowTitle(purpose == Purpose::AskFirst ? tr("Register the receiver?") : tr("Webhooks of the app"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    column->addWidget(makeProse(question(appName), this));
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(10);
    m_rows->setColumnStretch(1, 1);
    column->addLayout(m_rows);
    m_places->setObjectName(QStringLiteral("freePlaces"));
    m_places->setWordWrap(true);
    column->addWidget(m_places);
    m_outcome->setObjectName(QStringLiteral("webhookOutcome"));
    m_outcome->hide();
    column->addWidget(m_outcome);
    column->addStretch(1);
    addButtons();
    setMinimumWidth(480);
    resize(640, sizeHint().height());
}

QString WebhooksDialog::question(const QString &appName) const
{
    if (m_target.isEmpty())
        //: %1 is an app
        return tr("The webhooks of “%1”. The project has no public URL, so none can be made that points here.")
            .arg(appName);
    const QString target = m_target.toString();
    if (m_purpose == Purpose::Look)
        //: %1 is an app, %2 an address
        return tr("The webhooks of “%1”. Ours points at %2 and is removed when the program ends; no other is ever "
                  "changed.")
            .arg(appName, target);
    //: %1 is an app, %2 an address
    return tr("Answers come as callbacks. May a webhook be made at “%1”, so that they come here? It points at %2 and "
              "is "
              "removed when the program ends; no other is ever changed.")
        .arg(appName, target);
}

void WebhooksDialog::addButtons()
{
    const bool isQuestion = m_purpose == Purpose::AskFirst;
    auto *buttons = new QDialogButtonBox(this);
    m_leave = buttons->addButton(isQuestion ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    m_register = makeButton(QStringLiteral("registerWebhook"), isQuestion ? tr("Register and look up") : tr("Register"),
                            this, ButtonRole::Primary);
    m_register->setEnabled(false);
    buttons->addButton(m_register, QDialogButtonBox::ActionRole);
    connect(m_register, &QPushButton::clicked, this, &WebhooksDialog::registerRequested);
    if (isQuestion) {
        m_other = makeButton(QStringLiteral("lookUpWithout"), tr("Look up without"), this);
        buttons->addButton(m_other, QDialogButtonBox::ActionRole);
        connect(m_other, &QPushButton::clicked, this, &WebhooksDialog::withoutRequested);
    } else {
        m_other = makeButton(QStringLiteral("listWebhooks"), Icon::Refresh, tr("Read again"), this);
        buttons->addButton(m_other, QDialogButtonBox::ActionRole);
        connect(m_other, &QPushButton::clicked, this, &WebhooksDialog::listRequested);
    }
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void WebhooksDialog::clearRows()
{
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // one of them may be the sender
        delete item;
    }
}

void WebhooksDialog::addRow(const OwnedWebhook &webhook)
{
    const int row = m_rows->rowCount();
    auto *chip = new StatusChip(lookOf(webhook), this);
    m_rows->addWidget(chip, row, 0, Qt::AlignTop);
    auto *text = new QWidget(this);
    auto *lines = makeColumn(text, 0);
    auto *target = new ElidedLabel(webhook.webhook.target, Qt::ElideMiddle, text);
    target->setObjectName(QStringLiteral("webhookTarget"));
    //: Whose a webhook is, its address, what it brings
    target->setAccessibleName(
        tr("%1: %2, %3").arg(lookOf(webhook).word, webhook.webhook.target, whatItBrings(webhook)));
    lines->addWidget(target);
    auto *brings = new ElidedLabel(whatItBrings(webhook), Qt::ElideRight, text);
    brings->setFont(smallFont(brings->font()));
    setMuted(brings);
    lines->addWidget(brings);
    m_rows->addWidget(text, row, 1);
    if (!webhook.isOurs())
        return;
    auto *remove = makeButton(QStringLiteral("removeWebhook"), tr("Remove"), this, ButtonRole::Danger);
    remove->setAccessibleName(tr("Remove the webhook at %1").arg(webhook.webhook.target));
    m_rows->addWidget(remove, row, 2, Qt::AlignTop);
    QWidget *behind = remove; // made last, seen before the buttons below
    for (auto *button : {m_register, m_other, m_leave}) {
        setTabOrder(behind, button);
        behind = button;
    }
    connect(remove, &QPushButton::clicked, this, [this, id = webhook.webhook.id] { Q_EMIT removeRequested(id); });
}

void WebhooksDialog::showPlaces(const AppWebhooks &webhooks)
{
    const int free = webhooks.freePlaces();
    const bool hasOurs
        = !webhooks.webhooks.isEmpty() && webhooks.webhooks.constFirst().owner == OwnedWebhook::Owner::Ours;
    QString text = tr("Free places: %1 of %2.").arg(free).arg(kWebhooksPerApp);
    if (free == 0 && !hasOurs)
        text += QLatin1Char(' ') + tr("Remove a webhook that nobody needs in the vendor's dashboard first.");
    m_places->setText(text);
    const bool isDone = hasOurs && m_purpose == Purpose::Look;
    m_register->setEnabled(!m_target.isEmpty() && !isDone && (free > 0 || hasOurs));
}

void WebhooksDialog::setWebhooks(const Result<AppWebhooks> &webhooks)
{
    clearRows();
    if (!webhooks) {
        m_places->setText(tr("The webhooks could not be read."));
        m_register->setEnabled(!m_target.isEmpty());
        return showOutcome(Result<>(failure(webhooks.error())));
    }
    for (const auto &webhook : webhooks->webhooks)
        addRow(webhook);
    showPlaces(*webhooks);
    growToFit(this);
}

void WebhooksDialog::showOutcome(const Result<> &outcome)
{
    m_outcome->setVisible(!outcome);
    if (!outcome)
        m_outcome->setMessage(Tone::Bad, Icon::CircleX, errorText(outcome.error()));
    growToFit(this);
}

} // namespace console
