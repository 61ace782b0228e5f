#include "core/dialect/filenode.h"

#include <algorithm>
#include <cmath>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t maxTextBytes = 4096;

} // namespace

void FileNode::complain(std::string sentence, const char *name) const
{
    m_problems->push_back({.code = Error::Code::BadInput,
                           .name = name,
                           .detail = std::move(sentence),
                           .field = m_path});
}

bool FileNode::object(std::initializer_list<std::string_view> keys) const
{
    if (m_value == nullptr)
        return false;
    const auto *object = m_value->if_object();
    if (object == nullptr) {
        complain("This must be an object in {}.", "wrong_type");
        return false;
    }
    for (const auto &member : *object) {
        if (std::find(keys.begin(), keys.end(), std::string_view(member.key())) != keys.end())
            continue;
        std::string list;
        for (const std::string_view key : keys)
            list.append(list.empty() ? "" : ", ").append(key);
        (*this)[member.key()].complain("There is no \"" + std::string(member.key()) +
                                           "\" here; what may stand here is " + list + ".",
                                       "unknown_key");
    }
    return true;
}

FileNode FileNode::operator[](std::string_view key) const
{
    const auto *object = m_value != nullptr ? m_value->if_object() : nullptr;
    return {object != nullptr ? object->if_contains(key) : nullptr,
            m_path + toString(Pointer{{std::string(key)}}), *m_problems};
}

FileNode FileNode::need(std::string_view key) const
{
    FileNode node = (*this)[key];
    if (isObject() && !node)
        node.complain("\"" + std::string(key) + "\" is missing; add it.", "missing_key");
    return node;
}

std::string FileNode::text() const
{
    if (m_value == nullptr)
        return {};
    const auto *string = m_value->if_string();
    if (string == nullptr) {
        complain("This must be a text in quotes.", "wrong_type");
        return {};
    }
    if (string->size() > maxTextBytes) {
        complain("This text is longer than 4096 bytes; shorten it.", "too_long");
        return {};
    }
    return std::string(*string);
}

bool FileNode::boolean(bool otherwise) const
{
    if (m_value == nullptr)
        return otherwise;
    if (const bool *boolean = m_value->if_bool())
        return *boolean;
    complain("This must be true or false.", "wrong_type");
    return otherwise;
}

std::optional<double> FileNode::number(double min, double max) const
{
    if (m_value == nullptr)
        return std::nullopt;
    if (m_value->is_number()) {
        const auto number = m_value->to_number<double>();
        if (number >= min && number <= max)
            return number;
    }
    complain("This must be a number from " + std::to_string(std::lround(min)) + " to " +
                 std::to_string(std::lround(max)) + ".",
             m_value->is_number() ? "out_of_range" : "wrong_type");
    return std::nullopt;
}

std::optional<int> FileNode::whole(int min, int max) const
{
    const auto number = this->number(min, max);
    if (number && *number != std::floor(*number)) {
        complain("This must be a whole number.", "wrong_type");
        return std::nullopt;
    }
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Millis> FileNode::millis() const
{
    if (m_value == nullptr)
        return std::nullopt;
    const auto *count = m_value->if_int64();
    if (count != nullptr && *count > 0 && *count <= 86'400'000)
        return Millis(*count);
    complain("This must be a whole number of milliseconds, from 1 to 86400000 (a day).",
             count != nullptr ? "out_of_range" : "wrong_type");
    return std::nullopt;
}

std::optional<Pointer> FileNode::pointer() const
{
    if (m_value == nullptr)
        return std::nullopt;
    const auto *string = m_value->if_string();
    if (string == nullptr) {
        complain("This must be a JSON Pointer, a text such as \"/data/status\".", "wrong_type");
        return std::nullopt;
    }
    auto pointer = pointerFrom(*string);
    if (!pointer) {
        complain(pointer.error().detail, "bad_pointer");
        return std::nullopt;
    }
    return std::move(pointer).value();
}

std::string FileNode::objectText() const
{
    if (m_value == nullptr)
        return {};
    if (!m_value->is_object()) {
        complain("This must be an object in {}.", "wrong_type");
        return {};
    }
    return json::serialize(*m_value);
}

void FileNode::each(const std::function<void(FileNode)> &take, Lone lone) const
{
    if (m_value == nullptr)
        return;
    const auto *array = m_value->if_array();
    if (array == nullptr && lone == Lone::Allowed) {
        take(*this);
        return;
    }
    if (array == nullptr) {
        complain("This must be a list in [].", "wrong_type");
        return;
    }
    for (std::size_t i = 0; i < array->size(); ++i)
        take({&(*array)[i], m_path + "/" + std::to_string(i), *m_problems});
}

void FileNode::eachMember(const std::function<void(std::string_view key, FileNode)> &take) const
{
    if (m_value == nullptr)
        return;
    const auto *object = m_value->if_object();
    if (object == nullptr) {
        complain("This must be an object in {}.", "wrong_type");
        return;
    }
    for (const auto &member : *object)
        take(member.key(), (*this)[member.key()]);
}

} // namespace afoot::dialect
