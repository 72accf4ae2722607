// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/field_message.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace console {

namespace {

constexpr int kPicture = 14;

Icon iconOf(Tone tone)
{
    return tone == Tone::Bad ? Icon::CircleX : tone == Tone::Warn ? Icon::TriangleAlert : Icon::Info;
}

} // namespace

FieldMessage::FieldMessage(const QString &objectName, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(makeCaption(QString(), this))
{
    setObjectName(objectName);
    m_label->setWordWrap(true);
    makeColumn(this, 0, {kPicture + 6, 0, 0, 0})->addWidget(m_label);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void FieldMessage::showError(const QString &text)
{
    show(Tone::Bad, text);
}

void FieldMessage::showWarning(const QString &text)
{
    show(Tone::Warn, text);
}

void FieldMessage::showHint(const QString &text)
{
    show(Tone::Neutral, text);
}

void FieldMessage::clear()
{
    show(Tone::Neutral, QString());
}

QString FieldMessage::text() const
{
    return m_text;
}

void FieldMessage::show(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text = text;
    m_label->setText(breakable(text));
    setVisible(!text.isEmpty());
    if (m_field) {
        setFieldInvalid(m_field, tone == Tone::Bad && !text.isEmpty());
        m_field->setAccessibleDescription(text);
    }
    tint();
    update();
}

void FieldMessage::tint()
{
    const Colors &colors = colorsOf(palette());
    QPalette tinted = palette();
    tinted.setColor(m_label->foregroundRole(), m_tone == Tone::Neutral ? colors.muted : colors.tone(m_tone).text);
    m_label->setPalette(tinted);
}

void FieldMessage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QWidget::changeEvent(event);
}

void FieldMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = m_label->fontMetrics().height();
    const QRect picture(0, (line - kPicture) / 2, kPicture, kPicture);
    const Colors &colors = colorsOf(palette());
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), picture), iconOf(m_tone),
              m_tone == Tone::Neutral ? colors.muted : colors.tone(m_tone).text);
}

} // namespace console
