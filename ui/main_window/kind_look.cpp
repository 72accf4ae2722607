// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/kind_look.h"

#include <QCoreApplication>
#include <QPainter>

namespace console {

namespace {

constexpr int kBandHeight = 3;

QString words(const char *source)
{
    return QCoreApplication::translate("main_window", source);
}

} // namespace

ChipLook kindLook(Project::Kind kind)
{
    switch (kind) {
    case Project::Kind::Sandbox:
        return {Icon::Flask, words(QT_TRANSLATE_NOOP("main_window", "SANDBOX")), Tone::Info};
    case Project::Kind::Test:
        return {Icon::Server, words(QT_TRANSLATE_NOOP("main_window", "TEST")), Tone::Neutral};
    case Project::Kind::Live:
        return {Icon::Globe, words(QT_TRANSLATE_NOOP("main_window", "LIVE")), Tone::Warn};
    }
    Q_UNREACHABLE();
}

QString kindSentence(Project::Kind kind)
{
    switch (kind) {
    case Project::Kind::Sandbox:
        return words(QT_TRANSLATE_NOOP("main_window", "SANDBOX – no real lookups"));
    case Project::Kind::Test:
        return words(QT_TRANSLATE_NOOP("main_window", "TEST – a real account, for trials"));
    case Project::Kind::Live:
        return words(QT_TRANSLATE_NOOP("main_window", "LIVE – real lookups"));
    }
    Q_UNREACHABLE();
}

KindBand::KindBand(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(kBandHeight);
}

void KindBand::setKind(Project::Kind kind)
{
    m_kind = kind;
    update();
}

void KindBand::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colorsOf(palette()).tone(kindLook(m_kind).tone).solid);
}

} // namespace console
