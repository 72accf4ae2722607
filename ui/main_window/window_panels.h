// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace console {

/// Three panels side by side: who is asked, the answers, one answer in detail. Where there is no room for all, the outer
/// ones make way instead of squeezing the table; what the user put away stays away. Thread: GUI.
class WindowPanels : public QSplitter
{
    Q_OBJECT

public:
    enum class Side { Query, Detail };
    static constexpr int kNarrow = 1000;    ///< from here on the detail makes way
    static constexpr int kVeryNarrow = 800; ///< and here the query panel, too

    explicit WindowPanels(QWidget *parent = nullptr);

    void setMiddle(QWidget *panel);
    void setSide(Side side, QWidget *panel);

    /// From left to right.
    QList<QWidget *> panes() const { return {m_query.holder, m_middle, m_detail.holder}; }

    bool isShown(Side side) const;
    void setShown(Side side, bool isShown);

    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void shownChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Slot
    {
        QWidget *holder;
        bool isWanted = true;  ///< the user's wish while there is room
        bool isForced = false; ///< shown although there is no room, because the user asked for it there
    };
    Slot &slot(Side side) { return side == Side::Query ? m_query : m_detail; }
    bool hasRoomFor(Side side) const { return width() > (side == Side::Query ? kVeryNarrow : kNarrow); }
    void arrange();

    Slot m_query;
    QWidget *m_middle;
    Slot m_detail;
};

} // namespace console
