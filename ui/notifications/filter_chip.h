// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace console {

/// A button with a menu of values for one thing that a filter can ask for. Its word tells what is chosen, and it looks
/// pressed while something is. Thread: GUI.
class FilterChip final : public QPushButton
{
    Q_OBJECT

public:
    /// What it says while something is chosen.
    enum class Chosen { WithTitle, Alone };

    /// \param title  what it says while nothing is chosen.
    FilterChip(const QString &objectName, const QString &title, Chosen chosen, QWidget *parent);

    /// \param value  empty: nothing is asked for.
    QAction *addChoice(const QIcon &icon, const QString &text, const QString &value);
    void clearChoices();
    /// \param values  as they were given to addChoice(); others are kept out of sight.
    void setChosen(const QStringList &values);
    QStringList chosen() const;

Q_SIGNALS:
    /// By the user. \param isOn  chosen, or not any more.
    void toggledByUser(const QString &value, bool isOn);

protected:
    void nextCheckState() override { } // it is pressed when something is chosen, not by pressing

private:
    void forgetPointer();

    QString m_title;
    Chosen m_shown;
};

} // namespace console
