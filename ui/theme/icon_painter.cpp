// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_painter.h"

#include "ui/theme/icon_names.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace console {

namespace {

QString pathOf(Icon icon)
{
    for (const auto &[candidate, name] : kIconNames) {
        if (candidate == icon)
            return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name.data(), qsizetype(name.size())));
    }
    return {};
}

QPixmap renderIcon(Icon icon, int size, const QColor &color, qreal ratio)
{
    QPixmap pixmap(qRound(size * ratio), qRound(size * ratio));
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(icon));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(pixmap.rect()));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

QPixmap iconPixmap(Icon icon, int size, const QColor &color, qreal devicePixelRatio)
{
    const auto key = QStringLiteral("console-icon-%1-%2-%3-%4")
                         .arg(int(icon))
                         .arg(size)
                         .arg(color.rgba(), 0, 16)
                         .arg(devicePixelRatio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = renderIcon(icon, size, color, devicePixelRatio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter *painter, const QRectF &rect, Icon icon, const QColor &color)
{
    const int size = int(std::min(rect.width(), rect.height()));
    if (size <= 0)
        return;
    const auto pixmap = iconPixmap(icon, size, color, painter->device()->devicePixelRatioF());
    const QPointF corner(std::round(rect.center().x() - size / 2.0), std::round(rect.center().y() - size / 2.0));
    painter->drawPixmap(corner, pixmap);
}

} // namespace console
