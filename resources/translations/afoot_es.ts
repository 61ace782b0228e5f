<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation>Historial, registros de los trabajos y el token</translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation>Informes que esperan a un rastreador</translation>
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
        <translation>Entrada anterior de la barra lateral</translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation>Entrada siguiente de la barra lateral</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>Filtrar los trabajos</translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation>Buscar: en la lista o en el registro abierto</translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation>Agrupar los trabajos de otro modo</translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation>Marcar todos los trabajos como vistos</translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation>Limpiar los trabajos finalizados</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Añadir un origen</translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation>Reintentar los orígenes sin conexión</translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation>Cerrar el trabajo o volver a la lista</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pausar o reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Abrir el resultado</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>Copiar el título</translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation>Olvidar, una vez terminado</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>Mostrar en su propia ventana</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation>Seguir el final</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>Ir al primer error</translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation>Tira compacta y vuelta</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>Estos atajos</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation>Trabajo elegido</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>Su registro</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Save it to a file</source>
        <translation>Guardarlo en un archivo</translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation>No se guarda ningún historial: %1</translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation>No se usan las preferencias del rastreador: %1</translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation>%1; no se usa tracker.json</translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation>Se sigue al rastreador que ya está en marcha</translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation>No se pudo iniciar el ejemplo: %1</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation>Rastreador sin conexión</translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation>El rastreador de este equipo no responde.</translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation>Ya no se sigue.</translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation>Otro programa usa el puerto %1.</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation>Archivos de texto (*.txt *.log);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation>El trabajo del enlace no está aquí.</translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation>El enlace no lleva a ninguna parte en Afoot.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>Exportar ejecuciones</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation>El token sigue siendo el anterior: %1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Hay trabajos en curso</translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation>No se pudo hacer que Afoot se inicie con la sesión: %1</translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation>El origen %1 está en pausa.</translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Abrir resultado</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation>Así avisa Afoot</translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation>Se pidió una prueba, y funciona.</translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se escribió %1: %2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>no es un archivo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation>Afoot %1</translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation>Muestra todos los trabajos largos de este equipo: cuánto han avanzado, cuánto tardarán y cómo terminaron.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation>Licencia Apache 2.0: se puede usar, modificar y distribuir libremente.</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Leer la licencia</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation>Detalles para un informe de error</translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation>Versiones, el escritorio y dónde escucha Afoot; ni trabajos ni secretos.</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>Dónde está cada cosa</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>Abrir carpeta: %1</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>En qué se apoya</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation>Su host</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Añadir origen</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Editar origen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation>Seguir otro rastreador</translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation>La dirección de un flujo de progreso, de uno de sus trabajos o de Afoot en otro lugar.</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Menos opciones</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>Se conserva tal cual</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>Se conservan tal cual</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation>Se envía solo a este rastreador y se guarda en un archivo que nadie más puede leer</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Olvidar el token</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Cómo habla</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Campos de cabecera</translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation>Olvidar los campos de cabecera</translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation>Campos de cabecera, uno por línea</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>Sus trabajos</translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation>%1. No es seguro: %2.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation>Aquí se muestra lo que contiene antes de guardarlo.</translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation>Se recibió lo que dice, pero no se pudo leer como trabajos.
