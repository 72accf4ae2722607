# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target holds the language level, the warnings and the strict Qt defines of every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

option(CONSOLE_WERROR "Warnings are errors" OFF)
# Fixed when it is built: no environment variable and no option may lead to another one.
set(CONSOLE_POLICY_FILE "/etc/capability-console/policies.json" CACHE STRING "What an organisation fixes or presets")
set(CONSOLE_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

add_library(console_options INTERFACE)
target_compile_options(console_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Werror=switch
    $<$<BOOL:${CONSOLE_WERROR}>:-Werror>)
target_compile_definitions(console_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH)

if(CONSOLE_SANITIZE)
    add_compile_options(-fsanitize=${CONSOLE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${CONSOLE_SANITIZE})
    add_compile_definitions(CONSOLE_SANITIZED)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-fstack-protector-strong -D_FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now -pie)
else()
    # The tests are some 200 programs: lld links them in a fifth of the time of ld.
    find_program(CONSOLE_LLD ld.lld)
    if(CONSOLE_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()
find_program(CONSOLE_CCACHE ccache)
if(CONSOLE_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CONSOLE_CCACHE})
endif()
