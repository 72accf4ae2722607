// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox_app.h"
#include "sandbox/sandbox_contact.h"
#include "sandbox/seeded_dice.h"

#include <QSet>

namespace console {

struct DemoCountry;

/// Makes the contacts of the sandbox, the same for the same seed: people of many countries whose identities end in
/// 00-49 and so are answered plausibly, then twenty that are named after the answer that their number brings.
class DemoContacts
{
public:
    /// \param apps  whose ids stand in app-scoped identities
    DemoContacts(quint64 seed, const QList<SandboxApp> &apps);

    /// So many in all. Fewer than forty: half of them are ordinary. The first has RCS, SMS and WHATSAPP and nothing
    /// else.
    QList<SandboxContact> make(int count);

private:
    SandboxContact ordinary(int index);
    SandboxContact special(int ending);
    QList<SandboxIdentity> identitiesFor(const DemoCountry &country);
    void addMessengers(const DemoCountry &country, QList<SandboxIdentity> &identities);
    QString newNumber(const DemoCountry &country, int ending);
    QString appWith(const QString &channel) const;

    SeededDice m_dice;
    const QList<SandboxApp> &m_apps;
    QSet<QString> m_numbers;
    quint64 m_madeAt;
};

} // namespace console
