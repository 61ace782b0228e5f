#include "ui/presence/rules.h"

#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = News::Kind;

News newsOfJob(const std::string &id, Kind kind, std::optional<Millis> ran = 60s)
{
    News news{.kind = kind, .title = text::of(id), .job = {"local", id}};
    news.kindOfJob = u"ninja"_s;
    news.ran = ran;
    return news;
}

/// Sounds for everything that can have one.
NotificationRules loud()
{
    NotificationRules rules;
    rules.completedSound = u"complete"_s;
    rules.failedSound = u"dialog-error"_s;
    rules.needsYouSound = u"dialog-question"_s;
    return rules;
}

} // namespace

/// What is told of jobs, where, and how many at once.
class tst_rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereNewsGoes_data();
    void whereNewsGoes();
    void onlyWhatNeedsAPersonIsUrgent();
    void aQuestionUnderDoNotDisturbIsPutAsideQuietly();
    void moreThanFiveInFiveSecondsAreOne();
    void fiveInFiveSecondsAreFive();
    void aStormGoesOnWhileItDoesAndCountsEachJobOnce();
    void whoeverAsksIsNoPartOfTheStorm();
    void soundsKeepASecondApart();
    void theWindowsToastHasItsSoundToo();
    void whatWasMissedIsSaidOnce();
    void whatWasSeenMeanwhileWasNotMissed();
    void tensOfThousandsAreCountedWithoutBeingKept();

private:
    Ticks m_now{Millis{1000}};
};

void tst_rules::whereNewsGoes_data()
{
    QTest::addColumn<News>("news");
    QTest::addColumn<NotificationRules>("rules");
    QTest::addColumn<Attention>("attention");
    QTest::addColumn<Channel>("channel");
    const NotificationRules usual;
    const auto row = [](const char *name, const News &news, const NotificationRules &rules,
                        const Attention &attention, Channel channel) {
        QTest::newRow(name) << news << rules << attention << channel;
    };
    const auto with = [&](auto change) {
        NotificationRules rules = usual;
        change(rules);
        return rules;
    };
    const Attention elsewhere;
    const Attention here{.atWindow = true};
    const News done = newsOfJob("a", Kind::Completed);
    const News failed = newsOfJob("a", Kind::Failed);
    const News asks = newsOfJob("a", Kind::NeedsYou, 1s);
    row("an end", done, usual, elsewhere, Channel::Notification);
    row("an end, at the window", done, usual, here, Channel::Toast);
    row("an end, in view", done, usual, {.atWindow = true, .inView = true}, Channel::None);
    row("a short end", newsOfJob("a", Kind::Completed, 9s), usual, elsewhere, Channel::None);
    row("long enough", newsOfJob("a", Kind::Completed, 10s), usual, elsewhere,
        Channel::Notification);
    row("a short failure", newsOfJob("a", Kind::Failed, 2s), usual, elsewhere, Channel::None);
    row("a short failure, at the window", newsOfJob("a", Kind::Failed, 2s), usual, here,
        Channel::Toast);
    row("short, and all are wanted", newsOfJob("a", Kind::Completed, 0s),
        with([](auto &rules) { rules.longerThan = 0s; }), elsewhere, Channel::Notification);
    row("nobody knows how long", newsOfJob("a", Kind::Failed, {}), usual, elsewhere,
        Channel::Notification);
    row("a question, soon", asks, usual, elsewhere, Channel::Notification);
    row("a start", newsOfJob("a", Kind::Started, {}), usual, elsewhere, Channel::None);
    row("a start, at the window", newsOfJob("a", Kind::Started, {}), usual, here, Channel::Toast);
    row("a start that is wanted", newsOfJob("a", Kind::Started, {}),
        with([](auto &rules) { rules.started = true; }), elsewhere, Channel::Notification);
    row("nothing wanted", failed, with([](auto &rules) { rules.wanted = false; }), elsewhere,
        Channel::None);
    row("nothing wanted, at the window", failed, with([](auto &rules) { rules.wanted = false; }),
        here, Channel::Toast);
    row("no failures", failed, with([](auto &rules) { rules.failed = false; }), elsewhere,
        Channel::None);
    row("lost is failed", newsOfJob("a", Kind::Lost),
        with([](auto &rules) { rules.failed = false; }), elsewhere, Channel::None);
    row("no ends", done, with([](auto &rules) { rules.completed = false; }), elsewhere,
        Channel::None);
    row("none canceled", newsOfJob("a", Kind::Canceled),
        with([](auto &rules) { rules.canceled = false; }), elsewhere, Channel::None);
    row("no questions", asks, with([](auto &rules) { rules.needsYou = false; }), elsewhere,
        Channel::None);
    row("of a muted kind", failed, with([](auto &rules) { rules.mutedKinds = {u"ninja"_s}; }), here,
        Channel::None);
    row("of another kind", failed, with([](auto &rules) { rules.mutedKinds = {u"rsync"_s}; }),
        elsewhere, Channel::Notification);
    row("of a muted source", asks, with([](auto &rules) { rules.mutedSources = {u"local"_s}; }),
        elsewhere, Channel::None);
    const News away{.kind = Kind::SourceAway, .job = {"nas", {}}};
    row("a source is away", away, usual, elsewhere, Channel::Notification);
    row("sources do not matter", away, with([](auto &rules) { rules.sources = false; }), elsewhere,
        Channel::None);
    row("nor does this one", away, with([](auto &rules) { rules.mutedSources = {u"nas"_s}; }),
        elsewhere, Channel::None);
    row("paused", failed, usual, {.isPaused = true}, Channel::Later);
    row("paused, a question", asks, usual, {.isPaused = true}, Channel::Later);
    row("paused, at the window", failed, usual, {.atWindow = true, .isPaused = true},
        Channel::Toast);
    row("do not disturb", failed, usual, {.isDoNotDisturb = true}, Channel::Later);
    row("do not disturb, a question", asks, usual, {.isDoNotDisturb = true}, Channel::Notification);
    row("disturb all the same", failed,
        with([](auto &rules) { rules.respectDoNotDisturb = false; }), {.isDoNotDisturb = true},
        Channel::Notification);
}

