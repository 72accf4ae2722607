// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/open_enum.h"

namespace console {

/// Why a check failed. Source: OAS ReasonCode (27) and the four further names of the vendor's node SDK (31).
enum class ReasonCode {
    Unrecognized,
    Unknown,
    InternalError,
    RateLimited,
    RecipientInvalidChannelIdentity,
    RecipientNotReachable,
    RecipientNotOptedIn,
    OutsideAllowedSendingWindow,
    ChannelFailure,
    ChannelBadConfiguration,
    ChannelConfigurationMissing,
    MediaTypeUnsupported,
    MediaTooLarge,
    MediaNotReachable,
    NoChannelsLeft,
    TemplateNotFound,
    TemplateInsufficientParameters,
    TemplateNonExistingLanguageOrVersion,
    DeliveryTimedOut,
    DeliveryRejectedDueToPolicy,
    ContactNotFound,
    BadRequest,
    UnknownApp,
    NoChannelIdentityForContact,
    ChannelReject,
    NoPermission,
    NoProfileAvailable,
    UnsupportedOperation,
    InactiveCredential,
    MessageExpired,
    MessageSplitRequired,
    DeliveryReportTimeOut
};

template <>
struct EnumNames<ReasonCode>
{
    using R = ReasonCode;
    using V = std::string_view;
    static constexpr auto table = std::array {
        std::pair {R::Unknown, V("UNKNOWN")},
        std::pair {R::InternalError, V("INTERNAL_ERROR")},
        std::pair {R::RateLimited, V("RATE_LIMITED")},
        std::pair {R::RecipientInvalidChannelIdentity, V("RECIPIENT_INVALID_CHANNEL_IDENTITY")},
        std::pair {R::RecipientNotReachable, V("RECIPIENT_NOT_REACHABLE")},
        std::pair {R::RecipientNotOptedIn, V("RECIPIENT_NOT_OPTED_IN")},
        std::pair {R::OutsideAllowedSendingWindow, V("OUTSIDE_ALLOWED_SENDING_WINDOW")},
        std::pair {R::ChannelFailure, V("CHANNEL_FAILURE")},
        std::pair {R::ChannelBadConfiguration, V("CHANNEL_BAD_CONFIGURATION")},
        std::pair {R::ChannelConfigurationMissing, V("CHANNEL_CONFIGURATION_MISSING")},
        std::pair {R::MediaTypeUnsupported, V("MEDIA_TYPE_UNSUPPORTED")},
        std::pair {R::MediaTooLarge, V("MEDIA_TOO_LARGE")},
        std::pair {R::MediaNotReachable, V("MEDIA_NOT_REACHABLE")},
        std::pair {R::NoChannelsLeft, V("NO_CHANNELS_LEFT")},
        std::pair {R::TemplateNotFound, V("TEMPLATE_NOT_FOUND")},
        std::pair {R::TemplateInsufficientParameters, V("TEMPLATE_INSUFFICIENT_PARAMETERS")},
        std::pair {R::TemplateNonExistingLanguageOrVersion, V("TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION")},
        std::pair {R::DeliveryTimedOut, V("DELIVERY_TIMED_OUT")},
        std::pair {R::DeliveryRejectedDueToPolicy, V("DELIVERY_REJECTED_DUE_TO_POLICY")},
        std::pair {R::ContactNotFound, V("CONTACT_NOT_FOUND")},
        std::pair {R::BadRequest, V("BAD_REQUEST")},
        std::pair {R::UnknownApp, V("UNKNOWN_APP")},
        std::pair {R::NoChannelIdentityForContact, V("NO_CHANNEL_IDENTITY_FOR_CONTACT")},
        std::pair {R::ChannelReject, V("CHANNEL_REJECT")},
        std::pair {R::NoPermission, V("NO_PERMISSION")},
        std::pair {R::NoProfileAvailable, V("NO_PROFILE_AVAILABLE")},
        std::pair {R::UnsupportedOperation, V("UNSUPPORTED_OPERATION")},
        std::pair {R::InactiveCredential, V("INACTIVE_CREDENTIAL")},
        std::pair {R::MessageExpired, V("MESSAGE_EXPIRED")},
        std::pair {R::MessageSplitRequired, V("MESSAGE_SPLIT_REQUIRED")},
        std::pair {R::DeliveryReportTimeOut, V("DELIVERY_REPORT_TIME_OUT")},
    };
};

enum class ReasonSubCode { Unrecognized, Unspecified, AttachmentRejected, MediaTypeUndetermined, InactiveSender };

template <>
struct EnumNames<ReasonSubCode>
{
    static constexpr auto table = std::array {
        std::pair {ReasonSubCode::Unspecified, std::string_view("UNSPECIFIED_SUB_CODE")},
        std::pair {ReasonSubCode::AttachmentRejected, std::string_view("ATTACHMENT_REJECTED")},
        std::pair {ReasonSubCode::MediaTypeUndetermined, std::string_view("MEDIA_TYPE_UNDETERMINED")},
        std::pair {ReasonSubCode::InactiveSender, std::string_view("INACTIVE_SENDER")},
    };
};

/// The reason of one notification. Empty members are absent ones.
struct Reason
{
    OpenEnum<ReasonCode> code;
    OpenEnum<ReasonSubCode> subCode;
    QString channelCode; ///< passed through from the channel; WhatsApp only today
    QString description;

    bool isEmpty() const
    {
        return code.isEmpty() && subCode.isEmpty() && channelCode.isEmpty() && description.isEmpty();
    }
    friend bool operator==(const Reason &, const Reason &) = default;
};

} // namespace console
