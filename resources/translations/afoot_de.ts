<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation>Verlauf, Protokolle der Jobs und das Token</translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation>Meldungen, die auf einen Tracker warten</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Entry before in the side bar</source>
        <translation>Vorheriger Eintrag der Seitenleiste</translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation>Nächster Eintrag der Seitenleiste</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation>Suchen: in der Liste oder im Protokoll, in dem Sie sind</translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation>Jobs anders gruppieren</translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation>Alle Jobs als gesehen markieren</translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation>Beendete Jobs entfernen</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation>Getrennte Quellen neu verbinden</translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation>Job schließen oder zurück zur Liste</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>Titel kopieren</translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation>Vergessen, sobald er beendet ist</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>In eigenem Fenster anzeigen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>Zum ersten Fehler springen</translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation>Kompakte Leiste und zurück</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>Diese Tastenkürzel</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation>Ausgewählter Job</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>Sein Protokoll</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Save it to a file</source>
        <translation>In einer Datei speichern</translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation>Es wird kein Verlauf geführt: %1</translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation>Die Einstellungen des Trackers werden nicht verwendet: %1</translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation>%1; tracker.json wird nicht verwendet</translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation>Folgt dem Tracker, der bereits läuft</translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation>Das Beispiel konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation>Der Tracker ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation>Der Tracker dieses Computers antwortet nicht.</translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation>Er wird nicht mehr verfolgt.</translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation>Ein anderes Programm belegt Port %1.</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation>Textdateien (*.txt *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation>Den Job des Links gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation>Der Link führt in Afoot nirgendwohin.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>Läufe exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation>Es gilt noch das alte Token: %1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Jobs laufen</translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation>Der Start von Afoot beim Anmelden konnte nicht eingerichtet werden: %1</translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation>Die Quelle %1 ist pausiert.</translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation>So benachrichtigt Sie Afoot</translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation>Sie wollten einen Test, und er funktioniert.</translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation>Afoot %1</translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation>Zeigt jeden lang laufenden Job auf Ihrem Computer: wie weit er ist, wie lange er noch braucht und wie er ausging.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation>Apache License 2.0: frei zu nutzen, zu ändern und weiterzugeben.</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Lizenz lesen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation>Angaben für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation>Versionen, der Desktop und worauf Afoot lauscht; keine Jobs und keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>Worauf Afoot aufbaut</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Quelle bearbeiten</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation>Einem weiteren Tracker folgen</translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation>Die Adresse eines Fortschritts-Streams, eines seiner Jobs oder eines Afoot auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Mehr Optionen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>Bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation>Wird nur an diesen Tracker gesendet und in einer Datei aufbewahrt, die nur Sie lesen können</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Automatisch erkennen</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation>Kopfzeilen vergessen</translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation>Kopfzeilen, eine je Zeile</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>Seine Jobs</translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation>%1. Nicht sicher erkannt: %2.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation>Was die Quelle enthält, wird hier gezeigt, bevor sie gespeichert wird.</translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation>Die Quelle antwortet, ließ sich aber nicht als Jobs lesen.
„afoot dialect new --from URL“ schreibt einen Dialekt dafür.</translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation>Von einem Job war noch nichts zu hören.</translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation>Ein Link hat diese Adresse eingetragen. Sie wurde noch nicht angefragt.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation>Dunklerer Text, sichtbare Linien, kein Grau auf Grau. Gilt auch, solange der Desktop es verlangt.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation>Gleitende Balken, und was sich bewegt, solange ein Job keinen Prozentwert kennt.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation>Zurück zum ganzen Fenster</translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation>Afoot: laufende Jobs</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 weiterer</numerusform>
            <numerusform>%1 weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation>Er hat kein Protokoll geschrieben.</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>Noch kein Protokoll.</translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation>%1 Das Programm dahinter weiß Bescheid.</translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation>%1, der Job hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Details des Jobs</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation>Laufzeiten</translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation>Laufzeiten von %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation>Dieser dauerte %1, sonst meist %2</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Meist %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation>Alle Läufe von %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation>Oder melden Sie ihn aus jedem Programm</translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation>Stellen Sie dies einem Befehl voran</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Beispieljob starten</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs anzeigen</translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation>Noch ist nichts im Gange</translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation>Jeder lang laufende Job erscheint hier: wie weit er ist, wie lange er noch braucht und wie er ausging.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation>Es gibt Jobs, aber keiner passt zum Filter.</translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation>Keine Jobs von hier</translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation>Was diese Quelle meldet, erscheint hier. Wie es um die Verbindung steht, sehen Sie oben.</translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation>Die Jobs sind gerade nicht bekannt</translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation>Solange die Verbindung fehlt, kann niemand sagen, was läuft. Jobs laufen ohne sie weiter und erscheinen hier, sobald die Verbindung wieder da ist.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation>Schließt in %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation>Im Systemabschnitt, wo der Desktop einen hat; so entgehen Ihnen keine Jobs, die vorher starten.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation>Während Jobs laufen</translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation>Diesen Computer wach halten</translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation>Er geht nicht von selbst in den Ruhezustand. Sie können ihn weiterhin dorthin schicken.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation>Solange ein Job läuft</translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation>Für bestimmte Arten von Jobs</translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation>Jobs mit eigenem Fenster</translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation>Ein Job dieser Arten öffnet beim Start ein kleines Fenster, das sich von selbst schließt, wenn alles gut ging.</translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation>Jobs des Desktops</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>Hier anzeigen</translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation>Dateikopien und Downloads von KDE-Programmen, wo nichts anderes sie anzeigt.</translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation>Meine Jobs dort anzeigen</translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation>Wo der Desktop eine Ansicht für Jobs hat, erfährt er von denen, die Afoot kennt.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Art des Jobs, z. B. „make“</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation>Abgeschlossene und abgebrochene Jobs aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation>Jobs gruppieren</translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation>Jobs gruppieren: nach Quelle</translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation>Jobs gruppieren: nach Art</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Nicht gruppieren</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 wartet auf Sie</numerusform>
            <numerusform>%1 warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 wartet auf Sie</numerusform>
            <numerusform>%1 warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 fehlgeschlagen</numerusform>
            <numerusform>%1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>Als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation>Als JSON …</translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation>Den passenden Lauf löschen …</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>Den %1 passenden Lauf löschen …</numerusform>
            <numerusform>Die %1 passenden Läufe löschen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation>Ganzen Verlauf löschen …</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Der Verlauf kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation>Der Verlauf enthält andere, die der Filter verbirgt.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>Noch ist nichts beendet</translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation>Was endet, bleibt hier mit seinem Protokoll, bis Sie es löschen.</translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation>Sein Protokoll ist nicht erhalten.</translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation>Lauf kopieren</translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation>Lauf löschen …</translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation>Diesen Lauf von „%1“ löschen?</translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation>Er verschwindet endgültig aus dem Verlauf, samt Protokoll.</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Lauf löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation>Den passenden Lauf löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>Den %1 passenden Lauf löschen?</numerusform>
            <numerusform>Die %1 passenden Läufe löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation>Was der Filter übrig lässt, verschwindet endgültig, samt Protokollen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>%1 Lauf löschen</numerusform>
            <numerusform>%1 Läufe löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>Den ganzen Verlauf löschen?</translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation>Jeder beendete Lauf verschwindet endgültig, samt Protokoll. Beendete Jobs verschwinden auch aus der Liste.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation>Job abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>„%1“ abbrechen?</translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation>Was er bisher getan hat, wird nicht rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation>„%1“ vergessen?</translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation>Er verschwindet aus Liste und Verlauf, samt Protokoll. „Beendete entfernen“ behält den Verlauf.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>Titel kopieren</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Alles als Text kopieren</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Vergessen …</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation>Ohne Art</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation>Letzte Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation>… 1 Zeile übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… %1 Zeile übersprungen</numerusform>
            <numerusform>… %1 Zeilen übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 neue Zeile</numerusform>
            <numerusform>%1 neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation>Erster Fehler (Ctrl+E)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 Treffer</numerusform>
            <numerusform>%1 Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation>letzte Meldung vor %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation>Länger nichts gehört</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Meist %1</translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation>Meist %1 bis %2</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>Noch keine Schätzung</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>Unter 1 s</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>Endete ohne ein Wort</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Wartet auf den Start</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 Schritt</numerusform>
            <numerusform>%1 Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation>Derzeit nicht verfolgt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>noch nicht gesehen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::MainWindow</name>
    <message>
        <source>Afoot</source>
        <translation>Afoot</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 Meldung/s</numerusform>
            <numerusform>%1 Meldungen/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 Meldung/s</numerusform>
            <numerusform>%1 Meldungen/s</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation>Noch nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation>%1 gestartet</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation>%1 ging verloren</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Kontakt verloren: %1</translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation>Wieder in Kontakt: %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Dauer: %1.</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Das Programm dahinter endete ohne ein Wort.</translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation>Tracker dieses Computers</translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation>Die Verbindung war %1 lang unterbrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 wartet auf Sie</numerusform>
            <numerusform>%1 warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 verloren</numerusform>
            <numerusform>%1 verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 abgebrochen</numerusform>
            <numerusform>%1 abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation>Neues von %1</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Während Sie weg waren</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 fehlgeschlagen</numerusform>
            <numerusform>%1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 abgeschlossen</numerusform>
            <numerusform>%1 abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 gestartet</numerusform>
            <numerusform>%1 gestartet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Wecker</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation>Über den Desktop, während Sie etwas anderes tun.</translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation>„Nicht stören“ beachten</translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation>Was kommt, während der Desktop still sein soll, wartet im Fenster.</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>Testbenachrichtigung senden</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Funktioniert es?</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation>Abgeschlossene Jobs</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Fehlgeschlagene Jobs</translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation>Auch solche, die ohne ein Wort endeten.</translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation>Jobs, die eine Antwort brauchen</translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation>Abgebrochene Jobs</translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation>Gestartete Jobs</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation>Wenn eine getrennt wird oder wieder da ist.</translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation>Stumme Arten</translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation>Über Jobs dieser Arten wird nichts gemeldet.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Art des Jobs, z. B. „make“</translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation>Stumme Quellen</translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation>Über Jobs, die dort laufen, wird nichts gemeldet.</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>Name einer Quelle</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Ton: %1</translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation>Ton abspielen: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation>Nur Jobs, die länger dauerten als</translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation>Fragen werden immer gemeldet. Null: jeder Job.</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation>jetzt %1  ·  Mittel %2  ·  Spitze %3</translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation>Mittel %1  ·  Spitze %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation>Durchsatz im Verlauf der Zeit: %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunStats</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 run</source>
        <translation>
            <numerusform>%1 Lauf</numerusform>
            <numerusform>%1 Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 Lauf</numerusform>
            <numerusform>%1 Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation>Keine Dauer bekannt</translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation>1 Lauf, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 Lauf, Median %2, längster %3</numerusform>
            <numerusform>%1 Läufe, Median %2, längster %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunText</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation>Beendete Läufe</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Getrennt</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation>%1. Eine Nachricht war nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1. %2 Nachricht war nicht lesbar</numerusform>
            <numerusform>%1. %2 Nachrichten waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation>Quelle „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation>Die Jobs der Quelle verschwinden aus der Liste und laufen dort weiter, wo sie sind. Was davon beendet ist, bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceDetailsDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>Neu verbunden</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>Antwortet nach</translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation>Ausgewichen nach</translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation>Wie es der Verbindung erging</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Für Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation>Andere Tracker und Backends, deren Jobs neben denen dieses Computers stehen.</translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation>Es gibt keine weitere Quelle.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation>Nur Laufendes, in einem kleinen Fenster</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 fehlgeschlagen</numerusform>
            <numerusform>%1 fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>%1 weiterer, fehlgeschlagen</numerusform>
            <numerusform>%1 weitere, teils fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>%1 weiterer, läuft</numerusform>
            <numerusform>%1 weitere, teils laufend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 weiterer</numerusform>
            <numerusform>%1 weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation>Ein Ursprung besteht aus Schema und Host, z. B. https://dash.example.</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation>Ein Host ist ein Name oder eine Adresse, z. B. box.lan.</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation>Ein anderes Programm von Ihnen, z. B. „afoot serve“, ist der Tracker dieses Computers, und das Fenster folgt ihm. Worauf er lauscht, wird dort eingestellt.</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>Lauscht auf</translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation>Programme auf diesem Computer melden Jobs hier. Der Socket gehört nur Ihnen, der Port verlangt das Token.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Copy the path of the socket</source>
        <translation>Pfad des Sockets kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation>Adresse des Ports kopieren</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation>Wer es hat, kann Jobs melden und lesen. Behandeln Sie es wie ein Passwort.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation>Neu erzeugen …</translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation>Einen Job aus jedem Programm melden</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>Neues Token erzeugen?</translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation>Das alte gilt dann nicht mehr: Programme, die es verwenden, sind getrennt, bis sie das neue bekommen.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation>Änderungen hier gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation>Null: irgendein freier.</translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation>Clients anderer Backends bedienen</translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation>Unter den eigenen Pfaden dieser Backends, in deren Format. Zum Lesen ist dort kein Token nötig.</translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation>Webseiten mit Zugang</translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation>Nach dem Ursprung, den der Browser nennt. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation>Weitere Namen dieses Computers</translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation>Unter denen Anfragen ankommen dürfen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation>Wartet auf Sie: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>Nächster: %1 in %2</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Benachrichtigungen pausieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 weiterer</numerusform>
            <numerusform>%1 weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation>Afoot öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation>Beendet, nicht angesehen: %1</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 Stunde lang</translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation>Bis ich sie wieder einschalte</translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>Wach gehalten von %1 Job</numerusform>
            <numerusform>Wach gehalten von %1 Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation>Nur Laufendes</translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation>Benachrichtigungen sind bis %1 pausiert</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>Benachrichtigungen sind pausiert</translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation>Benachrichtigungen wieder einschalten</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation>Willkommen bei Afoot</translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation>Builds, Backups, Downloads: Was lange dauert, erscheint hier mit seinem Fortschritt, und Sie erfahren, wenn es endet.</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation>Benachrichtigen, wenn Jobs enden</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Beispieljob starten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation>Tracker dieses Computers</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1, %2 und %3 weitere</numerusform>
            <numerusform>%1, %2 und %3 weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Fragt ab</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation>Verbunden über SSE</translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation>Verbunden über WebSocket</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>Fragt alle %1 ab</translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation>%1, ein Stream offen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1, %2 Stream offen</numerusform>
            <numerusform>%1, %2 Streams offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation>Der Job dort ist beendet. Sieht alle %1 nach, ob er wieder läuft</translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation>Der Job dort ist beendet</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>Getrennt seit %1</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>Verbindet neu in %1</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation>%1, an den Nachrichten erkannt</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Kontakt verloren: %1</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>Nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation>Getrennt seit %1.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Neuer Versuch in %1.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation>Ein Job ist womöglich nicht aktuell.</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>%1 Job ist womöglich nicht aktuell.</numerusform>
            <numerusform>%1 Jobs sind womöglich nicht aktuell.</numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>Socket: %1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation>Port %1 ist belegt; lauscht nur auf dem Socket</translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation>Lauscht nur auf dem Socket</translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 wartet auf Sie</numerusform>
            <numerusform>%1 warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 wartet auf Sie</numerusform>
            <numerusform>%1 warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 läuft</numerusform>
            <numerusform>%1 laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 eingereiht</numerusform>
            <numerusform>%1 eingereiht</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>nichts läuft</translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation>nächster fertig in %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Wird pausiert …</translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation>Wird fortgesetzt …</translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation>Wird erneut ausgeführt …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation>Abbrechen nicht möglich</translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation>Pausieren nicht möglich</translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation>Fortsetzen nicht möglich</translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation>Erneut ausführen nicht möglich</translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation>Abbrechen angefordert</translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation>Pausieren angefordert</translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation>Fortsetzen angefordert</translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation>Erneut ausführen angefordert</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>PB</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 / %2 %3</source>
        <comment>done, total, unit</comment>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>done, total</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <comment>number, unit</comment>
        <translation>%1%2/min</translation>
    </message>
    <message>
        <source>%1%2/s</source>
        <comment>number, unit</comment>
        <translation>%1%2/s</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>eingereiht %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>abgeschlossen %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation>abgebrochen %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation>In unter 1 s</translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation>in unter 1 s</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht an</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 Job</numerusform>
            <numerusform>%1 Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 Job</numerusform>
            <numerusform>%1 Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation>Länger als geschätzt</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>Fast fertig</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Das Programm dahinter endete ohne ein Wort.</translation>
    </message>
</context>
</TS>
