// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_texts.h"
#include "ui/masking/masker.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/query/contact_list_model.h"
#include "window_gallery.h"

using namespace console;

namespace {

/// What names people in the window at present.
QStringList personalTexts(const MainWindow &window)
{
    QStringList texts {QStringLiteral("46712312351"), QStringLiteral("46712312352"), QString(40, QLatin1Char('4'))};
    if (const auto *contacts = window.findChild<ContactListModel *>()) {
        for (const auto &contact : contacts->contacts()) {
            texts.append(contact.displayName);
            for (const auto &address : contact.identities)
                texts.append(address.identity);
        }
    }
    const auto *table = window.findChild<NotificationTableView *>();
    for (int row = 0; row < table->notifications().rowCount(); ++row) {
        const auto shown = table->notifications().rowAt(row);
        texts << shown.address.identity << shown.contactName << shown.contactId;
    }
    texts.removeIf([](const QString &text) { return text.size() < 6; });
    texts.removeDuplicates();
    return texts;
}

QStringList named(const QStringList &shown, const QStringList &personal)
{
    QStringList found;
    for (const QString &text : shown) {
        for (const QString &one : personal) {
            if (text.contains(one, Qt::CaseInsensitive))
                found.append(QStringLiteral("“%1” in “%2”").arg(one, text.left(200)));
        }
    }
    return found;
}

} // namespace

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatIsShownNamesAnybodyWhileMasked()
    {
        QStringList complaints;
        int states = 0;
        int namedOtherwise = 0;
        const MainWindow *main = nullptr;
        const auto look = [&](const QString &state, QWidget *window) {
            ++states;
            const QStringList personal = personalTexts(*main);
            for (const QString &one : named(ShownTexts::of(window), personal))
                complaints.append(state + QStringLiteral(": ") + one);
            if (state == QLatin1String("explanation")) { // else the test would prove nothing
                Masker::instance().setOn(false);
                namedOtherwise = int(named(ShownTexts::of(window), personal).size());
                Masker::instance().setOn(true);
            }
        };
        WindowGallery gallery(look);
        main = &gallery.window();
        gallery.window().findChild<QAction *>(QStringLiteral("maskPersonal"))->trigger();
        QVERIFY(Masker::instance().isOn());
        QVERIFY(gallery.window().findChild<QWidget *>(QStringLiteral("maskedChip"))->isVisible());
        QVERIFY(gallery.walk());
        for (const auto &complaint : std::as_const(complaints))
            qWarning().noquote() << complaint;
        QVERIFY(complaints.isEmpty());
        QVERIFY(states > 25);
        QVERIFY2(namedOtherwise > 10, qPrintable(QString::number(namedOtherwise)));
    }

    void theNextWindowBeginsUnmasked()
    {
        Masker::instance().setOn(true);
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QVERIFY(!Masker::instance().isOn());
        QVERIFY(!console.find<QWidget>("maskedChip")->isVisible());
    }

    void aSettingMasksFromTheStart()
    {
        QTemporaryDir folder;
        SettingsStore settings(folder.path());
        Preferences preferences;
        preferences.isMaskedAtStart = true;
        settings.savePreferences(preferences);
        RunningConsole console(folder.path());
        QVERIFY(Masker::instance().isOn());
        QVERIFY(console.window().findChild<QAction *>(QStringLiteral("maskPersonal"))->isChecked());
        Masker::instance().setOn(false);
    }
};

QTEST_MAIN(TestMasking)
#include "tst_masking.moc"
