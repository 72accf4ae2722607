// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

#include <QList>

#include <functional>
#include <optional>

class QAction;
class QKeySequence;
class QWidget;

namespace console {

/// Shows and copies the request that Look up would send. Thread: GUI.
class RequestActions final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        ApiSettings settings;
        LookupDraft draft;
    };
    /// Nothing when something is missing; who gives it says so.
    using Source = std::function<std::optional<Request>()>;

    RequestActions(Source source, const Clock &clock, QWidget *panel);

    /// With the shortcuts; for menus: preview, copy the JSON, copy as cURL.
    const QList<QAction *> &actions() const { return m_actions; }
    QAction *previewAction() const { return m_actions.first(); }

Q_SIGNALS:
    /// What to tell about it.
    void copied(const QString &text);

private:
    QAction *make(const char *objectName, const QString &text, const QKeySequence &shortcut,
                  void (RequestActions::*order)(const Request &));
    void preview(const Request &request);
    void copyJson(const Request &request);
    void copyCurl(const Request &request);

    Source m_source;
    const Clock &m_clock;
    QWidget *m_panel;
    QList<QAction *> m_actions;
};

} // namespace console
