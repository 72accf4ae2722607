// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_dialogs.h"

#include "core/continuation.h"
#include "core/visible_text.h"
#include "exporting/row_import.h"
#include "text/error_text.h"
#include "ui/history/annotation_dialog.h"
#include "ui/history/document_path.h"
#include "ui/history/erase_dialog.h"
#include "ui/history/export_dialog.h"
#include "ui/history/task_dialog.h"
#include "ui/theme/labels.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace console {

namespace {

QList<qint64> idsOf(const QList<NotificationRow> &rows)
{
    QList<qint64> ids;
    for (const NotificationRow &row : rows)
        ids.append(row.id);
    return ids;
}

QString importText(const ImportReport &report)
{
    QStringList words {HistoryDialogs::tr("%n notifications were imported.", nullptr, int(report.rows))};
    if (report.duplicates > 0)
        words.append(HistoryDialogs::tr("%n were there already.", nullptr, int(report.duplicates)));
    if (report.unreadable > 0)
        words.append(HistoryDialogs::tr("%n lines are no notifications; the first: %1", nullptr, int(report.unreadable))
                         .arg(report.firstProblem));
    return words.join(QLatin1Char(' '));
}

template <typename Dialog>
Dialog *shown(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace

HistoryDialogs::HistoryDialogs(QWidget *window)
    : QObject(window)
    , m_window(window)
{ }

void HistoryDialogs::setKeeper(HistoryKeeper *keeper)
{
    m_keeper = keeper;
}

void HistoryDialogs::exportRows(const HistoryView &view, const QList<JsonPath> &columns)
{
    ExportedRows rows {{}, view.filter().matchesAll() ? QString() : view.filter().text(), view.path(), columns};
    rows.ids.reserve(view.count());
    for (int row = 0; row < view.count(); ++row)
        rows.ids.append(quint32(view.idAt(row)));
    shown(new ExportDialog(view.store(), rows, m_window));
}

void HistoryDialogs::importRows()
{
    auto *chooser
        = new QFileDialog(m_window, tr("Import notifications"), documentPath(QString()), tr("NDJSON (*.ndjson)"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &HistoryDialogs::startImport);
    shown(chooser);
}

void HistoryDialogs::startImport(const QString &path)
{
    if (!m_keeper)
        return;
    auto *dialog = shown(new TaskDialog(tr("Import notifications"), tr("Reading %1").arg(path), m_window));
    dialog->run([path, database = m_keeper->path(),
                 &writer = m_keeper->writer()](const TaskDialog::Progress &progress) -> Result<QString> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
        const double size = double(std::max<qint64>(1, file.size()));
        const auto report
            = console::importRows(database, writer, file, [&](qint64 bytes) { return progress(double(bytes) / size); });
        return report ? Result<QString>(importText(*report)) : failure(report.error());
    });
}

void HistoryDialogs::backUp()
{
    const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd"));
    auto *chooser = new QFileDialog(m_window, tr("Back up the history to"),
                                    documentPath(tr("history-%1.sqlite").arg(day)), tr("SQLite (*.sqlite)"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    connect(chooser, &QFileDialog::fileSelected, this, &HistoryDialogs::startBackUp);
    shown(chooser);
}

void HistoryDialogs::startBackUp(const QString &path)
{
    if (!m_keeper)
        return;
    auto *dialog = shown(new TaskDialog(tr("Back up"), tr("Copying the history to %1").arg(path), m_window));
    dialog->run([path, keeper = m_keeper](const TaskDialog::Progress &progress) -> Result<QString> {
        const auto made
            = keeper->backUp(path, [&](int done, int all) { return progress(double(done) / std::max(1, all)); });
        return made ? Result<QString>(tr("The copy was checked and is whole.")) : failure(made.error());
    });
}

void HistoryDialogs::compact()
{
    if (!m_keeper)
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Compact the history"),
                                     tr("Write the file anew, without the gaps that removed notifications left?"),
                                     QMessageBox::Cancel, m_window);
    question->setInformativeText(
        tr("Callbacks wait until it is done, and are sent again where that takes too long. The disk "
           "needs room for a second copy."));
    auto *start = question->addButton(tr("Compact"), QMessageBox::AcceptRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, start](QAbstractButton *button) {
        if (button != start)
            return;
        m_keeper->writer().compact() | then(this, [this](const Result<> &compacted) {
            if (compacted)
                Q_EMIT done(tr("The history was compacted."));
            else
                Q_EMIT failed(errorText(compacted.error()));
        });
    });
    shown(question);
}

void HistoryDialogs::restore()
{
    auto *chooser = new QFileDialog(m_window, tr("Restore from a backup"), documentPath(QString()),
                                    tr("Histories (*.sqlite);;All files (*)"));
    chooser->setObjectName(QStringLiteral("chooseBackup"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &HistoryDialogs::askToRestore);
    shown(chooser);
}

void HistoryDialogs::askToRestore(const QString &backup)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Restore from a backup"),
                                     tr("Put this backup in the place of the history?"), QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("restoreQuestion"));
    //: %1 is a file
    question->setInformativeText(
        tr("%1 is copied and checked first. What is shown now stays beside it as a file of its "
           "own. The window closes meanwhile: callbacks are not received, and lookups that "
           "wait are not in the backup.")
            .arg(breakable(visibleLine(backup))));
    auto *start = question->addButton(tr("Restore"), QMessageBox::AcceptRole);
    start->setObjectName(QStringLiteral("startRestore"));
    connect(question, &QMessageBox::buttonClicked, this, [this, start, backup](const QAbstractButton *button) {
        if (button == start)
            Q_EMIT restoreWanted(backup);
    });
    shown(question);
}

void HistoryDialogs::togglePins(const QList<NotificationRow> &rows)
{
    if (!m_keeper || rows.isEmpty())
        return;
    const bool areAllPinned
        = std::all_of(rows.begin(), rows.end(), [](const NotificationRow &row) { return row.annotation.isPinned; });
    m_keeper->annotate(idsOf(rows), {!areAllPinned, {}, {}, {}});
}

void HistoryDialogs::annotate(const QList<NotificationRow> &rows)
{
    if (!m_keeper || rows.isEmpty())
        return;
    QList<Annotation> annotations;
    for (const NotificationRow &row : rows)
        annotations.append(row.annotation);
    auto *dialog = new AnnotationDialog(annotations, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, ids = idsOf(rows)] { m_keeper->annotate(ids, dialog->change()); });
    shown(dialog);
}

void HistoryDialogs::erase(const ErasedPerson &person, const QString &who)
{
    if (!m_keeper || person.isEmpty())
        return;
    auto *dialog = new EraseDialog(*m_keeper, person, who, m_window);
    connect(dialog, &EraseDialog::erased, this, &HistoryDialogs::erased);
    shown(dialog);
}

} // namespace console
