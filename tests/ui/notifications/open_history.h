// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "lookup/lookup_service.h"
#include "storage/history_store.h"
#include "support/fake_clock.h"

#include <QTemporaryDir>

namespace console {

/// A history in a temporary folder with what the pages need of it.
struct OpenHistory
{
    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<HistoryStore> store
        = std::move(HistoryStore::open(folder.filePath(QStringLiteral("h.sqlite")), clock).value());
    HistoryAccess access {store->path()};
    LookupService lookups {store->writer(), clock};
};

} // namespace console
