#include "core/run/streams.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot::run {

StreamPlan planStreams(const StreamFacts &in, const StreamFacts &out, const StreamFacts &err,
                       bool foreground)
{
    StreamPlan plan;
    plan.session = foreground && in.terminal && out.terminal && in.sameAs(out);
    if (out.open)
        plan.out = out.terminal ? Way::Terminal : Way::Pipe;
    if (err.open) {
        if (err.sameAs(out))
            plan.err = Way::AsOut;
        else if (!err.terminal)
            plan.err = Way::Pipe;
        else
            plan.err =
                out.terminal ? Way::Pass : Way::Terminal; // two terminals: only one is imitated
    }
    return plan;
}

StreamFacts streamFacts(int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return {};
    StreamFacts facts{.open = true,
                      .terminal = ::isatty(fd) == 1,
                      .device = status.st_dev,
                      .inode = status.st_ino};
    if (facts.terminal) {
        unsigned device = 0;
        facts.device = ::ioctl(fd, TIOCGDEV, &device) == 0 ? device : status.st_rdev;
        facts.inode = 0;
    }
    return facts;
}

} // namespace afoot::run
