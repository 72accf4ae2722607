// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/annotation_dialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace console;

namespace {

const Annotation kFirst {true, {QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("one")};
const Annotation kSecond {false, {QStringLiteral("b"), QStringLiteral("c")}, QStringLiteral("two")};

void type(AnnotationDialog &dialog, const char *tags, const char *note)
{
    dialog.findChild<QLineEdit *>(QStringLiteral("annotationTags"))->setText(QLatin1String(tags));
    dialog.findChild<QPlainTextEdit *>(QStringLiteral("annotationNote"))->setPlainText(QLatin1String(note));
}

} // namespace

class TestAnnotationDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftAloneStays()
    {
        for (const auto &annotations : {QList<Annotation> {kFirst}, QList<Annotation> {kFirst, kSecond}}) {
            const AnnotationDialog dialog(annotations);
            for (const Annotation &annotation : annotations)
                QCOMPARE(dialog.change().appliedTo(annotation), annotation);
        }
    }

    void ofOneEverythingCanBeChanged()
    {
        AnnotationDialog dialog({kFirst});
        QVERIFY(dialog.findChild<QCheckBox *>(QStringLiteral("annotationPinned"))->isChecked());
        dialog.findChild<QCheckBox *>(QStringLiteral("annotationPinned"))->setChecked(false);
        type(dialog, "b, #case-17", "");
        const Annotation expected {false, {QStringLiteral("b"), QStringLiteral("case-17")}, {}};
        QCOMPARE(dialog.change().appliedTo(kFirst), expected);
    }

    void ofSeveralOnlyCommonTagsAreShownAndTaken()
    {
        AnnotationDialog dialog({kFirst, kSecond});
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("annotationTags"))->text(), QStringLiteral("b"));
        type(dialog, "d", "both");
        const AnnotationChange change = dialog.change();
        QCOMPARE(change.appliedTo(kFirst).tags, (QStringList {QStringLiteral("a"), QStringLiteral("d")}));
        QCOMPARE(change.appliedTo(kSecond).tags, (QStringList {QStringLiteral("c"), QStringLiteral("d")}));
        QCOMPARE(change.appliedTo(kSecond).note, QStringLiteral("both"));
        QVERIFY(!change.isPinned); // one is, the other is not
    }
};

QTEST_MAIN(TestAnnotationDialog)
#include "tst_annotation_dialog.moc"
