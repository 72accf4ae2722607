// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wrapped_label.h"

#include <QApplication>
#include <QTest>

using namespace console;

using Change = void (*)(QLabel &);

/// Both are asked before and after each change: what is remembered must never be what was right before.
class TestWrappedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isAsHighAsAPlainLabelAtEachWidth();
    void measuresAnewAfterAChange_data();
    void measuresAnewAfterAChange();
    void measuresAnewAfterAChangeOfTheApplicationFont();

private:
    static constexpr int kWidth = 120;
    void compare(int width) const { QCOMPARE(m_label->heightForWidth(width), m_plain->heightForWidth(width)); }

    std::unique_ptr<QLabel> m_label, m_plain;
};

void TestWrappedLabel::init()
{
    const QString text = QStringLiteral("A sentence that is much longer than the place where it is shown");
    m_label = std::make_unique<WrappedLabel>(text);
    m_plain = std::make_unique<QLabel>(text);
    for (QLabel *label : {m_label.get(), m_plain.get()})
        label->setWordWrap(true);
}

void TestWrappedLabel::isAsHighAsAPlainLabelAtEachWidth()
{
    for (int round = 0; round < 2; ++round) {
        for (int width = 40; width <= 400; width += 20)
            compare(width);
    }
    QVERIFY(m_label->heightForWidth(40) > m_label->heightForWidth(400));
}

void TestWrappedLabel::measuresAnewAfterAChange_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("another text") << Change([](QLabel &label) { label.setText(QStringLiteral("Short")); });
    QTest::newRow("a larger font") << Change([](QLabel &label) {
        QFont font = label.font();
        font.setPointSize(font.pointSize() * 3);
        label.setFont(font);
    });
    QTest::newRow("wider margins") << Change([](QLabel &label) { label.setContentsMargins(30, 30, 30, 30); });
}

void TestWrappedLabel::measuresAnewAfterAChange()
{
    QFETCH(Change, change);
    compare(kWidth);
    const int before = m_label->heightForWidth(kWidth);
    change(*m_label);
    change(*m_plain);
    compare(kWidth);
    QVERIFY(m_label->heightForWidth(kWidth) != before);
}

void TestWrappedLabel::measuresAnewAfterAChangeOfTheApplicationFont()
{
    compare(kWidth);
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSize(usual.pointSize() * 3);
    QApplication::setFont(large);
    const int height = m_label->heightForWidth(kWidth);
    const int expected = m_plain->heightForWidth(kWidth);
    QApplication::setFont(usual);
    QCOMPARE(height, expected);
}

QTEST_MAIN(TestWrappedLabel)
#include "tst_wrapped_label.moc"
