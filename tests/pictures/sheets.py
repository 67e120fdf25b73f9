"""Contact sheets: many pictures in one, each with its name."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, GAP, LINE = 640, 8, 16
"""Pixels: of a picture in a sheet, around it, and of the line below it."""


def sheet(pictures: Sequence[Path], columns: int) -> Image.Image:
    """Return a sheet with pictures in rows."""
    small = []
    for path in pictures:
        with Image.open(path) as picture:
            size = WIDTH, round(WIDTH * picture.height / picture.width)
            if picture.width <= WIDTH:
                size = picture.size
            small.append(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    rows = [small[i : i + columns] for i in range(0, len(small), columns)]
    heights = [max(each.height for each in row) + LINE + GAP for row in rows]
    across = min(columns, len(small)) * (WIDTH + GAP) + GAP
    whole = Image.new("RGB", (across, sum(heights) + GAP), "#888888")
    pen, names = ImageDraw.Draw(whole), iter(pictures)
    for row, top in zip(rows, (GAP + sum(heights[:i]) for i in range(len(rows))), strict=True):
        for i, each in enumerate(row):
            left = GAP + i * (WIDTH + GAP)
            whole.paste(each, (left, top))
            pen.text((left, top + each.height), next(names).stem, fill="white")
    return whole


def write(folder: Path, groups: dict[str, list[Path]], columns: int) -> None:
    """Write a sheet for each group."""
    for name, pictures in groups.items():
        across = min(columns, ceil(len(pictures) ** 0.5))
        sheet(pictures, across).save(folder / f"{name}.png")
