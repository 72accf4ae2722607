// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "history/code_map.h"
#include "history/text_table.h"

#include <QHash>

#include <limits>

namespace console {

/// What rows have in common stands once, with a number for it: where they come from, whom they are about, what was
/// answered and why, and to which request. A filter judges each of these once, not once a row.
/// Thread: codeOf…() and setDeadline() in the writer's; reading by code in any.
class RowDictionaries
{
public:
    struct Source
    {
        QString projectId;
        QString appId;
    };
    struct Person
    {
        QString contactId;
        QString name;
        const QString &shown() const { return name.isEmpty() ? contactId : name; }
    };
    struct Answer
    {
        ChannelName channel;
        CapabilityStatus status;
        QStringList features;
    };
    /// What many rows share whole, so that one number a row stands for it.
    struct Kind
    {
        quint32 source = 0, answer = 0, reason = 0; ///< their codes
        quint32 retries = 0;
    };

    RowDictionaries()
    {
        codeOfRequest({});
        codeOf(Annotation {});
    }

    quint32 codeOf(const Source &source);
    quint32 codeOf(const Person &person);
    quint32 codeOf(const Answer &answer);
    quint32 codeOf(const Reason &reason);
    quint32 codeOf(const Kind &kind);
    quint32 codeOf(const Annotation &annotation);    ///< without the pin; 0 is "no tag, no note"
    quint32 codeOfRequest(QByteArrayView requestId); ///< 0 is "no request id"; UTF-8, as in the next ones
    std::optional<quint32> findRequest(QByteArrayView requestId) const { return m_requests.find(requestId); }
    quint32 codeOfText(QByteArrayView text) { return m_texts.add(text); }

    /// An answer to this request that is received after it came late.
    void setDeadline(quint32 request, Timestamp deadline);

    const SharedVector<Source> &sources() const { return m_sources; }
    const SharedVector<Person> &people() const { return m_people; }
    const SharedVector<Answer> &answers() const { return m_answers; }
    const SharedVector<Reason> &reasons() const { return m_reasons; }
    const SharedVector<Kind> &kinds() const { return m_kinds; }
    const SharedVector<Annotation> &annotations() const { return m_annotations; }
    const TextTable &requests() const { return m_requests; }
    /// Identities and times that are not of the usual form.
    const TextTable &texts() const { return m_texts; }
    bool isAfterDeadline(quint32 request, qint64 receivedAt) const
    {
        return receivedAt > m_deadlines[request].load(std::memory_order_relaxed);
    }

private:
    static constexpr qint64 kNoDeadline = std::numeric_limits<qint64>::max();

    SharedVector<Source> m_sources;
    SharedVector<Person> m_people;
    SharedVector<Answer> m_answers;
    SharedVector<Reason> m_reasons;
    SharedVector<Kind> m_kinds;
    SharedVector<Annotation> m_annotations;
    TextTable m_requests;
    SharedVector<std::atomic<qint64>> m_deadlines; ///< by code of the request
    TextTable m_texts;
    QHash<QString, quint32> m_sourceCodes, m_personCodes, m_answerCodes, m_reasonCodes, m_annotationCodes;
    CodeMap<4> m_kindCodes;
};

} // namespace console
