// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/banner.h"

#include "ui/theme/buttons.h"
#include "ui/theme/icon_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/wrapped_label.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace console {

namespace {

constexpr int kSidePadding = 12;

/// A plain widget is a filler to assistive technology, which reads over it.
QAccessibleInterface *makeAlert(const QString &className, QObject *object)
{
    auto *banner
        = className == QLatin1String(Banner::staticMetaObject.className()) ? qobject_cast<QWidget *>(object) : nullptr;
    return banner ? new QAccessibleWidget(banner, QAccessible::AlertMessage) : nullptr;
}

} // namespace

Banner::Banner(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_icon(new IconLabel(Icon::Info, Ink::Info, this))
    , m_text(new WrappedLabel(QString(), this))
    , m_more(makeButton(QStringLiteral("bannerMore"), QString(), this, ButtonRole::Quiet))
    , m_action(makeButton(QStringLiteral("bannerAction"), QString(), this))
    , m_dismiss(makeIconButton(QStringLiteral("bannerDismiss"), Icon::Close, tr("Dismiss"), this))
{
    [[maybe_unused]] static const bool isInstalled = (QAccessible::installFactory(makeAlert), true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setCompact(m_more);
    setCompact(m_action);
    setCompact(m_dismiss);
    m_more->hide();
    m_action->hide();
    m_dismiss->hide();
    auto *row = new QHBoxLayout(this);
    const int padding = shape == Shape::Strip ? 5 : 10;
    row->setContentsMargins(kSidePadding, padding, kSidePadding, padding);
    row->setSpacing(8);
    // Several lines read from the first one on; a strip has one.
    row->addWidget(m_icon, 0, shape == Shape::Card ? Qt::AlignTop : Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_more, 0, Qt::AlignVCenter);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_dismiss, 0, Qt::AlignVCenter);
    setMinimumHeight(34);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_more, &QPushButton::clicked, this, &Banner::moreTriggered);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void Banner::setMessage(Tone tone, Icon icon, const QString &text)
{
    if (accessibleName().isEmpty() || accessibleName() == m_message)
        setAccessibleName(text);
    m_message = text;
    m_tone = tone;
    m_icon->setIcon(icon, inkOf(tone));
    m_text->setText(breakable(text));
    m_text->setAccessibleName(text);
    tintText();
    update();
}

QString Banner::text() const
{
    return m_message;
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setMore(const QString &text)
{
    m_more->setText(text);
    m_more->setVisible(!text.isEmpty());
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
}

} // namespace console
