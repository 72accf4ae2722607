// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QByteArray>
#include <QHash>

namespace console {

/// Makes rows that can be given away: identities, names and ids become pseudonyms, the same for the same value, also
/// where a description, a note or a tag mentions them: plainly, percent-encoded, in base64, hexadecimal or with \u
/// escapes. In such free texts goes as well what has the shape of somebody's (personal_shapes.h): whoever else is named
/// there in other words stays, unless texts go as a whole.
/// A pseudonym is made from the value and a key, and cannot be turned back without it. Belongs to one thread.
class Redactor
{
public:
    enum class Scope {
        Everything, ///< to give away: requests, projects and apps, too
        People,     ///< to show: what names a person
    };

    /// What becomes of descriptions, notes and tags.
    enum class Texts { Searched, AsAWhole };

    /// \param key  the same key gives the same pseudonyms; keep it like a secret, or throw it away.
    explicit Redactor(QByteArray key, Scope scope = Scope::Everything, Texts texts = Texts::Searched);
    static QByteArray randomKey();

    NotificationRow redacted(NotificationRow row);
    /// The pseudonym of one value; an empty one stays empty. A '+' in front of an identity makes no difference.
    QString identity(QString identity);
    QString contactId(const QString &id) { return id.isEmpty() ? id : pseudonym("contact", id); }
    QString name(const QString &name) { return name.isEmpty() ? name : pseudonym("name", name); }
    /// \param known  what else must not stand in it, in any spelling.
    QString freeText(const QString &text, const QStringList &known);
    /// For a whole text of which nobody knows what it says.
    QString other(const QString &text) { return text.isEmpty() ? text : pseudonym("text", text); }
    /// What a row says of people, and of ids where they go, too: long enough to be looked for in texts.
    QStringList knownOf(const NotificationRow &row) const;
    /// In all rows so far.
    qint64 replacements() const { return m_replacements; }

private:
    QString pseudonym(const char *kind, const QString &value);
    void replace(QString &value, const char *kind);
    template <typename E>
    void replaceUnknown(OpenEnum<E> &code, const QStringList &known);
    QString withoutKnown(QString text, const QStringList &known);
    QString withoutShapes(const QString &text);
    QString told(const QString &text, const QStringList &known);
    QString withoutCoded(const QString &text, const QStringList &known);

    QByteArray m_key;
    Scope m_scope;
    Texts m_texts;
    qint64 m_replacements = 0;
};

/// How rows are to be redacted.
struct Redaction
{
    QByteArray key = Redactor::randomKey();
    Redactor::Texts texts = Redactor::Texts::Searched;
};

} // namespace console
