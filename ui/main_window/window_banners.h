// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/project.h"

#include <QWidget>

namespace console {

class AnswerHint;
class Banner;
class KindBand;

/// The strips between the header and the panels: each is there only while it has something to say. Thread: GUI.
class WindowBanners : public QWidget
{
    Q_OBJECT

public:
    explicit WindowBanners(QWidget *parent = nullptr);

    /// Colours the band; the sandbox's banner makes way in a low window, and stays away once it was dismissed.
    void setKind(Project::Kind kind, int windowHeight);
    void setNotice(const QString &text);
    void setLastingNotice(const QString &text); ///< cannot be dismissed
    void clearNotice();

    Banner *project() const { return m_project; }
    Banner *gap() const { return m_gap; }
    AnswerHint *hint() const { return m_hint; }
    /// For the Tab key, from top to bottom.
    QList<QWidget *> panes() const;

Q_SIGNALS:
    void connectRequested();
    void endingsRequested();

private:
    void makeSandbox();

    KindBand *m_band;
    Banner *m_sandbox;
    Banner *m_notice;
    Banner *m_project;
    Banner *m_gap;
    AnswerHint *m_hint;
    bool m_isSandboxDismissed = false;
};

} // namespace console
