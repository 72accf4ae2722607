// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detail_panel.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/detail/answer_header.h"
#include "ui/detail/answer_notes.h"
#include "ui/detail/answer_source.h"
#include "ui/detail/answer_ticket.h"
#include "ui/detail/detail_widgets.h"
#include "ui/detail/explanation_view.h"
#include "ui/detail/header_texts.h"
#include "ui/detail/masked_facts.h"
#include "ui/detail/raw_view.h"
#include "ui/detail/shown_person.h"
#include "ui/detail/timeline_model.h"
#include "ui/detail/verdict_list.h"
#include "ui/detail/verdict_model.h"
#include "ui/masking/masker.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chips.h"
#include "verdict/phrases.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

namespace console {

/// The widgets, and what they show at present.
class DetailPanel::Parts
{
public:
    Parts(DetailPanel *panel, HistoryAccess &history, LookupService &lookups);
    void connectParts();

    void update();
    void showHeard();
    void showOthers();
    void showAsked(const QModelIndex &index);
    void choose();
    void showChosen();
    void showRaw(const std::optional<NotificationRow> &row);
    QString whyNoBytes() const;
    void copyTicket();
    void forget();
    std::optional<App> app() const;
    bool isSandbox() const;
    std::optional<Contact> contact() const;
    ChannelWishes wishes() const;

    DetailPanel *m_panel;
    HistoryAccess &m_history;
    AnswerSource m_source;
    VerdictModel m_cards;
    TimelineModel m_timelineRows;
    DetailWidgets *m_ui;

    QList<App> m_apps;
    std::optional<ProjectId> m_project;
    std::optional<ProjectId> m_sandbox;
    ContactOf m_contactOf;
    BestChannel m_best;
    QString m_problem;
    std::optional<ChannelIdentity> m_wanted; ///< chosen by the user, or by the row that was shown
    qint64 m_rawRow = 0;                     ///< whose bytes are shown or on their way
    bool m_isRawPinned = false;              ///< a row was chosen in a table: its bytes stay, whatever card is chosen
};

DetailPanel::Parts::Parts(DetailPanel *panel, HistoryAccess &history, LookupService &lookups)
    : m_panel(panel)
    , m_history(history)
    , m_source(history, lookups)
    , m_ui(new DetailWidgets(&m_cards, &m_timelineRows, panel))
{
    makeColumn(panel, 0)->addWidget(m_ui);
    connectParts();
    update();
}

void DetailPanel::Parts::connectParts()
{
    connect(&m_source, &AnswerSource::changed, m_panel, [this] { update(); });
    connect(&m_source, &AnswerSource::heardChanged, m_panel, [this] { showHeard(); });
    connect(&m_source, &AnswerSource::rowHeard, m_panel,
            [this](const NotificationRow &row) { m_timelineRows.update(Masker::instance().shown(row)); });
    connect(&m_source, &AnswerSource::lookupAsked, m_panel,
            [this](const Lookup &lookup) { m_timelineRows.update(maskedLookup(m_source, lookup)); });
    connect(m_ui->timeline, &QListView::activated, m_panel, [this](const QModelIndex &index) { showAsked(index); });
    connect(&Masker::instance(), &Masker::changed, m_panel, [this] { showOthers(); });
    connect(&m_source, &AnswerSource::historyFailed, m_panel, [this](const Error &error) {
        m_problem = errorText(error);
        update();
    });
    connect(m_ui->verdicts, &VerdictList::chosenByUser, m_panel, [this] { choose(); });
    connect(m_ui->timeline->selectionModel(), &QItemSelectionModel::currentChanged, m_panel,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                const auto row = m_timelineRows.rowAt(current.row());
                m_isRawPinned = m_isRawPinned || row;
                if (row)
                    showRaw(row);
            });
    connect(m_ui->copy, &QPushButton::clicked, m_panel, [this] { copyTicket(); });
    connect(m_ui->again, &QPushButton::clicked, m_panel, [this] {
        if (const auto draft = m_source.draftAgain())
            Q_EMIT m_panel->lookUpAgainRequested(*draft);
    });
}

std::optional<App> DetailPanel::Parts::app() const
{
    for (const auto &app : m_apps) {
        if (app.id.toString() == m_source.appId())
            return app;
    }
    return std::nullopt;
}

bool DetailPanel::Parts::isSandbox() const
{
    return m_sandbox && m_sandbox->toString() == m_source.projectId();
}

