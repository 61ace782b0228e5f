#include "core/serve/tlsfiles.h"

#include "core/serve/sockets.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot::serve {

namespace {

using BioPtr = OpenSslPtr<BIO, &OpenSsl::BIO_free>;
using NamesPtr = OpenSslPtr<GENERAL_NAMES, &OpenSsl::GENERAL_NAMES_free>;

constexpr std::size_t maxFileBytes = 1U << 20U;

enum class Kind { Certificate, Key };

Error bad(Kind kind, std::string detail)
{
    return {Error::Code::BadInput,
            kind == Kind::Key ? "bad_key" : "bad_certificate",
            std::move(detail),
            {}};
}

Error unreadable(Kind kind, const std::string &path, int number)
{
    return bad(kind, std::string("Cannot read the ") + (kind == Kind::Key ? "key" : "certificate") +
                         " in " + path + ": " + std::strerror(number) + ".");
}

/// Whoever has the key can pose as this machine. Its owner alone may read it; a group too where it is root's, as
/// distributions give keys to services.
std::optional<Error> checkAccess(const std::string &path, int fd)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return unreadable(Kind::Key, path, errno);
    const bool isRoots = info.st_uid == 0;
    if (!isRoots && info.st_uid != ::geteuid())
        return Error{Error::Code::Refused,
                     "key_exposed",
                     "The key in " + path + " belongs to another user; take one of your own.",
                     {}};
    const mode_t others = isRoots ? S_IWGRP | S_IXGRP | S_IRWXO : S_IRWXG | S_IRWXO;
    if ((info.st_mode & others) != 0)
        return Error{Error::Code::Refused,
                     "key_exposed",
                     "Others may read the key in " + path + "; run chmod 600 on it.",
                     {}};
    return std::nullopt;
}

/// A pipe will do, such as a shell's <(…).
Result<std::string> contentOf(Kind kind, const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return unreadable(kind, path, errno);
    if (kind == Kind::Key) {
        if (auto trouble = checkAccess(path, file.value()))
            return std::move(*trouble);
    }
    std::string content;
    std::array<char, 16U << 10U> part{};
    for (;;) {
        const auto count = ::read(file.value(), part.data(), part.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable(kind, path, errno);
        if (count == 0)
            return content;
        content.append(part.data(), static_cast<std::size_t>(count));
        if (content.size() > maxFileBytes)
            return bad(kind, path + " is too large for a certificate or a key.");
    }
}

/// In place of the question for a passphrase that OpenSSL would put to a terminal: notes that there is one.
int notePassphrase(char * /*into*/, int /*size*/, int /*isWriting*/, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

std::optional<std::string> addressIn(std::string_view bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (bytes.size() == 4 && ::inet_ntop(AF_INET, bytes.data(), text.data(), text.size()))
        return std::string(text.data());
    if (bytes.size() == 16 && ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size()))
        return '[' + std::string(text.data()) + ']';
    return std::nullopt;
}

} // namespace

Result<std::vector<Certificate>> readCertificates(const OpenSsl &library, const std::string &path)
{
    const Result<std::string> content = contentOf(Kind::Certificate, path);
    if (!content)
        return content.error();
    const BioPtr bio(library.BIO_new_mem_buf(content->data(), static_cast<int>(content->size())),
                     {&library});
    std::vector<Certificate> certificates;
    while (X509 *const next = library.PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        certificates.push_back(Certificate(next, {&library}));
    // what ended it: no further one, or one that is damaged
    const auto reason = ERR_GET_REASON(library.ERR_peek_last_error());
    const std::string said = library.trouble();
    library.ERR_clear_error();
    if (certificates.empty() && reason == PEM_R_NO_START_LINE)
        return bad(Kind::Certificate,
                   path + " has no certificate in PEM form (\"-----BEGIN CERTIFICATE-----\").");
    if (reason != PEM_R_NO_START_LINE)
        return bad(Kind::Certificate, "A certificate in " + path + " is damaged: " + said + ".");
    return certificates;
}

Result<PrivateKey> readKey(const OpenSsl &library, const std::string &path)
{
    const Result<std::string> content = contentOf(Kind::Key, path);
    if (!content)
        return content.error();
    const BioPtr bio(library.BIO_new_mem_buf(content->data(), static_cast<int>(content->size())),
                     {&library});
    bool wasAsked = false;
    PrivateKey key(library.PEM_read_bio_PrivateKey(bio.get(), nullptr, notePassphrase, &wasAsked),
                   {&library});
    library.ERR_clear_error();
    if (key)
        return key;
    if (wasAsked)
        return bad(Kind::Key, "The key in " + path +
                                  " has a passphrase, and a tracker has nobody to ask for it; "
                                  "\"openssl pkey -in FILE -out FILE\" writes one without.");
    return bad(Kind::Key,
               path + " has no private key in PEM form (\"-----BEGIN PRIVATE KEY-----\").");
}

std::vector<std::string> namesIn(const OpenSsl &library, const X509 *certificate)
{
    const NamesPtr all(static_cast<GENERAL_NAMES *>(library.X509_get_ext_d2i(
                           certificate, NID_subject_alt_name, nullptr, nullptr)),
                       {&library});
    std::vector<std::string> names;
    if (!all)
        return names;
    const auto *const stack = reinterpret_cast<const OPENSSL_STACK *>(all.get());
    for (int i = 0; i < library.OPENSSL_sk_num(stack); ++i) {
        const auto *const name =
            static_cast<const GENERAL_NAME *>(library.OPENSSL_sk_value(stack, i));
        if (name->type != GEN_DNS && name->type != GEN_IPADD)
            continue;
        const ASN1_STRING *const text = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
        const std::string_view bytes(
            reinterpret_cast<const char *>(library.ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(library.ASN1_STRING_length(text)));
        if (name->type == GEN_DNS && bytes.find('*') == std::string_view::npos)
            names.emplace_back(bytes);
        if (auto address = name->type == GEN_IPADD ? addressIn(bytes) : std::nullopt)
            names.push_back(std::move(*address));
    }
    return names;
}

WallTime expiryOf(const OpenSsl &library, const X509 *certificate)
{
    std::tm parts = {};
    if (library.ASN1_TIME_to_tm(library.X509_get0_notAfter(certificate), &parts) != 1)
        return {};
    return WallTime(std::chrono::seconds(::timegm(&parts)));
}

} // namespace afoot::serve
