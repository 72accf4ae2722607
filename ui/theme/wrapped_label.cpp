// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wrapped_label.h"

#include <QEvent>

namespace console {

namespace {
constexpr qsizetype kMostWidths = 8; // while a splitter is dragged there are many
}

WrappedLabel::WrappedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{ }

int WrappedLabel::heightForWidth(int width) const
{
    if (m_measuredText != text()) {
        m_measuredText = text();
        m_measured.clear();
    }
    for (const Measured &one : m_measured) {
        if (one.width == width)
            return one.height;
    }
    if (m_measured.size() >= kMostWidths)
        m_measured.clear();
    const int height = QLabel::heightForWidth(width);
    m_measured.append({width, height});
    return height;
}

bool WrappedLabel::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::Polish:
    case QEvent::ContentsRectChange:
    case QEvent::LayoutDirectionChange:
        m_measured.clear();
        break;
    default:
        break;
    }
    return QLabel::event(event);
}

} // namespace console
