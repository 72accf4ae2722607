// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/person_eraser.h"

#include "storage/finished_order.h"

#include <QThread>

namespace console {

namespace {

constexpr int kRounds = 4; // callbacks about the person may arrive meanwhile
constexpr qsizetype kSlice = 200;
constexpr int kTries = 50;
constexpr unsigned long kTryEveryMs = 100; // a reader has let go of the log by then

class Eraser
{
public:
    Eraser(const QString &path, HistoryWriter &writer, const ErasedPerson &person)
        : m_path(path)
        , m_writer(writer)
    {
        m_report.person = person;
    }

    Result<ErasureReport> erase()
    {
        for (int round = 0; round < kRounds; ++round) {
            const auto plan = planErasure(m_path, m_report.person);
            if (!plan)
                return failure(plan.error());
            m_report.person = plan->person;
            if (plan->isEmpty())
                break;
            if (const auto removed = remove(*plan); !removed)
                return failure(removed.error());
        }
        auto proven = prove();
        if (proven && !m_report.isProven()) {
            m_report.wasRewritten = true;
            proven = finished(m_writer.compact());
            if (proven)
                proven = prove();
        }
        return proven ? Result<ErasureReport>(m_report) : failure(proven.error());
    }

private:
    Result<> remove(const ErasurePlan &plan)
    {
        Removal left = plan.removal;
        m_report.lookups += int(left.lookups.size());
        m_report.callbacks += int(left.otherEvents.size() + left.unreadable.size() + left.rejected.size());
        while (!left.isEmpty()) {
            const auto rows = finished(m_writer.removeAll(left.takeSlice(kSlice)));
            if (!rows)
                return failure(rows.error());
            m_report.rows += *rows;
        }
        return finished(m_writer.eraseTexts(plan));
    }

    Result<> prove()
    {
        for (int tried = 0; tried < kTries; ++tried) {
            const auto emptied = finished(m_writer.emptyLog());
            if (!emptied)
                return failure(emptied.error());
            if (*emptied)
                break; // else the log may hold what is gone, and is looked through as well
            QThread::msleep(kTryEveryMs);
        }
        const TextTraces traces(m_report.person.texts());
        m_report.remains = {};
        for (const QString &file : {m_path, m_path + QStringLiteral("-wal")}) {
            const auto count = traces.countInFile(file);
            if (!count)
                return failure(count.error());
            m_report.remains += *count;
        }
        return {};
    }

    QString m_path;
    HistoryWriter &m_writer;
    ErasureReport m_report;
};

} // namespace

Result<ErasureReport> erasePerson(const QString &path, HistoryWriter &writer, const ErasedPerson &person)
{
    return Eraser(path, writer, person).erase();
}

} // namespace console
