"""Labels with a line to what they name, and the check that none lies on another."""

from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

# Text sizes, the distance from text to line and to the plate's rim, in units; letters are at most this wide for their size.
MUSCLE, NAME, UNDER, GAP, RIM, LETTER, BOLD = 17.0, 13.5, 11.5, 4.0, 8.0, 0.56, 0.62


@dataclass
class Label:
    """A name, the word under it, the place it names (metres), where its text stands and at what height.

    `where` is left, right, or top: on the right, with a line that goes down from under it and then turns left.
    """

    name: str
    under: str
    place: np.ndarray
    where: str
    height: float

    def size(self) -> float:
        return MUSCLE if self.where == "top" else NAME

    def box(self, wide: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the text."""
        width = max(len(self.name) * self.size() * BOLD, len(self.under) * UNDER * LETTER)
        left = RIM if self.where == "left" else wide - RIM - width
        return left, self.height - self.size(), left + width, self.height + UNDER + 5

    def line(self, wide: float, to: np.ndarray) -> np.ndarray:
        """The places of the line to `to`: from beside the name, or from under the text."""
        _, _, right, bottom = self.box(wide)
        if self.where == "top":
            return np.array([[right - GAP, bottom + 1], [right - GAP, to[1]], to])
        beside = RIM + len(self.name) * NAME * BOLD + GAP
        return np.array([[beside if self.where == "left" else wide - beside, self.height - NAME * 0.35], to])


@dataclass
class Placed:
    """A label's box and line on the plate."""

    name: str
    box: tuple[float, float, float, float]
    line: np.ndarray


def overlaps(placed: list[Placed], wide: float, high: float) -> list[str]:
    """Says which labels or lines touch each other or leave the plate."""
    wrong = [f"label {p.name} leaves the plate" for p in placed if p.box[0] < 0 or p.box[1] < 0 or p.box[2] > wide or p.box[3] > high]
    for a, b in combinations(placed, 2):
        if _boxes_meet(a.box, b.box):
            wrong.append(f"labels {a.name} and {b.name} overlap")
        if any(_meet(*p, *q) for p in pairwise(a.line) for q in pairwise(b.line)):
            wrong.append(f"the lines of {a.name} and {b.name} cross")
        wrong += [f"the line of {p.name} runs through label {q.name}" for p, q in ((a, b), (b, a)) if _runs_through(p.line, q.box)]
    return wrong


def _boxes_meet(a: tuple, b: tuple) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _meet(a, b, c, d) -> bool:
    turn = lambda p, q, r: (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def _runs_through(line: np.ndarray, box: tuple) -> bool:
    places = np.concatenate([a + (b - a) * np.linspace(0, 1, 200)[:, None] for a, b in pairwise(line)])
    return bool(((places > [box[0], box[1]]) & (places < [box[2], box[3]])).all(1).any())
