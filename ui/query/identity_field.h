// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace console {

/// A field for one identity, or many lines of them: as tall as its lines up to a few, Return adds, Shift+Return makes a
/// line, Tab leaves. Thread: GUI.
class IdentityField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit IdentityField(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void returnPressed();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int heightOf(int lines) const;
};

} // namespace console
