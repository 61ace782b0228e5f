#include "core/wire/json.h"
