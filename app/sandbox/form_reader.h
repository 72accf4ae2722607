// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace console {

/// Reads the members of a request and remembers the first thing that is wrong, so that a form is read straight through
/// and judged once. A member that is null counts as absent.
class FormReader
{
public:
    /// \param prefix  how the object itself is called in messages, e.g. "recipient."
    explicit FormReader(QJsonObject object, QString prefix = {});

    bool has(const QString &name) const;
    QString text(const QString &name);         ///< empty when absent
    QString requiredText(const QString &name); ///< absent and empty are refused
    QJsonArray list(const QString &name);
    QJsonObject object(const QString &name);

    void refuse(const QString &name, const QString &why);
    /// Takes over what another reader found.
    void absorb(const FormReader &inner);
    const std::optional<Error> &error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_prefix;
    std::optional<Error> m_error;
};

} // namespace console
