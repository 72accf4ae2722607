// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/webhook_catalog.h"

#include <QDialog>
#include <QUrl>

class QGridLayout;
class QLabel;
class QPushButton;

namespace console {

class Banner;

/// The webhooks of an app: whose they are, what they bring, how many places are free. Only ours can be made or removed.
/// It asks nothing itself: the window does what its signals say, and hands the list back. Thread: GUI.
class WebhooksDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        Look,     ///< from the menu
        AskFirst, ///< before the first lookup: may one be made?
    };
    /// \param target  where ours would point; empty: it cannot be made.
    WebhooksDialog(Purpose purpose, const QString &appName, const QUrl &target, QWidget *parent = nullptr);

    void setWebhooks(const Result<AppWebhooks> &webhooks);
    /// What became of an order.
    void showOutcome(const Result<> &outcome);

Q_SIGNALS:
    void listRequested();
    void registerRequested();
    void removeRequested(const console::WebhookId &id);
    /// AskFirst only: look up, but leave the app as it is.
    void withoutRequested();

private:
    QString question(const QString &appName) const;
    void addButtons();
    void addRow(const OwnedWebhook &webhook);
    void clearRows();
    void showPlaces(const AppWebhooks &webhooks);

    const Purpose m_purpose;
    const QUrl m_target;
    QGridLayout *m_rows;
    QLabel *m_places;
    Banner *m_outcome;
    QPushButton *m_register = nullptr;
    QPushButton *m_other = nullptr; ///< look up without, or read again
    QPushButton *m_leave = nullptr;
};

} // namespace console
