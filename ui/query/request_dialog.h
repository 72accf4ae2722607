// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace console {

class FieldMessage;

/// The request that Look up would send, to read and to copy. It copies nothing itself. Thread: GUI.
class RequestDialog final : public QDialog
{
    Q_OBJECT

public:
    RequestDialog(const QString &url, const QString &json, QWidget *parent);

    /// Says what has just happened, below the text.
    void showHint(const QString &text);

Q_SIGNALS:
    void copyJsonRequested();
    void copyCurlRequested();

private:
    FieldMessage *m_message;
};

} // namespace console
