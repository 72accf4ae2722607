// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/settings/checked_field.h"
#include "ui/settings/file_field.h"
#include "ui/settings/managed_mark.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

namespace console {

namespace {

constexpr int kMostSeconds = 86'400;
constexpr int kKib = 1024;
constexpr int kLeastInMemory = 10'000;
constexpr qint64 kMib = qint64(1024) * 1024;

/// As tall as its fields, as long as the screen has room for them and for what is around them.
class FieldsArea final : public QScrollArea
{
public:
    FieldsArea(QWidget *fields, QWidget *parent)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus); // it follows the field that has the focus
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(fields);
    }
    QSize sizeHint() const override
    {
        const int width = std::max({widget()->sizeHint().width(), viewport()->width(), kWidth});
        const int most = screen()->availableSize().height() - kAround;
        return {width, std::min(widget()->heightForWidth(width), most)};
    }
    QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), kLeastHeight};
    }

private:
    static constexpr int kWidth = 396;
    static constexpr int kAround = 160; ///< the buttons, the margins, the window's frame, the desktop's bars
    static constexpr int kLeastHeight = 200;
};

QString themeName(Preferences::ThemeMode mode)
{
    switch (mode) {
    case Preferences::ThemeMode::System:
        return SettingsDialog::tr("Like the desktop");
    case Preferences::ThemeMode::Light:
        return SettingsDialog::tr("Light");
    case Preferences::ThemeMode::Dark:
        return SettingsDialog::tr("Dark");
    }
    Q_UNREACHABLE();
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, TlsChecker checkTls, QWidget *parent)
    : QDialog(parent)
    , m_given(preferences)
    , m_checkTls(std::move(checkTls))
    , m_wait(makeSeconds("wait", preferences.wait))
    , m_amber(makeSeconds("amber", preferences.amberAfter))
    , m_window(makeSeconds("signatureWindow", preferences.signatureWindow))
    , m_bodyLimit(new QSpinBox(this))
    , m_receiver(new QLineEdit(preferences.receiver.toString(), this))
    , m_theme(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_keepDays(makeLimit("keepDays", tr(" days"), tr("For ever"), 36'500, preferences.retention.age.count()))
    , m_keepRows(makeLimit("keepRows", tr(" notifications"), tr("All"), 100'000'000, preferences.retention.rows))
    , m_keepSize(makeLimit("keepSize", tr(" MiB"), tr("Any size"), 1'000'000, preferences.retention.bytes / kMib))
    , m_inMemory(makeLimit("rowsInMemory", tr(" notifications"), QString(), 100'000'000, preferences.rowsInMemory))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_bodyLimit->setObjectName(QStringLiteral("bodyLimit"));
    m_bodyLimit->setRange(1, kKib);
    m_bodyLimit->setSuffix(tr(" KiB"));
    m_bodyLimit->setValue(int(preferences.bodyLimit / kKib));
    m_theme->setObjectName(QStringLiteral("theme"));
    for (const auto mode :
         {Preferences::ThemeMode::System, Preferences::ThemeMode::Light, Preferences::ThemeMode::Dark})
        m_theme->addItem(themeName(mode), int(mode));
    m_theme->setCurrentIndex(m_theme->findData(int(preferences.theme)));
    m_rows->setObjectName(QStringLiteral("rowHeight"));
    m_rows->addItem(tr("Comfortable"), false);
    m_rows->addItem(tr("Compact"), true);
    m_rows->setCurrentIndex(preferences.isCompact ? 1 : 0);

    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    m_managed = makeCaption(tr("What is greyed out is managed by your organisation."), this);
    m_managed->setObjectName(QStringLiteral("managedNote"));
    m_managed->setWordWrap(true);
    m_managed->hide();
    column->addWidget(m_managed);
    auto *fields = new QWidget(this);
    auto *form = spaced(new QFormLayout(fields), 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(makeSectionLabel(tr("Lookups"), this));
    form->addRow(tr("Wait for &answers"), m_wait);
    form->addRow(tr("Looks &late after"), m_amber);
    form->addRow(makeSectionLabel(tr("Receiver"), this));
    m_receiver->setObjectName(QStringLiteral("defaultReceiver"));
    m_receiverRow = new CheckedField(tr("Receiver a&ddress"), m_receiver,
                                     tr("Of the Sandbox, and of projects that are new."), form);
    addTlsRows(form);
    form->addRow(tr("&Signature window"), m_window);
    form->addRow(tr("Largest &body"), m_bodyLimit);
    form->addRow(makeSectionLabel(tr("History"), this));
    form->addRow(tr("&Keep for"), m_keepDays);
    form->addRow(tr("Keep the &newest"), m_keepRows);
    form->addRow(tr("Keep &up to"), m_keepSize);
    auto *limits = makeCaption(tr("What is older goes by itself. Notifications with a pin, tag or note stay."), this);
    limits->setWordWrap(true);
    form->addRow(QString(), limits);
    m_inMemory->setMinimum(kLeastInMemory);
    m_inMemory->setSingleStep(kLeastInMemory);
    form->addRow(tr("In memor&y"), m_inMemory);
    auto *memory = makeCaption(tr("The newest ones, about 80 MB a million; the table searches older ones on the disk. "
                                  "Counts from the next start."),
                               this);
    memory->setWordWrap(true);
    form->addRow(QString(), memory);
    form->addRow(makeSectionLabel(tr("Look"), this));
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Row height"), m_rows);
    m_masked = new QCheckBox(tr("&Mask personal data at start"), fields);
    m_masked->setObjectName(QStringLiteral("maskAtStart"));
    m_masked->setChecked(preferences.isMaskedAtStart);
    form->addRow(QString(), m_masked);
    centreLabels(form);
    setTabOrder(m_amber, m_receiver);
    setTabOrder(m_receiver, m_certificate->line());
    setTabOrder(m_certificate->line(), m_certificate->button());
    setTabOrder(m_certificate->button(), m_key->line());
    setTabOrder(m_key->line(), m_key->button());
    setTabOrder(m_key->button(), m_window);
    setTabOrder(m_keepSize, m_inMemory);
    setTabOrder(m_inMemory, m_theme);
    setTabOrder(m_theme, m_rows);
    setTabOrder(m_rows, m_masked);
    m_area = new FieldsArea(fields, this);
    column->addWidget(m_area, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setButtonRole(buttons->button(QDialogButtonBox::Ok), ButtonRole::Primary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(420);
    growToFit(this);
}

void SettingsDialog::setManaged(const ManagedSettings &managed)
{
    const std::initializer_list<std::pair<const char *, QWidget *>> fields {
        {"lookup/wait_s", m_wait},
        {"lookup/amber_s", m_amber},
        {"receiver/signature_window_s", m_window},
        {"receiver/body_limit", m_bodyLimit},
        {"receiver/address", m_receiver},
        {"receiver/certificate", m_certificate},
        {"receiver/private_key", m_key},
        {"window/theme", m_theme},
        {"window/compact", m_rows},
        {"window/mask_at_start", m_masked},
        {"history/keep_days", m_keepDays},
        {"history/keep_rows", m_keepRows},
        {"history/keep_bytes", m_keepSize},
        {"history/rows_in_memory", m_inMemory},
    };
    for (const auto &[key, field] : fields) {
        if (managed.isLocked(QLatin1String(key))) {
            markManaged(field);
            m_managed->show();
        }
    }
    m_managed->setToolTip(managed.file());
    grow();
}

void SettingsDialog::grow()
{
    m_area->updateGeometry();
    growToFit(this);
}

QSpinBox *SettingsDialog::makeLimit(const char *objectName, const QString &unit, const QString &unlimited, int most,
                                    qint64 value)
{
    auto *limit = new QSpinBox(this);
    limit->setObjectName(QLatin1String(objectName));
    limit->setRange(0, most);
    limit->setSuffix(unit);
    limit->setSpecialValueText(unlimited);
    limit->setGroupSeparatorShown(true);
    limit->setValue(int(std::min<qint64>(value, most)));
    return limit;
}

QSpinBox *SettingsDialog::makeSeconds(const char *objectName, std::chrono::seconds value)
{
    auto *seconds = new QSpinBox(this);
    seconds->setObjectName(QLatin1String(objectName));
    seconds->setRange(1, kMostSeconds);
    seconds->setSuffix(tr(" s"));
    seconds->setValue(int(value.count()));
    return seconds;
}

void SettingsDialog::addTlsRows(QFormLayout *form)
{
    m_certificate = new FileField(QStringLiteral("tlsCertificate"), tr("TLS certificate"), this);
    m_certificate->setText(m_given.tls.certificate);
    form->addRow(tr("TLS c&ertificate"), m_certificate);
    m_key = new FileField(QStringLiteral("tlsKey"), tr("TLS private key"), this);
    m_key->setText(m_given.tls.key);
    m_keyRow = new CheckedField(
        tr("TLS &private key"), m_key,
        tr("Files in PEM form. Empty: callbacks come over plain HTTP, through a tunnel or a proxy."), form);
    for (FileField *field : {m_certificate, m_key})
        connect(field, &FileField::edited, this, [this] { checkTlsFiles(); });
}

TlsFiles SettingsDialog::tls() const
{
    return {m_certificate->text(), m_key->text()};
}

bool SettingsDialog::checkTlsFiles()
{
    const TlsFiles files = tls();
    const bool isHalf = files.certificate.isEmpty() != files.key.isEmpty();
    const auto outcome = files.isEmpty() || isHalf || !m_checkTls ? Result<TlsCertificate>() : m_checkTls(files);
    m_keyRow->setProblem(isHalf        ? tr("Certificate and private key belong together.")
                             : outcome ? QString()
                                       : outcome.error().detail);
    grow();
    return !isHalf && outcome.has_value();
}

void SettingsDialog::accept()
{
    const auto receiver = ListenAddress::parse(m_receiver->text().trimmed());
    m_receiverRow->setProblem(receiver ? QString() : receiver.error().detail);
    grow();
    // Files that were given already may be out of order for a while: the receiver tells that, and looks again.
    const bool hasTls = checkTlsFiles() || tls() == m_given.tls;
    if (receiver && hasTls)
        QDialog::accept();
    else if (receiver)
        m_key->setFocus();
    else
        m_receiver->setFocus();
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen = m_given;
    chosen.wait = std::chrono::seconds(m_wait->value());
    chosen.amberAfter = std::chrono::seconds(m_amber->value());
    chosen.signatureWindow = std::chrono::seconds(m_window->value());
    chosen.bodyLimit = qint64(m_bodyLimit->value()) * kKib;
    chosen.receiver = ListenAddress::parse(m_receiver->text().trimmed()).value_or(m_given.receiver);
    chosen.tls = tls();
    chosen.retention = {std::chrono::days(m_keepDays->value()), m_keepRows->value(), m_keepSize->value() * kMib};
    chosen.rowsInMemory = m_inMemory->value();
    chosen.theme = Preferences::ThemeMode(m_theme->currentData().toInt());
    chosen.isCompact = m_rows->currentData().toBool();
    chosen.isMaskedAtStart = m_masked->isChecked();
    return chosen;
}

} // namespace console
