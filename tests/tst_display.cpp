#include "app/desktop/display.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;

using Values = QMap<QString, QString>;

/// What the window's program does where there is no display.
class tst_Display : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowIsTriedWhereItMayOpen_data();
    void aWindowIsTriedWhereItMayOpen();
    void theProgramEndsWithASentence_data();
    void theProgramEndsWithASentence();
};

void tst_Display::aWindowIsTriedWhereItMayOpen_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Values>("environment");
    QTest::addColumn<bool>("tried");
    const auto row = [](const char *name, const QStringList &arguments, const Values &environment,
                        bool tried) { QTest::newRow(name) << arguments << environment << tried; };
    row("nothing", {}, {}, false);
    row("an empty name", {}, {{u"DISPLAY"_s, QString()}}, false);
    row("X", {}, {{u"DISPLAY"_s, u":0"_s}}, true);
    row("Wayland", {}, {{u"WAYLAND_DISPLAY"_s, u"wayland-0"_s}}, true);
    row("a socket that was handed on", {}, {{u"WAYLAND_SOCKET"_s, u"7"_s}}, true);
    row("X by option", {u"-display"_s, u":1"_s}, {}, true);
    row("off screen", {}, {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}}, true);
    row("off screen by option", {u"--platform"_s, u"offscreen"_s}, {}, true);
    row("a platform with options", {}, {{u"QT_QPA_PLATFORM"_s, u"vnc:port=5901"_s}}, true);
    row("X alone", {}, {{u"QT_QPA_PLATFORM"_s, u"xcb"_s}}, false);
    row("X or Wayland", {}, {{u"QT_QPA_PLATFORM"_s, u"wayland-egl;xcb"_s}}, false);
    row("X or none", {}, {{u"QT_QPA_PLATFORM"_s, u"xcb;minimal"_s}}, true);
    row("the option before the environment", {u"-platform"_s, u"xcb"_s},
        {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}}, false);
    row("an option without a value", {u"-platform"_s}, {}, false);
}

void tst_Display::aWindowIsTriedWhereItMayOpen()
{
    QFETCH(QStringList, arguments);
    QFETCH(Values, environment);
    std::vector<std::string> given;
    for (const QString &argument : arguments)
        given.push_back(argument.toStdString());
    const auto why = whyNoWindow(given, [&](const char *name) -> std::optional<std::string> {
        const auto value = environment.constFind(QString::fromLatin1(name));
        if (value == environment.constEnd())
            return {};
        return value->toStdString();
    });
    QTEST(!why, "tried");
}

void tst_Display::theProgramEndsWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("Usage:") << QByteArray();
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << QByteArray("Afoot ")
                             << QByteArray();
    QTest::newRow("a window") << QStringList() << 1 << QByteArray()
                              << QByteArray("afoot-desktop: There is no display here");
}

void tst_Display::theProgramEndsWithASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, err);
    const QTemporaryDir home;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(u"HOME"_s, home.path());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(AFOOT_DESKTOP_PROGRAM), arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QTEST(program.exitCode(), "code");
    const QByteArray said = program.readAllStandardOutput();
    const QByteArray complained = program.readAllStandardError();
    QVERIFY2(said.startsWith(out) && said.isEmpty() == out.isEmpty(), said.constData());
    QVERIFY2(complained.startsWith(err) && complained.isEmpty() == err.isEmpty(),
             complained.constData());
}

QTEST_GUILESS_MAIN(tst_Display)
#include "tst_display.moc"
