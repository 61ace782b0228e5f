#include "core/serve/openssl.h"

#include <dlfcn.h>

namespace afoot::serve {

namespace {

#define AFOOT_TEXT_OF(value) #value
#define AFOOT_TEXT(value) AFOOT_TEXT_OF(value)
// the version that the headers describe, and no other
constexpr char sslName[] = "libssl.so." AFOOT_TEXT(OPENSSL_SHLIB_VERSION);
constexpr char cryptoName[] = "libcrypto.so." AFOOT_TEXT(OPENSSL_SHLIB_VERSION);

Error cannotLoad()
{
    const char *const said = ::dlerror(); // NOLINT(concurrency-mt-unsafe): per thread in glibc
    return {Error::Code::Unavailable,
            "no_tls",
            std::string("Listening with TLS needs OpenSSL, which cannot be loaded: ") +
                (said == nullptr ? "no reason was given" : said) + ".",
            {}};
}

template <typename Function> bool find(void *library, const char *name, Function &into)
{
    into = reinterpret_cast<Function>(::dlsym(library, name));
    return into != nullptr;
}

Result<OpenSsl> loadNow()
{
    void *const crypto = ::dlopen(cryptoName, RTLD_NOW | RTLD_LOCAL);
    void *const ssl = crypto == nullptr ? nullptr : ::dlopen(sslName, RTLD_NOW | RTLD_LOCAL);
    if (ssl == nullptr)
        return cannotLoad();
    OpenSsl table;
    bool isWhole = true;
#define AFOOT_OPENSSL_FIND(name) isWhole = isWhole && find(ssl, #name, table.name);
    AFOOT_OPENSSL_SSL(AFOOT_OPENSSL_FIND)
#undef AFOOT_OPENSSL_FIND
#define AFOOT_OPENSSL_FIND(name) isWhole = isWhole && find(crypto, #name, table.name);
    AFOOT_OPENSSL_CRYPTO(AFOOT_OPENSSL_FIND)
#undef AFOOT_OPENSSL_FIND
    if (!isWhole)
        return cannotLoad();
    return table;
}

} // namespace

Result<const OpenSsl *> OpenSsl::load()
{
    static const Result<OpenSsl> loaded = loadNow();
    if (!loaded)
        return loaded.error();
    return &loaded.value();
}

std::string OpenSsl::trouble() const
{
    const unsigned long number = ERR_peek_last_error();
    const char *const reason = number == 0 ? nullptr : ERR_reason_error_string(number);
    return reason == nullptr ? "no reason given" : reason;
}

} // namespace afoot::serve
