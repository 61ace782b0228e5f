#include "core/track/slotindex.h"

#include <boost/unordered/unordered_flat_set.hpp>

namespace afoot {

namespace {

struct Hash
{
    using is_transparent = void;
    using is_avalanching = void; // every bit of std::hash of a string depends on all of it
    const SlotIndex::KeyOf *keyOf;

    std::size_t operator()(const JobKey &key) const { return JobKeyHash()(key); }
    std::size_t operator()(std::uint32_t slot) const { return (*this)((*keyOf)(slot)); }
};

struct Equal
{
    using is_transparent = void;
    const SlotIndex::KeyOf *keyOf;

    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(const JobKey &key, std::uint32_t slot) const { return key == (*keyOf)(slot); }
    bool operator()(std::uint32_t slot, const JobKey &key) const { return key == (*keyOf)(slot); }
};

} // namespace

struct SlotIndex::Private
{
    explicit Private(KeyOf given) : keyOf(std::move(given)) {}

    const KeyOf keyOf;
    boost::unordered_flat_set<std::uint32_t, Hash, Equal> slots{0, Hash{&keyOf}, Equal{&keyOf}};
};

SlotIndex::SlotIndex(KeyOf keyOf) : m_d(std::make_unique<Private>(std::move(keyOf))) {}

SlotIndex::~SlotIndex() = default;

std::optional<std::uint32_t> SlotIndex::find(const JobKey &key) const
{
    const auto found = m_d->slots.find(key);
    return found == m_d->slots.end() ? std::nullopt : std::optional(*found);
}

void SlotIndex::insert(std::uint32_t slot)
{
    m_d->slots.insert(slot);
}

void SlotIndex::erase(std::uint32_t slot)
{
    m_d->slots.erase(slot);
}

std::size_t SlotIndex::size() const
{
    return m_d->slots.size();
}

} // namespace afoot
