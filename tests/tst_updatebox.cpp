#include "app/desktop/updatebox.h"
#include "core/model/limits.h"

#include <QTest>

using namespace afoot;
using Op = Update::Op;

namespace {

const JobKey a{"far", "a"};
const JobKey b{"far", "b"};

Update change(const JobKey &key, double percent, std::optional<State> state = {})
{
    return {.key = key, .state = state, .percent = Update::Number(percent)};
}

Update line(const JobKey &key, const char *text)
{
    return {.op = Op::Log, .key = key, .lines = {{.text = text}}};
}

} // namespace

/// What waits for the tracker of the window.
class TestUpdateBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsReaderIsWokenOnce()
    {
        UpdateBox box;
        QVERIFY(!box.put({}));
        QVERIFY(box.put({change(a, 1)}));
        QVERIFY(!box.put({change(b, 1)}));
        QCOMPARE(box.take().size(), 2U);
        QVERIFY(box.take().empty());
        QVERIFY(box.put({change(a, 2)}));
    }

    void changesOfOneJobBecomeOne()
    {
        UpdateBox box;
        Update first = change(a, 1);
        first.message = "one";
        first.details = {{.key = "x", .value = 1.0}};
        Update second = change(a, 2);
        second.details = {{.key = "y", .value = 2.0}};
        second.time = WallTime(Millis(5));
        box.put({first, change(b, 7), second});
        const std::vector<Update> all = box.take();
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[0].percent, Update::Number(2.0));
        QCOMPARE(all[0].message, std::optional<std::string>("one"));
        QCOMPARE(all[0].details.size(), 2U);
        QCOMPARE(all[0].time, second.time);
        QCOMPARE(all[1].key, b);
    }

    void statesAndEndsStayApartInTheirOrder()
    {
        UpdateBox box;
        const Update begin{.op = Op::Begin, .key = a, .restart = true};
        const std::vector<Update> all{begin,
                                      change(a, 1, State::Paused),
                                      change(a, 1, State::Running),
                                      {.op = Op::Complete, .key = a},
                                      begin,
                                      change(a, 2, State::Failed),
                                      change(a, 3),
                                      {.op = Op::Clear, .key = a}};
        box.put(all);
        QCOMPARE(box.take(), all);
    }

    void whatComesAfterAnEndIsNotPutBeforeIt()
    {
        UpdateBox box;
        box.put({change(a, 1), {.op = Op::Complete, .key = a}, change(a, 9), line(a, "late")});
        const std::vector<Update> all = box.take();
        QCOMPARE(all.size(), 4U);
        QCOMPARE(all[0].percent, Update::Number(1.0));
        QCOMPARE(all[3].op, Op::Log);
    }

    void linesAreKeptTogetherAndBounded()
    {
        UpdateBox box;
        const std::size_t most = JobLimits{}.maxLogLinesPerJob;
        for (std::size_t i = 0; i < most + 3; ++i)
            box.put({line(a, std::to_string(i).c_str()), change(a, 1)});
        const std::vector<Update> all = box.take();
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[0].lines.size(), most);
        QCOMPARE(all[0].lines.back().text, std::to_string(most + 2));
    }
};

QTEST_APPLESS_MAIN(TestUpdateBox)
#include "tst_updatebox.moc"
