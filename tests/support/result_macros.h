// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QTest>

/// Fails with the error's own words.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        QVERIFY2(verifiedResult.has_value(),                                                                           \
                 verifiedResult ? ""                                                                                   \
                                : qPrintable(verifiedResult.error().detail + QLatin1Char(' ')                          \
                                             + verifiedResult.error().vendorWords));                                   \
    } while (false)

#define COMPARE_ERROR(result, expectedKind)                                                                            \
    do {                                                                                                               \
        const auto &comparedResult = (result);                                                                         \
        QVERIFY2(!comparedResult.has_value(), "a value where an error was expected");                                  \
        QVERIFY2(comparedResult.error().kind == (expectedKind), qPrintable(comparedResult.error().detail));            \
    } while (false)
