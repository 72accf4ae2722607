// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/banner.h"

#include "ui/theme/buttons.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/style_paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace console {

namespace {

constexpr int kSidePadding = 12;
constexpr int kIconColumn = kSidePadding + kIconSize + 8;

} // namespace

Banner::Banner(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_text(new QLabel(this))
    , m_action(makeButton(QStringLiteral("bannerAction"), QString(), this))
    , m_dismiss(makeIconButton(QStringLiteral("bannerDismiss"), Icon::Close, tr("Dismiss"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setCompact(m_action);
    setCompact(m_dismiss);
    m_action->hide();
    m_dismiss->hide();
    auto *row = new QHBoxLayout(this);
    const int padding = shape == Shape::Strip ? 5 : 10;
    row->setContentsMargins(kIconColumn, padding, kSidePadding, padding);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_dismiss, 0, Qt::AlignVCenter);
    setMinimumHeight(34);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void Banner::setMessage(Tone tone, Icon icon, const QString &text)
{
    if (accessibleName().isEmpty() || accessibleName() == m_text->text())
        setAccessibleName(text);
    m_tone = tone;
    m_icon = icon;
    m_text->setText(text);
    tintText();
    update();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool isDismissible)
{
    m_dismiss->setVisible(isDismissible);
}

void Banner::tintText()
{
    QPalette textPalette = palette();
    textPalette.setColor(QPalette::WindowText, colorsOf(palette()).tone(m_tone).text);
    m_text->setPalette(textPalette);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tintText();
    QWidget::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const ToneColors &tone = colors.tone(m_tone);
    if (m_shape == Shape::Card) {
        paint::roundRect(&painter, rect(), kRadius, tone.tint, paint::mix(tone.tint, tone.solid, 0.3));
    } else {
        painter.fillRect(rect(), tone.tint);
        paint::horizontalLine(&painter, 0, width() - 1, height() - 1, paint::mix(tone.tint, tone.solid, 0.25));
    }
    const QRect text = m_text->geometry();
    const int firstLine = text.top()
        + (m_text->heightForWidth(text.width()) < text.height() * 0.7
               ? (text.height() - m_text->fontMetrics().height()) / 2
               : 0);
    const QRect icon(kSidePadding, firstLine + (m_text->fontMetrics().height() - kIconSize) / 2, kIconSize, kIconSize);
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, tone.text);
}

} // namespace console
