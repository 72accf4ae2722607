// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace console {

/// A field for one identity, or many lines of them: as tall as its lines up to a few, Return adds, Shift+Return makes a
/// line, Tab leaves. While personal data is masked, what was typed stands as dots until the field has the focus, for screen
/// readers, too. Thread: GUI.
class IdentityField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit IdentityField(QWidget *parent = nullptr);

    /// What was typed, also while dots stand for it.
    QString typed() const { return m_typed->toPlainText(); }
    void setTyped(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void returnPressed();
    void typedChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keepPrivate();
    void show(QTextDocument *text);
    bool isCovered() const { return document() != m_typed; }
    int heightOf(int lines) const;

    QTextDocument *m_typed;
    QTextDocument *m_dots; ///< a line for a line: what reads the widget reads these
    QTextCursor m_cursor;  ///< where it stood when dots came
};

} // namespace console
