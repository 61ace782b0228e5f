<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation>المحفوظات وسجلات المهام ورمز الوصول</translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation>تقارير تنتظر متتبّعًا</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>المقبس</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Entry before in the side bar</source>
        <translation>العنصر السابق في الشريط الجانبي</translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation>العنصر التالي في الشريط الجانبي</translation>
    </message>
    <message>
        <source>History</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>ترشيح المهام</translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation>بحث: في القائمة، أو في السجل المفتوح</translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation>تجميع المهام بطريقة أخرى</translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation>تعليم كل المهام كمُشاهَدة</translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation>مسح المهام المنتهية</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>إضافة مصدر</translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation>إعادة محاولة الاتصال بالمصادر المنقطعة</translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation>إغلاق المهمة، أو العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>إيقاف مؤقت أو استئناف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>تشغيل مجددًا</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>نسخ اسم المهمة</translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation>نسيان المهمة بعد انتهائها</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>عرض في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>بحث في السجل</translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation>متابعة نهايته</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>الانتقال إلى أول خطأ</translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation>الشريط المصغّر والعودة منه</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>هذه الاختصارات</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation>المهمة المختارة</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>سجلها</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Save it to a file</source>
        <translation>حفظه في ملف</translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation>لا تُحفظ أي محفوظات: %1</translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation>إعدادات المتتبّع غير مستخدمة: %1</translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation>%1؛ الملف tracker.json غير مستخدم</translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation>تجري متابعة المتتبّع العامل حاليًا</translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation>تعذّر بدء المهمة التجريبية: %1</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation>المتتبّع منقطع</translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation>متتبّع هذا الحاسوب لا يستجيب.</translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation>لم تعد متابَعة.</translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation>المنفذ %1 يستخدمه برنامج آخر.</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation>ملفات نصية (*.txt *.log);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation>المهمة التي يشير إليها الرابط ليست هنا.</translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation>لا يؤدي الرابط إلى أي مكان في Afoot.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>جارٍ الحذف…</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>تصدير التشغيلات</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>ملفات JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>اكتمل التصدير</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation>%1 في %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation>بقي رمز الوصول القديم: %1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>هناك مهام جارية</translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation>تعذّر ضبط Afoot ليبدأ مع الجلسة: %1</translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation>المصدر %1 متوقف مؤقتًا.</translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation>هكذا يُعلمك Afoot</translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation>هذا الإشعار التجريبي الذي طلبته، وهو يعمل.</translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>لم يُكتب %1: %2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>ليس ملفًا</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>حول البرنامج</translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation>Afoot %1</translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation>يعرض كل المهام الطويلة على الحاسوب: إلى أين وصلت، وكم بقي لها، وكيف انتهت.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation>Apache License 2.0: حرية الاستخدام والتعديل وإعادة النشر.</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>قراءة الرخصة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation>تفاصيل للإبلاغ عن علّة</translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation>الإصدارات وسطح المكتب وما ينصت Afoot عليه، بلا مهام ولا أسرار.</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>مواضع الملفات</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>فتح المجلد: %1</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>ما بُني عليه</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation>مضيفه</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>إضافة المصدر</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>تعديل المصدر</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>تعديل %1</translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation>متابعة متتبّع آخر</translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation>عنوان دفق تقدّم، أو إحدى مهامه، أو Afoot على جهاز آخر.</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>خيارات أكثر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>خيارات أقل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>محفوظ كما هو</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>محفوظة كما هي</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;العنوان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation>يُرسل إلى هذا المتتبّع وحده، ويُحفظ في ملف لا يقرؤه أحد غيرك</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>نسيان رمز الوصول</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;رمز الوصول</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>اكتشاف تلقائي</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>اللهجة</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>حقول الترويسة</translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation>نسيان حقول الترويسة</translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation>حقول الترويسة، حقل في كل سطر</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>مهامه</translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation>%1. غير مؤكد: %2.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation>يُعرض هنا ما لديه قبل حفظه.</translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation>وصلت رسائله، لكن تعذّرت قراءتها كمهام.
