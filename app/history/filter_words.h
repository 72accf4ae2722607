// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_status.h"
#include "history/filter.h"

#include <array>
#include <string_view>

namespace console {

/// How the values of a field are written.
enum class FilterValues { Whole, Part, Time, Duration, Number, Fact };

/// A word before the colon. The first name of a field is the one that is proposed.
struct FilterFieldWord
{
    std::string_view name;
    FilterField field;
    FilterValues values;
};

inline constexpr std::array kFilterFieldWords {
    FilterFieldWord {"project", FilterField::Project, FilterValues::Part},
    FilterFieldWord {"app", FilterField::App, FilterValues::Part},
    FilterFieldWord {"contact", FilterField::Contact, FilterValues::Part},
    FilterFieldWord {"channel", FilterField::Channel, FilterValues::Whole},
    FilterFieldWord {"identity", FilterField::Identity, FilterValues::Whole},
    FilterFieldWord {"status", FilterField::Status, FilterValues::Whole},
    FilterFieldWord {"capability", FilterField::Status, FilterValues::Whole},
    FilterFieldWord {"reason", FilterField::Reason, FilterValues::Whole},
    FilterFieldWord {"description", FilterField::Description, FilterValues::Part},
    FilterFieldWord {"features", FilterField::Features, FilterValues::Whole},
    FilterFieldWord {"feature", FilterField::Features, FilterValues::Whole},
    FilterFieldWord {"request", FilterField::Request, FilterValues::Whole},
    FilterFieldWord {"lookup", FilterField::Request, FilterValues::Whole},
    FilterFieldWord {"received", FilterField::Received, FilterValues::Time},
    FilterFieldWord {"latency", FilterField::Latency, FilterValues::Duration},
    FilterFieldWord {"retries", FilterField::Retries, FilterValues::Number},
    FilterFieldWord {"tag", FilterField::Tag, FilterValues::Whole},
    FilterFieldWord {"note", FilterField::Note, FilterValues::Part},
    FilterFieldWord {"is", FilterField::Is, FilterValues::Fact},
    FilterFieldWord {"raw", FilterField::Raw, FilterValues::Part},
};

inline constexpr std::array kFilterFactWords {
    std::pair {FilterFact::Late, std::string_view("late")},
    std::pair {FilterFact::New, std::string_view("new")},
    std::pair {FilterFact::Conflict, std::string_view("conflict")},
    std::pair {FilterFact::Signed, std::string_view("signed")},
    std::pair {FilterFact::Unsigned, std::string_view("unsigned")},
    std::pair {FilterFact::Joined, std::string_view("joined")},
    std::pair {FilterFact::ByRecipient, std::string_view("by_recipient")},
    std::pair {FilterFact::NotAsked, std::string_view("not_asked")},
    std::pair {FilterFact::Retried, std::string_view("retried")},
    std::pair {FilterFact::Pinned, std::string_view("pinned")},
    std::pair {FilterFact::Tagged, std::string_view("tagged")},
    std::pair {FilterFact::Noted, std::string_view("noted")},
    std::pair {FilterFact::PreviousSecret, std::string_view("previous_secret")},
    std::pair {FilterFact::RepeatedMembers, std::string_view("duplicate_members")},
};

/// Short words for the four statuses, beside the vendor's own.
inline constexpr std::array kFilterStatusWords {
    std::pair {Capability::Full, std::string_view("full")},
    std::pair {Capability::Partial, std::string_view("partial")},
    std::pair {Capability::None, std::string_view("none")},
    std::pair {Capability::Unknown, std::string_view("unknown")},
};

inline QLatin1String latin1(std::string_view word)
{
    return {word.data(), qsizetype(word.size())};
}

} // namespace console
