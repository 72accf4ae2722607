// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QVBoxLayout;

namespace console {

class AnswerHeader;
class AnswerNotes;
class EmptyState;
class ExplanationView;
class RawView;
class TimelineModel;
class VerdictList;
class VerdictModel;

/// The widgets of the detail panel in their places; what they show is the panel's business. Thread: GUI.
class DetailWidgets final : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive it.
    DetailWidgets(VerdictModel *cards, TimelineModel *heard, QWidget *parent);

    void setEmpty(bool isEmpty);
    enum class Empty { Nobody, Unasked };
    /// What is said while it is empty.
    void tellEmpty(Empty what);
    /// Why nobody can be looked up; empty: they may be.
    void setReadOnly(const QString &reason);
    /// Scrolls the chosen card into sight.
    void showChosenCard();
    void showFromTop(); ///< for another question
    /// The cards get the height that they need, the tabs the rest, until the user moves the line between them.
    void fitUpper();

    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    QStackedWidget *stack;
    QSplitter *splitter;
    QScrollArea *upper;
    AnswerNotes *notes;
    AnswerHeader *header;
    VerdictList *verdicts;
    QTabWidget *tabs;
    ExplanationView *explanation;
    QListView *timeline;
    RawView *raw;
    QPushButton *copy;
    QPushButton *again;
    QToolButton *more; ///< its menu is filled by the window

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeEmpty();
    void fillUpper(VerdictModel *cards);
    void fillTabs(TimelineModel *heard);
    QWidget *makeTimeline(TimelineModel *heard);

    void placeHeader();

    EmptyState *m_empty;
    Empty m_emptyAs = Empty::Nobody;
    QString m_readOnlyReason;
    QVBoxLayout *m_column;   ///< of the whole panel
    QVBoxLayout *m_scrolled; ///< of what scrolls with the cards
    bool m_isSplitByUser = false;
};

} // namespace console
