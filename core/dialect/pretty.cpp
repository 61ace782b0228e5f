#include "core/dialect/pretty.h"

#include <boost/json.hpp>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t width = 110;

std::string onOneLine(const json::value &value)
{
    std::string line;
    if (const auto *object = value.if_object()) {
        for (const auto &member : *object)
            line += (line.empty() ? "" : ", ") + json::serialize(json::string(member.key())) +
                    ": " + onOneLine(member.value());
        return '{' + line + '}';
    }
    if (const auto *array = value.if_array()) {
        for (const json::value &item : *array)
            line += (line.empty() ? "" : ", ") + onOneLine(item);
        return '[' + line + ']';
    }
    return json::serialize(value);
}

void write(std::string &out, const json::value &value, std::size_t indent, std::size_t before)
{
    const std::string line = onOneLine(value);
    const bool isTop = indent == 0;
    if (!value.is_structured() || (!isTop && before + line.size() <= width)) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    const auto *object = value.if_object();
    out += object != nullptr ? "{" : "[";
    const char *comma = "\n";
    if (object != nullptr) {
        for (const auto &member : *object) {
            const std::string key = json::serialize(json::string(member.key())) + ": ";
            out += comma + margin + key;
            write(out, member.value(), indent + 2, indent + 2 + key.size());
            comma = ",\n";
        }
    } else {
        for (const json::value &item : value.get_array()) {
            out += comma + margin;
            write(out, item, indent + 2, indent + 2);
            comma = ",\n";
        }
    }
    out += '\n' + std::string(indent, ' ') + (object != nullptr ? '}' : ']');
}

} // namespace

std::string prettyJson(const json::value &value)
{
    std::string out;
    write(out, value, 0, 0);
    return out + '\n';
}

} // namespace afoot::dialect
