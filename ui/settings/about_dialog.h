// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

namespace console {

/// A library and its version, as it runs here.
using LibraryVersion = QPair<QString, QString>;

/// Versions and licences. Thread: GUI.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param libraries  besides Qt, which it knows itself.
    explicit AboutDialog(const QList<LibraryVersion> &libraries, QWidget *parent = nullptr);
};

} // namespace console
