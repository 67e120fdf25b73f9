"""Texts of the guide's panel, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Texts of the panel in one language, by where they are."""

    guide: str
    language: str
    step: str
    dots: str
    look: str
    attempt: str
    seen: str
    seen_later: str
    hint: str
    question: str
    back: str
    back_tip: str
    again: str
    again_tip: str
    next: str
    next_tip: str
    finish: str
    finish_tip: str
    close: str


WORDS = {
    "en": Words(
        guide="GUIDE",
        language="Language of the guide",
        step="Step {number} of {count}",
        dots="{tried} of {count} steps tried",
        look="LOOK",
        attempt="TRY",
        seen="✓ SEEN",
        seen_later="THEN",
        hint="Try it: what there was to see is told here.",
        question="QUESTION",
        back="Back",
        back_tip="To the previous step (Alt+Left)",
        again="Set up again",
        again_tip="Give p, t and all else the values of this step once more",
        next="Next",
        next_tip="To the next step (Alt+Right)",
        finish="Finish",
        finish_tip="Close the guide (Alt+Right)",
        close="Close the guide",
    ),
    "zh": Words(
        guide="导览",
        language="导览的语言",
        step="第 {number} 步，共 {count} 步",
        dots="共 {count} 步，已试 {tried} 步",
        look="看",
        attempt="试",
        seen="✓ 发现",
        seen_later="然后",
        hint="试过之后，这里会说说你看到了什么。",
        question="问",
        back="上一步",
        back_tip="回到上一步（Alt+Left）",
        again="重新设置",
        again_tip="把 p、t 等全部恢复成这一步的设置",
        next="下一步",
        next_tip="去下一步（Alt+Right）",
        finish="完成",
        finish_tip="关闭导览（Alt+Right）",
        close="关闭导览",
    ),
}
"""By language, the keys of ``lessons.LANGUAGES``."""
