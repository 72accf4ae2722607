// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_banners.h"

#include "ui/main_window/answer_hint.h"
#include "ui/main_window/kind_look.h"
#include "ui/theme/banner.h"
#include "ui/theme/spacing.h"

namespace console {

namespace {

constexpr int kLowWindow = 640; ///< below, the banner makes way: the kind stands in the header and the status bar

Banner *makeStrip(const char *name, QWidget *parent)
{
    auto *strip = new Banner(Banner::Shape::Strip, parent);
    strip->setObjectName(QLatin1String(name));
    strip->hide();
    return strip;
}

} // namespace

WindowBanners::WindowBanners(QWidget *parent)
    : QWidget(parent)
    , m_band(new KindBand(this))
    , m_sandbox(makeStrip("sandboxBanner", this))
    , m_notice(makeStrip("notice", this))
    , m_project(makeStrip("projectNotice", this))
    , m_gap(makeStrip("gapNotice", this))
    , m_hint(new AnswerHint(this))
{
    makeSandbox();
    m_notice->setDismissible(true);
    auto *column = makeColumn(this, 0);
    for (QWidget *part : std::initializer_list<QWidget *> {m_band, m_sandbox, m_notice, m_project, m_gap, m_hint})
        column->addWidget(part);
}

void WindowBanners::makeSandbox()
{
    m_sandbox->setAccessibleName(tr("Sandbox banner"));
    m_sandbox->setMessage(Tone::Info, Icon::Flask,
                          tr("This is the sandbox: its contacts and answers are made up, and nobody is asked."));
    m_sandbox->setMore(tr("What each ending answers …"));
    m_sandbox->setAction(tr("Connect a project …"));
    m_sandbox->setDismissible(true);
    connect(m_sandbox, &Banner::dismissed, this, [this] { m_isSandboxDismissed = true; });
    connect(m_sandbox, &Banner::actionTriggered, this, &WindowBanners::connectRequested);
    connect(m_sandbox, &Banner::moreTriggered, this, &WindowBanners::endingsRequested);
}

void WindowBanners::setKind(Project::Kind kind, int windowHeight)
{
    m_band->setKind(kind);
    m_sandbox->setVisible(kind == Project::Kind::Sandbox && !m_isSandboxDismissed && windowHeight > kLowWindow);
}

void WindowBanners::setNotice(const QString &text)
{
    m_notice->setMessage(Tone::Warn, Icon::TriangleAlert, text);
    m_notice->show();
}

void WindowBanners::setLastingNotice(const QString &text)
{
    m_notice->setDismissible(false);
    setNotice(text);
}

void WindowBanners::clearNotice()
{
    m_notice->hide();
}

QList<QWidget *> WindowBanners::panes() const
{
    return {m_sandbox, m_notice, m_project, m_gap, m_hint};
}

} // namespace console
