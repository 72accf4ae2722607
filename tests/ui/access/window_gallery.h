// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../main_window/running_console.h"
#include "support/raw_http_client.h"
#include "ui/history/history_dialogs.h"
#include "ui/main_window/lookup_flow.h"
#include "ui/main_window/project_dialogs.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/saved_views.h"
#include "ui/query/identity_field.h"
#include "ui/receiver/webhooks_dialog.h"
#include "ui/settings/connect_project_dialog.h"
#include "ui/settings/settings_dialog.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <functional>

namespace console {

/// Leads through every window and dialog of the program, each with something to show in it.
class WindowGallery
{
public:
    using Visit = std::function<void(const QString &state, QWidget *window)>;

    explicit WindowGallery(Visit visit)
        : m_visit(std::move(visit))
        , m_console(m_folder.path())
    {
        m_console.window().resize(1440, 900);
    }

    MainWindow &window() { return m_console.window(); }

    /// False where the program did not get that far.
    [[nodiscard]] bool walk()
    {
        return walkEmptyWindow() && walkAnswers() && walkRejected() && walkMenus() && walkDialogs() && walkGap()
            && walkProject();
    }

private:
    static constexpr int kPatience = 15'000; ///< the sandbox answers after 0.3 to 3 s

    template <typename Condition>
    bool await(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatience);
    }
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_console.find<Widget>(name);
    }
    void visit(const char *state, QWidget *window)
    {
        QCoreApplication::processEvents();
        m_visit(QLatin1String(state), window);
    }
    void visitWindow(const char *state) { visit(state, &window()); }

    void editManagedSettings()
    {
        const auto managed = ManagedSettings::parse({}, QStringLiteral("/etc/capability-console/policies.json"));
        auto *dialog = new SettingsDialog(managed.preset(), {}, &window());
        dialog->setManaged(managed);
        dialog->open();
    }
    void connectManagedProject()
    {
        auto *dialog = new ConnectProjectDialog(
            ConnectProjectDialog::Purpose::New, [](const Project &, const ProjectSecrets &) { return nullptr; },
            &window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(QStringLiteral("Connect a project"));
        dialog->forbidUnsigned();
        dialog->setProject({}, {});
        dialog->open();
    }

    bool walkEmptyWindow()
    {
        if (!await([&] { return m_console.projects().selectedApp().has_value(); }))
            return false;
        visitWindow("window without answers");
        find<QTabWidget>("Recipient")->setCurrentIndex(1);
        auto *channel = find<QComboBox>("Channel");
        channel->setCurrentIndex(channel->findData(QStringLiteral("RCS")));
        auto *identity = find<IdentityField>("Identity");
        identity->setTyped(QStringLiteral("12"));
        visitWindow("identity that looks odd");
        identity->setTyped(QString(98, QLatin1Char('4')) + QStringLiteral("60\n46712312351\n46712312352"));
        find<QPushButton>("Add identity")->click();
        visitWindow("added identities");
        return visitDialog("request preview",
                           [this] { window().findChild<QAction *>(QStringLiteral("requestPreview"))->trigger(); });
    }

    bool walkAnswers()
    {
        find<QPushButton>("Look up")->click();
        auto *table = find<QTableView>("notifications");
        if (!await([&] { return table->model()->rowCount() > 1; }))
            return false;
        table->selectRow(0);
        auto *tabs = find<QTabWidget>("detailTabs");
        for (const auto &[tab, state] :
             {std::pair {0, "explanation"}, std::pair {1, "timeline"}, std::pair {2, "raw"}}) {
            tabs->setCurrentIndex(tab);
            visitWindow(state);
        }
        find<QLineEdit>("filter")->setText(QStringLiteral("zzz"));
        visitWindow("nothing matches");
        find<QLineEdit>("filter")->clear();
        auto *waits = find<QToolButton>("showWaits");
        waits->click();
        if (!await([&] {
                return !window()
                            .findChildren<QAbstractButton *>(QRegularExpression(QStringLiteral("^waits-.+")))
                            .isEmpty();
            }))
            return false;
        visitWindow("how long answers took");
        waits->click();
        find<QPushButton>("pause")->click();
        visitWindow("paused");
        find<QPushButton>("pause")->click();
        return true;
    }

    /// A line of the table, and its menu. The lookup is one that nobody answers.
    bool walkGap()
    {
        auto *table = find<NotificationTableView>("notifications");
        const Timestamp now = SystemClock().now();
        m_console.session().lookups().recordGap(
            {ReceiverGap::Kind::Slept, now - std::chrono::minutes(10), now + std::chrono::minutes(10)});
        if (!await([&] { return table->notifications().hasGapLines(); }))
            return false;
        int line = 0; // answers may have come after it
        while (!table->notifications().isGap(line))
            ++line;
        table->setCurrentIndex(table->model()->index(line, 0));
        visitWindow("gap in the table");
        QTest::keyClick(table, Qt::Key_Return);
        auto *menu = table->findChild<QMenu *>(QStringLiteral("gapMenu"));
        if (!menu)
            return false;
        visit("menu of a gap", menu);
        menu->close();
        return true;
    }

    bool walkRejected()
    {
        find<QTabWidget>("pages")->setCurrentIndex(1);
        visitWindow("nothing rejected");
        const QUrl target = m_console.projects().receiverView().callbackUrl;
        RawHttpClient client(quint16(target.port()));
        client.send(RawHttpClient::request("POST", target.path().toUtf8(), "{}"));
        auto *table = find<QTableView>("rejectedAndOther");
        if (!await([&] { return table->model()->rowCount() > 0; }))
            return false;
        table->selectRow(0);
        visitWindow("rejected");
        find<QTabWidget>("pages")->setCurrentIndex(0);
        return true;
    }

    bool walkMenus()
    {
        const auto menus = window().findChildren<QMenu *>();
        for (auto *menu : menus) {
            menu->popup(window().mapToGlobal(QPoint(40, 40)));
            m_visit(
                QStringLiteral("menu “%1”").arg(menu->title().isEmpty() ? menu->parent()->objectName() : menu->title()),
                menu);
            menu->close();
        }
        return !menus.isEmpty();
    }

    /// Runs \a order and shows the dialog that it opens.
    bool visitDialog(
        const char *state, const std::function<void()> &order,
        const std::function<void(QDialog *)> &prepare = [](QDialog *) {})
    {
        order();
        if (!await([] { return QApplication::activeModalWidget() != nullptr; }))
            return false;
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        prepare(dialog);
        visit(state, dialog);
        dialog->reject();
        if (auto *question = dialog->findChild<QMessageBox *>(QStringLiteral("discardTyped")))
            press(question, "discard");
        return await([] { return QApplication::activeModalWidget() == nullptr; });
    }

    template <typename Button = QPushButton>
    static void press(QDialog *dialog, const char *button)
    {
        dialog->findChild<Button *>(QLatin1String(button))->click();
    }

    bool walkDialogs()
    {
        auto &dialogs = window().dialogs();
        return visitDialog("connect a project", [&] { dialogs.connectProject(); })
            && visitDialog(
                   "connect a project, fields missing", [&] { dialogs.connectProject(); },
                   [](QDialog *dialog) { press(dialog, "saveProject"); })
            && visitDialog(
                   "connect a project, tokens needed", [&] { dialogs.connectProject(); },
                   [](QDialog *dialog) {
                       dialog->findChild<QComboBox *>(QStringLiteral("tokenRequest"))->setCurrentIndex(2);
                       press(dialog, "saveProject");
                   })
            && visitDialog("settings", [&] { dialogs.editSettings({}); })
            && visitDialog(
                   "settings, certificate that cannot be used", [&] { dialogs.editSettings({}); },
                   [](QDialog *dialog) {
                       for (const char *field : {"tlsCertificate", "tlsKey"})
                           dialog->findChild<QLineEdit *>(QLatin1String(field))
                               ->setText(QStringLiteral("/etc/ssl/private/hooks.example.com.pem"));
                       dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
                   })
            && visitDialog("settings, managed", [&] { editManagedSettings(); })
            && visitDialog("project, without unsigned callbacks", [&] { connectManagedProject(); })
            && visitDialog("endings of the sandbox", [&] { dialogs.sandboxEndings(); })
            && visitDialog("about", [&] { dialogs.about(); }) && visitDialog("shortcuts", [&] { dialogs.shortcuts(); })
            && visitDialog(
                   "webhooks", [&] { dialogs.webhooks(); },
                   [this](QDialog *dialog) {
                       await([&] { return dialog->findChild<QWidget *>(QStringLiteral("webhookTarget")); });
                   })
            && visitDialog("register the receiver?", [this] { askForWebhook(); }) && walkMessages()
            && walkHistoryDialogs();
    }

    bool walkHistoryDialogs()
    {
        const auto trigger = [this](const char *action) {
            return [this, action] { window().findChild<QAction *>(QLatin1String(action))->trigger(); };
        };
        find<NotificationTableView>("notifications")->selectRow(0);
        const auto writes = [this](QDialog *dialog) {
            press<QAbstractButton>(dialog, "exportRedact");
            dialog->findChild<QLineEdit *>(QStringLiteral("exportPath"))->setText(QStringLiteral("/nowhere/rows.csv"));
            press(dialog, "startExport");
            await([&] { return dialog->findChild<QPushButton *>(QStringLiteral("startExport"))->isEnabled(); });
        };
        const auto finds = [this](QDialog *dialog) {
            await([&] { return dialog->findChild<QPushButton *>(QStringLiteral("erasePerson"))->isEnabled(); });
        };
        return visitDialog("export", trigger("exportRows"))
            && visitDialog("export that cannot be written", trigger("exportRows"), writes)
            && visitDialog("tags and note", trigger("annotateRows"))
            && visitDialog("colour rules", trigger("editColorRules")) && walkColorRules() && walkJsonColumn()
            && walkComparison() && walkRestore() && visitDialog("erase person", trigger("erasePersonAction"), finds);
    }

    bool walkJsonColumn()
    {
        const auto order
            = [this] { Q_EMIT find<NotificationTableView>("notifications")->columns()->jsonColumnWanted(); };
        const auto choose = [this](QDialog *dialog) {
            auto *path = dialog->findChild<QComboBox *>(QStringLiteral("jsonPath"));
            await([&] { return path->count() > 0; });
            path->setEditText(QStringLiteral("capability_notification.identity"));
        };
        return visitDialog("column from JSON", order, choose)
            && visitDialog("column from JSON, no path", order, [](QDialog *dialog) {
                   dialog->findChild<QComboBox *>(QStringLiteral("jsonPath"))->setEditText(QStringLiteral("a..b"));
               });
    }

    bool walkComparison()
    {
        auto *table = find<QTableView>("notifications");
        table->selectRow(0);
        table->selectionModel()->select(table->model()->index(1, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        return visitDialog("comparison",
                           [this] { window().findChild<QAction *>(QStringLiteral("compareRows"))->trigger(); });
    }

    bool walkRestore()
    {
        return visitDialog("restore from a backup?", [this] {
            window().findChild<HistoryDialogs *>()->askToRestore(
                QStringLiteral("/home/somebody/Documents/history-2026-11-24.sqlite"));
        });
    }

    bool walkColorRules()
    {
        const auto fill = [](QDialog *dialog) {
            press<QToolButton>(dialog, "addColorRule");
            dialog->findChild<QLineEdit *>(QStringLiteral("colorRuleFilter"))->setFocus();
            QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("colorRuleFilter")),
                             QStringLiteral("channel:RCS sttus:none"));
            dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        };
        return visitDialog(
            "colour rules, a filter that cannot be read",
            [this] { window().findChild<QAction *>(QStringLiteral("editColorRules"))->trigger(); }, fill);
    }

    bool walkMessages()
    {
        const auto warn = [this] {
            LookupFlow::makeUnpreparedWarning({Error::Kind::Network, QStringLiteral("connection refused")}, &window())
                ->open();
        };
        const auto import
            = [this] { window().findChild<SavedViews *>()->importFrom(QStringLiteral("/nowhere/views.json")); };
        return walkDiscard() && visitDialog("no way for the answers", warn)
            && visitDialog("saved views that cannot be read", import);
    }

    bool walkDiscard()
    {
        window().dialogs().connectProject();
        auto *dialog = window().findChild<QDialog *>(QStringLiteral("connectProject"));
        dialog->findChild<QLineEdit *>(QStringLiteral("projectName"))->setText(QStringLiteral("Nordic customers"));
        dialog->reject();
        auto *question = dialog->findChild<QMessageBox *>(QStringLiteral("discardTyped"));
        if (!question || !await([&] { return QApplication::activeModalWidget() == question; }))
            return false;
        visit("discard what was typed?", question);
        press(question, "discard");
        return await([] { return QApplication::activeModalWidget() == nullptr; });
    }

    void askForWebhook()
    {
        auto *question
            = new WebhooksDialog(WebhooksDialog::Purpose::AskFirst, QStringLiteral("Support EU"),
                                 QUrl(QStringLiteral("https://hooks.example.com/callbacks/4711")), &window());
        question->setAttribute(Qt::WA_DeleteOnClose);
        question->setWebhooks(failure(Error::Kind::Network, QStringLiteral("connection refused")));
        question->open();
    }

    /// A project whose key the vendor, here the sandbox, refuses.
    bool walkProject()
    {
        const ApiSettings &sandbox = m_console.projects().connection()->settings();
        Project project;
        project.key = QStringLiteral("test");
        project.name = QStringLiteral("Nordic customers, test");
        project.kind = Project::Kind::Test;
        project.projectId = sandbox.projectId.toString();
        project.keyId = QStringLiteral("key");
        project.baseUrlOverride = sandbox.baseUrl;
        project.tokenUrlOverride = sandbox.tokenUrl;
        project.callbackPath = QStringLiteral("/callbacks/test");
        m_console.projects().add(project, {Secret(QStringLiteral("secret")), Secret(QStringLiteral("hook")), {}});
        m_console.projects().select(project.key);
        if (!await([&] { return !m_console.projects().problem().isEmpty(); }))
            return false;
        visitWindow("project whose key is refused");
        auto &dialogs = window().dialogs();
        const auto test = [this](QDialog *dialog) {
            press(dialog, "testConnection");
            await([&] { return dialog->findChild<QPushButton *>(QStringLiteral("testConnection"))->isEnabled(); });
        };
        const bool hasShown = visitDialog(
                                  "edit project, connection tested", [&] { dialogs.editProject(); }, test)
            && visitDialog("duplicate project", [&] { dialogs.duplicateProject(); })
            && visitDialog("rename project", [&] { dialogs.renameProject(); })
            && visitDialog("enter key", [&] { dialogs.enterKey(); })
            && visitDialog("remove project", [&] { dialogs.removeProject(); });
        window().showReadOnly(QStringLiteral("capability-cli (4711)"));
        visitWindow("read only");
        return hasShown;
    }

    Visit m_visit;
    QTemporaryDir m_folder;
    RunningConsole m_console;
};

} // namespace console
