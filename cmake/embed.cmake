# Makes a .cpp of files, for programs that have no Qt resources:
#   cmake -DOUT=FILE.cpp -DFILES=a.json,b.json -P cmake/embed.cmake
# The bytes are written as a raw string in pieces, since a compiler need not take a literal of more than 65536
# characters (C++20, annex B).
cmake_minimum_required(VERSION 3.25)

string(REPLACE "," ";" FILES "${FILES}")
set(entries "")
foreach(file IN LISTS FILES)
    cmake_path(GET file STEM name)
    file(READ ${file} text)
    string(LENGTH "${text}" length)
    set(pieces "")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${text}" ${at} 8000 piece)
        string(APPEND pieces "R\"embed(${piece})embed\"\n")
        math(EXPR at "${at} + 8000")
    endwhile()
    string(APPEND entries "    {\"${name}\",\n${pieces}},\n")
endforeach()
file(WRITE ${OUT} "// Generated from resources/dialects by cmake/embed.cmake.
#include \"core/dialect/builtin.h\"

#include <array>

namespace afoot::dialect {

namespace {

const auto files = std::to_array<BuiltIn>({
${entries}});

} // namespace

std::span<const BuiltIn> builtInFiles()
{
    return files;
}

} // namespace afoot::dialect
")
