# What `cmake --install` puts where. Component `data` is everything but the programs.
include(GNUInstallDirs)
set(id io.github.afoot.Afoot)

foreach(program afoot afoot-remote afoot-desktop)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
    endif()
endforeach()
install(FILES packaging/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT data)
# The bus starts programs by their whole path, which is known when it is installed.
install(CODE "set(bindir \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
configure_file(\"${CMAKE_SOURCE_DIR}/packaging/${id}.service.in\" \"${CMAKE_BINARY_DIR}/generated/${id}.service\" @ONLY)"
    COMPONENT data)
install(FILES ${CMAKE_BINARY_DIR}/generated/${id}.service DESTINATION ${CMAKE_INSTALL_DATADIR}/dbus-1/services COMPONENT data)
install(FILES packaging/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT data)
install(FILES packaging/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT data)
install(FILES packaging/${id}-symbolic.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps COMPONENT data)
# systemd looks for units of users here whatever the library folder of the architecture is.
install(FILES packaging/afoot.service DESTINATION lib/systemd/user COMPONENT data)
install(FILES packaging/afoot.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT data)
install(FILES packaging/completions/afoot.bash RENAME afoot
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT data)
install(FILES packaging/completions/_afoot DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT data)
install(FILES packaging/completions/afoot.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT data)