std::optional<Contact> DetailPanel::Parts::contact() const
{
    const auto id = ContactId::fromOptional(m_source.contactId());
    return id && m_contactOf ? m_contactOf(*id) : std::nullopt;
}

ChannelWishes DetailPanel::Parts::wishes() const
{
    ChannelWishes wishes;
    const auto &lookup = m_source.lookup();
    wishes.maySpeakOfSeveral = lookup && std::holds_alternative<QList<ChannelIdentity>>(lookup->recipient);
    if (const auto known = contact())
        wishes.contactPriority = known->channelPriority;
    if (const auto known = app()) {
        for (const auto &channel : known->channels)
            wishes.appOrder.append(channel.channel);
    }
    return wishes;
}

void DetailPanel::Parts::update()
{
    m_ui->setEmpty(m_source.isEmpty());
    if (m_source.isEmpty()) {
        m_cards.setCards({});
        return;
    }
    AnswerFacts facts = maskedFacts(m_source.facts());
    facts.app = app();
    facts.contact = contact();
    const auto cards = answerCards(facts);
    m_best = bestChannel(judgedInputs(cards), wishes());
    HeaderTexts texts = headerTexts(m_source, facts, cards, m_best);
    const QString who = texts.who;
    texts.isSandbox = isSandbox();
    texts.problem = m_problem;
    m_ui->header->setTexts(texts);
    m_ui->notes->setTexts(texts);
    m_cards.setCards(cards);
    const bool isOurs = m_project && (m_source.projectId().isEmpty() || m_source.projectId() == m_project->toString());
    m_ui->again->setEnabled(isOurs && m_source.draftAgain().has_value());
    //: %1 is a person or an identity
    m_ui->again->setToolTip(isOurs ? tr("Look up %1 again").arg(who)
                                   : tr("Select the project that was asked, to ask it again."));
    m_ui->fitUpper();
    showChosen();
}

void DetailPanel::Parts::showHeard()
{
    m_timelineRows.setEntries(maskedHeard(m_source), maskedAsked(m_source));
}

/// An entry of the timeline that is a lookup is shown as one.
void DetailPanel::Parts::showAsked(const QModelIndex &index)
{
    const auto entry = m_timelineRows.lookupAt(index.row());
    const QList<Lookup> asked = m_source.asked();
    for (const Lookup &lookup : asked) {
        if (entry && lookup.requestId == entry->requestId)
            return m_panel->showLookup(lookup);
    }
}

/// People are called otherwise now.
void DetailPanel::Parts::showOthers()
{
    showHeard();
    update();
}

/// The user took another card: its bytes, too.
void DetailPanel::Parts::choose()
{
    const auto chosen = m_ui->verdicts->chosen();
    m_wanted = chosen ? std::optional(unmasked(*chosen, m_source.facts())) : std::nullopt;
    m_isRawPinned = false;
    showChosen();
    m_ui->showChosenCard();
}

void DetailPanel::Parts::showChosen()
{
    const auto &cards = m_cards.cards();
    int row = m_wanted ? m_cards.rowOf(Masker::instance().shown(*m_wanted)) : -1;
    if (row < 0 && m_best.best)
        row = m_cards.rowOf(*m_best.best);
    if (row < 0 && !cards.isEmpty())
        row = 0;
    if (row < 0) {
        m_ui->explanation->setLines({{ExplanationLine::Kind::Sentence, {}, tr("There is no answer to explain.")}});
        return showRaw({});
    }
    const AnswerCard &card = cards.at(row);
    m_ui->verdicts->choose(card.address);
    const AnswerFacts facts = m_source.facts();
    m_source.follow(unmasked(card.address, facts));
    m_ui->explanation->setLines(explain(card, maskedFacts(facts)));
    if (!m_isRawPinned)
        showRaw(card.row);
}

QString DetailPanel::Parts::whyNoBytes() const
{
    const auto &lookup = m_source.lookup();
    if (lookup && lookup->failure && lookup->failure->kind == LookupFailure::Kind::Refused)
        return tr(
            "The lookup was refused, so no callback comes. Of the API's answer the words are kept that stand above.");
    return tr("No callback yet.");
}

