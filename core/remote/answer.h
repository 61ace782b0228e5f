#pragma once

#include "core/follow/answerfailure.h"
#include "core/remote/transport.h"

#include <QAbstractSocket>
#include <QByteArray>
#include <QNetworkReply>
#include <QSslError>

#include <optional>
#include <string>

namespace afoot::remote {

/// What answers of servers and errors of the network mean. Free functions; any thread.

/// "text/event-stream" of "Text/Event-Stream; charset=x": lower case, without parameters. The last one wins where a
/// header came several times; empty when none is a MIME type.
QByteArray mimeEssence(const QByteArray &contentType);

/// RFC 9110, 10.2.3: seconds or a date in any of the three forms; a date is taken from @p date, the answer's own
/// Date header, where that is one, else from @p now. Never negative. Unset when it is neither.
std::optional<Millis> retryAfterOf(const QByteArray &retryAfter, const QByteArray &date,
                                   WallTime now);

/// Whether there is an Authorization among @p headers.
Credentials credentialsIn(const Headers &headers);

/// The clause for a person whose request was refused: what the server said, where its body is JSON with a sentence in
/// it ("error", "message", "detail", also inside "error"), cleaned and cut; else the status.
std::string refusalOf(int status, std::string_view body, Credentials credentials);

/// Sentences for a person; none holds an address, a header or more than Qt's own words for rare errors.
std::string sentenceOf(const QSslError &error);
std::string sentenceOf(QNetworkReply::NetworkError error);
std::string sentenceOf(QAbstractSocket::SocketError error);

} // namespace afoot::remote
