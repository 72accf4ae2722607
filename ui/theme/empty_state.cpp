// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/empty_state.h"

#include "ui/theme/buttons.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/labels.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/wrapped_label.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace console {

namespace {

constexpr int kDisc = 48;
constexpr int kPicture = 22;
constexpr int kSentenceWidth = 340;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QSpacerItem(kDisc, kDisc, QSizePolicy::Fixed, QSizePolicy::Maximum))
    , m_title(makeTitle(QString(), this))
    , m_sentence(new WrappedLabel(QString(), this))
    , m_action(makeButton(QStringLiteral("emptyStateAction"), QString(), this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(kSentenceWidth);
    setMuted(m_sentence);
    m_action->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addItem(m_picture);
    column->addSpacing(12);
    column->addWidget(m_title);
    column->addSpacing(4);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(16);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(Icon icon, const QString &title, const QString &sentence, const QString &action)
{
    m_icon = icon;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    if (m_picture->geometry().height() < kDisc)
        return;
    const int left = (width() - kDisc) / 2; // on whole pixels
    const QRectF disc(left, m_picture->geometry().top(), kDisc, kDisc);
    paint::roundRect(&painter, disc, kDisc / 2.0, colors.tone(Tone::Neutral).tint);
    const QRectF picture(disc.center() - QPointF(kPicture / 2.0, kPicture / 2.0), QSizeF(kPicture, kPicture));
    paintIcon(&painter, picture, m_icon, colors.tone(Tone::Neutral).text);
}

} // namespace console
