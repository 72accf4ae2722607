// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QLineEdit>

namespace console {

/// A line to search or filter with: picture in front, a button that clears it, Escape clears it too.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// \param name  accessible name, e.g. "Filter"
    SearchField(Icon icon, const QString &name, const QString &placeholder, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace console
