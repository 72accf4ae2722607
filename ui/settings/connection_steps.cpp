// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connection_steps.h"

#include "text/error_text.h"
#include "ui/theme/labels.h"
#include "ui/theme/status_chip.h"
#include "ui/theme/type_scale.h"

#include <QGridLayout>
#include <QLabel>

namespace console {

namespace {

using Step = ConnectionCheck::Step;

constexpr std::array kSteps {Step::Credentials, Step::Apps, Step::Callback};

const char *objectNameOf(Step step)
{
    switch (step) {
    case Step::Credentials:
        return "stepCredentials";
    case Step::Apps:
        return "stepApps";
    case Step::Callback:
        return "stepCallback";
    }
    Q_UNREACHABLE();
}

QString nameOf(Step step)
{
    switch (step) {
    case Step::Credentials:
        return ConnectionSteps::tr("Credentials");
    case Step::Apps:
        return ConnectionSteps::tr("App and region");
    case Step::Callback:
        return ConnectionSteps::tr("Callback");
    }
    Q_UNREACHABLE();
}

QString taskOf(Step step)
{
    switch (step) {
    case Step::Credentials:
        return ConnectionSteps::tr("Asking for an access token …");
    case Step::Apps:
        return ConnectionSteps::tr("Asking for the apps of the project …");
    case Step::Callback:
        return ConnectionSteps::tr("Sending a signed callback to the receiver …");
    }
    Q_UNREACHABLE();
}

QString callbackFailure(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return ConnectionSteps::tr("The receiver there refused our signature: it holds another webhook secret, or its "
                                   "clock is wrong.");
    case Error::Kind::NotFound:
        return error.httpStatus ? ConnectionSteps::tr("Something answers there that does not know our path (HTTP 404).")
                                : ConnectionSteps::tr("Something else answers there: nothing came to this receiver.");
    case Error::Kind::ServerFault:
        return ConnectionSteps::tr("The tunnel or proxy there does not reach the receiver, or it could not store the "
                                   "callback (HTTP %1).")
            .arg(error.httpStatus.value_or(0));
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return ConnectionSteps::tr("Nothing answers there: is the tunnel or proxy running?") + QLatin1Char(' ')
            + errorText(error);
    default:
        return errorText(error);
    }
}

/// Nobody was there to say anything about the key.
bool isUnreached(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
}

} // namespace

bool deniesProject(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.httpStatus == 403;
}

QString stepFailureText(Step step, const Error &error)
{
    if (step == Step::Callback)
        return callbackFailure(error);
    if (step == Step::Apps && error.kind == Error::Kind::NotFound)
        return ConnectionSteps::tr("There is no such project in this region: check region and project id.");
    return errorText(error);
}

ConnectionSteps::ConnectionSteps(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    for (const Step step : kSteps)
        addRow(step);
    clear();
}

void ConnectionSteps::addRow(Step step)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    Row &row = m_rows[size_t(step)];
    auto *name = new QLabel(nameOf(step), this);
    name->setFont(strongFont(name->font()));
    row.chip = new StatusChip(this);
    row.detail = makeProse(QString(), this);
    row.detail->setObjectName(QLatin1String(objectNameOf(step)));
    grid->addWidget(name, int(step), 0, Qt::AlignTop);
    grid->addWidget(row.chip, int(step), 1, Qt::AlignTop);
    grid->addWidget(row.detail, int(step), 2);
}

void ConnectionSteps::set(Step step, Standing standing, const QString &detail)
{
    static const std::array looks {
        ChipLook {Icon::CircleDashed, tr("not tried"), Tone::Neutral, true},
        ChipLook {Icon::Hourglass, tr("running"), Tone::Info},
        ChipLook {Icon::CircleCheck, tr("passed"), Tone::Ok},
        ChipLook {Icon::TriangleAlert, tr("passed"), Tone::Warn},
        ChipLook {Icon::CircleX, tr("failed"), Tone::Bad},
        ChipLook {Icon::Unplug, tr("not reached"), Tone::Bad},
    };
    const ChipLook &look = looks[size_t(standing)];
    Row &row = m_rows[size_t(step)];
    row.chip->setLook(look);
    row.detail->setText(detail);
    //: A step of the check, how it stands, what was found: "Credentials: passed. …"
    row.detail->setAccessibleName(tr("%1: %2. %3").arg(nameOf(step), look.word, detail));
}

void ConnectionSteps::clear()
{
    for (const Step step : kSteps)
        set(step, Standing::NotTried, {});
}

void ConnectionSteps::pass(Step step, const QString &detail)
{
    switch (step) {
    case Step::Credentials:
        return set(step, Standing::Passed, tr("The access key is good."));
    case Step::Apps:
        if (detail.isEmpty())
            return set(step, Standing::Doubtful, tr("The project has no app in this region."));
        return set(step, Standing::Passed, detail);
    case Step::Callback:
        //: %1 is an address
        return set(step, Standing::Passed, tr("Signed, sent and received through %1").arg(detail));
    }
}

void ConnectionSteps::showUnstarted(const QString &reason)
{
    m_check = nullptr;
    clear();
    set(Step::Credentials, Standing::NotTried, reason);
}

void ConnectionSteps::follow(ConnectionCheck *check)
{
    m_check = check;
    clear();
    connect(check, &ConnectionCheck::stepStarted, this, [this, check](Step step) {
        if (m_check == check)
            set(step, Standing::Running, taskOf(step));
    });
    connect(check, &ConnectionCheck::stepPassed, this, [this, check](Step step, const QString &detail) {
        if (m_check == check)
            pass(step, detail);
    });
    connect(check, &ConnectionCheck::stepFailed, this, [this, check](Step step, const Error &error) {
        if (m_check == check)
            set(step, isUnreached(error) ? Standing::Unreached : Standing::Failed, stepFailureText(step, error));
    });
    connect(check, &ConnectionCheck::finished, this, [this, check](bool hasPassed) {
        if (m_check == check && hasPassed && m_rows[size_t(Step::Callback)].detail->text().isEmpty())
            set(Step::Callback, Standing::NotTried, tr("Left out: nothing is received here."));
    });
}

} // namespace console
