#include "core/track/tracker.h"
