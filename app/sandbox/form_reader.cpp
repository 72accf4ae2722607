// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/form_reader.h"

#include "sandbox/vendor_envelope.h"

namespace console {

FormReader::FormReader(QJsonObject object, QString prefix)
    : m_object(std::move(object))
    , m_prefix(std::move(prefix))
{ }

bool FormReader::has(const QString &name) const
{
    const auto value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString FormReader::text(const QString &name)
{
    if (has(name) && !m_object.value(name).isString())
        refuse(name, QStringLiteral("must be a string"));
    return m_object.value(name).toString();
}

QString FormReader::requiredText(const QString &name)
{
    auto value = text(name);
    if (value.isEmpty())
        refuse(name, QStringLiteral("is required"));
    return value;
}

QJsonArray FormReader::list(const QString &name)
{
    if (has(name) && !m_object.value(name).isArray())
        refuse(name, QStringLiteral("must be an array"));
    return m_object.value(name).toArray();
}

QJsonObject FormReader::object(const QString &name)
{
    if (has(name) && !m_object.value(name).isObject())
        refuse(name, QStringLiteral("must be an object"));
    return m_object.value(name).toObject();
}

void FormReader::refuse(const QString &name, const QString &why)
{
    if (!m_error)
        m_error = VendorEnvelope::invalid(m_prefix + name, why);
}

void FormReader::absorb(const FormReader &inner)
{
    if (!m_error)
        m_error = inner.m_error;
}

} // namespace console
