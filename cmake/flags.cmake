# What every target of ours is compiled with. An interface target, so that nothing leaks to others.
add_library(afoot_flags INTERFACE)
add_library(afoot::flags ALIAS afoot_flags)
target_include_directories(afoot_flags INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(afoot_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
target_compile_definitions(afoot_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # from -O2 on, GCC 12 takes "text" + std::string for an overlapping copy (gcc.gnu.org/PR105651)
    target_compile_options(afoot_flags INTERFACE -Wno-restrict)
endif()
if(AFOOT_WERROR)
    target_compile_options(afoot_flags INTERFACE -Werror)
endif()
if(AFOOT_FUZZ)
    target_compile_options(afoot_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(AFOOT_SANITIZE)
    # What the sanitizers weave in makes GCC 12 take initialised optionals for uninitialised ones.
    target_compile_options(afoot_flags INTERFACE
        -fsanitize=${AFOOT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(afoot_flags INTERFACE -fsanitize=${AFOOT_SANITIZE})
    if(AFOOT_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Asio has fences, of which ThreadSanitizer knows nothing; where it matters Asio locks as well.
        target_compile_options(afoot_flags INTERFACE -Wno-tsan)
    endif()
endif()

# Boost comes as headers; what is compiled of it is compiled here, once. Its warnings are not ours to mend.
add_library(afoot_boost STATIC cmake/boost/asio.cpp cmake/boost/json.cpp)
add_library(afoot::boost ALIAS afoot_boost)
target_link_libraries(afoot_boost PUBLIC Threads::Threads)
target_include_directories(afoot_boost SYSTEM PUBLIC ${Boost_INCLUDE_DIRS})
target_compile_definitions(afoot_boost PUBLIC
    BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
if(AFOOT_SANITIZE)
    target_compile_options(afoot_boost PRIVATE -fsanitize=${AFOOT_SANITIZE} -fno-omit-frame-pointer)
endif()

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/afoot/version.h CONTENT [[
#pragma once

namespace afoot {
inline constexpr char version[] = "@PROJECT_VERSION@";
}
]] @ONLY)

# afoot_library(NAME SOURCES … LIBS …): one stage of core, or a part of ui, as afoot::NAME.
function(afoot_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(afoot_${name} STATIC ${ARG_SOURCES})
    add_library(afoot::${name} ALIAS afoot_${name})
    target_link_libraries(afoot_${name} PUBLIC afoot::flags ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
endfunction()
