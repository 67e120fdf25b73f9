"""Bring the translation files up to date with the sources: ``python tests/translations``.

New texts are added as unfinished, and translations of texts that are gone are removed; the others
stay. What is left to translate is listed. Edit the files in Qt Linguist, or as text.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations import linguist, sources


def main() -> None:
    """Write all files."""
    texts = sources.texts()
    for path in linguist.files():
        known = linguist.read(path)
        linguist.write(path, texts, known)
        left = [text for text in texts if not known.get(text)]
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {len(left)} to translate\n")
        sys.stdout.write("".join(f"  {text!r}\n" for text in left))


if __name__ == "__main__":
    main()
