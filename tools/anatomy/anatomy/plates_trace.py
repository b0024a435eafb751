"""Turns pictures into curves: outlines of what is above a level, borders between areas, and the path text that draws them.

A curve is a row of control points of a quadratic B-spline, rounded to even tenths, so that the places where its pieces
meet are whole tenths and `t` in a path, which mirrors the last control point, draws it without drift. Backwards it is the
same curve.
"""

import numpy as np
from scipy.ndimage import gaussian_filter1d

# Control points lie on this grid, in units.
GRID = 0.2
# How far a curve may stray between two control points, and how far apart these may be, in units.
STRAY, NEAREST, FARTHEST = 0.10, 1.2, 24.0


def outlines(field: np.ndarray, level: float, dots: float) -> list[np.ndarray]:
    """Closed lines (n x 2, units) round all dots whose value is above `level`; the picture's rim counts as below."""
    f = np.pad(np.asarray(field, float) - level, 1, constant_values=-1e-3)
    f[f == 0] = 1e-9
    above = f > 0
    step: dict[tuple, tuple] = {}
    kind = above[:-1, :-1] * 8 + above[:-1, 1:] * 4 + above[1:, 1:] * 2 + above[1:, :-1]
    for r, c in np.argwhere((kind > 0) & (kind < 15)):
        top, right, bottom, left = (0, r, c), (1, r, c + 1), (0, r + 1, c), (1, r, c)
        for start, end in _CELL[kind[r, c]]:
            sides = (top, right, bottom, left)
            step[sides[start]] = sides[end]
    lines = []
    while step:
        first, at = next(iter(step.items()))
        line = [first]
        del step[first]
        while at != first:
            line.append(at)
            at = step.pop(at)
        lines.append(_crossings(f, np.array(line)) / dots)
    return lines


# For each kind of cell (top left 8, top right 4, bottom right 2, bottom left 1 above) the sides that a line enters and
# leaves by, what is above on its left: 0 top, 1 right, 2 bottom, 3 left.
_CELL = {
    1: [(2, 3)], 2: [(1, 2)], 3: [(1, 3)], 4: [(0, 1)], 5: [(0, 3), (2, 1)], 6: [(0, 2)], 7: [(0, 3)],
    8: [(3, 0)], 9: [(2, 0)], 10: [(3, 2), (1, 0)], 11: [(1, 0)], 12: [(3, 1)], 13: [(2, 1)], 14: [(3, 2)],
}  # fmt: skip


def _crossings(f: np.ndarray, line: np.ndarray) -> np.ndarray:
    down, r, c = line.T
    a, b = f[r, c], f[r + down, c + 1 - down]
    share = a / (a - b)
    # A dot's middle lies half a dot in; the padding put everything one dot further.
    return np.stack([c + (1 - down) * share - 0.5, r + down * share - 0.5], 1)


def length(line: np.ndarray) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def area(line: np.ndarray) -> float:
    x, y = line.T
    return float(abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)


def closed_curve(line: np.ndarray, stray: float = STRAY, grid: float = GRID) -> np.ndarray:
    """Control points of a closed smooth curve along a closed line."""
    at, around = _knots(np.r_[line, line[:1]], True, stray)
    points = at[:-1] if around else at
    goal = points.copy()
    for _ in range(3):
        points = points + goal - (np.roll(points, 1, 0) + 6 * points + np.roll(points, -1, 0)) / 8
    return _on_grid(points, grid)


def open_curve(line: np.ndarray, stray: float = STRAY) -> np.ndarray:
    """Control points of a smooth curve along a line, from its first place to its last."""
    points, _ = _knots(line, False, stray)
    goal = points.copy()
    for _ in range(3):
        points[1:-1] = points[1:-1] + goal[1:-1] - (points[:-2] + 6 * points[1:-1] + points[2:]) / 8
    return _on_grid(points, GRID)


def softened(line: np.ndarray, reach: float, around: bool) -> np.ndarray:
    """A line blurred over `reach` of its places; an open one keeps its ends."""
    if around:
        return gaussian_filter1d(line, reach, axis=0, mode="wrap")
    beyond = min(int(4 * reach) + 1, len(line) - 1)
    before, after = 2 * line[0] - line[beyond:0:-1], 2 * line[-1] - line[-2 : -beyond - 2 : -1]
    soft = gaussian_filter1d(np.r_[before, line, after], reach, axis=0, mode="nearest")
    return np.r_[line[:1], soft[beyond + 1 : beyond + len(line) - 1], line[-1:]]


