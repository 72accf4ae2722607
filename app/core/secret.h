// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>

namespace console {

/// A token, key or webhook secret. It has no stream operator and no conversion, so that it cannot reach a log by
/// accident; every place that needs the text says reveal(), which can be searched for.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    { }

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &reveal() const { return m_text; }
    QByteArray revealUtf8() const { return m_text.toUtf8(); }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QString m_text;
};

} // namespace console
