<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>gumbel_gui</name>
    <message>
      <location filename="../../gumbel_gui/figures/provenance.py" />
      <source>p of {k} classes</source>
      <translation type="unfinished" />
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
      <source>step</source>
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
      <source>PROBABILITIES</source>
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
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>Back to the note's vector, softmax(1, 2, 3, 4, 2)</source>
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
      <location filename="../../gumbel_gui/gui/controls/probability_editor.py" />
      <source>The note's vector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/controls/temperature_editor.py" />
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Temperature</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/gui/dialogs/table_model.py" />
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>95 % to</source>
      <translation type="unfinished" />
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
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Gumbel noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Samplers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>Gradients</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <source>of draw {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>draw {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/base.py" />
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Gradient descent of p by each estimator: the expected loss, and p, from step to step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; {n} are too few for a step, which takes {batch}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Step {step}: expected loss by {reached}; at best {best}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent at t = {t}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; each step takes {batch} draws.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; of {n}, {batch} a step, there are no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Right: p by {name}; {n} is too few for a step, which takes {batch}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>E[loss]</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>p ({name})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>Descent, t annealed from {start} to {t}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>loss, {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/descent.py" />
      <source>p, {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>bias</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>SD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>worth in draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, low</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>{name}, high</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <source>estimator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>temperature t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{bias} (at least 95 %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>like {who}, within error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{low} to {high} times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>Dotted: length of the exact gradient ∇F.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>At t = {t}, {full} {short} {dotted}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: bias {bias}, SD {deviation}, {beside}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: bias {bias}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: {few} to tell its bias</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>≤ {high} (at least 95 %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{low} to {high} (at least 95 %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>too few draws to compare it with {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>like {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>beside {other} of {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{times} narrower than {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{times} wider than {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>a little</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>more than {n} times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>up to {n} times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>The gradient is 0, and so is every estimate of it in {n}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: no gradient, as there is none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{who}: no gradient, so the bias is all of it, {norm}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>1 draw is too few</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{n} are too few</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>{unknown}, which tends to 0 as t → 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/estimator_words.py" />
      <source>Gumbel-softmax = straight-through</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Bias and standard deviation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/gradient_estimators.py" />
      <source>Bias and standard deviation of four estimates of the gradient of the expected loss, against t, with intervals of at least 95 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Jacobian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Jacobian at t = {temperature}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Slopes ∂s_i/∂ln p_j of the selected draw, beside argmax's and what straight-through uses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>s is one-hot to the last digit, and its slopes are 0, as argmax's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Rows sum to 0, as a constant added to all ln p changes nothing; argmax passes nothing on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Mean over all draws instead of one draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Draw {n} ({label})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>cells × {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>{end}, {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>1/(4t) = {end}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>at t = 0 the relaxed vector is one-hot and its gradient is 0 almost everywhere, as argmax's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>p is one-hot to the last digit, and so its own slopes are 0, and those of s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Noise on p brings in the slopes of p itself; rows sum to 0, and argmax passes nothing on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>steepest slope {value}, s of {i} by its own ln p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>steepest slope {value}, s of {i} by ln p of {j}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>Mean of {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>straight-through</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>+1/(4t), {cells}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>mean of {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>0 almost everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>0 but at jumps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>all 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>slope of argmax</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>those of softmax</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>as softmax</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/gradients/jacobian.py" />
      <source>of the mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Gumbel distributions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Exact pdf and cdf of the Gumbel distributions of maxima and of minima, for any μ and β</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Both have their mode at μ = {mode} and the standard deviation πβ/√6 = {deviation}. Mean of max: μ + γβ = {upper}; of min: μ − γβ = {lower}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>Gumbel(μ = {location}, β = {scale})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>μ + βε (max), μ − βε (min)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>density, cdf</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>mode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/gumbel_family.py" />
      <source>pdf for μ = 0, β = 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>x → ε = −ln(−ln x)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>Uniform x, read off at the cdf, gives Gumbel noise ε; the selected draw on its way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values: χ² over {bins} bins does not reject uniform x (p-value {p}, threshold {level}; a law {far} away is missed every second time).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>Share of ε below 0: {comparison}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values, too few to test whether x is uniform.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>{n} values: χ² over {bins} bins rejects uniform x (p-value {p}, threshold {level}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>&lt; 0.0001</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <source>cdf x = F(ε)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact pdf</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/noise/inverse_transform.py" />
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact cdf at the end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>Sampled classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>Observed class frequencies with 95 % intervals, p marked, E(X) beside the mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>class argmax({scores})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>{n}: p lies in the 95 % interval of {inside} of {classes} classes. Mean index {comparison}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>frequency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/class_frequencies.py" />
      <source>mean index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Gumbel noise ε</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Density histogram of the noise ε, with the exact pdf (and cdf) of Gumbel(0, 1)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>Cumulative distribution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>{n} values of ε: mean {mean}; variance {variance}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>density</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>1 lies beyond the axis.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>{n} lie beyond the axis.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>from ε</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>to ε</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/noise_histogram.py" />
      <source>exact cdf</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>In colour, with their means: the {shown} most probable of {classes} classes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>Density of s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>Density of s at t = {temperature}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>The density of each s_k on [0, 1], with the mean of s_k beside p_k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>In colour, with their means: {shown} of {classes} classes; none is more probable.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>At t = {t} the mean of s for {label} over {n} is {comparison}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>density (√)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>mean of s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>from s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>to s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_density.py" />
      <source>It tends to p only as t → 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>Relaxed vectors s = softmax((ln p + ε) / t)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>Relaxed vectors at t = {temperature}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>48 draws as stacked columns: the first, or those around the selected one; argmax marked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>{columns}; dots mark argmax, which t never changes. Mean largest entry: {mean} (one-hot 1, flat 1/{possible}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>{shown} of {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/sample/relaxed_vectors.py" />
      <source>argmax</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>Distance from p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>Total variation distance between the class frequencies of the first m draws and p, beside the expected one ± 2σ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: the class frequencies are {distance} from p in total variation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>the expected {expected} ({sigma})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>first draws m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>2σ, approximate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>observed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>expected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>{n}: all are of the one class that p allows, at distance 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>above {expected}: {times} the mean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>though p allows one class only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>within {expected}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>below {expected}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/convergence.py" />
      <source>expected distance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>rejected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>retained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>too few</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>distance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/fit_table.py" />
      <source>p-value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Ways to sample p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Ways to sample p, b = {noise_scale}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>Class shares of argmax p, NumPy's choice, and argmax of p or ln p with noise added (ε Gumbel, u uniform, z normal), each with its total variation distance from p and a χ² test; dashes where it samples a known law instead</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{names} and {last}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>share of the draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: too few to test by χ² which of these ways sample p.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source> It rejects {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: χ² does not reject p (threshold {level}) for {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>; a law {far} away is missed every second time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{n}: χ² rejects p (threshold {level}) for all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>{own} for {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>, but not {others}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/sampler_comparison.py" />
      <source>own law</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>Gumbel-top-k: sampling without replacement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>Gumbel-top-k: k = {top} of {classes}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>How often each class is among the k largest scores, beside the exact probability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>{n}: the exact probability lies in the 95 % interval of {inside} of {classes} classes; largest gap {gap}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p would be off by up to {off}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>share of draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to {m}, not to k = {k}: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p is exact here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>The frequencies sum to k = {k}; k·p would be {product} for {label}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>exact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only 1 class has p &gt; 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/top_k.py" />
      <source>only {m} classes have p &gt; 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Why argmax samples p: the winning region</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Where one class beats another in the square of their x, and the mean of ∏ beside p</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} over {j}: winning region</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>Mean of ∏ = x^((1−p)/p), {label}: {comparison}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>x of {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} and {j} have the score −∞ in {n}: {p_i} = {p_j} = 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>the area {p_i}/({p_i} + {p_j})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{name} is {area}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} ties with {j} in {n}, and argmax takes the first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>mean of ∏</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{name} wins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>its region is the whole square, as {p_j} = 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{winner} beats {loser} in the only draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source> of {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} beats {j} in {share}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>tie</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>tie, {x}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>its region is empty, as {p_i} = 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>there is no region, as {p_i} = {p_j} = 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/samplers/winning_region.py" />
      <source>{i} beats {j} in {compared}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>Annealing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>The schedule t(i) = max(t_min, t₀·exp(−r·i)), and where on it the current t is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{formula} reaches {end} after {steps}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, nearest to step {i}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{formula} stays at t_min = {end}, where it begins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>1 step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>{n} steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, above t₀ = {start}: no step reaches it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, below t_min = {end}: no step reaches it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>now t = {t}, step {i}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>step i</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/annealing.py" />
      <source>current t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean of s against t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>The mean of each s_k at t from 0.01 to 100, with its limits, p_k and equal shares</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>E[s] tends to {low} as t → 0, to {high} as t → ∞.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean largest entry of s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Mean entropy of s, divided by ln K</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>In colour: {shown} of {classes} classes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>At t = {t} the mean of s for {label} over {n} is {comparison}{also}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>As t cancels, the curves are flat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>Only one class can occur, so s is one-hot at every t.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>{share} (0 where p is 0)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>E[s] tends to {high} as t → ∞.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>p (to within 10⁻⁵)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>what argmax samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>{t} (beyond the axis)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>largest entry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>entropy/ln K</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>draws, now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>mean of s, {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/expectation_by_temperature.py" />
      <source>mean of {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Relaxed vectors s in the simplex</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Simplex at t = {temperature}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Relaxed vectors of three classes in a triangle, with their exact density, p and mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>density of all draws instead of points</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{shown}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Two have p = 0, so all lie in the other corner.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>The mean of {s} for {label} is {comparison}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>All three ({trio}) have p = 0: their s is 0 in every draw, so none can be shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>density of {n} (log scale)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>Three of {classes} classes, renormalised (s′, p′; {trio}); {shown}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{shown}, all on one edge, as there are only two classes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>As p = 0 for {label}, all lie on the opposite edge.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>p = 0 for all three.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>{points} of {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>no class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>exact: {shares} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex.py" />
      <source>mean of s{prime}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>middle of a cell</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>selected s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/simplex_table.py" />
      <source>share{prime} of class {k}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Seven temperatures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Five draws and the mean of all as stacked columns, at six fixed t and the current one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>Argmax (dots) is the same in every group.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>1 draw and its mean (wide)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>t cancels, so the mean largest entry is {now} in every group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>wide: mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>{n} and their mean (wide)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>{few} of {n} and the mean of all (wide)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>the mean largest entry is {now} in every group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>the mean largest entry goes from {low} at t = {lowest:g} to {high} at t = {highest:g}; it is {now} now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/temperature/temperature_gallery.py" />
      <source>now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which misses {name} = {reference}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value} (95 %: {low} to {high})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which is {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value} (no margin), where {name} = {reference}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, not {name} = {reference}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, which contains {name} = {reference}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>&gt; 0.999</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>95 %: {low} to {high}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/estimates.py" />
      <source>{value}, too far from {name} = {reference} for chance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/mistakes.py" />
      <source>Broken on purpose: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>{n} times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>1 draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gumbel_gui/plots/words/text.py" />
      <source>{n} draws</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
