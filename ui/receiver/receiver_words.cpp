// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_words.h"

#include "core/visible_text.h"
#include "text/duration_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

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

QString dateOf(Timestamp time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMilliseconds(time)).date(), QLocale::ShortFormat);
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

QString certificateSentence(const ReceiverView &view)
{
    const auto *own = view.listener();
    if (!own || !own->certificate)
        return {};
    //: %1 is the name that the certificate is for, %2 a date
    return words(QT_TRANSLATE_NOOP("receiver", "TLS certificate of %1, valid until %2"))
        .arg(visibleLine(own->certificate->subject), dateOf(own->certificate->expiresAt));
}

QString certificateWarning(const ReceiverView &view, Timestamp now)
{
    const auto *own = view.listener();
    if (!own || !own->certificate || !own->isListening)
        return {};
    if (own->certificate->hasExpired(now))
        //: %1 is a date
        return words(QT_TRANSLATE_NOOP("receiver", "the certificate expired on %1: nobody believes it any more"))
            .arg(dateOf(own->certificate->expiresAt));
    if (!own->renewalProblem.isEmpty())
        //: %1 is the cause
        return words(QT_TRANSLATE_NOOP("receiver",
                                       "the renewed certificate cannot be used, the earlier one still is: %1"))
            .arg(own->renewalProblem);
    if (!own->certificate->expiresSoon(now))
        return {};
    const int days = int(std::chrono::floor<std::chrono::days>(own->certificate->expiresAt - now).count());
    if (days == 0)
        return words(QT_TRANSLATE_NOOP("receiver", "the certificate expires in less than a day"));
    return QCoreApplication::translate("receiver", "the certificate expires in %n days", nullptr, days);
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
