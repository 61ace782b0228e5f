#pragma once

#include <chrono>
#include <memory>
#include <openssl/ssl.h>
#include <string>
#include <vector>

namespace afoot::test {

/// A certificate with its key, made for one test and never written anywhere but where the test says.
class Certificate
{
public:
    struct Wish
    {
        std::string names = "DNS:localhost,DNS:tracker.example,IP:127.0.0.1"; ///< subjectAltName
        const Certificate *issuer = nullptr; ///< itself, when there is none
        bool isAuthority = false;
        std::chrono::seconds lasts = std::chrono::hours(24);
    };

    explicit Certificate(const Wish &wish);
    Certificate() : Certificate(Wish{}) {}

    std::string pem() const;
    std::string keyPem(const std::string &passphrase = {}) const;
    X509 *x509() const { return m_x509.get(); }

private:
    struct Free
    {
        void operator()(X509 *x509) const { X509_free(x509); }
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    };
    std::unique_ptr<EVP_PKEY, Free> m_key;
    std::unique_ptr<X509, Free> m_x509;
};

/// Writes @p content to @p path with mode @p mode and gives the path.
std::string written(const std::string &path, const std::string &content, unsigned mode = 0600);

} // namespace afoot::test
