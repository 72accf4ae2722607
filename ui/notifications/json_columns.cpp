// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/json_columns.h"

#include "core/continuation.h"
#include "history/history_access.h"

namespace console {

namespace {

constexpr std::chrono::milliseconds kPause {30}; // scrolling asks for many rows that are gone by then
constexpr qsizetype kAtOnce = 100;               // a screenful: what else was asked for is out of sight

} // namespace

JsonColumns::JsonColumns(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &JsonColumns::readWanted);
}

void JsonColumns::open(HistoryAccess &history)
{
    m_history = &history;
    restart();
}

std::optional<int> JsonColumns::add(const JsonPath &path)
{
    const auto known = std::find(m_paths.begin(), m_paths.end(), std::optional(path));
    const auto place = known != m_paths.end() ? known : std::find(m_paths.begin(), m_paths.end(), std::nullopt);
    if (place == m_paths.end())
        return std::nullopt;
    if (known == m_paths.end()) {
        *place = path;
        restart();
    }
    return int(place - m_paths.begin());
}

void JsonColumns::remove(int slot)
{
    m_paths[size_t(slot)].reset();
    restart();
}

QList<JsonPath> JsonColumns::pathsOf(const QList<int> &columns) const
{
    QList<JsonPath> paths;
    for (const int column : columns) {
        if (const auto path = isJsonColumn(column) ? m_paths[size_t(column - kNotificationColumns)] : std::nullopt)
            paths.append(*path);
    }
    return paths;
}

QStringList JsonColumns::texts() const
{
    QStringList texts;
    for (const auto &path : m_paths) {
        if (path)
            texts.append(path->text());
    }
    return texts;
}

void JsonColumns::restart()
{
    ++m_generation;
    m_values.clear();
    m_wanted.clear();
    Q_EMIT columnsChanged();
}

std::optional<QString> JsonColumns::value(qint64 id, int slot)
{
    if (const auto *values = m_values.object(id))
        return values->value(slot);
    if (m_history && id > 0 && (m_wanted.isEmpty() || m_wanted.constLast() != id)) {
        m_wanted.removeOne(id);
        m_wanted.append(id);
        if (m_wanted.size() > kAtOnce)
            m_wanted.removeFirst();
        if (!m_pause.isActive())
            m_pause.start();
    }
    return std::nullopt;
}

void JsonColumns::readWanted()
{
    if (m_isReading || m_wanted.isEmpty())
        return;
    m_isReading = true;
    const auto read = [paths = m_paths](const QByteArray &body) {
        QStringList values;
        for (const auto &path : paths)
            values.append(path ? path->cellIn(body) : QString());
        return values;
    };
    const QList<qint64> ids = std::exchange(m_wanted, {});
    m_history->bodyValues(ids, read)
        | then(this, [this, ids, generation = m_generation](const Result<BodyValues> &values) {
              m_isReading = false;
              if (generation == m_generation) {
                  for (const qint64 id : ids) // what is not kept, or cannot be read, is not asked for again
                      m_values.insert(id, new QStringList(values ? values->value(id) : QStringList()));
                  Q_EMIT changed(ids);
              }
              readWanted();
          });
}

} // namespace console
