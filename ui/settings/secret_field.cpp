// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secret_field.h"

#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tinted_icon.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>

namespace console {

namespace {

QString makeSecret()
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

SecretField::SecretField(const QString &objectName, const QString &name, Origin origin, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
{
    setFocusProxy(m_line);
    m_line->setObjectName(objectName);
    m_line->setEchoMode(QLineEdit::Password);
    auto *row = makeRow(this, kGrid);
    row->addWidget(m_line, 1);
    //: %1 is the name of a secret
    auto *show = makeIconButton(objectName + QStringLiteral("Show"), Icon::Eye, tr("Show: %1").arg(name), this);
    show->setCheckable(true);
    row->addWidget(show);
    connect(show, &QToolButton::toggled, this, [this, show](bool isShown) {
        m_line->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        show->setIcon(tintedIcon(isShown ? Icon::EyeOff : Icon::Eye, Ink::Muted));
    });
    connect(m_line, &QLineEdit::textChanged, this, &SecretField::edited);
    if (origin == Origin::Ours) {
        auto *make = makeButton(objectName + QStringLiteral("Generate"), tr("Generate"), this);
        //: %1 is the name of a secret
        make->setAccessibleName(tr("Generate: %1").arg(name)); // there may be several
        row->addWidget(make);
        connect(make, &QPushButton::clicked, this, [this] { m_line->setText(makeSecret()); });
    }
}

Secret SecretField::secret() const
{
    return Secret(m_line->text());
}

void SecretField::setSecret(const Secret &secret)
{
    m_line->setText(secret.reveal());
}

} // namespace console
