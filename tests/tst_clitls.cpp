#include "tests/support/afootprogram.h"
#include "tests/support/certificates.h"

using namespace afoot::test;
using namespace Qt::StringLiterals;
using Ran = AfootProgram::Ran;

/// `afoot serve` with a certificate, and what it says where one is missing or wrong.
class TestCliTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_afoot = std::make_unique<AfootProgram>();
        m_afoot->run({u"list"_s}); // its folders
        written(file("cert.pem").toStdString(), m_certificate.pem());
        written(file("key.pem").toStdString(), m_certificate.keyPem());
    }

    void anAddressBeyondLoopbackWantsACertificate()
    {
        const Ran ran = m_afoot->run({u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s});
        QCOMPARE(ran.code, 64);
        QVERIFY2(ran.err.contains("could read the token") && ran.err.contains("--cert"),
                 ran.err.constData());
        QVERIFY(!QFile::exists(m_afoot->socket()));
        const Ran half = m_afoot->run({u"serve"_s, u"--cert"_s, file("cert.pem")});
        QCOMPARE(half.code, 64);
        QVERIFY2(half.err.contains("go together"), half.err.constData());
    }

    void curlIsAnswered()
    {
        const QString curl = QStandardPaths::findExecutable(u"curl"_s);
        if (curl.isEmpty())
            QSKIP("curl is not installed");
        QVERIFY(m_afoot->serve({u"--listen"_s, u"0.0.0.0:0"_s, u"--listen"_s, u"0"_s, u"--cert"_s,
                                file("cert.pem"), u"--key"_s, file("key.pem")}));
        const auto said = QString::fromUtf8(m_afoot->said());
        const auto https = QRegularExpression(u"https://0\\.0\\.0\\.0:(\\d+)"_s).match(said);
        QVERIFY2(https.hasMatch(), qPrintable(said));
        QVERIFY(said.contains(u"http://127.0.0.1:"_s)); // goes on
        const QString token = QString::fromUtf8(m_afoot->run({u"token"_s}).out).trimmed();
        const auto asked = [&](const QString &url, const QStringList &more) {
            QProcess process;
            process.setProcessEnvironment(m_afoot->environment());
            process.start(curl, QStringList{u"-sS"_s, u"--max-time"_s, u"20"_s, u"--cacert"_s,
                                            file("cert.pem"), u"-w"_s, u" %{http_code}"_s, url} +
                                    more);
            return AfootProgram::ended(process);
        };
        const QString port = https.captured(1);
        const QString header = u"Authorization: Bearer "_s + token;
        const Ran fine = asked(u"https://localhost:%1/healthz"_s.arg(port), {u"-H"_s, header});
        QVERIFY2(fine.out.endsWith(" 200") && fine.out.contains("\"ok\""),
                 (fine.out + fine.err).constData());
        // an address of this machine needs no telling where all are listened on
        const Ran byAddress = asked(u"https://127.0.0.1:%1/healthz"_s.arg(port), {u"-H"_s, header});
        QVERIFY2(byAddress.out.endsWith(" 200"), (byAddress.out + byAddress.err).constData());
        QVERIFY(asked(u"https://localhost:%1/healthz"_s.arg(port), {}).out.endsWith(" 401"));
        const Ran plain = asked(u"http://localhost:%1/healthz"_s.arg(port), {u"-H"_s, header});
        QVERIFY2(plain.out.contains("https://") && plain.out.endsWith(" 400"),
                 plain.out.constData());
        const Ran ended = m_afoot->stopServing();
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.err.contains("every address of this machine"), ended.err.constData());
    }

    void whatIsWrongWithTheCertificateIsSaid()
    {
        written(file("other.pem").toStdString(), Certificate().keyPem());
        const QStringList base{u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s,  u"--listen"_s,
                               u"none"_s,  u"--cert"_s,   file("cert.pem")};
        const Ran other = m_afoot->run(base + QStringList{u"--key"_s, file("other.pem")});
        QCOMPARE(other.code, 74);
        QVERIFY2(other.err.contains("does not belong"), other.err.constData());
        QFile(file("key.pem"))
            .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        const Ran shown = m_afoot->run(base + QStringList{u"--key"_s, file("key.pem")});
        QCOMPARE(shown.code, 74);
        QVERIFY2(shown.err.contains("chmod 600"), shown.err.constData());
        QCOMPARE(shown.err.count('\n'), 1);
        QVERIFY(!QFile::exists(m_afoot->socket())); // nothing is left in the way
    }

    void anEndedCertificateIsSaid()
    {
        const Certificate ended({.lasts = std::chrono::hours(-1)});
        written(file("cert.pem").toStdString(), ended.pem());
        written(file("key.pem").toStdString(), ended.keyPem());
        QVERIFY(m_afoot->serve({u"--listen"_s, u"0.0.0.0:0"_s, u"--listen"_s, u"none"_s,
                                u"--cert"_s, file("cert.pem"), u"--key"_s, file("key.pem")}));
        QVERIFY(!m_afoot->said().contains("http://127.0.0.1"));
        const Ran ran = m_afoot->stopServing();
        QVERIFY2(ran.err.contains("ran out"), ran.err.constData());
    }

private:
    QString file(const char *name) const
    {
        return m_afoot->home() + u'/' + QString::fromLatin1(name);
    }

    Certificate m_certificate{};
    std::unique_ptr<AfootProgram> m_afoot{};
};

QTEST_GUILESS_MAIN(TestCliTls)
#include "tst_clitls.moc"