الأمر «afoot dialect new --from URL» يكتب لهجة له.</translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation>لم يصل خبر عن أي مهمة بعد.</translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation>عرض ما لديه</translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation>ملأ رابطٌ هذا العنوان. لم يُطلب منه شيء بعد.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>كسطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation>نص أدكن وخطوط ظاهرة، ولا رمادي على رمادي. يُفعَّل أيضًا متى طلبه سطح المكتب.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation>أشرطة تنساب، وما يتحرك حين لا تُعرف نسبة المهمة.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>كاملة</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>مخفّفة</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>نسخ %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation>العودة إلى النافذة الكاملة</translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation>Afoot: المهام الجارية</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>فتح في نافذة مستقلة</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation>لم تكتب سجلًا.</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>لا سجل بعد.</translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation>%1 وصل الطلب إلى من يشغّلها.</translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation>%1، بانتظار ردّ المهمة.</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>فتح في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>تفاصيل المهمة</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation>المدد</translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation>مدد %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation>استغرقت هذه %1، وعادةً %2</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>عادةً %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation>%1، %2، %3</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>تشغيلات سابقة</translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation>كل تشغيلات %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation>أو الإبلاغ عنها من أي برنامج</translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation>يوضع هذا قبل أي أمر</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>تشغيل مهمة تجريبية</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>عرض كل المهام</translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation>لا شيء يجري بعد</translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation>تظهر هنا كل المهام الطويلة: إلى أين وصلت، وكم بقي لها، وكيف انتهت.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>لا مهمة مطابقة</translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation>توجد مهام، لكن لا شيء منها يطابق المرشّح.</translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation>لا مهام من هنا</translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation>يظهر هنا ما يبلّغ عنه هذا المصدر. حالة الاتصال به مبيّنة أعلاه.</translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation>المهام غير معروفة الآن</translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation>ما دام الاتصال منقطعًا لا يُعرف ما الذي يجري. تستمر المهام من دونه وتظهر هنا حين يعود.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>عرض السجل</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation>تُغلق بعد %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>البدء مع الجلسة</translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation>في صينية النظام إن وُجدت؛ ولا تفوت المهام التي تبدأ قبل فتح النافذة.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>يسري عند البدء التالي.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>كسطح المكتب</translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation>أثناء عمل المهام</translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation>إبقاء الحاسوب مستيقظًا</translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation>لا يدخل في السكون من تلقاء نفسه، ويمكن إدخاله فيه يدويًا.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation>أثناء عمل أي مهمة</translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation>لأنواع معيّنة من المهام</translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation>مهام لها نافذة مستقلة</translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation>تفتح المهمة من هذه الأنواع نافذة صغيرة عند بدئها، تُغلق وحدها إن سار كل شيء على ما يرام.</translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation>مهام سطح المكتب</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>عرضها هنا</translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation>نسخ الملفات والتنزيلات في برامج KDE، حين لا يعرضها شيء آخر.</translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation>عرض مهامي هناك</translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation>إن كان في سطح المكتب عرض للمهام، يُبلَّغ بالمهام التي يعرفها Afoot.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>نوع المهمة، مثل «make»</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation>ترشيح المهام</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>مسح المنتهية</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>إضافة مصدر</translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation>إزالة المهام المكتملة والملغاة من القائمة</translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation>تجميع المهام</translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation>تجميع المهام: حسب المصدر</translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation>تجميع المهام: حسب النوع</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>بلا تجميع</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>حسب المصدر</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>حسب النوع</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>موسّعة</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>مطوية</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>بحث في التشغيلات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>كل المصادر</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح المرشّح</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>كجدول (CSV)…</translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation>بصيغة JSON…</translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation>حذف التشغيل المطابق…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>حذف التشغيلات المطابقة (%1)…</numerusform>
            <numerusform>حذف %1 تشغيل مطابق…</numerusform>
            <numerusform>حذف %1 تشغيل مطابق…</numerusform>
            <numerusform>حذف %1 تشغيلات مطابقة…</numerusform>
            <numerusform>حذف %1 تشغيلًا مطابقًا…</numerusform>
            <numerusform>حذف %1 تشغيل مطابق…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation>حذف كل المحفوظات…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>تعذّرت قراءة المحفوظات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>لا تشغيل مطابق</translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation>في المحفوظات تشغيلات أخرى يخفيها المرشّح.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح المرشّح</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>لم ينتهِ شيء بعد</translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation>يُحفظ هنا ما ينتهي، مع سجله، إلى أن يُحذف.</translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation>لم يُحفظ له سجل.</translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation>نسخ التشغيل</translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation>حذف التشغيل…</translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation>حذف هذا التشغيل من «%1»؟</translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation>يُزال من المحفوظات مع سجله نهائيًا.</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>حذف التشغيل</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation>حذف التشغيل المطابق؟</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>حذف التشغيلات المطابقة (%1)؟</numerusform>
            <numerusform>حذف %1 تشغيل مطابق؟</numerusform>
            <numerusform>حذف %1 تشغيل مطابق؟</numerusform>
            <numerusform>حذف %1 تشغيلات مطابقة؟</numerusform>
            <numerusform>حذف %1 تشغيلًا مطابقًا؟</numerusform>
            <numerusform>حذف %1 تشغيل مطابق؟</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation>يُحذف كل ما يُظهره المرشّح مع سجلاته نهائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>حذف %1 تشغيل</numerusform>
            <numerusform>حذف %1 تشغيل</numerusform>
            <numerusform>حذف %1 تشغيل</numerusform>
            <numerusform>حذف %1 تشغيلات</numerusform>
            <numerusform>حذف %1 تشغيلًا</numerusform>
            <numerusform>حذف %1 تشغيل</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>حذف كل المحفوظات؟</translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation>تُزال كل التشغيلات المنتهية مع سجلاتها نهائيًا. وتُزال المهام المنتهية من القائمة أيضًا.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>حذف كل شيء</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation>إلغاء المهمة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>تشغيل مجددًا</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>إلغاء «%1»؟</translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation>ما أنجزته حتى الآن لا يُتراجع عنه.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>تركها تعمل</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation>نسيان «%1»؟</translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation>تُزال من القائمة والمحفوظات، ومعها سجلها. أما «مسح المنتهية» فيُبقي المحفوظات.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>فتح في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>نسخ اسم المهمة</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>نسخ المعرّف</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>نسخ الخطأ</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>نسخ الكل كنص</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>نسيان…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation>بلا نوع</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation>بحث في السجل</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>نسخ السجل</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation>إبقاء السطر الأخير ظاهرًا</translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation>… تُخطّي سطر واحد</translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… تُخطّي %1 سطر</numerusform>
            <numerusform>… تُخطّي %1 سطر</numerusform>
            <numerusform>… تُخطّي %1 سطر</numerusform>
            <numerusform>… تُخطّيت %1 أسطر</numerusform>
            <numerusform>… تُخطّي %1 سطرًا</numerusform>
            <numerusform>… تُخطّي %1 سطر</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>سطر جديد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 سطر جديد</numerusform>
            <numerusform>%1 سطر جديد</numerusform>
            <numerusform>%1 سطر جديد</numerusform>
            <numerusform>%1 أسطر جديدة</numerusform>
            <numerusform>%1 سطرًا جديدًا</numerusform>
            <numerusform>%1 سطر جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>النتيجة السابقة (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>النتيجة التالية (F3)</translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation>أول خطأ (Ctrl+E)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>نتيجة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 نتيجة</numerusform>
            <numerusform>%1 نتيجة</numerusform>
            <numerusform>%1 نتيجة</numerusform>
            <numerusform>%1 نتائج</numerusform>
            <numerusform>%1 نتيجة</numerusform>
            <numerusform>%1 نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation>آخر تحديث قبل %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>إعادة الاتصال</translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation>لا خبر منذ فترة</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>كان %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>عادةً %1</translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation>عادةً من %1 إلى %2</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>لا تقدير بعد</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>أقل من ثانية</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>رمز الخروج %1</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>انتهت دون إبلاغ</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>تنتظر البدء</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>كل المهام</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>بانتظارك</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>في الطابور</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>خطوة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 خطوة</numerusform>
            <numerusform>%1 خطوة</numerusform>
            <numerusform>%1 خطوة</numerusform>
            <numerusform>%1 خطوات</numerusform>
            <numerusform>%1 خطوة</numerusform>
            <numerusform>%1 خطوة</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>الخطوة %1</translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation>غير متابَعة الآن</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>قديمة</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>متعثرة</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>لم تُشاهد بعد</translation>
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
        <translation>المهام</translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديثات/ث</numerusform>
            <numerusform>%1 تحديثًا/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
            <numerusform>%1 تحديثات/ث</numerusform>
            <numerusform>%1 تحديثًا/ث</numerusform>
            <numerusform>%1 تحديث/ث</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>تعليم الكل كمُشاهَد</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation>لا شيء معروف بعد.</translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation>بدأت %1</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>اكتملت %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>فشلت %1</translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation>أُلغيت %1</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 بانتظارك</translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation>فُقدت %1</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>انقطع الاتصال مع %1</translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation>عاد الاتصال مع %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation>%1 خلال %2</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>استغرقت %1.</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>رمز الخروج %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>من كان يشغّلها انتهى دون إبلاغ.</translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation>متتبّع هذا الحاسوب</translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation>دام الانقطاع %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 مفقودة</numerusform>
            <numerusform>%1 مفقودة</numerusform>
            <numerusform>%1 مفقودة</numerusform>
            <numerusform>%1 مفقودة</numerusform>
            <numerusform>%1 مفقودة</numerusform>
            <numerusform>%1 مفقودة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 ملغاة</numerusform>
            <numerusform>%1 ملغاة</numerusform>
            <numerusform>%1 ملغاة</numerusform>
            <numerusform>%1 ملغاة</numerusform>
            <numerusform>%1 ملغاة</numerusform>
            <numerusform>%1 ملغاة</numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation>الجديد: %1</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>أثناء غيابك</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>فشلت %1</numerusform>
            <numerusform>فشلت %1</numerusform>
            <numerusform>فشلت %1</numerusform>
            <numerusform>فشلت %1</numerusform>
            <numerusform>فشلت %1</numerusform>
            <numerusform>فشلت %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>اكتملت %1</numerusform>
            <numerusform>اكتملت %1</numerusform>
            <numerusform>اكتملت %1</numerusform>
            <numerusform>اكتملت %1</numerusform>
            <numerusform>اكتملت %1</numerusform>
            <numerusform>اكتملت %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>بدأت %1</numerusform>
            <numerusform>بدأت %1</numerusform>
            <numerusform>بدأت %1</numerusform>
            <numerusform>بدأت %1</numerusform>
            <numerusform>بدأت %1</numerusform>
            <numerusform>بدأت %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation>بلا صوت</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>اكتمال</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>جرس</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>منبّه</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation>عبر سطح المكتب، أثناء انشغالك بنافذة أخرى.</translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation>مراعاة «عدم الإزعاج»</translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation>ما يصل أثناء طلب الهدوء من سطح المكتب ينتظر في النافذة.</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>إرسال إشعار تجريبي</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>هل تعمل؟</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>الإشعار عن</translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation>المهام المكتملة</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>المهام الفاشلة</translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation>وكذلك التي انتهت دون إبلاغ.</translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation>المهام التي تحتاج إلى ردّ</translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation>المهام الملغاة</translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation>المهام التي بدأت</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation>انقطاع أحدها أو عودته.</translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation>أنواع مكتومة</translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation>لا إشعارات عن مهام هذه الأنواع.</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>نوع المهمة، مثل «make»</translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation>مصادر مكتومة</translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation>لا إشعارات عن المهام التي تعمل هناك.</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>اسم المصدر</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>الصوت: %1</translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation>تشغيل الصوت: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>ثوانٍ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ساعات</translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation>فقط المهام التي استغرقت أكثر من</translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation>الأسئلة يُشعَر بها دائمًا. صفر: كل المهام.</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>وحدة الزمن</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation>%1 الآن  ·  المتوسط %2  ·  الذروة %3</translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation>المتوسط %1  ·  الذروة %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation>المعدّل عبر الزمن: %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunStats</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message numerus="yes">
        <source>%1 run</source>
        <translation>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيلات</numerusform>
            <numerusform>%1 تشغيلًا</numerusform>
            <numerusform>%1 تشغيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيل</numerusform>
            <numerusform>%1 تشغيلات</numerusform>
            <numerusform>%1 تشغيلًا</numerusform>
            <numerusform>%1 تشغيل</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation>لا تشغيل مقيس الزمن</translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation>تشغيل واحد، %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 تشغيل، الوسيط %2، الأطول %3</numerusform>
            <numerusform>%1 تشغيل، الوسيط %2، الأطول %3</numerusform>
            <numerusform>%1 تشغيل، الوسيط %2، الأطول %3</numerusform>
            <numerusform>%1 تشغيلات، الوسيط %2، الأطول %3</numerusform>
            <numerusform>%1 تشغيلًا، الوسيط %2، الأطول %3</numerusform>
            <numerusform>%1 تشغيل، الوسيط %2، الأطول %3</numerusform>
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
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>المنجَز</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>الخطأ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation>الخطوة %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation>التشغيلات المنتهية</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>المتتبّع</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول البرنامج</translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation>ما تعرضه القائمة</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>منقطع</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation>%1. تعذّرت قراءة رسالة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1. تعذّرت قراءة %2 رسالة</numerusform>
            <numerusform>%1. تعذّرت قراءة %2 رسالة</numerusform>
            <numerusform>%1. تعذّرت قراءة %2 رسالة</numerusform>
            <numerusform>%1. تعذّرت قراءة %2 رسائل</numerusform>
            <numerusform>%1. تعذّرت قراءة %2 رسالة</numerusform>
            <numerusform>%1. تعذّرت قراءة %2 رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation>إزالة المصدر «%1»؟</translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation>تُزال مهامه من القائمة وتستمر حيث تعمل. وما انتهى منها يبقى في المحفوظات.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceDetailsDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>الاتصال مع %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>غير المقروءة</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلَم</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>مرات إعادة الاتصال</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>الاستعلامات</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>زمن الرد</translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation>زمن التحوّل إلى البديل</translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation>ما جرى للاتصال</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>نسخ للإبلاغ عن علّة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (×%2)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation>متتبّعات وأنظمة خلفية أخرى تظهر مهامها إلى جانب مهام هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation>لا متابعة لأي مصدر آخر.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>إضافة مصدر</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation>المهام الجارية فقط، في نافذة صغيرة</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation>لا شيء يجري</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
            <numerusform>%1 فاشلة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation>عرض أقل</translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
            <numerusform>%1 أخرى، بعضها فاشل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
            <numerusform>%1 أخرى، بعضها جارٍ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>بدأت %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation>الأصل هو بروتوكول ومضيف، مثل https://dash.example.</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation>المضيف هو اسم أو عنوان، مثل box.lan.</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>المتتبّع</translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation>برنامج آخر لك، مثل «afoot serve»، هو متتبّع هذا الحاسوب، وهذه النافذة تتابعه. وما ينصت عليه يُضبط هناك.</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>الإنصات على</translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation>تبلّغ برامج هذا الحاسوب عن المهام هنا. المقبس لك وحدك، والمنفذ يطلب رمز الوصول.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>المقبس</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Copy the path of the socket</source>
        <translation>نسخ مسار المقبس</translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation>نسخ عنوان المنفذ</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation>من يملكه يستطيع الإبلاغ عن المهام وقراءتها. يُعامل ككلمة السر.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation>إنشاء رمز جديد…</translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation>الإبلاغ عن مهمة من أي برنامج</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>إنشاء رمز وصول جديد؟</translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation>يبطل الرمز القديم من حينها: تُفصل البرامج التي تستخدمه إلى أن تُعطى الرمز الجديد.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>إنشاء رمز جديد</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>من يُسمح له بالدخول</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation>ما يُغيَّر هنا يسري عند البدء التالي.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>أي منفذ</translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation>صفر: أي منفذ متاح.</translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation>خدمة عملاء الأنظمة الخلفية الأخرى</translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation>على مسارات تلك الأنظمة الخلفية وبصيغتها. القراءة هناك لا تحتاج إلى رمز وصول.</translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation>صفحات الويب المسموح لها بمخاطبته</translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation>حسب الأصل الذي يذكره المتصفح. يسري عند البدء التالي.</translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation>أسماء أخرى لهذا الحاسوب</translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation>يمكن للطلبات استخدامها. يسري عند البدء التالي.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>غير معروف هنا</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation>بانتظارك: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>جارية: %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>لا شيء يجري</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>فاشلة: %1</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>التالية: %1 بعد %2</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>إيقاف الإشعارات مؤقتًا</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
            <numerusform>%1 أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation>فتح Afoot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation>منتهية لم تُفتح: %1</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>لمدة ساعة</translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation>حتى إعادة تفعيلها</translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهمة</numerusform>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهمة</numerusform>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهمة</numerusform>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهام</numerusform>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهمة</numerusform>
            <numerusform>الحاسوب مستيقظ بسبب %1 مهمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation>المهام الجارية فقط</translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation>الإشعارات متوقفة مؤقتًا حتى %1</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>الإشعارات متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation>إعادة تفعيل الإشعارات</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation>مرحبًا بك في Afoot</translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation>البناء والنسخ الاحتياطي والتنزيل: كل ما يطول يظهر هنا مع مدى تقدّمه، ويصلك إشعار حين ينتهي.</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>البدء مع الجلسة</translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation>إشعاري عند انتهاء المهام</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>تشغيل مهمة تجريبية</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation>متتبّع هذا الحاسوب</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 و%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1 و%2 و%3 آخر</numerusform>
            <numerusform>%1 و%2 و%3 آخر</numerusform>
            <numerusform>%1 و%2 و%3 آخران</numerusform>
            <numerusform>%1 و%2 و%3 مصادر أخرى</numerusform>
            <numerusform>%1 و%2 و%3 مصدرًا آخر</numerusform>
            <numerusform>%1 و%2 و%3 مصدر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>إعادة الاتصال</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>استعلام دوري</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>منقطع</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation>متصل عبر SSE</translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation>متصل عبر WebSocket</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>استعلام كل %1</translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation>%1، دفق واحد مفتوح</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1، %2 دفق مفتوح</numerusform>
            <numerusform>%1، %2 دفق مفتوح</numerusform>
            <numerusform>%1، %2 دفق مفتوح</numerusform>
            <numerusform>%1، %2 دفوق مفتوحة</numerusform>
            <numerusform>%1، %2 دفقًا مفتوحًا</numerusform>
            <numerusform>%1، %2 دفق مفتوح</numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation>انتهت مهمته. يُتحقق كل %1 إن عادت للعمل</translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation>انتهت مهمته</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>منقطع منذ %1</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>إعادة الاتصال بعد %1</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1، المحاولة %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation>%1، حسب رسائله</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>انقطع الاتصال مع %1</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>تعذّر الوصول إلى %1</translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation>منقطع منذ %1.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>محاولة جديدة بعد %1.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>تجري محاولة جديدة.</translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation>قد تكون بيانات مهمة واحدة قديمة.</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>قد تكون بيانات %1 مهمة قديمة.</numerusform>
            <numerusform>قد تكون بيانات %1 مهمة قديمة.</numerusform>
            <numerusform>قد تكون بيانات %1 مهمة قديمة.</numerusform>
            <numerusform>قد تكون بيانات %1 مهام قديمة.</numerusform>
            <numerusform>قد تكون بيانات %1 مهمة قديمة.</numerusform>
            <numerusform>قد تكون بيانات %1 مهمة قديمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>المقبس: %1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>ينصت على %1</translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation>المنفذ %1 مشغول؛ ينصت على مقبسه فقط</translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation>ينصت على مقبسه فقط</translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
            <numerusform>%1 بانتظارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 جارية</numerusform>
            <numerusform>%1 جارية</numerusform>
            <numerusform>%1 جارية</numerusform>
            <numerusform>%1 جارية</numerusform>
            <numerusform>%1 جارية</numerusform>
            <numerusform>%1 جارية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 في الطابور</numerusform>
            <numerusform>%1 في الطابور</numerusform>
            <numerusform>%1 في الطابور</numerusform>
            <numerusform>%1 في الطابور</numerusform>
            <numerusform>%1 في الطابور</numerusform>
            <numerusform>%1 في الطابور</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>لا شيء يجري</translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation>تنتهي التالية بعد %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>جارٍ الإيقاف مؤقتًا…</translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation>جارٍ الاستئناف…</translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation>جارٍ التشغيل مجددًا…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation>تعذّر الإلغاء</translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation>تعذّر الإيقاف المؤقت</translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation>تعذّر الاستئناف</translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation>تعذّر التشغيل مجددًا</translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation>طُلب الإلغاء</translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation>طُلب الإيقاف المؤقت</translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation>طُلب الاستئناف</translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation>طُلب التشغيل مجددًا</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>بايت</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ك.ب</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>م.ب</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>غ.ب</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>ت.ب</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>بيتابايت</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 / %2 %3</source>
        <comment>done, total, unit</comment>
        <translation>%1 من %2 %3</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>done, total</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation>من أصل %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/ث</translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <comment>number, unit</comment>
        <translation>%1%2/د</translation>
    </message>
    <message>
        <source>%1%2/s</source>
        <comment>number, unit</comment>
        <translation>%1%2/ث</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>أقل من ثانية</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>أمس %1</translation>
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
        <translation>في الطابور منذ %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>بدأت %1</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>انتهت %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>فشلت %1</translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation>أُلغيت %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>فُقدت %1</translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation>خلال أقل من ثانية</translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation>خلال أقل من ثانية</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>في الطابور</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>بانتظارك</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>قادمة</translation>
    </message>
    <message>
        <source>running</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تمت</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>متخطّاة</translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهام</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهام</numerusform>
            <numerusform>%1 مهمة</numerusform>
            <numerusform>%1 مهمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation>أطول من المقدّر</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>أوشكت على الانتهاء</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>بقي %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>الخطأ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>من كان يشغّلها انتهى دون إبلاغ.</translation>
    </message>
</context>
</TS>
