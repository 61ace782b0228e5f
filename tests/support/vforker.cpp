// A command that is nearly always between vfork(2) and execve(2) of its children, as a shell is for a moment.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

int main()
{
    while (true) {
        const pid_t child =
            ::vfork(); // NOLINT(clang-analyzer-security.insecureAPI.vfork): what is tested
        if (child == 0) {
            ::poll(nullptr, 0, 200);
            ::execl("/bin/true", "true", nullptr);
            ::_exit(127);
        }
        if (child > 0)
            ::waitpid(child, nullptr, 0);
    }
}
