# The window's words in other languages: resources/translations/afoot_LANGUAGE.ts, compiled into the program as
# :/i18n/afoot_LANGUAGE.qm. `./dev translations` brings the .ts files up to date with the sources.
set(AFOOT_LANGUAGES en de fr es ar zh_CN)

get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
cmake_path(GET qmake PARENT_PATH qt_programs)
find_program(AFOOT_LRELEASE NAMES lrelease lrelease-qt6 HINTS ${qt_programs} /usr/lib/qt6/bin)
if(NOT AFOOT_LRELEASE)
    message(WARNING "There is no lrelease (Debian: qt6-l10n-tools): the window will speak English only.")
endif()

# afoot_translations(TARGET): compiles them all into TARGET.
function(afoot_translations target)
    if(NOT AFOOT_LRELEASE)
        return()
    endif()
    set(compiled "")
    foreach(language ${AFOOT_LANGUAGES})
        set(source ${CMAKE_SOURCE_DIR}/resources/translations/afoot_${language}.ts)
        set(out ${CMAKE_BINARY_DIR}/generated/i18n/afoot_${language}.qm)
        add_custom_command(OUTPUT ${out} DEPENDS ${source} VERBATIM
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated/i18n
            COMMAND ${AFOOT_LRELEASE} -silent ${source} -qm ${out})
        set_source_files_properties(${out} PROPERTIES QT_RESOURCE_ALIAS afoot_${language}.qm)
        list(APPEND compiled ${out})
    endforeach()
    qt_add_resources(${target} translations PREFIX /i18n FILES ${compiled})
endfunction()
