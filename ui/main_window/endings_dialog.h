// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/ports.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace console {

/// What the sandbox answers to an identity with certain last digits, and a way to ask for one. Thread: GUI.
class EndingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit EndingsDialog(const QList<SandboxEnding> &endings, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Phone numbers that end like the chosen lines.
    void identitiesWanted(const QStringList &identities);

private:
    void fill(const QList<SandboxEnding> &endings);
    void use();
    QStringList chosen() const;

    QTableWidget *m_table;
    QPushButton *m_use;
};

/// A Swedish mobile number, from the sandbox's own country code, with this ending: the first of "70-99".
QString identityEndingWith(const QString &digits);

} // namespace console
