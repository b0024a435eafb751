"""Lays muscles over bones, deepest first: a taut sheet of fibres, then thickness until the volume is right.

A muscle is two grids of the same shape (fibres x places along them x 3): its deep and its superficial side.
Row by row a grid follows a fibre, so surface, layers and fibre direction come from one thing.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trimesh
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter

from . import nerves
from .field import Field
from .mesh import Mesh, joined, line
from .nerves import Nerve

FIBRES, PLACES = 61, 49


@dataclass
class Muscle:
    """One muscle: `deep` and `top` grids in metres. `of`: the guide's name for the whole it belongs to, or empty."""

    deep: np.ndarray
    top: np.ndarray
    of: str = ""

    def mesh(self) -> Mesh:
        return _closed(self.deep, self.top)


def lay(table: Path, bones: dict[str, Mesh], nerve_table: Path) -> tuple[dict[str, Muscle], dict[str, Nerve]]:
    """Every muscle of the table, in its order, and the nerves: each before the muscle that it lies under, or last."""
    around, out, ran = Field(), {}, {}
    for name, bone in bones.items():
        if name != "patella":
            around.add(bone)
    under = nerves.over_which(nerve_table)
    for row in tomllib.loads(table.read_text())["muscle"]:
        for name in under.get(row["id"], []):
            ran[name] = nerves.laid(nerve_table, name, around.ready())
            around.add(ran[name].mesh())
        out[row["id"]] = muscle = _belly(row) if "path" in row else _sheet(row, bones, around.ready())
        muscle.of = row.get("of", row["id"])
        around.add(muscle.mesh())
    for name in nerves.names(nerve_table):
        if name not in ran:
            ran[name] = nerves.laid(nerve_table, name, around.ready())
    return out, ran


def rim(hip: Mesh) -> np.ndarray:
    """29 places along the rim, from the front point to the dimple."""
    x, y = hip.vertices[:, 0] + 0.012, hip.vertices[:, 1] - 0.055
    angle, far, places = np.arctan2(y, x), np.hypot(x, y), []
    for at in np.linspace(np.radians(12), np.radians(150), 29):
        near = np.flatnonzero(np.abs(angle - at) < np.radians(3.5))
        places.append(hip.vertices[near[far[near].argmax()]])
    return np.array(places)


def _attachment(points: list, on: Mesh | None, bones: dict[str, Mesh], from_side: bool = False) -> np.ndarray:
    crest = rim(bones["ilium"])
    places = np.array([crest[p[0]] + p[1:] if len(p) == 4 else p for p in points], float)
    if on is None:
        return line(places, FIBRES)
    if from_side:
        places = _seen_from_side(on, places)
    near = trimesh.proximity.closest_point(on.solid(), line(places, FIBRES))
    return near[0] + on.solid().face_normals[near[2]] * 0.0006


def _seen_from_side(bone: Mesh, places: np.ndarray) -> np.ndarray:
    hit, ray, _ = bone.solid().ray.intersects_location(places, np.tile([0, 0, -1.0], (len(places), 1)), multiple_hits=True)
    return np.array([hit[ray == k][hit[ray == k][:, 2].argmax()] for k in range(len(places))])


def _sheet(row: dict, bones: dict[str, Mesh], around: Field) -> Muscle:
    out = np.asarray(row["out"], float)
    begins = None if row.get("free_from") else joined([bones[b] for b in row["bones"]])
    start = _attachment(row["from"], begins, bones, row.get("from_side", False))
    ends = None if row.get("free") else joined([bones[b] for b in row["end_bones"]])
    held = (row["held_at"], line(np.array(row["held"], float), FIBRES)) if "held" in row else None
    deep = _taut(start, _attachment(row["to"], ends, bones), around, out, row.get("bulge", 0.02), held)
    normals = _normals(deep, out)
    shape = _shape(row)
    top = _thickened(deep, normals, shape, row["cm3"] * 1e-6)
    if "fair" in row:
        top = _faired(deep, top, normals, shape, row)
    if row.get("thin"):
        return Muscle(deep, top)
    inner = gaussian_filter(top, (1.4, 1.1, 0), mode="nearest")
    top[1:-1, 1:-1] = inner[1:-1, 1:-1]
    return Muscle(deep, top)


def _taut(start: np.ndarray, end: np.ndarray, around: Field, out: np.ndarray, bulge: float, held: tuple | None) -> np.ndarray:
    """Fibres pulled straight from start to end, pushed out of whatever lies below them; `held`: how far along which line they
    are kept, unless they are pushed out from there."""
    t = np.linspace(0, 1, PLACES)
    sheet = start[:, None] * (1 - t[:, None]) + end[:, None] * t[:, None]
    if held:
        row, by = round(held[0] * (PLACES - 1)), held[1]
        sheet[:, :row] = start[:, None] + (by - start)[:, None] * (t[:row] / t[row])[:, None]
        sheet[:, row:] = by[:, None] + (end - by)[:, None] * ((t[row:] - t[row]) / (1 - t[row]))[:, None]
    sheet = sheet + bulge * np.sin(np.pi * t)[:, None] * out / np.linalg.norm(out)
    for turn in range(500):
        sheet[:, 1:-1] += 0.9 * (0.5 * (sheet[:, :-2] + sheet[:, 2:]) - sheet[:, 1:-1])
        sheet[1:-1, 1:-1] += 0.13 * (0.5 * (sheet[:-2, 1:-1] + sheet[2:, 1:-1]) - sheet[1:-1, 1:-1])
        if held:
            sheet[:, row] = by
        sunk = np.clip(0.0007 - around.distance(sheet), 0, None)
        sunk[:, [0, -1]] = 0
        sheet += sunk[..., None] * around.outwards(sheet)
        if turn % 20 == 19:
            sheet = _evenly(sheet, t)
    return sheet


