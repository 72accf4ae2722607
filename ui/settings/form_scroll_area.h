// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace console {

/// Scrolls a form without pressing it: lines that wrap get the height that they need at the width that there is, where a
/// QScrollArea asks for the least height only. Thread: GUI.
class FormScrollArea final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the content, which has a layout.
    FormScrollArea(QWidget *content, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace console
