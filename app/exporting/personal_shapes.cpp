// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/personal_shapes.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace console {

namespace {

enum Group { Pseudonym = 1, BehindHost, Address, Id, Number, Name, Groups };

QString alternatives(ShapedIds ids)
{
    const QString word = QStringLiteral("(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'\u2019-]*[\\p{Ll}\\p{M}]\\.?)");
    const QString particle = QStringLiteral(" (?:van|von|der|den|de|da|dos|di|del|la|al|bin|ben|el|y)(?= )");
    const std::array<QString, Groups - 1> shapes {
        QStringLiteral("\\b(?:text|coded|name|id|identity|contact|note)-(?=\\d*[a-f])(?:[0-9a-f]{12}|[0-9a-f]{6})\\b"),
        QStringLiteral("(?<=https://|http://)[^\\s/?#\"'<>]+[/?#]\\K[^\\s\"'<>)\\]]+"),
        QStringLiteral(
            "[\\w.%+-]+@[\\w-]+\\.[\\w.-]*\\w|(?<![\\w.])@[\\w.]{2,}\\w"), // an address needs a dot behind its '@'
        ids == ShapedIds::Too ? QStringLiteral("\\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\b|"
                                               "\\b(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])[A-Za-z0-9]{16,}\\b")
                              : QStringLiteral("(?!)"),
        QStringLiteral("\\+?\\d(?:[ .()/-]{0,2}\\d){6,}"), // digits may stand in groups
        QStringLiteral("(?<![\\p{L}\\p{N}_])%1(?:(?:%2)* %1)+(?![\\p{L}\\p{N}_])").arg(word, particle),
    };
    QString pattern;
    for (const QString &shape : shapes)
        pattern += (pattern.isEmpty() ? QStringLiteral("(") : QStringLiteral("|(")) + shape + QLatin1Char(')');
    return pattern;
}

bool isTitle(const QString &word)
{
    static const QSet<QString> titles {
        QStringLiteral("mr"),       QStringLiteral("mrs"),      QStringLiteral("ms"),     QStringLiteral("dr"),
        QStringLiteral("prof"),     QStringLiteral("dear"),     QStringLiteral("hello"),  QStringLiteral("hi"),
        QStringLiteral("user"),     QStringLiteral("customer"), QStringLiteral("member"), QStringLiteral("subscriber"),
        QStringLiteral("contact"),  QStringLiteral("client"),   QStringLiteral("owner"),  QStringLiteral("person"),
        QStringLiteral("recipient")};
    return titles.contains(word);
}

/// Words of protocols, products and beginnings of sentences, which are often written with a capital letter.
bool isOrdinary(const QString &word)
{
    static const QSet<QString> ordinary = [] {
        const QString words = QStringLiteral(
            "a account accepted access action again agent all an and any api app apple application at authentication "
            "bad "
            "blocked brand business by bot call capability carousel channel chat code communication connection content "
            "conversation could country data delivery device do error expired facebook failed failure file for "
            "forbidden "
            "found from full gateway google has http id identity in internal instagram internet invalid is it key "
            "limit "
            "location message messages messaging messenger method missing mobile network no none not number of on "
            "opted "
            "operator out partial permission phone platform please policy project provider rate reason rejected "
            "request "
            "requests response retry rich sender server service services sinch sms status support system telegram that "
            "the this time timeout to token too try type unauthorized unavailable unknown unsupported viber video was "
            "webhook wechat whatsapp with you your");
        const QStringList list = words.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return ordinary.contains(word);
}

/// Words with a capital letter, without those at both ends that name nobody.
TextShape nameIn(const QString &text, qsizetype begin, qsizetype end)
{
    bool hasTitle = false;
    const auto plain = [](QString word) { return word.remove(QLatin1Char('.')).toLower(); };
    while (begin < end) {
        qsizetype next = text.indexOf(QLatin1Char(' '), begin);
        next = next < 0 || next > end ? end : next;
        const QString word = plain(text.mid(begin, next - begin));
        if (!isTitle(word) && !isOrdinary(word))
            break;
        hasTitle = isTitle(word);
        begin = std::min(next + 1, end);
    }
    while (begin < end) {
        const qsizetype before = text.lastIndexOf(QLatin1Char(' '), end - 1);
        const qsizetype first = std::max(before + 1, begin);
        const QString word = plain(text.mid(first, end - first));
        if (!isTitle(word) && !isOrdinary(word))
            break;
        end = std::max(begin, before);
    }
    while (end > begin && text.at(end - 1) == QLatin1Char('.'))
        --end; // of a sentence
    const bool isOneWord = !text.mid(begin, end - begin).contains(QLatin1Char(' '));
    return {begin, isOneWord && !hasTitle ? 0 : end - begin, true};
}

} // namespace

QList<TextShape> personalShapes(const QString &text, ShapedIds ids)
{
    static const QRegularExpression without(alternatives(ShapedIds::Not)), with(alternatives(ShapedIds::Too));
    QList<TextShape> shapes;
    auto matches = (ids == ShapedIds::Too ? with : without).globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.hasCaptured(Pseudonym))
            continue;
        TextShape shape {match.capturedStart(), match.capturedLength(), false};
        if (match.hasCaptured(Name))
            shape = nameIn(text, match.capturedStart(), match.capturedEnd());
        if (shape.length > 0)
            shapes.append(shape);
    }
    return shapes;
}

} // namespace console
