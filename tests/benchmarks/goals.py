"""All goals, and nowhere else: what the ratio of a row must reach or not exceed.

Each has one row in the tables of the READMEs, in their languages.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """What rows have to hold.

    Attributes:
        limit: of the ratio; of our own value where ``unit`` is given.
        words: what is compared, by language.
        share: whether the ratio is our time by the peer's, at most ``limit``; else it is how many
            times faster ours is, at least ``limit``.
        unit: of a limit without a peer, at most.
    """

    limit: float
    words: dict[str, str]
    share: bool = False
    unit: str = ""

    def holds(self, ours: float, ratio: float | None) -> bool | None:
        """Return whether a row meets it; None if there was nothing to compare with."""
        if self.unit:
            return ours <= self.limit
        if ratio is None:
            return None
        return ratio <= self.limit if self.share else ratio >= self.limit

    def text(self) -> str:
        """Return the limit as tables say it."""
        if self.unit:
            return f"≤ {quantity(self.limit, self.unit)}"
        return f"≤ {self.limit:g} of it" if self.share else f"≥ {self.limit:g} ×"


def quantity(value: float | None, unit: str) -> str:
    """Return a value with three digits and its unit."""
    if value is None:
        return ""
    if unit != "s":
        return f"{value:.4g} {unit}".strip()
    return f"{value:.3g} s" if value >= 1 else f"{1000 * value:.3g} ms"


def ratio_in_words(ratio: float | None, share: bool) -> str:
    """Return a ratio as tables say it: the share of the peer's time, or how many times faster."""
    if ratio is None:
        return ""
    return f"{ratio:.2f} of it" if share else f"{ratio:.2f} × as fast"


def faster(limit: float, en: str, zh: str) -> Goal:
    return Goal(limit, {"en": en, "zh": zh})


def share(limit: float, en: str, zh: str) -> Goal:
    return Goal(limit, {"en": en, "zh": zh}, share=True)


FRESH = "10⁶ × 5 drawn and relaxed, fresh noise, beside "
FRESH_ZH = "抽取并松弛 10⁶ × 5 个数，新噪声，对照"
NEW_T = "new t, kept noise, one array written, beside "
NEW_T_ZH = "新的 t，保留噪声，写入同一个数组，对照"
GOALS = {
    "fresh, NumPy": faster(2, FRESH + "NumPy in blocks", FRESH_ZH + "分块的 NumPy"),
    "fresh, torch.compile": faster(4.5, FRESH + "compiled PyTorch", FRESH_ZH + "编译的 PyTorch"),
    "fresh, JAX": faster(7, FRESH + "JAX", FRESH_ZH + " JAX"),
    "fresh, PyTorch": faster(7, FRESH + "PyTorch, eager", FRESH_ZH + " PyTorch（eager）"),
    "new t, NumPy": faster(1.3, NEW_T + "NumPy in blocks", NEW_T_ZH + "分块的 NumPy"),
    "new t, PyTorch": faster(1.7, NEW_T + "PyTorch in blocks", NEW_T_ZH + "分块的 PyTorch"),
    "new p": faster(
        1,
        "new p, kept noise: 10⁶ classes counted, beside kept uniforms compared and counted",
        "新的 p，保留噪声：统计 10⁶ 个类别，对照保留的均匀数的比较和计数",
    ),
    "endless": share(
        2,
        "10⁹ draws without end, beside 5 · 10⁹ bare numbers of `Generator.random`",
        "持续抽样 10⁹ 次，对照 `Generator.random` 的 5 · 10⁹ 个数",
    ),
    "memory": share(
        1.05,
        "memory of 10⁹ draws without end, beside that of 10⁷",
        "持续抽样 10⁹ 次的内存，对照 10⁷ 次",
    ),
    "growth": share(
        1.05,
        "growth of time with draws, and with classes: the exponent",
        "时间随抽样次数、随类别数增长的指数",
    ),
    "first": share(
        7,
        "drag of p or t, first picture, every view, 5 and 64 classes, beside four empty plots",
        "拖动 p 或 t，第一幅画面，每个视图，5 和 64 个类别，对照四幅空图",
    ),
    "all": share(
        40,
        "the same, all 10⁶ draws, 5 classes",
        "同上，全部 10⁶ 次抽样，5 个类别",
    ),
    "all 64": share(
        80,
        "the same, all 10⁶ draws, 64 classes, first view",
        "同上，全部 10⁶ 次抽样，64 个类别，第一个视图",
    ),
    "first, Matplotlib": faster(
        25,
        "drag of t, first picture of some draws, beside all draws in Matplotlib (unlike work)",
        "拖动 t，部分抽样的第一幅画面，对照 Matplotlib 的全部抽样（工作不同）",
    ),
    "all, Matplotlib": faster(
        8, "drag of t, all draws, beside Matplotlib", "拖动 t，全部抽样，对照 Matplotlib"
    ),
    "blocked": share(
        6,
        "gaps of the window's thread while 10⁷ × 5 are drawn, 99 %, every view, beside idle ones",
        "抽取 10⁷ × 5 个数时窗口线程的间隔，99 %，每个视图，对照空闲时",
    ),
    "cancel": Goal(
        0.05,
        {
            "en": "the longest wait for a drawing of 64 classes to end, every view",
            "zh": "等待 64 个类别的抽样中止的最长时间，每个视图",
        },
        unit="s",
    ),
    "PNG": share(
        0.7,
        "PNG of four plots, 300 dpi, beside Matplotlib",
        "四幅图的 PNG，300 dpi，对照 Matplotlib",
    ),
    "NPZ": share(
        2,
        "10⁶ draws made and saved as NPZ, beside `numpy.save` of known ones (unlike work)",
        "10⁶ 次抽样生成并保存为 NPZ，对照 `numpy.save` 保存已有的数（工作不同）",
    ),
    "start": share(
        1.25,
        "start, to a window with 100,000 draws, beside a bare one",
        "启动到有 100,000 次抽样的窗口，对照空窗口",
    ),
}
