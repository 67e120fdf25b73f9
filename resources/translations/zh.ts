<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>gumbel_gui</name>
    <message>
      <location filename="../../gumbel_gui/cli.py" />
      <source>There is no file {file}.</source>
      <translation>没有文件 {file}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <source>language of all that is said and written: one of {names}</source>
      <translation>所有输出与所写文件的语言：{names} 之一</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <source>There is no command, but one of {names} is needed.</source>
      <translation>没有给出命令，但需要 {names} 之一。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <source>A laboratory for the Gumbel-softmax trick. Without a command, or with a FILE in its place: the window.</source>
      <translation>Gumbel-softmax 技巧的实验室。不给命令，或以 FILE 代替命令时，打开窗口。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>show program's version number and exit</source>
      <translation>显示程序版本并退出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <source>commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/__init__.py" />
      <source>command</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>{view}, or those of what moves</source>
      <translation>{view}，或会动的那些图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>draw plots that move into a file</source>
      <translation>把会动的图画成文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>let t go, such as t:2..0.1</source>
      <translation>让 t 变化，例如 t:2..0.1</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>let t fall along the schedule</source>
      <translation>让 t 按退火方案下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>go through the descent's steps</source>
      <translation>逐步走过梯度下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>how many</source>
      <translation>帧数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>for all frames</source>
      <translation>所有帧的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>seconds for which the last frame stays besides</source>
      <translation>最后一帧额外停留的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>stop at the end; else begin anew</source>
      <translation>到末尾停止；否则重新开始</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>a PNG file for each frame: NAME-001.png and so on</source>
      <translation>每帧一个 PNG 文件：NAME-001.png 等</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>.png or .gif; replaced if it exists</source>
      <translation>.png 或 .gif；若已存在则被替换</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>{what} ({usual})</source>
      <translation>{what}（{usual}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/animate.py" />
      <source>such as t:2..0.1</source>
      <translation>如 t:2..0.1 的形式</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>usage: </source>
      <translation>用法：</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>options</source>
      <translation>选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>optional arguments</source>
      <translation>选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>positional arguments</source>
      <translation>位置参数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>show this help message and exit</source>
      <translation>显示本帮助并退出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>the following arguments are required: %s</source>
      <translation>缺少必需的参数：%s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>unrecognized arguments: %s</source>
      <translation>无法识别的参数：%s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>one of the arguments %s is required</source>
      <translation>需要参数 %s 之一</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>not allowed with argument %s</source>
      <translation>不能与参数 %s 同时使用</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>argument %(argument_name)s: %(message)s</source>
      <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>expected one argument</source>
      <translation>需要一个值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>invalid choice: %(value)r (choose from %(choices)s)</source>
      <translation>%(value)r 不可选（请从 %(choices)s 中选择）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>ambiguous option: %(option)s could match %(matches)s</source>
      <translation>选项有歧义：%(option)s 可能是 %(matches)s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>ignored explicit argument %r</source>
      <translation>多余的值 %r</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>expected at least one argument</source>
      <translation>至少需要一个值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>unknown parser %(parser_name)r (choices: %(choices)s)</source>
      <translation>未知的命令 %(parser_name)r（可选：%(choices)s）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>invalid %(type)s value: %(value)r</source>
      <translation>无效的 %(type)s 值：%(value)r</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>expected at most one argument</source>
      <translation>最多一个值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>{message}.</source>
      <translation>{message}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>Standard output must be one that can be written to ({reason}).</source>
      <translation>标准输出必须可以写入（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/base.py" />
      <source>{field} holds {name}, but must be among {names}.</source>
      <translation>{field} 中有 {name}，但必须取自 {names}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/code.py" />
      <location filename="../../gumbel_gui/commands/data.py" />
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>one of {names}</source>
      <translation>{names} 之一</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/code.py" />
      <source>print a program that draws the same, for a library</source>
      <translation>打印用某个库作同样抽样的程序</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/code.py" />
      <source>numpy, pytorch, jax or tfp</source>
      <translation>numpy、pytorch、jax 或 tfp</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/data.py" />
      <source>save the numbers behind a plot and its caption</source>
      <translation>保存图及其说明背后的数字</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/data.py" />
      <source>as the command plots lists it</source>
      <translation>如命令 plots 所列</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/data.py" />
      <source>.csv; replaced if it exists</source>
      <translation>.csv；若已存在则被替换</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>put the program into the menu of a Linux desktop, or take it out</source>
      <translation>把程序放进 Linux 桌面的菜单，或从中移除</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>add the entry, the icon and the type of .gumbel.json files, for this user</source>
      <translation>为当前用户添加菜单项、图标和 .gumbel.json 文件的类型</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>{program} has failed ({reason}).</source>
      <translation>{program} 运行失败（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>{program} is missing (Debian, Ubuntu: apt install {package}); then run this again.</source>
      <translation>缺少 {program}（Debian、Ubuntu：apt install {package}）；安装后请再运行一次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>remove them</source>
      <translation>移除它们</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>The command desktop is for Linux desktops.</source>
      <translation>desktop 命令只用于 Linux 桌面。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>{folder} cannot be changed ({reason}).</source>
      <translation>无法更改 {folder}（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>Gumbel GUI is no longer in the menu of the desktop.</source>
      <translation>Gumbel GUI 已不在桌面的菜单中。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>Gumbel GUI is in the menu of the desktop.</source>
      <translation>Gumbel GUI 已在桌面的菜单中。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/desktop.py" />
      <source>Files NAME.gumbel.json open in it.</source>
      <translation>NAME.gumbel.json 文件用它打开。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/look.py" />
      <source>a,b,c,…; a view for all of its plots, {all} for those of all views ({usual})</source>
      <translation>a,b,c,…；视图名表示它的所有图，{all} 表示所有视图的图（{usual}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/look.py" />
      <source>{what} (yes)</source>
      <translation>{what}（是）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/look.py" />
      <source>{what} (no)</source>
      <translation>{what}（否）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/parameters.py" />
      <source>{words}; {note}</source>
      <translation>{words}；{note}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/parameters.py" />
      <source>{what}: {allowed}</source>
      <translation>{what}：{allowed}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/parameters.py" />
      <source>start from an experiment file, or from a figure made here; what is given besides wins</source>
      <translation>从实验文件或本程序所作的图开始；另外给出的选项优先</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/parameters.py" />
      <source>{what}: {allowed} ({usual})</source>
      <translation>{what}：{allowed}（{usual}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/parameters.py" />
      <source>the usual ones</source>
      <translation>通常的值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/plots.py" />
      <source>list the plots there are</source>
      <translation>列出所有的图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/render.py" />
      <source>draw plots into a file, with no display</source>
      <translation>把图画成文件，不需要显示器</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/render.py" />
      <source>.png, .svg or .pdf; replaced if it exists; {plot} in it makes a file for each plot; may be given several times</source>
      <translation>.png、.svg 或 .pdf；若已存在则被替换；其中的 {plot} 使每个图各成一个文件；可以多次给出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/sample.py" />
      <source>save raw draws: x, ε, g, class and s of each</source>
      <translation>保存原始抽样：每次的 x、ε、g、类别和 s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/sample.py" />
      <source>.npz or .csv; replaced if it exists</source>
      <translation>.npz 或 .csv；若已存在则被替换</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <source>from {least} to {most} pixels</source>
      <translation>从 {least} 到 {most} 像素</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <source>open the window, save a picture of it, quit</source>
      <translation>打开窗口，保存其图片，然后退出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <source>in pixels (1440x900)</source>
      <translation>以像素计（1440x900）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <source>light, dark or contrast (light)</source>
      <translation>light（浅色）、dark（深色）或 contrast（高对比度）（默认 light）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>output is {file}, but must end in {endings}.</source>
      <translation>output 是 {file}，但必须以 {endings} 结尾。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/screenshot.py" />
      <source>light, dark or contrast</source>
      <translation>light、dark 或 contrast</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/words.py" />
      <source>name of a class; once per class, in order</source>
      <translation>类别的名称；按顺序每个类别一次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/words.py" />
      <source>such as noise_histogram.cdf</source>
      <translation>例如 noise_histogram.cdf</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/commands/words.py" />
      <source>There are {n} labels, but at most {most} fit.</source>
      <translation>给出了 {n} 个名称，但最多 {most} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>{field} is {value}, but must be {allowed}.</source>
      <translation>{field} 是 {value}，但必须是 {allowed}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a vector of 1 entry</source>
      <translation>1 个分量的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a vector of {n} entries</source>
      <translation>{n} 个分量的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a vector of {least} to {most} entries</source>
      <translation>{least} 到 {most} 个分量的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a number too long to print</source>
      <translation>一个长得无法显示的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a list in lists too deep to print</source>
      <translation>一个嵌套过深而无法显示的列表</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a sequence of numbers</source>
      <translation>一列数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/checks.py" />
      <source>a number</source>
      <translation>一个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/concrete.py" />
      <source>at least two different whole numbers from 0 to {last}</source>
      <translation>从 0 到 {last} 的至少两个不同整数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/concrete.py" />
      <location filename="../../gumbel_gui/core/theory.py" />
      <source>a finite number above 0</source>
      <translation>大于 0 的有限数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/concrete.py" />
      <source>above 0 for a density to exist</source>
      <translation>大于 0 的数，否则密度不存在</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kernels.py" />
      <source>compiled kernels</source>
      <translation>编译的内核</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kernels.py" />
      <source>NumPy alone</source>
      <translation>仅 NumPy</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <source>a number from {lowest} to {highest}</source>
      <translation>从 {lowest} 到 {highest} 的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <location filename="../../gumbel_gui/core/theory.py" />
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>a whole number from {lowest} to {highest}</source>
      <translation>从 {lowest} 到 {highest} 的整数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <source>one or more of {names}, each once</source>
      <translation>{names} 中的一个或多个，各至多一次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <source>True or False</source>
      <translation>True 或 False</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>a finite number of {lowest} or more</source>
      <translation>不小于 {lowest} 的有限数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>from {lowest} to {highest} {unit}</source>
      <translation>从 {lowest} 到 {highest} {unit} 的值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/scalars.py" />
      <source>the number of draws</source>
      <translation>抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>three different classes from 0 to {last}</source>
      <translation>从 0 到 {last} 的三个不同类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>{names}, each once, in any order</source>
      <translation>{names}，各一次，顺序任意</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>{size}, or an empty one for the usual weights</source>
      <translation>{size}，或用空向量表示通常的权重</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>{size}, each ≥ 0 and not all 0, or an empty one for equal shares</source>
      <translation>{size}，每项 ≥ 0 且不全为 0；留空则各类别均等</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>three numbers t₀, r, t_min with {lowest} ≤ t_min ≤ t₀ ≤ {highest} and {smallest} ≤ r ≤ {largest}</source>
      <translation>三个数 t₀, r, t_min，满足 {lowest} ≤ t_min ≤ t₀ ≤ {highest} 且 {smallest} ≤ r ≤ {largest}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>{least} to {most} weights ≥ 0, not all 0; scaled to sum to 1</source>
      <translation>{least} 到 {most} 个不全为 0 的权重 ≥ 0；将缩放到总和为 1</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>a number for each class, or -inf for one that cannot occur</source>
      <translation>每个类别一个数，不可能出现的类别为 -inf</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>a class from 0 to {last}</source>
      <translation>从 0 到 {last} 的一个类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>two different classes from 0 to {last}</source>
      <translation>从 0 到 {last} 的两个不同类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <source>a number for each class</source>
      <translation>每个类别一个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/kinds/vectors.py" />
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>all zero</source>
      <translation>全为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>cost per class</source>
      <translation>每个类别的代价</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>distance to a target</source>
      <translation>到目标的距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>Gumbel-softmax</source>
      <translation>Gumbel-softmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>straight-through</source>
      <translation>直通估计</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>softmax straight-through</source>
      <translation>softmax 直通估计</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>decoupled</source>
      <translation>解耦</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>ReinMax</source>
      <translation>ReinMax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>Gumbel-Rao</source>
      <translation>Gumbel-Rao</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>REINFORCE</source>
      <translation>REINFORCE</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>with baseline</source>
      <translation>带基线</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>leave-one-out</source>
      <translation>留一法</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/losses.py" />
      <source>REBAR</source>
      <translation>REBAR</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/memory.py" />
      <source>There is not enough memory to draw {classes} classes ({reason}): choose fewer classes or plots, or close other programs.</source>
      <translation>内存不足，无法抽取 {classes} 个类别（{reason}）：请减少类别或图，或关闭其他程序。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/memory.py" />
      <source>There is not enough memory to draw {classes} classes: choose fewer classes or plots, or close other programs.</source>
      <translation>内存不足，无法抽取 {classes} 个类别：请减少类别或图，或关闭其他程序。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>No mistake</source>
      <translation>没有错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Noise on p, not ln p: p passed as logits</source>
      <translation>噪声加在 p 而非 ln p 上：把 p 当作 logits</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Uniform noise</source>
      <translation>均匀噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Normal noise</source>
      <translation>正态噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Logistic noise for each class</source>
      <translation>每个类别加逻辑斯谛噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>No noise</source>
      <translation>没有噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Wrong sign of the noise</source>
      <translation>噪声符号错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Noise added after dividing by t</source>
      <translation>除以 t 之后才加噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>t outside the exponential</source>
      <translation>t 在指数之外</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>t passed as the ε of the logarithms</source>
      <translation>把 t 当作对数里的 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>float32 uniform, + 1e-20</source>
      <translation>float32 均匀数，+ 1e-20</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>Half precision</source>
      <translation>半精度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/mistakes.py" />
      <source>g == max g in half precision</source>
      <translation>半精度下的 g == max g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>logits of the classes</source>
      <translation>类别的 logits</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>in place of probabilities; any constant in them cancels</source>
      <translation>代替概率；其中的任何常数都会约去</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>probabilities of the classes</source>
      <translation>类别的概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>0 is the one-hot limit</source>
      <translation>0 是独热极限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>number of draws</source>
      <translation>抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>equal seeds give equal draws</source>
      <translation>种子相同则抽样相同</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>mistake made on purpose</source>
      <translation>故意犯的错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>number of the draw that is marked</source>
      <translation>被标记的抽样的序号</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>counted from 1; 0 marks none</source>
      <translation>从 1 数起；0 表示不标记</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>classes of the winning region</source>
      <translation>获胜区域的两个类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>number of classes k</source>
      <translation>类别个数 k</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>relaxed</source>
      <translation>松弛</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>relaxed top-k at t</source>
      <translation>温度 t 下的松弛 top-k</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>logit axis</source>
      <translation>logit 轴</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>logit axis of s</source>
      <translation>s 的 logit 轴</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>scale b of the noise</source>
      <translation>噪声的尺度 b</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>location μ</source>
      <translation>位置 μ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>scale β</source>
      <translation>尺度 β</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>corners of the triangle</source>
      <translation>三角形的顶点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>annealing schedule</source>
      <translation>退火方案</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>weights of the loss</source>
      <translation>损失的权重</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>costs of the classes, or the target; empty for the usual ones</source>
      <translation>各类别的代价，或目标；空表示通常的值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>estimator whose p is shown, and whose bias is told</source>
      <translation>显示其 p 并说明其偏差的估计量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>estimators</source>
      <translation>估计量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>estimators that are shown</source>
      <translation>所显示的估计量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>besides the chosen one</source>
      <translation>另加所选的那一个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>samples m of Gumbel-Rao and of leave-one-out</source>
      <translation>Gumbel-Rao 与留一法的样本数 m</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>scale η of REBAR's control</source>
      <translation>REBAR 控制变量的系数 η</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>backward temperature t_b of the decoupled estimator</source>
      <translation>解耦估计量的反向温度 t_b</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>number N of evaluations of f and f′</source>
      <translation>f 与 f′ 的求值次数 N</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>rate</source>
      <translation>速率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>annealed</source>
      <translation>退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>annealing of the descent</source>
      <translation>梯度下降中的退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>t falls along the schedule of the Temperature view</source>
      <translation>t 按“温度”视图中的退火方案下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>steps of the descent that are shown</source>
      <translation>显示的梯度下降步数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>class that won</source>
      <translation>胜出的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>temperature T of decoding</source>
      <translation>解码温度 T</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>q ∝ p^(1/T); 0 leaves the most probable class</source>
      <translation>q ∝ p^(1/T)；0 只留下概率最大的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>classes that top-k keeps</source>
      <translation>top-k 保留的类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>0 keeps all</source>
      <translation>0 为全部保留</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>mass that top-p keeps</source>
      <translation>top-p 保留的概率总和</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>1 keeps all</source>
      <translation>1 为全部保留</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>least share of the largest p that min-p keeps</source>
      <translation>min-p 保留的类别与最大概率之比的下限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>order of decoding</source>
      <translation>解码步骤的顺序</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>tokens of a text</source>
      <translation>一段文本的词元数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>second vector q</source>
      <translation>第二个向量 q</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>empty for equal shares</source>
      <translation>留空则各类别均等</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>numbers that x is drawn from</source>
      <translation>x 取自哪些数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>bits b of the grid</source>
      <translation>网格的位数 b</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>first class, i</source>
      <translation>第一个类别 i</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>second class, j</source>
      <translation>第二个类别 j</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>corner left</source>
      <translation>左顶点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>corner right</source>
      <translation>右顶点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>corner on top</source>
      <translation>上顶点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>temperature at the start, t₀</source>
      <translation>起始温度 t₀</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>rate r</source>
      <translation>速率 r</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>lowest temperature, t_min</source>
      <translation>最低温度 t_min</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parameters.py" />
      <source>class that won, i</source>
      <translation>胜出的类别 i</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parsing.py" />
      <source>one row or one column of numbers</source>
      <translation>一行或一列数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parsing.py" />
      <source>numbers with ; between them, where a comma may be a decimal mark or not</source>
      <translation>以 ; 分隔的数，因为逗号可能是小数点，也可能不是</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parsing.py" />
      <source>a whole number</source>
      <translation>一个整数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parsing.py" />
      <source>a number such as 0.25</source>
      <translation>如 0.25 的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/parsing.py" />
      <source>a fraction of a number other than 0</source>
      <translation>分母不为 0 的分数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/precision.py" />
      <source>grid of 2ᵇ points</source>
      <translation>2ᵇ 个点的网格</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>floor</source>
      <translation>地板</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>sofa</source>
      <translation>沙发</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>bed</source>
      <translation>床</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>table</source>
      <translation>桌子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>roof</source>
      <translation>屋顶</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>chair</source>
      <translation>椅子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>mat</source>
      <translation>垫子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>keyboard</source>
      <translation>键盘</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>moon</source>
      <translation>月亮</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>piano</source>
      <translation>钢琴</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>tax</source>
      <translation>税</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>verb</source>
      <translation>动词</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Paris</source>
      <translation>巴黎</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>located</source>
      <translation>位于</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>a</source>
      <translation>一座</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>known</source>
      <translation>闻名</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Lyon</source>
      <translation>里昂</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>France</source>
      <translation>法国</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>London</source>
      <translation>伦敦</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>red</source>
      <translation>红色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>black</source>
      <translation>黑色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>purple</source>
      <translation>紫色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>orange</source>
      <translation>橙色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>pink</source>
      <translation>粉色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>white</source>
      <translation>白色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>gold</source>
      <translation>金色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>The note's vector</source>
      <translation>笔记中的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Car or train</source>
      <translation>汽车或火车</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>The note's example of a classifier</source>
      <translation>笔记中的分类器例子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Coin</source>
      <translation>硬币</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Biased coin</source>
      <translation>偏心硬币</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Die</source>
      <translation>骰子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Nearly one-hot</source>
      <translation>接近独热</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Zipf, 32 classes</source>
      <translation>Zipf 分布，32 个类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>Next token of a language model</source>
      <translation>语言模型的下一个词元</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>“The cat slept on the …”, with made-up probabilities</source>
      <translation>“猫睡在……上”，概率为虚构</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>A sure next token</source>
      <translation>确定的下一个词元</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>“The capital of France is …”, made up: top-p 0.9 keeps 1 word, top-k 5 keeps 5</source>
      <translation>“法国的首都是……”，概率为虚构：top-p 0.9 保留 1 个词，top-k 5 保留 5 个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>An unsure next token</source>
      <translation>不确定的下一个词元</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>“My favourite colour is …”, made up: top-p 0.9 keeps 9 words, top-k 5 keeps 5</source>
      <translation>“我最喜欢的颜色是……”，概率为虚构：top-p 0.9 保留 9 个词，top-k 5 保留 5 个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>softmax(1, 2, 3, 4, 2)</source>
      <translation>softmax(1, 2, 3, 4, 2)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>car</source>
      <translation>汽车</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>train</source>
      <translation>火车</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>heads</source>
      <translation>正面</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>tails</source>
      <translation>反面</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>p = 0.996 for class 2, and 0.001 for each other</source>
      <translation>类别 2 的 p = 0.996，其余各为 0.001</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/presets.py" />
      <source>p_k in proportion to 1/(k + 1), nearly as frequencies of words</source>
      <translation>p_k 与 1/(k + 1) 成正比，与词频相近</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>a vector with at least one entry above 0</source>
      <translation>至少有一个分量大于 0 的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>a vector with a finite entry</source>
      <translation>含有有限分量的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>all -inf</source>
      <translation>全为 -inf</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>at most {gap} below the largest, or -inf for a zero</source>
      <translation>比最大者至多小 {gap} 的数，或表示零的 -inf</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/probabilities.py" />
      <source>a finite number, or -inf for a zero</source>
      <translation>有限数，或表示零的 -inf</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/core/samplers.py" />
      <source>the law of this mistake</source>
      <translation>这一错误的分布</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/gif.py" />
      <source>A GIF needs Pillow, which is not installed: install it with pip install pillow, or choose an animated PNG.</source>
      <translation>GIF 需要 Pillow，但尚未安装：请用 pip install pillow 安装，或选用 PNG 动画。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>the steps of the descent</source>
      <translation>梯度下降的步数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>step {n}</source>
      <translation>第 {n} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>from {lowest} to {highest}</source>
      <translation>从 {lowest} 到 {highest} 的值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>from {lowest} (for {most} frames a second) to {highest}</source>
      <translation>从 {lowest}（每秒 {most} 帧）到 {highest} 的值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>plots holds {names}, but must have one that moves with {what}.</source>
      <translation>plots 中有 {names}，但必须有一个随 {what} 变化的图。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>t at the start</source>
      <translation>起点的 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>t at the end</source>
      <translation>终点的 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/motion.py" />
      <source>a number from 0 on</source>
      <translation>不小于 0 的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/writing.py" />
      <source>Animated PNG</source>
      <translation>PNG 动画</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/writing.py" />
      <source>GIF</source>
      <translation>GIF</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/writing.py" />
      <source>Numbered PNG files</source>
      <translation>编号的 PNG 文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/writing.py" />
      <source>transparent is yes, but must be no in a GIF.</source>
      <translation>已选透明，但 GIF 不能透明。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/animations/writing.py" />
      <source>another: there is {name} already</source>
      <translation>另一个名称：{name} 已经存在</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise belongs on ln p, not on p.</source>
      <translation>噪声应加在 ln p 上，而不是 p 上。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise is uniform; it has to be Gumbel noise.</source>
      <translation>噪声是均匀的；应为 Gumbel 噪声。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise is normal; it has to be Gumbel noise.</source>
      <translation>噪声是正态的；应为 Gumbel 噪声。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise is logistic; it has to be Gumbel noise.</source>
      <translation>噪声是逻辑斯谛噪声；应当是 Gumbel 噪声。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>there is no noise; it has to be Gumbel noise.</source>
      <translation>没有噪声；应有 Gumbel 噪声。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise has the wrong sign.</source>
      <translation>噪声的符号错了。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the noise has to be added before dividing by t.</source>
      <translation>噪声应当在除以 t 之前加上。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>t outside the exponential cancels; it has to divide the scores.</source>
      <translation>指数之外的 t 会约去；它应除得分。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>t is added in both logarithms, and does not divide the scores.</source>
      <translation>t 加进了两个对数，而没有去除得分。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>x has single precision, and 1e-20 is added in both logarithms.</source>
      <translation>x 为单精度，且两个对数中都加了 1e-20。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>x, its logarithms and the scores have half precision.</source>
      <translation>x、它的对数和得分都是半精度。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>in half precision scores tie, and each of them is counted.</source>
      <translation>半精度下得分会并列，而并列的每个都被计数。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>Gumbel-max and Gumbel-softmax samples of {k} classes, with {library}.</source>
      <translation>用 {library} 作 {k} 个类别的 Gumbel-max 与 Gumbel-softmax 抽样。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>Written by Gumbel GUI {version}, which draws the same law from other random numbers.</source>
      <translation>由 Gumbel GUI {version} 写成；它用别的随机数抽取同一分布。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>draws that are in memory at once</source>
      <translation>同时在内存中的抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>before any array is made</source>
      <translation>须在创建任何数组之前</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the limit at t = 0, to all digits</source>
      <translation>t = 0 的极限，所有位数都相同</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>the limit at t = 0</source>
      <translation>t = 0 的极限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>class frequencies:</source>
      <translation>类别频率：</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>mean of s:</source>
      <translation>s 的均值：</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>classes</source>
      <translation>类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>draws</source>
      <translation>抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/code/program.py" />
      <source>Wrong on purpose: {what}</source>
      <translation>故意出错：{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/data/draws.py" />
      <source>NumPy arrays</source>
      <translation>NumPy 数组</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/data/draws.py" />
      <source>Text table</source>
      <translation>文本表格</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/data/draws_csv.py" />
      <source>x in double precision; epsilon, g and s in single precision, which 9 digits give exactly</source>
      <translation>x 为双精度；epsilon、g 和 s 为单精度，9 位数字可精确表示</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>permission denied</source>
      <translation>没有权限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>no space left on device</source>
      <translation>设备上没有剩余空间</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>is a directory</source>
      <translation>是一个目录</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>no such file or directory</source>
      <translation>没有这样的文件或目录</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>not a directory</source>
      <translation>不是目录</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>read-only file system</source>
      <translation>只读文件系统</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>file name too long</source>
      <translation>文件名过长</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>bad file descriptor</source>
      <translation>文件描述符无效</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>input/output error</source>
      <translation>输入/输出错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>disk quota exceeded</source>
      <translation>超出磁盘配额</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>operation not permitted</source>
      <translation>不允许的操作</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>file too large</source>
      <translation>文件过大</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>too many open files</source>
      <translation>打开的文件过多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>no such device or address</source>
      <translation>没有这样的设备或地址</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>no such device</source>
      <translation>没有这样的设备</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>file exists</source>
      <translation>文件已存在</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>device or resource busy</source>
      <translation>设备或资源忙</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>invalid argument</source>
      <translation>参数无效</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>too many levels of symbolic links</source>
      <translation>符号链接层数过多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/errors.py" />
      <source>text file busy</source>
      <translation>文件正在执行</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>It must be an experiment file, or a figure or data of this program.</source>
      <translation>它必须是实验文件，或本程序所作的图或数据。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>This {kind} file holds no experiment: it must be a file of this program.</source>
      <translation>这个 {kind} 文件中没有实验：它必须是本程序的文件。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>The experiment in it is damaged, or too large.</source>
      <translation>其中的实验已损坏或过大。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>The experiment in it is damaged.</source>
      <translation>其中的实验已损坏。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>The text that may hold the experiment cannot be unpacked.</source>
      <translation>可能含有实验的文本无法解压。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/containers.py" />
      <source>The experiment in this PNG file is damaged, or too large.</source>
      <translation>这个 PNG 文件中的实验已损坏或过大。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>An experiment must be an object in braces.</source>
      <translation>实验必须是花括号中的对象。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>not there</source>
      <translation>不存在的</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>version is {version}, but this program reads up to {most}: open the file with a newer Gumbel GUI.</source>
      <translation>version 是 {version}，但本程序最多读到 {most}：请用更新的 Gumbel GUI 打开该文件。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>parameters must hold probabilities or logits.</source>
      <translation>parameters 中必须有 probabilities 或 logits。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>plots must be one or more, and none of them twice.</source>
      <translation>plots 必须有一个或多个图，且不能重复。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>counts of {name}</source>
      <translation>{name} 的 counts</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>a list of texts</source>
      <translation>文本的列表</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>a list of true or false</source>
      <translation>true 或 false 的列表</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{where} are {n}, but must be {count}, as many as classes.</source>
      <translation>{where} 有 {n} 个，但必须与类别一样是 {count} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>options holds {name}, but no plot has such an option.</source>
      <translation>options 中有 {name}，但没有哪个图有这样的选项。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{one} and {other} are there, but must not both be.</source>
      <translation>{one} 和 {other} 同时出现，但只能有一个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>an object in braces</source>
      <translation>花括号中的对象</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{name} is no name that can be in {where}.</source>
      <translation>{name} 不是 {where} 中可以有的名称。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{name} is another name of {new}, but only one can be there.</source>
      <translation>{name} 是 {new} 的另一个名称，但只能有一个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{where} holds {name}, but there is no such plot.</source>
      <translation>{where} 中有 {name}，但没有这样的图。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/experiment.py" />
      <source>{name} is no name that can be.</source>
      <translation>{name} 不是可以有的名称。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/opening.py" />
      <source>{file} cannot be opened: {why}</source>
      <translation>无法打开 {file}：{why}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/opening.py" />
      <source>{file} cannot be opened ({reason}).</source>
      <translation>无法打开 {file}（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/opening.py" />
      <source>{file} cannot be opened: it is no name of a file.</source>
      <translation>无法打开 {file}：它不是文件名。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/opening.py" />
      <source>It must be a regular file.</source>
      <translation>它必须是普通文件。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>The experiment in it must have at most {most} MiB.</source>
      <translation>其中的实验最多只能有 {most} MiB。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>expecting value</source>
      <translation>此处应有一个值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>extra data</source>
      <translation>有多余的内容</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>expecting ',' delimiter</source>
      <translation>此处应有分隔符 ','</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>expecting ':' delimiter</source>
      <translation>此处应有分隔符 ':'</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>unterminated string starting at</source>
      <translation>字符串没有结束</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>expecting property name enclosed in double quotes</source>
      <translation>此处应有双引号中的名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>invalid \escape</source>
      <translation>无效的 \ 转义</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>invalid control character at</source>
      <translation>无效的控制字符</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>invalid \uXXXX escape</source>
      <translation>无效的 \uXXXX 转义</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>illegal trailing comma before end of object</source>
      <translation>对象末尾前有多余的逗号</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>illegal trailing comma before end of array</source>
      <translation>数组末尾前有多余的逗号</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>{text} is no finite number, but all numbers must be.</source>
      <translation>{text} 不是有限数，但所有的数都必须是。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>The byte at {place} must be part of a text in UTF-8.</source>
      <translation>位置 {place} 的字节必须属于 UTF-8 文本。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>The text must be JSON, but is not at line {line}, column {column}: {what}.</source>
      <translation>文本必须是 JSON，但第 {line} 行第 {column} 列不是：{what}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>A number has more digits than can be read.</source>
      <translation>有一个数的位数多得无法读取。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>The brackets must not be nested so deep.</source>
      <translation>括号不能嵌套得这样深。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/strict_json.py" />
      <source>{name} is there twice, but must be once.</source>
      <translation>{name} 出现了两次，但只能有一次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/zipped.py" />
      <source>The experiment in this NPZ file must be an array of one text.</source>
      <translation>这个 NPZ 文件中的实验必须是含一个文本的数组。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/zipped.py" />
      <source>This NPZ file is damaged, or is no zip file.</source>
      <translation>这个 NPZ 文件已损坏，或不是 zip 文件。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/zipped.py" />
      <source>The experiment in this NPZ file is damaged.</source>
      <translation>这个 NPZ 文件中的实验已损坏。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/zipped.py" />
      <source>This NPZ file has more members than can hold an experiment.</source>
      <translation>这个 NPZ 文件的成员过多，不可能含有实验。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/experiments/zipped.py" />
      <source>The experiment in this NPZ file is packed in a way of others.</source>
      <translation>这个 NPZ 文件中的实验以别的方式压缩。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>The size is {width} × {height} mm, but must be larger to hold {n} plots with their words: {instead}.</source>
      <translation>尺寸是 {width} × {height} mm，但必须更大才能容纳 {n} 个图及其文字：请选用 {instead}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>one that is installed, or none for {usual}</source>
      <translation>已安装的字体，或留空以使用 {usual}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>choose a larger size</source>
      <translation>更大的尺寸</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>The size is {width} × {height} mm, but must be larger to hold a plot with its words: {instead}.</source>
      <translation>尺寸是 {width} × {height} mm，但必须更大才能容纳图及其文字：请选用 {instead}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>language is {language}, but no font that is installed has its characters: install one (Debian, Ubuntu: apt install fonts-noto-cjk).</source>
      <translation>language 是 {language}，但已安装的字体都没有所需的字符：请安装一种（Debian、Ubuntu：apt install fonts-noto-cjk）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>a smaller scale</source>
      <translation>更小的缩放</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>fewer plots or no captions</source>
      <translation>更少的图，或去掉说明</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/figure.py" />
      <source>or no captions</source>
      <translation>或去掉说明</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>The image would be {width} × {height} pixels, but must have at most {most} million: choose a smaller size or a lower dpi.</source>
      <translation>图像将有 {width} × {height} 像素，但最多只能有 {most} 百万：请选用更小的尺寸或更低的 dpi。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>There is not enough memory for an image of {width} × {height} pixels: choose a smaller size or a lower dpi, or close other programs.</source>
      <translation>内存不足，无法生成 {width} × {height} 像素的图像：请选用更小的尺寸或更低的 dpi，或关闭其他程序。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>The image could not be encoded as PNG.</source>
      <translation>图像无法编码为 PNG。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>The image would be {width} × {height} pixels, but must have at most {most} million with the memory there is: choose a smaller size or a lower dpi.</source>
      <translation>图像将有 {width} × {height} 像素，但以现有内存最多只能有 {most} 百万：请选用更小的尺寸或更低的 dpi。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>An SVG file cannot hold {what}.</source>
      <translation>SVG 文件无法包含 {what}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>PNG image</source>
      <translation>PNG 图像</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>SVG drawing</source>
      <translation>SVG 图形</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/formats.py" />
      <source>PDF page</source>
      <translation>PDF 页面</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>resolution of a PNG</source>
      <translation>PNG 的分辨率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>High contrast</source>
      <translation>高对比度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>Print, on white</source>
      <translation>印刷，白底</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>one line of at most {n} characters that can be printed</source>
      <translation>一行至多 {n} 个可打印的字符</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>width in mm</source>
      <translation>宽度（mm）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>height in mm</source>
      <translation>高度（mm）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>colours, and size of the text</source>
      <translation>颜色和文字大小</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>title of each plot above it</source>
      <translation>每个图上方的标题</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>sentence of each plot below it</source>
      <translation>每个图下方的说明</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>mark of the selected draw</source>
      <translation>选中抽样的标记</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>factor on sizes of texts, lines and margins</source>
      <translation>文字、线条和边距大小的倍数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>title above the whole figure</source>
      <translation>整个图上方的标题</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>font family</source>
      <translation>字体</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>the usual one if none is given</source>
      <translation>不给出则用通常的字体</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>language of the words</source>
      <translation>文字的语言</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>no ground behind the plots</source>
      <translation>图后没有底色</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>text as paths, in an SVG file</source>
      <translation>SVG 文件中的文字转为路径</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/layout.py" />
      <source>resolution of the frames</source>
      <translation>各帧的分辨率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>Qt needs the library {library}, which is not installed; install it (Debian, Ubuntu: apt install {package}).</source>
      <translation>Qt 需要库 {library}，但尚未安装；请安装它（Debian、Ubuntu：apt install {package}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>Qt cannot start here ({reasons}).</source>
      <translation>Qt 无法在此启动（{reasons}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>Qt cannot be loaded, since a library of it cannot ({message}).</source>
      <translation>无法加载 Qt，因为它的一个库无法加载（{message}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>Qt needs the library {library}, which is not installed; install it.</source>
      <translation>Qt 需要库 {library}，但尚未安装；请安装它。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>PyQt6 cannot be loaded ({error}); install it with: pip install PyQt6.</source>
      <translation>无法加载 PyQt6（{error}）；请用 pip install PyQt6 安装。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>There is not enough memory to load Qt.</source>
      <translation>内存不足，无法加载 Qt。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>There is no font to write with; install one (Debian, Ubuntu: apt install fonts-dejavu-core).</source>
      <translation>没有可用的字体；请安装一种（Debian、Ubuntu：apt install fonts-dejavu-core）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/offscreen.py" />
      <source>there is no screen</source>
      <translation>没有屏幕</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>sizes, for the number of plots, and look, of which others can be given besides</source>
      <translation>随图数而定的尺寸，以及外观，其中的各项可以另外给出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Document</source>
      <translation>文档</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Journal, one column</source>
      <translation>期刊，单栏</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Journal, two columns</source>
      <translation>期刊，双栏</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Slide, 16 : 9</source>
      <translation>幻灯片，16 : 9</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Poster</source>
      <translation>海报</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/presets.py" />
      <source>Screen</source>
      <translation>屏幕</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/provenance.py" />
      <source>{plots}, {p}, t = {t}</source>
      <translation>{plots}，{p}，t = {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/provenance.py" />
      <source>p of {k} classes</source>
      <translation>{k} 个类别的 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/provenance.py" />
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/svg.py" />
      <source>a turned image</source>
      <translation>旋转的图像</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/svg.py" />
      <source>a brush that is not of one colour</source>
      <translation>不是单一颜色的画刷</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/svg.py" />
      <source>a pen that is not of one colour</source>
      <translation>不是单一颜色的画笔</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/svg.py" />
      <source>a mode of composition</source>
      <translation>合成模式</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>{allowed} ({reason})</source>
      <translation>{allowed}（{reason}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>output is {file}, but must end in one of {endings}.</source>
      <translation>output 是 {file}，但必须以 {endings} 之一结尾。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>somewhere that can be written to</source>
      <translation>可以写入的位置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>on a disk with room for it ({needed} needed, {free} free)</source>
      <translation>位于有足够空间的磁盘上的文件（需要 {needed}，剩余 {free}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>output is {file}, but its folder must exist.</source>
      <translation>output 是 {file}，但它的文件夹必须存在。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>a file, not a folder</source>
      <translation>文件，而不是文件夹</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>a regular file</source>
      <translation>普通文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>a file name</source>
      <translation>文件名</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>in a folder that you may write to</source>
      <translation>位于可写入的文件夹中的文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>on a disk that is not read-only</source>
      <translation>位于非只读磁盘上的文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>on a disk with room for it</source>
      <translation>位于有足够空间的磁盘上的文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/figures/targets.py" />
      <source>shorter</source>
      <translation>更短的名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Copy this plot to the clipboard (Ctrl+C)</source>
      <translation>将此图复制到剪贴板 (Ctrl+C)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Save this plot as PNG, SVG or PDF</source>
      <translation>将此图保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>All that can be done with this plot</source>
      <translation>可对此图进行的全部操作</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <source>En&amp;large, or back</source>
      <translation>放大或还原(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <source>Show as &amp;table…</source>
      <translation>以表格显示(&amp;T)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Export figure…</source>
      <translation>导出图形(&amp;E)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;What am I seeing?</source>
      <translation>我看到的是什么(&amp;W)？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_menu.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Copy &amp;as code</source>
      <translation>复制为代码(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/edits.py" />
      <source>Change what is shown</source>
      <translation>更改显示内容</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/edits.py" />
      <source>Draw more to select this one</source>
      <translation>要选中这一次抽样，请先增加抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/edits.py" />
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Select a draw</source>
      <translation>选择一次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/edits.py" />
      <source>Drag p</source>
      <translation>拖动 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/vector_controls.py" />
      <source>Pin p</source>
      <translation>固定 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/vector_controls.py" />
      <source>Keep the present p as {what}</source>
      <translation>把当前的 p 保存为{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/vector_controls.py" />
      <source>{words}: step {n}</source>
      <translation>{words}：第 {n} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Change p</source>
      <translation>更改 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Lock or unlock</source>
      <translation>锁定或解锁</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Set {label} off in all plots, or no longer</source>
      <translation>在所有图中突出{label}，或取消突出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Name of {label}</source>
      <translation>{label} 的名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Probability of {label}, slider</source>
      <translation>{label} 的概率，滑块</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Probability of {label}</source>
      <translation>{label} 的概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Keep the probability of {label} while others move</source>
      <translation>其他类别变动时保持 {label} 的概率不变</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Remove {label}</source>
      <translation>移除 {label}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>p of {label}</source>
      <translation>{label} 的 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Name a class</source>
      <translation>命名类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Remove class</source>
      <translation>移除类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>A uniform number between 0 and 1</source>
      <translation>0 与 1 之间的均匀随机数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The noise: −ln(−ln x)</source>
      <translation>噪声：−ln(−ln x)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The log-probability</source>
      <translation>对数概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The score: ln p + ε; the largest wins</source>
      <translation>得分：ln p + ε；最大者胜出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The relaxed one-hot vector: softmax(g / t)</source>
      <translation>松弛独热向量：softmax(g / t)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The noise: {formula}</source>
      <translation>噪声：{formula}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The log-probability over t, less the largest one</source>
      <translation>对数概率除以 t，再减去其中最大的一个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The score: {formula}; the largest wins</source>
      <translation>得分：{formula}；最大者胜出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The relaxed one-hot vector: softmax(g), which t does not divide</source>
      <translation>松弛的独热向量：softmax(g)，没有除以 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>DRAWS</source>
      <translation>抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Number of draws</source>
      <translation>抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>A whole number from 1 to 10¹¹, such as 100000 or 1e6</source>
      <translation>1 到 10¹¹ 的整数，例如 100000 或 1e6</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Equal seeds give equal draws</source>
      <translation>相同的种子给出相同的抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>New noise</source>
      <translation>新噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Go on to the next seed (Ctrl+N)</source>
      <translation>使用下一个种子 (Ctrl+N)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Number</source>
      <translation>次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Stop drawing</source>
      <translation>停止抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Keep drawing</source>
      <translation>持续抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Stop, and keep what there is (Ctrl+K)</source>
      <translation>停止，并保留已有的抽样 (Ctrl+K)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Add draws until you stop it (Ctrl+K)</source>
      <translation>不断增加抽样，直到停止 (Ctrl+K)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/members_control.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/members_control.py" />
      <source>{what}: {n} of {all}</source>
      <translation>{what}：{n} / {all}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/mistake_editor.py" />
      <source>BREAK IT</source>
      <translation>故意出错</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/mistake_editor.py" />
      <source>Fix it</source>
      <translation>修正</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/mistake_editor.py" />
      <source>Mistake to make on purpose</source>
      <translation>故意犯的错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>ONE DRAW</source>
      <translation>单次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>argmax g = {winner}, soft-argmax Σ i·s_i = {soft:.3f}</source>
      <translation>argmax g = {winner}，soft-argmax Σ i·s_i = {soft:.3f}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>None is selected: click one in a plot, or step.</source>
      <translation>未选中任何抽样：请在图中点击，或用箭头按钮选择。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Number of the selected draw</source>
      <translation>所选抽样的编号</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Counted from 1; 0 selects none</source>
      <translation>从 1 开始计数；0 表示不选</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Previous draw (Ctrl+[)</source>
      <translation>上一次抽样 (Ctrl+[)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Next draw (Ctrl+])</source>
      <translation>下一次抽样 (Ctrl+])</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Random</source>
      <translation>随机</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Select any draw (Ctrl+R)</source>
      <translation>随机选择一次抽样 (Ctrl+R)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Numbers of the selected draw</source>
      <translation>所选抽样的数值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Play</source>
      <translation>播放</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Back to the first step</source>
      <translation>回到第一步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>step</source>
      <translation>步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>PROBABILITIES</source>
      <translation>概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Σ p = 1: {locked} locked, {free} free</source>
      <translation>Σ p = 1：锁定 {locked}，自由 {free}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Σ p = 1</source>
      <translation>Σ p = 1</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>+ Class</source>
      <translation>+ 类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Add a class with an equal share</source>
      <translation>添加一个类别，与其他类别均分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Presets</source>
      <translation>预设</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Vectors that are worth a look, and your own</source>
      <translation>值得一看的向量，以及自己保存的向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Uniform p</source>
      <translation>均匀的 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Random p</source>
      <translation>随机的 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Uniform</source>
      <translation>均匀</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Give all classes 1/K</source>
      <translation>所有类别均为 1/K</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Draw a vector at random</source>
      <translation>随机生成一个向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Type…</source>
      <translation>输入…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Type or paste the whole vector, as probabilities or logits</source>
      <translation>输入或粘贴整个向量，可为概率或 logits</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Add a class</source>
      <translation>添加类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>TEMPERATURE t</source>
      <translation>温度 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Any number of 0 or more; 0 is the exact one-hot limit</source>
      <translation>任何不小于 0 的数；0 即独热极限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Let t fall along the schedule of the Temperature view</source>
      <translation>让 t 按“温度”视图中的退火方案下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Anneal</source>
      <translation>退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Pause the temperature</source>
      <translation>暂停温度变化</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Anneal the temperature</source>
      <translation>对温度退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Temperature {t}</source>
      <translation>温度 {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Set t = {t}</source>
      <translation>设 t = {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>one-hot</source>
      <translation>独热</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>all alike</source>
      <translation>趋于一致</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>These plots are still being drawn; nothing was copied or saved</source>
      <translation>这些图仍在绘制；未复制或保存任何内容</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Saved {file}</source>
      <translation>已保存 {file}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Copied {what}</source>
      <translation>已复制{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Copied a program for {library}</source>
      <translation>已复制 {library} 程序</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Saved {count} files in {folder}</source>
      <translation>已在 {folder} 中保存 {count} 个文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>all plots</source>
      <translation>所有图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>About Gumbel GUI</source>
      <translation>关于 Gumbel GUI</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Type the vector</source>
      <translation>输入向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>&lt;p&gt;&lt;b&gt;Gumbel GUI {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A laboratory for one idea: add Gumbel noise to log-probabilities, take the argmax, and you have sampled the distribution; take a softmax at temperature t instead, and the sample has a gradient.&lt;/p&gt;&lt;p&gt;Free software under the GNU GPL, version 3 or later.&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;b&gt;Gumbel GUI {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;围绕一个想法的实验室：给对数概率加上 Gumbel 噪声再取 argmax，就从该分布中抽取了一个样本；改为在温度 t 下取 softmax，样本就有了梯度。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU GPL 第 3 版或更高版本授权。&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>about {size} in all.</source>
      <translation>共约 {size}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>{w} × {h} pixels, {n} frames, {s} s; {rest}</source>
      <translation>{w} × {h} 像素，{n} 帧，{s} 秒；{rest}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Export animation</source>
      <translation>导出动画</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Frame of the preview</source>
      <translation>预览的帧</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Drawing {n} frames …</source>
      <translation>正在绘制 {n} 帧……</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>estimating the file size …</source>
      <translation>正在估计文件大小……</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Plots</source>
      <translation>图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Sweep of t</source>
      <translation>扫描 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Annealing of t</source>
      <translation>t 的退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Steps of the descent</source>
      <translation>下降的各步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>What moves</source>
      <translation>变化的量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Begin &amp;anew at the end</source>
      <translation>播完后从头开始(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>All visible plots</source>
      <translation>所有可见的图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>First t</source>
      <translation>起始 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Last t</source>
      <translation>结束 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Number of frames</source>
      <translation>帧数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Seconds for all frames</source>
      <translation>全部帧的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Seconds for which the last frame stays</source>
      <translation>最后一帧停留的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>&amp;Plots</source>
      <translation>图(&amp;P)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>&amp;What moves</source>
      <translation>变化的量(&amp;W)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>&amp;t from</source>
      <translation>t 从(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Fra&amp;mes</source>
      <translation>帧数(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>L&amp;ast frame</source>
      <translation>最后一帧(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>to</source>
      <translation>到</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>in</source>
      <translation>用时</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>s</source>
      <translation>秒</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>s more</source>
      <translation>秒（额外停留）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>All of {view}</source>
      <translation>“{view}”的全部图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Save draws</source>
      <translation>保存抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Saving {n} draws to {name} …</source>
      <translation>正在将 {n} 次抽样保存到 {name}……</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Cancelled; nothing was saved</source>
      <translation>已取消；未保存任何内容</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>{w} × {h} pixels.</source>
      <translation>{w} × {h} 像素。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Export figure</source>
      <translation>导出图形</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>F&amp;or</source>
      <translation>用途(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Each in a file of its own</source>
      <translation>每个图一个文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Those of all views, each in a file of its own</source>
      <translation>所有视图的图，每图一个文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Purpose</source>
      <translation>用途</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Rese&amp;t</source>
      <translation>重置(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Sizes and look as they were for this purpose</source>
      <translation>恢复此用途的尺寸和外观</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Drawing {n} figures …</source>
      <translation>正在绘制 {n} 张图……</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>output is {file}, but must have {each} in its name, for that of the plot.</source>
      <translation>输出文件为 {file}，但名称中必须含有 {each}，它代表图的名称。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_preview.py" />
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>You can go on. The details help those who mend the program.</source>
      <translation>可以继续使用。详细信息有助于修复程序。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>An unexpected error</source>
      <translation>意外错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>They are noted in {file}, unless it cannot be written to.</source>
      <translation>它们记录在 {file} 中，除非无法写入该文件。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>Details</source>
      <translation>详细信息</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>&amp;Copy details</source>
      <translation>复制详细信息(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>C&amp;lose</source>
      <translation>关闭(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/fault_dialog.py" />
      <source>{n} different errors, the last of them:</source>
      <translation>{n} 个不同的错误，最后一个：</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file exists; you will be asked before it is replaced.</source>
      <translation>该文件已存在；替换前会询问。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file will be {name}.</source>
      <translation>文件将为 {name}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>{count} of {n} files exist; you will be asked before they are replaced.</source>
      <translation>{n} 个文件中有 {count} 个已存在；替换之前会询问您。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file exists and will be replaced.</source>
      <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>{count} files, such as {name}.</source>
      <translation>{count} 个文件，例如 {name}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Width in mm</source>
      <translation>宽度（毫米）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Height in mm</source>
      <translation>高度（毫米）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Resolution in dpi</source>
      <translation>分辨率 (dpi)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Look</source>
      <translation>外观</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Scale of texts and lines</source>
      <translation>文字和线条的缩放</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Font</source>
      <translation>字体</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Titles</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Captions</source>
      <translation>图注</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Mark</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>No &amp;ground</source>
      <translation>透明背景(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Text as paths</source>
      <translation>文字转为路径</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>&amp;Mark draw {n}</source>
      <translation>标出抽样 {n}(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>s&amp;cale</source>
      <translation>缩放(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Fo&amp;rmat</source>
      <translation>格式(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>Si&amp;ze</source>
      <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>&amp;Look</source>
      <translation>外观(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>T&amp;itle</source>
      <translation>标题(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/look_fields.py" />
      <source>With</source>
      <translation>包含</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>Noise that is kept need not be drawn again when p or t moves. A million draws of five classes take 40 MiB; what does not fit is drawn again from its seed, which gives the same draws, only later. Default: {default} MiB.</source>
      <translation>保留下来的噪声在 p 或 t 变动时无需重新抽取。五个类别的一百万次抽样占用 40 MiB；放不下的部分会由种子重新抽取，结果相同，只是慢一些。默认值：{default} MiB。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>Preferences</source>
      <translation>首选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>&amp;Memory for draws</source>
      <translation>抽样所用内存(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} is in {folder} already. Replace it?</source>
      <translation>{folder} 中已有 {name}。要替换吗？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} is not as it was opened or saved here: another program has changed it. Replace it?</source>
      <translation>{name} 与在此打开或保存时不同：另一个程序更改了它。要替换它吗？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Unsaved changes</source>
      <translation>未保存的更改</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Save</source>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>&amp;Discard</source>
      <translation>放弃(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{count} files are there already, such as {name} in {folder}. Replace them?</source>
      <translation>已有 {count} 个文件，例如 {folder} 中的 {name}。要替换它们吗？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Replace the file?</source>
      <translation>替换文件？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>&amp;Replace</source>
      <translation>替换(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} has unsaved changes. Save them?</source>
      <translation>{name} 有未保存的更改。要保存吗？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Experiments and figures</source>
      <translation>实验和图形</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Experiments</source>
      <translation>实验</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/saving_dialog.py" />
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/saving_dialog.py" />
      <source>Cancelled; nothing was saved.</source>
      <translation>已取消；未保存任何内容。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/saving_dialog.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Table: {title}</source>
      <translation>表格：{title}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Numbers of the plot</source>
      <translation>图中的数值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Numbers of the caption</source>
      <translation>图注中的数值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Each with its 95 % interval, and what it is compared with</source>
      <translation>各自附 95 % 置信区间及比较对象</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Ctrl+C copies what is selected, with all digits.</source>
      <translation>Ctrl+C 复制所选内容，保留全部数字。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Save data</source>
      <translation>保存数据</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Copied numbers</source>
      <translation>已复制数值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>This plot is not in view; nothing was saved.</source>
      <translation>此图不在当前视图中；未保存任何内容。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Copy &amp;all</source>
      <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>&amp;Save data…</source>
      <translation>保存数据(&amp;S)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>quantity</source>
      <translation>量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>value</source>
      <translation>值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>95 % from</source>
      <translation>95 % 下限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>95 % to</source>
      <translation>95 % 上限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>compared with</source>
      <translation>比较对象</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>2 to 64 numbers, separated by commas or spaces (by semicolons, if the commas are decimal marks). They need not sum to 1.</source>
      <translation>2 到 64 个数，用逗号或空格分隔（若逗号是小数点，则用分号分隔）。总和不必为 1。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Vector</source>
      <translation>向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Probabilities or weights ≥ 0</source>
      <translation>概率或不小于 0 的权重</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Logits: p = softmax(logits)</source>
      <translation>Logits：p = softmax(logits)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Open {name}</source>
      <translation>打开 {name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Opened {name}; Undo goes back</source>
      <translation>已打开 {name}；可用“撤销”返回</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Saved {name}</source>
      <translation>已保存 {name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>One file can be opened at a time, but {n} were dropped.</source>
      <translation>一次只能打开一个文件，但拖入了 {n} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>New experiment</source>
      <translation>新建实验</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>experiment</source>
      <translation>实验</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <source>Words of an action, a view, a plot or a preset</source>
      <translation>操作、视图、图或预设的字词</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <source>Words to find</source>
      <translation>要查找的字词</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/command_palette.py" />
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/finding.py" />
      <source>Preset {name}</source>
      <translation>预设 {name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/finding.py" />
      <source>Plot in {view}</source>
      <translation>“{view}”中的图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/finding.py" />
      <source>Kept as {name}</source>
      <translation>已保存为 {name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/own_presets.py" />
      <source>at most {most}; delete one first</source>
      <translation>至多 {most}；请先删除一个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/own_presets.py" />
      <source>number of presets</source>
      <translation>预设的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/own_presets.py" />
      <source>name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/own_presets.py" />
      <source>one that no other preset has</source>
      <translation>其他预设未用过的名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/own_presets.py" />
      <source>a text that can be read</source>
      <translation>可读的文字</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>Name of the preset, at most {longest} characters:</source>
      <translation>预设的名称，至多 {longest} 个字符：</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>My vector {n}</source>
      <translation>我的向量 {n}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>Keep this vector</source>
      <translation>保存此向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>Own presets</source>
      <translation>自己的预设</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>F2 or a double click renames</source>
      <translation>按 F2 或双击可重命名</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>&amp;Rename</source>
      <translation>重命名(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/presets_dialog.py" />
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Tab, Shift+Tab</source>
      <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>To the next control, and back</source>
      <translation>到下一个控件；返回上一个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Arrow keys</source>
      <translation>方向键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>On a slider, or in a number box: a small step</source>
      <translation>在滑块上或数字框中：小步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Page up, Page down</source>
      <translation>Page Up、Page Down</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>The same, a large step</source>
      <translation>同上，大步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Arrow keys on a plot</source>
      <translation>在图上按方向键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>To the next value, draw, mark or class</source>
      <translation>移到下一个数值、样本、标记或类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Space</source>
      <translation>空格键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>There: set the class off, select the draw, take the mark or leave it</source>
      <translation>在该处：突出该类别，选中该样本，拿起或放下标记</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Shift+arrow keys</source>
      <translation>Shift+方向键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>With a mark that was taken: drag it by one pixel</source>
      <translation>标记已拿起时：拖动一个像素</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Menu, Shift+F10</source>
      <translation>菜单键、Shift+F10</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>On a plot: all that can be done with it</source>
      <translation>在图上：可对它进行的全部操作</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>End a drag; drop what was typed</source>
      <translation>结束拖动；放弃已键入的内容</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>In the guide: the step before, the next one</source>
      <translation>在教程中：上一步、下一步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/finding/shortcuts_dialog.py" />
      <source>What they do</source>
      <translation>作用</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <source>&amp;Lesson {n}: {title}</source>
      <translation>第 {n} 课(&amp;L)：{title}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <source>What am I seeing? {title}</source>
      <translation>我看到的是什么？{title}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <source>Formula</source>
      <translation>公式</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <source>How to read it</source>
      <translation>如何读图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <source>Source</source>
      <translation>出处</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>Gumbel</source>
      <translation>Gumbel</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>Relaxed vectors</source>
      <translation>松弛向量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>Simplex</source>
      <translation>单纯形</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>Gumbel-top-k</source>
      <translation>Gumbel-top-k</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>Noise ε</source>
      <translation>噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/names.py" />
      <source>winning region</source>
      <translation>获胜区域</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Give p, t and all else the values of this step once more</source>
      <translation>把 p、t 等全部恢复成这一步的设置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>GUIDE</source>
      <translation>教程</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Guide</source>
      <translation>教程</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Close the guide</source>
      <translation>关闭教程</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Step {number} of {count}</source>
      <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>{tried} of {count} steps tried</source>
      <translation>共 {count} 步，已试 {tried} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>To the next step (Alt+Right)</source>
      <translation>去下一步 (Alt+Right)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Finish</source>
      <translation>完成</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Close the guide (Alt+Right)</source>
      <translation>关闭教程 (Alt+Right)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Back</source>
      <translation>上一步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>To the previous step (Alt+Left)</source>
      <translation>回到上一步 (Alt+Left)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Set up again</source>
      <translation>重新设置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>LOOK</source>
      <translation>看</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>TRY</source>
      <translation>试</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>✓ SEEN</source>
      <translation>✓ 发现</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>THEN</source>
      <translation>然后</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>Try it: what there was to see is told here.</source>
      <translation>试过之后，这里会说说你看到了什么。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/panel.py" />
      <source>QUESTION</source>
      <translation>问</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/progress.py" />
      <source>Guide: step {number}</source>
      <translation>教程：第 {number} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>As it was before</source>
      <translation>恢复原状</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Undo all that has changed since</source>
      <translation>撤销此后的所有更改</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Keep it</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Leave everything as it is now</source>
      <translation>保持现在的状态</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Changed since the guide was opened: {what}.</source>
      <translation>打开教程后更改了：{what}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>names of classes</source>
      <translation>类别名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>locks</source>
      <translation>锁定</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>options of plots</source>
      <translation>图的选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>As before the guide</source>
      <translation>恢复教程之前的状态</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/looking/looking.py" />
      <source>Drag t: the samples harden to the left, and become all alike to the right.</source>
      <translation>拖动 t：向左样本变硬，向右样本趋于一致。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Guide</source>
      <translation>教程(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Find a command…</source>
      <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Keyboard shortcuts</source>
      <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;About Gumbel GUI</source>
      <translation>关于 Gumbel GUI(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;New</source>
      <translation>新建(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Open…</source>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Recent &amp;files</source>
      <translation>最近的文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Save &amp;as…</source>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Export ani&amp;mation…</source>
      <translation>导出动画(&amp;M)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Save &amp;draws…</source>
      <translation>保存抽样(&amp;D)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Type the &amp;vector…</source>
      <translation>输入向量(&amp;V)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;New noise</source>
      <translation>新噪声(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Keep drawing, or stop</source>
      <translation>持续抽样或停止(&amp;K)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Previous &amp;draw</source>
      <translation>上一次抽样(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Ne&amp;xt draw</source>
      <translation>下一次抽样(&amp;X)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Rando&amp;m draw</source>
      <translation>随机选一次抽样(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Preferences…</source>
      <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Show plot as &amp;table…</source>
      <translation>以表格显示图(&amp;T)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Enlarge plot, or back</source>
      <translation>放大图或还原(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Present, or end</source>
      <translation>演示或结束(&amp;P)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Fold the s&amp;ide column, or unfold</source>
      <translation>折叠或展开侧栏(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Larger te&amp;xt</source>
      <translation>放大文字(&amp;X)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>S&amp;maller text</source>
      <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Normal text</source>
      <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>As the &amp;system</source>
      <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Light</source>
      <translation>浅色(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;High contrast</source>
      <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Lan&amp;guage</source>
      <translation>语言(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Clear this list</source>
      <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/preset_menu.py" />
      <source>Pre&amp;sets</source>
      <translation>预设(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/preset_menu.py" />
      <source>&amp;Keep this vector…</source>
      <translation>保存此向量(&amp;K)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/preset_menu.py" />
      <source>&amp;Rename or delete…</source>
      <translation>重命名或删除(&amp;R)…</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/document.py" />
      <source>Discard changes</source>
      <translation>放弃更改</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/failures.py" />
      <source>Something went wrong: {what}</source>
      <translation>出现错误：{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/playback.py" />
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>Annealing</source>
      <translation>退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/playback.py" />
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent</source>
      <translation>梯度下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/playback.py" />
      <source>Anneal t</source>
      <translation>对 t 退火</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/playback.py" />
      <source>Go through the descent</source>
      <translation>沿下降移动</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>What is changed here is not stored, and will be gone at the next start: {reason}.</source>
      <translation>此处的更改不会被保存，下次启动时将丢失：{reason}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>labels of the classes</source>
      <translation>类别的标签</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>locks of the classes</source>
      <translation>类别的锁定</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>options of the plots</source>
      <translation>图的选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>view</source>
      <translation>视图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>size of the text</source>
      <translation>文字大小</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>side column</source>
      <translation>侧栏</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>line at the first start</source>
      <translation>首次启动时的提示</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>size of the window</source>
      <translation>窗口大小</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>memory for draws</source>
      <translation>抽样所用内存</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>choices for export</source>
      <translation>导出选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>choices for animations</source>
      <translation>动画的选项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>folders of files</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>place in the guide</source>
      <translation>教程进度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>file of the experiment</source>
      <translation>实验文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>recent files</source>
      <translation>最近的文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>own presets</source>
      <translation>自己的预设</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>times of the preferences</source>
      <translation>首选项的更改时间</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the folder {folder} cannot be written to ({reason})</source>
      <translation>无法写入文件夹 {folder}（{reason}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>The stored settings could not be read; all have their defaults</source>
      <translation>无法读取已保存的设置；全部使用默认值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>The stored settings were damaged; defaults took the place of: {named}</source>
      <translation>已保存的设置有损坏；以下各项使用默认值：{named}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the file is kept as {file}</source>
      <translation>文件保留为 {file}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the file cannot be kept</source>
      <translation>无法保留该文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>there is no home folder to store it in</source>
      <translation>没有可供存储的主文件夹</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>{count} others</source>
      <translation>另外 {count} 项</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source> and </source>
      <translation>和</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/slots.py" />
      <source>no regular file</source>
      <translation>不是普通文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>{low} to {high}</source>
      <translation>{low} 到 {high}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>number of classes</source>
      <translation>类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>each share of {names}</source>
      <translation>{names} 各自的份额</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>the sum of p of {names}</source>
      <translation>{names} 的 p 之和</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>left as it is while all other classes are locked</source>
      <translation>原值（其他类别都已锁定）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>{room:.6g}, the rest being locked</source>
      <translation>{room:.6g}（其余已锁定）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>a number from 0 to {limit}</source>
      <translation>0 到 {limit} 之间的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>share of {label}</source>
      <translation>{label} 的份额</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>above 0 for at least one</source>
      <translation>至少有一个大于 0 的数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>left as it is while the class is locked</source>
      <translation>原值（该类别已锁定）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>above 0 to be shared</source>
      <translation>大于 0 的数，才能分配</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/state.py" />
      <source>a finite number of 0 or more</source>
      <translation>不小于 0 的有限数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/store.py" />
      <source>Change {what}</source>
      <translation>更改{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{done} of {draws} draws · seed {seed} · {rate}</source>
      <translation>{done} / {draws} 次抽样 · 种子 {seed} · {rate}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{rate} per second</source>
      <translation>每秒 {rate} 次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{draws} draws · seed {seed} · {ms} ms</source>
      <translation>{draws} 次抽样 · 种子 {seed} · {ms} 毫秒</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>Stopped at {done} draws · seed {seed} · the next change draws {next}</source>
      <translation>停在 {done} 次抽样 · 种子 {seed} · 下次更改将抽样 {next} 次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{done} draws · seed {seed} · {rate}</source>
      <translation>{done} 次抽样 · 种子 {seed} · {rate}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{rate} million per second</source>
      <translation>每秒 {rate} 百万次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/display.py" />
      <source>Use 'gumbel-gui render' to draw figures without one.</source>
      <translation>没有显示器时可用“gumbel-gui render”绘制图形。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/display.py" />
      <source>There is no display (DISPLAY is not set). {instead}</source>
      <translation>没有显示器（未设置 DISPLAY）。{instead}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/display.py" />
      <source>There is no display: no Wayland compositor answers. {instead}</source>
      <translation>没有显示器：没有 Wayland 合成器应答。{instead}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/display.py" />
      <source>The display '{display}' does not answer. {instead}</source>
      <translation>显示器“{display}”没有应答。{instead}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/faults.py" />
      <source>There is not enough memory for this: close other programs.</source>
      <translation>内存不足：请关闭其他程序。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/system/languages.py" />
      <source>No font on this computer has the characters of {language}, so the window speaks English; install one (Debian, Ubuntu: apt install fonts-noto-cjk) and start again.</source>
      <translation>此计算机上没有含 {language} 字符的字体，因此窗口使用英文；请安装一种（Debian、Ubuntu：apt install fonts-noto-cjk）后重新启动。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/sentences.py" />
      <source>number of frames</source>
      <translation>帧数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/sentences.py" />
      <source>seconds for all frames</source>
      <translation>全部帧的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/sentences.py" />
      <source>seconds for which the last frame stays</source>
      <translation>最后一帧停留的秒数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/status_line.py" />
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/status_line.py" />
      <source>Show the saved file in its folder</source>
      <translation>在所在文件夹中显示已保存的文件</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/widgets/status_line.py" />
      <source>Share of the draws that are done</source>
      <translation>已完成抽样的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Views</source>
      <translation>视图</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>In short steps from argmax to a gradient, and to sampling at work (F1)</source>
      <translation>一步一步，从 argmax 到梯度，再到抽样的应用 (F1)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Fold the side column away, or unfold it (F9)</source>
      <translation>折叠或展开侧栏（F9）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Side column</source>
      <translation>侧栏</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Copied text</source>
      <translation>已复制文本</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Make no mistake</source>
      <translation>不犯错误</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Hide this sentence</source>
      <translation>隐藏此句</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/language.py" />
      <source>English</source>
      <translation>简体中文</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/language.py" />
      <source>{names} and {last}</source>
      <translation>{names} 和 {last}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/language.py" />
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>Two vectors, one noise</source>
      <translation>两个向量，一份噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>How often each pair of classes wins under p and a second vector q with the same noise, beside the exact law, and the probability of the same class between its bounds</source>
      <translation>同一份噪声下，p 与第二个向量 q 各自的获胜类别成对出现的频率，旁边是精确分布；以及同类的概率，位于其上下界之间</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>{n}: with the same noise, p and q give the same class in a share {same}, between the bounds {low} and {high}; with noise of their own it would be {apart}.</source>
      <translation>{n}：用同一份噪声，p 与 q 给出同一类别的比例为 {same}，位于界 {low} 与 {high} 之间；若各用各的噪声则为 {apart}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>KL of the classes</source>
      <translation>类别的 KL</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>same class</source>
      <translation>同类</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>{n}: with the same noise, p and q give the same class in a share {same}; the exact law of this noise is not known.</source>
      <translation>{n}：用同一份噪声，p 与 q 给出同一类别的比例为 {same}；这种噪声的精确分布未知。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>{kl} is {classes}, and {relaxed} for the relaxed vectors: a class has probability 0 under one of p and q alone.</source>
      <translation>{kl} 为 {classes}，松弛向量的 KL 为 {relaxed}：有一个类别仅在 p 与 q 之一下概率为 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>lower bound</source>
      <translation>下界</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>upper bound</source>
      <translation>上界</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>same class with noise of their own</source>
      <translation>各用各的噪声时同类的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>KL of the relaxed vectors</source>
      <translation>松弛向量的 KL</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>share of the same class</source>
      <translation>同类的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>observed</source>
      <translation>观测</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>exact</source>
      <translation>精确值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>{kl} is {classes}, and {relaxed} for the relaxed vectors, at this t.</source>
      <translation>{kl} 为 {classes}，在这个 t 下松弛向量的 KL 为 {relaxed}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>{kl} is {classes}, and {relaxed} for the relaxed vectors, at any t &gt; 0.</source>
      <translation>{kl} 为 {classes}，松弛向量的 KL 为 {relaxed}，对任意 t &gt; 0 都一样。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>under p</source>
      <translation>p 下</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>under q</source>
      <translation>q 下</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>P(same class)</source>
      <translation>P（同类）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>bounds</source>
      <translation>上下界</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/common_noise.py" />
      <source>own noise</source>
      <translation>各自的噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>Decoding</source>
      <translation>解码</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>Class frequencies of q, which is left of p after temperature T, top-k, top-p and min-p, with what is cut away and the draws that change their class</source>
      <translation>p 经过温度 T、top-k、top-p 与 min-p 之后剩下 q：q 的类别频率，被截去的类别，以及改变类别的抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>{n}: decoding keeps {kept} of {classes} classes, with {mass} of the mass of p, and q lies in the 95 % interval of {inside} of {classes}; with the same noise, the share of draws of another class than under p is {flips}.</source>
      <translation>{n}：解码保留 {kept} 个类别（共 {classes} 个），占 p 的 {mass}；q 落在 {inside} 个类别（共 {classes} 个）的 95 % 区间内；噪声相同时，与按 p 抽样相比类别不同的抽样占 {flips}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>Decoding: {steps}</source>
      <translation>解码：{steps}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/base.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>share</source>
      <translation>比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>q depends on T, but not on t, the temperature of the relaxation.</source>
      <translation>q 取决于 T，而与松弛的温度 t 无关。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>cut away</source>
      <translation>截去</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>P(other class)</source>
      <translation>P（不同类）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/decoding.py" />
      <source>cut away by</source>
      <translation>被何步截去</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Precision of the noise</source>
      <translation>噪声的精度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Class shares where the x of the noise ε = −ln(−ln x) has few bits, beside the exact law and p, and the distance of that law from p by the number of bits</source>
      <translation>噪声 ε = −ln(−ln x) 中的 x 只有少数几位时各类别的比例，旁边是精确分布与 p；以及该分布与 p 的距离随位数的变化</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Precision of the noise: {x}</source>
      <translation>噪声的精度：{x}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Farthest off is {label}: {share}, not {p}.</source>
      <translation>偏差最大的是{label}：{share}，而不是 {p}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Where every x is 0 all scores are −∞, and argmax gives {label}: {share}.</source>
      <translation>若所有 x 都是 0，则所有得分都是 −∞，argmax 给出{label}：{share}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>bits b</source>
      <translation>位数 b</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>{n}: the noise is not exactly Gumbel noise, so x is not rounded to so many bits, and no exact law of the classes is shown.</source>
      <translation>{n}：噪声并非精确的 Gumbel 噪声，因此 x 不舍入到这么多位，也不显示类别的精确分布。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>{n}: with {x} the law of the classes is {far} from that of unrounded x in total variation; the exact shares lie in the 95 % interval of {inside} of {classes} classes.</source>
      <translation>{n}：取 {x} 时，类别的分布与不舍入 x 时的分布的全变差距离为 {far}；{classes} 个类别中有 {inside} 个的 95 % 区间包含精确比例。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>{n}: with {x} the law of the classes is at most {far} from that of unrounded x in total variation; its shares lie in the 95 % interval of {inside} of {classes} classes.</source>
      <translation>{n}：取 {x} 时，类别的分布与不舍入 x 时的分布的全变差距离至多为 {far}；{classes} 个类别中有 {inside} 个的 95 % 区间包含其比例。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Never drawn: {m} classes, the most probable of them {label} with p = {p}.</source>
      <translation>从不抽到：{m} 个类别，其中概率最大的是{label}，p = {p}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>off by at most</source>
      <translation>误差至多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>distance for (j + ½)/2ᵇ</source>
      <translation>(j + ½)/2ᵇ 的距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>distance for j/2ᵇ</source>
      <translation>j/2ᵇ 的距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>the distance is</source>
      <translation>距离是</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>Never drawn: {label} with p = {p}.</source>
      <translation>从不抽到：{label}，p = {p}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>floats</source>
      <translation>浮点数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/noise_precision.py" />
      <source>at most</source>
      <translation>至多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/precision_law.py" />
      <source>{name} x = j/{power}</source>
      <translation>{name} x = j/{power}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/precision_law.py" />
      <source>never drawn</source>
      <translation>从不抽到</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/precision_law.py" />
      <source>its share</source>
      <translation>它的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/precision_law.py" />
      <source>share of the first class</source>
      <translation>第一个类别的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>Watermark</source>
      <translation>水印</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>Watermark: n = {tokens}</source>
      <translation>水印：n = {tokens}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>Scores S = −Σ ln(1 − x) of texts of n tokens, with the winner's x from the key that made the noise and with x from another key, beside their exact densities and the threshold</source>
      <translation>n 个词元的文本的得分 S = −Σ ln(1 − x)：获胜类别的 x 来自产生噪声的密钥或来自别的密钥，旁边是精确密度与阈值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>The share of texts above {limit} is {caught}; with another key it is {level}.</source>
      <translation>得分高于 {limit} 的文本的比例为 {caught}；用别的密钥时为 {level}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>score S of a text</source>
      <translation>文本得分 S</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>density</source>
      <translation>密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>{draws}, fewer than the n = {n} of a text: with the key a token scores {term}; another key's mean is {one}.</source>
      <translation>{draws}，不足一段文本的 n = {n}：用该密钥时每个词元得分为 {term}；用别的密钥时的均值是 {one}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>{texts}, n = {n}: with the key a token scores {term}; another key's mean is {one}.</source>
      <translation>{texts}，n = {n}：用该密钥时每个词元得分为 {term}；用别的密钥时的均值是 {one}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>The exact law of this noise is not known.</source>
      <translation>这种噪声的精确分布未知。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>the key</source>
      <translation>该密钥</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>another key</source>
      <translation>别的密钥</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>1 text</source>
      <translation>1 段文本</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>{texts} texts</source>
      <translation>{texts} 段文本</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>with the key</source>
      <translation>用该密钥</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>with another key</source>
      <translation>用别的密钥</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>from S</source>
      <translation>S 起</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>to S</source>
      <translation>S 止</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>{value}, where {name} is {exact}</source>
      <translation>{value}，而 {name} 为 {exact}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>texts {which}</source>
      <translation>文本数（{which}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>density {which}</source>
      <translation>密度（{which}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/at_work/watermark.py" />
      <source>exact {which}</source>
      <translation>精确（{which}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Sample</source>
      <translation>抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Gumbel noise</source>
      <translation>Gumbel 噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Samplers</source>
      <translation>抽样方法</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Gradients</source>
      <translation>梯度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Given the winner</source>
      <translation>已知胜者</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Sampling at work</source>
      <translation>抽样的应用</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>draw {n}</source>
      <translation>第 {n} 次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>{what} of draw {n}</source>
      <translation>第 {n} 次抽样的 {what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>The same winner, fresh noise</source>
      <translation>胜者相同，噪声重抽</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>The same winner, fresh noise, at t = {temperature}</source>
      <translation>胜者相同，噪声重抽，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>One draw beside fresh draws given the class that won it, and their mean</source>
      <translation>一次抽样，旁边是已知其胜出类别时新抽的样本及其均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>Draw {n}, beside {fresh} fresh ones given that {label} won; then their mean, and that of all draws it won. Dots mark the winner.</source>
      <translation>第 {n} 次抽样，旁边是已知 {label} 胜出时新抽的 {fresh} 次；然后是它们的均值，以及它胜出的全部抽样的均值。圆点标出胜者。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>Over {n} the winner leaves {left} of the variance of s: that is what Gumbel-Rao averages over.</source>
      <translation>{n}中，已知胜者后 s 的方差还剩 {left}：Gumbel-Rao 正是对这一部分取平均。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>The fresh noise is Gumbel noise, which that of the draws is not.</source>
      <translation>新抽的噪声是 Gumbel 噪声，而原来抽样的噪声不是。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>mean of the fresh ones</source>
      <translation>新抽样的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>mean of all that {label} won</source>
      <translation>{label} 胜出的全部抽样的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>won by {label}</source>
      <translation>由 {label} 胜出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>{n} fresh draws</source>
      <translation>{n} 次新抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>means</source>
      <translation>均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>fresh</source>
      <translation>新抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>fresh draws</source>
      <translation>新抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>s, {label}</source>
      <translation>s，{label}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/conditional_draws.py" />
      <source>share of the variance left</source>
      <translation>剩余方差的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>p becomes q, the noise stays: who wins now?</source>
      <translation>p 变为 q，噪声不变：现在谁胜出？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>Which classes win under q, with the noise of the draws that one class won under p, and the scores of one draw under both</source>
      <translation>用某类别在 p 下胜出的抽样的噪声，看哪些类别在 q 下胜出，以及一次抽样在两者下的得分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>If {label} won under p, who wins under q?</source>
      <translation>若 {label} 在 p 下胜出，q 下谁胜出？</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>Of {n}, {label} won {wins} under p; of these it keeps under q {kept}.</source>
      <translation>{n}中，{label} 在 p 下胜出 {wins} 次；其中在 q 下保住 {kept}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>Only classes with a larger {gain} can take over: {m} of {classes}.</source>
      <translation>只有 {gain} 更大的类别才能取而代之：{classes} 个中的 {m} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>class under q</source>
      <translation>q 下的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>The exact law needs Gumbel noise, which this is not.</source>
      <translation>精确分布要求 Gumbel 噪声，而这里不是。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>No class has a larger {gain}, so none can take over.</source>
      <translation>没有类别的 {gain} 更大，因此谁也不能取而代之。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>g under p</source>
      <translation>p 下的 g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>g under q</source>
      <translation>q 下的 g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>Of {n}, {label} won none under p.</source>
      <translation>{n}中，{label} 在 p 下一次也没有胜出。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>P(kept)</source>
      <translation>P（保住）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>g under p, draw {n}</source>
      <translation>第 {n} 次抽样在 p 下的 g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/counterfactual.py" />
      <source>g under q, draw {n}</source>
      <translation>第 {n} 次抽样在 q 下的 g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>Largest score by winner</source>
      <translation>各胜者的最大得分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>The density of max g for each class that won: always the same, Gumbel(0, 1)</source>
      <translation>按胜出的类别给出 max g 的密度：总是相同的 Gumbel(0, 1)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>Whoever wins, the law of max g is the same.</source>
      <translation>无论谁胜出，max g 的分布都相同。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>max g</source>
      <translation>max g</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>Mean of max g − γ over {n}: {mean}.</source>
      <translation>{n}中 max g − γ 的均值：{mean}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>draws that it won</source>
      <translation>它胜出的抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>mean of max g</source>
      <translation>max g 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>from g</source>
      <translation>g 从</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <source>to g</source>
      <translation>g 到</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/largest_score.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>exact pdf</source>
      <translation>精确密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>Noise ε, given the winner</source>
      <translation>已知胜者时的噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>The noise of the class that won and of those that lost, with their exact laws</source>
      <translation>胜出的类别与落败的类别的噪声，以及它们的精确分布</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>Noise ε if {label} wins</source>
      <translation>已知 {label} 胜出时的噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>The exact mean is {ahead} above γ; those of the losers are up to {below} below.</source>
      <translation>精确均值比 γ 高 {ahead}；落败者的精确均值最多低 {below}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>With the score −∞, {label} never wins: none of {n}.</source>
      <translation>{label} 的得分是 −∞，从不胜出：{n}中一次也没有。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>Of {n}, {label} won none.</source>
      <translation>{n}中，{label} 一次也没有胜出。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>Of {n}, {label} won {wins}; mean of its ε in these: {mean}.</source>
      <translation>{n}中，{label} 胜出 {wins} 次；其中它的 ε 的均值：{mean}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>The exact mean is {ahead} above γ.</source>
      <translation>精确均值比 γ 高 {ahead}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <source>mean of ε</source>
      <translation>ε 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>from ε</source>
      <translation>从 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>to ε</source>
      <translation>到 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_noise.py" />
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>exact mean</source>
      <translation>精确均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_sums.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>{n} lie beyond the axis.</source>
      <translation>{n} 个在坐标轴之外。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>The winner's x: P(x ≤ u) = u^(1/p)</source>
      <translation>胜者的 x：P(x ≤ u) = u^(1/p)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>The distribution function of the x of each class that won, with its law u^(1/p)</source>
      <translation>每个胜出类别的 x 的分布函数，以及其精确分布 u^(1/p)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>The winner's x: P(x ≤ u) = u^(1/{p})</source>
      <translation>胜者的 x：P(x ≤ u) = u^(1/{p})</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>Of {n}, {label} won {wins}; mean of its x in these: {mean}.</source>
      <translation>{n}中，{label} 胜出 {wins} 次；其中它的 x 的均值：{mean}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>The winner's x</source>
      <translation>胜者的 x</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>any x</source>
      <translation>任意 x</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>That of an x that is not chosen by winning is ½.</source>
      <translation>不因胜出而选出的 x 的均值是 ½。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>mean of x</source>
      <translation>x 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/given_winner/winner_uniform.py" />
      <source>share of x ≤ u</source>
      <translation>x ≤ u 的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>For N = {n} evaluations of f and f′, {name} with {error} cannot be told from {rest} others.</source>
      <translation>求值 f 与 f′ 共 N = {n} 次时，{name} 的误差为 {error}，与另外 {rest} 种无法区分。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>The chosen one, {name}, has {error}.</source>
      <translation>所选的 {name} 为 {error}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>Too little is known of {names}.</source>
      <translation>对 {names}，所知太少。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>N = {n} evaluations of f and f′ pay for no draw whose error is known.</source>
      <translation>求值 f 与 f′ 共 N = {n} 次，不足以支付任何误差已知的抽样。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>For N = {n} evaluations of f and f′, {name} has the least error of those shown: {error}.</source>
      <translation>求值 f 与 f′ 共 N = {n} 次时，所示估计中 {name} 误差最小：{error}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>{name} and {rest} others</source>
      <translation>{name} 与另外 {rest} 个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>For N = {n} evaluations of f and f′, the least error of those shown is {error}, that of {names}.</source>
      <translation>求值 f 与 f′ 共 N = {n} 次时，所示估计中误差最小的是 {names}：{error}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>For N = {n} evaluations of f and f′, the least error is that of one of these, which cannot be told apart: {names}.</source>
      <translation>求值 f 与 f′ 共 N = {n} 次时，误差最小者在以下无法区分的估计之中：{names}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{value} ({exact})</source>
      <translation>{value}（{exact}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>bias</source>
      <translation>偏差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>SD</source>
      <translation>标准差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_costs.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>RMSE</source>
      <translation>均方根误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, low</source>
      <translation>{name}，下限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, high</source>
      <translation>{name}，上限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>from draws</source>
      <translation>由抽样得到</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>{name} {value}</source>
      <translation>{name} {value}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>evaluations of f</source>
      <translation>f 的求值次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>evaluations of f′</source>
      <translation>f′ 的求值次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>how known</source>
      <translation>如何得知</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>estimator</source>
      <translation>估计量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>evaluations N</source>
      <translation>求值次数 N</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>least error</source>
      <translation>最小误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>best</source>
      <translation>最优</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>perhaps best</source>
      <translation>可能最好</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>not told from the best</source>
      <translation>与最好者无法区分的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/cost_words.py" />
      <source>RMSE, {name}</source>
      <translation>{name}的均方根误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>Bias of the decoupled estimator</source>
      <translation>解耦估计的偏差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>The exact bias of decoupled straight-through over the temperature t of what is drawn and t_b of its slope, with the point of the least</source>
      <translation>解耦直通估计的精确偏差，随抽样温度 t 与斜率温度 t_b 变化，并标出偏差最小之处</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>t (draw)</source>
      <translation>t（抽样）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>t_b (slope)</source>
      <translation>t_b（斜率）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>At t = {t} all noise is so nearly one number that no law of the classes is known; the least bias on the map is {least}.</source>
      <translation>t = {t} 时所有噪声几乎是同一个数，类别的分布未知；图上最小的偏差为 {least}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>An estimate that is always 0 has the bias ‖∇F‖ = {norm}.</source>
      <translation>估计恒为 0 时，偏差为 ‖∇F‖ = {norm}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>bias, {exact}</source>
      <translation>偏差，{exact}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>least bias</source>
      <translation>最小偏差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>t of the least bias</source>
      <translation>偏差最小处的 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>t_b of the least bias</source>
      <translation>偏差最小处的 t_b</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>The bias is {bias} ({exact}) at any t and t_b.</source>
      <translation>无论 t 与 t_b 取何值，偏差都为 {bias}（{exact}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>now</source>
      <translation>当前</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>least</source>
      <translation>最小</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>At t = {t} and t_b = {backward} the bias is {bias} ({exact}); the least on the map is {least}, for instance at t = {best_t} and t_b = {best_backward}.</source>
      <translation>t = {t}、t_b = {backward} 时偏差为 {bias}（{exact}）；图上最小为 {least}，例如在 t = {best_t}、t_b = {best_backward} 处。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/decoupled_bias.py" />
      <source>At t = {t} and t_b = {backward} the bias is {bias} ({exact}); the least on the map is {least}, at t = {best_t} and t_b = {best_backward}.</source>
      <translation>t = {t}、t_b = {backward} 时偏差为 {bias}（{exact}）；图上最小为 {least}，在 t = {best_t}、t_b = {best_backward} 处。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Gradient descent of p by each estimator: the expected loss, and p, from step to step</source>
      <translation>用各种估计量对 p 作梯度下降：期望损失和 p 逐步的变化</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent at t = {t}</source>
      <translation>梯度下降，t = {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>E[loss]</source>
      <translation>E[损失]</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>p ({name})</source>
      <translation>p（{name}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent, t annealed from {start} to {t}</source>
      <translation>梯度下降，t 从 {start} 退火到 {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>loss, {name}</source>
      <translation>损失，{name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>p, {label}</source>
      <translation>p，{label}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Right: p by {name}; {n} are too few for a step, which takes {batch}.</source>
      <translation>右图：用 {name} 得到的 p；{n} 不够走一步，每步需要 {batch} 次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Step {step}: expected loss by {reached}; at best {best}.</source>
      <translation>第 {step} 步的期望损失：{reached}；最小可达 {best}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Right: p by {name}; each step takes {batch} draws.</source>
      <translation>右图：用 {name} 得到的 p；每步用 {batch} 次抽样。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Right: p by {name}; of {n}, {batch} a step, there are no more.</source>
      <translation>右图：用 {name} 得到的 p；每步 {batch} 次，{n} 已用完。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Right: p by {name}; {n} is too few for a step, which takes {batch}.</source>
      <translation>右图：用 {name} 得到的 p；{n} 不够走一步，每步需要 {batch} 次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Step {step}: expected loss by {reached}, the lowest of {n}; at best {best}.</source>
      <translation>第 {step} 步的期望损失：{reached}，是 {n} 种中最低的；最小可达 {best}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent_words.py" />
      <source>Step {step}: expected loss by {reached}, the last of which is the lowest of {n}; at best {best}.</source>
      <translation>第 {step} 步的期望损失：{reached}，最后一个是 {n} 种中最低的；最小可达 {best}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_costs.py" />
      <source>Error for N evaluations</source>
      <translation>N 次求值的误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_costs.py" />
      <source>Error for N evaluations at t = {temperature}</source>
      <translation>N 次求值的误差，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_costs.py" />
      <source>Root mean square error of the mean of as many draws of each estimator as N evaluations of f and f′ pay for: which is best</source>
      <translation>每种估计在 N 次求值 f 与 f′ 所能支付的抽样次数下，其均值的均方根误差：哪种最好</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>REINFORCE with baseline</source>
      <translation>带基线的 REINFORCE</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>decoupled straight-through</source>
      <translation>解耦直通估计</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>leave-one-out REINFORCE</source>
      <translation>留一法 REINFORCE</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>softmax ST</source>
      <translation>softmax 直通</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>+ baseline</source>
      <translation>+ 基线</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>worth in draws</source>
      <translation>相当的抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>temperature t</source>
      <translation>温度 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{bias} (at least 95 %)</source>
      <translation>{bias}（至少 95 %）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>like {who}, within error</source>
      <translation>在误差范围内与 {who} 相同</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{low} to {high} times</source>
      <translation>{low} 到 {high} 倍</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>At t = {t}, {told}</source>
      <translation>t = {t} 时，{told}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: bias {bias}, SD {deviation}, {beside}.</source>
      <translation>{who}：偏差 {bias}，标准差 {deviation}，{beside}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>RMSE {error} (at least 95 %).</source>
      <translation>均方根误差 {error}（至少 95 %）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: bias {bias}.</source>
      <translation>{who}：偏差 {bias}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: {few} to tell its bias</source>
      <translation>{who}：{few}，无法判断其偏差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{unknown}.</source>
      <translation>{unknown}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{bias}, in theory nearly 0</source>
      <translation>{bias}，理论上接近 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>≤ {high} (at least 95 %)</source>
      <translation>≤ {high}（至少 95 %）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{low} to {high} (at least 95 %)</source>
      <translation>{low} 到 {high}（至少 95 %）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>too few draws to compare it with {who}</source>
      <translation>抽样太少，无法与 {who} 比较</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>like {who}</source>
      <translation>与 {who} 相同</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>beside {other} of {who}</source>
      <translation>而 {who} 为 {other}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{times} narrower than {who}</source>
      <translation>比 {who} 小（相差 {times}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{times} wider than {who}</source>
      <translation>比 {who} 大（相差 {times}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>a little</source>
      <translation>不多</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>more than {n} times</source>
      <translation>{n} 倍以上</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>up to {n} times</source>
      <translation>至多 {n} 倍</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>The gradient is 0, and so is every estimate of it in {n}.</source>
      <translation>梯度为 0，{n} 中它的每个估计也都如此。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>Dotted: length of the exact gradient ∇F.</source>
      <translation>点线：精确梯度 ∇F 的长度。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>SD, {name}</source>
      <translation>标准差，{name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: no gradient, as there is none.</source>
      <translation>{who}：没有梯度，因为精确梯度本来就为零。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: no gradient, so the bias is all of it, {norm}.</source>
      <translation>{who}：没有梯度，所以偏差就是整个梯度，{norm}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: bias {bias}, SD {deviation}.</source>
      <translation>{who}：偏差 {bias}，标准差 {deviation}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>RMSE {error} ({exact}).</source>
      <translation>均方根误差 {error}（{exact}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>1 draw is too few</source>
      <translation>1 次抽样太少</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{n} are too few</source>
      <translation>{n} 太少</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: with this noise its bias has no known interval.</source>
      <translation>{who}：在这种噪声下，其偏差没有已知的区间。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{unknown}, which tends to 0 as t → 0.</source>
      <translation>{unknown}；该偏差在 t → 0 时趋于 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>Gumbel-softmax = straight-through</source>
      <translation>Gumbel-softmax = 直通估计</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{bias}, in theory 0</source>
      <translation>{bias}，理论上为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>bias, {name}</source>
      <translation>偏差，{name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Bias and standard deviation</source>
      <translation>偏差与标准差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Bias and standard deviation of estimates of the gradient of the expected loss, against t, with intervals of at least 95 % where they are not exact</source>
      <translation>期望损失梯度的各估计量的偏差与标准差随 t 的变化；凡非精确者附有至少 95 % 的区间</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Root mean square error instead of the standard deviation</source>
      <translation>以均方根误差代替标准差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Bias and root mean square error</source>
      <translation>偏差与均方根误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Jacobian</source>
      <translation>雅可比矩阵</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Jacobian at t = {temperature}</source>
      <translation>雅可比矩阵，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Slopes ∂sᵢ/∂ln pⱼ of the selected draw, beside argmax's and what straight-through uses</source>
      <translation>选中抽样的斜率 ∂sᵢ/∂ln pⱼ，与 argmax 的斜率和直通估计所用的斜率并列</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Mean over all draws instead of one draw</source>
      <translation>所有抽样的平均，而不是一次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>{subject}: {what}.</source>
      <translation>{subject}：{what}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Draw {n} ({label}), the least decided of the first {m}</source>
      <translation>第 {n} 次抽样（{label}），前 {m} 次中最难分胜负的一次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>steepest slope {value}, s of {i} by its own ln p</source>
      <translation>最大斜率 {value}，是 {i} 的 s 对其自身 ln p 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>steepest slope {value}, s of {i} by ln p of {j}</source>
      <translation>最大斜率 {value}，是 {i} 的 s 对 {j} 的 ln p 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Mean of {n}</source>
      <translation>{n} 的平均</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Draw {n} ({label})</source>
      <translation>第 {n} 次抽样（{label}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>mean of {n}</source>
      <translation>{n} 的平均</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>0 almost everywhere</source>
      <translation>几乎处处为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>0 but at jumps</source>
      <translation>跳跃之外为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>all 0</source>
      <translation>全为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>at every t</source>
      <translation>对所有 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>of the mean</source>
      <translation>均值的</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>slope of the estimator</source>
      <translation>所选估计的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>slope of argmax</source>
      <translation>argmax 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>of both</source>
      <translation>两者的</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>forward</source>
      <translation>前向值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>softmax, {what}</source>
      <translation>softmax，{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>The chosen one, {name}, has no such matrix: it evaluates f itself.</source>
      <translation>所选的 {name} 没有这样的矩阵：它对 f 本身求值。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>hard (ST)</source>
      <translation>硬（ST）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>those of softmax</source>
      <translation>取自 softmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>as softmax</source>
      <translation>同 softmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>none: ∇ln p</source>
      <translation>无：∇ln p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>those of p</source>
      <translation>p 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>those of p^(1/t_b)</source>
      <translation>p^(1/t_b) 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>at t_b</source>
      <translation>t_b 处</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>mean of {m} given y</source>
      <translation>给定 y 的 {m} 次平均</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_passed.py" />
      <source>mean given y</source>
      <translation>给定 y 的平均</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>s is one-hot to the last digit, and its slopes are 0, as argmax's</source>
      <translation>s 直到最后一位都是独热的，斜率与 argmax 一样为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>Rows sum to 0, as a constant added to all ln p changes nothing; argmax passes nothing on.</source>
      <translation>各行之和为 0，因为所有 ln p 加上同一常数不改变任何结果；argmax 不传递任何梯度。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>cells × {unit}</source>
      <translation>单元格 × {unit}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>{end}, {what}</source>
      <translation>{end}，{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>{bound} = {end}</source>
      <translation>{bound} = {end}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>at t = 0 the relaxed vector is one-hot and its gradient is 0 almost everywhere, as argmax's</source>
      <translation>t = 0 时松弛向量是独热的，其梯度与 argmax 一样几乎处处为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>p is one-hot to the last digit, and so its own slopes are 0, and those of s</source>
      <translation>p 直到最后一位都是独热的，所以它自己的斜率为 0，s 的斜率也为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>Noise on p brings in the slopes of p itself; rows sum to 0, and argmax passes nothing on.</source>
      <translation>噪声加在 p 上，带入了 p 自身的斜率；各行之和为 0，argmax 不传递任何梯度。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian_words.py" />
      <source>+{bound}, {cells}</source>
      <translation>+{bound}，{cells}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Gumbel distributions</source>
      <translation>Gumbel 分布</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Exact pdf and cdf of the Gumbel distributions of maxima and of minima, for any μ and β</source>
      <translation>最大值与最小值的 Gumbel 分布的精确概率密度和分布函数，μ 和 β 任选</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Both have their mode at μ = {mode} and the standard deviation πβ/√6 = {deviation}. Mean of max: μ + γβ = {upper}; of min: μ − γβ = {lower}.</source>
      <translation>两者的众数都在 μ = {mode}，标准差都是 πβ/√6 = {deviation}。max 的均值：μ + γβ = {upper}；min 的均值：μ − γβ = {lower}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Gumbel(μ = {location}, β = {scale})</source>
      <translation>Gumbel(μ = {location}, β = {scale})</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>pdf</source>
      <translation>概率密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>μ + βε (max), μ − βε (min)</source>
      <translation>μ + βε（max），μ − βε（min）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>cdf</source>
      <translation>分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mode</source>
      <translation>众数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>pdf for μ = 0, β = 1</source>
      <translation>μ = 0、β = 1 时的概率密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>x → ε = −ln(−ln x)</source>
      <translation>x → ε = −ln(−ln x)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>Uniform x, read off at the cdf, gives Gumbel noise ε; the selected draw on its way</source>
      <translation>均匀分布的 x 经分布函数读出 Gumbel 噪声 ε（逆变换采样）；选中的抽样走过的路径</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values: χ² over {bins} bins does not reject uniform x (p-value {p}, threshold {level}; a law {far} away is missed every second time).</source>
      <translation>{n} 个值：{bins} 个区间的卡方检验不拒绝 x 服从均匀分布（p 值 {p}，阈值 {level}；距离为 {far} 的分布有一半的可能不被发现）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>Share of ε below 0: {comparison}.</source>
      <translation>ε 小于 0 的比例：{comparison}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values, too few to test whether x is uniform.</source>
      <translation>{n} 个值，太少，无法检验 x 是否服从均匀分布。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values: χ² over {bins} bins rejects uniform x (p-value {p}, threshold {level}).</source>
      <translation>{n} 个值：{bins} 个区间的卡方检验拒绝 x 服从均匀分布（p 值 {p}，阈值 {level}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>from</source>
      <translation>从</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>&lt; 0.0001</source>
      <translation>&lt; 0.0001</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>cdf x = F(ε)</source>
      <translation>分布函数 x = F(ε)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/reading.py" />
      <source>{name}: {value}</source>
      <translation>{name}：{value}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>Sampled classes</source>
      <translation>抽到的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>Observed class frequencies with 95 % intervals, p marked, E(X) beside the mean</source>
      <translation>观测到的类别频率及 95 % 置信区间，标出 p，并将 E(X) 与均值对照</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>class argmax({scores})</source>
      <translation>类别 argmax({scores})</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>{n}: p lies in the 95 % interval of {inside} of {classes} classes. Mean index {comparison}.</source>
      <translation>{n}：{classes} 个类别中有 {inside} 个的 95 % 置信区间包含 p。平均序号 {comparison}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>With ties counted for each, frequencies add up to {total}.</source>
      <translation>并列的每个类别都被计数，频率之和为 {total}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>frequency</source>
      <translation>频率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>What this mistake samples lies in {inside} of them.</source>
      <translation>这一错误实际抽取的分布落在其中 {inside} 个区间内。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>own law</source>
      <translation>自身分布</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>intervals with its own law</source>
      <translation>包含自身分布的区间数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>sum of frequencies</source>
      <translation>频率之和</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/density_sums.py" />
      <source>As t &gt; {limit}, the joint density of s has a peak inside.</source>
      <translation>因为 t &gt; {limit}，s 的联合密度在内部有峰。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/density_sums.py" />
      <source>As t ≤ {limit}, the joint density of s has no peak inside.</source>
      <translation>因为 t ≤ {limit}，s 的联合密度在内部没有峰。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Gumbel noise ε</source>
      <translation>Gumbel 噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Density histogram of the noise ε, with the exact pdf (and cdf) of Gumbel(0, 1)</source>
      <translation>噪声 ε 的密度直方图，以及 Gumbel(0, 1) 的精确概率密度（和分布函数）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Cumulative distribution</source>
      <translation>累积分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>{n} values of ε: mean {mean}; variance {variance}.</source>
      <translation>{n} 个 ε 值：均值 {mean}；方差 {variance}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>density, cdf</source>
      <translation>密度、分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>1 lies beyond the axis.</source>
      <translation>1 个在坐标轴之外。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>own pdf</source>
      <translation>自身密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>end: {end}</source>
      <translation>终点：{end}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact cdf</source>
      <translation>精确分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Gumbel cdf</source>
      <translation>Gumbel 分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>In colour, with their means: the {shown} most probable of {classes} classes.</source>
      <translation>着色并标出均值的是 {classes} 个类别中概率最大的 {shown} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>Density of s</source>
      <translation>s 的密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>Density of s, t = {temperature}</source>
      <translation>s 的密度，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>The density of each sₖ on [0, 1], with the mean of sₖ beside pₖ</source>
      <translation>每个 sₖ 在 [0, 1] 上的密度，sₖ 的均值与 pₖ 对照</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>t that decides on a peak</source>
      <translation>决定有无峰的 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>{share} % of the entries lie beyond the axis.</source>
      <translation>{share} % 的分量在坐标轴之外。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>In colour, with their means: {shown} of {classes} classes; none is more probable.</source>
      <translation>着色并标出均值的是 {classes} 个类别中的 {shown} 个；没有概率更大的类别。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>At t = {t} the mean of s for {label} over {n} is {comparison}.</source>
      <translation>t = {t} 时，{n} 中 {label} 的 s 的均值为 {comparison}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>s, logit axis</source>
      <translation>s（logit 轴）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>√density of logit s</source>
      <translation>√(logit s 的密度)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>√density</source>
      <translation>√密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>It tends to p only as t → 0.</source>
      <translation>只有当 t → 0 时它才趋于 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>mean of s</source>
      <translation>s 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>from s</source>
      <translation>从 s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>to s</source>
      <translation>到 s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>% beyond the axis</source>
      <translation>坐标轴之外的 %</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>exact density</source>
      <translation>精确密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>Relaxed vectors s = softmax((ln p + ε) / t)</source>
      <translation>松弛向量 s = softmax((ln p + ε) / t)</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>Relaxed vectors at t = {temperature}</source>
      <translation>松弛向量，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>48 draws as stacked columns: the first, or those around the selected one; argmax marked</source>
      <translation>48 次抽样的堆叠柱：最前的，或选中抽样附近的；标出 argmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>{columns}; dots mark argmax, which t never changes. Mean largest entry: {mean} (one-hot 1, flat 1/{possible}).</source>
      <translation>{columns}；圆点标出 argmax，它从不随 t 改变。最大分量的均值：{mean}（独热为 1，均匀为 1/{possible}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>draw</source>
      <translation>抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>{columns}; dots mark argmax, which t changes. Mean largest entry: {mean} (one-hot 1, flat 1/{possible}).</source>
      <translation>{columns}；圆点标出 argmax，它随 t 变化。最大分量的均值：{mean}（独热为 1，均匀为 1/{possible}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>{shown} of {n}</source>
      <translation>{n} 中的 {shown} 次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>argmax</source>
      <translation>argmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>expected</source>
      <translation>期望</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>Distance from p</source>
      <translation>与 p 的距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>Total variation distance between the class frequencies of the first m draws and p, beside the expected one ± 2σ</source>
      <translation>前 m 次抽样的类别频率与 p 的全变差距离，与期望距离 ± 2σ 对照</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: the class frequencies are {distance} from p in total variation, above the expected {expected} ({sigma}): {times} the mean.</source>
      <translation>{n}：类别频率与 p 的全变差距离为 {distance}，高于期望值 {expected}（{sigma}）：是均值的 {times}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>first draws m</source>
      <translation>前 m 次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>expected ± {n}σ</source>
      <translation>期望 ± {n}σ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: the class frequencies are {distance} from p in total variation, though p allows one class only.</source>
      <translation>{n}：类别频率与 p 的全变差距离为 {distance}，尽管 p 只允许一个类别。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>2σ, approximate</source>
      <translation>2σ，近似</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: the class frequencies are {distance} from p in total variation, within the expected {expected} ({sigma}).</source>
      <translation>{n}：类别频率与 p 的全变差距离为 {distance}，在期望值 {expected}（{sigma}）之内。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: the class frequencies are {distance} from p in total variation, below the expected {expected} ({sigma}).</source>
      <translation>{n}：类别频率与 p 的全变差距离为 {distance}，低于期望值 {expected}（{sigma}）。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: all are of the one class that p allows, at distance 0.</source>
      <translation>{n}：全部属于 p 所允许的唯一类别，距离为 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>expected distance</source>
      <translation>期望距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>p-value</source>
      <translation>p 值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>rejected</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>retained</source>
      <translation>不拒绝</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>too few</source>
      <translation>太少</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Ways to sample p</source>
      <translation>抽取 p 的方法</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Ways to sample p, b = {noise_scale}</source>
      <translation>抽取 p 的方法，b = {noise_scale}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Class shares of argmax p, NumPy's choice, and argmax of p or ln p with noise added (ε Gumbel, u uniform, z normal), each with its total variation distance from p and a χ² test; dashes where it samples a known law instead</source>
      <translation>argmax p、NumPy 的 choice 以及对 p 或 ln p 加噪声后取 argmax（ε 为 Gumbel，u 为均匀，z 为正态）的类别比例，各带与 p 的全变差距离和卡方检验；若抽取的是另一已知分布，则以虚线标出</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>It rejects {names}, but not {others}.</source>
      <translation>它拒绝 {names}，但不拒绝 {others}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>share of the draws</source>
      <translation>抽样中的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: too few to test by χ² which of these ways sample p.</source>
      <translation>{n}：太少，无法用卡方检验判断哪些方法抽取的是 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: χ² does not reject p (threshold {level}) for {names}.</source>
      <translation>{n}：卡方检验（阈值 {level}）对 {names} 不拒绝 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: χ² rejects p (threshold {level}) for all.</source>
      <translation>{n}：卡方检验（阈值 {level}）对所有方法都拒绝 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>It rejects {names}.</source>
      <translation>它拒绝 {names}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{own} for {names}</source>
      <translation> {names} 的 {own}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: χ² does not reject p (threshold {level}) for {names}; a law {far} away is missed every second time.</source>
      <translation>{n}：卡方检验（阈值 {level}）对 {names} 不拒绝 p；距离为 {far} 的分布有一半的可能不被发现。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>Gumbel-top-k: sampling without replacement</source>
      <translation>Gumbel-top-k：不放回抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>Gumbel-top-k: k = {top} of {classes}</source>
      <translation>Gumbel-top-k：{classes} 中取 k = {top}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>How often each class is among the k largest scores, beside the exact probability</source>
      <translation>每个类别进入得分最大的 k 个的频率，与精确概率对照</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>{n}: the exact probability lies in the 95 % interval of {inside} of {classes} classes; largest gap {gap}.</source>
      <translation>{n}：{classes} 个类别中有 {inside} 个的 95 % 置信区间包含精确概率；最大差距 {gap}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>At t = {t} the mean relaxed entry of {label} is {mean}, beside {exact} exactly.</source>
      <translation>t = {t} 时，{label} 的松弛分量均值为 {mean}，精确值为 {exact}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p would be off by up to {off}.</source>
      <translation>频率之和为 k = {k}；若用 k·p，误差可达 {off}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to {m}, not to k = {k}: {why}.</source>
      <translation>频率之和为 {m}，而不是 k = {k}：{why}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p is exact here.</source>
      <translation>频率之和为 k = {k}；这里 k·p 是精确的。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p would be {product} for {label}.</source>
      <translation>频率之和为 k = {k}；若用 k·p，{label} 将为 {product}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only 1 class has p &gt; 0</source>
      <translation>只有 1 个类别的 p &gt; 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only {m} classes have p &gt; 0</source>
      <translation>只有 {m} 个类别的 p &gt; 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>mean relaxed entry</source>
      <translation>松弛分量均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>its exact probability</source>
      <translation>其精确概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only 1 class occurs</source>
      <translation>只有 1 个类别出现</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only {m} classes occur</source>
      <translation>只有 {m} 个类别出现</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>mean of relaxed k-hot</source>
      <translation>松弛 k-hot 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Why argmax samples p: the winning region</source>
      <translation>为什么 argmax 抽取 p：获胜区域</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Where one class beats another in the square of their x, and the mean of ∏ beside p</source>
      <translation>在两个类别的 x 构成的正方形中，一个胜过另一个的区域；∏ 的均值与 p 对照</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} over {j}: winning region</source>
      <translation>{i} 胜过 {j}：获胜区域</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{who}; {region}.</source>
      <translation>{who}；{region}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Mean of ∏ = x^((1−p)/p), {label}: {comparison}.</source>
      <translation>{label} 的 ∏ = x^((1−p)/p) 的均值：{comparison}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>x of {name}</source>
      <translation>{name} 的 x</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Here {i} and {j} have the score −∞ in {n}: {p_i} = {p_j} = 0.</source>
      <translation>{n}中 {i} 和 {j} 的得分都是 −∞：{p_i} = {p_j} = 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>the area {p_i}/({p_i} + {p_j})</source>
      <translation>面积 {p_i}/({p_i} + {p_j})</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{name} is {area}</source>
      <translation>{name} 为 {area}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Here {i} ties with {j} in {n}, and argmax takes the first</source>
      <translation>{n}中 {i} 与 {j} 得分相同，argmax 取第一个</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>mean of ∏</source>
      <translation>∏ 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{name} wins</source>
      <translation>{name} 获胜</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>its region is the whole square, as {p_j} = 0</source>
      <translation>其区域是整个正方形，因为 {p_j} = 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Here {winner} beats {loser} in the only draw</source>
      <translation>在唯一的一次抽样中 {winner} 胜过 {loser}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source> of {n}</source>
      <translation>（共 {n}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Here {i} beats {j} in {share}</source>
      <translation>{i} 胜过 {j} 的比例为 {share}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>tie</source>
      <translation>平局</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>tie, {x}</source>
      <translation>平局，{x}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>its region is empty, as {p_i} = 0</source>
      <translation>其区域为空，因为 {p_i} = 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>there is no region, as {p_i} = {p_j} = 0</source>
      <translation>没有区域，因为 {p_i} = {p_j} = 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Here {i} beats {j} in {compared}.</source>
      <translation>{i} 胜过 {j} 的比例为 {compared}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>count</source>
      <translation>次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>label</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>source</source>
      <translation>来源</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>extreme</source>
      <translation>极值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>of</source>
      <translation>属于</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>sampler</source>
      <translation>方法</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>p is</source>
      <translation>p 被</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>first draws</source>
      <translation>前若干次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>values</source>
      <translation>值的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>shown</source>
      <translation>显示的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>best loss</source>
      <translation>最小损失</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>batch</source>
      <translation>每步抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>gradient</source>
      <translation>梯度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>deviation ratio</source>
      <translation>标准差之比</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>steepest slope</source>
      <translation>最大斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>location</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>scale</source>
      <translation>尺度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>standard deviation</source>
      <translation>标准差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>variance</source>
      <translation>方差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean of max</source>
      <translation>max 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean of min</source>
      <translation>min 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>beyond the axis</source>
      <translation>坐标轴之外的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>bins</source>
      <translation>区间数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>missed every second time</source>
      <translation>有一半可能不被发现的距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>intervals with p</source>
      <translation>包含 p 的区间数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>intervals with exact</source>
      <translation>包含精确值的区间数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean index</source>
      <translation>平均序号</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean largest entry</source>
      <translation>最大分量的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>possible classes</source>
      <translation>可能的类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>ties</source>
      <translation>平局数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>coloured</source>
      <translation>着色的个数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>coloured classes</source>
      <translation>着色的类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>told class</source>
      <translation>说到的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>length</source>
      <translation>步数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean of told class</source>
      <translation>说到的类别的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>share of i</source>
      <translation>i 获胜的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean of product of i</source>
      <translation>i 的 ∏ 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>sum</source>
      <translation>和</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>largest gap</source>
      <translation>最大差距</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>largest product</source>
      <translation>最大乘积</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>largest error of product</source>
      <translation>乘积的最大误差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>two sigma</source>
      <translation>2σ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>times expected</source>
      <translation>期望值的倍数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>wins</source>
      <translation>胜出次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean less gamma</source>
      <translation>均值减 γ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean of winner</source>
      <translation>胜者的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>above gamma</source>
      <translation>高于 γ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>below gamma</source>
      <translation>低于 γ</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>share kept</source>
      <translation>保住的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>rivals</source>
      <translation>可取而代之的类别数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>kept</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>kept mass</source>
      <translation>保留的概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>intervals with q</source>
      <translation>含 q 的区间</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>flips</source>
      <translation>改变类别的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>texts</source>
      <translation>文本数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>tokens</source>
      <translation>词元数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>level</source>
      <translation>水平</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean term</source>
      <translation>词元平均得分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>caught</source>
      <translation>识别出的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean term of another key</source>
      <translation>别的密钥的词元平均得分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>false alarms</source>
      <translation>误报比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>p value</source>
      <translation>p 值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>share below 0</source>
      <translation>小于 0 的比例</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>steepest i</source>
      <translation>最大斜率的 i</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>steepest j</source>
      <translation>最大斜率的 j</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>The schedule t(i) = max(t_min, t₀·exp(−r·i)), and where on it the current t is</source>
      <translation>退火方案 t(i) = max(t_min, t₀·exp(−r·i))，以及当前 t 在其中的位置</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{formula} reaches {end} after {steps}</source>
      <translation>{formula} 经过 {steps} 达到 {end}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, nearest to step {i}</source>
      <translation>现在 t = {t}，最接近第 {i} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{falls}; {now}.</source>
      <translation>{falls}；{now}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{formula} stays at t_min = {end}, where it begins</source>
      <translation>{formula} 始终停在 t_min = {end}，即其起点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>1 step</source>
      <translation>1 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{n} steps</source>
      <translation>{n} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, above t₀ = {start}: no step reaches it</source>
      <translation>现在 t = {t}，高于 t₀ = {start}：没有哪一步达到它</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, below t_min = {end}: no step reaches it</source>
      <translation>现在 t = {t}，低于 t_min = {end}：没有哪一步达到它</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, step {i}</source>
      <translation>现在 t = {t}，第 {i} 步</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>step i</source>
      <translation>步 i</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>current t</source>
      <translation>当前 t</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean of s against t</source>
      <translation>s 的均值随 t 的变化</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>The mean of each sₖ at t from 0.01 to 100, with its limits, pₖ and equal shares</source>
      <translation>t 从 0.01 到 100 时每个 sₖ 的均值及其极限：pₖ 和相等的份额</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>E[s] tends to {low} as t → 0, to {high} as t → ∞.</source>
      <translation>t → 0 时 E[s] 趋于 {low}，t → ∞ 时趋于 {high}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean largest entry of s</source>
      <translation>s 的最大分量的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean entropy of s, divided by ln K</source>
      <translation>s 的熵的均值，除以 ln K</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>In colour: {shown} of {classes} classes.</source>
      <translation>着色的是 {classes} 个类别中的 {shown} 个。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>At t = {t} the mean of s for {label} over {n} is {comparison}{also}.</source>
      <translation>t = {t} 时，{n} 中 {label} 的 s 的均值为 {comparison}{also}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>As t cancels, the curves are flat.</source>
      <translation>因为 t 被约去，曲线是平的。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Only one class can occur, so s is one-hot at every t.</source>
      <translation>只有一个类别可能出现，所以任何 t 下 s 都是独热的。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>{share} (0 where p is 0)</source>
      <translation>{share}（p 为 0 处为 0）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>E[s] tends to p as t → ∞, where the noise tends to one number.</source>
      <translation>t → ∞ 时噪声趋于同一个数，E[s] 趋于 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>E[s] tends to {high} as t → ∞.</source>
      <translation>t → ∞ 时 E[s] 趋于 {high}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>p (to within 10⁻⁵)</source>
      <translation>p（误差在 10⁻⁵ 以内）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>equal shares of the largest p</source>
      <translation>最大的 p 之间平分</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>what argmax samples</source>
      <translation>argmax 抽取的分布</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>{t} (beyond the axis)</source>
      <translation>{t}（在坐标轴之外）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>largest entry</source>
      <translation>最大分量</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>entropy/ln K</source>
      <translation>熵/ln K</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>; {name} {share}</source>
      <translation>；{name} {share}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>draws, now</source>
      <translation>抽样，当前</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>limit</source>
      <translation>极限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>limits</source>
      <translation>极限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>mean of s, {label}</source>
      <translation>s 的均值，{label}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>mean of {what}</source>
      <translation>{what} 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Relaxed vectors s in the simplex</source>
      <translation>单纯形中的松弛向量 s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Simplex at t = {temperature}</source>
      <translation>单纯形，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Relaxed vectors of three classes in a triangle, with their exact density, p and mean</source>
      <translation>三角形中三个类别的松弛向量，及其精确密度、p 和均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>density of all draws instead of points</source>
      <translation>所有抽样的密度，而不是点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{shown}.</source>
      <translation>{shown}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Two have p = 0, so all lie in the other corner.</source>
      <translation>其中两个的 p = 0，所以全部位于另一个顶点。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>The mean of {s} for {label} is {comparison}.</source>
      <translation>{label} 的 {s} 的均值为 {comparison}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>All three ({trio}) have p = 0: their s is 0 in every draw, so none can be shown.</source>
      <translation>三个（{trio}）的 p 都为 0：它们的 s 在每次抽样中都是 0，所以无法显示。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>density of {n} (log scale)</source>
      <translation>{n} 的密度（对数尺度）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Three of {classes} classes, renormalised (s′, p′; {trio}); {shown}.</source>
      <translation>{classes} 个类别中的三个，重新归一化（s′，p′；{trio}）；{shown}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{shown}, all on one edge, as there are only two classes.</source>
      <translation>{shown}，全部在一条边上，因为只有两个类别。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>As p = 0 for {label}, all lie on the opposite edge.</source>
      <translation>因为 {label} 的 p = 0，全部位于对边上。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>p = 0 for all three.</source>
      <translation>三个的 p 都为 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{points} of {n}</source>
      <translation>{n} 中的 {points} 次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>no class</source>
      <translation>无类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>exact: {shares} %</source>
      <translation>精确：{shares} %</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>mean of s{prime}</source>
      <translation>s{prime} 的均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>middle of a cell</source>
      <translation>单元格中心</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>contour</source>
      <translation>等高线</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>exact share inside</source>
      <translation>精确的内部概率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>piece of the contour</source>
      <translation>等高线线段</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>selected s</source>
      <translation>选中的 s</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>mark</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>log-density around {share} %</source>
      <translation>包含 {share} % 的等高线上的对数密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>share{prime} of class {k}</source>
      <translation>类别 {k} 的份额 {prime}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>class of corner {i}</source>
      <translation>顶点 {i} 的类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Seven temperatures</source>
      <translation>七个温度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Five draws and the mean of all as stacked columns, at six fixed t and the current one</source>
      <translation>六个固定的 t 和当前 t 下，五次抽样和全部均值的堆叠柱</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Argmax (dots) is the same in every group.</source>
      <translation>各组的 argmax（圆点）相同。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>1 draw and its mean (wide)</source>
      <translation>1 次抽样及其均值（宽柱）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>t cancels, so the mean largest entry is {now} in every group</source>
      <translation>t 被约去，所以每组最大分量的均值都是 {now}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Argmax (dots) depends on t, as the scores do.</source>
      <translation>argmax（圆点）随 t 变化，因为得分随 t 变化。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>{shown}: {entries}.</source>
      <translation>{shown}：{entries}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>wide: mean</source>
      <translation>宽柱：均值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>{n} and their mean (wide)</source>
      <translation>{n} 及其均值（宽柱）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>{few} of {n} and the mean of all (wide)</source>
      <translation>{n} 中的 {few} 次和全部的均值（宽柱）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>the mean largest entry is {now} in every group</source>
      <translation>每组最大分量的均值都是 {now}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>the mean largest entry goes from {low} at t = {lowest:g} to {high} at t = {highest:g}; it is {now} now</source>
      <translation>最大分量的均值从 t = {lowest:g} 时的 {low} 变到 t = {highest:g} 时的 {high}；现在是 {now}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>t, group {i}</source>
      <translation>t，第 {i} 组</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>mean largest entry, group {i}</source>
      <translation>最大分量的均值，第 {i} 组</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which misses {name} = {reference}</source>
      <translation>{value}，不包含 {name} = {reference}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value} (95 %: {low} to {high})</source>
      <translation>{value}（95 %：{low} 到 {high}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which is {name}</source>
      <translation>{value}，等于 {name}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value} (no margin), where {name} = {reference}</source>
      <translation>{value}（无误差范围），而 {name} = {reference}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, not {name} = {reference}</source>
      <translation>{value}，不等于 {name} = {reference}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which contains {name} = {reference}</source>
      <translation>{value}，包含 {name} = {reference}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>&gt; 0.999</source>
      <translation>&gt; 0.999</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>95 %: {low} to {high}</source>
      <translation>95 %：{low} 到 {high}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, too far from {name} = {reference} for chance</source>
      <translation>{value}，与 {name} = {reference} 相差过大，不能归于偶然</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is added to p, not to ln p, as where probabilities are passed as logits, so argmax samples softmax(p).</source>
      <translation>噪声加在 p 上，而不是 ln p 上（例如把概率当作 logits 传入），所以 argmax 抽取的是 softmax(p)。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is uniform, not Gumbel, so argmax samples p only if all p &gt; 0 are equal.</source>
      <translation>噪声服从均匀分布，而不是 Gumbel 分布，所以只有大于 0 的各 p 都相等时 argmax 才抽取 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is normal, not Gumbel, so argmax samples p only if all p &gt; 0 are equal.</source>
      <translation>噪声服从正态分布，而不是 Gumbel 分布，所以只有大于 0 的各 p 都相等时 argmax 才抽取 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>each class has logistic noise, but only the difference of two Gumbel noises is logistic, so argmax samples p only if all p &gt; 0 are equal.</source>
      <translation>每个类别都加了逻辑斯谛噪声，但只有两个 Gumbel 噪声之差才是逻辑斯谛分布，所以只有大于 0 的各 p 都相等时 argmax 才抽取 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>there is no noise, so argmax is the same class every time.</source>
      <translation>没有噪声，所以 argmax 每次都是同一个类别。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise has the wrong sign: where more than two classes have p &gt; 0, argmax samples p only if these p are equal.</source>
      <translation>噪声的符号错了：若有两个以上类别的 p &gt; 0，只有这些 p 都相等时 argmax 才抽取 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is added after dividing by t, so argmax samples p^(1/t).</source>
      <translation>噪声在除以 t 之后才加上，所以 argmax 抽取的是 p^(1/t)。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>t divides the exponentials, not the scores, so it cancels.</source>
      <translation>t 除的是指数，而不是得分，所以被约去。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>t is added in both logarithms of the noise, as their ε, and does not divide the scores.</source>
      <translation>t 被当作 ε 加进噪声的两个对数里，而没有去除得分。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>x has single precision and 1e-20 is added in both logarithms: ε ends at 16.6, but for 46.05 where x is rounded to 1.</source>
      <translation>x 为单精度，且两个对数中都加了 1e-20：ε 到 16.6 为止，只有在 x 舍入为 1 时是 46.05。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>x, its logarithms and the scores have half precision: ε has 2,045 values, from −1.94 to 6.93.</source>
      <translation>x、它的对数和得分都是半精度：ε 只有 2,045 个值，从 −1.94 到 6.93。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>scores have half precision and classes are found by g == max g, so that a draw with a tie counts for each of them.</source>
      <translation>得分是半精度的，类别由 g == max g 求得，所以并列的一次抽样会被并列的每个类别计数。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Uniform noise ε</source>
      <translation>均匀噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Normal noise ε</source>
      <translation>正态噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>No noise: ε = 0</source>
      <translation>无噪声：ε = 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Noise ε of float32 x: tail</source>
      <translation>float32 的 x：噪声 ε 的尾部</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Noise ε of the wrong sign</source>
      <translation>符号错误的 Gumbel 噪声</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Logistic noise ε</source>
      <translation>逻辑斯谛噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Noise ε in half precision</source>
      <translation>半精度的 Gumbel 噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Noise ε with t in its logs</source>
      <translation>对数里含有 t 的噪声 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Broken on purpose: {what}</source>
      <translation>故意出错：{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>exact for Gumbel noise</source>
      <translation>对 Gumbel 噪声精确</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Gumbel pdf</source>
      <translation>Gumbel 密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>exact cdf at the end</source>
      <translation>右端的精确分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Gumbel cdf at the end</source>
      <translation>右端的 Gumbel 分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>{n} times</source>
      <translation>{n} 倍</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>1 draw</source>
      <translation>1 次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>{n} draws</source>
      <translation>{n} 次抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>{first} {second}</source>
      <translation>{first}{second}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>class {k}</source>
      <translation>类别 {k}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/vectors.py" />
      <source>q = ({entries}).</source>
      <translation>q = ({entries})。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/vectors.py" />
      <source>q: equal shares.</source>
      <translation>q 为均等份额。</translation>
    </message>
  </context>
</TS>
