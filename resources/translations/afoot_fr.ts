<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation>Historique, journaux des tâches et jeton</translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation>Signalements en attente d’un service de suivi</translation>
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
        <translation>Entrée précédente du panneau latéral</translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation>Entrée suivante du panneau latéral</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>Filtrer les tâches</translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation>Rechercher&#xa0;: dans la liste, ou dans le journal ouvert</translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation>Grouper les tâches autrement</translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation>Tout marquer comme vu</translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation>Retirer les tâches terminées</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation>Réessayer les sources injoignables</translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation>Fermer la tâche, ou revenir à la liste</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>Copier le titre</translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation>Oublier, une fois terminée</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>Afficher dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation>Suivre la fin</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>Aller à la première erreur</translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation>Bandeau compact et retour</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>Ces raccourcis</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation>Tâche choisie</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>Son journal</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Save it to a file</source>
        <translation>L’enregistrer dans un fichier</translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation>Aucun historique n’est conservé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation>Les paramètres du service de suivi ne sont pas utilisés&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation>%1&#xa0;; tracker.json n’est pas utilisé</translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation>Suit le service de suivi déjà lancé</translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation>L’exemple n’a pas pu être lancé&#xa0;: %1</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation>Le service de suivi est injoignable</translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation>Le service de suivi de cet ordinateur ne répond pas.</translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation>Elle n’est plus suivie.</translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation>Un autre programme utilise le port %1.</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation>Fichiers texte (*.txt *.log);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation>La tâche de ce lien n’est pas ici.</translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation>Ce lien ne mène nulle part dans Afoot.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>Exporter les exécutions</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation>Le jeton n’a pas changé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Des tâches sont en cours</translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation>Impossible de démarrer Afoot avec la session&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation>La source %1 est suspendue.</translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation>Voici comment Afoot vous prévient</translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation>Vous avez demandé un essai, et il fonctionne.</translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n’a pas été écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation>Afoot %1</translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation>Affiche toutes les longues tâches de votre ordinateur&#xa0;: où elles en sont, le temps qu’il leur faudra et comment elles se sont terminées.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation>Apache License 2.0&#xa0;: libre d’utilisation, de modification et de partage.</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Lire la licence</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation>Détails pour un rapport de bogue</translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation>Versions, bureau et points d’écoute d’Afoot&#xa0;; ni tâches ni secrets.</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>Emplacements</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>Ouvrir le dossier&#xa0;: %1</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>Composants utilisés</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation>Son hôte</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Modifier la source</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation>Suivre un autre service de suivi</translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation>L’adresse d’un flux de progression, d’une de ses tâches, ou d’un autre Afoot.</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Moins d’options</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>Conservé tel quel</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>Conservés tels quels</translation>
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
        <translation>Nom</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation>Envoyé à ce seul service de suivi, et conservé dans un fichier lisible par vous seul</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Oublier le jeton</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Détecter</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Dialecte</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Champs d’en-tête</translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation>Oublier les champs d’en-tête</translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation>Champs d’en-tête, un par ligne</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>Ses tâches</translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation>%1. Sans certitude&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation>Ce qu’elle contient s’affiche ici avant d’être enregistré.</translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation>Ses messages ont été reçus, mais n’ont pas pu être lus comme des tâches.
