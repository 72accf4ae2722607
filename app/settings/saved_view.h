// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace console {

/// A further column that rows are sorted by, where those before it are equal.
struct SavedSort
{
    QString column;
    bool isDescending = false;

    friend bool operator==(const SavedSort &, const SavedSort &) = default;
};

/// What the table shows and how, under a name. The words of columns are the window's own.
struct SavedView
{
    QString name;
    QString filter;
    QStringList columns;
    QString sortColumn;
    bool isDescending = true;
    QString groupBy = {}; ///< empty: not grouped
    QList<SavedSort> thenBy = {};

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// A JSON document that people may pass on to each other.
QByteArray encodeSavedViews(const QList<SavedView> &views);
/// Errors: Malformed. Views without a name are left out.
Result<QList<SavedView>> parseSavedViews(const QByteArray &json);

} // namespace console
