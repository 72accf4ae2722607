// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/raw_view.h"

#include "core/visible_text.h"
#include "text/hex_text.h"
#include "ui/detail/raw_formats.h"
#include "ui/detail/raw_search.h"
#include "ui/masking/masker.h"
#include "ui/theme/buttons.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/labels.h"
#include "ui/theme/search_field.h"
#include "ui/theme/spacing.h"
#include "ui/theme/type_scale.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QStringDecoder>
#include <QToolButton>

#include <algorithm>

namespace console {

namespace {

constexpr int kLeastText = 72; // in a low window the rest has to fit, too

QPlainTextEdit *makeText(QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(QStringLiteral("Raw"));
    text->setAccessibleName(RawView::tr("Raw"));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setFont(fixedFont(smallFont(text->font())));
    return text;
}

/// The text of the bytes, and whether all of them are text.
QString decoded(const QByteArray &bytes, bool *isText)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    *isText = !decoder.hasError();
    return text;
}

} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_caption(makeCaption(QString(), this))
    , m_forms(new QButtonGroup(this))
    , m_search(nullptr)
    , m_count(makeCaption(QString(), this))
    , m_text(nullptr)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
{
    build();
    connect(m_forms, &QButtonGroup::idToggled, this, [this](int, bool isOn) { // assistive technology does not click
        if (isOn)
            showForm();
    });
    setForm(Form::Pretty);
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        if (m_pages->currentIndex() == 0)
            showForm();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { search(From::Here); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(From::Next); });
    auto *previous = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_search);
    previous->setContext(Qt::WidgetShortcut);
    connect(previous, &QShortcut::activated, this, [this] { search(From::Previous); });
}

void RawView::build()
{
    auto *bytes = new QWidget(this);
    auto *column = makeColumn(bytes, 8, {0, 10, 0, 0});
    auto *row = new FlowLayout(kGrid);
    const std::initializer_list<std::pair<Form, QString>> forms {{Form::Pretty, tr("Pretty")},
                                                                 {Form::AsReceived, tr("As received")},
                                                                 {Form::Hex, tr("Hex")},
                                                                 {Form::Headers, tr("Headers")}};
    for (const auto &[form, word] : forms) {
        auto *button = makeButton(word, word, this, ButtonRole::Quiet);
        button->setCheckable(true);
        setCompact(button);
        m_forms->addButton(button, int(form));
        row->addWidget(button);
    }
    column->addLayout(row);
    m_search = new SearchField(Icon::Search, tr("Find in raw"), tr("Find in raw"), this);
    m_search->setObjectName(QStringLiteral("Find in raw"));
    auto *searchRow = new QHBoxLayout;
    searchRow->addWidget(m_search, 1);
    m_count->setObjectName(QStringLiteral("rawFound"));
    searchRow->addWidget(m_count);
    auto *copy = makeIconButton(QStringLiteral("Copy raw"), Icon::Copy, tr("Copy raw"), this);
    makeCopyMenu(copy);
    searchRow->addWidget(copy);
    column->addLayout(searchRow);
    m_text = makeText(this);
    m_text->setMinimumHeight(kLeastText);
    column->addWidget(m_text, 1);
    m_caption->setObjectName(QStringLiteral("rawCaption"));
    m_caption->setWordWrap(true);
    column->addWidget(m_caption);
    m_pages->addWidget(bytes);
    m_pages->addWidget(m_empty);
}

/// Whole as they came, whichever form is shown.
void RawView::makeCopyMenu(QToolButton *button)
{
    auto *menu = new QMenu(button);
    menu->setTitle(tr("Copy raw"));
    const auto copy = [](const QByteArray &text) { QGuiApplication::clipboard()->setText(QString::fromUtf8(text)); };
    menu->addAction(tr("Body"), this, [this, copy] { copy(asText(m_body)); });
    menu->addAction(tr("Headers"), this, [this, copy] { copy(m_headers); });
    menu->addAction(tr("Headers and body, as an HTTP message"), this,
                    [this, copy] { copy(m_headers + (m_headers.contains('\r') ? "\r\n" : "\n") + asText(m_body)); });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

QByteArray RawView::asText(const QByteArray &bytes) const
{
    bool isText = true;
    decoded(bytes, &isText);
    return isText ? bytes : hexDump(bytes, kWideHex).toUtf8();
}

int RawView::hexWidth() const
{
    const int room = m_text->viewport()->width() - 2 * int(m_text->document()->documentMargin());
    const int line = QFontMetrics(m_text->font()).horizontalAdvance(QLatin1Char('0')) * hexLineLength(kWideHex);
    return room >= line ? kWideHex : kNarrowHex;
}

void RawView::fitHex()
{
    if (form() == Form::Hex && m_hexWidth != hexWidth())
        showForm();
}

void RawView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &RawView::fitHex, Qt::QueuedConnection); // once the text has its width
}

