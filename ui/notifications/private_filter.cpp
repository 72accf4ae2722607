// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/private_filter.h"

#include "ui/masking/masker.h"

#include <QRegularExpression>

namespace console {

namespace {

// What no person is in: the other fields hold names, identities, ids and texts of somebody's own.
const QString kHarmless
    = QStringLiteral("(?:channel|status|capability|features?|received|latency|retries|is|project|app)");

} // namespace

bool mayNameSomebody(const QString &filter)
{
    static const QRegularExpression harmless(
        QStringLiteral(
            "\\b%1[:<>]=?(?:\"[^\"]*\"|[^\\s(),\"]*)(?:,(?:\"[^\"]*\"|[^\\s(),\"]*))*|\\b(?:and|or|not)\\b|[()\\s]")
            .arg(kHarmless),
        QRegularExpression::CaseInsensitiveOption);
    return !QString(filter).remove(harmless).isEmpty();
}

FilterCompletion shownProposals(const QString &text, FilterCompletion completion)
{
    static const QRegularExpression field(QStringLiteral("(?:^|[\\s(])([A-Za-z_]+)[:<>]=?[^\\s(]*$"));
    if (!Masker::instance().isOn())
        return completion;
    const auto match = field.match(text.left(completion.position));
    static const QRegularExpression harmless(QStringLiteral("^%1$").arg(kHarmless),
                                             QRegularExpression::CaseInsensitiveOption);
    if (match.hasMatch() && !harmless.match(match.captured(1)).hasMatch())
        completion.candidates.removeIf([](const QString &) { return true; });
    return completion;
}

} // namespace console
