# SPDX-License-Identifier: GPL-3.0-or-later
# Three DEBs by CPack. QtHttpServer keeps no ABI before Qt 6.8, so a package serves one release of the distribution:
# its revision says which, and its upper bound on Qt lets apt refuse it elsewhere.
cmake_host_system_information(RESULT distribution QUERY DISTRIB_INFO)
if(distribution_ID STREQUAL "debian" AND distribution_VERSION_ID)
    set(revision 1~deb${distribution_VERSION_ID})
else()
    set(revision 1)
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision} CACHE STRING "Revision of the DEBs, e.g. 1~deb12")
set(CONSOLE_PACKAGE_CONTACT "Capability Console maintainers <maintainers@capability-console.invalid>" CACHE STRING
    "Who answers for the packages")

# The library's package has another name since Debian's 64-bit time: ask who owns the file.
get_target_property(qt_core_file Qt6::Core IMPORTED_LOCATION_RELEASE)
if(NOT qt_core_file)
    get_target_property(qt_core_file Qt6::Core LOCATION)
endif()
execute_process(COMMAND dpkg-query -S ${qt_core_file} OUTPUT_VARIABLE qt_owner ERROR_QUIET)
string(REGEX REPLACE "[:,].*" "" qt_package "${qt_owner}")
if(qt_package MATCHES "^[a-z0-9]+$")
    math(EXPR next_minor "${Qt6_VERSION_MINOR} + 1")
    set(qt_bound "${qt_package} (<< 6.${next_minor})")
else()
    set(qt_bound "libqt6core6 | libqt6core6t64")
endif()

set(CPACK_PACKAGE_NAME capability-console)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # else it becomes the first line of all three descriptions
set(CPACK_PACKAGE_VENDOR "Capability Console")
set(CPACK_PACKAGE_CONTACT ${CONSOLE_PACKAGE_CONTACT})
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL console cli sandbox)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# What dpkg-shlibdeps cannot see: plugins, and libraries that are loaded by name.
set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME capability-console)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, qt6-svg-plugins | libqt6svg6 (<< 6.7), libsecret-1-0, ${qt_bound}")
set(CPACK_DEBIAN_CONSOLE_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager, hicolor-icon-theme")
set(CPACK_COMPONENT_CONSOLE_DESCRIPTION "desktop console for capability lookups
Look up on which messaging channels a person can be reached, and watch the
answers of the Sinch Conversation API come in: RCS, WhatsApp, SMS and others.
Every signed callback is stored before it is acknowledged, and every answer is
explained in plain words.
.
A built-in sandbox allows trying everything without an account.")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME capability-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION net)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "libqt6sql6-sqlite, ${qt_bound}")
set(CPACK_COMPONENT_CLI_DESCRIPTION "capability lookups on the command line
Asks the Sinch Conversation API on which messaging channels a person can be
reached, receives the signed callbacks with the answers and keeps them in a
history that can be listed and exported as CSV or NDJSON. It needs no display:
servers and build machines are its home.")

set(CPACK_DEBIAN_SANDBOX_PACKAGE_NAME capability-sandbox)
set(CPACK_DEBIAN_SANDBOX_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SANDBOX_PACKAGE_DEPENDS "${qt_bound}")
set(CPACK_COMPONENT_SANDBOX_DESCRIPTION "imitation of the Conversation API for capability lookups
A server on the loopback address that answers like the Sinch Conversation API
around capability lookups: access tokens, apps, contacts, webhooks, lookups and
signed callbacks. The last two digits of an identity choose its answer, so that
every ending can be tried at will and without an account.")

include(CPack)
