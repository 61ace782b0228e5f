#pragma once

#include "core/dialect/dialect.h"

#include <boost/json.hpp>

#include <functional>
#include <initializer_list>
#include <limits>

namespace afoot::dialect {

/// One value of a dialect file with its JSON Pointer, so that what is wrong with it can be said by place.
/// Inside core/dialect only.
///
/// A read of an absent value returns its default; a wrong one adds a problem and returns the default too, so that one
/// pass finds them all. Owns nothing: the file's value and the list of problems must outlive it.
class FileNode
{
public:
    FileNode(const boost::json::value *value, std::string path, std::vector<Error> &problems)
        : m_value(value), m_path(std::move(path)), m_problems(&problems)
    {
    }

    explicit operator bool() const { return m_value != nullptr; }
    const boost::json::value &value() const { return *m_value; }
    const std::string &path() const { return m_path; }
    bool isString() const { return m_value != nullptr && m_value->is_string(); }
    bool isArray() const { return m_value != nullptr && m_value->is_array(); }
    bool isObject() const { return m_value != nullptr && m_value->is_object(); }

    void complain(std::string sentence, const char *name = "bad_value") const;
    /// An object with no other members than these; complains otherwise. False when absent.
    bool object(std::initializer_list<std::string_view> keys) const;
    FileNode operator[](std::string_view key) const;
    /// The same, and complains when it is not there.
    FileNode need(std::string_view key) const;

    std::string text() const;
    bool boolean(bool otherwise) const;
    /// @p min and @p max are whole.
    std::optional<double> number(double min, double max) const;
    std::optional<int> whole(int min, int max) const;
    std::optional<Millis> millis() const;
    std::optional<Pointer> pointer() const;
    /// JSON text of an object.
    std::string objectText() const;

    /// Every element of an array; a lone value counts as an array of one when @p lone says so.
    enum class Lone { Refused, Allowed };
    void each(const std::function<void(FileNode)> &take, Lone lone = Lone::Refused) const;
    void eachMember(const std::function<void(std::string_view key, FileNode)> &take) const;

    /// One of the words; the first when it is none, after complaining.
    template <typename Word>
    Word word(std::initializer_list<std::pair<std::string_view, Word>> words) const
    {
        const std::string said = text();
        std::string list;
        for (const auto &[name, meaning] : words) {
            if (m_value != nullptr && m_value->is_string() && said == name)
                return meaning;
            list.append(list.empty() ? "" : ", ").append(name);
        }
        if (m_value != nullptr && m_value->is_string())
            complain("\"" + said + "\" is not known here; write one of " + list + ".");
        return words.begin()->second;
    }

private:
    const boost::json::value *m_value;
    std::string m_path;
    std::vector<Error> *m_problems;
};

/// The rules of a file (filerules.cpp).
std::vector<Rule> rulesFrom(const FileNode &node);
std::vector<Condition> conditionsFrom(const FileNode &node);
std::optional<State> stateFrom(const FileNode &node);

} // namespace afoot::dialect
