# The headers of OpenSSL as afoot::openssl. The library itself is loaded when a certificate is (docs/decisions/0006):
# nothing is linked but the loader.
find_package(OpenSSL 3.0 REQUIRED)

add_library(afoot_openssl INTERFACE)
add_library(afoot::openssl ALIAS afoot_openssl)
target_include_directories(afoot_openssl SYSTEM INTERFACE ${OPENSSL_INCLUDE_DIR})
target_link_libraries(afoot_openssl INTERFACE ${CMAKE_DL_LIBS})
