#pragma once

namespace afoot::ui {

/// Lets assistive tools read a LogView; cheap to call again. What they are given is what is on the screen: a log of a
/// million lines is no text to be handed over.
void offerToAssistiveTools();

} // namespace afoot::ui
