// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/saved_views.h"

#include "ui/theme/tinted_icon.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

namespace console {

namespace {
constexpr qint64 kMostBytes = qint64(1024) * 1024; // of a file that somebody chose
}

SavedViews::SavedViews(std::function<SavedView()> current, QWidget *parent)
    : QObject(parent)
    , m_current(std::move(current))
    , m_parent(parent)
{ }

void SavedViews::useFolder(const QString &folder)
{
    m_store.emplace(folder);
    m_views = m_store->load();
}

void SavedViews::fillMenu(QMenu *menu)
{
    menu->clear();
    for (const SavedView &view : std::as_const(m_views)) {
        QAction *action
            = menu->addAction(tintedIcon(Icon::Filter), QString(view.name).replace(u'&', QLatin1String("&&")), this,
                              [this, view] { Q_EMIT chosen(view); });
        action->setToolTip(view.filter);
    }
    menu->addSeparator();
    menu->addAction(tintedIcon(Icon::Plus), tr("&Save this view …"), this, &SavedViews::askForName);
    QMenu *removing = menu->addMenu(tintedIcon(Icon::Trash), tr("&Remove"));
    removing->setEnabled(!m_views.isEmpty());
    for (const SavedView &view : std::as_const(m_views))
        removing->addAction(QString(view.name).replace(u'&', QLatin1String("&&")), this,
                            [this, name = view.name] { remove(name); });
    menu->addSeparator();
    menu->addAction(tr("&Import views …"), this, &SavedViews::askForImport);
    menu->addAction(tr("&Export views …"), this, &SavedViews::askForExport)->setEnabled(!m_views.isEmpty());
}

void SavedViews::keep(const SavedView &view)
{
    const auto known
        = std::find_if(m_views.begin(), m_views.end(), [&](const SavedView &one) { return one.name == view.name; });
    if (known == m_views.end())
        m_views.append(view);
    else
        *known = view;
    save();
}

void SavedViews::remove(const QString &name)
{
    m_views.removeIf([&](const SavedView &one) { return one.name == name; });
    save();
}

void SavedViews::save()
{
    if (!m_store)
        return;
    if (const auto saved = m_store->save(m_views); !saved)
        complain(tr("The views cannot be kept."), saved.error().detail);
}

void SavedViews::askForName()
{
    auto *dialog = new QInputDialog(m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("Filter, columns and order are kept under this &name:"));
    dialog->setOkButtonText(tr("Save"));
    const SavedView view = m_current();
    dialog->setTextValue(view.filter.isEmpty() ? tr("All notifications") : view.filter);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, view](const QString &name) {
        SavedView named = view;
        named.name = name.trimmed();
        if (!named.name.isEmpty())
            keep(named);
    });
    dialog->open();
}

void SavedViews::askForImport()
{
    auto *dialog = new QFileDialog(m_parent, tr("Import views"), QString(), tr("Saved views (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SavedViews::importFrom);
    dialog->open();
}

void SavedViews::askForExport()
{
    auto *dialog = new QFileDialog(m_parent, tr("Export views"), QString(), tr("Saved views (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SavedViews::exportTo);
    dialog->open();
}

void SavedViews::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(tr("The file cannot be read."), file.errorString());
    const auto views = parseSavedViews(file.read(kMostBytes));
    if (!views)
        return complain(tr("The file cannot be read."), views.error().detail);
    for (const SavedView &view : *views)
        keep(view);
}

void SavedViews::exportTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray json = encodeSavedViews(m_views);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        complain(tr("The file cannot be written."), file.errorString());
}

void SavedViews::complain(const QString &title, const QString &detail)
{
    auto *message = new QMessageBox(QMessageBox::Warning, tr("Saved views"), title, QMessageBox::Close, m_parent);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(detail);
    message->open();
}

} // namespace console
