// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/redactor.h"

#include "core/hmac.h"
#include "exporting/personal_shapes.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <functional>

namespace console {

namespace {

constexpr int kDigits = 12; // hexadecimal ones: among a million values two agree once in 500 times
constexpr int kFewDigits
    = 6; // fit into a cell; among the thousand values that somebody looks at, two agree once in 30 times
constexpr qsizetype kShortestKnown = 4;
constexpr qsizetype kShortestWord = 3; // of a name

bool isPersonal(const QString &text, const QStringList &known)
{
    return !personalShapes(text).isEmpty() || std::any_of(known.begin(), known.end(), [&](const QString &one) {
        return text.contains(one, Qt::CaseInsensitive);
    });
}

/// In a text, one of the words of a name; written small it may be any word.
QString withoutWordsOf(const QString &name, QString text, const std::function<QString(const QString &)> &pseudonym)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (words.size() < 2 || word.size() < kShortestWord || !text.contains(word, Qt::CaseInsensitive))
            continue;
        const QRegularExpression whole(
            QStringLiteral("(?<![\\p{L}\\p{N}])(?!\\p{Ll})%1(?![\\p{L}\\p{N}])").arg(QRegularExpression::escape(word)),
            QRegularExpression::CaseInsensitiveOption);
        text.replace(whole, pseudonym(word));
    }
    return text;
}

QString unescaped(const QString &token)
{
    static const QRegularExpression escape(QStringLiteral("\\\\u([0-9a-fA-F]{4})"));
    QString text;
    qsizetype end = 0;
    auto matches = escape.globalMatch(token);
    while (matches.hasNext()) {
        const auto match = matches.next();
        text += token.mid(end, match.capturedStart() - end) + QChar(match.captured(1).toUShort(nullptr, 16));
        end = match.capturedEnd();
    }
    return text + token.mid(end);
}

/// What a word could mean, were it coded.
QStringList readings(const QString &token)
{
    const QByteArray bytes = token.toUtf8();
    QStringList read {QString::fromUtf8(QByteArray::fromPercentEncoding(bytes)), unescaped(token)};
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        const auto decoded = QByteArray::fromBase64Encoding(bytes, alphabet | QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            read << QString::fromUtf8(decoded.decoded)
                 << QString::fromUtf16(reinterpret_cast<const char16_t *>(decoded.decoded.constData()),
                                       decoded.decoded.size() / 2);
    }
    static const QRegularExpression hex(QStringLiteral("^(?:[0-9a-fA-F]{2}){4,}$"));
    if (hex.match(token).hasMatch())
        read.append(QString::fromUtf8(QByteArray::fromHex(bytes)));
    read.removeAll(token);
    return read;
}

} // namespace

Redactor::Redactor(QByteArray key, Scope scope, Texts texts)
    : m_key(std::move(key))
    , m_scope(scope)
    , m_texts(texts)
{ }

QByteArray Redactor::randomKey()
{
    QByteArray key(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(key.data()), key.size() / 4);
    return key;
}

QString Redactor::pseudonym(const char *kind, const QString &value)
{
    ++m_replacements;
    const QByteArray hash
        = hmacSha256(m_key, {value.toUtf8()}).toHex().left(m_scope == Scope::People ? kFewDigits : kDigits);
    return QLatin1String(kind) + QLatin1Char('-') + QString::fromLatin1(hash);
}

void Redactor::replace(QString &value, const char *kind)
{
    if (!value.isEmpty())
        value = pseudonym(kind, value);
}

QString Redactor::identity(QString identity)
{
    if (identity.startsWith(QLatin1Char('+')))
        identity.remove(0, 1);
    replace(identity, m_scope == Scope::People ? "id" : "identity"); // fits into a cell
    return identity;
}

QStringList Redactor::knownOf(const NotificationRow &row) const
{
    // A '+' in front makes no difference to an identity, so it makes none to its pseudonym.
    const QString &identity = row.address.identity;
    QStringList known {identity.mid(identity.startsWith(QLatin1Char('+')) ? 1 : 0), row.contactId, row.contactName};
    if (m_scope == Scope::Everything)
        known << row.requestId << row.projectId << row.appId;
    known.removeIf([](const QString &one) { return one.size() < kShortestKnown; });
    return known;
}

/// The vendor's lists of codes grow: one that is not known may be anything.
template <typename E>
void Redactor::replaceUnknown(OpenEnum<E> &code, const QStringList &known)
{
    if (!code.isRecognized())
        code.raw = freeText(code.raw, known);
}

NotificationRow Redactor::redacted(NotificationRow row)
{
    const QStringList known = knownOf(row);
    replaceUnknown(row.address.channel, known);
    replaceUnknown(row.status, known);
    replaceUnknown(row.reason.code, known);
    replaceUnknown(row.reason.subCode, known);
    for (QString &feature : row.channelCapabilities)
        feature = freeText(feature, known);
    if (!parseIso8601(row.acceptedTime))
        row.acceptedTime = freeText(row.acceptedTime, known);
    row.reason.description = told(row.reason.description, known);
    row.reason.channelCode = freeText(row.reason.channelCode, known);
    row.annotation.note = told(row.annotation.note, known);
    for (QString &tag : row.annotation.tags)
        tag = told(tag, known);
    row.address.identity = identity(row.address.identity);
    replace(row.contactId, "contact");
    replace(row.contactName, "name");
    if (m_scope == Scope::People) {
        row.annotation.note = row.annotation.note.isEmpty() ? QString() : pseudonym("note", row.annotation.note);
        return row;
    }
    replace(row.requestId, "request");
    replace(row.projectId, "project");
    replace(row.appId, "app");
    return row;
}

QString Redactor::told(const QString &text, const QStringList &known)
{
    return m_texts == Texts::AsAWhole ? other(text) : freeText(text, known);
}

QString Redactor::freeText(const QString &text, const QStringList &known)
{
    if (text.isEmpty())
        return text;
    return withoutShapes(withoutCoded(withoutKnown(text, known), known));
}

QString Redactor::withoutKnown(QString text, const QStringList &known)
{
    for (const QString &one : known) {
        if (text.contains(one, Qt::CaseInsensitive))
            text.replace(one, pseudonym("text", one), Qt::CaseInsensitive);
        text = withoutWordsOf(one, text, [this](const QString &word) { return pseudonym("name", word); });
    }
    return text;
}

QString Redactor::withoutCoded(const QString &text, const QStringList &known)
{
    static const QRegularExpression word(QStringLiteral("[\\w+/=%\\\\.@-]{8,}"));
    QString cleaned;
    qsizetype end = 0;
    auto matches = word.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString token = match.captured();
        const QStringList read = readings(token);
        const bool isCoded
            = std::any_of(read.begin(), read.end(), [&](const QString &reading) { return isPersonal(reading, known); });
        cleaned += text.mid(end, match.capturedStart() - end) + (isCoded ? pseudonym("coded", token) : token);
        end = match.capturedEnd();
    }
    return cleaned + text.mid(end);
}

QString Redactor::withoutShapes(const QString &text)
{
    QString cleaned;
    qsizetype end = 0;
    const auto shapes = personalShapes(text, m_scope == Scope::Everything ? ShapedIds::Too : ShapedIds::Not);
    for (const TextShape &shape : shapes) {
        cleaned += text.mid(end, shape.begin - end)
            + pseudonym(shape.isName ? "name" : "text", text.mid(shape.begin, shape.length));
        end = shape.begin + shape.length;
    }
    return cleaned + text.mid(end);
}

} // namespace console
