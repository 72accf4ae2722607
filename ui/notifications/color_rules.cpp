// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/color_rules.h"

#include "text/error_text.h"
#include "ui/notifications/color_rules_dialog.h"

#include <QMessageBox>

namespace console {

ColorRules::ColorRules(RowRules &rules, QWidget *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_parent(parent)
{ }

void ColorRules::useFolder(const QString &folder)
{
    m_store.emplace(folder);
    m_rules.setRules(m_store->load());
}

void ColorRules::edit()
{
    auto *dialog = new ColorRulesDialog(
        m_rules.rules(), [this](const QString &filter) { return m_rules.problemOf(filter); }, m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { use(dialog->rules()); });
    dialog->open();
}

void ColorRules::use(const QList<ColorRule> &rules)
{
    m_rules.setRules(rules);
    const auto saved = m_store ? m_store->save(rules) : Result<>();
    if (saved)
        return;
    auto *message = new QMessageBox(QMessageBox::Warning, QString(), tr("The colour rules cannot be kept."),
                                    QMessageBox::Close, m_parent);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(errorText(saved.error()));
    message->open();
}

} // namespace console
