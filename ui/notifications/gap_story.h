// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"
#include "domain/receiver_gap.h"

#include <QString>

#include <functional>

namespace console {

/// What a line of the table tells of gaps, and offers.
struct GapStory
{
    struct Missed
    {
        Lookup lookup;
        QString name; ///< whom it asked about
    };
    QString words; ///< what happened
    QString cost;  ///< whose answers that may have cost; empty when nothing is known of any
    QList<Missed> missed;
    bool mayAskAgain = false;

    QString text() const { return cost.isEmpty() ? words : words + QLatin1Char(' ') + cost; }
};

using GapTeller = std::function<GapStory(const QList<ReceiverGap> &)>;

/// "The machine slept from 12:03 to 12:41, and no callback could be heard."
QString gapSentence(const ReceiverGap &gap);
/// The same of several that share a line, oldest first.
QString gapsSentence(const QList<ReceiverGap> &gaps);

} // namespace console

Q_DECLARE_METATYPE(console::GapStory)
