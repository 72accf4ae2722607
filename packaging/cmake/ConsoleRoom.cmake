# SPDX-License-Identifier: GPL-3.0-or-later

# console_add_room(NAME SOURCES file… LINKS target… [PRIVATE_LINKS target…] [WIDGETS])
# A room is one library target, console_<NAME>; its headers are included as "<NAME>/<file>.h".
function(console_add_room name)
    cmake_parse_arguments(ROOM "WIDGETS" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(console_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(console_${name} PUBLIC ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR})
    target_link_libraries(console_${name} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS} console_options)
    set_target_properties(console_${name} PROPERTIES AUTOMOC ON)
    if(ROOM_WIDGETS)
        target_precompile_headers(console_${name} REUSE_FROM console_pch_widgets)
    else()
        target_precompile_headers(console_${name} REUSE_FROM console_pch_core)
    endif()
endfunction()

# console_add_test(NAME SOURCE tst_file.cpp LINKS target… [LABEL room] [WIDGETS])
# One QTest executable; runs without a display, in the C locale and in UTC, so that no developer's machine leaks in.
# C.UTF-8, since newer versions of Qt warn about any other encoding.
function(console_add_test name)
    cmake_parse_arguments(T "WIDGETS" "SOURCE;LABEL" "LINKS" ${ARGN})
    add_executable(tst_${name} ${T_SOURCE})
    target_link_libraries(tst_${name} PRIVATE ${T_LINKS} console_test_support Qt6::Test console_options)
    # A test is one file and its tst_*.moc: one call of moc instead of AUTOMOC's scan and its empty file to compile.
    cmake_path(GET T_SOURCE STEM file)
    qt_generate_moc(${T_SOURCE} ${CMAKE_CURRENT_BINARY_DIR}/moc/${file}.moc TARGET tst_${name})
    target_sources(tst_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${file}.moc)
    target_include_directories(tst_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    set_target_properties(tst_${name} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(T_WIDGETS)
        target_precompile_headers(tst_${name} REUSE_FROM console_pch_widgets)
    else()
        target_precompile_headers(tst_${name} REUSE_FROM console_pch_core)
    endif()
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${T_LABEL}" TIMEOUT 120
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=;DBUS_SESSION_BUS_ADDRESS=disabled:;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
endfunction()
