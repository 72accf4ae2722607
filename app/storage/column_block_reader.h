// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"
#include "storage/dictionary.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace console {

class Database;

/// One notification as the file holds it: numbers, and the ids of texts that stand once. The id 0 is "no text".
struct NarrowRow
{
    qint64 id = 0;
    qint64 receivedAt = 0;   ///< milliseconds since 1970, UTC
    QByteArray acceptedTime; ///< UTF-8, as the next one
    QByteArray identity;
    quint32 project = 0, app = 0, channel = 0, status = 0, features = 0;
    quint32 reason = 0, subCode = 0, channelCode = 0, description = 0; ///< these and the line above: terms
    quint32 contact = 0;
    quint32 request = 0;
    SignatureState signature = SignatureState::Valid;
    bool isSignedWithPrevious = false;
    bool repeatsMembers = false;
    JoinKind join = JoinKind::None;
    Outcome outcome = Outcome::New;
    quint32 retries = 0;
    std::optional<qint64> latency; ///< milliseconds
};

/// A request id, and of the lookup asked under it what its rows need.
struct StoredRequest
{
    quint32 id = 0;
    QByteArray requestId;              ///< UTF-8
    quint32 contact = 0;               ///< of the lookup
    std::optional<QString> givenName;  ///< when it was asked, perhaps empty; nothing where it is the contact's anyway
    std::optional<Timestamp> deadline; ///< an answer received after it came late; nothing for what was not asked here
};

/// Reads the narrow columns of a history in blocks of ids, for a copy in memory, and bodies for a search through them.
/// No statement stays open between calls, so that the write-ahead log can shrink. Belongs to the thread that opened it.
/// Errors of all functions: Storage, Busy.
class ColumnBlockReader
{
public:
    /// Errors: also Config when the file is no history of this program.
    [[nodiscard]] static Result<std::unique_ptr<ColumnBlockReader>> open(const QString &path);
    ~ColumnBlockReader();

    /// Another file stands at the path by now: nothing that was read fits to it.
    bool isOutdated() const;

    struct Extent
    {
        qint64 firstId = 0; ///< 0 when there is no notification
        qint64 lastId = 0;
    };
    [[nodiscard]] Result<Extent> extent();

    /// Whole rows, newest first: what is shown before anything else is read.
    [[nodiscard]] Result<QList<NotificationRow>> newestRows(int limit);
    /// Only which there are, ascending, both ends included.
    [[nodiscard]] Result<QList<quint32>> idsOf(qint64 firstId, qint64 lastId);
    /// In ascending order of ids, both ends included.
    [[nodiscard]] Result<> readRows(qint64 firstId, qint64 lastId,
                                    const std::function<void(const NarrowRow &)> &consume);

    /// Rows that have pins, tags or a note: few.
    [[nodiscard]] Result<> readAnnotations(qint64 firstId, qint64 lastId,
                                           const std::function<void(qint64 id, const Annotation &)> &consume);

    /// Terms and contacts with an id above `afterId`, ascending: they only ever grow.
    [[nodiscard]] Result<> readTerms(quint32 afterId,
                                     const std::function<void(quint32 id, const QString &text)> &consume);
    [[nodiscard]] Result<>
    readContacts(quint32 afterId,
                 const std::function<void(quint32 id, const QString &key, const QString &name)> &consume);
    [[nodiscard]] Result<> readRequests(quint32 firstId, quint32 lastId,
                                        const std::function<void(const StoredRequest &)> &consume);
    [[nodiscard]] Result<std::optional<StoredRequest>> findRequest(const QString &requestId);

    /// Bodies byte for byte, in ascending order of ids; an id without one is left out.
    [[nodiscard]] Result<> readBodies(qint64 firstId, qint64 lastId,
                                      const std::function<void(qint64 id, const QByteArray &body)> &consume);

private:
    struct Statements;
    explicit ColumnBlockReader(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Statements> m_statements;
};

} // namespace console
