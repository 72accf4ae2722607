// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/header_peek.h"

#include <QList>

#include <optional>

namespace console {

namespace {

// QtNetwork's header parser gives up silently above its own bounds (6.5 and later), so ours have to be lower.
constexpr int kMaxFields = 96;
constexpr qsizetype kMaxFieldBytes = 8000;
constexpr qsizetype kMaxLengthDigits = 15;

using MaybeRefusal = std::optional<Refusal>;

Refusal malformed(const char *reason)
{
    return {400, RefusalCause::MalformedRequest, reason};
}

Refusal headersTooLarge()
{
    return {431, RefusalCause::HeadersTooLarge, "The header section is too large."};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isTokenChar(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisibleAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Control characters have no place in a header section; CR and LF only as a pair. A CR at the very end may still
/// become one.
MaybeRefusal checkBytes(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto c = uchar(bytes[i]);
        if (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] == '\n')) {
            ++i;
            continue;
        }
        if ((c < 0x20 && c != '\t') || c == 0x7f)
            return malformed(c == '\n' ? "A line ends without CR." : "A control character in the header section.");
    }
    return {};
}

MaybeRefusal readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return malformed("The request line is malformed.");
    const auto method = line.first(first);
    const auto target = line.sliced(first + 1, last - first - 1);
    const auto version = line.sliced(last + 1);
    const bool isAbsolute = target.startsWith("http://") || target.startsWith("https://");
    const bool isKnownTarget = isAbsolute || target.startsWith("/") || target == "*";
    if (!isToken(method) || !isVisibleAscii(target) || target.contains('#') || !isKnownTarget)
        return malformed("The request line is malformed.");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return malformed("Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    head.method = method.toByteArray();
    head.target = target.toByteArray();
    head.isHttp10 = version == "HTTP/1.0";
    return {};
}

MaybeRefusal readField(QByteArrayView line, RequestHead &head)
{
    if (head.headers.size() >= kMaxFields || line.size() > kMaxFieldBytes)
        return headersTooLarge();
    if (line.startsWith(' ') || line.startsWith('\t'))
        return malformed("A folded header line.");
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return malformed("A header line is malformed.");
    head.headers.append({line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    return {};
}

MaybeRefusal checkHost(const RequestHead &head)
{
    const auto hosts = headerValues(head.headers, "Host");
    if (hosts.size() > 1 || (hosts.isEmpty() && !head.isHttp10))
        return malformed(hosts.isEmpty() ? "The Host field is missing." : "More than one Host field.");
    const QByteArray host = hosts.value(0);
    if (!isVisibleAscii(host) || host.contains('/') || host.contains('@'))
        return malformed("The Host field is malformed.");
    return {};
}

MaybeRefusal readLength(RequestHead &head, const ServerLimits &limits)
{
    const auto lengths = headerValues(head.headers, "Content-Length");
    const auto codings = headerValues(head.headers, "Transfer-Encoding");
    if (lengths.size() + codings.size() > 1)
        return malformed("More than one field tells the length of the body.");
    if (!codings.isEmpty()) {
        if (head.isHttp10 || codings.first().compare("chunked", Qt::CaseInsensitive) != 0)
            return malformed("The transfer coding is not chunked.");
        head.isChunked = true;
    }
    if (lengths.isEmpty())
        return {};
    const QByteArray &digits = lengths.first();
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return malformed("Content-Length is not a number.");
    head.contentLength = digits.toLongLong();
    if (digits.size() > kMaxLengthDigits || head.contentLength > limits.bodyBytes)
        return Refusal {413, RefusalCause::BodyTooLarge, "The body is too large."};
    return {};
}

MaybeRefusal readConnection(RequestHead &head)
{
    if (!headerValues(head.headers, "Upgrade").isEmpty())
        return malformed("This server does not change protocols.");
    head.keepsAlive = !head.isHttp10;
    bool hasClose = false;
    for (const QByteArray &value : headerValues(head.headers, "Connection")) {
        for (const QByteArray &part : value.split(',')) {
            const QByteArray option = part.trimmed().toLower();
            if (option == "upgrade")
                return malformed("This server does not change protocols.");
            hasClose = hasClose || option == "close";
            head.keepsAlive = head.keepsAlive || option == "keep-alive";
        }
    }
    head.keepsAlive = head.keepsAlive && !hasClose;
    return {};
}

MaybeRefusal readExpectation(RequestHead &head)
{
    const auto expectations = headerValues(head.headers, "Expect");
    if (expectations.isEmpty())
        return {};
    // An HTTP/1.0 client would take the 100 for the reply itself.
    const bool isContinue = expectations.first().compare("100-continue", Qt::CaseInsensitive) == 0;
    head.expectsContinue = isContinue && expectations.size() == 1;
    if (!head.expectsContinue || head.isHttp10)
        return malformed("Only the expectation 100-continue is met, in HTTP/1.1.");
    return {};
}

HeadVerdict readHead(QByteArrayView section, const ServerLimits &limits)
{
    RequestHead head;
    bool isFirst = true;
    for (qsizetype at = 0; at < section.size();) {
        const qsizetype end = section.indexOf("\r\n", at);
        const auto line = section.sliced(at, end - at);
        if (auto refusal = isFirst ? readRequestLine(line, head) : readField(line, head))
            return *refusal;
        isFirst = false;
        at = end + 2;
    }
    if (auto refusal = checkHost(head))
        return *refusal;
    if (auto refusal = readConnection(head))
        return *refusal;
    if (auto refusal = readExpectation(head))
        return *refusal;
    if (auto refusal = readLength(head, limits))
        return *refusal;
    return head;
}

} // namespace

HeadVerdict peekHead(QByteArrayView bytes, const ServerLimits &limits)
{
    qsizetype start = 0;
    while (bytes.sliced(start).startsWith("\r\n"))
        start += 2;
    const qsizetype end = bytes.indexOf("\r\n\r\n", start);
    const auto section = end < 0 ? bytes.sliced(start) : bytes.sliced(start, end + 2 - start);
    if (auto refusal = checkBytes(section.first(std::min<qsizetype>(section.size(), limits.headerBytes))))
        return *refusal;
    const qsizetype headBytes = end < 0 ? bytes.size() : end + 4;
    if (headBytes > limits.headerBytes)
        return headersTooLarge();
    if (end < 0)
        return HeadIncomplete {};
    auto verdict = readHead(section, limits);
    if (auto *head = std::get_if<RequestHead>(&verdict))
        head->headBytes = headBytes;
    return verdict;
}

} // namespace console
