// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/form_labels.h"

#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace console {

namespace {

constexpr int kAroundText = 12; ///< of a control, above and below its text together

bool isControl(const QLayoutItem *field)
{
    return !qobject_cast<const QLabel *>(field->widget()) && !qobject_cast<const QCheckBox *>(field->widget());
}

} // namespace

void centreLabels(QFormLayout *form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = form->itemAt(row, QFormLayout::FieldRole);
        if (!label || !field || !label->widget() || !isControl(field))
            continue;
        QWidget *name = label->widget();
        name->setFixedHeight(std::max(kControlHeight, name->fontMetrics().height() + kAroundText));
    }
}

} // namespace console
