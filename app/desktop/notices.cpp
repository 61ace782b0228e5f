#include "app/desktop/notices.h"

#include "ui/detail/detailpane.h"

#include <QThread>

namespace afoot {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::News;
using ui::Pause;
using ui::Telling;

namespace {

const QString desktopEntry = u"io.github.afoot.Afoot"_s;
const QString digestTag = u"digest"_s;
constexpr qsizetype maxNoted = 200;

QString tagOf(const JobKey &key)
{
    return QString::fromStdString(key.source) + u'\n' + QString::fromStdString(key.id);
}

Note::Urgency urgencyOf(News::Kind kind, bool isUrgent)
{
    if (isUrgent)
        return Note::Urgency::Critical;
    return kind == News::Kind::Started || kind == News::Kind::SourceBack ? Note::Urgency::Low
                                                                         : Note::Urgency::Normal;
}

} // namespace

Notices::Notices(const ui::JobModel &model, const Clock &clock, QObject *parent)
    : QObject(parent), m_model(model), m_clock(clock)
{
    m_digestWait.setSingleShot(true);
    m_digestWait.setInterval(1s);
    connect(&m_digestWait, &QTimer::timeout, this, &Notices::showDigest);
    m_pauseEnd.setSingleShot(true);
    m_pauseEnd.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_pauseEnd, &QTimer::timeout, this, [this] { setPause(Pause::Off); });
    connect(&m_screen, &ui::ScreenToasts::opened, this,
            [this](const JobKey &job) { Q_EMIT jobRequested(job, {}); });
    connect(&m_screen, &ui::ScreenToasts::urlWanted, this, &Notices::openUrl);
    connect(&model, &ui::JobModel::countsChanged, this, &Notices::forgetAnswered);
}

void Notices::start(const QDBusConnection &bus, QThread &thread)
{
    m_notifications = new Notifications(bus, u"Afoot"_s, desktopEntry);
    m_doNotDisturb = new DoNotDisturb(bus);
    m_sounds = new SoundPlayer;
    for (QObject *object :
         std::initializer_list<QObject *>{m_notifications, m_doNotDisturb, m_sounds}) {
        object->moveToThread(&thread);
        connect(&thread, &QThread::finished, object, &QObject::deleteLater);
    }
    connect(m_notifications, &Notifications::actionInvoked, this, &Notices::onAction);
    connect(m_notifications, &Notifications::failed, this, &Notices::onFailed);
    connect(m_notifications, &Notifications::soundWanted, m_sounds, &SoundPlayer::play);
    connect(m_doNotDisturb, &DoNotDisturb::changed, this, &Notices::setDoNotDisturb);
    QMetaObject::invokeMethod(m_doNotDisturb, &DoNotDisturb::start);
}

void Notices::setRules(const ui::NotificationRules &rules)
{
    m_rules = rules;
    endQuiet(); // do-not-disturb may count no more
}

void Notices::tell(const News &news, bool atWindow, const std::optional<JobKey> &inView)
{
    if (m_notifications == nullptr)
        return;
    const Telling telling = m_teller.tell(news, m_rules,
                                          {.atWindow = atWindow,
                                           .inView = inView && *inView == news.job,
                                           .isPaused = m_pause != Pause::Off,
                                           .isDoNotDisturb = m_isDoNotDisturb},
                                          m_clock.ticks());
    switch (telling.by) {
    case Telling::By::Nothing:
        break;
    case Telling::By::Toast:
        close(tagOf(news.job)); // what was told before the person came
        playSound(telling.sound);
        break;
    case Telling::By::Notification:
        show(news, telling);
        break;
    case Telling::By::Digest:
        for (const JobKey &job : telling.replaced)
            close(tagOf(job));
        playSound(telling.sound);
        if (!m_digestWait.isActive())
            m_digestWait.start();
        break;
    }
}

void Notices::show(const News &news, const Telling &telling)
{
    Note note{.tag = news.kind == News::Kind::Digest ? digestTag : tagOf(news.job),
              .summary = news.title,
              .body = news.text,
              .icon = desktopEntry,
              .urgency = urgencyOf(news.kind, telling.isUrgent)};
    note.sound = telling.sound;
    note.actions = {{u"default"_s, tr("Show")}};
    if (!news.url.isEmpty())
        note.actions.append({u"open"_s, tr("Open result")});
    if (news.canRetry)
        note.actions.append({u"retry"_s, tr("Retry")});
    if (news.kind == News::Kind::NeedsYou)
        note.timeoutMs = 0;
    if (m_noted.size() >= maxNoted)
        m_noted.erase(m_noted.begin());
    m_noted.insert(note.tag, news);
    post(note);
}

