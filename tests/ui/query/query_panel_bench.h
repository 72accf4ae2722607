// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/lookup_bench.h"
#include "ui/query/query_panel.h"

#include <QLabel>
#include <QListView>
#include <QTabWidget>

namespace console {

/// A query panel over a network that is a function: what a test of the panel inherits. What the panel asks for is
/// collected, and nothing is sent.
class QueryPanelBench
{
protected:
    void start()
    {
        m_names = {QStringLiteral("Anna Lindqvist"), QStringLiteral("Bo Ek"), QStringLiteral("Cian Gallagher")};
        m_contactStatus = 200;
        m_heldFrom = -1;
        m_requested.clear();
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) { return answer(request); });
        m_panel = std::make_unique<QueryPanel>(m_bench->service);
        QObject::connect(m_panel.get(), &QueryPanel::lookupRequested, m_panel.get(),
                         [this](const LookupDraft &draft) { m_requested.append(draft); });
    }
    void end()
    {
        m_panel.reset();
        m_bench.reset();
    }
    std::optional<FakeAnswer> answer(const FakeRequest &request)
    {
        if (request.path() == QLatin1String("/token"))
            return fakeToken();
        if (request.path().endsWith(QLatin1String("/contacts"))) {
            if (m_contactStatus != 200)
                return FakeAnswer {m_contactStatus, R"({"error":{"message":"no"}})"};
            if (!request.argument("external_id").isEmpty() || !request.argument("channel").isEmpty())
                return FakeAnswer {200, contactsBody({})};
            const int from = request.argument("page_token").toInt();
            const QString next = from + 20 < m_names.size() ? QString::number(from + 20) : QString();
            return FakeAnswer {
                200, contactsBody(m_names.mid(from, 20), next), {}, m_heldFrom >= 0 && from >= m_heldFrom};
        }
        if (request.path().endsWith(QLatin1String("capability:query")))
            return FakeAnswer {200, "{}", {}, true};
        return std::nullopt;
    }
    void fillProject(int contacts)
    {
        m_names.clear();
        for (int i = 0; i < contacts; ++i)
            m_names.append(QStringLiteral("Contact %1").arg(i, 4, 10, QLatin1Char('0')));
    }
    void connectProject() { m_panel->setConnection(&m_bench->connection, LookupBench::app()); }
    template <typename T>
    T *find(const char *name)
    {
        return m_panel->findChild<T *>(QLatin1String(name));
    }
    QListView *list(const char *name) { return find<QListView>(name); }
    QTabWidget *pages() { return m_panel->findChild<QTabWidget *>(); }
    QString chosenName() { return list("Contacts")->currentIndex().data().toString(); }
    QString messageText(const char *name)
    {
        auto *label = find<QLabel>(name);
        return (label ? label : find<QWidget>(name)->findChild<QLabel *>())->text();
    }

    std::unique_ptr<LookupBench> m_bench;
    std::unique_ptr<QueryPanel> m_panel;
    QList<LookupDraft> m_requested;
    QStringList m_names;
    int m_contactStatus = 200;
    int m_heldFrom = -1; ///< pages from this contact on wait until they are released
};

} // namespace console
