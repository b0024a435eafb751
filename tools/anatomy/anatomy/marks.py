"""Landmarks that a hand finds, nerves, and places not to be pressed, from `tables/marks.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trimesh

from .mesh import Mesh, line
from .muscles import rim
from .nerves import Nerve

GUIDE = Path(__file__).parents[3] / "guide"
# Metres between places of a line on the skin.
LINE_STEP = 0.012
# Where the trunk's own line stands, in metres behind the hip joints, for what is looked for from all round.
CENTRE_OF_TRUNK = -0.02


@dataclass
class Landmark:
    """What a hand finds: a place, or places along an edge, on the bone and on the skin of each body."""

    bone: np.ndarray
    skin: dict[str, np.ndarray]


@dataclass
class NoGo:
    """The middle of a place not to be pressed, as lines on the skin of each body, and how far to keep, in metres."""

    keep: float
    lines: list[dict[str, np.ndarray]]


@dataclass
class Marks:
    """All of them by the guide's id; nerves by a name of their own."""

    landmarks: dict[str, Landmark]
    nerves: dict[str, Nerve]
    no_go: dict[str, NoGo]


def marks(table: Path, skins: dict[str, Mesh], hip: Mesh, nerves: dict[str, Nerve], found: dict[str, np.ndarray]) -> Marks:
    """`skins`: both halves of each body. `found`: the landmarks that the skeleton gave."""
    rows = tomllib.loads(table.read_text())
    solids = {body: skin.solid() for body, skin in skins.items()}
    put = lambda places, side: {body: _on_skin(places, side, solid) for body, solid in solids.items()}
    landmarks = {}
    for row in rows["landmark"]:
        bone = found[row["at"]][None] if "at" in row else _edge(rim(hip))
        landmarks[row["id"]] = Landmark(bone, put(bone, row["from"]))
    keep = {row["id"]: row["keep_cm"] / 100 for row in tomllib.loads((GUIDE / "no_go.toml").read_text())["no_go"]}
    no_go = {}
    for row in rows["no_go"]:
        of = lambda p: landmarks[p].bone[0] if isinstance(p, str) else np.array(p, float)
        lines = [put(_even(np.array([of(p) for p in one["at"]]), LINE_STEP), one["from"]) for one in row["line"]]
        no_go[row["id"]] = NoGo(keep[row["id"]], lines)
    return Marks(landmarks, nerves, no_go)


def _edge(places: np.ndarray) -> np.ndarray:
    """A rough edge made smooth, its ends kept."""
    for _ in range(6):
        places = places.copy()
        places[1:-1] = 0.25 * places[:-2] + 0.5 * places[1:-1] + 0.25 * places[2:]
    return _even(places, LINE_STEP)


def _even(places: np.ndarray, step: float) -> np.ndarray:
    if len(places) == 1:
        return places
    return line(places, int(np.ceil(np.linalg.norm(np.diff(places, axis=0), axis=1).sum() / step)) + 1)


def _on_skin(places: np.ndarray, side, solid) -> np.ndarray:
    """Where the skin is met on the way out of the body, to `side`, away from the trunk's own line, or where it is nearest."""
    if side == "nearest":
        return trimesh.proximity.closest_point(solid, places)[0]
    if side == "round":
        way = (places - [CENTRE_OF_TRUNK, 0, 0]) * [1, 0, 1]
    else:
        way = np.tile(np.array(side, float), (len(places), 1))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    # On the midline triangles of both halves meet; a hair beside it lies in one.
    start = places + way * 0.5 + [0, 0, 1e-5]
    hit, ray, _ = solid.ray.intersects_location(start, -way, multiple_hits=False)
    if len(hit) != len(places):
        raise ValueError(f"no skin over {places[np.setdiff1d(np.arange(len(places)), ray)].round(3)}")
    out = np.empty_like(places)
    out[ray] = hit
    out[places[:, 2] == 0, 2] = 0
    return out
