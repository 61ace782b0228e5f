#include "core/desktop/jobview.h"
#include "core/model/limits.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString v1 = u"org.kde.JobView"_s;
const QString v2 = u"org.kde.JobViewV2"_s;
const QString v3 = u"org.kde.JobViewV3"_s;

JobView dolphin(int capabilities = 0)
{
    return jobViewOf(u"org.kde.dolphin"_s, u"Dolphin"_s, capabilities, {});
}

bool takes(JobView &view, const QString &method, const QVariantList &arguments,
           const QString &interface = v2)
{
    return !apply(view, {.interface = interface, .method = method, .arguments = arguments});
}

bool update(JobView &view, const QVariantMap &map)
{
    return takes(view, u"update"_s, {map}, v3);
}

qulonglong n(qulonglong number)
{
    return number;
}

} // namespace

/// What applications say through job views, and what becomes of it. No bus.
class TestJobView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewViewIsARunningJobNamedAfterItsApplication()
    {
        const Update begin = beginOf(dolphin());
        QCOMPARE(begin.op, Update::Op::Begin);
        QCOMPARE(*begin.title, "Dolphin");
        QCOMPARE(*begin.kind, "dolphin");
        QCOMPARE(*begin.state, State::Running);
        QVERIFY(begin.can->empty());
        QVERIFY(!begin.percent && !begin.current && !begin.total && !begin.rate && !begin.unit);
    }

    void theHintsNameTheApplicationAndTellWhatIsKnown()
    {
        const JobView view = jobViewOf(u"x"_s, u"known"_s, 3,
                                       {{u"application-display-name"_s, u"My Copier"_s},
                                        {u"percent"_s, 12U},
                                        {u"title"_s, u"Copying"_s},
                                        {u"immediate"_s, true},
                                        {u"nobody-knows"_s, u"this"_s}});
        QCOMPARE(view.application, "My Copier");
        QCOMPARE(view.title, "Copying");
        QCOMPARE(*view.percent, 12.0);
        QVERIFY(view.can.has(Ask::Cancel) && view.can.has(Ask::Pause) && view.can.has(Ask::Resume));
        QVERIFY(!view.can.has(Ask::Retry));
    }

    void anApplicationIsKnownByTheLastPartOfItsDesktopEntry_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("id") << u"org.kde.dolphin"_s << QByteArray("dolphin");
        QTest::newRow("file") << u"org.kde.dolphin.desktop"_s << QByteArray("dolphin");
        QTest::newRow("path") << u"/usr/share/applications/org.kde.ark.desktop"_s
                              << QByteArray("ark");
        QTest::newRow("name") << u"chromium"_s << QByteArray("chromium");
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("escape") << u"a.\x1b[31mred"_s << QByteArray("red");
    }
    void anApplicationIsKnownByTheLastPartOfItsDesktopEntry()
    {
        QFETCH(QString, entry);
        QFETCH(QByteArray, name);
        QCOMPARE(QByteArray::fromStdString(shortApplicationName(entry)), name);
    }

    void theOlderInterfaceCallsItsTitleAnInfoMessageAndTheThirdHasBoth()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setInfoMessage"_s, {u"Moving"_s}));
        QCOMPARE(*changeOf(dolphin(), view).title, "Moving");
        QVERIFY(update(view, {{u"title"_s, u"Copying"_s}, {u"infoMessage"_s, u"to the attic"_s}}));
        QCOMPARE(view.title, "Copying");
        QCOMPARE(*changeOf(dolphin(), view).message, "to the attic");
    }

    void bytesComeFirstAmongAmountsWithATotal()
    {
        JobView view = dolphin();
        QVERIFY(update(view, {{u"totalFiles"_s, n(10)}, {u"processedFiles"_s, n(4)}}));
        QCOMPARE(*beginOf(view).unit, "files");
        QCOMPARE(**beginOf(view).current, 4.0);
        QVERIFY(takes(view, u"setProcessedAmount"_s, {n(512), u"bytes"_s}));
        QCOMPARE(*beginOf(view).unit, "files"); // of how many bytes nobody said
        QVERIFY(takes(view, u"setTotalAmount"_s, {n(2048), u"bytes"_s}));
        const Update begin = beginOf(view);
        QCOMPARE(*begin.unit, "bytes");
        QCOMPARE(**begin.current, 512.0);
        QCOMPARE(**begin.total, 2048.0);
    }

    void withoutATotalTheCountAloneIsTold()
    {
        JobView view = dolphin();
        QVERIFY(update(view, {{u"processedItems"_s, n(7)}, {u"totalItems"_s, n(0)}}));
        const Update begin = beginOf(view);
        QCOMPARE(*begin.unit, "items");
        QCOMPARE(**begin.current, 7.0);
        QVERIFY(!begin.total && !begin.percent);
    }

    void aSpeedIsARateWhereBytesAreCounted()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setSpeed"_s, {n(1'000'000)}));
        QVERIFY(takes(view, u"setTotalAmount"_s, {n(3), u"dirs"_s}));
        QVERIFY(!beginOf(view).rate); // a million folders a second it is not
        QVERIFY(takes(view, u"setTotalAmount"_s, {n(3'000'000), u"bytes"_s}));
        QCOMPARE(**beginOf(view).rate, 1'000'000.0);
        const JobView before = view;
        QVERIFY(takes(view, u"setSpeed"_s, {n(0)}));
        const Update change = changeOf(before, view);
        QVERIFY(change.rate && !change.rate->has_value());
    }

    void whatIsUnknownStaysUnknown_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("NaN") << QVariant(std::nan(""));
        QTest::newRow("infinity") << QVariant(std::numeric_limits<double>::infinity());
        QTest::newRow("below zero") << QVariant(-5);
        QTest::newRow("text") << QVariant(u"many"_s);
        QTest::newRow("nothing") << QVariant();
        QTest::newRow("list") << QVariant(QVariantList{1, 2});
        QTest::newRow("beyond counting") << QVariant(std::numeric_limits<qulonglong>::max());
    }
    void whatIsUnknownStaysUnknown()
    {
        QFETCH(QVariant, value);
        JobView view = dolphin();
        QVERIFY(update(
            view, {{u"totalBytes"_s, value}, {u"processedBytes"_s, value}, {u"speed"_s, value}}));
        QCOMPARE(view, dolphin());
    }

    void aPercentBeyondAHundredIsAHundredAndNaNIsNone()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setPercent"_s, {4'000'000'000U}));
        QCOMPARE(*view.percent, 100.0);
        QVERIFY(update(view, {{u"percent"_s, std::nan("")}}));
        QVERIFY(!view.percent);
        QVERIFY(update(view, {{u"percent"_s, 40.5}})); // some send what they have
        QCOMPARE(*view.percent, 40.5);
    }

    void markupAndEscapesAreTextOrGone()
    {
        JobView view = dolphin();
        QVERIFY(update(view, {{u"title"_s, u"<b>Copy</b> \x1b[31mred\u202e\nline"_s}}));
        QCOMPARE(view.title, "<b>Copy</b> red line");
    }

    void hugeTextIsCut()
    {
        const QString huge(10'000'000, u'x');
        JobView view = jobViewOf(huge, huge, 0, {{u"application-display-name"_s, huge}});
        QVERIFY(update(view, {{u"title"_s, huge},
                              {u"infoMessage"_s, huge},
                              {u"destUrl"_s, u"file:///"_s + huge},
                              {u"descriptionLabel1"_s, huge},
                              {u"descriptionValue1"_s, huge},
                              {huge, huge}}));
        QVERIFY(view.title.size() <= JobLimits{}.maxTitleBytes);
        QVERIFY(view.application.size() <= JobLimits{}.maxTitleBytes);
        QVERIFY(view.kind.size() <= JobLimits{}.maxTitleBytes);
        QVERIFY(view.message.size() <= JobLimits{}.maxMessageBytes);
        QVERIFY(view.fields[0].value.size() <= JobLimits{}.maxMessageBytes);
        QVERIFY(view.url.empty()); // half of one leads nowhere
        QVERIFY(takes(view, u"terminate"_s, {7U, huge, QVariantMap()}, v3));
        QVERIFY(view.end->error.size() <= JobLimits{}.maxMessageBytes);
    }

    void onlyWhatCanBeOpenedIsALink_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("file") << u"file:///home/a%20b"_s << true;
        QTest::newRow("https") << u"https://example.org/x"_s << true;
        QTest::newRow("http") << u"http://example.org"_s << true;
        QTest::newRow("smb") << u"smb://nas/share"_s << false;
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
        QTest::newRow("no scheme") << u"/home/me"_s << false;
        QTest::newRow("not one") << u"http://[::1"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void onlyWhatCanBeOpenedIsALink()
    {
        QFETCH(QString, url);
        QFETCH(bool, isLink);
        JobView view = dolphin();
        QVERIFY(takes(view, u"setDestUrl"_s, {url}));
        QCOMPARE(view.url, isLink ? url.toStdString() : std::string());
    }

    void descriptionFieldsAreDetailsAndLeaveWithTheirLabel()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setDescriptionField"_s, {0U, u"Source"_s, u"/a"_s}));
        QVERIFY(takes(view, u"setDescriptionField"_s, {1U, u"Destination"_s, u"/b"_s}));
        const std::vector<Detail> both{{.key = "Source", .value = "/a"},
                                       {.key = "Destination", .value = "/b"}};
        QCOMPARE(beginOf(view).details, both);
        QCOMPARE(*beginOf(view).message, "/a"); // what tells one copy from another
        JobView next = view;
        QVERIFY(takes(next, u"clearDescriptionField"_s, {1U}));
        QVERIFY(update(next, {{u"descriptionValue1"_s, u"/c"_s}}));
        const Update change = changeOf(view, next);
        QCOMPARE(change.details, (std::vector<Detail>{{.key = "Source", .value = "/c"}}));
        QCOMPARE(change.droppedDetails, std::vector<std::string>{"Destination"});
        QVERIFY(!takes(next, u"setDescriptionField"_s, {2U, u"Third"_s, u"/d"_s}));
    }

    void twoFieldsOfOneLabelAreOneDetail()
    {
        JobView view = dolphin();
        QVERIFY(update(view, {{u"descriptionLabel1"_s, u"File"_s},
                              {u"descriptionValue1"_s, u"a"_s},
                              {u"descriptionLabel2"_s, u"File"_s},
                              {u"descriptionValue2"_s, u"b"_s}}));
        QCOMPARE(beginOf(view).details, (std::vector<Detail>{{.key = "File", .value = "b"}}));
    }

    void onlyWhatChangedIsSaid()
    {
        JobView view = dolphin();
        QVERIFY(update(view, {{u"title"_s, u"Copying"_s}, {u"totalBytes"_s, n(100)}}));
        JobView next = view;
        QVERIFY(!saysSomething(changeOf(view, next)));
        QVERIFY(update(next, {{u"title"_s, u"Copying"_s}, {u"percent"_s, 3U}}));
        Update expected;
        expected.percent = 3.0;
        QCOMPARE(changeOf(view, next), expected);
    }

    void aSuspendedJobIsPausedAndRunsAgain()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setSuspended"_s, {true}));
        QCOMPARE(*changeOf(dolphin(), view).state, State::Paused);
        QCOMPARE(*beginOf(view).state, State::Paused);
        const JobView paused = view;
        QVERIFY(update(view, {{u"suspended"_s, false}}));
        QCOMPARE(*changeOf(paused, view).state, State::Running);
    }

    void theCodeOfAnEndDecidesHowItEnded_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<State>("state");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("good") << 0U << QString() << State::Completed << QByteArray();
        QTest::newRow("good, with words") << 0U << u"Fine"_s << State::Completed << QByteArray();
        QTest::newRow("canceled") << 1U << u"Canceled"_s << State::Canceled << QByteArray();
        QTest::newRow("failed") << 111U << u"No room"_s << State::Failed << QByteArray("No room");
        QTest::newRow("failed, wordless") << 7U << QString() << State::Failed
                                          << QByteArray("It failed with code 7 and no words.");
    }
    void theCodeOfAnEndDecidesHowItEnded()
    {
        QFETCH(uint, code);
        QFETCH(QString, words);
        QFETCH(State, state);
        QFETCH(QByteArray, error);
        JobView view = dolphin();
        QVERIFY(takes(view, u"terminate"_s, {code, words, QVariantMap()}, v3));
        QCOMPARE(view.end->state, state);
        QCOMPARE(QByteArray::fromStdString(view.end->error), error);
        QCOMPARE(*changeOf(dolphin(), view).state, state);
        QVERIFY(*beginOf(view).state == State::Running); // the end is told after the beginning
    }

    void theOlderInterfacesEndInWords()
    {
        JobView good = dolphin();
        QVERIFY(takes(good, u"terminate"_s, {QString()}));
        QCOMPARE(good.end->state, State::Completed);
        JobView bad = dolphin();
        QVERIFY(takes(bad, u"terminate"_s, {u"Disk full"_s}, v1));
        QCOMPARE(bad.end->state, State::Failed);
        QCOMPARE(bad.end->error, "Disk full");
        JobView canceled = dolphin();
        QVERIFY(takes(canceled, u"setError"_s, {1U}));
        QVERIFY(takes(canceled, u"terminate"_s, {u"Canceled by the user"_s}));
        QCOMPARE(canceled.end->state, State::Canceled);
    }

    void theFirstInterfaceCannotSayCanceledAndIsNotTakenForSuccessThen()
    {
        JobView view = dolphin();
        view.cancelAsked = true;
        QVERIFY(takes(view, u"terminate"_s, {QString()}, v1));
        QCOMPARE(view.end->state, State::Canceled);
        JobView second = dolphin();
        second.cancelAsked = true; // which it was too late for
        QVERIFY(takes(second, u"terminate"_s, {QString()}, v2));
        QCOMPARE(second.end->state, State::Completed);
    }

    void aCallThatIsNoneChangesNothing_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QVariantList>("arguments");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("no such") << u"explode"_s << QVariantList{} << false;
        QTest::newRow("no such, a number") << u"setColour"_s << QVariantList{1U} << false;
        QTest::newRow("too few") << u"setPercent"_s << QVariantList{} << true;
        QTest::newRow("too many") << u"setPercent"_s << QVariantList{1U, 2U} << true;
        QTest::newRow("text for a number") << u"setSpeed"_s << QVariantList{u"fast"_s} << true;
        QTest::newRow("number for text") << u"setInfoMessage"_s << QVariantList{3} << true;
        QTest::newRow("no such unit")
            << u"setTotalAmount"_s << QVariantList{n(3), u"pounds"_s} << true;
        QTest::newRow("halves") << u"setTotalAmount"_s << QVariantList{n(3)} << true;
        QTest::newRow("no map") << u"update"_s << QVariantList{u"title"_s} << true;
        QTest::newRow("number for a truth") << u"setSuspended"_s << QVariantList{1U} << true;
        QTest::newRow("third field") << u"clearDescriptionField"_s << QVariantList{2U} << true;
        QTest::newRow("end without code") << u"terminate"_s << QVariantList{QVariant()} << true;
        QTest::newRow("list for a link") << u"setDestUrl"_s << QVariantList{QVariantList{}} << true;
    }
    void aCallThatIsNoneChangesNothing()
    {
        QFETCH(QString, method);
        QFETCH(QVariantList, arguments);
        QFETCH(bool, isKnown);
        JobView view = dolphin();
        const auto error = apply(view, {.interface = v2, .method = method, .arguments = arguments});
        QVERIFY(error);
        QCOMPARE(error->code, isKnown ? Error::Code::BadInput : Error::Code::NotFound);
        QCOMPARE(view, dolphin());
    }

    void howLongItTookIsHeardAndOfNoUse()
    {
        JobView view = dolphin();
        QVERIFY(takes(view, u"setElapsedTime"_s, {n(5000)}));
        QCOMPARE(view, dolphin());
    }
};

QTEST_GUILESS_MAIN(TestJobView)
#include "tst_jobview.moc"
