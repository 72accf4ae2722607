// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/request_arguments.h"

#include "sandbox/vendor_envelope.h"

namespace console {

namespace {
constexpr int kDefaultPage = 10;
constexpr int kLargestPage = 20;

QString decoded(const QString &encoded)
{
    auto bytes = encoded.toUtf8();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}
} // namespace

RequestArguments::RequestArguments(const HttpRequest &request)
    : m_query(request.query)
{ }

bool RequestArguments::has(const QString &name) const
{
    return m_query.hasQueryItem(name);
}

QString RequestArguments::text(const QString &name) const
{
    return decoded(m_query.queryItemValue(name, QUrl::FullyEncoded));
}

Result<int> RequestArguments::pageSize() const
{
    const auto name = QStringLiteral("page_size");
    if (!has(name))
        return kDefaultPage;
    bool isNumber = false;
    const int size = text(name).toInt(&isNumber);
    if (!isNumber || size < 0)
        return failure(VendorEnvelope::invalid(name, QStringLiteral("must be a number from 0 to 20")));
    return size == 0 ? kDefaultPage : std::min(size, kLargestPage);
}

Result<QStringList> RequestArguments::changedFields(const QJsonObject &body, const QStringList &known) const
{
    const auto name = QStringLiteral("update_mask");
    QStringList masked;
    for (const auto &value : m_query.allQueryItemValues(name, QUrl::FullyEncoded))
        masked += decoded(value).split(QLatin1Char(','), Qt::SkipEmptyParts);
    QStringList fields;
    if (masked.isEmpty()) {
        for (const auto &field : known) {
            if (body.contains(field))
                fields += field;
        }
    }
    for (const auto &field : std::as_const(masked)) {
        if (!known.contains(field.trimmed()))
            return failure(
                VendorEnvelope::invalid(name, QStringLiteral("\"%1\" is no field that can change").arg(field)));
        fields += field.trimmed();
    }
    return fields;
}

} // namespace console
