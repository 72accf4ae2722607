// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/http_message.h"

#include <QJsonObject>
#include <QStringList>

namespace console {

/// The query part of a request. A plus sign means a space, as servers of this kind read it: a plus that is meant has to
/// be sent as %2B.
class RequestArguments
{
public:
    explicit RequestArguments(const HttpRequest &request);

    bool has(const QString &name) const;
    QString text(const QString &name) const; ///< empty when absent

    /// page_size: 10 when absent or 0, at most 20. Errors: 400 for anything but a number from 0.
    [[nodiscard]] Result<int> pageSize() const;
    /// The fields that a PATCH changes: those of update_mask, else those that the body names. A field that is masked
    /// but absent from the body is cleared. Errors: 400 for a mask with a field that is not known.
    [[nodiscard]] Result<QStringList> changedFields(const QJsonObject &body, const QStringList &known) const;

private:
    QUrlQuery m_query;
};

} // namespace console