def _evenly(sheet: np.ndarray, t: np.ndarray) -> np.ndarray:
    along = np.cumsum(np.pad(np.linalg.norm(np.diff(sheet, axis=1), axis=2), ((0, 0), (1, 0))), axis=1)
    return np.stack(
        [np.stack([np.interp(t * s[-1], s, fibre[:, k]) for k in range(3)], 1) for s, fibre in zip(along, sheet)]
    )


def _normals(sheet: np.ndarray, out: np.ndarray) -> np.ndarray:
    n = np.cross(np.gradient(sheet, axis=0), np.gradient(sheet, axis=1))
    n /= np.linalg.norm(n, axis=2, keepdims=True) + 1e-12
    n = gaussian_filter(n if (n @ out).mean() > 0 else -n, (2, 2, 0), mode="nearest")
    return n / (np.linalg.norm(n, axis=2, keepdims=True) + 1e-12)


def _shape(row: dict) -> np.ndarray:
    """Thickness from 0 to 1 over the grid: as the table says along the fibres, thin at both edges."""
    power, root = row["edge"]
    u = np.linspace(-1, 1, FIBRES)
    edge = 0.05 + 0.95 * np.clip(1 - np.abs(u) ** power, 0, 1) ** root
    return edge[:, None] * PchipInterpolator(row["along"], row["thick"])(np.linspace(0, 1, PLACES))


def _volume(deep: np.ndarray, top: np.ndarray) -> float:
    return abs(_closed(deep, top).solid().volume)


def _thickened(deep: np.ndarray, normals: np.ndarray, shape: np.ndarray, volume: float) -> np.ndarray:
    low, high = 0.001, 0.12
    for _ in range(40):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if _volume(deep, deep + normals * (shape * middle)[..., None]) < volume else (low, middle)
    return deep + normals * (shape * high)[..., None]


def _faired(deep: np.ndarray, top: np.ndarray, normals: np.ndarray, shape: np.ndarray, row: dict) -> np.ndarray:
    """The top as a smooth skin that keeps a least thickness, refilled to the volume: no crease over what lies below."""
    volume, full = row["cm3"] * 1e-6, ((top - deep) * normals).sum(-1).max()
    for _ in range(row["fair"]):
        pull = np.zeros_like(top)
        pull[1:-1, 1:-1] = 0.25 * (top[:-2, 1:-1] + top[2:, 1:-1] + top[1:-1, :-2] + top[1:-1, 2:]) - top[1:-1, 1:-1]
        for edge in (0, -1):
            pull[edge, 1:-1] = 0.5 * (top[edge, :-2] + top[edge, 2:]) - top[edge, 1:-1]
        top = top + 0.5 * pull
        thin = shape * full * row["least"] - ((top - deep) * normals).sum(-1)
        top = top + np.clip(thin, 0, None)[..., None] * normals
    area = np.linalg.norm(np.cross(np.gradient(deep, axis=0), np.gradient(deep, axis=1)), axis=2)
    for _ in range(30):
        lack = (volume - _volume(deep, top)) / (area * shape).sum()
        top = top + normals * (shape * np.clip(lack, -0.004, 0.004))[..., None]
    return top


def _belly(row: dict, fibres: int = 33) -> Muscle:
    """A rounded belly about a line."""
    middle, out = line(np.array(row["path"]), PLACES), np.asarray(row["out"], float)
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, out)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, along)
    up *= np.sign((up @ out).mean())
    t, u = np.linspace(0, 1, PLACES), np.linspace(-1, 1, fibres)
    wide = PchipInterpolator([0, 0.2, 0.5, 0.8, 1], row["wide"])(t)
    base = middle[None] + side[None] * (u[:, None] * wide)[..., None]
    round_ = np.sqrt(np.clip(1 - u**2, 0, 1))[:, None] * PchipInterpolator(row["along"], row["thick"])(t)
    low, high = 0.0005, 0.024
    for _ in range(40):
        k = 0.5 * (low + high)
        sides = base - 0.9 * k * up * round_[..., None], base + 1.1 * k * up * round_[..., None]
        low, high = (k, high) if _volume(*sides) < row["cm3"] * 1e-6 else (low, k)
    return Muscle(*sides)


def _closed(deep: np.ndarray, top: np.ndarray) -> Mesh:
    u, t = deep.shape[:2]
    i, n = np.arange(u * t).reshape(u, t), u * t
    a, b, c, d = (g.ravel() for g in (i[:-1, :-1], i[1:, :-1], i[1:, 1:], i[:-1, 1:]))
    upper = np.r_[np.c_[a, b, c], np.c_[a, c, d]]
    rim_ = [np.r_[np.c_[e[:-1], e[:-1] + n, e[1:] + n], np.c_[e[:-1], e[1:] + n, e[1:]]] for e in (i[0, ::-1], i[::-1, -1], i[-1], i[:, 0])]
    return Mesh(np.r_[top.reshape(-1, 3), deep.reshape(-1, 3)], np.concatenate([upper, upper[:, ::-1] + n, *rim_])).outward()