void RawView::setBytes(const QString &caption, const QByteArray &body, const QByteArray &headers,
                       const QStringList &personal)
{
    m_personal = personal;
    if (m_what == caption && m_body == body && m_headers == headers)
        return;
    m_what = caption;
    m_body = body;
    m_headers = headers;
    m_pages->setCurrentIndex(0);
    showForm();
}

void RawView::setNothing(const QString &why)
{
    setBytes(why, {}, {});
    m_caption->setText(why);
    m_empty->setContent(Icon::FileText, tr("No bytes to show"), why);
    m_pages->setCurrentIndex(1);
}

void RawView::setForm(Form form)
{
    m_forms->button(int(form))->setChecked(true);
}

RawView::Form RawView::form() const
{
    return Form(m_forms->checkedId());
}

QByteArray RawView::masked(const QByteArray &bytes) const
{
    Masker &masker = Masker::instance();
    return masker.body(bytes, m_personal);
}

QString RawView::textOf(Form form, QString *remark) const
{
    bool isText = true;
    const QByteArray body = masked(m_body);
    const QString text = decoded(form == Form::Headers ? masked(m_headers) : body, &isText);
    if (Masker::instance().isOn())
        *remark = tr("Personal data is masked: what is copied has the bytes as received.");
    if (form == Form::Hex)
        return hexDump(body, m_hexWidth);
    if (!isText)
        *remark = tr("Not all of it is text in UTF-8: Hex shows every byte.");
    else if (hidesSomething(text))
        *remark = tr("Characters that cannot be seen stand as marks: Hex shows every byte.");
    if (form != Form::Pretty)
        return visibleText(text);
    const auto pretty = prettyJson(body);
    if (!pretty && isText && !m_body.isEmpty())
        *remark = tr("Not JSON: shown as received.");
    return visibleText(pretty.value_or(text));
}

void RawView::showForm()
{
    m_hexWidth = hexWidth();
    QString remark;
    const QString text = textOf(form(), &remark);
    m_text->setLineWrapMode(form() == Form::Hex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_text->setPlainText(text);
    QStringList lines {m_what, remark};
    if (!m_body.isEmpty())
        lines[0] += QStringLiteral(" · ") + tr("%n bytes", nullptr, int(m_body.size()));
    lines.removeAll(QString());
    m_caption->setText(lines.join(QLatin1Char('\n')));
    search(From::Here);
}

QList<RawHit> RawView::hits(const QString &wanted) const
{
    if (form() == Form::Hex)
        return hitsInHex(masked(m_body), wanted, m_hexWidth);
    return hitsInText(m_text->toPlainText(), wanted);
}

void RawView::search(From from)
{
    const QString wanted = m_search->text();
    const auto found = hits(wanted);
    markAll(found);
    showCount(wanted, int(found.size()));
    if (found.isEmpty())
        return;
    QTextCursor cursor = m_text->textCursor();
    const auto begins = [](const RawHit &hit) { return hit.constFirst().position; };
    const int after = from == From::Next ? cursor.selectionEnd() : cursor.selectionStart();
    auto chosen = std::find_if(found.begin(), found.end(), [&](const RawHit &hit) { return begins(hit) >= after; });
    if (from == From::Previous)
        chosen = chosen == found.begin() ? found.end() - 1 : chosen - 1;
    if (chosen == found.end())
        chosen = found.begin(); // once around
    cursor.setPosition(int(begins(*chosen)));
    cursor.setPosition(int(begins(*chosen) + chosen->constFirst().length), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
}

void RawView::markAll(const QList<RawHit> &found)
{
    QList<QTextEdit::ExtraSelection> marks;
    const ToneColors &tone = colorsOf(this).tone(Tone::Warn);
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(tone.tint);
    mark.format.setForeground(tone.text);
    for (const RawHit &hit : found) {
        for (const TextSpan &piece : hit) {
            mark.cursor = QTextCursor(m_text->document());
            mark.cursor.setPosition(int(piece.position));
            mark.cursor.setPosition(int(piece.position + piece.length), QTextCursor::KeepAnchor);
            marks.append(mark);
        }
    }
    m_text->setExtraSelections(marks);
}

/// Headers are part of the callback while its body is shown, and the other way round: what stands there is told.
void RawView::showCount(const QString &wanted, int found)
{
    const bool areHeadersShown = form() == Form::Headers;
    QString remark;
    const Form other = areHeadersShown ? Form::AsReceived : Form::Headers;
    const int elsewhere = wanted.isEmpty() ? 0 : int(hitsInText(textOf(other, &remark), wanted).size());
    const QString there = elsewhere == 0 ? QString()
        : areHeadersShown                ? tr("%n in the body", nullptr, elsewhere)
                                         : tr("%n in the headers", nullptr, elsewhere);
    const QString here = found > 0 ? tr("%n found", nullptr, found) : tr("not found");
    m_count->setText(found == 0 && elsewhere > 0 ? there : here);
    m_count->setToolTip(there);
    m_count->setVisible(!wanted.isEmpty());
}

} // namespace console
