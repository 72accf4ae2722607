// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql.h"

#include <QHash>

namespace console {

/// What a term is; the numbers are stored.
enum class TermKind {
    Project = 1,
    App,
    Channel,
    Status,
    Features,
    Reason,
    SubCode,
    ChannelCode,
    Description,
    EventKind
};

/// Ids of texts that repeat: each stands once in the file. Writer's side; remembers what it has seen.
/// Functions throw SqlFailure. Thread: the writer's.
class Dictionary
{
public:
    explicit Dictionary(const QSqlDatabase &database);

    /// The id of a text, made when it is new; NULL for the empty text.
    QVariant term(TermKind kind, const QString &text);
    /// The id of a contact; a name that is not empty replaces the one known before. NULL for the empty key.
    QVariant contact(const QString &key, const QString &name = {});
    QString contactName(const QString &key);
    struct KeptRequest
    {
        qint64 id;
        bool isNew; ///< made by this very call: nothing in the file names it yet
    };
    /// The id of a request id, made when it is new.
    KeptRequest keepRequest(const QString &requestId);
    qint64 request(const QString &requestId) { return keepRequest(requestId).id; }
    std::optional<qint64> findRequest(const QString &requestId);

    /// After a rollback, what was made in it is no longer true.
    void forget();
    /// It was taken out of the file.
    void forgetRequest(const QString &requestId) { m_requests.remove(requestId); }

private:
    struct ContactEntry
    {
        qint64 id;
        QString name;
    };
    std::optional<ContactEntry> loadContact(const QString &key);

    QHash<QPair<int, QString>, qint64> m_terms;
    QHash<QString, ContactEntry> m_contacts;
    QHash<QString, qint64> m_requests;
    Statement m_findTerm, m_addTerm, m_findContact, m_addContact, m_renameContact, m_findRequest, m_addRequest;
};

/// A list of features as one term: separated by a character that no feature name holds.
QString joinFeatures(const QStringList &features);
QStringList splitFeatures(const QString &text);

} // namespace console
