// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/managed_settings.h"

#include "core/duplicate_members.h"
#include "settings/policy_file.h"
#include "settings/preference_keys.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <cmath>

namespace console {

namespace {

constexpr int kVersion = 1;

const PreferenceKey *findKey(const QString &name)
{
    const auto &keys = preferenceKeys();
    const auto found
        = std::find_if(keys.begin(), keys.end(), [&](const auto &key) { return name == QLatin1String(key.name); });
    return found == keys.end() ? nullptr : &*found;
}

/// JSON knows one kind of number.
bool isWhole(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong
        || (value.typeId() == QMetaType::Double && std::trunc(value.toDouble()) == value.toDouble());
}

bool hasType(const QVariant &value, PreferenceKey::Type type)
{
    switch (type) {
    case PreferenceKey::Type::Number:
        return isWhole(value);
    case PreferenceKey::Type::Text:
        return value.typeId() == QMetaType::QString;
    case PreferenceKey::Type::Truth:
        return value.typeId() == QMetaType::Bool;
    }
    Q_UNREACHABLE();
}

bool isGood(const PreferenceKey &key, const QVariant &value)
{
    Preferences scratch;
    return hasType(value, key.type) && key.take(scratch, value);
}

QString placeOf(const QByteArray &json, int offset)
{
    const QByteArray before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    return QStringLiteral("line %1, column %2")
        .arg(before.count('\n') + 1)
        .arg(before.size() - (before.lastIndexOf('\n') + 1) + 1);
}

void apply(Preferences &preferences, const QMap<QString, QVariant> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const PreferenceKey *key = findKey(it.key()))
            key->take(preferences, it.value());
    }
}

} // namespace

ManagedSettings ManagedSettings::load(const QString &file, unsigned owner)
{
    const auto bytes = readPolicyFile(file, owner);
    if (bytes && !bytes->has_value())
        return {};
    if (bytes)
        return parse(**bytes, file);
    ManagedSettings unusable;
    unusable.m_file = file;
    unusable.damaged(bytes.error().detail);
    return unusable;
}

ManagedSettings ManagedSettings::parse(const QByteArray &json, const QString &file)
{
    ManagedSettings settings;
    settings.m_file = file;
    QJsonParseError error {};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const QString why
            = error.error == QJsonParseError::NoError ? QStringLiteral("it is no JSON object") : error.errorString();
        settings.damaged(QStringLiteral("%1, %2: %3").arg(file, placeOf(json, error.offset), why));
        return settings;
    }
    if (const auto repeated = repeatedMember(json)) {
        settings.damaged(QStringLiteral("%1: %2 stands in it twice").arg(file, QString::fromUtf8(*repeated)));
        return settings;
    }
    const QVariantMap members = document.object().toVariantMap();
    if (members.value(QStringLiteral("version")) != QVariant(kVersion)) {
        settings.damaged(QStringLiteral("%1: version: %2 is expected").arg(file).arg(kVersion));
        return settings;
    }
    for (auto it = members.begin(); it != members.end(); ++it) {
        const bool isSection = it.key() == QLatin1String("locked") || it.key() == QLatin1String("defaults");
        if (isSection && it.value().typeId() != QMetaType::QVariantMap)
            settings.damaged(QStringLiteral("%1: %2: an object is expected").arg(file, it.key()));
        else if (isSection)
            settings.readSection(it.key(), it.value().toMap());
        else if (it.key() != QLatin1String("version"))
            settings.m_warnings.append(QStringLiteral("%1: %2 is not known to this program").arg(file, it.key()));
    }
    if (!settings.m_damage.isEmpty())
        settings.lockAll(); // also what was read after the damage was seen
    return settings;
}

void ManagedSettings::readSection(const QString &section, const QVariantMap &members)
{
    const bool isLocked = section == QLatin1String("locked");
    for (auto it = members.begin(); it != members.end(); ++it) {
        QString key = it.key();
        key.replace(QLatin1Char('.'), QLatin1Char('/'));
        const PreferenceKey *const known = findKey(key);
        const bool isUnsigned = isLocked && key == QLatin1String(kAllowUnsigned);
        const QString where = QStringLiteral("%1: %2.%3").arg(m_file, section, it.key());
        if (key != it.key() && members.contains(key)) {
            damaged(QStringLiteral("%1 stands in it twice, as %2, too").arg(where, key));
            continue;
        }
        if (known == nullptr && !isUnsigned) {
            m_warnings.append(where + QStringLiteral(" is not known to this program"));
            continue;
        }
        if (isUnsigned ? it.value().typeId() == QMetaType::Bool : isGood(*known, it.value())) {
            (isLocked ? m_locked : m_defaults).insert(key, it.value());
            continue;
        }
        m_mistakes.append(
            where
            + QStringLiteral(": %1 is expected").arg(QLatin1String(isUnsigned ? "true or false" : known->expected)));
        if (isLocked)
            m_locked.insert(key, safeValue(key));
    }
}

QVariant ManagedSettings::safeValue(const QString &key) const
{
    if (key == QLatin1String(kAllowUnsigned))
        return false;
    if (key == QLatin1String("window/mask_at_start"))
        return true;
    if (key == QLatin1String("receiver/certificate") || key == QLatin1String("receiver/private_key"))
        return m_file; // holds neither: the receiver says so, and does not fall back to plain HTTP
    return findKey(key)->give(Preferences());
}

void ManagedSettings::lockAll()
{
    for (const PreferenceKey &key : preferenceKeys())
        m_locked.insert(QLatin1String(key.name), safeValue(QLatin1String(key.name)));
    m_locked.insert(QLatin1String(kAllowUnsigned), false);
}

void ManagedSettings::damaged(const QString &why)
{
    m_damage = why;
    lockAll();
}

ManagedSettings::Layer ManagedSettings::layerOf(const QString &key) const
{
    if (m_locked.contains(key))
        return Layer::Locked;
    return m_defaults.contains(key) ? Layer::Default : Layer::BuiltIn;
}

void ManagedSettings::applyDefaults(Preferences &preferences) const
{
    apply(preferences, m_defaults);
}

void ManagedSettings::applyLocks(Preferences &preferences) const
{
    apply(preferences, m_locked);
}

Preferences ManagedSettings::preset() const
{
    Preferences preferences;
    applyDefaults(preferences);
    applyLocks(preferences);
    return preferences;
}

QString policyName(QString key)
{
    return key.replace(QLatin1Char('/'), QLatin1Char('.'));
}

} // namespace console
