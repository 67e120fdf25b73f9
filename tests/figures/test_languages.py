"""Figures in Chinese: their words, their fonts, and that the language is theirs alone."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import figure
from gumbel_gui.figures.animations.film import Animation, Film
from gumbel_gui.figures.animations.motion import Descent
from gumbel_gui.figures.data.tables import table_text
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.figure import check_fonts
from gumbel_gui.figures.formats import image, pdf, png, svg
from gumbel_gui.figures.layout import LAYOUT, Language, Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.figures.rendering import render
from gumbel_gui.figures.svg import SvgPage
from gumbel_gui.language import languages, speaking
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.fonts import CHINESE_FAMILIES
from gumbel_gui.plots.look.style import PRINT

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations.foreign import HAN, foreign

CHINESE = Layout(width=170, height=130, language=Language("zh"))


def words_in(drawing):
    """Return the texts of a drawing, each as far as it is in one font."""
    return [shape.text for shape in drawing.texts]


@pytest.mark.sweep(28)
@pytest.mark.parametrize("name", plot_types())
@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.FLOAT32])
def test_there_is_no_word_of_another_language(content_of, read_svg, name, mistake):
    options = tuple(f"{name}.{option}" for option in plot_types()[name].option_names)
    content = content_of((name,), selected=3, mistake=mistake, options=options)
    drawn = words_in(read_svg(svg(content, CHINESE)))
    assert any(map(HAN.search, drawn))
    plain = [text.replace("1e-20", "") for text in drawn]
    assert foreign(plain, "zh") == []
    with speaking("zh"):  # what the program speaks is not what the figure does
        assert foreign(words_in(read_svg(svg(content, Layout(170, 130)))), "en") == []


def test_the_choices_are_the_languages_there_are():
    assert LAYOUT["language"].kind.schema() == {"enum": list(languages())}
    assert [member.label for member in Language] == ["English", "简体中文"]
    with pytest.raises(ValueError, match="language is 'xx', but must be one of en, zh"):
        Layout(language="xx")


def test_it_is_in_the_command_and_in_the_title_of_the_file(content_of):
    content = content_of()
    assert "--language zh" in command(content, CHINESE, "a.png")
    assert "--language" not in command(content, Layout(), "a.png")
    assert image(content, CHINESE, 96).text("Title").startswith("抽到的类别，p = (")
    assert image(content, Layout(170, 130), 96).text("Title").startswith("Sampled classes, p")


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_figure_that_is_opened_is_drawn_again(content_of, tmp_path, ending):
    content, path = content_of(), tmp_path / f"a.{ending}"
    formats = {"png": png, "svg": svg, "pdf": pdf}
    data = formats[ending](content, CHINESE, 96, path.name)
    path.write_bytes(data)
    spec = open_file(path).figure
    assert spec.layout == CHINESE
    again = formats[ending](content, spec.layout, 96, path.name)
    assert again == data or ending == "pdf"  # which holds the time


def test_a_pdf_holds_its_letters(content_of, read_pdf):
    text = read_pdf(pdf(content_of(), CHINESE)).text()
    assert "抽到的类别" in text
    assert "平均序号" in text


def test_a_drawing_names_fonts_with_chinese(content_of):
    drawing = svg(content_of(), CHINESE).decode()
    assert not re.search(r">\s[^<]*</text>", drawing)  # Chromium drops a blank at the start
    families = re.findall(r'font-family="([^"]*)"', drawing)
    assert families
    assert all(each in families[0] for each in ("DejaVu Sans", *CHINESE_FAMILIES, "sans-serif"))


def test_without_a_font_one_sentence_says_so(content_of, monkeypatch):
    monkeypatch.setattr(figure, "without_glyph", lambda *_: "猫")
    with pytest.raises(ExportError, match="language is zh, but no font that is installed"):
        check_fonts(CHINESE)
    with pytest.raises(ExportError, match="fonts-noto-cjk"):
        svg(content_of(), CHINESE)


def test_a_table_is_in_the_language_that_is_spoken_and_names_of_columns_are_not(content_of):
    content = content_of(("sampler_comparison",), mistake=Mistake.UNIFORM)
    with speaking("zh"):
        text = table_text(content, "sampler_comparison").decode()
    assert "# mistake,故意出错：噪声服从均匀分布" in text
    names = next(line for line in text.splitlines() if line[:1] != "#")
    assert names.isascii()


@pytest.mark.skipif(sys.platform != "linux", reason="fonts by Fontconfig")
def test_a_system_with_latin_fonts_only(tmp_path):
    """With DejaVu Sans alone English is drawn, and Chinese is refused."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "DejaVu Sans"], capture_output=True, text=True, check=True
    )
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    shutil.copy(found.stdout, fonts)
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{fonts}</dir></fontconfig>")
    words = [sys.executable, "-m", "gumbel_gui", "render", "--draws", "50", "--dpi", "50"]
    words += ["--plots", "class_frequencies", "--output", "a.png"]
    env = {**os.environ, "FONTCONFIG_FILE": str(config)}
    for language, code in (("en", 0), ("zh", 2)):
        ended = subprocess.run(
            [*words, "--language", language],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == code, ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "fonts-noto-cjk" in ended.stderr


def test_render_is_refused_before_anything_is_drawn(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(figure, "without_glyph", lambda *_: "猫")
    with pytest.raises(ExportError, match="fonts-noto-cjk"):
        render([tmp_path / "a.png"], None, ["top_k"], CHINESE, 96)


def test_a_frame_says_where_it_is_in_its_language(qapp):
    layout = Layout(170, 130, captions=False, language=Language("zh"))
    animation = Animation(Parameters((0.3, 0.7), draws=50), ("top_k",), Descent(), layout=layout)
    with closing(Film(animation)) as film:
        moments = [film.content(0, film.summaries(0)).moment]
    animation = replace(animation, plots=("descent",), layout=replace(layout, titles=False))
    with closing(Film(animation)) as film:
        moments.append(film.content(0, film.summaries(0)).moment)
    assert moments == ["", "第 0 步"]


def test_a_blank_between_scripts_is_room_and_no_letter(qapp):
    """Chromium leaves out a blank at the start of a text."""
    page, font = SvgPage(400, 100), PRINT.font()
    painter = QPainter(page)
    painter.setFont(font)
    painter.drawText(QPointF(10, 50), "的 95")
    painter.end()
    document = page.document(50, 50, "", "", "").decode()
    drawn = re.findall(r'<text x="([\d.]+)"[^>]*>([^<]*)</text>', document)
    assert [text for _, text in drawn] == ["的", "95"]
    assert float(drawn[1][0]) - 10 == pytest.approx(
        QFontMetricsF(font).horizontalAdvance("的 "), abs=0.5
    )
