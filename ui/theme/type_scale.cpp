// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type_scale.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <algorithm>

namespace console {

namespace {

constexpr qreal kSmallestPoints = 9.75; // 13 px at 96 dpi

/// Fonts may be set in pixels; what QFontInfo says is rounded to whole ones.
qreal pointsOf(const QFont &font)
{
    return font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
}

QFont scaled(const QFont &base, qreal factor, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF(pointsOf(base) * factor);
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
    font.setPointSizeF(std::max(kSmallestPoints, pointsOf(desktopFont)));
    return font;
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.92, QFont::Normal);
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
    font.setPointSizeF(pointsOf(base));
    return font;
}

} // namespace console
