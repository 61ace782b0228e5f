#pragma once

namespace afoot::ui {

/// Lets assistive tools read a LogScreen; cheap to call again. What they are given is what is on the screen: a log of a
/// million lines is no text to be handed over.
void offerToAssistiveTools();

} // namespace afoot::ui
