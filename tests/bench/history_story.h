// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_notification.h"
#include "domain/lookup.h"
#include "domain/verified_body.h"

#include <random>
#include <vector>

namespace console {

/// One callback of a made-up history, signed and decoded.
struct StoryCallback
{
    VerifiedBody body;
    CapabilityNotification notification;
};

/// A lookup and all that is heard about it.
struct StoryLookup
{
    std::optional<Lookup> lookup; ///< nothing: these callbacks were not asked for here
    std::vector<StoryCallback> callbacks;
};

/// Makes up a plausible history, the same for the same seed: some thousands of contacts in a dozen countries, who are
/// asked about on two to five channels over sixty days; most answers come within seconds, some late, twice or differently.
class HistoryStory
{
public:
    HistoryStory(quint64 seed, qint64 expectedRows);

    StoryLookup next();

private:
    struct Person
    {
        QString id;
        QString name;
        QList<ChannelIdentity> addresses;
    };
    struct Answer
    {
        QByteArray status;
        QList<QByteArray> features;
        QByteArray reason; ///< a JSON object, or nothing
    };

    quint64 dice(quint64 sides) { return m_random() % sides; }
    bool happens(int perMille) { return dice(1000) < quint64(perMille); }
    template <typename List>
    const auto &oneOf(const List &list)
    {
        return list[size_t(dice(std::size(list)))];
    }
    QByteArray ulid(Timestamp at);
    Person makePerson();
    Answer makeAnswer(const ChannelName &channel);
    QByteArray notificationJson(const Person &person, const ChannelIdentity &address, const Answer &answer,
                                const QByteArray &requestId);
    CapabilityNotification notification(const Person &person, const ChannelIdentity &address, const Answer &answer,
                                        const QByteArray &requestId);
    VerifiedBody sign(const QByteArray &body, Timestamp at);
    StoryCallback makeCallback(const Person &person, const ChannelIdentity &address, const Answer &answer,
                               const QByteArray &requestId, const QByteArray &appId, Timestamp at);

    std::mt19937_64 m_random;
    std::vector<Person> m_people;
    std::vector<QByteArray> m_apps;
    Timestamp m_now;
    qint64 m_stepMs; ///< between two lookups, on average
};

} // namespace console
