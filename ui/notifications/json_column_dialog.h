// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace console {

class CheckedField;

/// Asks for a path into the stored bodies, offers those of one body, and shows what stands there. Thread: GUI.
class JsonColumnDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit JsonColumnDialog(QWidget *parent = nullptr);

    /// The body of the row that was chosen; \a personal  what is masked in it.
    void setBody(const QByteArray &body, const QStringList &personal);
    std::optional<JsonPath> path() const;
    void accept() override;

private:
    void showPreview();

    QComboBox *m_path;
    CheckedField *m_pathRow = nullptr;
    QLabel *m_preview;
    QPushButton *m_add = nullptr;
    QByteArray m_body;
    QStringList m_personal;
};

} // namespace console
