// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/identity_field.h"

#include "ui/masking/masker.h"
#include "ui/theme/tokens.h"
#include "ui/theme/widget_roles.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QtMath>

namespace console {

namespace {

constexpr int kMostLines = 5;
constexpr int kTextMargin = 7; // as far from the border as the text of a line edit
constexpr int kDots = 8;       // however long it is

QTextDocument *makeDocument(QObject *parent)
{
    auto *document = new QTextDocument(parent);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document));
    document->setDocumentMargin(kTextMargin);
    return document;
}

} // namespace

IdentityField::IdentityField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_typed(makeDocument(this))
    , m_dots(makeDocument(this))
{
    setObjectName(QStringLiteral("Identity"));
    setAccessibleName(tr("Identity"));
    setPlaceholderText(tr("Number or id"));
    setToolTip(tr("A number or an id, or several in lines. Return adds them, Shift+Return begins another line."));
    setTabChangesFocus(true);
    setPaneEntry(this);
    show(m_typed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        if (Masker::instance().isOn() && !m_typed->isEmpty())
            clearFocus();
        keepPrivate();
    });
    connect(m_typed, &QTextDocument::contentsChanged, this, &IdentityField::typedChanged);
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

void IdentityField::show(QTextDocument *text)
{
    text->setDefaultFont(font());
    setDocument(text);
    setReadOnly(text == m_dots);
    updateGeometry();
}

void IdentityField::setTyped(const QString &text)
{
    m_typed->setPlainText(text);
    keepPrivate();
}

/// Masked, what was typed is seen only by whoever goes into the field. A menu of the field does not leave it.
void IdentityField::keepPrivate()
{
    const bool isPrivate = Masker::instance().isOn() && !hasFocus() && !m_typed->isEmpty();
    if (isPrivate)
        m_dots->setPlainText(QStringList(m_typed->blockCount(), QString(kDots, QChar(0x2022))).join(QLatin1Char('\n')));
    if (isPrivate && !isCovered()) {
        m_cursor = textCursor();
        show(m_dots);
    } else if (!isPrivate && isCovered()) {
        show(m_typed);
        setTextCursor(m_cursor);
        m_dots->clear();
    }
}

void IdentityField::focusInEvent(QFocusEvent *event)
{
    keepPrivate();
    QPlainTextEdit::focusInEvent(event);
}

void IdentityField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    keepPrivate();
}

void IdentityField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        document()->setDefaultFont(font());
}

/// What is dropped is added to what was typed, not to the dots.
void IdentityField::dropEvent(QDropEvent *event)
{
    setFocus();
    keepPrivate();
    if (!isCovered())
        return QPlainTextEdit::dropEvent(event);
    setTyped(m_typed->toPlainText() + QLatin1Char('\n') + event->mimeData()->text());
    event->acceptProposedAction();
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
