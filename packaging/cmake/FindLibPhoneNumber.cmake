# SPDX-License-Identifier: GPL-3.0-or-later
# libphonenumber ships no usable CMake package on Debian 12: one imported target from its header and library.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
add_library(console_phonenumber INTERFACE)
target_include_directories(console_phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE_DIR})
target_link_libraries(console_phonenumber INTERFACE ${PHONENUMBER_LIBRARY})
