#include "tests/driver/scenes.h"

#include "core/wire/rfc3339.h"
#include "tests/support/sample.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace driver {

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array titles{
    "Nightly build · main",
    "Back up Documents",
    "Clone linux",
    "A title that somebody made as long as they could, because nothing kept them from it, and then "
    "longer",
    "مزامنة المشاريع إلى الخادم",
    "训练分类器 · 种子 4",
    "Deploy <b>staging</b>",
};
constexpr std::array kinds{"ninja", "restic", "git clone", "deploy.sh", "rsync"};
constexpr std::array sources{"local", "local", "buildbox-02", "ci", "gpu-03"};
constexpr std::array states{State::Running,   State::Running,   State::Queued, State::Paused,
                            State::Completed, State::Completed, State::Failed, State::Canceled};

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QJsonValue time(WallTime at, Millis later)
{
    return text(wire::toRfc3339(at + later));
}

void put(QJsonObject &object, const QString &key, const std::optional<double> &value)
{
    if (value)
        object[key] = *value;
}

QJsonArray stepsOf(const Job &job, Millis later)
{
    QJsonArray steps;
    for (const Step &step : job.steps) {
        QJsonObject object{{u"name"_s, text(step.name)},
                           {u"label"_s, text(step.label)},
                           {u"state"_s, text(nameOf(step.state))}};
        if (step.startedAt)
            object[u"started_at"_s] = time(*step.startedAt, later);
        if (step.finishedAt)
            object[u"finished_at"_s] = time(*step.finishedAt, later);
        steps.append(object);
    }
    return steps;
}

QJsonObject detailsOf(const Job &job)
{
    QJsonObject details;
    for (const Detail &detail : job.details) {
        if (const auto *number = std::get_if<double>(&detail.value))
            details[text(detail.key)] = *number;
        else
            details[text(detail.key)] = text(std::get<std::string>(detail.value));
    }
    return details;
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray linesOf(const std::vector<Job> &jobs, Millis later)
{
    QByteArray lines;
    for (const Job &job : jobs) {
        QJsonObject begin{{u"op"_s, u"begin"_s},
                          {u"id"_s, text(job.key.id)},
                          {u"source"_s, text(job.key.source)},
                          {u"title"_s, text(job.title)},
                          {u"kind"_s, text(job.kind)},
                          {u"state"_s, job.state == State::Queued ? u"queued"_s : u"running"_s}};
        if (job.createdAt != WallTime{})
            begin[u"created_at"_s] = time(job.createdAt, later);
        if (job.startedAt)
            begin[u"started_at"_s] = time(*job.startedAt, later);
        put(begin, u"percent"_s, job.percent);
        put(begin, u"current"_s, job.current);
        put(begin, u"total"_s, job.total);
        put(begin, u"rate"_s, job.rate);
        put(begin, u"eta_s"_s, job.etaS);
        for (const auto &[key, value] :
             {std::pair(u"unit"_s, job.unit), {u"message"_s, job.message}, {u"url"_s, job.url}}) {
            if (!value.empty())
                begin[key] = text(value);
        }
        if (!job.steps.empty())
            begin[u"steps"_s] = stepsOf(job, later);
        if (!job.details.empty())
            begin[u"details"_s] = detailsOf(job);
        QJsonArray can;
        for (const Ask ask : {Ask::Cancel, Ask::Pause, Ask::Resume, Ask::Retry}) {
            if (job.can.has(ask))
                can.append(text(nameOf(ask)));
        }
        if (!can.isEmpty())
            begin[u"can"_s] = can;
        lines += line(begin);
        if (job.state == State::Running || job.state == State::Queued)
            continue;
        QJsonObject end{{u"op"_s, job.state == State::Failed      ? u"fail"_s
                                  : job.state == State::Completed ? u"complete"_s
                                                                  : u"update"_s},
                        {u"id"_s, text(job.key.id)},
                        {u"source"_s, text(job.key.source)}};
        if (job.state != State::Failed && job.state != State::Completed)
            end[u"state"_s] = text(nameOf(job.state));
        if (!job.error.empty())
            end[u"error"_s] = text(job.error);
        if (!job.question.empty())
            end[u"question"_s] = text(job.question);
        if (job.finishedAt)
            end[u"finished_at"_s] = time(*job.finishedAt, later);
        lines += line(end);
    }
    return lines;
}

std::vector<Job> crowd(int count)
{
    std::vector<Job> jobs;
    jobs.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const auto n = std::size_t(i);
        Job job{.key = {sources[n % sources.size()], "c" + std::to_string(i)},
                .title = std::string(titles[n % titles.size()]) + " " + std::to_string(i),
                .kind = kinds[n % kinds.size()],
                .state = states[n % states.size()]};
        job.createdAt = sample::now - std::chrono::minutes(i % 600 + 2);
        if (job.state != State::Queued) {
            job.startedAt = job.createdAt;
            job.percent = i * 7 % 100;
            job.current = i * 7 % 100;
            job.total = 100;
            job.unit = "items";
        }
        if (i % 3 == 0)
            job.steps = {sample::step("Prepare", StepState::Completed),
                         sample::step("Work", StepState::Running),
                         sample::step("Tidy up", StepState::Pending)};
        if (isFinal(job.state))
            job.finishedAt = job.createdAt + std::chrono::seconds(i % 90 + 1);
        if (job.state == State::Failed)
            job.error = "The other side hung up after " + std::to_string(i) + " files";
        jobs.push_back(std::move(job));
    }
    return jobs;
}

QByteArray changesOf(int jobs, int round)
{
    QByteArray lines;
    for (int i = 0; i < jobs; ++i) {
        const auto n = std::size_t(i);
        const int since = round - 2 - i; // its first turn
        const int turns = round == 1 || since < 0 ? 0 : since / jobs + 1;
        const bool isItsTurn = turns > 0 && since % jobs == 0;
        const bool runs = turns % 2 == 0;
        QJsonObject object{{u"op"_s, u"update"_s}, {u"id"_s, u"r%1"_s.arg(i)}};
        if (round == 1 || (isItsTurn && turns % 4 == 0)) {
            object[u"op"_s] = u"begin"_s;
            object[u"restart"_s] = round != 1;
            object[u"title"_s] = u"%1 %2"_s.arg(text(titles[n % titles.size()])).arg(i);
            object[u"kind"_s] = text(kinds[n % kinds.size()]);
        } else if (isItsTurn && turns % 4 == 3) {
            object[u"op"_s] = u"complete"_s;
        } else if (isItsTurn) {
            object[u"state"_s] = runs ? u"running"_s : u"paused"_s;
        } else if (runs) {
            object[u"current"_s] = round * (i + 1);
            object[u"unit"_s] = u"items"_s;
            if (i % 4 != 0)
                object[u"percent"_s] = (round * (i + 1)) / 10 % 100;
            object[u"message"_s] = u"Part %1"_s.arg(round);
        } else {
            continue;
        }
        lines += line(object);
    }
    return lines;
}

} // namespace driver
