// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QWidget>

class QLineEdit;

namespace console {

/// A secret, hidden until one asks to see it; a new one can be made where that makes sense. Thread: GUI.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    enum class Origin {
        Given, ///< somebody else made it
        Ours,  ///< we may make it: a button does
    };
    SecretField(const QString &objectName, const QString &name, Origin origin, QWidget *parent = nullptr);

    Secret secret() const;
    void setSecret(const Secret &secret);

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_line;
};

} // namespace console
