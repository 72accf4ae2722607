// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/annotation.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace console {

/// Pin, tags and note of one notification, or of several: then tags are added or taken from all of them, and a note
/// that is left as it is stays each its own. Masked, a note is not shown, and stays unless another is typed. Thread: GUI.
class AnnotationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AnnotationDialog(const QList<Annotation> &annotations, QWidget *parent = nullptr);

    /// After accepted().
    AnnotationChange change() const;

private:
    QStringList m_commonTags;
    QString m_commonNote; ///< as it is shown
    QCheckBox *m_pinned;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
};

} // namespace console