void DetailPanel::Parts::showRaw(const std::optional<NotificationRow> &row)
{
    if (!row) {
        m_rawRow = 0;
        return m_ui->raw->setNothing(whyNoBytes());
    }
    if (m_rawRow == row->id)
        return;
    m_rawRow = row->id;
    const QString time
        = QDateTime::fromMSecsSinceEpoch(toMilliseconds(row->receivedAt)).toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString caption = tr("%1, received %2").arg(channelWords(row->address.channel), time);
    const QStringList known = m_source.personalTexts();
    m_history.raw(row->id)
        | then(m_panel, [this, caption, known, id = row->id](const Result<std::optional<RawCallback>> &raw) {
              if (id != m_rawRow)
                  return;
              if (!raw)
                  m_ui->raw->setNothing(errorText(raw.error()));
              else if (!*raw)
                  m_ui->raw->setNothing(tr("%1: the bytes are not kept any more.").arg(caption));
              else
                  m_ui->raw->setBytes(caption, (*raw)->body, (*raw)->headers, known);
          });
}

void DetailPanel::Parts::forget()
{
    m_wanted.reset();
    m_isRawPinned = false;
    m_problem.clear();
    m_ui->showFromTop();
}

void DetailPanel::Parts::copyTicket()
{
    if (m_source.isEmpty())
        return;
    AnswerFacts facts = m_source.facts(); // what is copied is true
    facts.app = app();
    facts.contact = contact();
    QGuiApplication::clipboard()->setText(ticketText(answerTicket(m_source, facts, wishes(), isSandbox())));
    QToolTip::showText(m_ui->copy->mapToGlobal(QPoint(0, -2 * kControlHeight)), tr("Copied"), m_ui->copy);
}

DetailPanel::DetailPanel(HistoryAccess &history, LookupService &lookups, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(this, history, lookups))
{
    setAccessibleName(tr("Detail"));
    setMinimumWidth(300);
}

DetailPanel::~DetailPanel()
{
    delete m_parts->m_ui; // while the models that it shows are alive
}

void DetailPanel::showLookup(const Lookup &lookup)
{
    const auto &shown = m_parts->m_source.lookup();
    if (!shown || shown->requestId != lookup.requestId) {
        m_parts->forget();
    }
    m_parts->m_source.showLookup(lookup);
}

void DetailPanel::showRow(const NotificationRow &row)
{
    m_parts->forget();
    m_parts->m_wanted = row.address;
    m_parts->m_isRawPinned = true;
    m_parts->showRaw(row);
    m_parts->m_source.showRow(row);
}

void DetailPanel::copyTicket()
{
    m_parts->copyTicket();
}

void DetailPanel::setTicketKeys(const QKeySequence &keys)
{
    m_parts->m_ui->copy->setToolTip(tr("Copies who was asked, and the verdict of each channel, as plain text (%1)")
                                        .arg(keys.toString(QKeySequence::NativeText)));
}

void DetailPanel::clear()
{
    m_parts->m_ui->tellEmpty(DetailWidgets::Empty::Nobody);
    m_parts->forget();
    m_parts->m_source.clear();
}

void DetailPanel::showUnasked()
{
    clear();
    m_parts->m_ui->tellEmpty(DetailWidgets::Empty::Unasked);
}

void DetailPanel::setAppChannels(const QList<App> &apps)
{
    m_parts->m_apps = apps;
    m_parts->update();
}

void DetailPanel::setProject(const std::optional<ProjectId> &project, const QString &whyNone)
{
    m_parts->m_ui->setReadOnly(whyNone);
    m_parts->m_project = project;
    m_parts->update();
}

void DetailPanel::setSandboxProject(const std::optional<ProjectId> &project)
{
    m_parts->m_sandbox = project;
    m_parts->update();
}

void DetailPanel::setMenuActions(const QList<QAction *> &actions)
{
    m_parts->m_ui->more->menu()->addActions(actions);
}

void DetailPanel::requestErasing()
{
    const AnswerSource &source = m_parts->m_source;
    if (source.isEmpty())
        return;
    Q_EMIT eraseRequested(identitiesOf(source), source.contactId(), source.who());
}

QStringList DetailPanel::identities() const
{
    return identitiesOf(m_parts->m_source);
}

QString DetailPanel::contactId() const
{
    return m_parts->m_source.contactId();
}

void DetailPanel::setContactOf(ContactOf contactOf)
{
    m_parts->m_contactOf = std::move(contactOf);
    m_parts->update();
}

QByteArray DetailPanel::saveState() const
{
    return m_parts->m_ui->saveState();
}

bool DetailPanel::restoreState(const QByteArray &state)
{
    return m_parts->m_ui->restoreState(state);
}

} // namespace console
