// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

#include <QWidget>

namespace console {

class Banner;

/// In a window without room for the details: how far the newest lookup is, and the way to its verdict. Thread: GUI.
class AnswerHint : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerHint(QWidget *parent = nullptr);

    /// The service must outlive it.
    void follow(LookupService &lookups);
    /// Whether the details are out of sight.
    void setNeeded(bool isNeeded);

Q_SIGNALS:
    void detailWanted();

private:
    void show(const Lookup &lookup);
    void showAgain();
    void showOrHide();

    Banner *m_banner;
    LookupService *m_lookups = nullptr;
    std::optional<RequestId> m_asked; ///< in this run, and not yet looked at
    bool m_isNeeded = false;
};

} // namespace console
