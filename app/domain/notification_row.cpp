// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notification_row.h"

namespace console {

QString joinName(JoinKind join)
{
    switch (join) {
    case JoinKind::None:
        return QStringLiteral("none");
    case JoinKind::ByRequestId:
        return QStringLiteral("request_id");
    case JoinKind::ByRecipient:
        return QStringLiteral("recipient");
    }
    return {};
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::New:
        return QStringLiteral("new");
    case Outcome::Retry:
        return QStringLiteral("retry");
    case Outcome::Conflict:
        return QStringLiteral("conflict");
    }
    return {};
}

QString signatureName(SignatureState state)
{
    switch (state) {
    case SignatureState::Valid:
        return QStringLiteral("valid");
    case SignatureState::Unsigned:
        return QStringLiteral("unsigned");
    }
    return {};
}

} // namespace console
