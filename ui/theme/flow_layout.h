// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace console {

/// A row that becomes two where the widgets do not fit side by side, so that no word of them is cut. Thread: GUI.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    enum class Width {
        Natural, ///< each as wide as its hint
        Shared,  ///< those of a line fill it, each with the same share
    };

    explicit FlowLayout(int gap, Width width = Width::Natural);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Line = QList<QLayoutItem *>;
    QList<Line> linesFor(int width) const;
    void place(const Line &line, const QRect &rect) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    Width m_width;
};

} // namespace console
