// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/header_peek.h"
#include "http/http_message.h"

namespace console {

/// What the bytes of a reply depend on besides the reply: the request that it answers.
struct ReplyForm
{
    bool isHead = false;
    bool isHttp10 = false;
    bool keepsAlive = true;
};

/// Whether the connection ends with this reply: the request asked for it, or the status is 400 or more.
bool closesConnection(const HttpReply &reply, const ReplyForm &form);

/// Status line, fields and body. Fields that are the server's own, and fields with a line break, are left out.
QByteArray encodeReply(const HttpReply &reply, const ReplyForm &form);

/// The answer to a refused request, with a small JSON body.
HttpReply refusalReply(const Refusal &refusal);

} // namespace console
