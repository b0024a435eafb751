"""Which zone each place of the skin belongs to, from the shapes of `tables/zones.toml`."""

import tomllib
from pathlib import Path

import numpy as np

# Where the trunk's own line stands, in metres behind the hip joints.
CENTRE_OF_TRUNK = -0.02


def names(table: Path) -> list[str]:
    return [row["id"] for row in tomllib.loads(table.read_text())["zone"]]


def assigned(table: Path, places: np.ndarray, normals: np.ndarray, marks: dict[str, np.ndarray]) -> np.ndarray:
    """The number of each place's zone in the table's order, -1 for none. Places lie on the right half."""
    charts = _charts(places, normals, marks)
    out = np.full(len(places), -1)
    for number, row in enumerate(tomllib.loads(table.read_text())["zone"]):
        if row["chart"] == "none":
            continue
        at, valid = charts[row["chart"]]
        out[(out < 0) & valid & _within(at, np.array(row["shape"], float), row["chart"] in ("leg", "trunk"))] = number
    return out


def _charts(p: np.ndarray, normals: np.ndarray, marks: dict[str, np.ndarray]) -> dict:
    x, y, z = (p * 100).T
    line = np.array([marks["hip"], marks["knee"], marks["ankle"]]) * 100
    at = lambda k: np.interp(y, line[::-1, 1], line[::-1, k])
    trunk = np.degrees(np.arctan2(z, x - CENTRE_OF_TRUNK * 100))
    leg = np.degrees(np.arctan2(z - at(2), x - at(0)))
    foot = y < -76.5
    return {
        "trunk": (np.c_[trunk, y], y > -10),
        "leg": (np.c_[leg, y], y < -2.5),
        "foot": (np.c_[x, z], foot & (normals[:, 1] > -0.5)),
        "sole": (np.c_[x, z], foot & (normals[:, 1] < -0.5)),
        "under": (np.c_[x, y], z < 3),
    }


def _within(at: np.ndarray, shape: np.ndarray, round_: bool) -> np.ndarray:
    """Whether places lie in a shape, by the crossings of a line to the right; degrees go on past the back."""
    if not round_:
        return _crossed(at, shape)
    turned = shape.copy()
    through_back = (shape[:, 0] > 90).any() and (shape[:, 0] < -90).any()
    if through_back:
        turned[turned[:, 0] < 0, 0] += 360
        at = np.where([True, False], np.where(at < 0, at + 360, at), at)
    return _crossed(at, turned)


def _crossed(at: np.ndarray, shape: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(at), bool)
    for (ax, ay), (bx, by) in zip(shape, np.roll(shape, -1, axis=0)):
        if ay == by:
            continue
        between = (at[:, 1] >= min(ay, by)) & (at[:, 1] < max(ay, by))
        inside ^= between & (at[:, 0] <= ax + (at[:, 1] - ay) * (bx - ax) / (by - ay))
    return inside
