// Boost.JSON, compiled here once: Debian's headers alone are needed, no library.
#include <boost/json/src.hpp>
