// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QStringList>

namespace console {

/// Everything that is logged while it lives, our debug lines included. Only for what logs in the test's own thread.
class LogCapture
{
public:
    LogCapture()
    {
        lines().clear();
        QLoggingCategory::setFilterRules(QStringLiteral("console.*.debug=true"));
        m_previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { lines().append(text); });
    }
    ~LogCapture()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
    }
    LogCapture(const LogCapture &) = delete;
    LogCapture &operator=(const LogCapture &) = delete;

    QString text() const { return lines().join(QLatin1Char('\n')); }

private:
    static QStringList &lines()
    {
        static QStringList all;
        return all;
    }
    QtMessageHandler m_previous;
};

} // namespace console
