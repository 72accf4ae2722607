// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/json_column_dialog.h"

#include "core/visible_text.h"
#include "ui/masking/masker.h"
#include "ui/settings/checked_field.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace console {

namespace {
constexpr int kMostPaths = 200;
}

JsonColumnDialog::JsonColumnDialog(QWidget *parent)
    : QDialog(parent)
    , m_path(new QComboBox(this))
    , m_preview(makeProse(QString(), this))
{
    setObjectName(QStringLiteral("jsonColumnDialog"));
    setWindowTitle(tr("Add column from JSON"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *hint
        = makeCaption(tr("Bodies are read for the rows in sight only, so rows cannot be sorted by such a column. "
                         "A path names members with dots between them, and elements of lists by [0], or all by []."),
                      this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *form = spaced(new QFormLayout, 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_path->setObjectName(QStringLiteral("jsonPath"));
    m_path->setEditable(true);
    m_path->lineEdit()->setPlaceholderText(QStringLiteral("message.parts[0].text"));
    m_path->lineEdit()->setAccessibleName(tr("Path"));
    m_path->completer()->setFilterMode(Qt::MatchContains);
    m_path->completer()->setCompletionMode(QCompleter::PopupCompletion);
    column->addLayout(form); // its rows need their parent
    m_pathRow = new CheckedField(tr("&Path"), m_path, QString(), form);
    m_preview->setObjectName(QStringLiteral("jsonPreview"));
    m_preview->setAccessibleName(tr("Preview"));
    form->addRow(tr("In the chosen row"), m_preview);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    setButtonRole(m_add, ButtonRole::Primary);
    column->addWidget(buttons);
    connect(m_path, &QComboBox::editTextChanged, this, &JsonColumnDialog::showPreview);
    connect(buttons, &QDialogButtonBox::accepted, this, &JsonColumnDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(520);
    showPreview();
}

void JsonColumnDialog::setBody(const QByteArray &body, const QStringList &personal)
{
    m_body = body;
    m_personal = personal;
    const QString typed = m_path->currentText();
    m_path->clear();
    m_path->addItems(JsonPath::pathsIn(body, kMostPaths));
    m_path->setCurrentIndex(-1);
    m_path->setEditText(typed);
    showPreview();
}

std::optional<JsonPath> JsonColumnDialog::path() const
{
    const auto parsed = JsonPath::parse(m_path->currentText());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

void JsonColumnDialog::showPreview()
{
    const QString typed = m_path->currentText().trimmed();
    const auto parsed = JsonPath::parse(typed);
    const bool isWrong = !typed.isEmpty() && !parsed;
    m_pathRow->setProblem(isWrong ? parsed.error().detail : QString());
    m_path->lineEdit()->setAccessibleDescription(m_pathRow->problem());
    m_add->setEnabled(parsed.has_value());
    const QString value = parsed ? parsed->cellIn(m_body) : QString();
    if (m_body.isEmpty())
        m_preview->setText(tr("No row is chosen, or its bytes are not kept any more."));
    else if (!parsed)
        m_preview->setText(QStringLiteral("–"));
    else if (value.isNull())
        m_preview->setText(tr("Nothing stands there."));
    else
        m_preview->setText(breakable(visibleLine(Masker::instance().value(parsed->title(), value, m_personal))));
    growToFit(this);
}

void JsonColumnDialog::accept()
{
    if (path())
        QDialog::accept();
}

} // namespace console
