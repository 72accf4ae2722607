// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/masking/private_field.h"

#include "ui/masking/masker.h"

#include <QEvent>

namespace console {

namespace {

class FieldKeeper final : public QObject
{
public:
    FieldKeeper(QLineEdit *field, std::function<bool(const QString &)> isPrivate)
        : QObject(field)
        , m_field(field)
        , m_isPrivate(std::move(isPrivate))
    {
        field->installEventFilter(this);
        connect(&Masker::instance(), &Masker::changed, this, [this] {
            if (m_field->hasFocus() && hasSecret())
                m_field->clearFocus(); // whoever masks the screen does not look at what stands there
            keep(m_field->hasFocus());
        });
        connect(field, &QLineEdit::textChanged, this, [this] { keep(m_field->hasFocus()); });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isWhole = qobject_cast<QLineEdit *>(watched); // the focus also goes while a field is being destroyed
        if (isWhole && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
            keep(event->type() == QEvent::FocusIn);
        return QObject::eventFilter(watched, event);
    }

private:
    bool hasSecret() const
    {
        const QString text = m_field->text();
        return Masker::instance().isOn() && !text.isEmpty() && (!m_isPrivate || m_isPrivate(text));
    }

    void keep(bool hasFocus)
    {
        const auto mode = hasSecret() && !hasFocus ? QLineEdit::Password : QLineEdit::Normal;
        if (m_field->echoMode() != mode)
            m_field->setEchoMode(mode);
    }

    QLineEdit *m_field;
    std::function<bool(const QString &)> m_isPrivate;
};

} // namespace

void keepPrivate(QLineEdit *field, std::function<bool(const QString &)> isPrivate)
{
    new FieldKeeper(field, std::move(isPrivate));
}

} // namespace console
