#include "tests/support/certificates.h"

#include <fstream>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdexcept>
#include <sys/stat.h>

namespace afoot::test {

namespace {

void addExtension(X509 *certificate, int what, const std::string &value)
{
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str());
    if (extension == nullptr)
        throw std::runtime_error("no extension " + value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

template <typename Write> std::string pemFrom(Write write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    write(bio.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

} // namespace

Certificate::Certificate(const Wish &wish) : m_key(EVP_EC_gen("P-256")), m_x509(X509_new())
{
    static long serial = 1;
    X509 *const x509 = m_x509.get();
    X509_set_version(x509, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x509), -3600L * 24 * 365);
    X509_gmtime_adj(X509_getm_notAfter(x509), static_cast<long>(wish.lasts.count()));
    X509_set_pubkey(x509, m_key.get());
    const std::string called = "afoot test " + std::to_string(serial);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(called.c_str()), -1, -1, 0);
    const Certificate &issuer = wish.issuer == nullptr ? *this : *wish.issuer;
    X509_set_issuer_name(x509, X509_get_subject_name(issuer.x509()));
    addExtension(x509, NID_basic_constraints,
                 wish.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.names.empty())
        addExtension(x509, NID_subject_alt_name, wish.names);
    if (X509_sign(x509, issuer.m_key.get(), EVP_sha256()) == 0)
        throw std::runtime_error("no signature");
}

std::string Certificate::pem() const
{
    return pemFrom([this](BIO *bio) { PEM_write_bio_X509(bio, m_x509.get()); });
}

std::string Certificate::keyPem(const std::string &passphrase) const
{
    return pemFrom([&](BIO *bio) {
        PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(),
                                      passphrase.empty() ? nullptr : EVP_aes_128_cbc(),
                                      passphrase.empty() ? nullptr : passphrase.c_str(),
                                      static_cast<int>(passphrase.size()), nullptr, nullptr);
    });
}

std::string written(const std::string &path, const std::string &content, unsigned mode)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
    ::chmod(path.c_str(), static_cast<mode_t>(mode));
    return path;
}

} // namespace afoot::test
