// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/export_dialog.h"

#include "core/continuation.h"
#include "exporting/row_csv.h"
#include "exporting/row_json.h"
#include "exporting/row_telling.h"
#include "history/column_store.h"
#include "text/error_text.h"
#include "ui/history/document_path.h"
#include "ui/history/pdf_report.h"
#include "ui/masking/masker.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

namespace console {

namespace {

constexpr int kPdf = -1; // beside the values of RowFormat
constexpr int kPreviewed = 3;
constexpr int kSteps = 1'000; // of the progress bar

QString endingOf(int format)
{
    switch (format) {
    case int(RowFormat::Ndjson):
        return QStringLiteral("ndjson");
    case int(RowFormat::Json):
        return QStringLiteral("json");
    case int(RowFormat::Html):
        return QStringLiteral("html");
    case kPdf:
        return QStringLiteral("pdf");
    default:
        return QStringLiteral("csv");
    }
}

/// As the window shows it: the file holds it as it is.
void maskTold(ToldRow &told, const QStringList &names)
{
    Masker &masker = Masker::instance();
    const QStringList known {told.row.address.identity, told.row.contactId, told.row.contactName};
    for (qsizetype i = 0; i < told.extras.size(); ++i) {
        RowCell &cell = told.extras[i];
        if (auto *text = std::get_if<QString>(&cell)) {
            *text = masker.value(names.at(i).section(QLatin1Char('.'), -1), *text, known);
        } else if (auto *texts = std::get_if<QStringList>(&cell)) {
            for (QString &line : *texts)
                line = masker.text(line, known);
        }
    }
    told.row = masker.shown(told.row);
}

} // namespace

ExportDialog::ExportDialog(const ColumnStore &store, const ExportedRows &rows, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_rows(rows)
    , m_key(Redactor::randomKey())
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    const QString count = tr("%n notifications", nullptr, int(rows.ids.size()));
    //: %1 "1,204 notifications", %2 a filter expression
    m_count = makeProse(rows.filter.isEmpty() ? count : tr("%1 that match: %2").arg(count, rows.filter), this);
    m_count->setObjectName(QStringLiteral("exportCount"));
    m_count->setAccessibleName(tr("What is exported"));
    column->addWidget(m_count);
    column->addWidget(makeFields());
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, kSteps);
    m_progress->hide();
    column->addWidget(m_progress);
    m_outcome = new Banner(Banner::Shape::Card, this);
    m_outcome->setObjectName(QStringLiteral("exportOutcome"));
    m_outcome->hide();
    column->addWidget(m_outcome);
    auto *buttons = new QDialogButtonBox(this);
    m_export = makeButton(QStringLiteral("startExport"), tr("Export"), this, ButtonRole::Primary);
    m_close = makeButton(QStringLiteral("closeExport"), tr("Cancel"), this);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setMinimumWidth(560);
    followFormat();
}

