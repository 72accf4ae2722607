// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/project.h"
#include "ui/theme/chip.h"

#include <QWidget>

namespace console {

/// SANDBOX, TEST or LIVE: nobody may take the one for the other.
ChipLook kindLook(Project::Kind kind);
/// "SANDBOX – no real lookups"
QString kindSentence(Project::Kind kind);

/// A line across the window in the colour of the kind; the word stands in the header. Thread: GUI.
class KindBand : public QWidget
{
    Q_OBJECT

public:
    explicit KindBand(QWidget *parent = nullptr);
    void setKind(Project::Kind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Project::Kind m_kind = Project::Kind::Sandbox;
};

} // namespace console
