// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_gap.h"
#include "lookup/lookup_service.h"
#include "ui/notifications/gap_story.h"

namespace console {

class Banner;
class ProjectController;

/// What is said of times in which callbacks could not be heard, and which lookups that may have cost their answers: the
/// line across the window about the newest, and what the lines in the table say. Both ask again for just those of the
/// selected project. Thread: GUI.
class GapNotice : public QObject
{
    Q_OBJECT

public:
    GapNotice(ProjectController &projects, LookupService &lookups, Banner &banner, QObject *parent);

    static constexpr std::chrono::hours kEarlier {1}; ///< how long ago a gap of an earlier run may have ended

    void showGap(const ReceiverGap &gap);
    /// One of an earlier run: only while it is of use.
    void showEarlierGap(const ReceiverGap &gap);
    /// Where the history is only read, nothing can be asked.
    void setMayAskAgain(bool mayAskAgain) { m_mayAskAgain = mayAskAgain; }
    GapStory tell(const QList<ReceiverGap> &gaps) const;

Q_SIGNALS:
    /// Once for each lookup, on the user's press only.
    void lookUpAgainRequested(const console::Lookup &lookup);

private:
    void refresh();
    void askAgain();
    QList<Lookup> missed() const;
    QList<Lookup> missedBy(const ReceiverGap &gap) const;

    ProjectController &m_projects;
    LookupService &m_lookups;
    Banner &m_banner;
    std::optional<ReceiverGap> m_gap;
    bool m_mayAskAgain = true;
};

} // namespace console
