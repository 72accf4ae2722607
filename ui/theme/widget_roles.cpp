// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/widget_roles.h"

#include <QAbstractButton>
#include <QFrame>
#include <QVariant>

namespace console {

namespace {

constexpr const char *kRole = "consoleRole";
constexpr const char *kCompact = "consoleCompact";
constexpr const char *kInvalid = "consoleInvalid";
constexpr const char *kEntry = "consolePaneEntry";
constexpr const char *kBare = "consoleBareFrame";

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(kRole, int(role));
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? ButtonRole(button->property(kRole).toInt()) : ButtonRole::Plain;
}

void setCompact(QWidget *control)
{
    control->setProperty(kCompact, true);
    control->updateGeometry();
}

bool isCompact(const QWidget *control)
{
    return control && control->property(kCompact).toBool();
}

void setBareFrame(QFrame *frame)
{
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setProperty(kBare, true);
}

bool hasBareFrame(const QWidget *frame)
{
    return frame && frame->property(kBare).toBool();
}

void setPaneEntry(QWidget *widget)
{
    widget->setProperty(kEntry, true);
}

bool isPaneEntry(const QWidget *widget)
{
    return widget && widget->property(kEntry).toBool();
}

void setFieldInvalid(QWidget *field, bool isInvalid)
{
    field->setProperty(kInvalid, isInvalid);
    field->update();
}

bool isFieldInvalid(const QWidget *field)
{
    return field && field->property(kInvalid).toBool();
}

} // namespace console
