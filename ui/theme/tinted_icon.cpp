// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tinted_icon.h"

#include "ui/theme/icon_painter.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

namespace console {

namespace {

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(Icon icon, Ink ink)
        : m_icon(icon)
        , m_ink(ink)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_icon, color(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Source: documentation of QIcon::pixmap; before Qt 6.8 the size came in pixels of the device.
        constexpr bool isInDevicePixels = QT_VERSION < QT_VERSION_CHECK(6, 8, 0);
        const int side = qRound(std::min(size.width(), size.height()) / (isInDevicePixels ? scale : 1.0));
        return iconPixmap(m_icon, side, color(mode), scale);
    }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return QStringLiteral("console-tinted"); }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const Colors &colors = colorsOf(palette);
        return mode == QIcon::Disabled ? colors.disabled : inkColor(m_ink, colors);
    }

    Icon m_icon;
    Ink m_ink;
};

} // namespace

QColor inkColor(Ink ink, const Colors &colors)
{
    switch (ink) {
    case Ink::Text:
        return colors.text;
    case Ink::Muted:
        return colors.muted;
    case Ink::Accent:
        return colors.accent;
    case Ink::OnAccent:
        return colors.onAccent;
    case Ink::Ok:
        return colors.tone(Tone::Ok).text;
    case Ink::Info:
        return colors.tone(Tone::Info).text;
    case Ink::Bad:
        return colors.tone(Tone::Bad).text;
    case Ink::Warn:
        return colors.tone(Tone::Warn).text;
    case Ink::Neutral:
        return colors.tone(Tone::Neutral).text;
    }
    Q_UNREACHABLE();
}

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Ink::Ok;
    case Tone::Info:
        return Ink::Info;
    case Tone::Bad:
        return Ink::Bad;
    case Tone::Warn:
        return Ink::Warn;
    case Tone::Neutral:
        return Ink::Neutral;
    }
    Q_UNREACHABLE();
}

QIcon tintedIcon(Icon icon, Ink ink)
{
    return QIcon(new TintedIconEngine(icon, ink));
}

} // namespace console
