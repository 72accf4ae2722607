// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace console {

namespace {

ToneColors toneOf(QRgb text, QRgb tint, QRgb solid)
{
    return {QColor(text), QColor(tint), QColor(solid)};
}

Colors makeLight()
{
    Colors c;
    c.window = QColor(0xf4f6f9);
    c.base = QColor(0xffffff);
    c.alternate = QColor(0xf9fafc);
    c.border = QColor(0xdfe3ea);
    c.controlBorder = QColor(0xd0d6e0);
    c.strongBorder = QColor(0x848fa1);
    c.text = QColor(0x1a2029);
    c.muted = QColor(0x5c6779);
    c.disabled = QColor(0x9aa3b2);
    c.accent = QColor(0x2457d6);
    c.accentHover = QColor(0x1f4cbd);
    c.accentPressed = QColor(0x1a40a0);
    c.onAccent = QColor(0xffffff);
    c.selection = QColor(0xdfe9ff);
    c.quietSelection = QColor(0xe9edf3);
    c.textSelection = QColor(0xb9d0ff);
    c.hover = QColor(0xf1f4f8);
    c.pressed = QColor(0xe4e9f1);
    c.tones = {toneOf(0x11683a, 0xdcf4e6, 0x2f9e68), toneOf(0x1d4fb8, 0xe1ebff, 0x2457d6),
               toneOf(0xa61b1b, 0xfde4e4, 0xd64545), toneOf(0x8a4b05, 0xfdeed2, 0xe08a1e),
               toneOf(0x4a5568, 0xe9edf3, 0x9aa5b6)};
    c.rowTints = {QColor(0xffe0e0), QColor(0xffe2c8), QColor(0xfff5c3), QColor(0xc9fbd6),
                  QColor(0xc8f9f7), QColor(0xd8e8ff), QColor(0xeee2ff), QColor(0xffdef1)};
    return c;
}

Colors makeDark()
{
    Colors c;
    c.window = QColor(0x13161b);
    c.base = QColor(0x1a1e25);
    c.alternate = QColor(0x1e232b);
    c.border = QColor(0x2b323d);
    c.controlBorder = QColor(0x394250);
    c.strongBorder = QColor(0x6d7889);
    c.text = QColor(0xe7eaef);
    c.muted = QColor(0x9aa5b6);
    c.disabled = QColor(0x5d6777);
    c.accent = QColor(0x5b8cff);
    c.accentHover = QColor(0x74a0ff);
    c.accentPressed = QColor(0x4f7ee8);
    c.onAccent = QColor(0x0b1220);
    c.selection = QColor(0x243a66);
    c.quietSelection = QColor(0x2a313c);
    c.textSelection = QColor(0x2f54a5);
    c.hover = QColor(0x252b35);
    c.pressed = QColor(0x2d3440);
    c.tones = {toneOf(0x7fdca4, 0x16352a, 0x43b581), toneOf(0x9bbcff, 0x1c2f55, 0x5b8cff),
               toneOf(0xff9c9c, 0x45201f, 0xe35d5d), toneOf(0xffc97a, 0x3f2e14, 0xe09a35),
               toneOf(0xc0c8d4, 0x2c333e, 0x7b8798)};
    c.rowTints = {QColor(0x4f1e1e), QColor(0x4a2c0f), QColor(0x3f370a), QColor(0x123d1d),
                  QColor(0x0d3b3a), QColor(0x1a3260), QColor(0x37265f), QColor(0x501d3d)};
    return c;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Colors &colorsFor(Appearance appearance)
{
    static const Colors light = makeLight();
    static const Colors dark = makeDark();
    return appearance == Appearance::Dark ? dark : light;
}

Appearance appearanceOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness()
        ? Appearance::Dark
        : Appearance::Light;
}

const Colors &colorsOf(const QWidget *widget)
{
    return colorsOf(widget ? widget->palette() : QPalette());
}

QPalette paletteFor(Appearance appearance)
{
    const Colors &c = colorsFor(appearance);
    QPalette p(c.text, c.base, c.border, c.border, c.controlBorder, c.text, c.onAccent, c.base, c.window);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Shadow, c.strongBorder);
    p.setColor(QPalette::Highlight, c.textSelection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::ToolTipBase, c.base);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Link, c.tone(Tone::Info).text);
    p.setColor(QPalette::LinkVisited, c.tone(Tone::Info).text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    return p;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace console
