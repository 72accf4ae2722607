// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

namespace console {

/// What the organisation fixes (locked) or presets (defaults), for all users of a machine. A value: read once, at the start.
/// Mistakes never lift a restriction: a bad value fixes its key at the safest one, a file that cannot be read all of them.
class ManagedSettings
{
public:
    enum class Layer { BuiltIn, Default, Locked };

    /// Whether projects may take callbacks without a signature; no preference, only the organisation decides.
    static constexpr char kAllowUnsigned[] = "receiver/allow_unsigned";

    ManagedSettings() = default; ///< nothing is managed
    /// \param owner  who has to own the file and its folder: root. No such file: nothing is managed.
    [[nodiscard]] static ManagedSettings load(const QString &file, unsigned owner = 0);
    [[nodiscard]] static ManagedSettings parse(const QByteArray &json, const QString &file);

    const QString &file() const { return m_file; }
    /// Not readable as a whole: nothing may be sent or received until it is mended. Empty: it is fine, or there is none.
    const QString &damage() const { return m_damage; }
    const QStringList &mistakes() const { return m_mistakes; } ///< bad values, each with file and key; English
    const QStringList &warnings() const { return m_warnings; } ///< of what this program does not know

    /// Keys as in preferenceKeys().
    bool isLocked(const QString &key) const { return m_locked.contains(key); }
    Layer layerOf(const QString &key) const;
    bool mayAllowUnsigned() const { return m_locked.value(QLatin1String(kAllowUnsigned), true).toBool(); }

    void applyDefaults(Preferences &preferences) const;
    void applyLocks(Preferences &preferences) const;
    /// Where the user chose nothing.
    Preferences preset() const;

private:
    void readSection(const QString &section, const QVariantMap &members);
    void lockAll();
    void damaged(const QString &why);
    QVariant safeValue(const QString &key) const;

    QString m_file;
    QString m_damage;
    QStringList m_mistakes;
    QStringList m_warnings;
    QMap<QString, QVariant> m_locked;
    QMap<QString, QVariant> m_defaults;
};

/// "lookup.wait_s" as the organisation's file spells "lookup/wait_s".
QString policyName(QString key);

} // namespace console
