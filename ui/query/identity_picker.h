// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "lookup/identity_parser.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QListView;
class QPushButton;
class QToolButton;

namespace console {

class FieldMessage;
class IdentityField;
class IdentityListModel;

/// Asks about identities as they are typed or pasted: normalised, never refused because they look odd. Thread: GUI.
class IdentityPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityPicker(QWidget *parent = nullptr);

    /// Its channels come first in the list.
    void setApp(const std::optional<App> &app);
    /// What was added, then what stands in the field. Errors: Config, as of parseIdentityLines().
    Result<QList<ChannelIdentity>> identities() const;
    void showError(const QString &text);
    void focusField();
    /// To the list, on the chosen channel.
    void add(const QStringList &typed);
    /// Puts it into the field, for when it was typed elsewhere.
    void propose(const QString &typed);

    QString channel() const; ///< as the vendor writes it
    /// Stays chosen when the app changes.
    void setChannel(const QString &channel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void addTyped();
    void removeSelected();
    void showReading();
    void onListChanged();
    ChannelName chosenChannel() const;

    QString m_wantedChannel; ///< the user's; without one, an app's first channel is shown
    QComboBox *m_channel;
    IdentityField *m_field;
    FieldMessage *m_message;
    QPushButton *m_add;
    IdentityListModel *m_model;
    QListView *m_list;
    QPushButton *m_clear;
    QToolButton *m_remove;
    QWidget *m_added;
};

} // namespace console
