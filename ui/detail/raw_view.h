// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/raw_search.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QStackedLayout;
class QToolButton;

namespace console {

class EmptyState;
class SearchField;

/// The bytes of one callback in four forms, and a search through the form that is shown. Thread: GUI.
class RawView final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Pretty, AsReceived, Hex, Headers };

    explicit RawView(QWidget *parent = nullptr);

    /// \param caption  which callback it is; \param headers  "Name: value" lines as stored; \param personal  texts that
    /// are masked where personal data is.
    void setBytes(const QString &caption, const QByteArray &body, const QByteArray &headers,
                  const QStringList &personal = {});
    /// Nothing to show, and why.
    void setNothing(const QString &why);
    void setForm(Form form);
    Form form() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void makeCopyMenu(QToolButton *button);
    QByteArray asText(const QByteArray &bytes) const;
    int hexWidth() const;
    void fitHex();
    void showForm();
    QString textOf(Form form, QString *remark) const;
    QByteArray masked(const QByteArray &bytes) const;
    enum class From { Here, Next, Previous };
    void search(From from);
    QList<RawHit> hits(const QString &wanted) const;
    void markAll(const QList<RawHit> &found);
    void showCount(const QString &wanted, int found);

    QLabel *m_caption;
    QButtonGroup *m_forms;
    SearchField *m_search;
    QLabel *m_count;
    QPlainTextEdit *m_text;
    QStackedLayout *m_pages; ///< the bytes, or why there are none
    EmptyState *m_empty;
    int m_hexWidth = 0; ///< bytes a line that are shown
    QString m_what;
    QByteArray m_body;
    QByteArray m_headers;
    QStringList m_personal;
};

} // namespace console
