// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tls_certificate.h"
#include "settings/managed_settings.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace console {

class CheckedField;
class FileField;

/// The preferences. On accepted(), preferences() holds what was chosen; the window's layout in it stays as given.
/// Thread: GUI.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Whether the receiver could use these files; the words of an error are shown at the field.
    using TlsChecker = std::function<Result<TlsCertificate>(const TlsFiles &)>;

    explicit SettingsDialog(const Preferences &preferences, TlsChecker checkTls = {}, QWidget *parent = nullptr);
    /// Locks what the organisation decides about.
    void setManaged(const ManagedSettings &managed);
    Preferences preferences() const;

    void accept() override;

private:
    /// 0 is no limit, and reads so.
    QSpinBox *makeLimit(const char *objectName, const QString &unit, const QString &unlimited, int most, qint64 value);
    QSpinBox *makeSeconds(const char *objectName, std::chrono::seconds value);

    void addTlsRows(QFormLayout *form);
    TlsFiles tls() const;
    /// Says at once what is wrong with the files; true when nothing is.
    bool checkTlsFiles();
    void grow();

    Preferences m_given;
    TlsChecker m_checkTls;
    QLabel *m_managed; ///< seen where something is locked
    QWidget *m_area;   ///< around the fields
    QSpinBox *m_wait;
    QSpinBox *m_amber;
    QSpinBox *m_window;
    QSpinBox *m_bodyLimit;
    QLineEdit *m_receiver;
    CheckedField *m_receiverRow;
    FileField *m_certificate;
    FileField *m_key;
    CheckedField *m_keyRow;
    QComboBox *m_theme;
    QComboBox *m_rows;
    QCheckBox *m_masked;
    QSpinBox *m_keepDays;
    QSpinBox *m_keepRows;
    QSpinBox *m_keepSize;
    QSpinBox *m_inMemory;
};

} // namespace console