void tst_rules::whereNewsGoes()
{
    QFETCH(News, news);
    QFETCH(NotificationRules, rules);
    QFETCH(Attention, attention);
    QTEST(channelOf(news, rules, attention), "channel");
}

void tst_rules::onlyWhatNeedsAPersonIsUrgent()
{
    Teller teller;
    QVERIFY(teller.tell(newsOfJob("a", Kind::NeedsYou), {}, {}, m_now).isUrgent);
    QVERIFY(!teller.tell(newsOfJob("b", Kind::Failed), {}, {}, m_now).isUrgent);
}

void tst_rules::aQuestionUnderDoNotDisturbIsPutAsideQuietly()
{
    Teller teller;
    const Telling telling =
        teller.tell(newsOfJob("a", Kind::NeedsYou), loud(), {.isDoNotDisturb = true}, m_now);
    QCOMPARE(telling, Telling{.by = Telling::By::Notification});
    QVERIFY(!teller.takeMissed(QLocale()));
}

void tst_rules::moreThanFiveInFiveSecondsAreOne()
{
    Teller teller;
    for (const char *id : {"a", "b", "c", "d", "e"}) {
        const Telling telling = teller.tell(newsOfJob(id, Kind::Completed), {}, {}, m_now);
        QCOMPARE(telling, Telling{.by = Telling::By::Notification});
    }
    const Telling sixth = teller.tell(newsOfJob("f", Kind::Failed), {}, {}, m_now + 4s);
    QCOMPARE(sixth.by, Telling::By::Digest);
    QCOMPARE(sixth.replaced.size(), std::size_t(6));
    QCOMPARE(teller.digest(QLocale()).text, u"1 failed, 5 completed"_s);
}

void tst_rules::fiveInFiveSecondsAreFive()
{
    Teller teller;
    for (int i = 0; i < 100; ++i) {
        const News news = newsOfJob(std::to_string(i), Kind::Completed);
        QCOMPARE(teller.tell(news, {}, {}, m_now + i * 1001ms).by, Telling::By::Notification);
    }
}

void tst_rules::aStormGoesOnWhileItDoesAndCountsEachJobOnce()
{
    NotificationRules rules;
    rules.started = true;
    Teller teller;
    Ticks now = m_now;
    for (int i = 0; i < 50; ++i, now += 200ms)
        teller.tell(newsOfJob(std::to_string(i), Kind::Started, {}), rules, {}, now);
    for (int i = 0; i < 50; ++i, now += 200ms) {
        const News news = newsOfJob(std::to_string(i), Kind::Completed);
        QCOMPARE(teller.tell(news, rules, {}, now), Telling{.by = Telling::By::Digest});
    }
    QCOMPARE(teller.digest(QLocale()).text, u"50 completed"_s);
    teller.forget({"local", "7"});
    QCOMPARE(teller.digest(QLocale()).text, u"49 completed"_s);
    // who has been at the window, or a pause longer than the storm's, ends it
    Teller seen = teller;
    seen.endStorm();
    QCOMPARE(seen.tell(newsOfJob("x", Kind::Completed), rules, {}, now).by,
             Telling::By::Notification);
    QCOMPARE(teller.tell(newsOfJob("x", Kind::Completed), rules, {}, now + 6s).by,
             Telling::By::Notification);
}

