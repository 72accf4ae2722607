// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;

namespace console {

/// What is to be said about a field, below it: an error marks the field too. Without words it takes no room.
class FieldMessage final : public QWidget
{
    Q_OBJECT

public:
    /// \param objectName  the test's handle; \param field  the one that it speaks of, may be null.
    FieldMessage(const QString &objectName, QWidget *field, QWidget *parent);

    void showError(const QString &text);   ///< the field is refused
    void showWarning(const QString &text); ///< odd, but allowed
    void showHint(const QString &text);
    void clear();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void show(Tone tone, const QString &text);
    void tint();

    QWidget *m_field;
    QLabel *m_label;
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

} // namespace console