QWidget *ExportDialog::makeFields()
{
    auto *fields = new QWidget(this);
    auto *form = spaced(new QFormLayout(fields), 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_format = new QComboBox(fields);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->addItem(tr("CSV, for spreadsheets"), int(RowFormat::Csv));
    m_format->addItem(tr("NDJSON, a line a row; can be imported"), int(RowFormat::Ndjson));
    m_format->addItem(tr("JSON, one list"), int(RowFormat::Json));
    m_format->addItem(tr("HTML, a page to read"), int(RowFormat::Html));
    m_format->addItem(tr("PDF, a report to print"), kPdf);
    form->addRow(tr("&Format"), m_format);
    auto *place = new QWidget(fields);
    auto *row = makeRow(place, kGrid);
    m_path = new QLineEdit(documentPath(QStringLiteral("notifications.csv")), place);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File"));
    auto *choose = makeButton(QStringLiteral("chooseExportFile"), tr("Choose …"), place);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    form->addRow(tr("F&ile"), place);
    qobject_cast<QLabel *>(form->labelForField(place))->setBuddy(m_path);
    centreLabels(form);
    m_notes = new QCheckBox(tr("With pins, &tags and notes"), fields);
    m_notes->setObjectName(QStringLiteral("exportNotes"));
    m_notes->setChecked(true);
    form->addRow(QString(), m_notes);
    m_raw = new QCheckBox(tr("Include raw &bodies"), fields);
    m_raw->setObjectName(QStringLiteral("exportRaw"));
    m_raw->setToolTip(
        tr("Body and headers of each callback as they came. For NDJSON and JSON: whole bodies fit into no "
           "cell."));
    m_raw->setAccessibleDescription(m_raw->toolTip());
    form->addRow(QString(), m_raw);
    m_redact = new QCheckBox(tr("&Redact identities, names and ids"), fields);
    m_redact->setObjectName(QStringLiteral("exportRedact"));
    form->addRow(QString(), m_redact);
    m_texts = new QCheckBox(tr("&Whole descriptions, notes and tags, too"), fields);
    m_texts->setObjectName(QStringLiteral("exportTexts"));
    m_texts->setEnabled(false);
    form->addRow(QString(), m_texts);
    m_limits
        = makeCaption(tr("In descriptions, notes and tags goes what looks like a number, an address, an id or a "
                         "name. A name that no row knows can remain, as one word or in small letters: read them, or "
                         "replace them as a whole."),
                      fields);
    m_limits->setWordWrap(true);
    m_limits->setObjectName(QStringLiteral("redactionLimits"));
    m_limits->hide();
    form->addRow(QString(), m_limits);
    m_preview = new QPlainTextEdit(fields);
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_preview->setFixedHeight(132);
    form->addRow(tr("&Preview"), m_preview);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_redact, &QCheckBox::toggled, this, [this](bool isOn) {
        m_texts->setEnabled(isOn);
        m_limits->setVisible(isOn);
        showPreview();
        growToFit(this);
    });
    connect(m_texts, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    connect(m_notes, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    connect(m_raw, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    return fields;
}

bool ExportDialog::isPdf() const
{
    return m_format->currentData().toInt() == kPdf;
}

RowExport ExportDialog::order() const
{
    RowExport order;
    order.ids = m_rows.ids;
    order.path = m_path->text().trimmed();
    order.format = isPdf() ? RowFormat::Html : RowFormat(m_format->currentData().toInt());
    order.members = m_notes->isChecked() ? RowMembers::Annotations : RowMembers::Contract;
    order.history = m_rows.history;
    order.bodies = {m_rows.columns, m_raw->isChecked() && m_raw->isEnabled()};
    if (m_redact->isChecked())
        order.redaction
            = Redaction {m_key, m_texts->isChecked() ? Redactor::Texts::AsAWhole : Redactor::Texts::Searched};
    // A filter may name whom it looks for.
    order.title = m_rows.filter.isEmpty() || m_redact->isChecked() ? tr("Notifications") : m_rows.filter;
    return order;
}

void ExportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Export to"), m_path->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    connect(chooser, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    chooser->open();
}

void ExportDialog::followFormat()
{
    const QFileInfo info(m_path->text());
    const QString name = info.completeBaseName() + QLatin1Char('.') + endingOf(m_format->currentData().toInt());
    m_path->setText(QDir(info.path()).filePath(name));
    m_notes->setEnabled(!isPdf());
    m_raw->setEnabled(!isPdf() && takesRawBodies(RowFormat(m_format->currentData().toInt())));
    showPreview();
}

void ExportDialog::showPreview()
{
    const RowExport wanted = order();
    qint64 replacements = 0;
    QString text = QString::fromUtf8(previewLines(wanted, replacements)).trimmed();
    if (wanted.redaction)
        text.prepend(tr("%n replacements in the first rows", nullptr, int(replacements)) + QLatin1Char('\n'));
    m_preview->setPlainText(text);
}

QByteArray ExportDialog::previewLines(const RowExport &wanted, qint64 &replacements) const
{
    const bool isJson = takesRawBodies(wanted.format);
    const QStringList names = extraMemberNames(wanted.bodies);
    RowTelling telling(wanted.history, wanted.bodies, wanted.redaction);
    QByteArray lines
        = isJson ? QByteArray() : csvHeader(wanted.members, names) + '\n'; // also what stands in a table of a page
    for (const quint32 id : m_rows.ids.mid(0, kPreviewed)) {
        const NotificationRow row = m_store.row(id);
        auto told = row.id == 0 ? failure(Error::Kind::NotFound, QString()) : telling.told(row);
        if (!told)
            continue;
        if (!wanted.redaction)
            maskTold(*told, names);
        lines += (isJson ? encodeRowJson(told->row, wanted.members, names, told->extras)
                         : encodeRowCsv(told->row, wanted.members, told->extras))
            + '\n';
    }
    replacements = telling.replacements();
    return lines;
}

void ExportDialog::start()
{
    const RowExport wanted = order();
    m_outcome->hide();
    m_progress->setValue(0);
    m_progress->show();
    m_export->setEnabled(false);
    const auto progress = [this](qint64 rows) { // in the other thread
        const auto step = int(rows * kSteps / std::max<qsizetype>(1, m_rows.ids.size()));
        QMetaObject::invokeMethod(
            m_progress, [bar = m_progress, step] { bar->setValue(step); }, Qt::QueuedConnection);
        return !m_task.isCancelled();
    };
    m_task.run([&store = m_store, wanted, progress, isReport = isPdf()] {
        return isReport ? writePdfReport(store, wanted, progress) : exportRows(store, wanted, progress);
    }) | then(this, [this](const Result<ExportReport> &report) { finish(report); });
}

void ExportDialog::finish(const Result<ExportReport> &report)
{
    m_progress->hide();
    m_export->setEnabled(true);
    if (!report) {
        const bool isCancelled = report.error().kind == Error::Kind::Cancelled;
        m_outcome->setMessage(isCancelled ? Tone::Neutral : Tone::Bad, Icon::TriangleAlert,
                              isCancelled ? tr("Cancelled; nothing was written.") : report.error().detail);
    } else {
        QStringList words {tr("%n notifications were written.", nullptr, int(report->rows))};
        if (report->removed > 0)
            words.append(tr("%n were removed from the history meanwhile.", nullptr, int(report->removed)));
        if (m_redact->isChecked())
            words.append(tr("%n replacements.", nullptr, int(report->replacements)));
        m_outcome->setMessage(Tone::Ok, Icon::Check, words.join(QLatin1Char(' ')));
        m_close->setText(tr("Close"));
    }
    m_outcome->show();
    growToFit(this);
}

void ExportDialog::reject()
{
    if (!m_export->isEnabled())
        m_task.cancel(); // the dialog stays and says so
    else
        QDialog::reject();
}

} // namespace console
