// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/chip.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace console {

class StatusChip;

/// The words above the cards, in the header and in the notes. Empty ones take no room.
struct HeaderTexts
{
    std::optional<ChipLook> state;
    bool isSandbox = false;
    QString who;
    QString caption;  ///< when, with which app
    QString best;     ///< "Best: RCS"
    QString features; ///< some of what it offers
    QString why;      ///< the deciding reason
    QString notAsked; ///< channels of the contact that the app lacks
    QString failure;  ///< why it was not registered, and what to do
    QString doubt;    ///< why the silence of all may be our own fault
    QString alias;    ///< another request id was registered
    QString problem;  ///< the history could not be read
};

/// Who was asked about, how far it is, and the best channel: stays in sight while the rest is scrolled. Thread: GUI.
class AnswerHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerHeader(QWidget *parent = nullptr);
    void setTexts(const HeaderTexts &texts);

private:
    void build();

    StatusChip *m_state;
    StatusChip *m_sandbox;
    QLabel *m_who;
    QLabel *m_caption;
    QLabel *m_best;
};

} // namespace console
