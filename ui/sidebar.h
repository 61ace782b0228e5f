#pragma once

#include "ui/jobs/jobmodel.h"
#include "ui/sources.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace afoot::ui {

/// One line of the side bar: a choice of what the list shows.
class SideEntry : public QAbstractButton
{
    Q_OBJECT

public:
    SideEntry(const QString &name, QWidget *parent);

    void setIcon(Icon icon, Tone tone);
    /// A source: a round mark in @p tone, hollow when it is away.
    void setDot(Tone tone, bool hollow);
    /// What stands at the end: a number or a word; where the name leaves no room for it @p brief, or its beginning.
    void setNote(const QString &note, Tone tone = Tone::Idle, const QString &brief = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    Icon m_icon = Icon::None;
    Tone m_tone = Tone::Accent;
    bool m_hollow = false;
    QString m_note{};
    QString m_brief{};
    Tone m_noteTone = Tone::Idle;
};

/// The left column: mark and name, states with counts, sources with how the connection is.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void showCounts(const JobModel &model);
    void setSources(const QList<SourceState> &sources, const std::map<std::string, int> &jobs,
                    WallTime now);
    void choose(Group group);
    void chooseSource(const QString &name);
    /// A page of its own, at the foot of the column; numbered from 0.
    int addPlace(const QString &name, Icon icon);
    void choosePlace(int place);
    /// As if the person had clicked it.
    void enter(Group group);
    /// To the entry that is @p by below the chosen one, and around.
    void step(int by);

Q_SIGNALS:
    void placeChosen(int place);
    void groupChosen(afoot::ui::Group group);
    void sourceChosen(const QString &name);
    void sourceMenuWanted(const QString &name, QPoint where);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    SideEntry *entryFor(const QString &source);

    QButtonGroup *m_choice;
    std::array<SideEntry *, allGroups.size()> m_groups{};
    QWidget *m_sourceTitle;
    QWidget *m_sourceBox;
    QVBoxLayout *m_sourceLayout;
    std::vector<SideEntry *> m_places{};
    /// This computer first, then by name.
    struct ByPlace
    {
        bool operator()(const QString &a, const QString &b) const
        {
            const bool isHere = a == QLatin1String("local");
            if (isHere || b == QLatin1String("local"))
                return isHere && a != b;
            return a.compare(b, Qt::CaseInsensitive) < 0 ||
                   (a.compare(b, Qt::CaseInsensitive) == 0 && a < b);
        }
    };
    std::map<QString, SideEntry *, ByPlace> m_sources{};
};

} // namespace afoot::ui
