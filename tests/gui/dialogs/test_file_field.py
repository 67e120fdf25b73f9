"""The file of a figure: a proposal replaces nothing, and for any other name there is a question."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QFileDialog

OLD = "an older figure"
NAME = "gumbel-sample-p0.17_0.33_0.5-t0.5-n500-seed4"


@pytest.fixture
def there(tmp_path, open_dialog):
    """A file that exists."""
    file = tmp_path / "figures" / "there.svg"
    file.write_text(OLD)
    return file


def test_what_is_proposed_again_has_a_number(open_dialog, written):
    for _ in range(3):
        hands = open_dialog()
        hands.press("Save")
        assert hands.dialog.result() == QDialog.DialogCode.Accepted
    assert written() == [f"{NAME}-2.png", f"{NAME}-3.png", f"{NAME}.png"]
    hands = open_dialog()
    hands.choose("Format", "svg")  # there is none of that name
    assert hands.field("File").text().endswith(f"/{NAME}.svg")
    hands.choose("Format", "png")
    assert hands.field("File").text().endswith(f"/{NAME}-4.png")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_default_answer_keeps_the_file(open_dialog, answer, there, key):
    hands = open_dialog()
    hands.type(file=str(there))
    asked = answer(key)
    hands.press("Save")
    assert asked == [f"there.svg is in {there.parent} already. Replace it?"]
    assert hands.dialog.isVisible()
    assert hands.dialog.saved is None
    assert there.read_text() == OLD


def test_it_is_replaced_after_a_yes(open_dialog, answer, there):
    hands = open_dialog()
    hands.type(file=str(there))
    asked = answer("&Replace")
    hands.press("Save")
    assert len(asked) == 1
    assert hands.dialog.saved == there
    assert there.read_text().startswith("<?xml")


def test_after_an_error_a_yes_is_not_asked_for_again(open_dialog, answer, there, monkeypatch):
    hands = open_dialog()
    hands.type(file=str(there), width="31")
    asked = answer("&Replace")
    hands.press("Save")
    assert (len(asked), there.read_text()) == (1, OLD)
    hands.type(width="180")
    hands.press("Save")  # would wait for ever if it asked
    assert hands.dialog.saved == there


@pytest.mark.parametrize("text", ["missing/../there.svg", "there.SVG", "there"])
def test_it_is_asked_however_the_name_is_written(open_dialog, answer, there, monkeypatch, text):
    monkeypatch.chdir(there.parent)
    (there.parent / "missing").mkdir()
    there.with_suffix(".SVG").write_text(OLD)
    hands = open_dialog()
    hands.choose("Format", "svg")
    hands.type(file=text)
    asked = answer(Qt.Key.Key_Return)
    hands.press("Save")
    assert len(asked) == 1
    assert there.read_text() == OLD


def test_what_the_file_dialog_has_asked_is_not_asked_again(open_dialog, click, monkeypatch, there):
    def choose(*given):
        assert len(given) == 5  # no option that tells it not to ask
        return str(there), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    hands = open_dialog()
    click(hands.dialog, "Browse…")
    assert hands.note() == "The file exists and will be replaced."
    hands.press("Save")
    assert there.read_text().startswith("<?xml")


@pytest.mark.parametrize("chosen", ["new", "new.svg"])
def test_what_it_could_not_ask_is_asked(
    open_dialog, answer, click, monkeypatch, tmp_path, chosen, there
):
    """A file that came after the file dialog, or whose ending was not in the name chosen there."""
    file = there.with_name("new.svg")
    if chosen == "new":
        file.write_text(OLD)
    path = str(there.with_name(chosen))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    hands = open_dialog()
    hands.choose("Format", "svg")
    click(hands.dialog, "Browse…")
    file.write_text(OLD)
    asked = answer(Qt.Key.Key_Return)
    hands.press("Save")
    assert len(asked) == 1
    assert file.read_text() == OLD


@pytest.mark.parametrize("first", ["format", "name"])
def test_a_dot_in_a_name_stays_in_it(open_dialog, written, tmp_path, first):
    hands = open_dialog()
    path = str(tmp_path / "figures" / "run_tau0.5")
    if first == "format":
        hands.choose("Format", "svg")
        hands.type(file=path)
    else:
        hands.type(file=path)
        hands.choose("Format", "svg")
        assert hands.field("File").text() == f"{path}.svg"
    hands.press("Save")
    assert written() == ["run_tau0.5.svg"]


def test_a_folder_is_not_taken_for_a_name(open_dialog, sentence, written, tmp_path):
    hands = open_dialog()
    hands.type(file=str(tmp_path / "figures"))
    hands.press("Save")
    assert "must end in one of" in sentence(hands.dialog)
    assert written() == []
