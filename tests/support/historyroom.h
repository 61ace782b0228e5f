#pragma once

#include "tests/support/historyjobs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <string>
#include <vector>

/// A history in a folder of its own, and what tests ask of it.
struct HistoryRoom
{
    static constexpr auto never =
        std::chrono::hours(1); ///< only what somebody waits for is committed

    QTemporaryDir folder{};
    std::string path = folder.path().toStdString() + "/state/afoot/history.db";
    std::unique_ptr<afoot::History> history{};

    void reopen(afoot::History::Options options = {.commitEvery = never})
    {
        history.reset();
        options.path = path;
        auto opened = afoot::History::open(options);
        QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
        history = std::move(opened).value();
        QVERIFY(!history->setAside());
    }
    /// Closes it, and moves what it left in its log of changes into the file, as the next one would in time.
    void tidy()
    {
        history.reset();
        auto other =
            afoot::sqlite::Database::open(path, afoot::sqlite::Database::Access::ReadWrite);
        QVERIFY(other.ok() && other.value().number("SELECT count(*) FROM jobs").ok());
    }
    void end(const afoot::Job &job) const
    {
        QCOMPARE(historyjobs::endNow(*history, job), std::optional<afoot::Error>());
    }
    std::vector<std::string> ids(const afoot::RunQuery &query = {}) const
    {
        std::vector<std::string> found;
        const auto page = history->runs(query);
        if (page) {
            for (const auto &run : page->runs)
                found.push_back(run.job.key.id);
        }
        return found;
    }
    /// Of the n-th newest run.
    std::vector<std::string> logOf(std::size_t n) const
    {
        std::vector<std::string> texts;
        const auto lines = history->log(history->runs({})->runs.at(n).number);
        if (lines) {
            for (const afoot::LogLine &line : *lines)
                texts.push_back(line.text);
        }
        return texts;
    }
    /// A number out of the file itself.
    std::int64_t number(const char *sql) const
    {
        auto other = afoot::sqlite::Database::open(path, afoot::sqlite::Database::Access::ReadOnly);
        const auto found = other.ok() ? other.value().number(sql) : afoot::Result<std::int64_t>(-1);
        return found.ok() ? *found : -1;
    }
    /// Lines n = from … to, which say so.
    static std::vector<afoot::LogLine> lines(std::uint64_t from, std::uint64_t to,
                                             const std::string &text = "line ")
    {
        std::vector<afoot::LogLine> made;
        for (std::uint64_t n = from; n <= to; ++n) {
            made.push_back({.n = n,
                            .time = historyjobs::second(int(n)),
                            .level = "info",
                            .text = text + std::to_string(n)});
        }
        return made;
    }
};
