// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/reason_profiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace console {

namespace {
using R = ReasonCode;
using G = ReasonGroup;

constexpr auto kIgnored
    = QT_TRANSLATE_NOOP("verdict", "The cause {code} belongs to messages, not to lookups; it is ignored.");
constexpr auto kKeepRaw = QT_TRANSLATE_NOOP("verdict", "Keep the raw answer and tell the tool owner.");
constexpr auto kOurSide
    = QT_TRANSLATE_NOOP("verdict", "We have a technical problem on our side and use another channel.");

constexpr std::array kProfiles {
    ReasonProfile {R::Unknown, G::NotTold, QT_TRANSLATE_NOOP("verdict", "{channel} gave no usable cause."), "",
                   QT_TRANSLATE_NOOP("verdict", "Ask again once; then vendor support with the raw callback.")},
    ReasonProfile {
        R::InternalError, G::Temporary,
        QT_TRANSLATE_NOOP("verdict", "{channel}: the vendor had a fault; this says nothing about the customer."), "",
        QT_TRANSLATE_NOOP("verdict",
                          "Wait 5 minutes and ask again, three times at most; then vendor support "
                          "with the raw callback.")},
    ReasonProfile {R::RateLimited, G::Temporary,
                   QT_TRANSLATE_NOOP("verdict", "{channel} was not asked because of a rate limit."), "",
                   QT_TRANSLATE_NOOP("verdict", "Slow down and ask again after a minute.")},
    ReasonProfile {R::RecipientInvalidChannelIdentity, G::ContactData,
                   QT_TRANSLATE_NOOP("verdict", "The stored {channel} number or id has a wrong form."),
                   QT_TRANSLATE_NOOP("verdict", "Could you confirm your number with country code?"),
                   QT_TRANSLATE_NOOP("verdict", "Correct the contact; an id that belongs to one app needs that app.")},
    ReasonProfile {R::RecipientNotReachable, G::NotReachable,
                   QT_TRANSLATE_NOOP("verdict", "{channel} says this person cannot be reached there."),
                   QT_TRANSLATE_NOOP("verdict", "We could not reach you on {channel}; may we use another channel?"),
                   QT_TRANSLATE_NOOP("verdict", "Use the next channel.")},
    ReasonProfile {R::RecipientNotOptedIn, G::Consent,
                   QT_TRANSLATE_NOOP("verdict", "The customer has not agreed to {channel} messages from us."),
                   QT_TRANSLATE_NOOP("verdict", "If you would like messages on {channel}, please agree first."),
                   QT_TRANSLATE_NOOP("verdict", "Collect and record the opt-in in the consent list of the app.")},
    ReasonProfile {R::OutsideAllowedSendingWindow, G::Window,
                   QT_TRANSLATE_NOOP("verdict", "{channel} is there, but the time for free text is over."),
                   QT_TRANSLATE_NOOP("verdict", "Please send us a short message on {channel} so that we may answer."),
                   QT_TRANSLATE_NOOP("verdict", "Send a template, or wait for an inbound message.")},
    ReasonProfile {R::ChannelFailure, G::Temporary,
                   QT_TRANSLATE_NOOP("verdict", "{channel} had a fault; nothing is known about the customer."), "",
                   QT_TRANSLATE_NOOP("verdict",
                                     "Ask again after 15 minutes; if many fail, look at the channel's status "
                                     "page.")},
    ReasonProfile {R::ChannelBadConfiguration, G::SetUp,
                   QT_TRANSLATE_NOOP("verdict", "Our {channel} set-up is wrong; this is not the customer's problem."),
                   kOurSide,
                   QT_TRANSLATE_NOOP("verdict",
                                     "Configuration owner: check sender, token and region on the {channel} page "
                                     "of the app.")},
    ReasonProfile {R::ChannelConfigurationMissing, G::SetUp,
                   QT_TRANSLATE_NOOP("verdict", "Our app does not have {channel}."), "",
                   QT_TRANSLATE_NOOP("verdict", "Configuration owner: add the channel, or choose the right app.")},
    ReasonProfile {R::MediaTypeUnsupported, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::MediaTooLarge, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::MediaNotReachable, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::NoChannelsLeft, G::ContactData,
                   QT_TRANSLATE_NOOP("verdict", "No channel is left for this contact."),
                   QT_TRANSLATE_NOOP("verdict", "How would you like to be reached?"),
                   QT_TRANSLATE_NOOP("verdict", "Complete the contact or its channel order.")},
    ReasonProfile {R::TemplateNotFound, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::TemplateInsufficientParameters, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::TemplateNonExistingLanguageOrVersion, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::DeliveryTimedOut, G::Temporary,
                   QT_TRANSLATE_NOOP("verdict", "{channel} answered too late; nothing is known about the customer."),
                   "", QT_TRANSLATE_NOOP("verdict", "Ask again after 15 minutes.")},
    ReasonProfile {R::DeliveryRejectedDueToPolicy, G::Refused,
                   QT_TRANSLATE_NOOP("verdict", "{channel} refuses because of its own rules."), "",
                   QT_TRANSLATE_NOOP("verdict", "Channel owner: read the rule named in the description.")},
    ReasonProfile {
        R::ContactNotFound, G::ContactData,
        QT_TRANSLATE_NOOP("verdict", "This contact id does not exist (any more), so {channel} was not asked."), "",
        QT_TRANSLATE_NOOP("verdict", "Search the person again; contacts can be merged or deleted.")},
    ReasonProfile {R::BadRequest, G::SetUp,
                   QT_TRANSLATE_NOOP("verdict", "The vendor refused our question about {channel} as not valid."), "",
                   QT_TRANSLATE_NOOP("verdict", "Give the raw answer to the tool owner.")},
    ReasonProfile {R::UnknownApp, G::SetUp,
                   QT_TRANSLATE_NOOP("verdict", "The app was removed, so {channel} was not asked."), "",
                   QT_TRANSLATE_NOOP("verdict", "Configuration owner: choose another app.")},
    ReasonProfile {R::NoChannelIdentityForContact, G::ContactData,
                   QT_TRANSLATE_NOOP("verdict", "The contact has no {channel} number or id."),
                   QT_TRANSLATE_NOOP("verdict", "On which number or account may we reach you?"),
                   QT_TRANSLATE_NOOP("verdict", "Add the identity on the contact page.")},
    ReasonProfile {R::ChannelReject, G::Refused,
                   QT_TRANSLATE_NOOP("verdict", "{channel} refused for good, without a better cause."), "",
                   QT_TRANSLATE_NOOP("verdict", "Use another channel; channel owner if it repeats.")},
    ReasonProfile {R::NoPermission, G::SetUp, QT_TRANSLATE_NOOP("verdict", "We may not ask this on {channel}."), "",
                   QT_TRANSLATE_NOOP("verdict", "Configuration owner: check the rights of our token.")},
    ReasonProfile {
        R::NoProfileAvailable, G::MessageOnly,
        QT_TRANSLATE_NOOP("verdict", "{channel} has no profile of this person; reachability is not touched."), "", ""},
    ReasonProfile {R::UnsupportedOperation, G::CannotBeAsked,
                   QT_TRANSLATE_NOOP("verdict", "This {channel} route does not allow a check without a message."), "",
                   QT_TRANSLATE_NOOP("verdict", "Do not ask again; send with fallback.")},
    ReasonProfile {R::InactiveCredential, G::SetUp,
                   QT_TRANSLATE_NOOP("verdict", "Our {channel} access is switched off."), kOurSide,
                   QT_TRANSLATE_NOOP("verdict", "Configuration owner: activate it on the {channel} page of the app.")},
    ReasonProfile {R::MessageExpired, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::MessageSplitRequired, G::MessageOnly, kIgnored, "", kKeepRaw},
    ReasonProfile {R::DeliveryReportTimeOut, G::MessageOnly, kIgnored, "", kKeepRaw},
};

constexpr ReasonProfile kUnlisted {
    R::Unrecognized, G::Unlisted,
    QT_TRANSLATE_NOOP("verdict", "{channel} gave a cause this console does not know: {code}."), "",
    QT_TRANSLATE_NOOP("verdict", "Read the description and report the new code to the tool owner.")};

ReasonCode withoutAlias(const OpenEnum<ReasonCode> &code)
{
    if (code.raw == QLatin1String("REJECTED_BY_CHANNEL"))
        return ReasonCode::ChannelReject;
    if (code.raw == QLatin1String("UNSUPPORTED_CONTENT"))
        return ReasonCode::MediaTypeUnsupported;
    return code.value;
}
} // namespace

const ReasonProfile &reasonProfile(const OpenEnum<ReasonCode> &code)
{
    const ReasonCode wanted = withoutAlias(code);
    const auto found = std::find_if(kProfiles.begin(), kProfiles.end(),
                                    [&](const ReasonProfile &profile) { return profile.code == wanted; });
    return found == kProfiles.end() ? kUnlisted : *found;
}

std::span<const ReasonProfile> reasonProfiles()
{
    return kProfiles;
}

} // namespace console
