// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace console {

/// A label that remembers how high its text is at the widths that it was asked for. Layouts ask for the same few widths
/// over and over, and a QLabel shapes its whole text each time: that was a third of what showing an answer cost.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &text, QWidget *parent = nullptr);

    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;

private:
    struct Measured
    {
        int width = 0, height = 0;
    };
    mutable QString m_measuredText;
    mutable QVarLengthArray<Measured, 4> m_measured;
};

} // namespace console
