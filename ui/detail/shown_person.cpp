// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/shown_person.h"

#include "ui/detail/answer_source.h"

namespace console {

QStringList identitiesOf(const AnswerSource &source)
{
    QStringList identities;
    for (const auto &row : source.facts().rows)
        identities.append(row.address.identity);
    if (source.lookup()) {
        for (const auto &address : source.lookup()->expected)
            identities.append(address.identity);
    }
    identities.removeAll(QString());
    identities.removeDuplicates();
    return identities;
}

} // namespace console
