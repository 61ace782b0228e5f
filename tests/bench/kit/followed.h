#pragma once

#include "app/shared/sourcelist.h"
#include "tests/bench/kit/backends.h"

#include <vector>

namespace afoot::bench {

/// @p backends as the sources of a person who follows all of them.
inline std::vector<SavedSource> sourcesOf(const Backends &backends)
{
    std::vector<SavedSource> list;
    for (const BackendStream &stream : backends.streams())
        list.push_back({.name = "source" + std::to_string(list.size()),
                        .url = (stream.isWebSocket ? "ws" : "http") + std::string("://127.0.0.1:") +
                               std::to_string(stream.port) + stream.path,
                        .dialect = stream.dialect});
    return list;
}

} // namespace afoot::bench
