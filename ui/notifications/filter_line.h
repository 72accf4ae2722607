// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter_completion.h"
#include "ui/theme/search_field.h"

#include <QTimer>

#include <functional>

class QListView;
class QStringListModel;

namespace console {

class Banner;

/// The line that filters the table: proposes what could stand at the cursor, and says below itself where an expression
/// cannot be read. A proposal is taken by Tab, by a click, or by Return once Down has gone into the list; Return without
/// that means the text as it was typed. Thread: GUI.
class FilterLine final : public SearchField
{
    Q_OBJECT

public:
    using Completer = std::function<FilterCompletion(const QString &text, qsizetype cursor)>;

    /// \param overlay  list and message lie on it, above whatever else is there.
    FilterLine(Completer completer, QWidget *overlay);

    /// The word at the cursor can still become something else.
    bool isProposing() const;
    /// Marks the place at once; the sentence waits until typing pauses. Nothing: all is well.
    void showError(const std::optional<FilterError> &error);
    /// Says the same way what is probably not meant; the line is taken all the same. After showError() without an error.
    void showDoubt(const std::optional<FilterError> &doubt);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeList();
    void propose();
    void showProposals(const QStringList &candidates);
    void step(int rows);
    void take(int row);
    void showMessage();
    void underline(const std::optional<FilterError> &error);
    void endProposing();

    Completer m_completer;
    QWidget *m_overlay;
    QListView *m_list;
    QStringListModel *m_candidates;
    FilterCompletion m_proposed;
    Banner *m_message;
    QString m_messageText;
    bool m_isDoubt = false;
    QTimer m_pause;
};

} // namespace console
