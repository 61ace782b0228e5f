# How tests and benchmarks are added, and what the sanitizers are told. Included when AFOOT_TESTS is on.

# afoot_test(tst_name [DISPLAY] LIBS … [SOURCES …] [LABELS …]): one Qt Test program, named for what it tests.
#   DISPLAY  runs it on an X server of its own with a window manager and a session bus; other tests that link
#            afoot::ui paint off screen.
#   LABELS   `ui` when it links afoot::ui, else `core`, unless given. ThreadSanitizer runs those labelled core;
#            `process` is for tests of whole programs, whose clockwork of processes it slows out of recognition,
#            `threads` for those where values cross threads through Qt alone: its locks are not built for ThreadSanitizer.
function(afoot_test name)
    cmake_parse_arguments(ARG "DISPLAY" "" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE afoot::flags Qt6::Test ${ARG_LIBS})
    target_compile_definitions(${name} PRIVATE AFOOT_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    if(ARG_DISPLAY)
        add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/support/with-display $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    if(ARG_LABELS)
        set(labels ${ARG_LABELS})
    elseif("${ARG_LIBS}" MATCHES "afoot::ui|Qt6::(Gui|Widgets)")
        set(labels ui)
    else()
        set(labels core)
    endif()
    set(environment ${AFOOT_TEST_ENVIRONMENT})
    if(ARG_DISPLAY)
        # libxkbcommon copies a part of a buffer that has no NUL, as strndup allows: too strict for that check
        list(TRANSFORM environment REPLACE ":strict_string_checks=1" "")
    endif()
    if("ui" IN_LIST labels AND NOT ARG_DISPLAY)
        list(APPEND environment QT_QPA_PLATFORM=offscreen)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" ENVIRONMENT "${environment}")
    if("core" IN_LIST labels)
        add_dependencies(core_tests ${name})
    endif()
endfunction()

# afoot_bench(bench_name LIBS …): a program out of tests/bench, run by `./dev bench`, never by ctest.
function(afoot_bench name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
    target_link_libraries(${name} PRIVATE afoot::flags ${ARG_LIBS})
    add_dependencies(benches ${name})
endfunction()
add_custom_target(benches)

# Everything that the tests labelled `core` need.
add_custom_target(core_tests)

# LeakSanitizer needs ptrace, which some containers and debuggers take away: ask once whether it works here.
function(afoot_find_leak_check)
    if(DEFINED AFOOT_LEAK_CHECK)
        return()
    endif()
    file(WRITE ${CMAKE_BINARY_DIR}/generated/leakcheck.cpp "int main() { return 0; }\n")
    try_run(status compiled ${CMAKE_BINARY_DIR}/generated/leakcheck ${CMAKE_BINARY_DIR}/generated/leakcheck.cpp
        COMPILE_DEFINITIONS -fsanitize=address LINK_OPTIONS -fsanitize=address)
    if(compiled AND status EQUAL 0)
        set(works 1)
    else()
        set(works 0)
        message(STATUS "LeakSanitizer does not work here: leaks are not looked for")
    endif()
    set(AFOOT_LEAK_CHECK ${works} CACHE INTERNAL "1 when LeakSanitizer works here")
endfunction()

set(AFOOT_TEST_ENVIRONMENT LC_ALL=C.UTF-8)
set(support ${CMAKE_SOURCE_DIR}/tests/support)
if(AFOOT_SANITIZE MATCHES "address")
    afoot_find_leak_check()
    list(APPEND AFOOT_TEST_ENVIRONMENT
        ASAN_OPTIONS=detect_leaks=${AFOOT_LEAK_CHECK}:detect_stack_use_after_return=1:strict_string_checks=1
        LSAN_OPTIONS=suppressions=${support}/lsan.supp:print_suppressions=0
        UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1)
elseif(AFOOT_SANITIZE MATCHES "thread")
    list(APPEND AFOOT_TEST_ENVIRONMENT
        TSAN_OPTIONS=suppressions=${support}/tsan.supp:halt_on_error=0:exitcode=66:second_deadlock_stack=1:die_after_fork=0:report_thread_leaks=0)
endif()
