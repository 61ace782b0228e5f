#include "core/dialect/jsonpointer.h"

#include <boost/json.hpp>

#include <charconv>
#include <optional>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

/// RFC 6901, section 4: 0, or digits without a leading zero.
std::optional<std::size_t> indexFrom(std::string_view token)
{
    if (token.empty() || (token.size() > 1 && token.front() == '0'))
        return std::nullopt;
    std::size_t index = 0;
    const auto end = std::from_chars(token.data(), token.data() + token.size(), index);
    if (end.ec != std::errc() || end.ptr != token.data() + token.size() || token.front() == '-')
        return std::nullopt;
    return index;
}

Error bad(std::string_view text, const char *why)
{
    return {.code = Error::Code::BadInput,
            .name = "bad_pointer",
            .detail = "\"" + std::string(text) + "\" is no JSON Pointer: " + why};
}

/// True when put() would find its way from @p value along @p tokens.
bool isOpen(const json::value *value, const Pointer &pointer)
{
    for (const std::string &token : pointer.tokens) {
        if (value == nullptr || value->is_null())
            return true;
        if (const auto *object = value->if_object()) {
            value = object->if_contains(token);
        } else if (const auto *array = value->if_array()) {
            const auto index = token == "-" ? array->size() : indexFrom(token);
            if (!index || *index > array->size())
                return false;
            value = *index < array->size() ? &(*array)[*index] : nullptr;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

Result<Pointer> pointerFrom(std::string_view text)
{
    Pointer pointer;
    if (text.empty())
        return pointer;
    if (text.front() != '/')
        return bad(text, "it must be empty or begin with \"/\".");
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/') {
            pointer.tokens.emplace_back();
        } else if (text[i] != '~') {
            pointer.tokens.back() += text[i];
        } else if (i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1')) {
            pointer.tokens.back() += text[++i] == '0' ? '~' : '/';
        } else {
            return bad(text, "write \"~\" as \"~0\" and \"/\" in a name as \"~1\".");
        }
    }
    return pointer;
}

std::string toString(const Pointer &pointer)
{
    std::string text;
    for (const std::string &token : pointer.tokens) {
        text += '/';
        for (const char c : token) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    }
    return text;
}

Pointer operator/(const Pointer &head, const Pointer &tail)
{
    Pointer whole = head;
    whole.tokens.insert(whole.tokens.end(), tail.tokens.begin(), tail.tokens.end());
    return whole;
}

const json::value *at(const json::value &root, const Pointer &pointer)
{
    const json::value *value = &root;
    for (const std::string &token : pointer.tokens) {
        if (const auto *object = value->if_object()) {
            value = object->if_contains(token);
        } else if (const auto *array = value->if_array()) {
            const auto index = indexFrom(token);
            value = index && *index < array->size() ? &(*array)[*index] : nullptr;
        } else {
            value = nullptr;
        }
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

bool put(json::value &root, const Pointer &pointer, json::value value)
{
    if (!isOpen(&root, pointer))
        return false;
    json::value *here = &root;
    for (const std::string &token : pointer.tokens) {
        if (here->is_null())
            here->emplace_object();
        if (auto *object = here->if_object()) {
            here = &(*object)[token];
        } else {
            json::array &array = here->get_array();
            const std::size_t index = token == "-" ? array.size() : *indexFrom(token);
            if (index == array.size())
                array.emplace_back(nullptr);
            here = &array[index];
        }
    }
    *here = std::move(value);
    return true;
}

} // namespace afoot::dialect
