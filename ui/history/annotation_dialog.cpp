// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/annotation_dialog.h"

#include "ui/masking/masker.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace console {

namespace {

/// Masked, without those that would name somebody: they stay.
QStringList commonTags(const QList<Annotation> &annotations)
{
    QStringList common = annotations.value(0).tags;
    common.removeIf([](const QString &tag) { return Masker::instance().text(tag) != tag; });
    for (const Annotation &annotation : annotations)
        common.removeIf([&](const QString &tag) { return !annotation.tags.contains(tag); });
    return common;
}

QString commonNote(const QList<Annotation> &annotations)
{
    const QString note = annotations.value(0).note;
    const bool isCommon = std::all_of(annotations.begin(), annotations.end(),
                                      [&](const Annotation &annotation) { return annotation.note == note; });
    return isCommon && !Masker::instance().isOn() ? note : QString();
}

Qt::CheckState pinState(const QList<Annotation> &annotations)
{
    const auto pinned = std::count_if(annotations.begin(), annotations.end(),
                                      [](const Annotation &annotation) { return annotation.isPinned; });
    if (pinned == 0)
        return Qt::Unchecked;
    return pinned == annotations.size() ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

AnnotationDialog::AnnotationDialog(const QList<Annotation> &annotations, QWidget *parent)
    : QDialog(parent)
    , m_commonTags(commonTags(annotations))
    , m_commonNote(commonNote(annotations))
{
    setObjectName(QStringLiteral("annotationDialog"));
    setWindowTitle(annotations.size() == 1 ? tr("Tags and note")
                                           : tr("Tags and note of %n notifications", nullptr, int(annotations.size())));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *fields = new QWidget(this);
    auto *form = spaced(new QFormLayout(fields), 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_pinned = new QCheckBox(tr("&Pinned: kept whatever the settings say"), fields);
    m_pinned->setObjectName(QStringLiteral("annotationPinned"));
    const Qt::CheckState state = pinState(annotations);
    m_pinned->setTristate(state == Qt::PartiallyChecked);
    m_pinned->setCheckState(state);
    form->addRow(QString(), m_pinned);
    m_tags = new QLineEdit(m_commonTags.join(QLatin1Char(' ')), fields);
    m_tags->setObjectName(QStringLiteral("annotationTags"));
    m_tags->setPlaceholderText(tr("case-17 vip"));
    form->addRow(tr("&Tags"), m_tags);
    m_note = new QPlainTextEdit(m_commonNote, fields);
    m_note->setObjectName(QStringLiteral("annotationNote"));
    m_note->setTabChangesFocus(true);
    if (Masker::instance().isOn())
        m_note->setPlaceholderText(tr("Masked. What is typed takes the place of the note."));
    m_note->setFixedHeight(96);
    form->addRow(tr("&Note"), m_note);
    centreLabels(form);
    column->addWidget(fields);
    auto *hint = makeCaption(
        tr("Notifications with a tag or a note are kept as pinned ones are. The filter finds tag:case-17."), this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setButtonRole(buttons->button(QDialogButtonBox::Ok), ButtonRole::Primary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(460);
    m_tags->setFocus();
}

AnnotationChange AnnotationDialog::change() const
{
    AnnotationChange change;
    if (m_pinned->checkState() != Qt::PartiallyChecked)
        change.isPinned = m_pinned->isChecked();
    const QStringList tags = readTags(m_tags->text());
    for (const QString &tag : tags) {
        if (!m_commonTags.contains(tag))
            change.addedTags.append(tag);
    }
    for (const QString &tag : m_commonTags) {
        if (!tags.contains(tag))
            change.removedTags.append(tag);
    }
    if (m_note->toPlainText() != m_commonNote)
        change.note = m_note->toPlainText();
    return change;
}

} // namespace console
