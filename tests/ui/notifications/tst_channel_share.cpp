// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/arrival_plot.h"
#include "ui/notifications/channel_share.h"
#include "ui/theme/tokens.h"

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

    void oneThatIsChosenLooksLikeTheButtonsBesideIt()
    {
        ChannelShare share(ChannelName::fromValue(Channel::Rcs), nullptr);
        share.resize(120, 36);
        share.setChecked(true);
        QCOMPARE(share.grab().toImage().pixelColor(60, 3), colorsOf(share.palette()).selection);
    }

    void aPlotWithoutArrivalsIsEmpty()
    {
        ArrivalPlot plot(nullptr);
        plot.resize(128, 32);
        const auto colours = [&] {
            const QImage image = plot.grab().toImage();
            QSet<QRgb> found;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    found.insert(image.pixel(x, y));
            }
            return found.size();
        };
        QCOMPARE(colours(), 1);
        RowTally::Arrivals arrivals;
        arrivals.rows = {1, 3};
        plot.setArrivals(arrivals);
        QVERIFY(colours() > 1);
    }
};

QTEST_MAIN(TestChannelShare)
#include "tst_channel_share.moc"
