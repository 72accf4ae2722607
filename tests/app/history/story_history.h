// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/history_fixture.h"
#include "bench/history_story.h"
#include "history/column_loader.h"

namespace console {

/// A history with a made-up story in it, written as the receiver writes.
class StoryHistory : public HistoryFixture
{
public:
    explicit StoryHistory(int lookups, quint64 seed = 7)
        : m_story(seed, 20'000)
    {
        ask(smsLookup("01FLAT"));
        record(NotificationJson {}.flat());                                         // joined by its recipient
        record(NotificationJson {.channel = "LINE", .identity = "Unobody"}.flat()); // and one that nobody asked for
        record(NotificationJson {.more = ",\"channel\":\"RCS\""}.flat());           // a member twice
        recordSignedWithPrevious(NotificationJson {.channel = "MMS"}.flat());
        tell(lookups);
    }

    /// Further lookups with all that is heard about them. \returns the last commit's batch and those before it as one.
    HistoryBatch tell(int lookups)
    {
        batches.clear();
        QFuture<Result<Recorded>> last;
        for (int i = 0; i < lookups; ++i) {
            const StoryLookup told = m_story.next();
            if (told.lookup) {
                writer->insertLookup(*told.lookup);
                writer->markRegistered(told.lookup->requestId, *told.lookup->registeredAt, {});
            }
            for (const StoryCallback &callback : told.callbacks)
                last = writer->record(callback.body, callback.notification);
            if (i % kLookupsAtOnce == kLookupsAtOnce - 1 || i == lookups - 1)
                settled(last);
        }
        HistoryBatch all;
        for (const HistoryBatch &batch : batches) {
            all.added += batch.added;
            all.changed += batch.changed;
            all.lookups += batch.lookups;
        }
        return all;
    }

private:
    static constexpr int kLookupsAtOnce = 100; // some 500 orders, far below HistoryWriter::kQueueLimit

    HistoryStory m_story;
};

/// A store with the whole of a file in it.
class LoadedStore
{
public:
    explicit LoadedStore(const QString &path)
    {
        auto opened = ColumnLoader::open(path, store);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        loader = *std::move(opened);
        const auto extent = loader->reader().extent();
        if (!loader->loadBlock(extent->firstId, extent->lastId))
            qFatal("the block cannot be loaded");
        firstId = quint32(extent->firstId);
        lastId = quint32(extent->lastId);
    }

    ColumnStore store;
    std::unique_ptr<ColumnLoader> loader;
    quint32 firstId = 0;
    quint32 lastId = 0;
};

} // namespace console
