#include "app/desktop/languages.h"

#include <QDir>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace afoot;
using namespace Qt::StringLiterals;

/// Which language the window speaks, and that what is shipped can be read.
class tst_languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestLanguageIsSpoken_data();
    void theNearestLanguageIsSpoken();
    void eachShippedFileIsOfItsLanguage_data();
    void eachShippedFileIsOfItsLanguage();
};

void tst_languages::theNearestLanguageIsSpoken_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("the desktop's") << QString() << QStringList{u"de-DE"_s, u"en-US"_s} << u"de"_s;
    QTest::newRow("another country") << QString() << QStringList{u"de-AT"_s} << u"de"_s;
    QTest::newRow("the second best") << QString() << QStringList{u"it-IT"_s, u"fr-FR"_s} << u"fr"_s;
    QTest::newRow("none of ours") << QString() << QStringList{u"it-IT"_s} << u"en"_s;
    QTest::newRow("nothing wanted") << QString() << QStringList() << u"en"_s;
    QTest::newRow("C") << QString() << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("chosen") << u"ar"_s << QStringList{u"de-DE"_s} << u"ar"_s;
    QTest::newRow("chosen, English") << u"en"_s << QStringList{u"de-DE"_s} << u"en"_s;
    QTest::newRow("chosen, but not there") << u"tlh"_s << QStringList{u"es-MX"_s} << u"es"_s;
    QTest::newRow("a path is no language") << u"../de"_s << QStringList{u"es-MX"_s} << u"es"_s;
    QTest::newRow("by script") << QString() << QStringList{u"zh-Hans-CN"_s} << u"zh_CN"_s;
    QTest::newRow("Singapore writes the same")
        << QString() << QStringList{u"zh-SG"_s} << u"zh_CN"_s;
    QTest::newRow("another script") << QString() << QStringList{u"zh-Hant-TW"_s} << u"en"_s;
}

void tst_languages::theNearestLanguageIsSpoken()
{
    QFETCH(const QString, chosen);
    QFETCH(const QStringList, wanted);
    const QStringList shipped{u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"ar"_s, u"zh_CN"_s};
    QTEST(languageFor(chosen, wanted, shipped), "spoken");
}

void tst_languages::eachShippedFileIsOfItsLanguage_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(QStringLiteral(AFOOT_TRANSLATIONS)).entryList({u"*.qm"_s});
    QCOMPARE(files.size(), 6);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void tst_languages::eachShippedFileIsOfItsLanguage()
{
    QFETCH(const QString, file);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(AFOOT_TRANSLATIONS "/") + file));
    QCOMPARE(u"afoot_"_s + translator.language() + u".qm"_s, file);
}

QTEST_GUILESS_MAIN(tst_languages)
#include "tst_languages.moc"
