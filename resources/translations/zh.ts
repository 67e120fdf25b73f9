<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>gumbel_gui</name>
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
      <location filename="../../gumbel_gui/figures/provenance.py" />
      <source>p of {k} classes</source>
      <translation>{k} 个类别的 p</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>What this plot shows, and its numbers as a table (Ctrl+T)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Copy this plot to the clipboard (Ctrl+C)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Save this plot as PNG, SVG or PDF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/cards/card_header.py" />
      <source>Show as &amp;table…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Change p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Lock or unlock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Name of {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Probability of {label}, slider</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Probability of {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Keep the probability of {label} while others move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Remove {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Name a class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/class_row.py" />
      <source>Remove class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The noise: {formula}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The probability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The score: {formula}; the largest wins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draw_table.py" />
      <source>The relaxed one-hot vector: softmax(g), since t cancels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Number of draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>A whole number from 1 to 10¹¹, such as 100000 or 1e6</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Equal seeds give equal draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>New noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Go on to the next seed (Ctrl+N)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>DRAWS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Stop drawing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Keep drawing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Stop, and keep what there is (Ctrl+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/draws_editor.py" />
      <source>Add draws until you stop it (Ctrl+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/mistake_editor.py" />
      <source>Mistake to make on purpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/mistake_editor.py" />
      <source>BREAK IT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>argmax g = {winner}, soft-argmax Σ i·s_i = {soft:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>None is selected: click one in a plot, or step.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Number of the selected draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Counted from 1; 0 selects none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>ONE DRAW</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Numbers of the selected draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <location filename="../../gumbel_gui/gui/lab.py" />
      <source>Select a draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Previous draw (Ctrl+[)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Next draw (Ctrl+])</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Random</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/one_draw.py" />
      <source>Select any draw (Ctrl+R)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Back to the first step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Play</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/playback_control.py" />
      <source>Reset</source>
      <translation type="unfinished" />
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
      <source>PROBABILITIES</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>+ Class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Add a class with an equal share</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Random p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Uniform</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Give all classes 1/K</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Draw a vector at random</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Type…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Type or paste the whole vector, as probabilities or logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Add a class</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Let t fall along the schedule of the Temperature view</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Temperature {t}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Anneal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>TEMPERATURE t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Pause the temperature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <source>Anneal the temperature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>These plots are still being drawn; nothing was copied or saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Copied {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Copied a program for {library}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>Saved {count} files in {folder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Saved {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>all plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>About Gumbel GUI</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <source>&lt;p&gt;&lt;b&gt;Gumbel GUI {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A laboratory for one idea: add Gumbel noise to log-probabilities, take the argmax, and you have sampled the distribution; take a softmax at temperature t instead, and the sample has a gradient.&lt;/p&gt;&lt;p&gt;Free software under the GNU GPL, version 3 or later.&lt;/p&gt;</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/actions.py" />
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Type the vector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>about {size} in all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>{w} × {h} pixels, {n} frames, {s} s; {rest}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Export animation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Drawing {n} frames …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_preview.py" />
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Frame of the preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>Cancelled; nothing was saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_dialog.py" />
      <source>estimating the file size …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Sweep of t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Annealing of t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Steps of the descent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>What moves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Print, on white</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>First t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Last t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Number of frames</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Seconds for all frames</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Seconds for which the last frame stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Width in mm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Height in mm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Resolution in dpi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>&amp;Plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>&amp;What moves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Fo&amp;rmat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Resolution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Loo&amp;k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>With</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Begin &amp;anew at the end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Titles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Captions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Mark &amp;draw {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>&amp;t from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>Fra&amp;mes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>&amp;Last frame</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <source>s more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/animation_fields.py" />
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>All visible plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Save draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Saving {n} draws to {name} …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <location filename="../../gumbel_gui/gui/lab.py" />
      <location filename="../../gumbel_gui/gui/worker/worker.py" />
      <source>Something went wrong: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/draws_dialog.py" />
      <source>Cancelled; nothing was saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>{w} × {h} pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>Export figure</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Each in a file of its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Purpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Rese&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Sizes and look as they were for this purpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>&amp;Mark draw {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>s&amp;cale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>F&amp;or</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>Si&amp;ze</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>&amp;Look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_dialog.py" />
      <source>T&amp;itle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/export_fields.py" />
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file exists; you will be asked before it is replaced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>Browse…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file will be {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>Some of the files exist; you will be asked before they are replaced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>The file exists and will be replaced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/file_field.py" />
      <source>{count} files, such as {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>Noise that is kept need not be drawn again when p or t moves. A million draws of five classes take 40 MiB; what does not fit is drawn again from its seed, which gives the same draws, only later. Default: {default} MiB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>Preferences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/preferences_dialog.py" />
      <source>&amp;Memory for draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} is in {folder} already. Replace it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Unsaved changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>&amp;Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} and {others} more are in {folder} already. Replace them?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Replace the file?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>&amp;Replace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Save as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>{name} has unsaved changes. Save them?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Experiments and figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>Experiments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/questions.py" />
      <source>All files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Table: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Numbers of the plot</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Numbers of the caption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Each with its 95 % interval, and what it is compared with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Ctrl+C copies what is selected, with all digits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Save data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Copied numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>This plot is not in view; nothing was saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>Copy &amp;all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <source>&amp;Save data…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_dialog.py" />
      <location filename="../../gumbel_gui/gui/guide/explanation_dialog.py" />
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>quantity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>95 % from</source>
      <translation>95 % 下限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>95 % to</source>
      <translation>95 % 上限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <source>compared with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>2 to 64 numbers, separated by commas or spaces (by semicolons, if the commas are decimal marks). They need not sum to 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Vector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Probabilities or weights ≥ 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/vector_dialog.py" />
      <source>Logits: p = softmax(logits)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Open {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Opened {name}; Undo goes back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>Saved {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>One file can be opened at a time, but {n} were dropped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>New experiment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/filing/filing.py" />
      <source>experiment</source>
      <translation type="unfinished" />
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
      <translation>在导览中：上一步、下一步</translation>
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
      <location filename="../../gumbel_gui/gui/guide/progress.py" />
      <source>Guide: step {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>As it was before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Undo all that has changed since</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Keep it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Leave everything as it is now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>Changed since the guide was opened: {what}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/guide/way_back.py" />
      <source>As before the guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/lab.py" />
      <source>Change what is shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/lab.py" />
      <source>Draw more to select this one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/lab.py" />
      <source>Drag p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Guide</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;New</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Open…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Recent &amp;files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Save &amp;as…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Export figure…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Export ani&amp;mation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Save &amp;draws…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Type the &amp;vector…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;New noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Keep drawing, or stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Previous &amp;draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Ne&amp;xt draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Rando&amp;m draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Preferences…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Copy &amp;as code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>Show plot as &amp;table…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>As the &amp;system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/menus/menu_bar.py" />
      <source>&amp;Clear this list</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>What is changed here is not stored, and will be gone at the next start: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the folder {folder} cannot be written to ({reason})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>The stored settings could not be read; all have their defaults</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>The stored settings were damaged; defaults took the place of: {named}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the file is kept as {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>the file cannot be kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>there is no home folder to store it in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source>{count} others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/settings.py" />
      <source> and </source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/state/store.py" />
      <source>Change {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{done} of {draws} draws · seed {seed} · {rate}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{rate} per second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{draws} draws · seed {seed} · {ms} ms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>Stopped at {done} draws · seed {seed} · the next change draws {next}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{done} draws · seed {seed} · {rate}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/status.py" />
      <source>{rate} million per second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Show in folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Show the saved file in its folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Views</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Ten short steps from argmax to a gradient (F1)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Share of the draws that are done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Copied text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Fix it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Make no mistake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/window.py" />
      <source>Hide this sentence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/language.py" />
      <source>English</source>
      <translation>简体中文</translation>
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
      <location filename="../../gumbel_gui/plots/base.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>class</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent</source>
      <translation>梯度下降</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Gradient descent of p by each estimator: the expected loss, and p, from step to step</source>
      <translation>用各种估计量对 p 作梯度下降：期望损失和 p 逐步的变化</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; {n} are too few for a step, which takes {batch}.</source>
      <translation>右图：用 {name} 得到的 p；{n} 不够走一步，每步需要 {batch} 次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Step {step}: expected loss by {reached}; at best {best}.</source>
      <translation>第 {step} 步的期望损失：{reached}；最小可达 {best}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent at t = {t}</source>
      <translation>梯度下降，t = {t}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; each step takes {batch} draws.</source>
      <translation>右图：用 {name} 得到的 p；每步用 {batch} 次抽样。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; of {n}, {batch} a step, there are no more.</source>
      <translation>右图：用 {name} 得到的 p；每步 {batch} 次，{n} 已用完。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; {n} is too few for a step, which takes {batch}.</source>
      <translation>右图：用 {name} 得到的 p；{n} 不够走一步，每步需要 {batch} 次。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>E[loss]</source>
      <translation>E[损失]</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>best</source>
      <translation>最优</translation>
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
      <source>{name} {value}</source>
      <translation>{name} {value}</translation>
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
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>REINFORCE with baseline</source>
      <translation>带基线的 REINFORCE</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_key.py" />
      <source>+ baseline</source>
      <translation>+ 基线</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>bias</source>
      <translation>偏差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>SD</source>
      <translation>标准差</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>worth in draws</source>
      <translation>相当的抽样次数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, low</source>
      <translation>{name}，下限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, high</source>
      <translation>{name}，上限</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>estimator</source>
      <translation>估计量</translation>
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
      <source>in theory 0</source>
      <translation>理论上为 0</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>in theory nearly 0</source>
      <translation>理论上接近 0</translation>
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
      <source>{bias}, {theory}</source>
      <translation>{bias}，{theory}</translation>
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
      <translation>梯度为 0，{n} 中它的每个估计也都为 0。</translation>
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
      <translation>{who}：没有梯度，因为精确梯度就是 0。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: no gradient, so the bias is all of it, {norm}.</source>
      <translation>{who}：没有梯度，所以偏差就是整个梯度，{norm}。</translation>
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
      <source>Bias and standard deviation of four estimates of the gradient of the expected loss, against t, with intervals of at least 95 %</source>
      <translation>期望损失梯度的四种估计的偏差和标准差随 t 的变化，带至少 95 % 的置信区间</translation>
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
      <source>cells × {unit}</source>
      <translation>单元格 × {unit}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>{end}, {what}</source>
      <translation>{end}，{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>1/(4t) = {end}</source>
      <translation>1/(4t) = {end}</translation>
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
      <source>straight-through</source>
      <translation>直通估计</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>hard (ST)</source>
      <translation>硬（ST）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>+1/(4t), {cells}</source>
      <translation>+1/(4t)，{cells}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>mean of {n}</source>
      <translation>{n} 的平均</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean</source>
      <translation>均值</translation>
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
      <source>slope of argmax</source>
      <translation>argmax 的斜率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>those of softmax</source>
      <translation>取自 softmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>as softmax</source>
      <translation>同 softmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>forward</source>
      <translation>前向值</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>of the mean</source>
      <translation>均值的</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>softmax, {what}</source>
      <translation>softmax，{what}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>label of {i}</source>
      <translation>{i} 的名称</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>{i} of the steepest slope</source>
      <translation>最大斜率的 {i}</translation>
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
      <source>μ + βε (max), μ − βε (min)</source>
      <translation>μ + βε（max），μ − βε（min）</translation>
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
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>draws</source>
      <translation>抽样</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact pdf</source>
      <translation>精确密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact cdf at the end</source>
      <translation>右端的精确分布函数</translation>
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
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>frequency</source>
      <translation>频率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>mean index</source>
      <translation>平均序号</translation>
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
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>density</source>
      <translation>密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>1 lies beyond the axis.</source>
      <translation>1 个在坐标轴之外。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>{n} lie beyond the axis.</source>
      <translation>{n} 个在坐标轴之外。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>from ε</source>
      <translation>从 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>to ε</source>
      <translation>到 ε</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Gumbel pdf</source>
      <translation>Gumbel 密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>x &lt; 1: ε ≤ {end}</source>
      <translation>x &lt; 1：ε ≤ {end}</translation>
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
      <source>Density of s at t = {temperature}</source>
      <translation>s 的密度，t = {temperature}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>The density of each sₖ on [0, 1], with the mean of sₖ beside pₖ</source>
      <translation>每个 sₖ 在 [0, 1] 上的密度，sₖ 的均值与 pₖ 对照</translation>
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
      <source>√density, rows to {top}</source>
      <translation>√密度，每行至 {top}</translation>
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
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>exact</source>
      <translation>精确值</translation>
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
      <source>{shown} of {n}</source>
      <translation>{n} 中的 {shown} 次</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>argmax</source>
      <translation>argmax</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>s, {label}</source>
      <translation>s，{label}</translation>
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
      <source>observed</source>
      <translation>观测</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>expected</source>
      <translation>期望</translation>
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
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>p-value</source>
      <translation>p 值</translation>
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
      <source>{names} and {last}</source>
      <translation>{names} 和 {last}</translation>
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
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>own law</source>
      <translation>自身分布</translation>
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
      <source>The frequencies sum to k = {k}; k·p would be off by up to {off}.</source>
      <translation>频率之和为 k = {k}；若用 k·p，误差可达 {off}。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>share of draws</source>
      <translation>抽样的比例</translation>
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
      <source>{i} and {j} have the score −∞ in {n}: {p_i} = {p_j} = 0.</source>
      <translation>{n} 中 {i} 和 {j} 的得分都是 −∞：{p_i} = {p_j} = 0。</translation>
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
      <source>{i} ties with {j} in {n}, and argmax takes the first</source>
      <translation>{n} 中 {i} 与 {j} 得分相同，argmax 取第一个</translation>
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
      <source>{winner} beats {loser} in the only draw</source>
      <translation>在唯一的一次抽样中 {winner} 胜过 {loser}</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source> of {n}</source>
      <translation>（共 {n}）</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} beats {j} in {share}</source>
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
      <source>{i} beats {j} in {compared}.</source>
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
      <source>share</source>
      <translation>比例</translation>
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
      <source>classes</source>
      <translation>类别数</translation>
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
      <source>temperature</source>
      <translation>温度</translation>
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
      <source>threshold</source>
      <translation>阈值</translation>
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
      <source>start</source>
      <translation>起点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>rate</source>
      <translation>速率</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>end</source>
      <translation>终点</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>pdf</source>
      <translation>概率密度</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/table.py" />
      <source>cdf</source>
      <translation>分布函数</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>Annealing</source>
      <translation>退火</translation>
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
      <source>now</source>
      <translation>当前</translation>
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
      <source>the noise is added to p, not to ln p, so argmax samples softmax(p).</source>
      <translation>噪声加在了 p 上，而不是 ln p 上，所以 argmax 抽取的是 softmax(p)。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is uniform, not Gumbel, so argmax does not sample p.</source>
      <translation>噪声服从均匀分布，而不是 Gumbel 分布，所以 argmax 抽取的不是 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>the noise is normal, not Gumbel, so argmax does not sample p.</source>
      <translation>噪声服从正态分布，而不是 Gumbel 分布，所以 argmax 抽取的不是 p。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>there is no noise, so argmax is the same class every time.</source>
      <translation>没有噪声，所以 argmax 每次都是同一个类别。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>t divides the exponentials, not the scores, so it cancels.</source>
      <translation>t 除的是指数，而不是得分，所以被约去。</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>x has single precision and 1e-20 is added in both logarithms: ε ends at 16.6, but for 46.05 where x is rounded to 1.</source>
      <translation>x 为单精度，且两个对数中都加了 1e-20：ε 到 16.6 为止，只有在 x 舍入为 1 时是 46.05。</translation>
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
      <source>Gumbel noise ε of float32 x: the tail</source>
      <translation>float32 的 x 所得 Gumbel 噪声 ε：尾部</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Broken on purpose: {what}</source>
      <translation>故意出错：{what}</translation>
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
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>class {k}</source>
      <translation>类别 {k}</translation>
    </message>
  </context>
</TS>
