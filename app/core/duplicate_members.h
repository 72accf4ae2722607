// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace console {

/// Whether the object, or an object that is a member of it, names a member twice. Parsers differ in which one they
/// believe; ours takes the last, without a word. For bytes that are known to be one JSON object.
bool repeatsMembers(const QByteArray &json);
/// Which one, if any.
std::optional<QByteArray> repeatedMember(const QByteArray &json);

} // namespace console
