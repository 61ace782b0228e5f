#pragma once

#include "core/model/delta.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace afoot::sample {

inline constexpr WallTime at(int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return sys_days(year(2026) / 3 / 17) + hours(hour) + minutes(minute) + seconds(second);
}

/// The moment at which the eight jobs stand as they do.
inline constexpr WallTime now = at(14, 18, 12);

inline Step step(std::string label, StepState state)
{
    return {.name = label, .label = label, .state = state};
}

/// Eight jobs in every state that a list has to tell apart.
inline std::vector<Job> eight()
{
    using enum StepState;
    std::vector<Job> jobs;
    Job build{.key = {"buildbox-02", "b1"}, .title = "Nightly build · main", .kind = "ninja"};
    build.percent = 62.4;
    build.current = 1871;
    build.total = 2998;
    build.unit = "targets";
    build.rate = 38.2;
    build.etaS = 134;
    build.steps = {step("Configure", Completed), step("Compile", Completed), step("Link", Running),
                   step("Test", Pending), step("Package", Pending)};
    build.steps[0].startedAt = at(14, 8);
    build.steps[0].finishedAt = at(14, 9, 10);
    build.steps[1].startedAt = at(14, 9, 10);
    build.steps[1].finishedAt = at(14, 15, 40);
    build.steps[2].startedAt = at(14, 15, 40);
    build.startedAt = at(14, 8);
    build.updatedAt = now;
    build.details = {
        {"command", "ninja -C build all"}, {"directory", "/srv/build/main"}, {"pid", 41872.0}};
    build.can.add(Ask::Cancel);
    build.can.add(Ask::Pause);
    jobs.push_back(build);

    Job encode{.key = {"studio", "e1"}, .title = "Encode keynote_final_4k.mov", .kind = "ffmpeg"};
    encode.percent = 28.3;
    encode.current = 12204;
    encode.total = 43120;
    encode.unit = "frames";
    encode.rate = 27.4;
    encode.etaS = 1130;
    encode.startedAt = at(13, 52);
    encode.updatedAt = now;
    jobs.push_back(encode);

    Job scan{.key = {"local", "s1"}, .title = "Scan photo library", .kind = "indexer"};
    scan.current = 18204;
    scan.unit = "items";
    scan.rate = 412;
    scan.steps = {step("Scan", Running), step("Index", Pending), step("Thumbnails", Pending)};
    scan.startedAt = at(14, 15);
    scan.updatedAt = now;
    jobs.push_back(scan);

    Job sync{.key = {"nas-01", "y1"}, .title = "Sync Projects to nas", .kind = "rsync"};
    sync.percent = 71.3;
    sync.current = 61.4e9;
    sync.total = 86.1e9;
    sync.unit = "bytes";
    sync.rate = 94e6;
    sync.startedAt = at(13, 40);
    sync.updatedAt = now - std::chrono::seconds(12);
    jobs.push_back(sync);

    Job train{.key = {"gpu-03", "t1"}, .title = "Train classifier, seed 4", .kind = "train.py"};
    train.state = State::Queued;
    train.message = "Second in line";
    train.steps = {step("Load", Pending), step("Train", Pending), step("Evaluate", Pending),
                   step("Export", Pending)};
    train.createdAt = at(14, 11);
    train.updatedAt = at(14, 11);
    jobs.push_back(train);

    Job deploy{.key = {"ci", "d1"}, .title = "Deploy staging", .kind = "deploy.sh"};
    deploy.state = State::Failed;
    deploy.percent = 55;
    deploy.error = "Health check timed out after 30 s";
    deploy.details = {{"exit code", 2.0}};
    deploy.steps = {step("Build", Completed), step("Push", Completed), step("Rollout", Failed),
                    step("Verify", Pending)};
    deploy.startedAt = at(14, 2, 19);
    deploy.finishedAt = at(14, 6);
    deploy.updatedAt = at(14, 6);
    deploy.seen = true;
    jobs.push_back(deploy);

    Job backup{.key = {"local", "r1"}, .title = "Back up Documents", .kind = "restic"};
    backup.state = State::Completed;
    backup.percent = 100;
    backup.current = 48.2e9;
    backup.unit = "bytes";
    backup.message = "12,930 files";
    backup.startedAt = at(13, 56);
    backup.finishedAt = at(14, 2, 3);
    backup.updatedAt = at(14, 2, 3);
    backup.url = "file:///srv/backup/documents";
    jobs.push_back(backup);

    Job download{.key = {"local", "w1"}, .title = "Download debian-12-amd64.iso", .kind = "wget"};
    download.state = State::Canceled;
    download.percent = 43;
    download.current = 1.6e9;
    download.total = 3.7e9;
    download.unit = "bytes";
    download.startedAt = at(13, 46);
    download.finishedAt = at(13, 47, 12);
    download.updatedAt = at(13, 47, 12);
    download.seen = true;
    jobs.push_back(download);
    for (Job &job : jobs) {
        if (job.createdAt == WallTime{})
            job.createdAt = job.startedAt.value_or(now);
    }
    return jobs;
}

inline Change change(Job job)
{
    const JobKey key = job.key;
    return {key, std::make_shared<const Job>(std::move(job)), 1};
}

inline Delta whole(const std::vector<Job> &jobs)
{
    Delta delta{.rev = jobs.size(), .reset = true};
    for (const Job &job : jobs)
        delta.changes.push_back(change(job));
    return delta;
}

inline Delta changed(const std::vector<Job> &jobs)
{
    Delta delta = whole(jobs);
    delta.reset = false;
    return delta;
}

} // namespace afoot::sample
