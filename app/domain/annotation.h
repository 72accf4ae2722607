// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

#include <optional>

namespace console {

/// What people here added to a notification: nothing of it comes from the vendor.
struct Annotation
{
    bool isPinned = false;
    QStringList tags; ///< words without spaces, each once, in alphabetical order
    QString note;

    bool isEmpty() const { return !isPinned && tags.isEmpty() && note.isEmpty(); }
    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// What is to become of the annotations of some notifications; the rest of each stays.
struct AnnotationChange
{
    std::optional<bool> isPinned = {};
    QStringList addedTags = {};
    QStringList removedTags = {};
    std::optional<QString> note = {};

    Annotation appliedTo(Annotation annotation) const;
};

/// The tags in what somebody typed: words, separated by spaces or commas; a leading '#' makes no difference.
QStringList readTags(const QString &text);

} // namespace console
