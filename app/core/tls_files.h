// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace console {

/// Where certificate and private key of a server stand, both in PEM form. Both empty: no TLS.
struct TlsFiles
{
    QString certificate; ///< followed by the ones between it and the root, if there are any
    QString key;         ///< may be the same file

    bool isEmpty() const { return certificate.isEmpty() && key.isEmpty(); }
    friend bool operator==(const TlsFiles &, const TlsFiles &) = default;
};

} // namespace console
