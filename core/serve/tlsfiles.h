#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"
#include "core/serve/openssl.h"

#include <string>
#include <vector>

namespace afoot::serve {

using Certificate = OpenSslPtr<X509, &OpenSsl::X509_free>;
using PrivateKey = OpenSslPtr<EVP_PKEY, &OpenSsl::EVP_PKEY_free>;

/// All certificates of a PEM file (RFC 7468) in order, at least one. Error "bad_certificate".
Result<std::vector<Certificate>> readCertificates(const OpenSsl &library, const std::string &path);

/// The key of a PEM file. Error "key_exposed" when others may read it, else "bad_key", also when it has a
/// passphrase: there may be nobody to ask.
Result<PrivateKey> readKey(const OpenSsl &library, const std::string &path);

/// The names and addresses in the certificate's subjectAltName (RFC 5280, section 4.2.1.6), those with a * left out.
std::vector<std::string> namesIn(const OpenSsl &library, const X509 *certificate);

WallTime expiryOf(const OpenSsl &library, const X509 *certificate);

} // namespace afoot::serve
