"""Trigger points: a place in a muscle's sheet of fibres, from `tables/points.toml`, and how a hand gets there."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.interpolate import RegularGridInterpolator

from .mesh import Mesh, joined
from .muscles import Muscle

# A press meets the skin within this angle, and crosses no bone.
STEEPEST = np.cos(np.radians(35))


@dataclass
class Point:
    """A trigger point: where it lies, which way its fibres run, and where on the skin it is pressed, in metres.

    `flesh`: metres of each muscle on the way in. `off`: metres from the press to where the guide's words have it.
    """

    source: str
    muscle: str
    place: np.ndarray
    fibre: np.ndarray
    pressed_at: np.ndarray
    flesh: dict[str, float]
    off: float


def points(table: Path, skin: Mesh, bones: dict[str, Mesh], muscles: dict[str, Muscle], marks: dict[str, np.ndarray]) -> list[Point]:
    """Every point of the table with its way in through this skin."""
    skeleton, normals = joined(list(bones.values())).solid(), skin.normals()
    solids = {name: muscle.mesh().solid() for name, muscle in muscles.items()}
    out = []
    for row in tomllib.loads(table.read_text())["point"]:
        place, fibre = _in_sheet(muscles[row["muscle"]], row["across"], row["along"], row["depth"])
        at = _way_in(place, skin.vertices, normals, skeleton)
        flesh = {name: _through(solid, at, place) for name, solid in solids.items()}
        told = marks[row["told"]["from"]] + np.array(row["told"]["cm"]) / 100
        flesh = {name: through for name, through in flesh.items() if through > 0.001}
        out.append(Point(row["source"], row["muscle"], place, fibre, at, flesh, _from_line(told, place, at)))
    return out


def _in_sheet(muscle: Muscle, across: float, along: float, depth: float) -> tuple[np.ndarray, np.ndarray]:
    grid = muscle.top * (1 - depth) + muscle.deep * depth
    axes = np.linspace(0, 1, grid.shape[0]), np.linspace(0, 1, grid.shape[1])
    at = RegularGridInterpolator(axes, grid)
    fibre = at([across, min(along + 0.03, 1)])[0] - at([across, max(along - 0.03, 0)])[0]
    return at([across, along])[0], fibre / np.linalg.norm(fibre)


def _way_in(place: np.ndarray, skin: np.ndarray, normals: np.ndarray, skeleton) -> np.ndarray:
    """The nearest place of the skin from which a straight press gets there, past bone and not too slantwise."""
    way = skin - place
    far = np.linalg.norm(way, axis=1)
    straight = (way * normals).sum(1) / far > STEEPEST
    near = np.flatnonzero(straight & (far < 0.12) & (skin[:, 2] > 0.015))
    near = near[far[near].argsort()]
    start, to = skin[near], -way[near] / far[near][:, None]
    hit, ray, _ = skeleton.ray.intersects_location(start, to, multiple_hits=False)
    blocked = np.zeros(len(near), bool)
    blocked[ray] = np.linalg.norm(hit - start[ray], axis=1) < far[near][ray]
    if blocked.all():
        raise ValueError(f"no way in to the point at {place.round(3)}")
    return skin[near[~blocked][0]]


def _from_line(place: np.ndarray, start: np.ndarray, end: np.ndarray) -> float:
    along = np.clip((place - start) @ (end - start) / ((end - start) @ (end - start)), 0, 1)
    return float(np.linalg.norm(start + along * (end - start) - place))


def _through(solid, start: np.ndarray, end: np.ndarray) -> float:
    steps = np.linspace(0, 1, 200)[:, None]
    return float(solid.contains(start + (end - start) * steps).mean() * np.linalg.norm(end - start))
