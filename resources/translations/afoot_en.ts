<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>afoot::ui::CompactStrip</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 needs you</numerusform>
            <numerusform>%1 need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 needs you</numerusform>
            <numerusform>%1 need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 failed</numerusform>
            <numerusform>%1 failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>Delete the %1 run that matches …</numerusform>
            <numerusform>Delete the %1 runs that match …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>Delete the %1 run that matches?</numerusform>
            <numerusform>Delete the %1 runs that match?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>Delete %1 run</numerusform>
            <numerusform>Delete %1 runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… %1 line skipped</numerusform>
            <numerusform>… %1 lines skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 new line</numerusform>
            <numerusform>%1 new lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 hit</numerusform>
            <numerusform>%1 hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 step</numerusform>
            <numerusform>%1 steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 update/s</numerusform>
            <numerusform>%1 updates/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 update/s</numerusform>
            <numerusform>%1 updates/s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 needs you</numerusform>
            <numerusform>%1 need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 lost</numerusform>
            <numerusform>%1 lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 canceled</numerusform>
            <numerusform>%1 canceled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 failed</numerusform>
            <numerusform>%1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 completed</numerusform>
            <numerusform>%1 completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 started</numerusform>
            <numerusform>%1 started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunStats</name>
    <message numerus="yes">
        <source>%1 run</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 run, median %2, longest %3</numerusform>
            <numerusform>%1 runs, median %2, longest %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1. %2 message could not be read</numerusform>
            <numerusform>%1. %2 messages could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 failed</numerusform>
            <numerusform>%1 failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>%1 more, which failed</numerusform>
            <numerusform>%1 more, of which some failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>%1 more, which runs</numerusform>
            <numerusform>%1 more, of which some run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>Kept awake by %1 job</numerusform>
            <numerusform>Kept awake by %1 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1, %2 and %3 more</numerusform>
            <numerusform>%1, %2 and %3 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1, %2 stream open</numerusform>
            <numerusform>%1, %2 streams open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>%1 job may be out of date.</numerusform>
            <numerusform>%1 jobs may be out of date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 needs you</numerusform>
            <numerusform>%1 need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 needs you</numerusform>
            <numerusform>%1 need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 running</numerusform>
            <numerusform>%1 running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 queued</numerusform>
            <numerusform>%1 queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
