// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_dictionaries.h"

namespace console {

namespace {

/// Members as one text. A member could hold the separator: its length stands in front, so that no two values share a key.
QString keyOf(std::initializer_list<QString> members)
{
    QString key;
    for (const QString &member : members)
        key += QString::number(member.size()) + QLatin1Char(':') + member;
    return key;
}

template <typename T>
quint32 addOnce(QHash<QString, quint32> &codes, SharedVector<T> &values, const QString &key, const T &value)
{
    const auto known = codes.constFind(key);
    if (known != codes.constEnd())
        return *known;
    const quint32 code = values.append([&](T &added) { added = value; });
    codes.insert(key, code);
    return code;
}

} // namespace

quint32 RowDictionaries::codeOf(const Source &source)
{
    return addOnce(m_sourceCodes, m_sources, keyOf({source.projectId, source.appId}), source);
}

quint32 RowDictionaries::codeOf(const Person &person)
{
    return addOnce(m_personCodes, m_people, keyOf({person.contactId, person.name}), person);
}

quint32 RowDictionaries::codeOf(const Answer &answer)
{
    QString key = keyOf({answer.channel.raw, answer.status.raw});
    for (const QString &feature : answer.features)
        key += keyOf({feature});
    return addOnce(m_answerCodes, m_answers, key, answer);
}

quint32 RowDictionaries::codeOf(const Reason &reason)
{
    return addOnce(m_reasonCodes, m_reasons,
                   keyOf({reason.code.raw, reason.subCode.raw, reason.channelCode, reason.description}), reason);
}

quint32 RowDictionaries::codeOf(const Kind &kind)
{
    const CodeMap<4>::Key key {kind.source, kind.answer, kind.reason, kind.retries};
    if (const quint32 *known = m_kindCodes.find(key))
        return *known;
    const quint32 code = m_kinds.append([&](Kind &added) { added = kind; });
    m_kindCodes.insert(key, code);
    return code;
}

quint32 RowDictionaries::codeOf(const Annotation &annotation)
{
    QString key = keyOf({annotation.note});
    for (const QString &tag : annotation.tags)
        key += keyOf({tag});
    Annotation shared = annotation;
    shared.isPinned = false;
    return addOnce(m_annotationCodes, m_annotations, key, shared);
}

quint32 RowDictionaries::codeOfRequest(QByteArrayView requestId)
{
    const quint32 code = m_requests.add(requestId);
    while (m_deadlines.size() < m_requests.size())
        m_deadlines.append(
            [](std::atomic<qint64> &deadline) { deadline.store(kNoDeadline, std::memory_order_relaxed); });
    return code;
}

void RowDictionaries::setDeadline(quint32 request, Timestamp deadline)
{
    m_deadlines[request].store(toMilliseconds(deadline), std::memory_order_relaxed);
}

} // namespace console
