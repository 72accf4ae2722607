// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/term_text.h"

#include <QCoreApplication>

namespace console {

namespace {
QString words(const char *source)
{
    return QCoreApplication::translate("verdict", source);
}

struct CauseWords
{
    Cause cause;
    const char *words;
};

constexpr std::array kCauseWords {
    CauseWords {Cause::AlwaysYesSource, QT_TRANSLATE_NOOP("verdict", "this channel says yes to everybody")},
    CauseWords {Cause::CannotBeAsked, QT_TRANSLATE_NOOP("verdict", "this channel cannot be asked without sending")},
    CauseWords {Cause::CapableByDefault, QT_TRANSLATE_NOOP("verdict", "nothing can be checked, so yes is the default")},
    CauseWords {Cause::CauseNotTold, QT_TRANSLATE_NOOP("verdict", "the cause is not told")},
    CauseWords {Cause::ChannelDirectory, QT_TRANSLATE_NOOP("verdict", "the channel has a directory and looked it up")},
    CauseWords {Cause::ChannelDoesNotTell, QT_TRANSLATE_NOOP("verdict", "the channel does not tell")},
    CauseWords {Cause::ChannelNotActive, QT_TRANSLATE_NOOP("verdict", "our channel is not active")},
    CauseWords {Cause::ChannelStatement, QT_TRANSLATE_NOOP("verdict", "the channel said so about this person")},
    CauseWords {Cause::Conflict, QT_TRANSLATE_NOOP("verdict", "two different answers to one question")},
    CauseWords {Cause::Consent, QT_TRANSLATE_NOOP("verdict", "no consent")},
    CauseWords {Cause::Contradiction, QT_TRANSLATE_NOOP("verdict", "status and cause contradict each other")},
    CauseWords {Cause::FeatureList, QT_TRANSLATE_NOOP("verdict", "the answer lists features")},
    CauseWords {Cause::HistoryInference, QT_TRANSLATE_NOOP("verdict", "inferred from our own history")},
    CauseWords {Cause::MessageOnlyReason, QT_TRANSLATE_NOOP("verdict", "the cause belongs to messages")},
    CauseWords {Cause::RejectedSignature, QT_TRANSLATE_NOOP("verdict", "refused by the receiver")},
    CauseWords {Cause::SetupFault, QT_TRANSLATE_NOOP("verdict", "our own set-up or contact data")},
    CauseWords {Cause::Silent, QT_TRANSLATE_NOOP("verdict", "no answer came")},
    CauseWords {Cause::Stale, QT_TRANSLATE_NOOP("verdict", "the answer is stale")},
    CauseWords {Cause::TemporaryFault, QT_TRANSLATE_NOOP("verdict", "a passing fault")},
    CauseWords {Cause::TooOld, QT_TRANSLATE_NOOP("verdict", "the answer is older than 31 days")},
    CauseWords {Cause::UnexpectedForChannel, QT_TRANSLATE_NOOP("verdict", "unexpected for this channel")},
    CauseWords {Cause::UnlistedChannel, QT_TRANSLATE_NOOP("verdict", "a channel this console does not know")},
    CauseWords {Cause::UnlistedReason, QT_TRANSLATE_NOOP("verdict", "a cause this console does not know")},
    CauseWords {Cause::UnlistedStatus, QT_TRANSLATE_NOOP("verdict", "a status this console does not know")},
    CauseWords {Cause::Unsigned, QT_TRANSLATE_NOOP("verdict", "the answer is unsigned")},
    CauseWords {Cause::Unstable, QT_TRANSLATE_NOOP("verdict", "the answer changes often")},
    CauseWords {Cause::WindowClosed, QT_TRANSLATE_NOOP("verdict", "the time for free text is over")},
};
} // namespace

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Confirmed:
        return words(QT_TRANSLATE_NOOP("verdict", "confirmed"));
    case Confidence::Assumed:
        return words(QT_TRANSLATE_NOOP("verdict", "assumed"));
    case Confidence::Weak:
        return words(QT_TRANSLATE_NOOP("verdict", "weak"));
    case Confidence::Unknown:
        return words(QT_TRANSLATE_NOOP("verdict", "unknown"));
    }
    return {};
}

QString reachText(Reach reach)
{
    switch (reach) {
    case Reach::Yes:
        return words(QT_TRANSLATE_NOOP("verdict", "reachable"));
    case Reach::Limited:
        return words(QT_TRANSLATE_NOOP("verdict", "reachable, with limits"));
    case Reach::No:
        return words(QT_TRANSLATE_NOOP("verdict", "not reachable"));
    case Reach::Blocked:
        return words(QT_TRANSLATE_NOOP("verdict", "blocked: we may not write now"));
    case Reach::Unknown:
        return words(QT_TRANSLATE_NOOP("verdict", "not known"));
    }
    return {};
}

QString ownerText(Owner owner)
{
    switch (owner) {
    case Owner::Customer:
        return words(QT_TRANSLATE_NOOP("verdict", "the customer"));
    case Owner::Config:
        return words(QT_TRANSLATE_NOOP("verdict", "we: set-up or contact data"));
    case Owner::Channel:
        return words(QT_TRANSLATE_NOOP("verdict", "the channel or the vendor"));
    case Owner::Temporary:
        return words(QT_TRANSLATE_NOOP("verdict", "time alone"));
    case Owner::Nobody:
        return words(QT_TRANSLATE_NOOP("verdict", "nobody: nothing to change"));
    }
    return {};
}

QString causeText(Cause cause)
{
    for (const auto &[known, source] : kCauseWords) {
        if (known == cause)
            return words(source);
    }
    return termName(cause);
}

} // namespace console