void Notices::post(Note note)
{
    QMetaObject::invokeMethod(m_notifications,
                              [n = m_notifications, note = std::move(note)] { n->show(note); });
}

void Notices::close(const QString &tag)
{
    if (m_notifications == nullptr || !m_noted.contains(tag))
        return;
    const News news = m_noted.take(tag);
    if (news.kind == News::Kind::Digest)
        m_screen.withdrawDigest();
    else
        m_screen.withdraw(news.job);
    QMetaObject::invokeMethod(m_notifications, [n = m_notifications, tag] { n->close(tag); });
}

void Notices::showDigest()
{
    const News digest = m_teller.digest(QLocale());
    if (!digest.text.isEmpty())
        show(digest, {.by = Telling::By::Digest});
}

void Notices::showTest()
{
    if (m_notifications != nullptr)
        show({.kind = News::Kind::Completed,
              .title = tr("This is how Afoot tells you"),
              .text = tr("You asked for a test, and it works."),
              .stays = 5s},
             {.by = Telling::By::Notification});
}

void Notices::seen(const JobKey &job)
{
    m_teller.forget(job);
    close(tagOf(job));
}

void Notices::windowSeen()
{
    m_teller.endStorm();
    m_digestWait.stop();
    close(digestTag);
}

/// Whoever waited for an answer has got it, or is gone.
void Notices::forgetAnswered()
{
    std::vector<JobKey> answered;
    for (const News &news : std::as_const(m_noted)) {
        if (news.kind != News::Kind::NeedsYou)
            continue;
        const JobPtr job = m_model.job(news.job);
        if (!job || job->state != State::NeedsInput)
            answered.push_back(news.job);
    }
    for (const JobKey &job : answered)
        seen(job);
}

void Notices::setPause(Pause pause)
{
    if (pause == m_pause && pause != Pause::ForAnHour)
        return;
    m_pause = pause;
    m_pausedUntil.reset();
    m_pauseEnd.stop();
    if (pause == Pause::ForAnHour) {
        m_pausedUntil = m_clock.now() + 1h;
        m_pauseEnd.start(1h);
    }
    endQuiet();
    Q_EMIT pauseChanged();
}

void Notices::setDoNotDisturb(bool isOn)
{
    m_isDoNotDisturb = isOn;
    endQuiet();
}

bool Notices::isQuiet() const
{
    return m_pause != Pause::Off || (m_isDoNotDisturb && m_rules.respectDoNotDisturb);
}

/// Says what was missed, once nothing asks for quiet any more.
void Notices::endQuiet()
{
    if (isQuiet())
        return;
    const auto missed = m_teller.takeMissed(QLocale());
    if (missed && m_notifications != nullptr)
        show(*missed, {.by = Telling::By::Digest});
}

void Notices::onAction(const QString &tag, const QString &action, const QString &token)
{
    if (!m_noted.contains(tag))
        return;
    const News news = m_noted.value(tag); // ours: what follows may take it off the list
    if (action == u"open") {
        openUrl(news.url);
    } else if (action == u"retry") {
        close(tag);
        const JobPtr job = m_model.job(news.job);
        if (job && isFinal(job->state) && !job->asked && job->can.has(Ask::Retry))
            Q_EMIT retryRequested(news.job);
    } else {
        Q_EMIT jobRequested(news.isOfJob() ? news.job : JobKey{}, token);
    }
}

/// There is no notification service: a toast of our own, unless the person has seen to it by now.
void Notices::onFailed(const Note &note)
{
    const auto noted = m_noted.constFind(note.tag);
    if (noted == m_noted.constEnd())
        return;
    playSound(note.sound);
    if (ui::ScreenToasts::canShow())
        m_screen.show(*noted);
    else
        Q_EMIT alertWanted();
}

void Notices::openUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (ui::isOpenable(url))
        Q_EMIT urlRequested(url);
}

void Notices::playSound(const QString &name)
{
    if (!name.isEmpty() && m_sounds != nullptr)
        QMetaObject::invokeMethod(m_sounds, [s = m_sounds, name] { s->play(name); });
}

} // namespace afoot
