// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;

namespace console {

/// Labels stand on the line of the text in their fields: a form itself gives a label less height than its field and aligns
/// both at the top. To be called when all rows are there.
void centreLabels(QFormLayout *form);

} // namespace console
