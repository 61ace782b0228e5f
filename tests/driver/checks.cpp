#include "tests/driver/checks.h"

#include "ui/frame.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>
#include <QTextDocument>

#include <cmath>
#include <unordered_map>

namespace driver {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastContrast = 4.5;

QString nameOf(const QWidget &widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    if (text.isEmpty())
        text = widget.accessibleName();
    return u"%1 “%2”"_s.arg(QString::fromLatin1(widget.metaObject()->className()), text.left(60));
}

/// What a person can see of it now, in the coordinates of @p window; what scrolling would bring is not there.
QRect seenOf(const QWidget &widget, const QWidget &window)
{
    const QRegion region = widget.visibleRegion();
    return region.isEmpty() ? QRect()
                            : region.boundingRect().translated(widget.mapTo(&window, QPoint(0, 0)));
}

bool isPlain(const QString &text)
{
    return !Qt::mightBeRichText(text);
}

double luminance(QRgb color)
{
    const auto part = [](int value) {
        const double c = value / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(color)) + 0.7152 * part(qGreen(color)) + 0.0722 * part(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// The best contrast that any pixel has to the commonest colour.
double bestContrast(const QImage &part)
{
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x)
            ++counts[part.pixel(x, y) | 0xff000000U];
    }
    const auto ground = std::max_element(counts.begin(), counts.end(),
                                         [](auto &a, auto &b) { return a.second < b.second; });
    double best = 1;
    for (const auto &[color, count] : counts)
        best = std::max(best, contrast(color, ground->first));
    return best;
}

/// The room that a widget's text takes, as its own kind measures it; unset for kinds that elide or scroll.
std::optional<QSize> wanted(const QWidget &widget)
{
    if (qobject_cast<const afoot::ui::ElidedLabel *>(&widget))
        return std::nullopt;
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return std::nullopt;
        if (label->wordWrap())
            return QSize(0, label->heightForWidth(label->width()));
        if (isPlain(label->text()))
            return label->fontMetrics().size(0, label->text()) +
                   QSize(label->contentsMargins().left() + label->contentsMargins().right(), 0);
        return label->sizeHint();
    }
    if (qobject_cast<const QPushButton *>(&widget) || qobject_cast<const QCheckBox *>(&widget) ||
        qobject_cast<const QRadioButton *>(&widget))
        return QSize(widget.sizeHint().width(), 0);
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget)) {
        // a text scrolls in a field; its placeholder does not
        if (field->text().isEmpty() && !field->placeholderText().isEmpty())
            return QSize(field->fontMetrics().horizontalAdvance(field->placeholderText()), 0);
    }
    return std::nullopt;
}

} // namespace

QStringList clippedTexts(const QWidget &window)
{
    QStringList wrong;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || widget->visibleRegion().isEmpty())
            continue;
        const auto room = wanted(*widget);
        if (room && (room->width() > widget->width() || room->height() > widget->height()))
            wrong << u"%1 needs %2 × %3 and has %4 × %5"_s.arg(nameOf(*widget))
                         .arg(room->width())
                         .arg(room->height())
                         .arg(widget->width())
                         .arg(widget->height());
    }
    return wrong;
}

QStringList faintTexts(const QWidget &window, const QImage &picture)
{
    QStringList wrong;
    const double scale = double(picture.width()) / window.width();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasText = (label && !label->text().trimmed().isEmpty()) ||
                             (button && !button->text().trimmed().isEmpty());
        if (!hasText || !widget->isEnabled() || !widget->isVisibleTo(&window))
            continue;
        const QRect seen = seenOf(*widget, window);
        if (seen.width() < 8 || seen.height() < 8)
            continue;
        const QRect part(QPoint(int(seen.x() * scale), int(seen.y() * scale)), seen.size() * scale);
        const double best = bestContrast(picture.copy(part & picture.rect()));
        if (best < leastContrast)
            wrong << u"%1 has a contrast of %2"_s.arg(nameOf(*widget)).arg(best, 0, 'f', 1);
    }
    return wrong;
}

QStringList namelessControls(const QWidget &window)
{
    QStringList wrong;
    const auto labels = window.findChildren<QLabel *>();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
            qobject_cast<const QScrollBar *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *field = qobject_cast<const QLineEdit *>(widget);
        const bool isSaid = !widget->accessibleName().isEmpty() ||
                            (button && !button->text().isEmpty()) ||
                            (field && !field->placeholderText().isEmpty());
        const bool hasBuddy = std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->buddy() == widget;
        });
        if (!isSaid && !hasBuddy)
            wrong << u"%1 in %2 has no name"_s.arg(
                nameOf(*widget),
                QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return wrong;
}

QStringList lostByTab(QWidget &window)
{
    QSet<const QWidget *> expected;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisibleTo(&window) && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
            expected.insert(widget);
    }
    QSet<const QWidget *> reached;
    QSet<const QButtonGroup *> groups; // Tab stops at one of their buttons, arrows go to the others
    for (qsizetype i = 0; i < 2 * expected.size() + 4; ++i) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, Qt::Key_Tab);
        focus = QApplication::focusWidget();
        reached.insert(focus);
        if (const auto *button = qobject_cast<const QAbstractButton *>(focus))
            groups.insert(button->group());
    }
    groups.remove(nullptr);
    QStringList wrong;
    for (const QWidget *widget : std::as_const(expected)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!reached.contains(widget) && !(button && groups.contains(button->group())))
            wrong << u"Tab does not reach %1"_s.arg(nameOf(*widget));
    }
    wrong.sort();
    return wrong;
}

QStringList unevenRows(const QAbstractItemView &view)
{
    QStringList wrong;
    const QAbstractItemModel *model = view.model();
    int bottom = -1;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QRect place = view.visualRect(model->index(row, 0));
        if (place.bottom() < 0)
            continue;
        if (place.top() > view.viewport()->height())
            break;
        if (bottom >= 0 && place.top() != bottom + 1)
            wrong << u"row %1 begins at %2 and the one before ends at %3"_s.arg(row)
                         .arg(place.top())
                         .arg(bottom);
        bottom = place.bottom();
    }
    return wrong;
}

} // namespace driver
