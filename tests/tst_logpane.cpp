#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/findfield.h"
#include "ui/detail/logpane.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

std::vector<LogLine> linesOf(const std::vector<std::string> &texts)
{
    std::vector<LogLine> lines;
    lines.reserve(texts.size());
    for (const std::string &text : texts)
        lines.push_back({lines.size() + 1, sample::now, "", text});
    return lines;
}

/// @p count more lines behind those numbered up to @p last.
std::vector<LogLine> more(quint64 &last, int count)
{
    std::vector<LogLine> lines;
    for (int i = 0; i < count; ++i) {
        ++last;
        lines.push_back({last, sample::now, "", "line " + std::to_string(last)});
    }
    return lines;
}

template <typename Kind> Kind *named(LogPane &pane, const QString &name)
{
    for (Kind *one : pane.findChildren<Kind *>()) {
        if (one->accessibleName() == name || one->property("text").toString() == name)
            return one;
    }
    return nullptr;
}

/// Where @p column of a line of the view is, in its viewport.
QPoint pointOf(LogScreen &view, std::uint64_t line, int column)
{
    const QRect box = view.boxOf({line, column});
    return {box.left() + 1, box.center().y()};
}

} // namespace

/// The log beside a job, as a person has it in hand.
class tst_LogPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itFollowsUntilScrolled();
    void whatCameMeanwhileIsCounted();
    void whatLeavesDoesNotMoveWhatIsRead();
    void itKeepsItsBound();
    void knownLinesComeOnce();
    void aLevelHasItsInk();
    void coloursArePainted();
    void copiedTextHasNoColours();
    void theMouseSelects();
    void clicksSelectWordsAndLines();
    void theKeyboardSelects();
    void keysMoveThroughTheLog();
    void longLinesScroll();
    void linesRunFromLeftToRight();
    void hitsAreCountedAndVisited();
    void aHitIsMarkedOnTheScreen();
    void searchingGoesOnInSlices();
    void theFirstErrorIsOneClickAway();
    void savingGivesTheTextThatThereWas();
    void filesHaveNamesThatFit_data();
    void filesHaveNamesThatFit();
    void assistiveToolsReadWhatIsOnTheScreen();
    void nothingTicksWhereNothingMoves();

private:
    LogScreen &view() { return *m_pane->view(); }
    FindField &field() { return *m_pane->findChild<FindField *>(); }
    void search(const QString &text)
    {
        field().setText(text);
        QTRY_VERIFY(!field().found().endsWith(u'…'));
    }
    QString chosen() { return view().selectedText(); }

    std::unique_ptr<LogPane> m_pane{};
};

