// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/status_chip.h"
#include "ui/theme/status_chips.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTest>

#include <set>

using namespace console;

namespace {

ListenerState listener(bool isListening, const QString &problem = {})
{
    ListenerState state;
    state.actual.port = 8787;
    state.isListening = isListening;
    state.problem = problem;
    return state;
}

ReceiverState receiver(const QList<ListenerState> &listeners)
{
    ReceiverState state;
    state.listeners = listeners;
    return state;
}

QList<ChipLook> capabilityChips()
{
    QList<ChipLook> looks {chipFor(CapabilityStatus::fromText(QStringLiteral("CAPABILITY_NEW"))), silentChip()};
    for (const auto &entry : EnumNames<Capability>::table)
        looks.append(chipFor(CapabilityStatus::fromValue(entry.first)));
    return looks;
}

QList<ChipLook> stateChips()
{
    QList<ChipLook> looks;
    for (int state = 0; state <= int(LookupState::OutcomeUnknown); ++state)
        looks.append(chipFor(LookupState(state)));
    return looks;
}

QList<ChipLook> receiverChips()
{
    return {chipFor(receiver({})), chipFor(receiver({listener(false)})), chipFor(receiver({listener(true)})),
            chipFor(receiver({listener(true), listener(false, QStringLiteral("port taken"))}))};
}

} // namespace

Q_DECLARE_METATYPE(QList<console::ChipLook>)

class TestChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachHasAnIconAndAWordOfItsOwn_data();
    void eachHasAnIconAndAWordOfItsOwn();
    void eachIsToldWithoutColour_data() { eachHasAnIconAndAWordOfItsOwn_data(); }
    void eachIsToldWithoutColour();
    void unrecognizedStatusKeepsTheVendorsWord();
    void missingStatusSaysSo();
    void countsAnswersWhileSomeAreMissing();
    void receiverNamesItsPort();
    void wordIsNeverCut_data();
    void wordIsNeverCut();
    void narrowChipKeepsInsideItsRectangle();
    void paintsTheTintOfItsTone();
    void widgetIsNamedByItsWord();
    void widgetKeepsANameThatWasGiven();
};

void TestChips::eachHasAnIconAndAWordOfItsOwn_data()
{
    QTest::addColumn<QList<ChipLook>>("looks");
    QTest::newRow("every answer, an unknown word and silence") << capabilityChips();
    QTest::newRow("every state of a lookup") << stateChips();
    QTest::newRow("every state of the receiver") << receiverChips();
}

void TestChips::eachHasAnIconAndAWordOfItsOwn()
{
    QFETCH(QList<ChipLook>, looks);
    std::set<Icon> icons;
    std::set<QString> words;
    for (const auto &look : looks) {
        QVERIFY(!look.word.isEmpty());
        icons.insert(look.icon);
        words.insert(look.word);
    }
    QCOMPARE(qsizetype(icons.size()), looks.size());
    QCOMPARE(qsizetype(words.size()), looks.size());
}

void TestChips::eachIsToldWithoutColour()
{
    QFETCH(QList<ChipLook>, looks);
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        QList<QImage> pictures;
        for (auto look : looks) {
            look.word = QStringLiteral("same"); // so that the icon alone has to tell
            QImage image(120, 30, QImage::Format_RGB32);
            image.fill(colorsFor(appearance).base);
            QPainter painter(&image);
            paintChip(&painter, image.rect(), look, paletteFor(appearance), QFont());
            painter.end();
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            QVERIFY2(!pictures.contains(grey), qPrintable(look.word));
            pictures.append(grey);
        }
    }
}

void TestChips::unrecognizedStatusKeepsTheVendorsWord()
{
    const auto look = chipFor(CapabilityStatus::fromText(QStringLiteral("CAPABILITY_MAYBE")));
    QCOMPARE(look.word, QStringLiteral("CAPABILITY_MAYBE"));
    QCOMPARE(look.tone, Tone::Warn);
}

void TestChips::missingStatusSaysSo()
{
    QCOMPARE(chipFor(CapabilityStatus()).word, QStringLiteral("No status"));
}

