#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace afoot::ui {

/// What is true of the tracker, for the page of its settings.
struct TrackerFacts
{
    bool isOurs = true;    ///< it is in this window; else its settings are somebody else's matter
    QString socket{};      ///< its path; empty while it is not known
    QString address{};     ///< "127.0.0.1:4680"; empty while it listens on no port
    QString portTrouble{}; ///< why not, for a person
    QString token{}; ///< what requests over TCP must carry; empty where it is not ours to show
    QString tokenPath{};
    QString curl{}; ///< a command line that reports a job over HTTP

    friend bool operator==(const TrackerFacts &, const TrackerFacts &) = default;
};

/// What is true of the program.
struct AboutFacts
{
    struct Folder
    {
        QString name{}; ///< what lies there
        QString path{};

        friend bool operator==(const Folder &, const Folder &) = default;
    };

    QString version{};
    QList<std::pair<QString, QString>> parts{};  ///< what it stands on: name and version
    QList<std::pair<QString, QString>> system{}; ///< what it runs on, in English, for a bug report
    QList<Folder> folders{};
    QString home{}; ///< the person's: stands as "~" in a report

    friend bool operator==(const AboutFacts &, const AboutFacts &) = default;
};

/// All of it as plain text for a bug report, in English. What the tracker listens on is in it, its token is not.
QString reportOf(const AboutFacts &about, const TrackerFacts &tracker);

} // namespace afoot::ui
