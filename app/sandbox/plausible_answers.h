// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/planned_callback.h"

namespace console {

/// Answers as a channel might give them: mostly yes, with the doubts that the channel has. The same for the same seed,
/// channel and identity.
class PlausibleAnswers
{
public:
    explicit PlausibleAnswers(quint64 seed)
        : m_seed(seed)
    { }

    CapabilityAnswer answerFor(const QString &channel, const QString &identity) const;
    /// Channel features as the channel would list them; at least one.
    QStringList someFeatures(const QString &channel, const QString &identity) const;
    /// 0.3 to 3 seconds.
    std::chrono::milliseconds delayFor(const QString &channel, const QString &identity) const;

private:
    /// A number that looks random; purpose keeps the uses apart.
    quint64 draw(const char *purpose, const QString &channel, const QString &identity) const;

    quint64 m_seed;
};

} // namespace console
