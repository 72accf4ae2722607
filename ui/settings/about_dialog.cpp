// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/about_dialog.h"

#include "core/version.h"
#include "ui/theme/key_value_grid.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace console {

namespace {

constexpr char kLicences[]
    = "Capability Console is free software under the GNU General Public License, version 3 or later. "
      "It comes without any warranty.\n\n"
      "It uses:\n"
      "Qt – GNU Lesser General Public License 3\n"
      "SQLite – public domain\n"
      "OpenSSL – Apache License 2.0\n"
      "QtKeychain – BSD licence\n"
      "libphonenumber – Apache License 2.0\n"
      "TartanLlama expected – CC0\n"
      "Lucide icons – ISC licence";

} // namespace

AboutDialog::AboutDialog(const QList<LibraryVersion> &libraries, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Capability Console"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *top = new QHBoxLayout;
    auto *picture = new QLabel(this);
    picture->setPixmap(QApplication::windowIcon().pixmap(48, 48));
    top->addWidget(picture);
    top->addWidget(makeTitle(tr("Capability Console %1").arg(QLatin1String(kVersion)), this), 1);
    column->addLayout(top);
    column->addWidget(
        makeProse(tr("On which channels can we reach this person, with which features, and if not, why not?"), this));
    auto *versions = new KeyValueGrid(this);
    versions->addProse(tr("Qt"), QLatin1String(qVersion()));
    for (const auto &[name, version] : libraries)
        versions->addProse(name, version);
    column->addWidget(versions);
    auto *licences = new QPlainTextEdit(QString::fromUtf8(kLicences), this);
    licences->setObjectName(QStringLiteral("licences"));
    licences->setAccessibleName(tr("Licences"));
    licences->setReadOnly(true);
    licences->setTabChangesFocus(true);
    column->addWidget(licences, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(480, 460);
}

} // namespace console
