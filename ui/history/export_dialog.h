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

/// The rows of a history that are to be written.
struct ExportedRows
{
    QList<quint32> ids;
    QString filter = {};  ///< as it is shown; empty when all rows are
    QString history = {}; ///< the file that they stand in
    QList<JsonPath> columns = {};
};

/// Writes the rows that the table shows into a file: format, redaction with a preview, progress that can be cancelled.
/// The rows are those of the moment when it was opened. Thread: GUI; the file is written in another.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The store outlives the dialog.
    ExportDialog(const ColumnStore &store, const ExportedRows &rows, QWidget *parent = nullptr);

    void reject() override;

private:
    QWidget *makeFields();
    void chooseFile();
    void followFormat();
    void showPreview();
    QByteArray previewLines(const RowExport &wanted, qint64 &replacements) const;
    void start();
    void finish(const Result<ExportReport> &report);
    RowExport order() const;
    bool isPdf() const;

    const ColumnStore &m_store;
    ExportedRows m_rows;
    QByteArray m_key; ///< of the redaction: the preview shows what the file will hold
    BackgroundTask m_task;
    QComboBox *m_format;
    QCheckBox *m_notes;
    QCheckBox *m_raw;
    QCheckBox *m_redact;
    QCheckBox *m_texts;
    QLabel *m_limits;
    QLineEdit *m_path;
    QPlainTextEdit *m_preview;
    QLabel *m_count;
    QProgressBar *m_progress;
    Banner *m_outcome;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace console
