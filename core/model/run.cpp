#include "core/model/run.h"

namespace afoot {

bool isForAll(const RunQuery &query)
{
    const RunQuery pages{.limit = query.limit, .after = query.after};
    return query == pages;
}

} // namespace afoot
