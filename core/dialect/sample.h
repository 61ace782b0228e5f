#pragma once

#include "core/dialect/dialect.h"

#include <boost/json.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::dialect {

/// Messages that were overheard, by the places where something stands in them. Inside core/dialect only.
/// Threads: values; the caller's.

/// One place in the messages, such as "/data/status".
struct Place
{
    Pointer at{};
    std::string name{};      ///< plain (vocabulary.h)
    std::string qualified{}; ///< the same with the name of the object that it is in: "errormessage"
    /// What stands there: the number of the message and the value, which belongs to the sample.
    std::vector<std::pair<std::size_t, const boost::json::value *>> values{};

    bool isNamed(std::string_view plain) const { return name == plain || qualified == plain; }
};

class Sample
{
public:
    /// Takes at most so many messages, spread over all of them with the first and the last, and places of each.
    static constexpr std::size_t maxMessages = 500;
    static constexpr std::size_t maxPlaces = 2000;

    /// The messages must outlive it.
    explicit Sample(const std::vector<std::string> &messages);

    const std::vector<boost::json::value> &messages() const { return m_messages; } ///< objects
    const std::vector<const std::string *> &texts() const { return m_texts; }      ///< of the same
    std::size_t unreadable() const { return m_unreadable; } ///< no objects, or too large
    const std::vector<Place> &places() const { return m_places; }
    /// The place without the messages that are not among @p chosen.
    static Place among(const Place &place, const std::set<std::size_t> &chosen);

private:
    void walk(std::size_t message, const boost::json::object &object, const Pointer &root,
              const std::string &name);

    std::vector<boost::json::value> m_messages{};
    std::vector<const std::string *> m_texts{};
    std::vector<Place> m_places{};                ///< in the order in which they first came
    std::map<std::string, std::size_t> m_index{}; ///< of the places, by their pointers
    std::size_t m_unreadable = 0;
};

/// May be written into a file that people read: nothing in it that cleanText() would take out.
bool isClean(std::string_view text);
/// Texts that stand there, each once, in their order; values of other kinds are left out.
std::vector<std::string> textsAt(const Place &place);
/// All values there, but for null, are as @p fits wants; there is one such.
template <typename Fits> bool allFit(const Place &place, Fits fits)
{
    bool any = false;
    for (const auto &[message, value] : place.values) {
        if (value->is_null())
            continue;
        if (!fits(*value))
            return false;
        any = true;
    }
    return any;
}

} // namespace afoot::dialect
