// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/labels.h"

#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"
#include "ui/theme/wrapped_label.h"

#include <QLabel>
#include <QRegularExpression>

namespace console {

namespace {

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new WrappedLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, parent);
    label->setFont(titleFont(label->font()));
    return label;
}

QLabel *makeHeadline(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, parent);
    label->setFont(headlineFont(label->font()));
    label->setWordWrap(true);
    return label;
}

QLabel *makeSectionLabel(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, parent);
    QFont font = smallFont(label->font());
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    label->setFont(font);
    setMuted(label);
    return label;
}

QLabel *makeCaption(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, parent);
    label->setFont(smallFont(label->font()));
    setMuted(label);
    return label;
}

QLabel *makeProse(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setMuted(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

void setWords(QLabel *label, const QString &text)
{
    label->setText(breakable(text));
    label->setVisible(!text.isEmpty());
}

QWidget *makeHairline(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    line->setAttribute(Qt::WA_TransparentForMouseEvents);
    return line;
}

QString breakable(const QString &text)
{
    static const QRegularExpression longWord(QStringLiteral("\\S{24,}"));
    static const QRegularExpression joint(QStringLiteral("([.\\[\\]/_:])(?=\\S)"));
    static const QRegularExpression piece(QStringLiteral("([^\\x{200b}]{20})(?=[^\\x{200b}])")); // ids have no joints
    QString broken = text;
    for (auto match = longWord.match(broken); match.hasMatch();) {
        QString word = match.captured();
        word.replace(joint, QStringLiteral("\\1\u200b"));
        word.replace(piece, QStringLiteral("\\1\u200b"));
        broken.replace(match.capturedStart(), match.capturedLength(), word);
        match = longWord.match(broken, match.capturedStart() + word.size());
    }
    return broken;
}

} // namespace console
