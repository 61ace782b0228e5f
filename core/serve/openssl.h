#pragma once

#include "core/model/result.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <string>

namespace afoot::serve {

/// The functions of OpenSSL that TLS takes, loaded when the first certificate is: linked, the library would cost
/// every `afoot run` a third of its start, and hardly anyone listens beyond loopback (decision 6).
///
/// Only the files of TLS include this one. What OpenSSL offers as a macro is called by what stands behind it.
/// Threads: load() from any; the functions as OpenSSL says. Never unloaded.
struct OpenSsl
{
#define AFOOT_OPENSSL_SSL(X)                                                                       \
    X(SSL_CTX_ctrl)                                                                                \
    X(SSL_CTX_free)                                                                                \
    X(SSL_CTX_new)                                                                                 \
    X(SSL_CTX_set_alpn_select_cb)                                                                  \
    X(SSL_CTX_set_cipher_list)                                                                     \
    X(SSL_CTX_set_options)                                                                         \
    X(SSL_CTX_use_PrivateKey)                                                                      \
    X(SSL_CTX_use_certificate)                                                                     \
    X(SSL_free)                                                                                    \
    X(SSL_get_error)                                                                               \
    X(SSL_is_init_finished)                                                                        \
    X(SSL_new)                                                                                     \
    X(SSL_pending)                                                                                 \
    X(SSL_read)                                                                                    \
    X(SSL_set_accept_state)                                                                        \
    X(SSL_set_bio)                                                                                 \
    X(SSL_shutdown)                                                                                \
    X(SSL_write)                                                                                   \
    X(TLS_server_method)
#define AFOOT_OPENSSL_CRYPTO(X)                                                                    \
    X(ASN1_STRING_get0_data)                                                                       \
    X(ASN1_STRING_length)                                                                          \
    X(ASN1_TIME_to_tm)                                                                             \
    X(BIO_clear_flags)                                                                             \
    X(BIO_free)                                                                                    \
    X(BIO_get_data)                                                                                \
    X(BIO_meth_free)                                                                               \
    X(BIO_meth_new)                                                                                \
    X(BIO_meth_set_ctrl)                                                                           \
    X(BIO_meth_set_read)                                                                           \
    X(BIO_meth_set_write)                                                                          \
    X(BIO_new)                                                                                     \
    X(BIO_new_mem_buf)                                                                             \
    X(BIO_set_data)                                                                                \
    X(BIO_set_flags)                                                                               \
    X(BIO_set_init)                                                                                \
    X(ERR_clear_error)                                                                             \
    X(ERR_peek_last_error)                                                                         \
    X(ERR_reason_error_string)                                                                     \
    X(EVP_PKEY_free)                                                                               \
    X(GENERAL_NAMES_free)                                                                          \
    X(OPENSSL_sk_num)                                                                              \
    X(OPENSSL_sk_value)                                                                            \
    X(PEM_read_bio_PrivateKey)                                                                     \
    X(PEM_read_bio_X509)                                                                           \
    X(X509_check_private_key)                                                                      \
    X(X509_free)                                                                                   \
    X(X509_get0_notAfter)                                                                          \
    X(X509_get_ext_d2i)

// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration cannot have them
#define AFOOT_OPENSSL_MEMBER(name) decltype(&::name) name = nullptr;
    AFOOT_OPENSSL_SSL(AFOOT_OPENSSL_MEMBER)
    AFOOT_OPENSSL_CRYPTO(AFOOT_OPENSSL_MEMBER)
#undef AFOOT_OPENSSL_MEMBER

    /// The same table each time, valid for good. Error "no_tls" says what the system's loader said.
    static Result<const OpenSsl *> load();

    /// The latest trouble of this thread, as OpenSSL words it.
    std::string trouble() const;
};

/// Owns a thing of OpenSSL; @p Free is the member that ends it.
template <auto Free> struct OpenSslFree
{
    const OpenSsl *library = nullptr;
    template <typename T> void operator()(T *thing) const { (library->*Free)(thing); }
};
template <typename T, auto Free> using OpenSslPtr = std::unique_ptr<T, OpenSslFree<Free>>;

} // namespace afoot::serve
