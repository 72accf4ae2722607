// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "lookup/project_connection.h"

#include <QSet>

namespace console {

/// The contacts of one project as far as they were read: page after page, one request at a time, so that a lookup never
/// waits behind a list. The first kMostKept are kept, each once; those behind them are told of and let go.
/// Thread: GUI.
class ContactDirectory : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostKept = 20'000; ///< some 30 MB

    using QObject::QObject;

    /// Forgets everything and reads from this one; null: from none. It must live until another one is given.
    void open(ProjectConnection *connection);
    ProjectConnection *connection() const { return m_connection; }

    const QList<Contact> &kept() const { return m_kept; }
    qsizetype readCount() const { return m_readCount; } ///< up to where it is read, kept or not
    bool isReading() const { return m_isReading; }
    bool isComplete() const { return m_isComplete; } ///< the last page was read

    /// Asks for the next page; does nothing while one is under way, or behind the last.
    void readPage();
    /// The next page is the first one that is not kept.
    void rewind();

Q_SIGNALS:
    /// Only contacts that are new here. The page may have none.
    void pageRead(const QList<console::Contact> &contacts);
    /// The next readPage() asks for the same page again; from the first one when the vendor no longer knew its token.
    void failed(const console::Error &error);

private:
    void take(const ContactPage &page);
    void refuse(const Error &error);

    ProjectConnection *m_connection = nullptr;
    QList<Contact> m_kept;
    QSet<ContactId> m_ids; ///< of m_kept
    QString m_nextPage;
    QString m_nextUnkept; ///< where rewind() goes
    qsizetype m_readCount = 0;
    int m_generation = 0;
    bool m_isReading = false;
    bool m_isComplete = false;
};

} // namespace console
