#include "core/remote/transport.h"

#include "core/remote/ssetransport.h"
#include "core/remote/wstransport.h"

namespace afoot::remote {

std::unique_ptr<Transport> makeTransport(dialect::Transport kind, Network &network)
{
    if (kind == dialect::Transport::WebSocket)
        return std::make_unique<WsTransport>(network);
    return std::make_unique<SseTransport>(network);
}

} // namespace afoot::remote