void tst_rules::whoeverAsksIsNoPartOfTheStorm()
{
    Teller teller;
    for (int i = 0; i < 20; ++i)
        teller.tell(newsOfJob(std::to_string(i), Kind::Completed), {}, {}, m_now);
    const Telling telling = teller.tell(newsOfJob("asks", Kind::NeedsYou), {}, {}, m_now);
    QCOMPARE(telling, (Telling{.by = Telling::By::Notification, .isUrgent = true}));
    QCOMPARE(teller.digest(QLocale()).text, u"20 completed"_s);
}

void tst_rules::soundsKeepASecondApart()
{
    Teller teller;
    const auto sound = [&](const char *id, Kind kind, Millis after) {
        return teller.tell(newsOfJob(id, kind), loud(), {}, m_now + after).sound;
    };
    QCOMPARE(sound("a", Kind::Completed, 0ms), u"complete"_s);
    QCOMPARE(sound("b", Kind::Failed, 999ms), QString());
    QCOMPARE(sound("c", Kind::Lost, 1000ms), u"dialog-error"_s);
    QCOMPARE(sound("d", Kind::Canceled, 2500ms), QString()); // has none, and takes nobody's turn
    QCOMPARE(sound("e", Kind::NeedsYou, 2500ms), u"dialog-question"_s);
}

void tst_rules::theWindowsToastHasItsSoundToo()
{
    Teller teller;
    const auto told = [&](const News &news, const Attention &attention) {
        m_now += 2s;
        return teller.tell(news, loud(), attention, m_now).sound;
    };
    QCOMPARE(told(newsOfJob("a", Kind::Failed), {.atWindow = true}), u"dialog-error"_s);
    QCOMPARE(told(newsOfJob("a", Kind::Failed, 1s), {.atWindow = true}), QString());
    QCOMPARE(told(newsOfJob("a", Kind::Failed), {.atWindow = true, .inView = true}), QString());
    QCOMPARE(told(newsOfJob("a", Kind::Failed), {.atWindow = true, .isPaused = true}), QString());
    QCOMPARE(told(newsOfJob("a", Kind::Failed), {.atWindow = true, .isDoNotDisturb = true}),
             QString());
}

void tst_rules::whatWasMissedIsSaidOnce()
{
    Teller teller;
    QVERIFY(!teller.takeMissed(QLocale()));
    const Attention quiet{.isDoNotDisturb = true};
    for (const char *id : {"a", "b", "c"})
        QCOMPARE(teller.tell(newsOfJob(id, Kind::Completed), loud(), quiet, m_now), Telling{});
    teller.tell(newsOfJob("d", Kind::Failed), loud(), quiet, m_now);
    teller.tell(newsOfJob("e", Kind::Failed, 1s), loud(), quiet, m_now); // would not be told at all
    const auto missed = teller.takeMissed(QLocale());
    QVERIFY(missed);
    QCOMPARE(missed->title, u"While you were away"_s);
    QCOMPARE(missed->text, u"1 failed, 3 completed"_s);
    QVERIFY(!teller.takeMissed(QLocale()));
}

void tst_rules::whatWasSeenMeanwhileWasNotMissed()
{
    Teller teller;
    const Attention paused{.isPaused = true};
    for (const char *id : {"a", "b", "c"})
        teller.tell(newsOfJob(id, Kind::NeedsYou), {}, paused, m_now);
    teller.tell(newsOfJob("b", Kind::Completed), {}, paused, m_now);
    teller.tell(newsOfJob("c", Kind::Completed), {}, {.atWindow = true, .isPaused = true}, m_now);
    QCOMPARE(Teller(teller).takeMissed(QLocale())->text, u"1 need you, 1 completed"_s);
    teller.forget({"local", "a"});
    teller.forget({"local", "b"});
    QVERIFY(!teller.takeMissed(QLocale()));
}

void tst_rules::tensOfThousandsAreCountedWithoutBeingKept()
{
    Teller teller;
    for (int i = 0; i < 30'000; ++i)
        teller.tell(newsOfJob(std::to_string(i), Kind::Completed), {}, {.isPaused = true}, m_now);
    QCOMPARE(teller.takeMissed(QLocale::c())->text, u"30000 completed"_s);
}

QTEST_GUILESS_MAIN(tst_rules)
#include "tst_rules.moc"
