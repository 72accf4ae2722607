// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_status.h"

#include "ui/theme/tinted_icon.h"
#include "ui/theme/widget_roles.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QWidgetAction>

namespace console {

namespace {
constexpr int kPadding = 4;
constexpr int kMenuPadding = 12;
} // namespace

ReceiverStatus::ReceiverStatus(const Clock &clock, QWidget *parent)
    : QToolButton(parent)
    , m_clock(clock)
    , m_copyUrl(new QAction(tintedIcon(Icon::Copy), tr("Copy the callback URL"), this))
    , m_listenAgain(new QAction(tintedIcon(Icon::Refresh), tr("Listen again"), this))
{
    setObjectName(QStringLiteral("receiverStatus"));
    setAccessibleName(tr("Receiver status"));
    setFocusPolicy(Qt::TabFocus);
    setButtonRole(this, ButtonRole::Quiet);
    setPopupMode(InstantPopup);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ReceiverStatus::fillMenu);
    connect(m_copyUrl, &QAction::triggered, this, &ReceiverStatus::copyUrl);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &ReceiverStatus::refresh);
    refresh();
}

void ReceiverStatus::setView(const ReceiverView &view)
{
    m_view = view;
    m_copyUrl->setEnabled(!view.callbackUrl.isEmpty());
    m_listenAgain->setEnabled(view.offBecause.isEmpty() && !view.problem().isEmpty());
    const auto *own = view.listener();
    if ((view.state.lastCallbackAt || (own && own->certificate)) && !m_tick.isActive())
        m_tick.start();
    refresh();
}

void ReceiverStatus::refresh()
{
    const auto *listener = m_view.listener();
    const bool isListening = listener && listener->isListening && m_view.offBecause.isEmpty();
    ChipLook look {Icon::Plug, receiverShortText(m_view, m_clock.now()), Tone::Info, true};
    const QString warning = certificateWarning(m_view, m_clock.now());
    if (!m_view.problem().isEmpty())
        look = {Icon::TriangleAlert, look.word, Tone::Bad};
    else if (!warning.isEmpty())
        look = {Icon::TriangleAlert, look.word, warningTone()};
    else if (isListening)
        look = {Icon::Radio, look.word, Tone::Ok};
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleDescription(
        QStringList {m_look.word, receiverSentence(m_view), warning}.join(QStringLiteral(". ")).trimmed());
    setToolTip(!m_view.problem().isEmpty() ? m_view.problem() : warning.isEmpty() ? receiverSentence(m_view) : warning);
    updateGeometry();
    update();
}

Tone ReceiverStatus::warningTone() const
{
    const auto *own = m_view.listener();
    const bool hasExpired = own && own->certificate && own->certificate->hasExpired(m_clock.now());
    return hasExpired ? Tone::Bad : Tone::Warn;
}

/// Lines to read, not orders: a disabled entry would be too faint for what matters here.
void ReceiverStatus::tell(const QString &line, Tone tone)
{
    auto *label = new QLabel(line, menu());
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(kMenuPadding, kPadding, kMenuPadding, kPadding);
    if (tone != Tone::Neutral) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, colorsOf(palette()).tone(tone).text);
        label->setPalette(colors);
    }
    auto *entry = new QWidgetAction(menu());
    entry->setText(line);
    entry->setDefaultWidget(label);
    menu()->addAction(entry);
}

void ReceiverStatus::fillMenu()
{
    menu()->clear();
    tell(receiverSentence(m_view), m_view.problem().isEmpty() ? Tone::Neutral : Tone::Bad);
    if (!m_view.callbackUrl.isEmpty())
        tell(m_view.callbackUrl.toString(), Tone::Neutral);
    if (const QString certificate = certificateSentence(m_view); !certificate.isEmpty())
        tell(certificate, Tone::Neutral);
    if (const QString warning = certificateWarning(m_view, m_clock.now()); !warning.isEmpty())
        tell(warning, warningTone());
    const QLocale locale;
    tell(tr("%1 accepted, %2 refused, %3 could not be stored since the start")
             .arg(locale.toString(m_view.state.accepted), locale.toString(m_view.state.rejected),
                  locale.toString(m_view.state.unavailable)),
         Tone::Neutral);
    if (m_view.state.withoutTls > 0)
        tell(tr("%n connections ended before TLS was agreed on", nullptr, int(m_view.state.withoutTls)), Tone::Neutral);
    menu()->addSeparator();
    menu()->addAction(m_copyUrl);
    if (m_listenAgain->isEnabled())
        menu()->addAction(m_listenAgain);
}

void ReceiverStatus::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_view.callbackUrl.toString(QUrl::FullyEncoded));
}

QSize ReceiverStatus::sizeHint() const
{
    const QSize chip = chipSize(m_look, font());
    return {chip.width() + 2 * kPadding, std::max(chip.height() + 2 * kPadding, kControlHeight)};
}

void ReceiverStatus::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    option.features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
    paintChip(&painter, rect().adjusted(kPadding, 0, -kPadding, 0), m_look, palette(), font(), ChipGround::Plain,
              layoutDirection());
}

} // namespace console
