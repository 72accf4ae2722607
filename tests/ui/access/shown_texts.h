// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/status_chip.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTabBar>
#include <QTextEdit>

namespace console {

/// Every text that a window shows or tells a screen reader.
class ShownTexts
{
public:
    static QStringList of(const QWidget *window)
    {
        QStringList texts;
        const auto widgets = window->findChildren<QWidget *>();
        for (const auto *widget : widgets) {
            if (widget->isVisible())
                texts += ofWidget(widget);
        }
        texts += ofWidget(window);
        texts.removeAll(QString());
        return texts;
    }

private:
    static QStringList ofWidget(const QWidget *widget)
    {
        QStringList texts {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                           widget->windowTitle(), widget->statusTip()};
        for (const auto *action : widget->actions())
            texts << action->text() << action->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts << line->displayText() << line->placeholderText();
        if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
            texts += plain->toPlainText();
        if (const auto *text = qobject_cast<const QTextEdit *>(widget))
            texts += text->toPlainText();
        if (const auto *chip = qobject_cast<const StatusChip *>(widget))
            texts += chip->look().word;
        if (const auto *status = qobject_cast<const QStatusBar *>(widget))
            texts += status->currentMessage();
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                texts += combo->itemText(i);
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i) << tabs->tabToolTip(i);
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            texts += ofModel(*view->model());
        return texts;
    }

    static QStringList ofModel(const QAbstractItemModel &model)
    {
        QStringList texts;
        for (int row = 0; row < std::min(model.rowCount(), kMostRows); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                                       int(Qt::AccessibleDescriptionRole), int(Qt::StatusTipRole)})
                    texts += index.data(role).toString();
                for (int role = Qt::UserRole; role < Qt::UserRole + kMostRoles; ++role)
                    texts += index.data(role).toString();
            }
        }
        return texts;
    }

    static constexpr int kMostRows = 200;
    static constexpr int kMostRoles = 16;
};

} // namespace console
