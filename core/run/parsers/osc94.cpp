#include "core/run/parsers/osc94.h"

#include "core/model/text.h"
#include "core/run/parsers/scan.h"

#include <algorithm>

namespace afoot {

bool readOsc94(std::string_view inside, Osc94 &state)
{
    Scan scan{inside};
    if (!scan.eat("9;"))
        return false;
    if (!scan.eat("4;")) {
        if (scan.rest == "4" || isDigit(scan.peek())) // ConEmu's other commands: 9;1 … 9;12
            return false;
        state.notification = cleanText(scan.rest);
        return true;
    }
    const auto kind = scan.integer();
    if (!kind)
        return false;
    std::optional<double> percent;
    if (scan.eat(';'))
        percent = scan.integer();
    while (scan.eat(';')) { // stray ones do occur
    }
    if (!scan.atEnd())
        return false;
    if (percent)
        percent = std::min(*percent, 100.0);
    switch (static_cast<int>(std::min(*kind, 9.0))) {
    case 0:
        state.shown = false;
        break;
    case 1:
        if (!percent)
            return false;
        state.shown = true;
        state.percent = percent;
        break;
    case 2:
        break;
    case 3:
        state.shown = true;
        state.percent.reset();
        break;
    case 4:
        state.shown = true;
        if (percent)
            state.percent = percent;
        break;
    default:
        return false;
    }
    return true;
}

} // namespace afoot
