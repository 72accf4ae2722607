// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_completion.h"

#include "history/filter_clauses.h"
#include "history/filter_lexer.h"
#include "history/filter_words.h"

#include <QRegularExpression>
#include <QSet>

namespace console {

namespace {

constexpr qsizetype kMostCandidates = 50;

template <typename E>
void addNames(QStringList &values)
{
    for (const auto &[value, name] : EnumNames<E>::table)
        values.append(latin1(name));
}

template <typename Table>
void addWords(QStringList &values, const Table &table)
{
    for (const auto &entry : table)
        values.append(latin1(entry.second));
}

using CodeColumn = Column<quint32, ColumnChunk::kRows> ColumnChunk::*;
using Member = quint32 RowDictionaries::Kind::*;

/// Of `count` values those that a row has, by its code in a column, or by a member of its kind: what was erased or let go
/// stays in the dictionary. Newest rows first, since they have nearly all of them.
std::vector<bool> valuesInUse(const ColumnStore &store, CodeColumn column, Member member, quint32 count)
{
    const auto &kinds = store.dictionaries().kinds();
    std::vector<bool> isUsed(count);
    quint32 missing = count;
    for (quint32 number = ColumnStore::kChunks; number-- > 0 && missing > 0;) {
        const ColumnChunk *chunk = store.chunk(number);
        for (quint32 row = ColumnChunk::kRows; chunk && row-- > 0 && missing > 0;) {
            if (!chunk->isPresent(row))
                continue;
            const quint32 code = (chunk->*column).at(row);
            const quint32 value = member ? kinds[code].*member : code;
            if (value < count && !isUsed[value]) {
                isUsed[value] = true;
                --missing;
            }
        }
    }
    return isUsed;
}

/// What a value's stored texts are, one after another; a store holds a few hundred of most, and of people thousands.
template <typename T, typename F>
void addStored(QStringList &values, const SharedVector<T> &stored, const std::vector<bool> &isUsed, F textsOf)
{
    for (quint32 code = 0; code < isUsed.size(); ++code) {
        if (isUsed[code])
            values += textsOf(stored[code]);
    }
}

template <typename T, typename F>
void addStored(QStringList &values, const ColumnStore &store, const SharedVector<T> &stored, CodeColumn column,
               F textsOf)
{
    addStored(values, stored, valuesInUse(store, column, nullptr, stored.size()), textsOf);
}

template <typename T, typename F>
void addStored(QStringList &values, const ColumnStore &store, const SharedVector<T> &stored, Member member, F textsOf)
{
    addStored(values, stored, valuesInUse(store, &ColumnChunk::kind, member, stored.size()), textsOf);
}

QStringList valuesOf(FilterField field, const ColumnStore &store, const FilterNames &names)
{
    const RowDictionaries &stored = store.dictionaries();
    QStringList values;
    switch (field) {
    case FilterField::Project:
        values = names.projects.values();
        addStored(values, store, stored.sources(), &RowDictionaries::Kind::source, [&](const auto &source) {
            return QStringList {names.projects.contains(source.projectId) ? QString() : source.projectId};
        });
        break;
    case FilterField::App:
        values = names.apps.values();
        addStored(values, store, stored.sources(), &RowDictionaries::Kind::source, [&](const auto &source) {
            return QStringList {names.apps.contains(source.appId) ? QString() : source.appId};
        });
        break;
    case FilterField::Contact:
        addStored(values, store, stored.people(), &ColumnChunk::person,
                  [](const auto &person) { return QStringList {person.name}; });
        break;
    case FilterField::Channel:
        addNames<Channel>(values);
        addStored(values, store, stored.answers(), &RowDictionaries::Kind::answer,
                  [](const auto &answer) { return QStringList {answer.channel.raw}; });
        break;
    case FilterField::Status:
        addWords(values, kFilterStatusWords);
        addStored(values, store, stored.answers(), &RowDictionaries::Kind::answer, [](const auto &answer) {
            return QStringList {answer.status.isRecognized() ? QString() : answer.status.raw};
        });
        break;
    case FilterField::Reason:
        addNames<ReasonCode>(values);
        addNames<ReasonSubCode>(values);
        addStored(values, store, stored.reasons(), &RowDictionaries::Kind::reason, [](const auto &reason) {
            return QStringList {reason.code.raw, reason.subCode.raw, reason.channelCode};
        });
        break;
    case FilterField::Features:
        addStored(values, store, stored.answers(), &RowDictionaries::Kind::answer,
                  [](const auto &answer) { return answer.features; });
        break;
    case FilterField::Tag:
        addStored(values, store, stored.annotations(), &ColumnChunk::annotation,
                  [](const auto &annotation) { return annotation.tags; });
        break;
    case FilterField::Is:
        addWords(values, kFilterFactWords);
        break;
    case FilterField::Received:
        values = {QStringLiteral("today"), QStringLiteral("yesterday")};
        break;
    case FilterField::AnyText:
    case FilterField::Identity:
    case FilterField::Description:
    case FilterField::Request:
    case FilterField::Latency:
    case FilterField::Retries:
    case FilterField::Note:
    case FilterField::Raw:
    case FilterField::Path:
        break;
    }
    return values;
}

QStringList chosen(const QStringList &values, const QString &typed)
{
    QSet<QString> distinct;
    for (const QString &value : values) {
        if (!value.isEmpty() && value.startsWith(typed, Qt::CaseInsensitive))
            distinct.insert(value);
    }
    QStringList sorted(distinct.begin(), distinct.end());
    sorted.sort(Qt::CaseInsensitive);
    return sorted.mid(0, kMostCandidates);
}

QStringList fieldsFor(const QString &typed, const QStringList &paths)
{
    QStringList fields;
    for (const QString &path : paths) // a name alone would be a column
        fields.append((isPathInBody(path) ? path : QLatin1String("$.") + path) + QLatin1Char(':'));
    for (const auto &word : kFilterFieldWords) {
        const bool isOrdered = word.values == FilterValues::Time || word.values == FilterValues::Duration
            || word.values == FilterValues::Number;
        fields.append(latin1(word.name) + (isOrdered ? QLatin1Char('>') : QLatin1Char(':')));
    }
    return chosen(fields, typed);
}

} // namespace

QStringList knownFilterValues(FilterField field, const ColumnStore &store)
{
    QStringList known = valuesOf(field, store, {});
    known.removeAll(QString());
    known.removeDuplicates();
    return known;
}

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const ColumnStore &store,
                                const FilterNames &names, const QStringList &paths)
{
    // The word before the cursor: a field with its values so far, the last of which is being typed.
    static const QRegularExpression word(QStringLiteral(
        "(?:^|[\\s(])(?:([A-Za-z_]+)[:<>]=?(?:(?:\"[^\"]*\"|[^\\s(),\"]*),)*)?(\"[^\"]*|[^\\s(),\"]*)$"));
    const auto match = word.match(text.left(cursor));
    if (!match.hasMatch())
        return {cursor, 0, {}};
    FilterCompletion completion {match.capturedStart(2), match.capturedLength(2), {}};
    QString typed = match.captured(2);
    if (match.captured(1).isEmpty()) {
        completion.candidates = typed.startsWith(QLatin1Char('"')) ? QStringList() : fieldsFor(typed, paths);
        return completion;
    }
    typed.remove(0, typed.startsWith(QLatin1Char('"')) ? 1 : 0);
    for (const auto &known : kFilterFieldWords) {
        if (match.captured(1).compare(latin1(known.name), Qt::CaseInsensitive) == 0) {
            completion.candidates = chosen(valuesOf(known.field, store, names), typed);
            std::transform(completion.candidates.begin(), completion.candidates.end(), completion.candidates.begin(),
                           quotedFilterValue);
        }
    }
    return completion;
}

} // namespace console
