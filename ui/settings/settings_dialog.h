// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace console {

class CheckedField;

/// The preferences. On accepted(), preferences() holds what was chosen; the window's layout in it stays as given.
/// Thread: GUI.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);
    Preferences preferences() const;

    void accept() override;

private:
    /// 0 is no limit, and reads so.
    QSpinBox *makeLimit(const char *objectName, const QString &unit, const QString &unlimited, int most, qint64 value);
    QSpinBox *makeSeconds(const char *objectName, std::chrono::seconds value);

    Preferences m_given;
    QSpinBox *m_wait;
    QSpinBox *m_amber;
    QSpinBox *m_window;
    QSpinBox *m_bodyLimit;
    QLineEdit *m_receiver;
    CheckedField *m_receiverRow;
    QComboBox *m_theme;
    QComboBox *m_rows;
    QCheckBox *m_masked;
    QSpinBox *m_keepDays;
    QSpinBox *m_keepRows;
    QSpinBox *m_keepSize;
};

} // namespace console
