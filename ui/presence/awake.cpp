#include "ui/presence/awake.h"

namespace afoot::ui {

int keepsAwake(const JobModel &model, const Settings &settings)
{
    using KeepAwake = Settings::KeepAwake;
    if (settings.keepAwake == KeepAwake::Never || model.count(State::Running) == 0)
        return 0;
    int jobs = 0;
    model.forEach([&](const JobPtr &job) {
        const bool isChosen = settings.keepAwake == KeepAwake::AnyJob ||
                              settings.keepAwakeKinds.contains(text::of(job->kind));
        jobs += isChosen && job->key.source == "local" && job->state == State::Running &&
                job->liveness != Liveness::Stalled;
    });
    return jobs;
}

} // namespace afoot::ui
