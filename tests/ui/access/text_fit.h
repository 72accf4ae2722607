// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/elided_label.h"
#include "ui/theme/status_chip.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

#include <optional>

namespace console {

/// Whether the words of a widget have room in it. An empty answer: they have.
class TextFit
{
public:
    /// Lines that may be shortened (an ElidedLabel tells the whole in its tool tip) and what no user can see are passed over.
    static QString problemOf(const QWidget *widget)
    {
        if (!widget->isVisible() || qobject_cast<const ElidedLabel *>(widget))
            return {};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            return label->text().isEmpty() ? QString() : labelProblem(label);
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            return tabsProblem(tabs);
        if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            return headerProblem(header);
        if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            return comboProblem(combo);
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            return placeholderProblem(line);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isWhole = (button && !button->text().isEmpty()) || qobject_cast<const StatusChip *>(widget)
            || qobject_cast<const QSpinBox *>(widget);
        return isWhole ? sizeProblem(widget, widget->minimumSizeHint()) + edgeProblem(widget) : QString();
    }

private:
    static QString sizeProblem(const QWidget *widget, const QSize &needed)
    {
        if (widget->width() >= needed.width() && widget->height() >= needed.height())
            return {};
        return QStringLiteral("needs %1×%2 and has %3×%4")
            .arg(needed.width())
            .arg(needed.height())
            .arg(widget->width())
            .arg(widget->height());
    }

    /// What hangs over the edge of its parent is cut; a scroll area can be scrolled.
    static QString edgeProblem(const QWidget *widget)
    {
        for (const QWidget *inner = widget; !inner->isWindow(); inner = inner->parentWidget()) {
            const QWidget *outer = inner->parentWidget();
            if (const auto *area = qobject_cast<const QAbstractScrollArea *>(outer->parentWidget())) {
                const bool isCut = area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                    && area->viewport() == outer && inner->width() > outer->width();
                return isCut ? QStringLiteral("is wider than what is seen of it") : QString();
            }
            if (!outer->rect().contains(inner->geometry()))
                return QStringLiteral("hangs over the edge of ") + QLatin1String(outer->metaObject()->className());
        }
        return {};
    }

    static QString labelProblem(const QLabel *label)
    {
        if (!label->wordWrap())
            return sizeProblem(label, label->minimumSizeHint()) + edgeProblem(label);
        int word = 0;
        for (const auto &one : label->text().split(QRegularExpression(QStringLiteral("\\s|(?<=[-/])")))) {
            if (one.size() <= kLongestWord) // addresses and ids break anywhere
                word = std::max(word, label->fontMetrics().horizontalAdvance(one));
        }
        return sizeProblem(label, {word, label->heightForWidth(label->width())}) + edgeProblem(label);
    }

    static QString tabsProblem(const QTabBar *tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            const QRect tab = tabs->tabRect(i);
            const int words = tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(i)).width();
            if (tab.width() < words || !tabs->rect().contains(tab))
                return QStringLiteral("tab “%1” is cut").arg(tabs->tabText(i));
        }
        return edgeProblem(tabs);
    }

    static QString headerProblem(const QHeaderView *header)
    {
        for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
            const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
            const int needed = header->fontMetrics().horizontalAdvance(text) + 2 * kHeaderPadding;
            if (!header->isSectionHidden(i) && header->sectionSize(i) < needed)
                return QStringLiteral("heading “%1” needs %2 and has %3")
                    .arg(text)
                    .arg(needed)
                    .arg(header->sectionSize(i));
        }
        return {};
    }

    /// Names of the user's own making may be shortened: they are listed in full, and so told in the tool tip.
    static QString comboProblem(const QComboBox *combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const int room
            = combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo).width();
        const int picture = combo->itemIcon(combo->currentIndex()).isNull() ? 0 : combo->iconSize().width() + 4;
        const int needed = combo->fontMetrics().horizontalAdvance(combo->currentText()) + picture;
        return room >= needed || !combo->toolTip().isEmpty()
            ? edgeProblem(combo)
            : QStringLiteral("“%1” needs %2 and has %3").arg(combo->currentText()).arg(needed).arg(room);
    }

    static QString placeholderProblem(const QLineEdit *line)
    {
        const int pictures = int(line->findChildren<QToolButton *>().size()) * kPicture;
        const int room = line->width() - pictures - 2 * kHeaderPadding;
        const int needed = line->text().isEmpty() ? line->fontMetrics().horizontalAdvance(line->placeholderText()) : 0;
        return room >= needed
            ? edgeProblem(line)
            : QStringLiteral("“%1” needs %2 and has %3").arg(line->placeholderText()).arg(needed).arg(room);
    }

    static constexpr int kLongestWord = 24;
    static constexpr int kHeaderPadding = 8;
    static constexpr int kPicture = 24;
};

} // namespace console
