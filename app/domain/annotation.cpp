// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/annotation.h"

#include <QRegularExpression>

namespace console {

Annotation AnnotationChange::appliedTo(Annotation annotation) const
{
    annotation.isPinned = isPinned.value_or(annotation.isPinned);
    annotation.note = note.value_or(annotation.note).trimmed();
    annotation.tags += addedTags;
    annotation.tags.removeIf([this](const QString &tag) { return removedTags.contains(tag, Qt::CaseInsensitive); });
    annotation.tags.sort(Qt::CaseInsensitive);
    annotation.tags.removeDuplicates();
    return annotation;
}

QStringList readTags(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList tags = text.split(between, Qt::SkipEmptyParts);
    for (QString &tag : tags) {
        while (tag.startsWith(QLatin1Char('#')))
            tag.remove(0, 1);
    }
    tags.removeAll(QString());
    tags.sort(Qt::CaseInsensitive);
    tags.removeDuplicates();
    return tags;
}

} // namespace console
