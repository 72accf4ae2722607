// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_fit.h"
#include "window_gallery.h"

#include <QTranslator>

using namespace console;

namespace {

/// Makes each text 40 % longer, as a translation may: words get longer, and there are more of them.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        const qsizetype more = (text.size() * 2 + 4) / 5;
        if (!text.contains(QLatin1Char(' ')))
            return text + QStringLiteral("enheiten").repeated(3).left(more);
        for (qsizetype added = 0; added < more; added += 6)
            text += QStringLiteral(" worte").left(more - added + 1);
        return text;
    }
};

constexpr QSize kSmallest {900, 640};
constexpr QSize kOrdinary {1440, 900};

/// Looks at each widget of a window and takes down whose words are cut.
class Ruler
{
public:
    QStringList complaints;
    int widgets = 0;

    void measure(const QString &state, QWidget *window)
    {
        if (!qobject_cast<MainWindow *>(window))
            return measureAll(state, window);
        for (const QSize &size : {kSmallest, kOrdinary}) {
            window->resize(size);
            for (const char *panel : {"showQuery", "showDetail"}) // where there is room for one only, each in its turn
                showPanel(state, window, panel);
        }
    }

private:
    void showPanel(const QString &state, QWidget *window, const char *panel)
    {
        auto *action = window->findChild<QAction *>(QLatin1String(panel));
        if (!action->isChecked())
            action->trigger();
        measureAll(QStringLiteral("%1, %2, %3").arg(state).arg(window->width()).arg(QLatin1String(panel)), window);
    }

    void measureAll(const QString &state, QWidget *window)
    {
        for (int level = 0; level < 4; ++level) // layouts follow in events of their own, each when the one inside has
            QTest::qWait(0);
        for (const auto *widget : window->findChildren<QWidget *>()) {
            ++widgets;
            const QString problem = TextFit::problemOf(widget);
            if (!problem.isEmpty())
                complaints.append(QStringLiteral("%1: %2 “%3” %4: %5")
                                      .arg(state, QLatin1String(widget->metaObject()->className()),
                                           widget->objectName(), widget->property("text").toString(), problem));
        }
    }
};

} // namespace

class TestTextFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noWordIsCut_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("in English") << false;
        QTest::newRow("in a language that is 40 % longer") << true;
    }

    void noWordIsCut()
    {
        QFETCH(bool, isLong);
        LongWords translator;
        if (isLong)
            QCoreApplication::installTranslator(&translator);
        Ruler ruler;
        WindowGallery gallery([&](const QString &state, QWidget *window) { ruler.measure(state, window); });
        QVERIFY(gallery.walk());
        ruler.complaints.removeDuplicates();
        for (const auto &complaint : std::as_const(ruler.complaints))
            qWarning().noquote() << complaint;
        QVERIFY(ruler.complaints.isEmpty());
        QVERIFY(ruler.widgets > 3'000);
    }
};

QTEST_MAIN(TestTextFits)
#include "tst_text_fits.moc"
