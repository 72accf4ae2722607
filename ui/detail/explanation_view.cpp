// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/explanation_view.h"

#include "ui/theme/banner.h"
#include "ui/theme/key_value_grid.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QLabel>

namespace console {

namespace {

void addLine(QVBoxLayout *column, KeyValueGrid *grid, const ExplanationLine &line)
{
    QWidget *page = column->parentWidget();
    switch (line.kind) {
    case ExplanationLine::Kind::Headline: {
        auto *title = makeTitle(line.text, page);
        title->setWordWrap(true);
        return column->addWidget(title);
    }
    case ExplanationLine::Kind::Sentence:
        return column->addWidget(makeProse(line.text, page));
    case ExplanationLine::Kind::Customer: {
        auto *quote = new Banner(Banner::Shape::Card, page);
        quote->setMessage(Tone::Info, Icon::MessageSquareText, line.name + QStringLiteral(":\n“%1”").arg(line.text));
        return column->addWidget(quote);
    }
    case ExplanationLine::Kind::Step:
    case ExplanationLine::Kind::List:
        column->addWidget(makeSectionLabel(line.name, page));
        return column->addWidget(makeProse(line.text, page));
    case ExplanationLine::Kind::Fact:
        grid->addProse(line.name, line.text);
        return;
    case ExplanationLine::Kind::Id:
        grid->addId(line.name, line.text)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return;
    }
}

} // namespace

ExplanationView::ExplanationView(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("Explanation"));
    setAccessibleName(tr("Explanation"));
    setBareFrame(this);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus); // so that keys can scroll it
}

void ExplanationView::setLines(const QList<ExplanationLine> &lines)
{
    if (lines == m_lines && widget())
        return;
    m_lines = lines;
    setAccessibleDescription(plainText(lines));
    auto *page = new QWidget;
    auto *column = makeColumn(page, 10, {0, 12, 8, 12});
    auto *grid = new KeyValueGrid(page);
    for (const auto &line : lines) {
        if (line.kind != ExplanationLine::Kind::List)
            addLine(column, grid, line);
    }
    column->addSpacing(4);
    column->addWidget(grid);
    for (const auto &line : lines) { // long ones come last: the sentences have told the gist
        if (line.kind == ExplanationLine::Kind::List)
            addLine(column, grid, line);
    }
    column->addStretch(1);
    setWidget(page);
}

} // namespace console