«afoot dialect new --from URL» escribe un dialecto para ello.</translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation>Aún no se sabe de ningún trabajo.</translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation>Ver qué contiene</translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation>Un enlace rellenó esta dirección. Aún no se le ha preguntado nada.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation>Texto más oscuro, líneas visibles y nada de gris sobre gris. También se activa mientras el escritorio lo pida.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation>Barras que se deslizan, y lo que se mueve mientras un trabajo no conoce su porcentaje.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation>Volver a la ventana completa</translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation>Afoot: trabajos en curso</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 más</numerusform>
            <numerusform>%1 más</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation>No escribió ningún registro.</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>Aún no hay registro.</translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation>%1 Quien lo ejecuta ya lo sabe.</translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation>%1, a la espera de que el trabajo responda.</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Detalles del trabajo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation>Duraciones</translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation>Duraciones de %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation>Esta vez tardó %1, lo habitual es %2</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Lo habitual: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Ejecuciones anteriores</translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation>Todas las ejecuciones de %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation>O informar desde cualquier programa</translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation>Poner esto delante de un comando</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Ejecutar un ejemplo</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Mostrar todos los trabajos</translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation>Aún no hay nada en marcha</translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation>Aquí aparecen todos los trabajos largos: cuánto han avanzado, cuánto tardarán y cómo terminaron.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Ningún trabajo coincide</translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation>Hay trabajos, pero ninguno cumple el filtro.</translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation>No hay trabajos de aquí</translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation>Aquí aparece lo que comunica este origen. El estado de su conexión se indica arriba.</translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation>Ahora mismo no se conocen los trabajos</translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation>Mientras no haya conexión, nadie puede decir qué está en curso. Los trabajos continúan sin ella y aparecerán aquí cuando vuelva.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Abrir resultado</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar registro</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation>Se cierra en %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation>En la bandeja, donde el escritorio tenga una; así no se pierden los trabajos que empiezan antes de mirar.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Se aplica desde el próximo inicio.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation>Mientras haya trabajos en curso</translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation>Evitar que el equipo se suspenda</translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation>No se suspende por sí solo. Aún se puede suspender a mano.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation>Con cualquier trabajo en curso</translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation>Con algunos tipos de trabajo</translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation>Trabajos con ventana propia</translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation>Un trabajo de estos tipos abre una ventana pequeña al empezar, que se cierra sola si todo fue bien.</translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation>Trabajos del propio escritorio</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>Mostrarlos aquí</translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation>Copias de archivos y descargas de programas de KDE, donde nada más las muestre.</translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation>Mostrar allí mis trabajos</translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation>Donde el escritorio tiene una vista de trabajos, se le informa de los que Afoot conoce.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Tipo de trabajo, como «make»</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation>Filtrar trabajos</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Limpiar finalizados</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Añadir origen</translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation>Quitar de la lista los trabajos completados y cancelados</translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation>Agrupar trabajos</translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation>Agrupar trabajos: por origen</translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation>Agrupar trabajos: por tipo</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>No agrupar</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Por origen</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 pide atención</numerusform>
            <numerusform>%1 piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 pide atención</numerusform>
            <numerusform>%1 piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 fallido</numerusform>
            <numerusform>%1 fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>desplegado</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>plegado</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Buscar ejecuciones</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todos los orígenes</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>Como tabla (CSV)…</translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation>Como JSON…</translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation>Eliminar la ejecución que coincide…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>Eliminar %1 ejecución que coincide…</numerusform>
            <numerusform>Eliminar las %1 ejecuciones que coinciden…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation>Eliminar todo el historial…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>No se puede leer el historial</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Ninguna ejecución coincide</translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation>El historial tiene otras, ocultas por el filtro.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>Aún no ha terminado nada</translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation>Lo que termina se guarda aquí, con su registro, hasta que se elimine.</translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation>No se guarda su registro.</translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation>Copiar ejecución</translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation>Eliminar ejecución…</translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation>¿Eliminar esta ejecución de «%1»?</translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation>Desaparece del historial con su registro, definitivamente.</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Eliminar ejecución</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation>¿Eliminar la ejecución que coincide?</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>¿Eliminar %1 ejecución que coincide?</numerusform>
            <numerusform>¿Eliminar las %1 ejecuciones que coinciden?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation>Lo que deja pasar el filtro se elimina, con sus registros, definitivamente.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>Eliminar %1 ejecución</numerusform>
            <numerusform>Eliminar %1 ejecuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>¿Eliminar todo el historial?</translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation>Todas las ejecuciones terminadas desaparecen con su registro, definitivamente. Los trabajos terminados también salen de la lista.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Eliminar todo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation>Cancelar trabajo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>¿Cancelar «%1»?</translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation>Lo hecho hasta ahora no se deshace.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Dejar que siga</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Abrir resultado</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation>¿Olvidar «%1»?</translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation>Sale de la lista y del historial, y su registro también. «Limpiar finalizados» conserva el historial.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>Copiar título</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar id</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copiar comando</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Copiar error</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Copiar todo como texto</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Olvidar…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation>Sin tipo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copiar registro</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation>Mantener a la vista la última línea</translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation>… 1 línea omitida</translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… %1 línea omitida</numerusform>
            <numerusform>… %1 líneas omitidas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 línea nueva</translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 línea nueva</numerusform>
            <numerusform>%1 líneas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Coincidencia anterior (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Coincidencia siguiente (F3)</translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation>Primer error (Ctrl+E)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Sin coincidencias</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 coincidencia</translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 coincidencia</numerusform>
            <numerusform>%1 coincidencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation>última actualización hace %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation>Sin noticias desde hace un rato</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>antes %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Lo habitual: %1</translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation>Lo habitual: de %1 a %2</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>Aún sin estimación</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>Menos de 1 s</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Código de salida %1</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>Terminó sin avisar</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>A la espera de empezar</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Todos los trabajos</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Piden atención</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidos</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finalizados</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 paso</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 paso</numerusform>
            <numerusform>%1 pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Paso %1</translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation>Ahora no se sigue</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Desactualizado</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Estancado</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>no visto aún</translation>
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
        <translation>Trabajos</translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 actualización/s</numerusform>
            <numerusform>%1 actualizaciones/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 actualización/s</numerusform>
            <numerusform>%1 actualizaciones/s</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>Marcar todo como visto</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation>Aún no se conoce ninguno.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation>%1 en marcha</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 con éxito</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 con error</translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation>%1 se canceló</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 pide atención</translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation>%1 se perdió</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Se perdió el contacto con %1</translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation>De nuevo en contacto con %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Tardó %1.</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Código de salida %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Quien lo ejecutaba terminó sin avisar.</translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation>el rastreador de este equipo</translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation>Estuvo sin conexión durante %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 pide atención</numerusform>
            <numerusform>%1 piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 perdido</numerusform>
            <numerusform>%1 perdidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 cancelado</numerusform>
            <numerusform>%1 cancelados</numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation>Novedades de %1</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Durante su ausencia</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 fallido</numerusform>
            <numerusform>%1 fallidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 completado</numerusform>
            <numerusform>%1 completados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 iniciado</numerusform>
            <numerusform>%1 iniciados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Campana</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarma</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation>A través del escritorio, mientras se mira otra cosa.</translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation>Respetar «No molestar»</translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation>Lo que llega mientras el escritorio debe guardar silencio espera en la ventana.</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>Enviar una notificación de prueba</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>¿Funciona?</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>Avisar de</translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation>Trabajos completados</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Trabajos fallidos</translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation>También los que terminaron sin avisar.</translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation>Trabajos que piden respuesta</translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation>Trabajos cancelados</translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation>Trabajos iniciados</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation>Si uno pierde la conexión o la recupera.</translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation>Tipos silenciados</translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation>No se avisa de los trabajos de estos tipos.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>Tipo de trabajo, como «make»</translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation>Orígenes silenciados</translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation>No se avisa de los trabajos que se ejecutan allí.</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>Nombre de un origen</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Sonido: %1</translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation>Reproducir el sonido: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation>Solo trabajos que tardaron más de</translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation>De las preguntas se avisa siempre. Cero: todos los trabajos.</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unidad de tiempo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation>%1 ahora  ·  media %2  ·  máximo %3</translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation>media %1  ·  máximo %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation>Velocidad a lo largo del tiempo: %1</translation>
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
            <numerusform>%1 ejecución</numerusform>
            <numerusform>%1 ejecuciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 ejecución</numerusform>
            <numerusform>%1 ejecuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation>Ninguna ejecución con duración</translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation>1 ejecución, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 ejecución, mediana %2, la más larga %3</numerusform>
            <numerusform>%1 ejecuciones, mediana %2, la más larga %3</numerusform>
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
        <translation>Estado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation>Paso %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation>Ejecuciones terminadas</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Rastreador</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation>Qué muestra la lista</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Sin conexión</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation>%1. No se pudo leer un mensaje</translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1. No se pudo leer %2 mensaje</numerusform>
            <numerusform>%1. No se pudieron leer %2 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation>¿Quitar el origen «%1»?</translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation>Sus trabajos salen de la lista y continúan donde se ejecutan. Los que terminaron siguen en el historial.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
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
        <translation>Conexión con %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegibles</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>Reconexiones</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>Responde en</translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation>Tiempo hasta la alternativa</translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation>Qué fue de la conexión</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copiar para un informe de error</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2 veces)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation>Otros rastreadores y servicios cuyos trabajos aparecen junto a los de este equipo.</translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation>No se sigue ningún otro origen.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Añadir origen</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation>Solo lo que está en curso, en una ventana pequeña</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation>Nada en curso</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 fallido</numerusform>
            <numerusform>%1 fallidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>%1 más, fallido</numerusform>
            <numerusform>%1 más, algunos fallidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>%1 más, en curso</numerusform>
            <numerusform>%1 más, algunos en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 más</numerusform>
            <numerusform>%1 más</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>iniciado: %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Abrir resultado</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation>Un origen web es un esquema y un host, como https://dash.example.</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation>Un host es un nombre o una dirección, como box.lan.</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Rastreador</translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation>Otro programa suyo, como «afoot serve», es el rastreador de este equipo, y la ventana lo sigue. Dónde escucha se configura allí.</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>Escucha en</translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation>Los programas de este equipo informan aquí de sus trabajos. El socket es solo suyo; el puerto pide el token.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Copy the path of the socket</source>
        <translation>Copiar la ruta del socket</translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation>Copiar la dirección del puerto</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation>Quien lo tenga puede informar de trabajos y leerlos. Trátelo como una contraseña.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation>Crear uno nuevo…</translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation>Informar de un trabajo desde cualquier programa</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>¿Crear un token nuevo?</translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation>El anterior deja de valer desde ese momento: los programas que lo usan quedan desconectados hasta que reciban el nuevo.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Crear uno nuevo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Quién puede entrar</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation>Lo que se cambie aquí se aplica desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation>Cero: cualquiera que esté libre.</translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation>Atender a clientes de otros servicios</translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation>En las rutas propias de esos servicios y en su formato. Leer allí no requiere token.</translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation>Páginas web que pueden hablar con él</translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation>Según el origen web que indica el navegador. Se aplica desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation>Otros nombres de este equipo</translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation>Por los que pueden preguntar las peticiones. Se aplica desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Desconocido aquí</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation>Piden atención: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>En curso: %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fallidos: %1</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>Siguiente: %1 en %2</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Pausar notificaciones</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 más</numerusform>
            <numerusform>%1 más</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation>Abrir Afoot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation>Terminados, sin mirar: %1</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation>Hasta volver a activarlas</translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>%1 trabajo evita que el equipo se suspenda</numerusform>
            <numerusform>%1 trabajos evitan que el equipo se suspenda</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation>Solo lo que está en curso</translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation>Notificaciones en pausa hasta %1</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>Notificaciones en pausa</translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation>Volver a activar las notificaciones</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation>Le damos la bienvenida a Afoot</translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation>Compilaciones, copias de seguridad, descargas: todo lo que tarda aparece aquí con su avance, y se le avisa cuando termina.</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation>Notificar cuando terminen los trabajos</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>Ejecutar un ejemplo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation>el rastreador de este equipo</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1, %2 y %3 más</numerusform>
            <numerusform>%1, %2 y %3 más</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Consultando</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation>Conectado por SSE</translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation>Conectado por WebSocket</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>Consultando cada %1</translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation>%1, un flujo abierto</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1, %2 flujo abierto</numerusform>
            <numerusform>%1, %2 flujos abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation>Su trabajo ha terminado. Cada %1 se mira si vuelve a ejecutarse</translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation>Su trabajo ha terminado</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>Sin conexión desde %1</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>Reconexión en %1</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, intento %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation>%1, por sus mensajes</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>Se perdió el contacto con %1</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>No se puede contactar con %1</translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation>Sin conexión desde %1.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Nuevo intento en %1.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Intentando de nuevo.</translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation>Puede haber un trabajo desactualizado.</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>Puede haber %1 trabajo desactualizado.</numerusform>
            <numerusform>Puede haber %1 trabajos desactualizados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>Socket: %1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Escucha en %1</translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation>El puerto %1 está ocupado; escucha solo en su socket</translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation>Escucha solo en su socket</translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 pide atención</numerusform>
            <numerusform>%1 piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 pide atención</numerusform>
            <numerusform>%1 piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 en curso</numerusform>
            <numerusform>%1 en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 en cola</numerusform>
            <numerusform>%1 en cola</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>nada en curso</translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation>el siguiente termina en %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation>Reanudando…</translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation>Repitiendo…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation>No se pudo cancelar</translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation>No se pudo pausar</translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation>No se pudo reanudar</translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation>No se pudo repetir</translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation>Se pidió cancelar</translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation>Se pidió pausar</translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation>Se pidió reanudar</translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation>Se pidió repetir</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
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
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation>de %1</translation>
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
        <translation>menos de 1 s</translation>
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
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>ayer %1</translation>
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
        <translation>en cola: %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>iniciado: %1</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>completado: %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>fallido: %1</translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation>cancelado: %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>perdido: %1</translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation>En menos de 1 s</translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation>en menos de 1 s</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Tras %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>tras %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Pide atención</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 trabajo</numerusform>
            <numerusform>%1 trabajos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 trabajo</numerusform>
            <numerusform>%1 trabajos</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation>Más de lo estimado</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>Casi listo</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 para acabar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>Quien lo ejecutaba terminó sin avisar.</translation>
    </message>
</context>
</TS>
