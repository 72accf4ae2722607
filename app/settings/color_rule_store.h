// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "settings/color_rule.h"

namespace console {

/// Keeps the colour rules of a profile in a file of its folder. Thread: GUI.
class ColorRuleStore
{
public:
    explicit ColorRuleStore(QString folder);

    /// None where nothing can be read.
    QList<ColorRule> load() const;
    /// Errors: Storage.
    Result<> save(const QList<ColorRule> &rules);

private:
    QString filePath() const;

    QString m_folder;
};

} // namespace console
