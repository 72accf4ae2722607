// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <string_view>

namespace console {

enum class FeatureGroup { Cards, Buttons, Location, Calendar, Files, Text, Calls, Other };

/// One feature name of channel_capabilities, as RCS reports them.
struct Feature
{
    std::string_view name;
    std::string_view meaning; ///< the name that the same feature has first; equal to name for the first one
    FeatureGroup group;
    const char *plainWords;  ///< untranslated: "call button"; empty where there is nothing to tell an agent
    const char *whenMissing; ///< untranslated: "write the number"; empty where it does not matter
};

/// nullptr when nobody knows the name. Names are compared letter by letter.
const Feature *findFeature(const QString &name);
std::span<const Feature> featureGlossary();

/// Plain words, translated; the name itself, as sent, when the glossary has none.
QString featureText(const QString &name);

/// "ACTION_DIAL: call button" and the like, one line a listed feature, for a panel with details; new ones are marked.
QStringList featureLines(const QStringList &names);

/// Whether the list names the feature, in whatever dialect.
bool listsFeature(const QStringList &names, const QString &wanted);

} // namespace console
