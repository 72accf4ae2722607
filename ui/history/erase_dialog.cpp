// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/erase_dialog.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/masking/masker.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace console {

namespace {

constexpr qsizetype kShownText = 40; // of an identity: they are as long as others please

QString shortened(const QStringList &texts)
{
    QStringList shown;
    for (const QString &text : texts)
        shown.append(text.size() > kShownText ? text.left(kShownText) + QChar(0x2026) : text);
    return shown.join(QStringLiteral(", "));
}

} // namespace

EraseDialog::EraseDialog(HistoryKeeper &keeper, const ErasedPerson &person, const QString &who, QWidget *parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_person(person)
    , m_who(who)
    , m_found(makeProse(tr("Looking through the history …"), this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new Banner(Banner::Shape::Card, this))
{
    setObjectName(QStringLiteral("eraseDialog"));
    setWindowTitle(tr("Erase person"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    m_found->setObjectName(QStringLiteral("eraseFound"));
    m_found->setAccessibleName(tr("What goes"));
    column->addWidget(m_found);
    auto *stays
        = makeProse(tr("It cannot be brought back. Backups, exports and what the vendor holds are not touched, and a "
                       "callback that arrives later is stored as any other."),
                    this);
    setMuted(stays);
    column->addWidget(stays);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress"));
    column->addWidget(m_progress);
    m_outcome->setObjectName(QStringLiteral("eraseOutcome"));
    m_outcome->hide();
    column->addWidget(m_outcome);
    auto *buttons = new QDialogButtonBox(this);
    m_erase = makeButton(QStringLiteral("erasePerson"), tr("Erase"), this, ButtonRole::Danger);
    m_erase->setEnabled(false);
    m_erase->setAutoDefault(false);
    m_close = makeButton(QStringLiteral("closeErase"), tr("Cancel"), this);
    m_close->setDefault(true);
    buttons->addButton(m_erase, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &EraseDialog::reject);
    setMinimumWidth(520);
    m_keeper.planErasing(m_person) | then(this, [this](const Result<ErasurePlan> &plan) { showPlan(plan); });
}

void EraseDialog::showPlan(const Result<ErasurePlan> &plan)
{
    m_progress->hide();
    if (!plan)
        return showProblem(errorText(plan.error()));
    const Removal &goes = plan->removal;
    const int callbacks = int(goes.otherEvents.size() + goes.unreadable.size() + goes.rejected.size());
    m_person = plan->person;
    QStringList texts;
    for (const QString &text : plan->person.texts())
        texts.append(Masker::instance().name(text));
    m_who = shortened({Masker::instance().name(m_who)});
    if (plan->isEmpty()) {
        //: %1 is a name or an identity
        m_found->setText(tr("The history holds nothing about %1.").arg(m_who));
        m_erase->setEnabled(true); // the file can be searched all the same
        return;
    }
    QStringList parts {tr("%n notifications with their bytes", nullptr, int(goes.rows.size())),
                       tr("%n lookups", nullptr, int(goes.lookups.size()))};
    if (callbacks > 0)
        parts.append(tr("%n other callbacks", nullptr, callbacks));
    //: %1 a name, %2 identities and ids, %3 a list of what goes
    m_found->setText(tr("All that the history holds about %1 (%2) is removed: %3; the name, and mentions in notes.")
                         .arg(m_who, shortened(texts), parts.join(QStringLiteral(", "))));
    m_erase->setEnabled(true);
    growToFit(this);
}

void EraseDialog::start()
{
    m_isErasing = true;
    m_erase->setEnabled(false);
    m_close->setEnabled(false);
    m_outcome->hide();
    m_progress->show();
    m_keeper.erase(m_person) | then(this, [this](const Result<ErasureReport> &report) { showReport(report); });
}

void EraseDialog::showReport(const Result<ErasureReport> &report)
{
    m_isErasing = false;
    m_progress->hide();
    m_close->setEnabled(true);
    m_close->setText(tr("Close"));
    if (!report)
        return showProblem(errorText(report.error()));
    if (!report->isProven())
        return showProblem(tr("The file still holds %n traces: another program may be reading it. Try again.", nullptr,
                              int(report->remains.standing)));
    QStringList words {tr("Every byte of the file was searched, as text and in other encodings: no trace is left.")};
    if (report->remains.inside > 0)
        words.append(tr("Longer numbers of others that hold this one stay."));
    m_found->setText(tr("%n notifications were removed.", nullptr, report->rows));
    m_outcome->setMessage(Tone::Ok, Icon::Check, words.join(QLatin1Char(' ')));
    m_outcome->show();
    growToFit(this);
    Q_EMIT erased(report->person);
}

void EraseDialog::showProblem(const QString &text)
{
    m_outcome->setMessage(Tone::Bad, Icon::TriangleAlert, text);
    m_outcome->show();
    growToFit(this);
}

void EraseDialog::reject()
{
    if (!m_isErasing) // it is not left half done
        QDialog::reject();
}

} // namespace console
