#pragma once

#include "tests/support/tlswire.h"

#include <QTemporaryDir>

namespace afoot::test {

/// A house that listens under TLS on a port of its own, beside its other doors.
struct TlsHouse
{
    enum class Compat { No, Yes };

    explicit TlsHouse(const serve::Limits &limits = {}, Compat compat = Compat::No)
        : house(optionsFor(limits, compat))
    {
    }

    serve::ServerOptions optionsFor(const serve::Limits &limits, Compat compat)
    {
        serve::ServerOptions options;
        options.limits = limits;
        options.compat = compat == Compat::Yes;
        options.hosts = {"box.lan"};
        options.tls = {.addresses = {{"127.0.0.1", 0}},
                       .certificate = written(path("cert.pem"), certificate.pem()),
                       .key = written(path("key.pem"), certificate.keyPem())};
        return options;
    }
    std::string path(const char *name) const { return folder.path().toStdString() + '/' + name; }
    std::unique_ptr<Wire> wire() const { return std::make_unique<TlsWire>(certificate); }
    std::string port() { return std::to_string(house.server().tlsAddresses().at(0).port); }

    QTemporaryDir folder{};
    Certificate certificate{};
    House house;
};

/// A client under TLS, and what can be asked of its wire.
struct TlsClient
{
    explicit TlsClient(TlsHouse &room, const TlsWire::Terms &terms = {})
        : TlsClient(room.house, std::make_unique<TlsWire>(room.certificate, terms))
    {
    }
    TlsClient(House &house, std::unique_ptr<TlsWire> given)
        : wire(given.get()), raw(house, RawClient::Way::Tls, std::move(given))
    {
    }

    TlsWire *wire;
    RawClient raw;
};

/// Waits until the server has let go of everyone.
inline bool isEmptied(House &house)
{
    return house.pump([&] { return house.server().counters().connections == 0; });
}

} // namespace afoot::test
