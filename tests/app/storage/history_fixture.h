// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_reader.h"
#include "storage/history_writer.h"
#include "support/callback_json.h"
#include "support/fake_clock.h"
#include "support/settled.h"
#include "support/temp_database.h"
#include "support/verified_callback.h"
#include "wire/callback_decoder.h"

namespace console {

/// A history in a temporary file; its writer lives in the test's own thread, so that a batch is what the test makes it.
class HistoryFixture
{
public:
    HistoryFixture()
    {
        file.migrate();
        reopen();
    }

    /// What a new start of the program does.
    void reopen()
    {
        writer.reset();
        writer = std::make_unique<HistoryWriter>(file.path(), clock);
        if (const auto opened = writer->open(); !opened)
            qFatal("%s", qPrintable(opened.error().detail));
        QObject::connect(writer.get(), &HistoryWriter::committed, writer.get(),
                         [this](const HistoryBatch &batch) { batches.append(batch); });
    }

    QFuture<Result<Recorded>> order(const QByteArray &json, const QByteArray &nonce, const QString &projectId = {})
    {
        const auto decoded = decodeCallback(json);
        return writer->record(verifiedBody(json, nonce, clock.now(), projectId),
                              std::get<CapabilityNotification>(decoded));
    }
    /// The same, told to a function.
    void order(const QByteArray &json, const QByteArray &nonce, const HistoryWriter::Heard &heard)
    {
        const auto decoded = decodeCallback(json);
        writer->record(verifiedBody(json, nonce, clock.now()), std::get<CapabilityNotification>(decoded), heard);
    }
    /// One callback, committed.
    Recorded record(const QByteArray &json, const QByteArray &nonce, const QString &projectId = {})
    {
        const auto recorded = settled(order(json, nonce, projectId));
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().detail));
        return *recorded;
    }
    /// One whose secret is being rotated.
    Recorded recordSignedWithPrevious(const QByteArray &json)
    {
        SignaturePolicy policy;
        policy.secrets = {Secret(QStringLiteral("the new one")), Secret(kTestSecret)};
        const auto verified = SignatureVerifier().verify(policy, signatureHeaders(json, freshNonce(), clock.now()),
                                                         json, {}, clock.now());
        return *settled(
            writer->record(std::get<VerifiedBody>(verified), std::get<CapabilityNotification>(decodeCallback(json))));
    }
    Recorded record(const QByteArray &json) { return record(json, freshNonce()); }
    QByteArray freshNonce() { return "nonce-" + QByteArray::number(++m_nonces); }

    Lookup lookup(const char *requestId, const Recipient &recipient, const QList<ChannelIdentity> &expected) const
    {
        return {*RequestId::parse(QLatin1String(requestId)),
                *ProjectId::parse(QStringLiteral("project-1")),
                *AppId::parse(QStringLiteral("app-1")),
                recipient,
                QStringLiteral("Anna Lindqvist"),
                expected,
                clock.now()};
    }
    /// A lookup of one phone number by SMS.
    Lookup smsLookup(const char *requestId, const char *number = "46701234567") const
    {
        const QList<ChannelIdentity> typed {address("SMS", number)};
        return lookup(requestId, typed, typed);
    }
    void ask(const Lookup &asked)
    {
        if (const auto stored = settled(writer->insertLookup(asked)); !stored)
            qFatal("%s", qPrintable(stored.error().detail));
    }

    static ChannelIdentity address(const char *channel, const char *identity)
    {
        return {ChannelName::fromText(QLatin1String(channel)), QString::fromUtf8(identity)};
    }

    HistoryReader &reader()
    {
        if (!m_reader)
            m_reader = *HistoryReader::open(file.path());
        return *m_reader;
    }
    QList<NotificationRow> rows() { return *reader().rowsAfter(0, 10'000); }
    NotificationRow row(int index) { return rows().value(index); }

    TempDatabase file;
    FakeClock clock;
    std::unique_ptr<HistoryWriter> writer;
    QList<HistoryBatch> batches;

private:
    std::unique_ptr<HistoryReader> m_reader;
    int m_nonces = 0;
};

} // namespace console
