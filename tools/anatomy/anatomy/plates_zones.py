"""The zones as areas of a picture whose borders are shared: each border is one curve, for the zone on either side of it."""

from collections import defaultdict

import numpy as np
from scipy.ndimage import distance_transform_edt, label

from . import plates_trace as trace
from .plates_camera import FINE, Picture

# A patch of fewer units than this, cut off from its zone by a fold, goes to its neighbour.
SPECK = 14
# How far the steps of the dots are rounded off, in dots.
ROUNDED = 5.0
STRAY = 0.16
NOTHING, OUTSIDE = -1, -2


def without_specks(areas: np.ndarray) -> np.ndarray:
    """`areas` (a number for each dot), each small patch given to what lies nearest."""
    keep = np.zeros(areas.shape, bool)
    for number in np.unique(areas):
        patches, count = label(areas == number)
        sizes = np.bincount(patches.ravel(), minlength=count + 1)
        keep |= (areas == number) & ((sizes >= SPECK * FINE**2)[patches] | (number == OUTSIDE))
    nearest = distance_transform_edt(~keep, return_distances=False, return_indices=True)
    return np.where(areas == OUTSIDE, OUTSIDE, areas[tuple(nearest)])


class Borders:
    """The borders between the areas of a picture, as open or closed curves in tenths of a unit."""

    def __init__(self, areas: np.ndarray, corner: tuple[float, float]) -> None:
        self.corner = np.array(corner)
        self.areas = np.pad(areas, 1, constant_values=OUTSIDE)
        self.next = defaultdict(list)
        for r, c in np.argwhere(self.areas[:, :-1] != self.areas[:, 1:]):
            self._join((r, c + 1), (r + 1, c + 1))
        for r, c in np.argwhere(self.areas[:-1] != self.areas[1:]):
            self._join((r + 1, c), (r + 1, c + 1))
        self.chains = [self._curve(chain) for chain in self._chains()]

    def _join(self, a: tuple, b: tuple) -> None:
        self.next[a].append(b)
        self.next[b].append(a)

    def _chains(self):
        used = set()
        forks = [at for at, to in self.next.items() if len(to) != 2]
        for first in forks + list(self.next):
            for then in self.next[first]:
                if (first, then) in used:
                    continue
                chain = [first, then]
                while len(self.next[chain[-1]]) == 2 and chain[-1] != first:
                    a, b = self.next[chain[-1]]
                    chain.append(b if a == chain[-2] else a)
                used |= set(zip(chain, chain[1:])) | set(zip(chain[1:], chain))
                yield chain

    def _sides(self, a: tuple, b: tuple) -> tuple[int, int]:
        """The areas on the left and on the right of a step."""
        (r, c), (s, d) = a, b
        if r == s:
            over, under = self.areas[r - 1, min(c, d)], self.areas[r, min(c, d)]
            return (over, under) if d > c else (under, over)
        left, right = self.areas[min(r, s), c - 1], self.areas[min(r, s), c]
        return (left, right) if s < r else (right, left)

    def _curve(self, chain: list[tuple]) -> tuple[int, int, np.ndarray, tuple, tuple]:
        left, right = self._sides(chain[0], chain[1])
        line = (np.array(chain)[:, ::-1] - 1) / FINE + self.corner
        whole = chain[0] == chain[-1] and len(self.next[chain[0]]) == 2
        soft = trace.softened(line[:-1] if whole else line, min(ROUNDED, len(line) / 6), whole)
        if whole:
            soft = np.r_[soft, soft[:1]]
        return left, right, trace.open_curve(soft, STRAY), chain[0], chain[-1]

    def path(self, number: int) -> str:
        """The path text of an area."""
        begin = defaultdict(list)
        for left, right, curve, a, b in self.chains:
            if left == number:
                begin[a].append((b, curve))
            if right == number:
                begin[b].append((a, curve[::-1]))
        text = ""
        while begin:
            first = at = next(iter(begin))
            while at in begin:
                to, curve = begin[at].pop()
                if not begin[at]:
                    del begin[at]
                text += trace.drawn_open(curve) if at == first and not text.endswith("~") else trace.continued(curve)
                text += "~"
                at = to
            text = text.replace("~", "") + "z"
        return text


def areas(seen: Picture, zone_of, midline: set[int]) -> np.ndarray:
    """For each dot 3 x zone + side (0 midline, 1 left, 2 right), or NOTHING on other skin, or OUTSIDE.

    What faces away is the inside of a cut, and no one's. The picture carries places and normals on the skin by which `zone_of` knows the zone.
    """
    known = np.flatnonzero(seen.seen.ravel())
    carried = seen.carried.reshape(-1, 6)[known]
    right = carried[:, 2] >= 0
    fold = np.where(right, 1, -1)[:, None] * [0, 0, 1] + [1, 1, 0]
    zone = zone_of(carried[:, :3] * fold, carried[:, 3:] * fold)
    side = np.where(np.isin(zone, list(midline)), 0, np.where(right, 2, 1))
    out = np.full(seen.part.size, OUTSIDE)
    out[known] = np.where((zone < 0) | seen.cut.ravel()[known], NOTHING, zone * 3 + side)
    return out.reshape(seen.part.shape)


def mirrored(areas: np.ndarray) -> np.ndarray:
    """The mirror image: left for right."""
    other = np.where((areas >= 0) & (areas % 3 > 0), areas // 3 * 3 + 3 - areas % 3, areas)
    return other[:, ::-1]