void tst_LogPane::init()
{
    m_pane = std::make_unique<LogPane>();
    m_pane->resize(480, 300);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void tst_LogPane::itFollowsUntilScrolled()
{
    quint64 n = 0;
    m_pane->add(more(n, 200), 0, false);
    QScrollBar *bar = view().verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(view().linesInSight().second, 200U);
    bar->setValue(10);
    QVERIFY(!m_pane->isFollowing());
    m_pane->add(more(n, 50), 0, false);
    QCOMPARE(bar->value(), 10);
    m_pane->follow();
    m_pane->add(more(n, 50), 0, false);
    QCOMPARE(bar->value(), bar->maximum());
    m_pane->resize(480, 200);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(m_pane->isFollowing());
}

void tst_LogPane::whatCameMeanwhileIsCounted()
{
    quint64 n = 0;
    m_pane->add(more(n, 200), 0, false);
    auto *follow = named<Button>(*m_pane, u"Follow"_s);
    QVERIFY(follow);
    QVERIFY(!follow->isVisible());
    view().verticalScrollBar()->setValue(0);
    QVERIFY(follow->isVisible());
    QCOMPARE(follow->text(), u"Follow"_s);
    m_pane->add(more(n, 1), 0, false);
    QCOMPARE(follow->text(), u"1 new line"_s);
    m_pane->add(more(n, 1233), 0, false);
    QCOMPARE(follow->text(), u"1,234 new lines"_s);
    QVERIFY(view().viewport()->rect().contains(follow->geometry()));
    QTest::mouseClick(follow, Qt::LeftButton);
    QVERIFY(m_pane->isFollowing());
    QVERIFY(!follow->isVisible());
    view().verticalScrollBar()->setValue(0);
    QCOMPARE(follow->text(), u"Follow"_s);
}

void tst_LogPane::whatLeavesDoesNotMoveWhatIsRead()
{
    quint64 n = 0;
    m_pane->add(more(n, 1'000'000), 0, false);
    QScrollBar *bar = view().verticalScrollBar();
    bar->setValue(500'000);
    const auto seen = view().linesInSight();
    m_pane->add(more(n, 1000), 0, false);
    QCOMPARE(view().linesInSight(), seen);
    QCOMPARE(view().textOf(seen.first).text, u"line 500001"_s);
    QCOMPARE(bar->value(), 499'000);
    bar->setValue(0);
    m_pane->add(more(n, 1000), 0, false); // what was read has left
    QCOMPARE(bar->value(), 0);
    QCOMPARE(view().linesInSight().first, view().log().first());
}

void tst_LogPane::itKeepsItsBound()
{
    quint64 n = 0;
    m_pane->add(more(n, 1'000'500), 0, true);
    QCOMPARE(view().log().size(), 1'000'000U);
    QCOMPARE(view().textOf(view().log().end() - 1).text, u"line 1000500"_s);
    m_pane->clear();
    QVERIFY(view().log().isEmpty());
}

void tst_LogPane::knownLinesComeOnce()
{
    quint64 n = 0;
    const auto lines = more(n, 20);
    m_pane->add(lines, 0, true);
    m_pane->add({lines.back()}, 0, false);
    QVERIFY(view().wholeText().endsWith(u"line 19\nline 20"_s));
    m_pane->add({{31, sample::now, "", "later"}}, 10, false);
    QVERIFY(view().wholeText().endsWith(u"line 20\n… 10 lines skipped\nlater"_s));
    m_pane->add({{33, sample::now, "", "last"}}, 1, false);
    QVERIFY(view().wholeText().endsWith(u"later\n… 1 line skipped\nlast"_s));
    m_pane->add(lines, 0, true);
    QCOMPARE(view().log().size(), 20U);
}

void tst_LogPane::aLevelHasItsInk()
{
    m_pane->add({{1, sample::now, "error", "bad"}, {2, sample::now, "", "plain"}}, 7, true);
    const Theme &light = theme(Scheme::Light);
    const auto ink = [&](std::uint64_t line) {
        return view().inkOf(view().log().line(line).level);
    };
    QCOMPARE(ink(0), light.secondary);
    QCOMPARE(ink(1), light.of(Tone::Bad));
    QCOMPARE(ink(2), light.text);
    m_pane->setPalette(paletteOf(theme(Scheme::Dark)));
    QCOMPARE(ink(1), theme(Scheme::Dark).of(Tone::Bad));
}

void tst_LogPane::coloursArePainted()
{
    m_pane->add(linesOf({"\x1b[42m        \x1b[0m   plain"}), 0, true);
    const auto shows = [&](const QColor &color) {
        const QImage image = view().viewport()->grab().toImage();
        const QRect box = view().boxOf({0, 3});
        return image.pixelColor(box.center() * image.devicePixelRatio()) == color;
    };
    QVERIFY(shows(ansiColour(2, Scheme::Light)));
    m_pane->setPalette(paletteOf(theme(Scheme::Dark)));
    QVERIFY(shows(ansiColour(2, Scheme::Dark)));
}

void tst_LogPane::copiedTextHasNoColours()
{
    m_pane->add(linesOf({"\x1b[31mred\x1b[0m rose", "two", "\x1b[1mthree"}), 0, true);
    QCOMPARE(m_pane->chosenOrAll(), u"red rose\ntwo\nthree"_s);
    view().setFocus();
    QTest::keySequence(&view(), QKeySequence::SelectAll);
    QTest::keySequence(&view(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"red rose\ntwo\nthree"_s);
    view().select({{0, 4}, {2, 3}});
    QCOMPARE(m_pane->chosenOrAll(), u"rose\ntwo\nthr"_s);
}

void tst_LogPane::theMouseSelects()
{
    m_pane->add(linesOf({"first line", "second line", "third line"}), 0, true);
    QWidget *port = view().viewport();
    QTest::mousePress(port, Qt::LeftButton, {}, pointOf(view(), 0, 6));
    QTest::mouseMove(port, pointOf(view(), 1, 6));
    QCOMPARE(chosen(), u"line\nsecond"_s);
    QTest::mouseMove(port, pointOf(view(), 0, 2));
    QTest::mouseRelease(port, Qt::LeftButton, {}, pointOf(view(), 0, 2));
    QCOMPARE(chosen(), u"rst "_s);
    QTest::mouseMove(port, pointOf(view(), 2, 2)); // nothing is pressed any more
    QCOMPARE(chosen(), u"rst "_s);
    QTest::mouseClick(port, Qt::LeftButton, Qt::ShiftModifier, pointOf(view(), 1, 3));
    QCOMPARE(chosen(), u"line\nsec"_s);
}

void tst_LogPane::clicksSelectWordsAndLines()
{
    m_pane->add(linesOf({"cc -c src/main.cpp:12: x", "  next"}), 0, true);
    QWidget *port = view().viewport();
    const QPoint at = pointOf(view(), 0, 10);
    QTest::mouseClick(port, Qt::LeftButton, {}, at);
    QCOMPARE(chosen(), QString());
    QTest::mouseDClick(port, Qt::LeftButton, {}, at);
    QCOMPARE(chosen(), u"src/main.cpp"_s);
    QTest::mouseClick(port, Qt::LeftButton, {}, at);
    QCOMPARE(chosen(), u"cc -c src/main.cpp:12: x"_s);
}

void tst_LogPane::theKeyboardSelects()
{
    m_pane->add(linesOf({"first line", "second line", "third line"}), 0, true);
    view().setFocus();
    view().select({{1, 0}, {1, 0}});
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(chosen(), u"se"_s);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(chosen(), u"second "_s);
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(chosen(), u"second line\nthird l"_s);
    QTest::keyClick(&view(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(chosen(), u"second line\nthird line"_s);
    QTest::keyClick(&view(), Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(chosen(), u"first line\n"_s);
    QTest::keyClick(&view(), Qt::Key_Left);
    QVERIFY(!view().hasSelection());
}

void tst_LogPane::keysMoveThroughTheLog()
{
    quint64 n = 0;
    m_pane->add(more(n, 1000), 0, false);
    view().setFocus();
    QScrollBar *bar = view().verticalScrollBar();
    QTest::keyClick(&view(), Qt::Key_PageUp); // from the end, which is on the screen
    QVERIFY(bar->value() < bar->maximum());
    QVERIFY(bar->value() > bar->maximum() - 2 * bar->pageStep());
    QVERIFY(!m_pane->isFollowing());
    QTest::keyClick(&view(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(bar->value(), 0);
    QTest::keyClick(&view(), Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(&view(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(m_pane->isFollowing());
}

void tst_LogPane::longLinesScroll()
{
    m_pane->add(linesOf({"short"}), 0, true);
    QScrollBar *along = view().horizontalScrollBar();
    QCOMPARE(along->maximum(), 0);
    m_pane->add(linesOf({"short", std::string(500, 'x')}), 0, true);
    QVERIFY(along->maximum() > 0);
    view().setFocus();
    view().select({{1, 0}, {1, 0}});
    QTest::keyClick(&view(), Qt::Key_End);
    QVERIFY(along->value() > 0);
    QVERIFY(view().viewport()->rect().contains(view().boxOf({1, 499}).center()));
    QTest::keyClick(&view(), Qt::Key_Home);
    QVERIFY(view().viewport()->rect().contains(view().boxOf({1, 0}).center()));
}

void tst_LogPane::linesRunFromLeftToRight()
{
    m_pane->setLayoutDirection(Qt::RightToLeft);
    m_pane->add(linesOf({"abc", std::string(500, 'x')}), 0, true);
    QVERIFY(view().boxOf({0, 0}).left() < view().boxOf({0, 2}).left());
    QVERIFY(view().boxOf({0, 0}).left() < 40);
    QVERIFY(view().verticalScrollBar()->mapTo(m_pane.get(), QPoint()).x() < 40);
    view().horizontalScrollBar()->setValue(100);
    QVERIFY(view().boxOf({0, 0}).left() < 0);
}

void tst_LogPane::hitsAreCountedAndVisited()
{
    m_pane->add(linesOf({"one fish", "two Fish", "red", "blue fish fish"}), 0, true);
    search(u"fish"_s);
    QCOMPARE(field().found(), u"1 of 4"_s);
    QCOMPARE(view().selection(), (LogSelection{{0, 4}, {0, 8}}));
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(field().found(), u"2 of 4"_s);
    QCOMPARE(chosen(), u"Fish"_s);
    QTest::keyClick(&field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(field().found(), u"1 of 4"_s);
    QTest::keyClick(&field(), Qt::Key_Return, Qt::ShiftModifier); // once around
    QCOMPARE(field().found(), u"4 of 4"_s);
    QTest::mouseClick(named<IconButton>(*m_pane, u"Next hit (F3)"_s), Qt::LeftButton);
    QCOMPARE(field().found(), u"1 of 4"_s);
    search(u"Fish"_s);
    QCOMPARE(field().found(), u"1 of 1"_s);
    QCOMPARE(view().selection().from(), (LogPlace{1, 4}));
    search(u"fisher"_s);
    QCOMPARE(field().found(), u"No hits"_s);
    search(u"fish"_s);
    m_pane->add({{5, sample::now, "", "more fish"}}, 0, false);
    QTRY_VERIFY(field().found().endsWith(u"of 5"_s));
    view().select({{2, 0}, {2, 0}});
    QCOMPARE(field().found(), u"5 hits"_s);
    QTest::keyClick(&field(), Qt::Key_Escape);
    QCOMPARE(field().found(), QString());
    QVERIFY(!named<IconButton>(*m_pane, u"Next hit (F3)"_s)->isVisible());
}

void tst_LogPane::aHitIsMarkedOnTheScreen()
{
    m_pane->add(linesOf({"here and here", "\x1b[31mhere"}), 0, true);
    search(u"here"_s);
    const QImage image = view().viewport()->grab().toImage();
    const auto corner = [&](std::uint64_t line, int column) {
        const QRect box = view().boxOf({line, column});
        return image.pixelColor(QPoint(box.left() + 1, box.bottom() - 1) *
                                image.devicePixelRatio());
    };
    const Theme &light = theme(Scheme::Light);
    QCOMPARE(corner(0, 0), light.of(Tone::Accent)); // the one that is visited
    QCOMPARE(corner(0, 9), light.tint(Tone::Warn));
    QCOMPARE(corner(1, 0), light.tint(Tone::Warn));
    QCOMPARE(corner(0, 4), logGround(light));
}

void tst_LogPane::searchingGoesOnInSlices()
{
    quint64 n = 0;
    m_pane->add(more(n, 1'000'000), 0, false);
    m_pane->add({{n + 1, sample::now, "", "the needle"}}, 0, false);
    view().verticalScrollBar()->setValue(0);
    field().setText(u"needle"_s);
    QVERIFY(field().found().endsWith(u'…')); // nothing was done yet but to begin
    QTRY_COMPARE(field().found(), u"1 of 1"_s);
    QCOMPARE(chosen(), u"needle"_s);
    QVERIFY(!view().boxOf(view().selection().from()).isEmpty());
}

void tst_LogPane::theFirstErrorIsOneClickAway()
{
    quint64 n = 0;
    m_pane->add(more(n, 300), 0, false);
    auto *button = named<IconButton>(*m_pane, u"First error (Ctrl+E)"_s);
    QVERIFY(button && !button->isVisible());
    m_pane->add({{++n, sample::now, "", "a.cpp:1: \x1b[31merror:\x1b[0m no"}}, 0, false);
    m_pane->add(more(n, 300), 0, false);
    m_pane->add({{++n, sample::now, "error", "another"}}, 0, false);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen(), u"a.cpp:1: error: no"_s);
    QVERIFY(!view().boxOf({300, 0}).isEmpty());
    QVERIFY(!m_pane->isFollowing());
    m_pane->clear();
    QVERIFY(!button->isVisible());
}

void tst_LogPane::savingGivesTheTextThatThereWas()
{
    QString name;
    TextProducer text;
    connect(m_pane.get(), &LogPane::saveRequested, this,
            [&](const QString &suggested, const TextProducer &producer) {
                name = suggested;
                text = producer;
            });
    m_pane->setTitle(u"Deploy web/shop"_s);
    view().setFocus();
    m_pane->save();
    QVERIFY(name.isEmpty()); // there is nothing to save
    quint64 n = 0;
    m_pane->add(linesOf({"\x1b[31mred"}), 0, true);
    n = 1;
    m_pane->add(more(n, 100'000), 0, false);
    Q_EMIT view().saveRequested();
    QCOMPARE(name, u"Deploy web-shop.log.txt"_s);
    m_pane->add(more(n, 10), 0, false);
    m_pane->clear();
    QByteArray all;
    int pieces = 0;
    for (QByteArray piece = text(); !piece.isEmpty(); piece = text()) {
        all += piece;
        ++pieces;
    }
    QVERIFY(pieces > 1);
    QVERIFY(all.startsWith("red\nline 2\n"));
    QVERIFY(all.endsWith("\nline 100001\n"));
    QVERIFY(text().isEmpty());
}

void tst_LogPane::filesHaveNamesThatFit_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Nightly build"_s << u"Nightly build.log.txt"_s;
    QTest::newRow("nothing") << QString() << u"log.txt"_s;
    QTest::newRow("hidden") << u"../.ssh"_s << u"ssh.log.txt"_s;
    QTest::newRow("dots alone") << u".."_s << u"log.txt"_s;
    QTest::newRow("lines") << u"a\nb\tc"_s << u"a b c.log.txt"_s;
    QTest::newRow("other scripts") << u"مزامنة"_s << u"مزامنة.log.txt"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(60, u'x') + u".log.txt"_s;
}

void tst_LogPane::filesHaveNamesThatFit()
{
    QFETCH(QString, title);
    QTEST(logFileName(title), "name");
}

void tst_LogPane::assistiveToolsReadWhatIsOnTheScreen()
{
    quint64 n = 0;
    m_pane->add(more(n, 1000), 0, false);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(face);
    QCOMPARE(face->text(QAccessible::Name), u"Log"_s);
    QVERIFY(face->state().readOnly && face->state().multiLine && face->state().focusable);
    QAccessibleTextInterface *text = face->textInterface();
    QVERIFY(text);
    const auto [first, end] = view().linesInSight();
    const QString seen = text->text(0, text->characterCount());
    QCOMPARE(seen.count(u'\n') + 1, qsizetype(end - first));
    QVERIFY(seen.endsWith(u"line 1000"_s));
    QVERIFY(seen.startsWith(view().textOf(first).text));
    view().select({{first, 1}, {first + 1, 3}});
    int from = 0;
    int to = 0;
    text->selection(0, &from, &to);
    QCOMPARE(text->text(from, to), chosen());
    QCOMPARE(text->cursorPosition(), to);
    text->setSelection(0, 0, 4);
    QCOMPARE(chosen(), u"line"_s);
    QVERIFY(text->characterRect(2).isValid());
    QCOMPARE(text->offsetAtPoint(text->characterRect(2).topLeft() + QPoint(1, 1)), 2);
    text->removeSelection(0);
    QCOMPARE(text->selectionCount(), 0);
}

void tst_LogPane::nothingTicksWhereNothingMoves()
{
    quint64 n = 0;
    m_pane->add(more(n, 5000), 0, false);
    search(u"line"_s);
    for (const QTimer *timer : m_pane->findChildren<QTimer *>())
        QVERIFY(!timer->isActive());
    const QString found = field().found();
    QCOMPARE(found, u"%1 of 5,000"_s.arg(
                        QLocale().toString(found.section(u' ', 0, 0).remove(u',').toInt())));
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(app, Scheme::Light);
    tst_LogPane test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_logpane.moc"
