// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/filter_line.h"

#include "ui/theme/banner.h"
#include "ui/theme/tokens.h"
#include "ui/theme/widget_roles.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QListView>
#include <QStringListModel>
#include <QTextCharFormat>

namespace console {

namespace {

constexpr std::chrono::milliseconds kPause {500};
constexpr int kMostRows = 9;
constexpr int kListWidth = 260;
constexpr int kMessageWidth = 420;

/// Left below the field, inside the overlay.
void placeBelow(const QWidget *field, QWidget *overlay, QWidget *what)
{
    const QPoint corner = field->mapTo(overlay->window(), QPoint(0, field->height() + kGrid))
        - overlay->mapTo(overlay->window(), QPoint());
    const int x = std::clamp(corner.x(), 0, std::max(0, overlay->width() - what->width()));
    what->move(x, corner.y());
    what->raise();
}

} // namespace

FilterLine::FilterLine(Completer completer, QWidget *overlay)
    : SearchField(Icon::Filter, tr("Filter"), tr("Filter …"), overlay)
    , m_completer(std::move(completer))
    , m_overlay(overlay)
    , m_list(new QListView(overlay))
    , m_candidates(new QStringListModel(this))
    , m_message(new Banner(Banner::Shape::Card, overlay))
{
    setObjectName(QStringLiteral("filter"));
    //: An example of the filter language, which is not translated.
    setToolTip(tr("Words search all columns; %1 searches one. Down shows what there is.")
                   .arg(QStringLiteral("status:none channel:RCS received>-2h not contact:anna")));
    m_message->setObjectName(QStringLiteral("filterMessage"));
    m_message->hide();
    makeList();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterLine::showMessage);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::propose);
    connect(this, &QLineEdit::returnPressed, this, &FilterLine::showMessage);
}

void FilterLine::makeList()
{
    m_list->setObjectName(QStringLiteral("filterProposals"));
    m_list->setAccessibleName(tr("Proposals"));
    m_list->setModel(m_candidates);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->hide();
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
}

bool FilterLine::isProposing() const
{
    return !m_list->isHidden();
}

void FilterLine::propose()
{
    m_message->hide();
    m_proposed = m_completer(text(), cursorPosition());
    const QString typed = text().mid(m_proposed.position, m_proposed.length);
    m_proposed.candidates.removeAll(typed); // there is nothing to propose then
    showProposals(m_proposed.candidates);
}

void FilterLine::showProposals(const QStringList &candidates)
{
    m_candidates->setStringList(candidates);
    m_list->setCurrentIndex({});
    if (candidates.isEmpty())
        return endProposing();
    const int rows = int(std::min<qsizetype>(candidates.size(), kMostRows));
    m_list->resize(kListWidth, rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    placeBelow(this, m_overlay, m_list);
    m_list->show();
}

void FilterLine::endProposing()
{
    m_list->hide();
    if (!m_messageText.isEmpty())
        m_pause.start();
}

void FilterLine::step(int rows)
{
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + rows : 0;
    const QModelIndex index = m_candidates->index(std::clamp(current, 0, m_candidates->rowCount() - 1), 0);
    m_list->setCurrentIndex(index);
    setAccessibleDescription(index.data().toString()); // a screen reader stays in the field
}

void FilterLine::take(int row)
{
    const QString candidate = m_proposed.candidates.value(std::max(0, row));
    QString changed = text();
    changed.replace(m_proposed.position, m_proposed.length, candidate);
    endProposing();
    setText(changed);
    setCursorPosition(int(m_proposed.position + candidate.size()));
    setAccessibleDescription({});
    if (candidate.endsWith(QLatin1Char(':')))
        propose(); // a field: its values
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Down || (key == Qt::Key_Up && isProposing()))
        return isProposing() ? step(key == Qt::Key_Down ? 1 : -1) : propose();
    if (isProposing() && key == Qt::Key_Escape)
        return endProposing();
    if (isProposing() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (m_list->currentIndex().isValid())
            return take(m_list->currentIndex().row());
        endProposing();
    }
    SearchField::keyPressEvent(event);
}

bool FilterLine::focusNextPrevChild(bool next)
{
    if (!next || !isProposing())
        return SearchField::focusNextPrevChild(next);
    take(m_list->currentIndex().row());
    return true;
}

void FilterLine::focusOutEvent(QFocusEvent *event)
{
    endProposing();
    if (m_isDoubt) { // it was said; the table below is what counts now
        m_pause.stop();
        m_message->hide();
    }
    SearchField::focusOutEvent(event);
}

void FilterLine::showError(const std::optional<FilterError> &error)
{
    underline(error);
    m_messageText.clear();
    m_isDoubt = false;
    if (error) {
        const QString place = text().mid(error->position, error->length);
        m_messageText = place.isEmpty() ? error->message : tr("“%1”: %2").arg(place, error->message);
        m_pause.start();
    } else {
        m_pause.stop();
        showMessage();
    }
}

void FilterLine::showDoubt(const std::optional<FilterError> &doubt)
{
    if (!doubt)
        return;
    m_messageText = doubt->message.left(1).toUpper() + doubt->message.mid(1);
    m_isDoubt = true;
    m_pause.start();
}

void FilterLine::showMessage()
{
    if (isProposing())
        return; // what is missing is just being offered
    setFieldInvalid(this, !m_messageText.isEmpty() && !m_isDoubt);
    setAccessibleDescription(m_messageText);
    m_message->setVisible(!m_messageText.isEmpty() && isVisible());
    if (m_message->isHidden())
        return;
    m_message->setMessage(m_isDoubt ? Tone::Warn : Tone::Bad, m_isDoubt ? Icon::TriangleAlert : Icon::CircleX,
                          m_messageText);
    const int messageWidth = std::min(kMessageWidth, m_overlay->width());
    m_message->resize(messageWidth, std::max(m_message->minimumHeight(), m_message->heightForWidth(messageWidth)));
    placeBelow(this, m_overlay, m_message);
}

/// The one way in which a line edit takes a format for some of its characters.
void FilterLine::underline(const std::optional<FilterError> &error)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (error && hasFocus()) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colorsOf(this).tone(Tone::Bad).solid);
        attributes.append({QInputMethodEvent::TextFormat, int(error->position) - cursorPosition(),
                           int(std::max<qsizetype>(1, error->length)), format});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace console
