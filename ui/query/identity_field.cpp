// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/identity_field.h"

#include "ui/masking/masker.h"
#include "ui/theme/tokens.h"
#include "ui/theme/widget_roles.h"

#include <QKeyEvent>
#include <QPainter>
#include <QtMath>

namespace console {

namespace {

constexpr int kMostLines = 5;
constexpr int kTextMargin = 7; // as far from the border as the text of a line edit

} // namespace

IdentityField::IdentityField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("Identity"));
    setAccessibleName(tr("Identity"));
    setPlaceholderText(tr("Number or id"));
    setToolTip(tr("A number or an id, or several in lines. Return adds them, Shift+Return begins another line."));
    setTabChangesFocus(true);
    setPaneEntry(this);
    document()->setDocumentMargin(kTextMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(&Masker::instance(), &Masker::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { updateGeometry(); });
}

int IdentityField::heightOf(int lines) const
{
    const auto margins = contentsMargins();
    const qreal text = lines * QFontMetricsF(font()).lineSpacing() + 2 * document()->documentMargin();
    return std::max(kControlHeight, qCeil(text) + margins.top() + margins.bottom() + 2 * frameWidth());
}

QSize IdentityField::sizeHint() const
{
    return {160, heightOf(std::min(kMostLines, blockCount()))};
}

QSize IdentityField::minimumSizeHint() const
{
    return {80, heightOf(1)};
}

void IdentityField::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void IdentityField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

/// Masked, what was typed is seen only by whoever goes into the field.
void IdentityField::paintEvent(QPaintEvent *event)
{
    if (!Masker::instance().isOn() || hasFocus() || document()->isEmpty())
        return QPlainTextEdit::paintEvent(event);
    const int margin = int(document()->documentMargin());
    QPainter(viewport())
        .drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::AlignTop,
                  QString(8, QChar(0x2022)));
}

void IdentityField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        Q_EMIT returnPressed();
        return event->accept();
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace console
