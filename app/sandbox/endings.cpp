// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/endings.h"

namespace console {

QString endingsText()
{
    QString text;
    for (const auto &[digits, answer] : kEndings)
        text += QStringLiteral("%1  %2\n").arg(QLatin1String(digits), -5).arg(QLatin1String(answer));
    return text;
}

} // namespace console
