"""Words of another language than that which is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable

NAMES = {
    *("Gumbel", "softmax", "REINFORCE", "NumPy", "choice", "argmax", "max", "min", "ln", "exp"),
    *("GS", "ST", "KL", "Rao", "top", "epsilon", "float", "bfloat", "ij", "im", "mj"),
}
"""What is not translated in plots, besides symbols of one letter; ``ij`` and others are indices."""
HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
LATIN = re.compile("[A-Za-z]{2,}")


def foreign(texts: Iterable[str], language: str) -> list[str]:
    """Return the texts that hold words of another language than this."""
    if language == "en":
        return [text for text in texts if HAN.search(text)]
    return [text for text in texts if {*LATIN.findall(text)} - NAMES]
