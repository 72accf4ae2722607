// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/code_map.h"
#include "history/column_store.h"
#include "history/row_block.h"

#include <QHash>

namespace console {

/// Fills a store from the file: the newest rows whole, the rest in blocks of ids. Belongs to the store's writing thread.
/// Errors of all functions: Storage, Busy.
class ColumnLoader
{
public:
    /// Errors: also Config when the file is no history. The store outlives the loader.
    [[nodiscard]] static Result<std::unique_ptr<ColumnLoader>> open(const QString &path, ColumnStore &store);

    ColumnBlockReader &reader() { return *m_reader; }
    /// Where another file took the place of its own: reads that one from now on. \returns whether it did.
    [[nodiscard]] Result<bool> followFile(const QString &path);

    /// Rows with all their texts, newest first: nothing else needs to be read before they can be shown.
    [[nodiscard]] Result<QList<NotificationRow>> loadNewest(int limit);
    /// Puts the rows of a block into the store. \returns how many that are.
    [[nodiscard]] Result<qint64> put(const RowBlock &block);
    /// Reads a block and puts it into the store.
    [[nodiscard]] Result<qint64> loadBlock(qint64 firstId, qint64 lastId);
    /// Puts a row that arrived, or changed, into the store.
    [[nodiscard]] Result<> add(const NotificationRow &row);
    /// What is stored of a lookup has changed: until when its answers come in time.
    [[nodiscard]] Result<> refreshLookup(const QString &requestId);
    /// Lets go of what only blocks need: at their end, and when rows were removed from the file.
    void forgetKnown();

private:
    struct Request
    {
        quint32 code = 0;      ///< 0: not known
        quint32 contact = 0;   ///< of the lookup
        quint32 givenName = 0; ///< number of the name that the lookup was given; 0 the contact's own, 1 none
    };
    struct Contact
    {
        QString key;
        QString name;
    };
    /// Ids of the file that were met, and the codes that they have in the store.
    struct Known
    {
        QHash<quint32, QString> terms;
        QHash<quint32, Contact> contacts;
        quint32 lastTerm = 0;
        quint32 lastContact = 0;
        QHash<quint32, std::vector<Request>> requestPages;
        QHash<QString, quint32> nameNumbers;
        QStringList names {{}, {}};
        CodeMap<10> kinds;
        CodeMap<3> people;
    };

    ColumnLoader(std::unique_ptr<ColumnBlockReader> reader, ColumnStore &store);
    RowColumns columnsOf(const BlockRow &row, const RowBlock &block);
    Request request(quint32 id);
    void learnRequests(std::vector<Request> &page, quint32 pageStart, quint32 firstId, quint32 lastId);
    QString term(quint32 id);
    const Contact &contact(quint32 id);
    quint32 kind(const BlockRow &row);
    quint32 person(const BlockRow &row, const Request &request);
    void note(const Result<> &result);

    std::unique_ptr<ColumnBlockReader> m_reader;
    ColumnStore &m_store;
    Known m_known;
    std::optional<Error> m_problem; ///< of a read inside a block
};

} // namespace console
