// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/color_rule_store.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace console {

ColorRuleStore::ColorRuleStore(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QString ColorRuleStore::filePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("colors.json"));
}

QList<ColorRule> ColorRuleStore::load() const
{
    QFile file(filePath());
    return file.open(QIODevice::ReadOnly) ? parseColorRules(file.readAll()) : QList<ColorRule>();
}

Result<> ColorRuleStore::save(const QList<ColorRule> &rules)
{
    QSaveFile file(filePath());
    const QByteArray json = encodeColorRules(rules);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Kind::Storage, file.errorString());
    return {};
}

} // namespace console
