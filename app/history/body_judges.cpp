// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/body_judges.h"

#include <algorithm>

namespace console {

namespace {

bool asksForAbsent(const TextPattern &pattern)
{
    return pattern.kind() == TextPattern::Kind::Whole && pattern.text().isEmpty();
}

/// What must stand in a body without escapes for its values to fit; nothing where that cannot be told from the bytes:
/// numbers are written in several ways, and letters beyond ASCII have cases that bytes do not show.
std::optional<ByteFinder> traceOf(const TextPattern &pattern)
{
    const QByteArray text = pattern.text().toUtf8();
    const bool isAscii = std::all_of(text.begin(), text.end(), [](char byte) { return quint8(byte) < 128; });
    const bool isWord = std::any_of(text.begin(), text.end(), [](char byte) {
        const char letter = char(byte | 0x20);
        return letter >= 'a' && letter <= 'z' && letter != 'e';
    });
    const bool isQuoted = text.contains('"') || text.contains('\\') || text.contains('/');
    const bool isStructure = text.contains('{') || text.contains('[') || text.contains(',') || text.contains(':');
    if (!isAscii || !isWord || isQuoted || isStructure || pattern.kind() == TextPattern::Kind::Pieces)
        return std::nullopt;
    return ByteFinder(text);
}

} // namespace

BodyJudge bodyHolding(const std::vector<TextPattern> &patterns)
{
    std::vector<ByteFinder> finders;
    for (const TextPattern &pattern : patterns)
        finders.emplace_back(pattern.text().toUtf8());
    return [finders](const QByteArray &body) {
        return std::any_of(finders.begin(), finders.end(), [&](const ByteFinder &finder) { return finder.isIn(body); });
    };
}

BodyJudge bodyWithValue(const JsonPath &path, const std::vector<TextPattern> &patterns)
{
    std::vector<ByteFinder> traces;
    for (const TextPattern &pattern : patterns) {
        if (auto trace = traceOf(pattern))
            traces.push_back(*std::move(trace));
    }
    const bool isTraceable = traces.size() == patterns.size();
    return [path, patterns, traces, isTraceable](const QByteArray &body) {
        const auto isIn = [&body](const ByteFinder &trace) { return trace.isIn(body); };
        // Reading JSON takes ten times as long as looking for a word, and most bodies do not have it.
        if (isTraceable && !body.contains('\\') && std::none_of(traces.begin(), traces.end(), isIn))
            return false;
        QStringList values = path.valuesIn(body);
        values.removeAll(QString());
        values.removeAll(QStringLiteral("null"));
        return std::any_of(patterns.begin(), patterns.end(), [&values](const TextPattern &pattern) {
            if (asksForAbsent(pattern))
                return values.isEmpty();
            return std::any_of(values.begin(), values.end(),
                               [&pattern](const QString &value) { return pattern.matches(value); });
        });
    };
}

} // namespace console
