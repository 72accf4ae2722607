// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/open_enum.h"

namespace console {

/// Who can change the result: the person, us (set-up or contact data), the channel or its network, time alone, nobody.
enum class Owner { Customer, Config, Channel, Temporary, Nobody };

/// How safely a sentence about the person may be repeated, best first.
enum class Confidence { Confirmed, Assumed, Weak, Unknown };

/// Limited: fewer features. Blocked: technically there, but we may not write now.
enum class Reach { Yes, Limited, No, Blocked, Unknown };

/// Whether another lookup is worth it now.
enum class AskAgain { Yes, No };

/// Info: works. Notice: works with a caveat, or not known. Warning: not reached here. Error: we must repair something.
enum class Severity { Info, Notice, Warning, Error };

/// What the answer promises about features.
enum class FeaturePromise { All, Listed, TextOnly, NotTold, None };

/// Why the confidence is what it is.
enum class Cause {
    AlwaysYesSource,
    CannotBeAsked,
    CapableByDefault,
    CauseNotTold,
    ChannelDirectory,
    ChannelDoesNotTell,
    ChannelNotActive,
    ChannelStatement,
    Conflict,
    Consent,
    Contradiction,
    FeatureList,
    HistoryInference,
    MessageOnlyReason,
    RejectedSignature,
    SetupFault,
    Silent,
    Stale,
    TemporaryFault,
    TooOld,
    UnexpectedForChannel,
    UnlistedChannel,
    UnlistedReason,
    UnlistedStatus,
    Unsigned,
    Unstable,
    WindowClosed
};

template <>
struct EnumNames<Owner>
{
    static constexpr auto table = std::array {
        std::pair {Owner::Customer, std::string_view("customer")},
        std::pair {Owner::Config, std::string_view("config")},
        std::pair {Owner::Channel, std::string_view("channel")},
        std::pair {Owner::Temporary, std::string_view("temporary")},
        std::pair {Owner::Nobody, std::string_view("nobody")},
    };
};

template <>
struct EnumNames<Confidence>
{
    static constexpr auto table = std::array {
        std::pair {Confidence::Confirmed, std::string_view("confirmed")},
        std::pair {Confidence::Assumed, std::string_view("assumed")},
        std::pair {Confidence::Weak, std::string_view("weak")},
        std::pair {Confidence::Unknown, std::string_view("unknown")},
    };
};

template <>
struct EnumNames<Reach>
{
    static constexpr auto table = std::array {
        std::pair {Reach::Yes, std::string_view("yes")},
        std::pair {Reach::Limited, std::string_view("limited")},
        std::pair {Reach::No, std::string_view("no")},
        std::pair {Reach::Blocked, std::string_view("blocked")},
        std::pair {Reach::Unknown, std::string_view("unknown")},
    };
};

template <>
struct EnumNames<AskAgain>
{
    static constexpr auto table = std::array {
        std::pair {AskAgain::Yes, std::string_view("yes")},
        std::pair {AskAgain::No, std::string_view("no")},
    };
};

template <>
struct EnumNames<Severity>
{
    static constexpr auto table = std::array {
        std::pair {Severity::Info, std::string_view("info")},
        std::pair {Severity::Notice, std::string_view("notice")},
        std::pair {Severity::Warning, std::string_view("warning")},
        std::pair {Severity::Error, std::string_view("error")},
    };
};

template <>
struct EnumNames<FeaturePromise>
{
    static constexpr auto table = std::array {
        std::pair {FeaturePromise::All, std::string_view("all")},
        std::pair {FeaturePromise::Listed, std::string_view("listed")},
        std::pair {FeaturePromise::TextOnly, std::string_view("textOnly")},
        std::pair {FeaturePromise::NotTold, std::string_view("notTold")},
        std::pair {FeaturePromise::None, std::string_view("none")},
    };
};

template <>
struct EnumNames<Cause>
{
    using V = std::string_view;
    static constexpr auto table = std::array {
        std::pair {Cause::AlwaysYesSource, V("alwaysYesSource")},
        std::pair {Cause::CannotBeAsked, V("cannotBeAsked")},
        std::pair {Cause::CapableByDefault, V("capableByDefault")},
        std::pair {Cause::CauseNotTold, V("causeNotTold")},
        std::pair {Cause::ChannelDirectory, V("channelDirectory")},
        std::pair {Cause::ChannelDoesNotTell, V("channelDoesNotTell")},
        std::pair {Cause::ChannelNotActive, V("channelNotActive")},
        std::pair {Cause::ChannelStatement, V("channelStatement")},
        std::pair {Cause::Conflict, V("conflict")},
        std::pair {Cause::Consent, V("consent")},
        std::pair {Cause::Contradiction, V("contradiction")},
        std::pair {Cause::FeatureList, V("featureList")},
        std::pair {Cause::HistoryInference, V("historyInference")},
        std::pair {Cause::MessageOnlyReason, V("messageOnlyReason")},
        std::pair {Cause::RejectedSignature, V("rejectedSignature")},
        std::pair {Cause::SetupFault, V("setupFault")},
        std::pair {Cause::Silent, V("silent")},
        std::pair {Cause::Stale, V("stale")},
        std::pair {Cause::TemporaryFault, V("temporaryFault")},
        std::pair {Cause::TooOld, V("tooOld")},
        std::pair {Cause::UnexpectedForChannel, V("unexpectedForChannel")},
        std::pair {Cause::UnlistedChannel, V("unlistedChannel")},
        std::pair {Cause::UnlistedReason, V("unlistedReason")},
        std::pair {Cause::UnlistedStatus, V("unlistedStatus")},
        std::pair {Cause::Unsigned, V("unsigned")},
        std::pair {Cause::Unstable, V("unstable")},
        std::pair {Cause::WindowClosed, V("windowClosed")},
    };
};

/// The untranslated word of a term: "confirmed", "alwaysYesSource".
template <typename E>
QString termName(E term)
{
    for (const auto &[known, name] : EnumNames<E>::table) {
        if (known == term)
            return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    return {};
}

} // namespace console
