// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/request_dialog.h"

#include "ui/query/field_message.h"
#include "ui/theme/buttons.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/type_scale.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace console {

namespace {

constexpr QSize kFirstSize {560, 420};

QPlainTextEdit *makeText(const QString &json, QWidget *parent)
{
    auto *text = new QPlainTextEdit(json, parent);
    text->setObjectName(QStringLiteral("Request"));
    text->setAccessibleName(RequestDialog::tr("Request"));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setFont(fixedFont(text->font()));
    return text;
}

} // namespace

RequestDialog::RequestDialog(const QString &url, const QString &json, QWidget *parent)
    : QDialog(parent)
    , m_message(new FieldMessage(QStringLiteral("requestMessage"), nullptr, this))
{
    setObjectName(QStringLiteral("requestDialog"));
    setWindowTitle(tr("Request preview"));
    auto *column = makeColumn(this, 8, panelMargins());
    auto *where = new ElidedLabel(QStringLiteral("POST ") + url, Qt::ElideMiddle, this);
    where->setObjectName(QStringLiteral("requestUrl"));
    column->addWidget(where);
    column->addWidget(makeText(json, this), 1);
    auto *note = makeCaption(tr("The request id is made on sending. The command for cURL holds no secret: it reads the "
                                "access token from the variable CAPABILITY_ACCESS_TOKEN, or the key from "
                                "CAPABILITY_KEY_ID and CAPABILITY_KEY_SECRET where the project signs in with it."),
                             this);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addWidget(m_message);
    column->addSpacing(4);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copyJson = makeButton(QStringLiteral("Copy JSON"), Icon::Copy, tr("Copy JSON"), this);
    auto *curl = makeButton(QStringLiteral("Copy as cURL"), Icon::Copy, tr("Copy as cURL"), this);
    buttons->addButton(copyJson, QDialogButtonBox::ActionRole);
    buttons->addButton(curl, QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    connect(copyJson, &QPushButton::clicked, this, &RequestDialog::copyJsonRequested);
    connect(curl, &QPushButton::clicked, this, &RequestDialog::copyCurlRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(kFirstSize);
}

void RequestDialog::showHint(const QString &text)
{
    m_message->showHint(text);
}

} // namespace console
