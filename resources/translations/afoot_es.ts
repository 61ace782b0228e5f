<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Entry before in the side bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::MainWindow</name>
    <message>
        <source>Afoot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunStats</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 run</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunText</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceDetailsDialog</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path of the socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 %3</source>
        <comment>done, total, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>done, total</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <comment>number, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2/s</source>
        <comment>number, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
