// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/hex_text.h"

namespace console {

namespace {

QByteArray hexLine(const QByteArray &bytes, qsizetype offset, int bytesPerLine)
{
    const QByteArray part = bytes.mid(offset, bytesPerLine);
    QByteArray line = QByteArray::number(offset, 16).rightJustified(4, '0') + "  " + part.toHex(' ');
    line = line.leftJustified(line.indexOf("  ") + 2 + 3 * bytesPerLine + 1, ' ');
    for (const char c : part)
        line += c >= 0x20 && c < 0x7f ? c : '.';
    return line;
}

} // namespace

int hexLineLength(int bytesPerLine)
{
    return 4 + 2 + 3 * bytesPerLine + 1 + bytesPerLine;
}

QString hexDump(const QByteArray &bytes, int bytesPerLine)
{
    QByteArray dump;
    for (qsizetype offset = 0; offset < bytes.size(); offset += bytesPerLine)
        dump += hexLine(bytes, offset, bytesPerLine) + '\n';
    dump.chop(1);
    return QString::fromLatin1(dump);
}

} // namespace console
