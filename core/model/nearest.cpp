#include "core/model/nearest.h"

#include <algorithm>
#include <limits>

namespace afoot {

namespace {

/// Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = std::max(i, j);
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                   cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::string nearest(std::string_view word, const std::vector<std::string> &known)
{
    std::string best;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    if (word.size() > 64)
        return best;
    for (const std::string &candidate : known) {
        const bool begins = word.size() >= 3 && candidate.starts_with(word);
        const std::size_t far = begins ? 1 : distance(word, candidate);
        if (far < least && far <= std::max<std::size_t>(candidate.size() / 3, 1)) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace afoot
