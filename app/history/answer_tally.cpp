// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/answer_tally.h"

namespace console {

AnswerTally::AnswerTally(const HistoryView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    connect(&view, &HistoryView::grew, this, [this](int first, int last) {
        if (!m_isStale)
            add(first, last);
        Q_EMIT changed();
    });
    connect(&view, &HistoryView::shrank, this, &AnswerTally::setStale); // it does not tell who went
    connect(&view, &HistoryView::reordered, this, &AnswerTally::setStale);
    connect(&view, &HistoryView::reset, this, &AnswerTally::setStale);
}

void AnswerTally::setStale()
{
    m_isStale = true;
    Q_EMIT changed();
}

void AnswerTally::add(int first, int last)
{
    const ColumnStore &store = m_view.store();
    for (int row = first; row <= last; ++row) {
        const auto id = quint32(m_view.idAt(row));
        const quint32 answer = store.chunk(ColumnChunk::numberOf(id))->answer.at(ColumnChunk::rowOf(id));
        if (answer >= m_rowsOf.size())
            m_rowsOf.resize(answer + 1);
        ++m_rowsOf[answer];
    }
}

QList<AnswerTally::Count> AnswerTally::counts()
{
    if (std::exchange(m_isStale, false)) {
        m_rowsOf.clear();
        add(0, m_view.count() - 1);
    }
    QList<Count> counts;
    const auto &answers = m_view.store().dictionaries().answers();
    for (quint32 code = 0; code < answers.size(); ++code) {
        const auto &answer = answers[code];
        counts.append({answer.channel, answer.status, code < m_rowsOf.size() ? m_rowsOf[code] : 0});
    }
    return counts;
}

} // namespace console
