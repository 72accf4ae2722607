// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace console {

class Banner;
struct HeaderTexts;

/// What stands between the best channel and the cards: its features, why it is the best, who was not asked, and what went
/// wrong. Scrolls with the cards. Thread: GUI.
class AnswerNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerNotes(QWidget *parent = nullptr);
    void setTexts(const HeaderTexts &texts);

private:
    QLabel *m_features;
    QLabel *m_why;
    QLabel *m_notAsked;
    Banner *m_failure;
    Banner *m_doubt;
    Banner *m_alias;
    Banner *m_problem;
};

} // namespace console
