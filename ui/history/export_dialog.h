// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exporting/row_export.h"
#include "ui/history/background_task.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace console {

class Banner;

/// Writes the rows that the table shows into a file: format, redaction with a preview, progress that can be cancelled.
/// The rows are those of the moment when it was opened. Thread: GUI; the file is written in another.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param filter  as it is shown; empty when all rows are. The store outlives the dialog.
    ExportDialog(const ColumnStore &store, const QList<quint32> &ids, const QString &filter, QWidget *parent = nullptr);

    void reject() override;

private:
    QWidget *makeFields();
    void chooseFile();
    void followFormat();
    void showPreview();
    void start();
    void finish(const Result<ExportReport> &report);
    RowExport order() const;
    bool isPdf() const;

    const ColumnStore &m_store;
    QList<quint32> m_ids;
    QString m_filter;
    QByteArray m_key; ///< of the redaction: the preview shows what the file will hold
    BackgroundTask m_task;
    QComboBox *m_format;
    QCheckBox *m_notes;
    QCheckBox *m_redact;
    QLineEdit *m_path;
    QPlainTextEdit *m_preview;
    QLabel *m_count;
    QProgressBar *m_progress;
    Banner *m_outcome;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace console