def _on_grid(points: np.ndarray, grid: float) -> np.ndarray:
    points = np.rint(points / grid).astype(int) * round(10 * grid)
    keep = np.r_[True, (np.diff(points, axis=0) != 0).any(1)]
    return points[keep]


def _knots(line: np.ndarray, around: bool, stray: float) -> tuple[np.ndarray, bool]:
    """Places along a line, close where it bends and far apart where it is straight."""
    far = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    keep = np.r_[True, np.diff(far) > 0]
    far, line = far[keep], line[keep]
    count = max(int(far[-1] / 0.4), 4)
    s = np.linspace(0, far[-1], count + 1)
    even = np.stack([np.interp(s, far, line[:, k]) for k in range(2)], 1)
    mode = "wrap" if around else "nearest"
    smooth = softened(even[:-1] if around else even, 1.5, around)
    d = np.gradient(np.r_[smooth[-1:], smooth, smooth[:1]] if around else smooth, axis=0)
    turn = np.unwrap(np.arctan2(d[:, 1], d[:, 0]))
    bend = np.abs(np.gradient(turn)) / (s[1] if len(s) > 1 else 1)
    bend = bend[1:-1] if around else bend
    apart = np.clip(np.sqrt(8 * stray / np.maximum(bend, 1e-6)), NEAREST * (stray / STRAY) ** 0.5, FARTHEST)
    dense = gaussian_filter1d(1 / apart, 4, mode=mode)
    dense = np.r_[dense, dense[:1]] if around else dense
    total = np.r_[0, np.cumsum(0.5 * (dense[1:] + dense[:-1]) * np.diff(s))]
    pieces = max(int(np.ceil(total[-1])), 4 if around else 1)
    at = np.interp(np.linspace(0, total[-1], pieces + 1), total, s)
    whole = np.r_[smooth, smooth[:1]] if around else smooth
    return np.stack([np.interp(at, s, whole[:, k]) for k in range(2)], 1), around


def drawn_closed(points: np.ndarray) -> str:
    """Path text of a closed curve from its control points, in tenths of a unit."""
    if len(points) < 3:
        return ""
    points = np.r_[points, points[:2]]
    middles = (points[:-1] + points[1:]) // 2
    return _path(middles[0], points[1], middles[1:]) + "z"


def pieces(points: np.ndarray) -> list[tuple]:
    """An open curve as (control point or None, end), in tenths."""
    if len(points) < 3:
        return [(None, points[-1])]
    middles = [(points[k] + points[k + 1]) // 2 for k in range(1, len(points) - 2)] + [points[-1]]
    return list(zip(points[1:-1], middles))


def drawn_open(points: np.ndarray) -> str:
    if len(points) < 2:
        return ""
    return f"M{_pair(points[0])}" + continued(points)


def continued(points: np.ndarray) -> str:
    """The rest of a path that stands at the first of `points`."""
    if len(points) < 3:
        return f"l{_pair(points[-1] - points[0])}"
    rest = pieces(points)
    return _smooth(points[0], rest[0][0], [end for _, end in rest])


def _path(start, control, ends) -> str:
    return f"M{_pair(start)}" + _smooth(start, control, list(ends))


def _smooth(start, control, ends) -> str:
    text = f"q{_pairs([control - start, ends[0] - start])}"
    steps = np.diff(ends, axis=0) if len(ends) > 1 else []
    return text + (f"t{_pairs(steps)}" if len(steps) else "")


def _pair(at) -> str:
    return _pairs([at])


def _pairs(places) -> str:
    """Numbers in tenths as short text: no leading nought, no blank before a minus."""
    out = ""
    for value in np.asarray(places).ravel().tolist():
        sign, whole, tenth = "-" if value < 0 else "", abs(value) // 10, abs(value) % 10
        text = sign + (str(whole) if whole or not tenth else "") + (f".{tenth}" if tenth else "")
        out += ("" if not out or text.startswith("-") else " ") + text
    return out
