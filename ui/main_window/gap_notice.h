// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_gap.h"
#include "lookup/lookup_service.h"

namespace console {

class Banner;
class ProjectController;

/// The line across the window that says that callbacks could not be heard for a while, and which lookups that may have
/// cost their answers. Its order asks again for just those of the selected project. Thread: GUI.
class GapNotice : public QObject
{
    Q_OBJECT

public:
    GapNotice(ProjectController &projects, LookupService &lookups, Banner &banner, QObject *parent);

    static constexpr std::chrono::hours kEarlier {1}; ///< how long ago a gap of an earlier run may have ended

    void showGap(const ReceiverGap &gap);
    /// One of an earlier run: only while it is of use.
    void showEarlierGap(const ReceiverGap &gap);

Q_SIGNALS:
    /// Once for each lookup, on the user's press only.
    void lookUpAgainRequested(const console::Lookup &lookup);

private:
    void refresh();
    void askAgain();
    QList<Lookup> missed() const;

    ProjectController &m_projects;
    LookupService &m_lookups;
    Banner &m_banner;
    std::optional<ReceiverGap> m_gap;
};

/// "The machine slept from 12:03 to 12:41, and no callback could be heard."
QString gapSentence(const ReceiverGap &gap);

} // namespace console
