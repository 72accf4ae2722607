// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace console {

/// What demo contacts of one country look like. Lists are separated by "|".
struct DemoCountry
{
    const char *region; ///< ISO 3166
    const char *callingCode;
    const char *prefixes; ///< beginnings of mobile numbers, after the calling code
    const char *language; ///< as the API names it
    const char *givenNames;
    const char *familyNames;
    int furtherDigits; ///< how many follow a prefix
    bool isFamilyNameFirst = false;
};

/// Sweden first; the first demo contact is from there.
std::span<const DemoCountry> demoCountries();

} // namespace console
