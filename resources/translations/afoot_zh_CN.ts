<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>History, logs of jobs and the token</source>
        <translation>历史记录、任务日志和令牌</translation>
    </message>
    <message>
        <source>Reports that wait for a tracker</source>
        <translation>等待跟踪器的报告</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Entry before in the side bar</source>
        <translation>侧栏中的上一项</translation>
    </message>
    <message>
        <source>Next entry in the side bar</source>
        <translation>侧栏中的下一项</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>Find: in the list, or in the log you are in</source>
        <translation>查找：列表中，或当前日志中</translation>
    </message>
    <message>
        <source>Group the jobs another way</source>
        <translation>切换任务分组方式</translation>
    </message>
    <message>
        <source>Mark all jobs as seen</source>
        <translation>将所有任务标为已看</translation>
    </message>
    <message>
        <source>Clear finished jobs</source>
        <translation>清除已结束的任务</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Retry sources that are away</source>
        <translation>重试离线的来源</translation>
    </message>
    <message>
        <source>Close the job, or go back to the list</source>
        <translation>关闭任务，或返回列表</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>复制标题</translation>
    </message>
    <message>
        <source>Forget, once it has ended</source>
        <translation>结束后忘记</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>在独立窗口中显示</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Follow its end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>转到第一个错误</translation>
    </message>
    <message>
        <source>Compact strip and back</source>
        <translation>切换紧凑条</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>显示这些快捷键</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Chosen job</source>
        <translation>选中的任务</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Save it to a file</source>
        <translation>保存到文件</translation>
    </message>
