// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/file_field.h"

#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

namespace console {

FileField::FileField(const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_line(new QLineEdit(this))
    , m_choose(makeButton(objectName + QStringLiteral("Choose"), tr("Choose …"), this))
{
    setFocusProxy(m_line);
    m_line->setObjectName(objectName);
    m_line->setAccessibleName(name);
    //: %1 is what the file holds
    m_choose->setAccessibleName(tr("Choose the file: %1").arg(name));
    auto *row = makeRow(this, kGrid);
    row->addWidget(m_line, 1);
    row->addWidget(m_choose);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (m_line->isModified()) {
            m_line->setModified(false);
            Q_EMIT edited();
        }
    });
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::text() const
{
    return m_line->text().trimmed();
}

void FileField::setText(const QString &path)
{
    m_line->setText(path);
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, m_name, text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        setText(file);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace console
