#pragma once

#include "core/model/job.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace afoot {

/// Which slot a job lies in, by its key. The keys stay where the slots have them: an entry is a number, so that the
/// table of ten thousand jobs fits into a processor's cache.
///
/// Threads: one at a time. Needed for life: whatever @c keyOf reads.
class SlotIndex
{
public:
    using KeyOf = std::function<const JobKey &(std::uint32_t slot)>;

    explicit SlotIndex(KeyOf keyOf);
    ~SlotIndex();
    SlotIndex(const SlotIndex &) = delete;
    SlotIndex &operator=(const SlotIndex &) = delete;

    std::optional<std::uint32_t> find(const JobKey &key) const;
    /// The key of @p slot is there, and in no other slot; it stays the same until erase().
    void insert(std::uint32_t slot);
    void erase(std::uint32_t slot);
    std::size_t size() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace afoot
