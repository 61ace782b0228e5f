#include "app/shared/owndialects.h"

#include "core/dialect/dialectfile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace afoot {

Result<std::string> readDialectFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(dialect::maxFileBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    // a folder opens and then cannot be read
    if (!file.is_open() || file.bad() || (file.gcount() == 0 && !file.eof())) {
        return Error{.code = Error::Code::NotFound,
                     .name = "unreadable",
                     .detail = "It cannot be read; is it there, and a file that you may read?"};
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > dialect::maxFileBytes) {
        return Error{.code = Error::Code::TooLarge,
                     .name = "too_large",
                     .detail = "A dialect file has at most 256 KiB."};
    }
    return text;
}

std::vector<OwnDialect> ownDialects(const std::string &folder)
{
    std::vector<std::string> paths;
    std::error_code error; // a missing folder is no trouble
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path().extension() == ".json")
            paths.push_back(entry->path().string());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<OwnDialect> own;
    for (std::string &path : paths) {
        const auto text = readDialectFile(path);
        auto dialect = text ? dialect::dialectFromJson(*text) : text.error();
        own.push_back({.path = std::move(path), .dialect = std::move(dialect)});
    }
    return own;
}

std::vector<const dialect::Dialect *> usableOf(const std::vector<OwnDialect> &own)
{
    std::vector<const dialect::Dialect *> usable;
    for (const OwnDialect &one : own) {
        if (one.dialect)
            usable.push_back(&*one.dialect);
    }
    return usable;
}

const dialect::Dialect *dialectNamed(const std::vector<OwnDialect> &own, std::string_view name)
{
    for (const dialect::Dialect *const dialect : usableOf(own)) {
        if (dialect->name == name)
            return dialect;
    }
    return dialect::builtInNamed(name);
}

} // namespace afoot