«&#xa0;afoot dialect new --from URL&#xa0;» écrit un dialecte pour elle.</translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation>Aucune tâche reçue pour l’instant.</translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation>Voir son contenu</translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation>Un lien a rempli cette adresse. Rien ne lui a encore été demandé.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation>Texte plus foncé, lignes bien visibles, pas de gris sur gris. S’active aussi tant que le bureau le demande.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation>Barres qui glissent, et ce qui bouge tant qu’une tâche ne connaît pas son pourcentage.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Complètes</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Réduites</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation>Revenir à la fenêtre complète</translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation>Afoot&#xa0;: tâches en cours</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation>Aucun journal n’a été écrit.</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>Pas encore de journal.</translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation>%1 La demande a été reçue.</translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation>%1, en attente de la réponse de la tâche.</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Détails de la tâche</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation>Durées</translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation>Durées de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation>Cette fois %1, d’habitude %2</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>D’habitude %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Exécutions précédentes</translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation>Toutes les exécutions de %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation>Ou signalez une tâche depuis n’importe quel programme</translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation>Placez ceci devant une commande</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Lancer une tâche d’exemple</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Afficher toutes les tâches</translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation>Rien en route pour l’instant</translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation>Toutes les longues tâches apparaissent ici&#xa0;: où elles en sont, le temps qu’il leur faudra et comment elles se sont terminées.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Aucune tâche ne correspond</translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation>Il y a des tâches, mais aucune ne correspond à votre filtre.</translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation>Aucune tâche d’ici</translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation>Ce que cette source signale apparaît ici. L’état de la connexion est indiqué plus haut.</translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation>Les tâches ne sont pas connues pour le moment</translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation>Tant que la connexion est coupée, personne ne peut dire ce qui est en cours. Les tâches continuent sans elle et réapparaîtront ici à son retour.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation>Fermeture dans %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Démarrer avec ma session</translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation>Dans la zone de notification si le bureau en a une&#xa0;; les tâches lancées avant que vous ne regardiez ne sont pas manquées.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation>Quand des tâches sont en cours</translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation>Garder cet ordinateur éveillé</translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation>Il ne se met pas en veille de lui-même. Vous pouvez toujours l’y mettre.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation>Pour toutes les tâches</translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation>Pour certains types de tâches</translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation>Tâches avec leur propre fenêtre</translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation>Une tâche de ces types ouvre au démarrage une petite fenêtre, qui se ferme d’elle-même si tout s’est bien passé.</translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation>Tâches du bureau</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>Les afficher ici</translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation>Copies de fichiers et téléchargements des programmes KDE, si rien d’autre ne les affiche.</translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation>Y afficher mes tâches</translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation>Si le bureau a une vue des tâches, celles que connaît Afoot lui sont signalées.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Type de tâche, par exemple «&#xa0;make&#xa0;»</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation>Filtrer les tâches</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les terminées</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation>Retirer de la liste les tâches réussies et annulées</translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation>Grouper les tâches</translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation>Grouper les tâches&#xa0;: par source</translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation>Grouper les tâches&#xa0;: par type</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Ne pas grouper</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Par source</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Par type</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 vous attend</numerusform>
            <numerusform>%1 vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 vous attend</numerusform>
            <numerusform>%1 vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 en échec</numerusform>
            <numerusform>%1 en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>replié</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Toutes les sources</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>En tableau (CSV)…</translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation>En JSON…</translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation>Supprimer l’exécution trouvée…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>Supprimer %1 exécution trouvée…</numerusform>
            <numerusform>Supprimer les %1 exécutions trouvées…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation>Supprimer tout l’historique…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>L’historique ne peut pas être lu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Aucune exécution ne correspond</translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation>L’historique en contient d’autres, masquées par le filtre.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>Rien ne s’est encore terminé</translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation>Ce qui se termine est conservé ici, avec son journal, jusqu’à ce que vous le supprimiez.</translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation>Son journal n’est pas conservé.</translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation>Copier l’exécution</translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation>Supprimer l’exécution…</translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation>Supprimer cette exécution de «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation>Elle quitte définitivement l’historique, avec son journal.</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Supprimer l’exécution</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation>Supprimer l’exécution trouvée&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>Supprimer %1 exécution trouvée&#xa0;?</numerusform>
            <numerusform>Supprimer les %1 exécutions trouvées&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation>Ce que le filtre retient est supprimé définitivement, journaux compris.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>Supprimer %1 exécution</numerusform>
            <numerusform>Supprimer %1 exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>Supprimer tout l’historique&#xa0;?</translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation>Toutes les exécutions terminées le quittent définitivement, avec leur journal. Les tâches terminées quittent aussi la liste.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Tout supprimer</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation>Annuler la tâche</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>Annuler «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation>Ce qu’elle a déjà fait n’est pas défait.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Laisser continuer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation>Oublier «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation>Elle quitte la liste et l’historique, avec son journal. «&#xa0;Retirer les terminées&#xa0;» préserve l’historique.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>Copier le titre</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copier l’identifiant</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Copier l’erreur</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Tout copier en texte</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Oublier…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation>Aucun type</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copier le journal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation>Garder la dernière ligne visible</translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation>… 1 ligne ignorée</translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… %1 ligne ignorée</numerusform>
            <numerusform>… %1 lignes ignorées</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 nouvelle ligne</translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 nouvelle ligne</numerusform>
            <numerusform>%1 nouvelles lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Résultat précédent (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation>Première erreur (Ctrl+E)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 résultat</translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 résultat</numerusform>
            <numerusform>%1 résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation>mise à jour il y a %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnexion</translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation>Sans nouvelles</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>était de %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>D’habitude %1</translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation>D’habitude %1 à %2</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>Pas d’estimation</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>Moins de 1 s</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Code de sortie %1</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>Arrêt sans préavis</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>En attente de départ</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Toutes les tâches</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Vous attend</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 étape</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 étape</numerusform>
            <numerusform>%1 étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Étape %1</translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation>Suivi suspendu</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmée</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>pas encore vue</translation>
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
        <translation>Tâches</translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 mise à jour/s</numerusform>
            <numerusform>%1 mises à jour/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 mise à jour/s</numerusform>
            <numerusform>%1 mises à jour/s</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>Tout marquer comme vu</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation>Rien de connu pour l’instant.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation>%1 a démarré</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 a réussi</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 a échoué</translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation>%1&#xa0;: tâche annulée</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 vous attend</translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation>%1&#xa0;: tâche perdue</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Contact perdu avec %1</translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation>Contact rétabli avec %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Durée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Code de sortie %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Le programme qui l’exécutait s’est arrêté sans préavis.</translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation>le service de suivi de cet ordinateur</translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation>Injoignable pendant %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 vous attend</numerusform>
            <numerusform>%1 vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 perdue</numerusform>
            <numerusform>%1 perdues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 annulée</numerusform>
            <numerusform>%1 annulées</numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation>Du nouveau pour %1</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>En votre absence</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 en échec</numerusform>
            <numerusform>%1 en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 réussie</numerusform>
            <numerusform>%1 réussies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 démarrée</numerusform>
            <numerusform>%1 démarrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation>Aucun son</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Achèvement</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Cloche</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation>Par le bureau, pendant que vous regardez autre chose.</translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation>Respecter «&#xa0;Ne pas déranger&#xa0;»</translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation>Ce qui arrive pendant que le bureau doit rester silencieux attend dans la fenêtre.</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>Envoyer une notification d’essai</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Est-ce que ça marche&#xa0;?</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>Me prévenir pour</translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation>Tâches réussies</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Tâches en échec</translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation>Et celles qui se sont arrêtées sans préavis.</translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation>Tâches qui attendent une réponse</translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation>Tâches annulées</translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation>Tâches démarrées</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation>Quand l’une devient injoignable, ou revient.</translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation>Types muets</translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation>Rien n’est signalé des tâches de ces types.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Type de tâche, par exemple «&#xa0;make&#xa0;»</translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation>Sources muettes</translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation>Rien n’est signalé des tâches de ces sources.</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>Nom d’une source</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Son&#xa0;: %1</translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation>Écouter le son&#xa0;: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation>Seulement les tâches de plus de</translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation>Les questions sont toujours signalées. Zéro&#xa0;: toutes les tâches.</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unité de temps</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation>%1 actuellement  ·  moyenne %2  ·  pic %3</translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation>moyenne %1  ·  pic %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation>Débit au fil du temps&#xa0;: %1</translation>
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
            <numerusform>%1 exécution</numerusform>
            <numerusform>%1 exécutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 exécution</numerusform>
            <numerusform>%1 exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation>Aucune exécution chronométrée</translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation>1 exécution, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 exécution, médiane %2, maximum %3</numerusform>
            <numerusform>%1 exécutions, médiane %2, maximum %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunText</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation>Étape %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation>Exécutions terminées</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Service de suivi</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation>Contenu de la liste</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Injoignable</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation>%1. Un message n’a pas pu être lu</translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1. %2 message n’a pas pu être lu</numerusform>
            <numerusform>%1. %2 messages n’ont pas pu être lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation>Retirer la source «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation>Ses tâches quittent la liste et continuent là où elles s’exécutent. Celles qui sont terminées restent dans l’historique.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
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
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Illisibles</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>Reconnexions</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Interrogations</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>Délai de réponse</translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation>Délai avant repli</translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation>Évolution de la connexion</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copier pour un rapport de bogue</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2 fois)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connectée</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation>Autres services de suivi et systèmes dont les tâches s’ajoutent à celles de cet ordinateur.</translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation>Aucune autre source n’est suivie.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Ajouter une source</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation>Seulement ce qui est en cours, dans une petite fenêtre</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation>Rien en cours</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 en échec</numerusform>
            <numerusform>%1 en échec</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation>Afficher moins</translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>%1 autre, en échec</numerusform>
            <numerusform>%1 autres, dont certaines en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>%1 autre, en cours</numerusform>
            <numerusform>%1 autres, dont certaines en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>interrompue</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>début&#xa0;: %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation>Une origine est un protocole et un hôte, comme https://dash.example.</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation>Un hôte est un nom ou une adresse, comme box.lan.</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Service de suivi</translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation>Un autre de vos programmes, comme «&#xa0;afoot serve&#xa0;», est le service de suivi de cet ordinateur, et la fenêtre le suit. Ses points d’écoute se règlent là-bas.</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>En écoute sur</translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation>Les programmes de cet ordinateur signalent leurs tâches ici. Le socket n’est qu’à vous, le port demande le jeton.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
        <translation>Copier le chemin du socket</translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation>Copier l’adresse du port</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation>Quiconque le possède peut signaler des tâches et les lire. Traitez-le comme un mot de passe.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation>Signaler une tâche depuis n’importe quel programme</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>Renouveler le jeton&#xa0;?</translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation>L’ancien ne vaudra plus rien&#xa0;: les programmes qui l’utilisent sont déconnectés jusqu’à ce qu’ils reçoivent le nouveau.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Qui peut entrer</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation>Les changements prennent effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation>Zéro&#xa0;: n’importe quel port libre.</translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation>Servir les clients d’autres systèmes</translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation>Aux chemins propres à ces systèmes, dans leur format. La lecture y est possible sans jeton.</translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation>Pages web autorisées à communiquer</translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation>Selon l’origine indiquée par le navigateur. Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation>Autres noms de cet ordinateur</translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation>Que les requêtes peuvent demander. Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Inconnu ici</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation>Vous attendent&#xa0;: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>En cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Rien en cours</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>En échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>Prochaine fin&#xa0;: %1 dans %2</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Suspendre les notifications</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation>Ouvrir Afoot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation>Terminées, non consultées&#xa0;: %1</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Pendant 1 heure</translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation>Jusqu’à ce que je les réactive</translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>Gardé éveillé par %1 tâche</numerusform>
            <numerusform>Gardé éveillé par %1 tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation>Seulement ce qui est en cours</translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation>Notifications suspendues jusqu’à %1</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>Notifications suspendues</translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation>Réactiver les notifications</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation>Bienvenue dans Afoot</translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation>Compilations, sauvegardes, téléchargements&#xa0;: tout ce qui prend du temps apparaît ici avec son avancement, et une notification annonce la fin.</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Démarrer avec ma session</translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation>Me prévenir de la fin des tâches</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Lancer une tâche d’exemple</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation>le service de suivi de cet ordinateur</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1, %2 et %3 autre</numerusform>
            <numerusform>%1, %2 et %3 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnexion</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Interrogation</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation>Connectée par SSE</translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation>Connectée par WebSocket</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connectée</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>Interrogation toutes les %1</translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation>%1, un flux ouvert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1, %2 flux ouvert</numerusform>
            <numerusform>%1, %2 flux ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation>Sa tâche est terminée. Vérifie toutes les %1 si elle est relancée</translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation>Sa tâche est terminée</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>Injoignable depuis %1</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>Reconnexion dans %1</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, tentative %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation>%1, d’après ses messages</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Contact perdu avec %1</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>Impossible de joindre %1</translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation>Depuis %1.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Nouvel essai dans %1.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Nouvel essai en cours.</translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation>Une tâche n’est peut-être plus à jour.</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>%1 tâche n’est peut-être plus à jour.</numerusform>
            <numerusform>%1 tâches ne sont peut-être plus à jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>Socket&#xa0;: %1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>En écoute sur %1</translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation>Port %1 occupé&#xa0;; en écoute sur le socket seulement</translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation>En écoute sur le socket seulement</translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 vous attend</numerusform>
            <numerusform>%1 vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 vous attend</numerusform>
            <numerusform>%1 vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 en cours</numerusform>
            <numerusform>%1 en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 en attente</numerusform>
            <numerusform>%1 en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>rien en cours</translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation>prochaine fin dans %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Suspension…</translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation>Reprise…</translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation>Relance…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation>Annulation impossible</translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation>Suspension impossible</translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation>Reprise impossible</translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation>Relance impossible</translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation>Annulation demandée</translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation>Suspension demandée</translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation>Reprise demandée</translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation>Relance demandée</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>To</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>Po</translation>
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
        <translation>%1 jusqu’ici</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation>sur %1</translation>
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
        <translation>moins de 1 s</translation>
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
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
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
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>en attente depuis %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>début&#xa0;: %1</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>fin&#xa0;: %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation>annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>perte&#xa0;: %1</translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation>En moins de 1 s</translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation>en moins de 1 s</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Après %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Vous attend</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Réussie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdue</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorée</translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 tâche</numerusform>
            <numerusform>%1 tâches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 tâche</numerusform>
            <numerusform>%1 tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation>Plus long que prévu</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>Presque fini</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Reste %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Le programme qui l’exécutait s’est arrêté sans préavis.</translation>
    </message>
</context>
</TS>
