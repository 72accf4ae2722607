// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_panel_parts.h"

#include "ui/query/field_message.h"
#include "ui/query/identity_picker.h"
#include "ui/query/recent_lookups.h"
#include "ui/query/scroll_area.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

namespace console {

namespace {

constexpr int kGap = 2 * kGrid;

} // namespace

QueryPanel::Parts::Parts(QueryPanel *panel, LookupService &service)
    : m_panel(panel)
    , m_service(service)
    , m_splitter(new QSplitter(Qt::Vertical, panel))
    , m_top(new QWidget(m_splitter))
    , m_title(makeTitle(tr("Look up"), m_top))
    , m_pages(new QTabWidget(m_top))
    , m_contacts(new ContactPicker(m_pages))
    , m_identities(new IdentityPicker(m_pages))
    , m_button(makeButton(QStringLiteral("Look up"), Icon::Search, tr("Look up"), m_top, ButtonRole::Primary))
    , m_preview(makeIconButton(QStringLiteral("Request preview"), Icon::Braces, tr("Request preview"), m_top))
    , m_shortcut(makeCaption(QString(), m_top))
    , m_message(new FieldMessage(QStringLiteral("submitMessage"), nullptr, m_top))
    , m_recent(new RecentLookups(service, m_splitter))
    , m_action(new QAction(tr("Look up"), panel))
    , m_request(new RequestActions([this] { return request(); }, service.clock(), panel))
    , m_guard(service)
{
    build();
    connectParts();
}

void QueryPanel::Parts::build()
{
    m_pages->setObjectName(QStringLiteral("Recipient"));
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_contacts, tr("Contact"));
    m_pages->addTab(inScrollArea(m_identities, m_pages), tr("Identities"));
    m_action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_action->setAutoRepeat(false); // a key that is held down is one press
    m_panel->addAction(m_action);
    m_button->setAccessibleName(tr("Look up"));
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    m_shortcut->setText(keys);
    m_button->setToolTip(tr("Ask on which channels this recipient can be reached (%1)").arg(keys));

    auto *column = makeColumn(m_top, kGap, {0, 0, 0, 12});
    column->addWidget(m_title);
    column->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_button, 1);
    row->addWidget(m_shortcut);
    row->addWidget(m_preview);
    column->addLayout(row);
    column->addWidget(m_message);

    m_splitter->setObjectName(QStringLiteral("querySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({2000, 1000}); // shares, not pixels: the list starts empty and would get next to nothing
    auto *whole = makeColumn(m_panel, 0, panelMargins());
    whole->addWidget(m_splitter);
    whole->setSizeConstraint(QLayout::SetNoConstraint); // arrange() sees to it that everything fits
}

/// What matters least makes way first where there is little height: the recent lookups, then the title. The shortcut does
/// where the words of the button would be cut.
void QueryPanel::Parts::arrange()
{
    const QMargins margins = panelMargins();
    const int height = m_panel->height() - margins.top() - margins.bottom();
    const int title = m_title->sizeHint().height() + kGap;
    const int least = m_top->minimumSizeHint().height() + (m_title->isHidden() ? title : 0);
    m_recent->setVisible(height >= least + m_splitter->handleWidth() + m_recent->minimumSizeHint().height());
    m_title->setVisible(height >= least);
    const int width = m_panel->width() - margins.left() - margins.right();
    m_shortcut->setVisible(width >= m_button->sizeHint().width() + m_shortcut->sizeHint().width()
                               + m_preview->sizeHint().width() + 2 * kGap);
}

void QueryPanel::Parts::connectParts()
{
    connect(m_button, &QPushButton::clicked, m_action, &QAction::trigger);
    connect(m_action, &QAction::triggered, m_panel, &QueryPanel::submit);
    connect(m_preview, &QToolButton::clicked, m_request->previewAction(), &QAction::trigger);
    connect(m_request, &RequestActions::copied, m_panel, [this](const QString &text) {
        stopWaiting();
        m_message->showHint(text);
    });
    connect(m_contacts, &ContactPicker::submitRequested, m_action, &QAction::trigger);
    connect(m_contacts, &ContactPicker::chosenChanged, m_panel, [this] { trySend(); });
    connect(m_contacts, &ContactPicker::chosenByUser, m_panel, &QueryPanel::contactChosen);
    connect(m_contacts, &ContactPicker::settled, m_panel, [this] { trySend(); });
    connect(m_contacts, &ContactPicker::identityWanted, m_panel, [this](const QString &typed) {
        m_pages->setCurrentIndex(kIdentityPage);
        m_identities->propose(typed);
    });
    connect(m_pages, &QTabWidget::currentChanged, m_panel, [this] { stopWaiting(); });
    connect(m_contacts, &ContactPicker::shortlistChanged, m_panel,
            [this] { Q_EMIT m_panel->shortlistChanged(m_projectKey, m_contacts->shortlist()); });
    connect(&m_service, &LookupService::lookupAdded, m_panel, [this](const Lookup &lookup) { noteLookedUp(lookup); });
    connect(m_recent, &RecentLookups::selected, m_panel, &QueryPanel::lookupSelected);
    connect(m_recent, &RecentLookups::againRequested, m_panel, [this](const LookupDraft &draft) { send(draft); });
}

} // namespace console
