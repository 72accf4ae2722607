// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type_scale.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>

namespace console {

namespace {

constexpr qreal kSmallestPoints = 9.75; // 13 px at 96 dpi

QFont scaled(const QFont &base, qreal factor, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF(QFontInfo(base).pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

/// Fontconfig's aliases are what Qt reports when no desktop has set a font.
bool isAlias(const QString &family)
{
    return family.isEmpty() || family.startsWith(QLatin1String("Sans"), Qt::CaseInsensitive);
}

} // namespace

QFont applicationFont(const QFont &desktopFont)
{
    QFont font = desktopFont;
    if (isAlias(desktopFont.family())) {
        for (const auto &family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Cantarell")}) {
            if (QFontDatabase::hasFamily(family)) {
                font.setFamilies({family, desktopFont.family()});
                break;
            }
        }
    }
    font.setPointSizeF(std::max(kSmallestPoints, QFontInfo(desktopFont).pointSizeF()));
    return font;
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.9, QFont::Normal);
}

QFont strongFont(const QFont &base)
{
    return scaled(base, 1.0, QFont::DemiBold);
}

QFont titleFont(const QFont &base)
{
    return scaled(base, 1.12, QFont::DemiBold);
}

QFont headlineFont(const QFont &base)
{
    return scaled(base, 1.4, QFont::DemiBold);
}

QFont fixedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QFontInfo(base).pointSizeF());
    return font;
}

} // namespace console
