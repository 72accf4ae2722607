// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/channel_share.h"

#include <QTest>

using namespace console;

class TestChannelShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOfDifferentAnswersDifferWithoutColour()
    {
        // Only whether something is painted counts: as for somebody who sees no colour at all.
        QList<QImage> shapes;
        for (const Capability capability : ShareCounts::kOrder) {
            ChannelShare share(ChannelName::fromValue(Channel::Rcs), nullptr);
            share.resize(120, 36);
            share.setCounts({});
            const QImage empty = share.grab().toImage();
            ShareCounts counts;
            counts.add(capability, 3);
            share.setCounts(counts);
            const QImage full = share.grab().toImage();
            QImage shape(full.size(), QImage::Format_Mono);
            shape.fill(0);
            for (int y = full.height() * 2 / 3; y < full.height(); ++y) { // below the words, whose count differs
                for (int x = 0; x < full.width(); ++x)
                    shape.setPixel(x, y, full.pixel(x, y) != empty.pixel(x, y) ? 1 : 0);
            }
            QVERIFY2(!shapes.contains(shape), "looks like another answer");
            shapes += shape;
        }
        QCOMPARE(shapes.size(), qsizetype(ShareCounts::kOrder.size()));
    }
};

QTEST_MAIN(TestChannelShare)
#include "tst_channel_share.moc"