</context>
<context>
    <name>afoot::Desktop</name>
    <message>
        <source>No history is kept: %1</source>
        <translation>不会保留历史记录：%1</translation>
    </message>
    <message>
        <source>The settings of the tracker are not used: %1</source>
        <translation>未采用跟踪器的设置：%1</translation>
    </message>
    <message>
        <source>%1; tracker.json is not used</source>
        <translation>%1；未采用 tracker.json</translation>
    </message>
    <message>
        <source>Following the tracker that runs already</source>
        <translation>正在使用已在运行的跟踪器</translation>
    </message>
    <message>
        <source>The sample could not be started: %1</source>
        <translation>无法启动示例：%1</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>The tracker is away</source>
        <translation>跟踪器已离线</translation>
    </message>
    <message>
        <source>The tracker of this computer does not answer.</source>
        <translation>本机的跟踪器没有响应。</translation>
    </message>
    <message>
        <source>It is followed no more.</source>
        <translation>已不再跟踪。</translation>
    </message>
    <message>
        <source>Another program has port %1.</source>
        <translation>端口 %1 已被其他程序占用。</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log);;All files (*)</source>
        <translation>文本文件 (*.txt *.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The job of the link is not here.</source>
        <translation>链接指向的任务不在这里。</translation>
    </message>
    <message>
        <source>The link leads nowhere in Afoot.</source>
        <translation>该链接在 Afoot 中没有对应的内容。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>导出运行记录</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>42 runs, name of a file</comment>
        <translation>%1，已存入 %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The token is the old one: %1</source>
        <translation>仍为旧令牌：%1</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>有任务正在运行</translation>
    </message>
    <message>
        <source>Afoot could not be set to start with the session: %1</source>
        <translation>无法将 Afoot 设为随会话启动：%1</translation>
    </message>
</context>
<context>
    <name>afoot::Links</name>
    <message>
        <source>The source %1 is paused.</source>
        <translation>来源 %1 已暂停。</translation>
    </message>
</context>
<context>
    <name>afoot::Notices</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This is how Afoot tells you</source>
        <translation>Afoot 会这样通知您</translation>
    </message>
    <message>
        <source>You asked for a test, and it works.</source>
        <translation>您请求了一次测试，通知可以正常使用。</translation>
    </message>
</context>
<context>
    <name>afoot::SaveFile</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>未能写入 %1：%2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>它不是文件</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Afoot %1</source>
        <translation>Afoot %1</translation>
    </message>
    <message>
        <source>Shows every long-running job on your computer: how far it is, how long it will take, and how it ended.</source>
        <translation>显示您电脑上每个长时间运行的任务：进度如何，还需多久，结果怎样。</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Apache License 2.0: free to use, change and pass on.</source>
        <translation>Apache 许可证 2.0：可自由使用、修改和分发。</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>阅读许可证</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Details for a bug report</source>
        <translation>错误报告信息</translation>
    </message>
    <message>
        <source>Versions, the desktop and what Afoot listens on; no jobs and no secrets.</source>
        <translation>版本、桌面环境及 Afoot 的监听地址；不含任务和机密信息。</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>文件位置</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>打开文件夹：%1</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>所用组件</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AddSourceDialog</name>
    <message>
        <source>Its host</source>
        <translation>其主机名</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>编辑来源</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Follow another tracker</source>
        <translation>接入另一个跟踪器</translation>
    </message>
    <message>
        <source>The address of a progress stream, of one of its jobs, or of Afoot elsewhere.</source>
        <translation>进度流的地址、其中某个任务的地址，或别处 Afoot 的地址。</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>更少选项</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Sent to this tracker alone, and kept in a file that only you can read</source>
        <translation>仅发送给此跟踪器，并保存在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>忘记令牌</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>令牌(&amp;T)</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>标头字段</translation>
    </message>
    <message>
        <source>Forget the header fields</source>
        <translation>忘记标头字段</translation>
    </message>
    <message>
        <source>Header fields, one a line</source>
        <translation>标头字段，每行一个</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>其任务</translation>
    </message>
    <message>
        <source>%1. Not known for sure: %2.</source>
        <translation>%1（推测）。%2。</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1。%2。</translation>
    </message>
    <message>
        <source>What it has is shown here before it is kept.</source>
        <translation>保存之前，会先在此显示它的任务。</translation>
    </message>
    <message>
        <source>What it says was heard, and could not be read as jobs.
“afoot dialect new --from URL” writes a dialect for it.</source>
        <translation>已收到它的消息，但无法解读为任务。
“afoot dialect new --from URL”可为它编写方言。</translation>
    </message>
    <message>
        <source>Nothing was heard of a job yet.</source>
        <translation>尚未收到任何任务的消息。</translation>
    </message>
    <message>
        <source>See what it has</source>
        <translation>查看其内容</translation>
    </message>
    <message>
        <source>A link filled in this address. Nothing was asked of it yet.</source>
        <translation>此地址由链接填入，尚未向它发送任何请求。</translation>
    </message>
</context>
<context>
    <name>afoot::ui::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Darker text, lines that can be seen, no grey on grey. It is there, too, while the desktop asks for it.</source>
        <translation>文字更深，线条清晰，不用灰底灰字。桌面要求高对比度时也会启用。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Bars that glide, and what moves while a job knows no percent.</source>
        <translation>平滑移动的进度条，以及任务没有百分比时的动态效果。</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减弱</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Banner</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CompactStrip</name>
    <message>
        <source>Back to the full window</source>
        <translation>返回完整窗口</translation>
    </message>
    <message>
        <source>Afoot: running jobs</source>
        <translation>Afoot：运行中的任务</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>还有 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在独立窗口中打开</translation>
    </message>
</context>
<context>
    <name>afoot::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DetailPane</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>It wrote no log.</source>
        <translation>它没有写日志。</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>还没有日志。</translation>
    </message>
    <message>
        <source>%1 Whoever runs it has heard.</source>
        <translation>%1 运行它的程序已收到。</translation>
    </message>
    <message>
        <source>%1, waiting for the job to answer.</source>
        <translation>%1，等待任务回应。</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在独立窗口中打开</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>任务详情</translation>
    </message>
</context>
<context>
    <name>afoot::ui::DurationPlot</name>
    <message>
        <source>Durations</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Durations of %1: %2</source>
        <translation>%1 的用时：%2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, duration, when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EarlierRuns</name>
    <message>
        <source>This one took %1, usually it is %2</source>
        <translation>本次用时 %1，通常为 %2</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>通常 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>state, when, duration</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>以往的运行</translation>
    </message>
    <message>
        <source>All runs of %1</source>
        <translation>%1 的所有运行记录</translation>
    </message>
</context>
<context>
    <name>afoot::ui::EmptyPage</name>
    <message>
        <source>Or report it from any program</source>
        <translation>或从任意程序报告</translation>
    </message>
    <message>
        <source>Put this in front of a command</source>
        <translation>将此放在命令前面</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>运行示例任务</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Nothing is afoot yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Every long-running job shows up here: how far it is, how long it will take, and how it ended.</source>
        <translation>每个长时间运行的任务都会显示在这里：进度如何，还需多久，结果怎样。</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>没有匹配的任务</translation>
    </message>
    <message>
        <source>There are jobs, but none that fits what you filter by.</source>
        <translation>有任务，但都不符合筛选条件。</translation>
    </message>
    <message>
        <source>No jobs from here</source>
        <translation>此来源没有任务</translation>
    </message>
    <message>
        <source>What this source reports shows up here. How the connection to it is stands above.</source>
        <translation>此来源报告的内容会显示在这里。连接状态见上方。</translation>
    </message>
    <message>
        <source>The jobs are not known right now</source>
        <translation>目前无法得知任务情况</translation>
    </message>
    <message>
        <source>While the connection is away nobody can say what runs. Jobs go on without it and show up here once it is back.</source>
        <translation>连接断开期间，无法得知有什么在运行。任务会照常进行，恢复连接后将显示在这里。</translation>
    </message>
</context>
<context>
    <name>afoot::ui::FocusWindow</name>
    <message>
        <source>%1 so far</source>
        <comment>time that a job has run</comment>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>percent, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <translation>%1后关闭</translation>
    </message>
</context>
<context>
    <name>afoot::ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>随会话启动</translation>
    </message>
    <message>
        <source>In the tray where the desktop has one; jobs that start before you look are not missed.</source>
        <translation>桌面支持托盘时在托盘中运行；您查看之前开始的任务也不会错过。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>While jobs run</source>
        <translation>任务运行时</translation>
    </message>
    <message>
        <source>Keep this computer awake</source>
        <translation>保持本机唤醒</translation>
    </message>
    <message>
        <source>It does not go to sleep by itself. You can still send it there.</source>
        <translation>本机不会自动睡眠，您仍可手动让它睡眠。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>While any job runs</source>
        <translation>有任务运行时</translation>
    </message>
    <message>
        <source>For some kinds of jobs</source>
        <translation>仅限某些类型的任务</translation>
    </message>
    <message>
        <source>Jobs that get a window of their own</source>
        <translation>使用独立窗口的任务</translation>
    </message>
    <message>
        <source>A job of these kinds opens a small window when it starts, which closes by itself when all went well.</source>
        <translation>这些类型的任务开始时会打开一个小窗口，顺利完成后自动关闭。</translation>
    </message>
    <message>
        <source>The desktop&apos;s own jobs</source>
        <translation>桌面自身的任务</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>在此显示</translation>
    </message>
    <message>
        <source>File copies and downloads of KDE programs, where nothing else shows them.</source>
        <translation>KDE 程序的文件复制和下载（若没有别处显示）。</translation>
    </message>
    <message>
        <source>Show my jobs there</source>
        <translation>在桌面中显示我的任务</translation>
    </message>
    <message>
        <source>Where the desktop has a view of jobs, it is told of those that Afoot knows.</source>
        <translation>如果桌面有任务视图，Afoot 会将已知的任务告知桌面。</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>任务类型，例如“make”</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Header</name>
    <message>
        <source>Filter jobs</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Take completed and canceled jobs off the list</source>
        <translation>将已完成和已取消的任务移出列表</translation>
    </message>
    <message>
        <source>Group jobs</source>
        <translation>任务分组</translation>
    </message>
    <message>
        <source>Group jobs: by source</source>
        <translation>任务分组：按来源</translation>
    </message>
    <message>
        <source>Group jobs: by kind</source>
        <translation>任务分组：按类型</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Heading</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 个待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 个待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryHead</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>42 of 1,234 runs</comment>
        <translation>%2中的 %1 次</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>导出为表格 (CSV)…</translation>
    </message>
    <message>
        <source>As JSON …</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Delete the run that matches …</source>
        <translation>删除匹配的运行记录…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match …</source>
        <translation>
            <numerusform>删除匹配的 %1 条运行记录…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the whole history …</source>
        <translation>删除全部历史记录…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>没有匹配的运行记录</translation>
    </message>
    <message>
        <source>The history has others, which the filter hides.</source>
        <translation>历史记录中有其他记录，已被筛选隐藏。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>还没有任务结束</translation>
    </message>
    <message>
        <source>What ends is kept here, with its log, until you delete it.</source>
        <translation>已结束的任务连同日志会保留在这里，直到您删除。</translation>
    </message>
    <message>
        <source>No log of it is kept.</source>
        <translation>没有保留它的日志。</translation>
    </message>
    <message>
        <source>Copy run</source>
        <translation>复制运行记录</translation>
    </message>
    <message>
        <source>Delete run …</source>
        <translation>删除运行记录…</translation>
    </message>
    <message>
        <source>Delete this run of “%1”?</source>
        <translation>要删除“%1”的这条运行记录吗？</translation>
    </message>
    <message>
        <source>It leaves the history with its log, for good.</source>
        <translation>它将连同日志从历史记录中永久删除。</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>删除运行记录</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete the run that matches?</source>
        <translation>要删除匹配的运行记录吗？</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %1 runs that match?</source>
        <translation>
            <numerusform>要删除匹配的 %1 条运行记录吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter leaves goes, with its logs, for good.</source>
        <translation>筛选出的记录将连同日志永久删除。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 runs</source>
        <translation>
            <numerusform>删除 %1 条运行记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>要删除全部历史记录吗？</translation>
    </message>
    <message>
        <source>Every run that has ended leaves it with its log, for good. Ended jobs leave the list, too.</source>
        <translation>所有已结束的运行记录将连同日志永久删除。已结束的任务也会移出列表。</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>全部删除</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobActions</name>
    <message>
        <source>Cancel job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>要取消“%1”吗？</translation>
    </message>
    <message>
        <source>What it has done so far is not undone.</source>
        <translation>已经完成的部分不会撤销。</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>让它运行</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <translation>要忘记“%1”吗？</translation>
    </message>
    <message>
        <source>It leaves the list and the history, and its log goes with it. “Clear finished” keeps the history.</source>
        <translation>它将连同日志移出列表和历史记录。“清除已结束”则会保留历史记录。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在独立窗口中打开</translation>
    </message>
    <message>
        <source>Copy title</source>
        <translation>复制标题</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>全部复制为文本</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>忘记…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobModel</name>
    <message>
        <source>No kind</source>
        <translation>无类型</translation>
    </message>
</context>
<context>
    <name>afoot::ui::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogPane</name>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Keep the last line in sight</source>
        <translation>始终显示最后一行</translation>
    </message>
    <message>
        <source>… 1 line skipped</source>
        <translation>… 已跳过 1 行</translation>
    </message>
    <message numerus="yes">
        <source>… %1 lines skipped</source>
        <translation>
            <numerusform>… 已跳过 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 行新内容</translation>
    </message>
    <message numerus="yes">
        <source>%1 new lines</source>
        <translation>
            <numerusform>%1 行新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一个匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一个匹配 (F3)</translation>
    </message>
    <message>
        <source>First error (Ctrl+E)</source>
        <translation>第一个错误 (Ctrl+E)</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 个匹配</translation>
    </message>
    <message numerus="yes">
        <source>%1 hits</source>
        <translation>
            <numerusform>%1 个匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::LogScreen</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Look</name>
    <message>
        <source>last update %1 ago</source>
        <translation>%1前更新</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>No word for a while</source>
        <translation>许久没有消息</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>之前 %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>通常 %1</translation>
    </message>
    <message>
        <source>Usually %1 to %2</source>
        <translation>通常 %1至 %2</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>暂无估计</translation>
    </message>
    <message>
        <source>Under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>未作报告就退出</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>等待开始</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>步骤：%1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Not followed now</source>
        <translation>暂未跟踪</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未查看</translation>
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
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>%1 update/s</source>
        <translation>
            <numerusform>%1 次更新/秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 updates/s</source>
        <translation>
            <numerusform>%1 次更新/秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark all as seen</source>
        <translation>全部标为已看</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameEntry</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameLines</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::NameSet</name>
    <message>
        <source>None is known yet.</source>
        <translation>尚无已知类型。</translation>
    </message>
</context>
<context>
    <name>afoot::ui::News</name>
    <message>
        <source>%1 started</source>
        <translation>%1 已开始</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 was canceled</source>
        <translation>%1 已取消</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 待您处理</translation>
    </message>
    <message>
        <source>%1 was lost</source>
        <translation>%1 已失联</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>与 %1 失去联系</translation>
    </message>
    <message>
        <source>Back in contact with %1</source>
        <translation>已与 %1 恢复联系</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>48 GB in 6 min</comment>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: After 6 min</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>运行它的程序未作报告就退出了。</translation>
    </message>
    <message>
        <source>the tracker of this computer</source>
        <translation>本机的跟踪器</translation>
    </message>
    <message>
        <source>It was away for %1.</source>
        <translation>离线了 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost</source>
        <translation>
            <numerusform>%1 失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 canceled</source>
        <translation>
            <numerusform>%1 已取消</numerusform>
        </translation>
    </message>
    <message>
        <source>News of %1</source>
        <translation>%1有新消息</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>您离开期间</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 completed</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 个已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 started</source>
        <comment>a number of jobs</comment>
        <translation>
            <numerusform>%1 个已开始</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::NotificationSettings</name>
    <message>
        <source>No sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>铃声</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Through the desktop, while you look at something else.</source>
        <translation>您在看别处时，通过桌面通知。</translation>
    </message>
    <message>
        <source>Respect “do not disturb”</source>
        <translation>遵循“勿扰”模式</translation>
    </message>
    <message>
        <source>What comes while the desktop is told to be quiet waits in the window.</source>
        <translation>桌面处于勿扰模式时，消息会留在窗口中等您查看。</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>通知是否正常？</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Completed jobs</source>
        <translation>已完成的任务</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>失败的任务</translation>
    </message>
    <message>
        <source>Also those that ended without a word.</source>
        <translation>包括未作报告就退出的任务。</translation>
    </message>
    <message>
        <source>Jobs that need an answer</source>
        <translation>待您处理的任务</translation>
    </message>
    <message>
        <source>Canceled jobs</source>
        <translation>已取消的任务</translation>
    </message>
    <message>
        <source>Started jobs</source>
        <translation>已开始的任务</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>That one is away, or back.</source>
        <translation>有来源离线或恢复时。</translation>
    </message>
    <message>
        <source>Muted kinds</source>
        <translation>不通知的类型</translation>
    </message>
    <message>
        <source>Nothing is told of jobs of these kinds.</source>
        <translation>这些类型的任务不发通知。</translation>
    </message>
    <message>
        <source>Kind of job, such as “make”</source>
        <translation>任务类型，例如“make”</translation>
    </message>
    <message>
        <source>Muted sources</source>
        <translation>不通知的来源</translation>
    </message>
    <message>
        <source>Nothing is told of jobs that run there.</source>
        <translation>在这些来源运行的任务不发通知。</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>来源的名称</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>声音：%1</translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <translation>播放声音：%1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Only jobs that took longer than</source>
        <translation>仅通知用时超过此值的任务</translation>
    </message>
    <message>
        <source>Questions are always told. Nought: every job.</source>
        <translation>提问总会通知。0 表示通知所有任务。</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RateSection</name>
    <message>
        <source>nothing</source>
        <comment>a rate of none</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 now  ·  average %2  ·  peak %3</source>
        <comment>rates</comment>
        <translation>当前 %1  ·  平均 %2  ·  峰值 %3</translation>
    </message>
    <message>
        <source>average %1  ·  peak %2</source>
        <comment>rates</comment>
        <translation>平均 %1  ·  峰值 %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Rate over time: %1</source>
        <translation>速率变化：%1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunStats</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%1 run</source>
        <translation>
            <numerusform>%1 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs</source>
        <translation>
            <numerusform>%1 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is timed</source>
        <translation>没有用时数据</translation>
    </message>
    <message>
        <source>1 run, %1</source>
        <translation>1 次运行，%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs, median %2, longest %3</source>
        <translation>
            <numerusform>%1 次运行，中位数 %2，最长 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunText</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成量</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>name of a step</comment>
        <translation>步骤 %1</translation>
    </message>
</context>
<context>
    <name>afoot::ui::RunView</name>
    <message>
        <source>Ended runs</source>
        <translation>已结束的运行记录</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>跟踪器</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>afoot::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SideBar</name>
    <message>
        <source>What the list shows</source>
        <translation>列表显示的内容</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离线</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceBar</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1. One message could not be read</source>
        <translation>%1。有 1 条消息无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%1. %2 messages could not be read</source>
        <translation>
            <numerusform>%1。有 %2 条消息无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceControl</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove the source “%1”?</source>
        <translation>要移除来源“%1”吗？</translation>
    </message>
    <message>
        <source>Its jobs leave the list and go on where they run. What ended of them stays in the history.</source>
        <translation>它的任务将移出列表，但会在原处继续运行。已结束的任务保留在历史记录中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceDetailsDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>与 %1 的连接</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>重连次数</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>轮询次数</translation>
    </message>
    <message>
        <source>Answers after</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Time to fallback</source>
        <translation>回退用时</translation>
    </message>
    <message>
        <source>What became of the connection</source>
        <translation>连接经过</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>复制错误报告信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1（%2 次）</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
</context>
<context>
    <name>afoot::ui::SourceSettings</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Other trackers and backends whose jobs stand beside those of this computer.</source>
        <translation>其他跟踪器和后端，其任务与本机任务一同显示。</translation>
    </message>
    <message>
        <source>No other source is followed.</source>
        <translation>未接入其他来源。</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StatusLine</name>
    <message>
        <source>Only what runs, in a small window</source>
        <translation>小窗口，仅显示运行中的任务</translation>
    </message>
</context>
<context>
    <name>afoot::ui::StripLine</name>
    <message>
        <source>Nothing runs</source>
        <translation>没有任务运行</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed</source>
        <translation>
            <numerusform>%1 个失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afoot::ui::Timeline</name>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some failed</source>
        <translation>
            <numerusform>还有 %1 个，其中有失败的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more, of which some run</source>
        <translation>
            <numerusform>还有 %1 个，其中有运行中的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>还有 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>afoot::ui::TrackerSettings</name>
    <message>
        <source>An origin is a scheme and a host, such as https://dash.example.</source>
        <translation>源（origin）由协议和主机组成，例如 https://dash.example。</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as box.lan.</source>
        <translation>主机是名称或地址，例如 box.lan。</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>跟踪器</translation>
    </message>
    <message>
        <source>Another program of yours, such as “afoot serve”, is the tracker of this computer, and the window follows it. What it listens on is set there.</source>
        <translation>本机的跟踪器是您的另一个程序，例如“afoot serve”，本窗口使用该跟踪器。监听地址在那里设置。</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>Programs on this computer report jobs here. The socket is yours alone, the port asks for the token.</source>
        <translation>本机程序在此报告任务。套接字仅供您使用，端口需要令牌。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Copy the path of the socket</source>
        <translation>复制套接字路径</translation>
    </message>
    <message>
        <source>Copy the address of the port</source>
        <translation>复制端口地址</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Who has it can report jobs and read them. Treat it like a password.</source>
        <translation>持有令牌者可以报告和读取任务。请像密码一样妥善保管。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Make a new one …</source>
        <translation>生成新令牌…</translation>
    </message>
    <message>
        <source>Report a job from any program</source>
        <translation>从任意程序报告任务</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>要生成新令牌吗？</translation>
    </message>
    <message>
        <source>The old one is worth nothing from then on: programs that use it are disconnected until they are given the new one.</source>
        <translation>旧令牌将立即失效：使用它的程序会断开连接，直到换用新令牌。</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>生成新令牌</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>访问权限</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start.</source>
        <translation>此处的更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Nought: any that is free.</source>
        <translation>0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Serve clients of other backends</source>
        <translation>为其他后端的客户端提供服务</translation>
    </message>
    <message>
        <source>At those backends&apos; own paths, in their own format. Reading there needs no token.</source>
        <translation>使用这些后端自己的路径和格式。从那里读取不需要令牌。</translation>
    </message>
    <message>
        <source>Web pages that may talk to it</source>
        <translation>允许访问的网页</translation>
    </message>
    <message>
        <source>By the origin that the browser names. Counts from the next start.</source>
        <translation>按浏览器给出的源（origin）判断。下次启动时生效。</translation>
    </message>
    <message>
        <source>Other names of this computer</source>
        <translation>本机的其他名称</translation>
    </message>
    <message>
        <source>That requests may ask for. Counts from the next start.</source>
        <translation>请求中可以使用的名称。下次启动时生效。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>此处未知</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Tray</name>
    <message>
        <source>Waiting for you: %1</source>
        <translation>待您处理：%1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>运行中：%1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有任务运行</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>下一个：%1，%2后完成</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>暂停通知</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>还有 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Afoot</source>
        <translation>打开 Afoot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Ended, not looked at: %1</source>
        <translation>已结束，未查看：%1</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until I turn them on again</source>
        <translation>直到我重新开启</translation>
    </message>
    <message numerus="yes">
        <source>Kept awake by %1 jobs</source>
        <translation>
            <numerusform>%1 个任务使本机保持唤醒</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what runs</source>
        <translation>仅显示运行中的任务</translation>
    </message>
    <message>
        <source>Notifications are paused until %1</source>
        <translation>通知已暂停至 %1</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>通知已暂停</translation>
    </message>
    <message>
        <source>Turn notifications on again</source>
        <translation>重新开启通知</translation>
    </message>
</context>
<context>
    <name>afoot::ui::Welcome</name>
    <message>
        <source>Welcome to Afoot</source>
        <translation>欢迎使用 Afoot</translation>
    </message>
    <message>
        <source>Builds, backups, downloads: whatever takes long shows up here with how far it is, and you are told when it ends.</source>
        <translation>构建、备份、下载：凡是耗时的任务都会显示在这里，附带进度，并在结束时通知您。</translation>
    </message>
    <message>
        <source>Start with my session</source>
        <translation>随会话启动</translation>
    </message>
    <message>
        <source>Notify me when jobs end</source>
        <translation>任务结束时通知我</translation>
    </message>
    <message>
        <source>Run a sample job</source>
        <translation>运行示例任务</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>afoot::ui::sources</name>
    <message>
        <source>the tracker of this computer</source>
        <translation>本机的跟踪器</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %3 more</source>
        <translation>
            <numerusform>%1、%2 及其他 %3 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>轮询中</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Connected over SSE</source>
        <translation>已通过 SSE 连接</translation>
    </message>
    <message>
        <source>Connected over WebSocket</source>
        <translation>已通过 WebSocket 连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>每隔 %1轮询一次</translation>
    </message>
    <message>
        <source>%1, one stream open</source>
        <translation>%1，已打开 1 个流</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 streams open</source>
        <translation>
            <numerusform>%1，已打开 %2 个流</numerusform>
        </translation>
    </message>
    <message>
        <source>Its job has ended. Looks every %1 whether it runs again</source>
        <translation>任务已结束。每隔 %1检查是否再次运行</translation>
    </message>
    <message>
        <source>Its job has ended</source>
        <translation>任务已结束</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>自 %1 起离线</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>%1后重新连接</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1，第 %2 次尝试</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, by its messages</source>
        <translation>%1（据其消息判断）</translation>
    </message>
    <message>
        <source>Lost contact with %1</source>
        <translation>与 %1 失去联系</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>无法连接到 %1</translation>
    </message>
    <message>
        <source>Away since %1.</source>
        <translation>自 %1 起离线。</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>%1后重试。</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>One job may be out of date.</source>
        <translation>1 个任务可能已过时。</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs may be out of date.</source>
        <translation>
            <numerusform>%1 个任务可能已过时。</numerusform>
        </translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>套接字：%1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Port %1 is taken; listening on its socket only</source>
        <translation>端口 %1 已被占用；仅监听套接字</translation>
    </message>
    <message>
        <source>Listening on its socket only</source>
        <translation>仅监听套接字</translation>
    </message>
</context>
<context>
    <name>afoot::ui::summary</name>
    <message numerus="yes">
        <source>%1 needs you</source>
        <translation>
            <numerusform>%1 个待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <translation>
            <numerusform>%1 个待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 running</source>
        <translation>
            <numerusform>%1 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 queued</source>
        <translation>
            <numerusform>%1 个排队中</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>没有任务运行</translation>
    </message>
    <message>
        <source>next finishes in %1</source>
        <translation>下一个将在 %1后完成</translation>
    </message>
</context>
<context>
    <name>afoot::ui::text</name>
    <message>
        <source>Canceling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Resuming …</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>Running it again …</source>
        <translation>正在重新运行…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Could not cancel</source>
        <translation>无法取消</translation>
    </message>
    <message>
        <source>Could not pause</source>
        <translation>无法暂停</translation>
    </message>
    <message>
        <source>Could not resume</source>
        <translation>无法继续</translation>
    </message>
    <message>
        <source>Could not run again</source>
        <translation>无法重新运行</translation>
    </message>
    <message>
        <source>Asked to cancel</source>
        <translation>已请求取消</translation>
    </message>
    <message>
        <source>Asked to pause</source>
        <translation>已请求暂停</translation>
    </message>
    <message>
        <source>Asked to resume</source>
        <translation>已请求继续</translation>
    </message>
    <message>
        <source>Asked to run again</source>
        <translation>已请求重新运行</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
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
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a total of which nobody said how much is done</comment>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <comment>number, unit</comment>
        <translation>%1%2/分钟</translation>
    </message>
    <message>
        <source>%1%2/s</source>
        <comment>number, unit</comment>
        <translation>%1%2/秒</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
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
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>%1 排队</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>canceled %1</source>
        <translation>%1 取消</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>%1 失联</translation>
    </message>
    <message>
        <source>In under 1 s</source>
        <translation>运行不到 1 秒</translation>
    </message>
    <message>
        <source>in under 1 s</source>
        <translation>运行不到 1 秒</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>运行 %1后</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>运行 %1后</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message numerus="yes">
        <source>%1 job</source>
        <translation>
            <numerusform>%1 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than estimated</source>
        <translation>超出预计时间</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Whoever ran it ended without a word.</source>
        <translation>运行它的程序未作报告就退出了。</translation>
    </message>
</context>
</TS>