void TestChips::countsAnswersWhileSomeAreMissing()
{
    LookupProgress progress;
    progress.state = LookupState::PartlyAnswered;
    progress.expected = 4;
    progress.answered = 3;
    QCOMPARE(chipFor(progress).word, QStringLiteral("3 of 4"));
    progress.state = LookupState::TimedOut;
    QCOMPARE(chipFor(progress).word, QStringLiteral("Timed out, 3 of 4"));
    progress.state = LookupState::Complete;
    QCOMPARE(chipFor(progress).word, QStringLiteral("Complete"));
}

void TestChips::receiverNamesItsPort()
{
    const auto look = chipFor(receiver({listener(true)}));
    QCOMPARE(look.word, QStringLiteral("Receiver :8787"));
    QCOMPARE(look.tone, Tone::Ok);
}

void TestChips::wordIsNeverCut_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<double>("points");
    QTest::newRow("short word") << QStringLiteral("Full") << 9.75;
    QTest::newRow("word that grew by 40 % in another language") << QStringLiteral("Vollständiges") << 9.75;
    QTest::newRow("large letters") << QStringLiteral("Unknown") << 20.0;
    QTest::newRow("vendor's word") << QStringLiteral("CAPABILITY_SOMETHING_QUITE_NEW") << 12.0;
}

void TestChips::wordIsNeverCut()
{
    QFETCH(QString, word);
    QFETCH(double, points);
    QFont font;
    font.setPointSizeF(points);
    const ChipLook look {Icon::CircleCheck, word, Tone::Ok};
    const QSize size = chipSize(look, font);
    const QFontMetrics metrics(chipFont(font));
    // What is left beside icon and paddings, as paintChip() lays them out.
    const int room = size.width() - chipSize({look.icon, QString(), look.tone}, font).width();
    QVERIFY(room >= metrics.horizontalAdvance(word));
    QVERIFY(size.height() >= metrics.height());
    QCOMPARE(StatusChip(look).sizeHint(), chipSize(look, StatusChip().font()));
}

void TestChips::narrowChipKeepsInsideItsRectangle()
{
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QRect narrow(10, 4, 60, 30);
    const QRect chip = paintChip(&painter, narrow, {Icon::CircleCheck, QStringLiteral("A very long word"), Tone::Ok},
                                 paletteFor(Appearance::Light), QFont());
    painter.end();
    QVERIFY(narrow.contains(chip));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = narrow.right() + 1; x < image.width(); ++x)
            QCOMPARE(qAlpha(image.pixel(x, y)), 0);
    }
}

void TestChips::paintsTheTintOfItsTone()
{
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        for (const Tone tone : kTones) {
            QImage image(160, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            const QRect chip = paintChip(&painter, image.rect(), {Icon::Circle, QStringLiteral("Word"), tone},
                                         paletteFor(appearance), QFont());
            painter.end();
            QCOMPARE(image.pixelColor(chip.left() + 3, chip.center().y()), colorsFor(appearance).tone(tone).tint);
        }
    }
}

void TestChips::widgetIsNamedByItsWord()
{
    StatusChip chip({Icon::Radio, QStringLiteral("Listening"), Tone::Ok});
    QCOMPARE(chip.accessibleName(), QStringLiteral("Listening"));
    chip.setLook({Icon::Unplug, QStringLiteral("Off"), Tone::Neutral});
    QCOMPARE(chip.accessibleName(), QStringLiteral("Off"));
}

void TestChips::widgetKeepsANameThatWasGiven()
{
    StatusChip chip;
    chip.setAccessibleName(QStringLiteral("Receiver status"));
    chip.setLook({Icon::Radio, QStringLiteral("Listening"), Tone::Ok});
    QCOMPARE(chip.accessibleName(), QStringLiteral("Receiver status"));
    QCOMPARE(chip.accessibleDescription(), QStringLiteral("Listening"));
}

QTEST_MAIN(TestChips)
#include "tst_chips.moc"
