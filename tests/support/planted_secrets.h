// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDirIterator>
#include <QFile>
#include <QStringList>
#include <QUrl>

namespace console {

/// Secrets that a test has planted, and every way of writing them that would give them away.
class PlantedSecrets
{
public:
    explicit PlantedSecrets(const QByteArrayList &secrets)
    {
        for (const QByteArray &secret : secrets) {
            m_forms += secret;
            m_forms += secret.toHex();
            m_forms += secret.toHex().toUpper();
            m_forms += QUrl::toPercentEncoding(QString::fromUtf8(secret));
            m_forms += wide(secret);
            addBase64(secret);
        }
    }

    /// The form that stands in these bytes; empty when there is none.
    QByteArray formIn(const QByteArray &bytes) const
    {
        for (const QByteArray &form : m_forms) {
            if (bytes.contains(form))
                return form;
        }
        return {};
    }

    /// "file: form" for each file below the folder that holds one.
    QStringList findIn(const QString &folder) const
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray form = formIn(file.readAll());
            if (!form.isEmpty())
                found += file.fileName() + QStringLiteral(": ") + QString::fromLatin1(form);
        }
        return found;
    }

private:
    void addBase64(const QByteArray &secret)
    {
        for (int before = 0; before < 3; ++before) { // what stands before it shifts its digits
            const QByteArray whole = (QByteArray(before, ' ') + secret).toBase64(QByteArray::OmitTrailingEquals);
            const QByteArray inner = whole.mid(before == 0 ? 0 : 4, whole.size() - 8); // without what neighbours share
            m_forms += inner;
            m_forms += QByteArray(inner).replace('+', '-').replace('/', '_');
        }
    }
    static QByteArray wide(const QByteArray &ascii)
    {
        QByteArray bytes;
        for (const char c : ascii)
            bytes += QByteArray(1, c) + '\0';
        return bytes;
    }

    QByteArrayList m_forms;
};

} // namespace console
