// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_gallery.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>

using namespace console;

namespace {

/// The texts of a window whose underlined letters answer to Alt at the same time.
QStringList textsWithMnemonics(const QWidget *window)
{
    QStringList texts;
    if (const auto *menu = qobject_cast<const QMenu *>(window)) {
        for (const auto *action : menu->actions())
            texts += action->text();
        return texts;
    }
    for (const auto *widget : window->findChildren<QWidget *>()) {
        if (widget->window() != window || !widget->isVisibleTo(window))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            texts += label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            texts += group->title();
        else if (const auto *bar = qobject_cast<const QMenuBar *>(widget))
            for (const auto *action : bar->actions())
                texts += action->text();
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                texts += tabs->tabText(i);
    }
    return texts;
}

} // namespace

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLetterIsTakenTwiceInAWindowOrAMenu()
    {
        QStringList clashes;
        int mnemonics = 0;
        WindowGallery gallery([&](const QString &state, QWidget *window) {
            std::map<QString, QString> owners;
            for (const auto &text : textsWithMnemonics(window)) {
                const QString keys = QKeySequence::mnemonic(text).toString();
                if (keys.isEmpty())
                    continue;
                ++mnemonics;
                const auto [owner, isFirst] = owners.try_emplace(keys, text);
                if (!isFirst)
                    clashes += QStringLiteral("%1: %2 is “%3” and “%4”").arg(state, keys, owner->second, text);
            }
        });
        QVERIFY(gallery.walk());
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
        QVERIFY(mnemonics > 40);
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
