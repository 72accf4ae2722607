// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_gallery.h"

#include <QAccessible>

#include <map>

using namespace console;

namespace {

constexpr int kRowsRead = 30;

/// What somebody has to be able to find by its name.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Link:
    case QAccessible::Dialog:
    case QAccessible::Window:
    case QAccessible::AlertMessage:
        return true;
    default:
        return false;
    }
}

/// The name; for a combo box, which reports its text on Linux, that of its label.
QString nameOf(QAccessibleInterface *node)
{
    if (node->role() != QAccessible::ComboBox)
        return node->text(QAccessible::Name).trimmed();
    for (const auto &[label, relation] : node->relations(QAccessible::Label)) {
        if (!label->text(QAccessible::Name).trimmed().isEmpty())
            return label->text(QAccessible::Name).trimmed();
    }
    return {};
}

QString describe(QAccessibleInterface *node)
{
    const QObject *object = node->object();
    return QStringLiteral("role %1, %2 “%3” in “%4”")
        .arg(int(node->role()))
        .arg(object ? QLatin1String(object->metaObject()->className()) : QLatin1String("?"),
             object ? object->objectName() : QString(),
             object && object->parent() ? object->parent()->objectName() + QLatin1Char('/')
                     + QLatin1String(object->parent()->metaObject()->className())
                                        : QString());
}

/// Reads a window as a screen reader does, and takes down what it cannot tell.
class Reader
{
public:
    QStringList complaints;
    int controls = 0;
    int cells = 0;

    void read(const QString &state, QWidget *window)
    {
        m_state = state;
        m_names.clear();
        visit(QAccessible::queryAccessibleInterface(window));
        for (const auto &[control, nodes] : m_names) {
            if (nodes.size() > 1)
                complain(QStringLiteral("%1 are all called “%2”: %3")
                             .arg(nodes.size())
                             .arg(control.second, nodes.join(QStringLiteral("; "))));
        }
    }

private:
    void complain(const QString &what) { complaints.append(m_state + QStringLiteral(": ") + what); }

    void visit(QAccessibleInterface *node)
    {
        if (!node || !node->isValid() || node->state().invisible)
            return;
        const bool isFocusable = node->state().focusable && node->role() != QAccessible::Client;
        if (isControl(node->role()) || isFocusable)
            checkName(node);
        if (node->tableInterface())
            return readCells(node);
        for (int i = 0; i < node->childCount(); ++i)
            visit(node->child(i));
    }

    void checkName(QAccessibleInterface *node)
    {
        ++controls;
        const QString name = nameOf(node);
        if (name.isEmpty())
            return complain(QStringLiteral("no name: ") + describe(node));
        const auto *widget = qobject_cast<const QWidget *>(node->object());
        if (widget && widget->focusPolicy() != Qt::NoFocus)
            m_names[{int(node->role()), name}].append(describe(node));
    }

    void readCells(QAccessibleInterface *node)
    {
        auto *table = node->tableInterface();
        // Without a display there is nobody to read, so a view tells of no change: its cells are asked for anew.
        QAccessibleTableModelChangeEvent reset(node->object(), QAccessibleTableModelChangeEvent::ModelReset);
        table->modelChange(&reset);
        for (int row = 0; row < std::min(table->rowCount(), kRowsRead); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                auto *cell = table->cellAt(row, column);
                ++cells;
                if (!cell || cell->text(QAccessible::Name).trimmed().isEmpty())
                    complain(QStringLiteral("cell %1, %2 says nothing in ").arg(row).arg(column) + describe(node));
            }
        }
    }

    QString m_state;
    std::map<std::pair<int, QString>, QStringList> m_names;
};

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasANameAndEveryCellCanBeRead()
    {
        Reader reader;
        WindowGallery gallery([&](const QString &state, QWidget *window) { reader.read(state, window); });
        QVERIFY(gallery.walk());
        for (const auto &complaint : std::as_const(reader.complaints))
            qWarning().noquote() << complaint;
        QVERIFY(reader.complaints.isEmpty());
        QVERIFY(reader.controls > 300);
        QVERIFY(reader.cells > 100);
    }
};

QTEST_MAIN(TestNames)
#include "tst_names.moc"
