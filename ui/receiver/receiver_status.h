// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "ui/receiver/receiver_words.h"
#include "ui/theme/chip.h"

#include <QTimer>
#include <QToolButton>

class QAction;

namespace console {

/// The receiver's lamp: address, age of the last callback, and what is wrong in red. A press opens what there is to
/// know, and copies the callback URL. Thread: GUI.
class ReceiverStatus : public QToolButton
{
    Q_OBJECT

public:
    explicit ReceiverStatus(const Clock &clock, QWidget *parent = nullptr);

    void setView(const ReceiverView &view);
    QAction *copyUrlAction() const { return m_copyUrl; }
    /// Only where the address could not be had.
    QAction *listenAgainAction() const { return m_listenAgain; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillMenu();
    Tone warningTone() const;
    void tell(const QString &line, Tone tone);
    void copyUrl();

    const Clock &m_clock;
    ReceiverView m_view;
    ChipLook m_look;
    QAction *m_copyUrl;
    QAction *m_listenAgain;
    QTimer m_tick;
};

} // namespace console
