"""Translation files of Qt Linguist: read for their translations, written anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parents[2] / "resources" / "translations"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def files() -> list[Path]:
    """Return all translation files."""
    return sorted(FOLDER.glob("*.ts"))


def read(path: Path) -> dict[str, str]:
    """Return the translation of each text, empty where there is none."""
    messages = ElementTree.fromstring(path.read_bytes()).iter("message")
    return {each.findtext("source", ""): each.findtext("translation", "") for each in messages}


def write(path: Path, texts: Mapping[str, Sequence[str]], known: Mapping[str, str]) -> None:
    """Write the texts, with their files and what is known of their translations."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "gumbel_gui"
    for text, places in texts.items():
        message = ElementTree.SubElement(context, "message")
        for place in places:
            ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(text) or None
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    path.write_text(HEAD + ElementTree.tostring(root, encoding="unicode") + "\n", "utf-8")
