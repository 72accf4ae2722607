# SPDX-License-Identifier: GPL-3.0-or-later
# Two precompiled headers serve all rooms: one for those without a window, one for those with. gcc takes one only where
# every macro that it was made with is defined too, so they link no more of Qt than each of their users does.
file(WRITE ${CMAKE_BINARY_DIR}/pch/empty.cpp "// holds the precompiled header\n")
set(console_pch_std <algorithm> <array> <chrono> <functional> <memory> <optional> <variant> <vector>)

function(console_make_pch name libraries headers)
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/pch/empty.cpp)
    target_link_libraries(${name} PRIVATE console_options ${libraries})
    target_precompile_headers(${name} PRIVATE ${headers} ${console_pch_std})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
endfunction()
console_make_pch(console_pch_core Qt6::Core "<QtCore/QtCore>")
console_make_pch(console_pch_widgets "Qt6::Core;Qt6::Gui;Qt6::Widgets" "<QtCore/QtCore>;<QtWidgets/QtWidgets>")
