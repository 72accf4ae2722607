// SPDX-License-Identifier: GPL-3.0-or-later
// A receiver as the documentation of QtHttpServer suggests it: a route and an answer once a slow store is done. Only to
// show which of the attacks it does not survive.
#include <QCoreApplication>
#include <QHttpServer>
#include <QTcpServer>
#include <QThread>
#include <QtConcurrent>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QHttpServer server;
    server.route(QStringLiteral("/callbacks"), QHttpServerRequest::Method::Post, [] {
        return QtConcurrent::run([] {
            QThread::msleep(5); // a commit
            return QHttpServerResponse("application/json", "{}");
        });
    });
    auto *listener = new QTcpServer; // bind() takes it over; listen() of the server itself ended with Qt 6.8
    listener->listen(QHostAddress(QHostAddress::LocalHost), 0);
    server.bind(listener);
    std::printf("{\"ready\":true,\"callback_url\":\"http://127.0.0.1:%d/callbacks\"}\n", int(listener->serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
