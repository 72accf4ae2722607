// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/connection_check.h"

#include <QWidget>

#include <array>

class QLabel;

namespace console {

class StatusChip;

/// The three steps of a connection check, one line each: its name, how it stands, what was found. Thread: GUI.
class ConnectionSteps : public QWidget
{
    Q_OBJECT

public:
    using Step = ConnectionCheck::Step;
    explicit ConnectionSteps(QWidget *parent = nullptr);

    /// Shows what this check tells from now on; an earlier one is no longer listened to.
    void follow(ConnectionCheck *check);
    /// The check cannot begin.
    void showUnstarted(const QString &reason);

private:
    enum class Standing { NotTried, Running, Passed, Doubtful, Failed, Unreached };
    struct Row
    {
        StatusChip *chip = nullptr;
        QLabel *detail = nullptr;
    };
    void addRow(Step step);
    void set(Step step, Standing standing, const QString &detail);
    void pass(Step step, const QString &detail);
    void clear();

    std::array<Row, 3> m_rows;
    ConnectionCheck *m_check = nullptr; ///< only compared
};

/// Why a step failed, and what to look at.
QString stepFailureText(ConnectionCheck::Step step, const Error &error);

/// Whether the API does not know the project here, or does not let this key see it.
bool deniesProject(const Error &error);

} // namespace console
