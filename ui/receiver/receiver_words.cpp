// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_words.h"

#include "text/duration_text.h"

#include <QCoreApplication>

namespace console {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("receiver", source);
}

/// Loopback goes without saying.
QString shortAddress(const ListenAddress &address)
{
    return address.isLoopback() ? QStringLiteral(":%1").arg(address.port) : address.toString();
}

} // namespace

const ListenerState *ReceiverView::listener() const
{
    const auto found = std::find_if(state.listeners.begin(), state.listeners.end(),
                                    [&](const ListenerState &one) { return one.wanted == wanted; });
    return found == state.listeners.end() ? nullptr : &*found;
}

QString ReceiverView::problem() const
{
    if (!offBecause.isEmpty())
        return offBecause;
    const auto *own = listener();
    return own && !own->isListening ? own->problem : QString();
}

QString receiverShortText(const ReceiverView &view, Timestamp now)
{
    if (!view.offBecause.isEmpty())
        return words(QT_TRANSLATE_NOOP("receiver", "Receiver off"));
    const auto *own = view.listener();
    if (!own)
        return words(QT_TRANSLATE_NOOP("receiver", "Receiver starting"));
    if (!own->isListening)
        //: %1 is an address such as :8787
        return words(QT_TRANSLATE_NOOP("receiver", "Receiver %1 cannot listen")).arg(shortAddress(own->wanted));
    const QString address = words(QT_TRANSLATE_NOOP("receiver", "Receiver %1")).arg(shortAddress(own->actual));
    if (!view.state.lastCallbackAt)
        return address;
    return address + QStringLiteral(" · ") + ageText(now - *view.state.lastCallbackAt);
}

QString receiverSentence(const ReceiverView &view)
{
    if (!view.offBecause.isEmpty())
        //: %1 is the cause
        return words(QT_TRANSLATE_NOOP("receiver", "receiver off: %1")).arg(view.offBecause);
    const auto *own = view.listener();
    if (!own)
        return words(QT_TRANSLATE_NOOP("receiver", "receiver starting"));
    if (own->isListening)
        return words(QT_TRANSLATE_NOOP("receiver", "receiver %1 listening")).arg(own->actual.toString());
    return words(QT_TRANSLATE_NOOP("receiver", "receiver %1 not listening: %2"))
        .arg(own->wanted.toString(), own->problem);
}

} // namespace console
