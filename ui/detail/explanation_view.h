// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/explanation.h"

#include <QScrollArea>

namespace console {

/// The explanation of one card. Its accessible description is the whole text. Thread: GUI.
class ExplanationView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationView(QWidget *parent = nullptr);

    /// Built anew only when a word changed, so that a selection survives the ticking of the clock.
    void setLines(const QList<ExplanationLine> &lines);

private:
    QList<ExplanationLine> m_lines;
};

} // namespace console
