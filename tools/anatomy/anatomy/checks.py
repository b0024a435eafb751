"""What must be true of the parts. Each check says in words what is wrong; none changes anything."""

import tomllib
from pathlib import Path

import numpy as np

import trimesh

from . import zones as zoned
from .marks import Marks
from .mesh import Mesh
from .muscles import Muscle
from .points import Point
from .skin import Skin
from .thin import Half

TABLES = Path(__file__).parent.parent / "tables"
# Degrees below horizontal of maximus, chord seen from behind, mean of the fibres: Barker 2014.
MAXIMUS_SLOPE = (32, 45)
# Millimetres of flesh over a bone that a hand can find.
DEPTHS = {"asis": (15, 25), "side_knob": (20, 30)}
# A vertex of the skin's coarse triangles may cut a corner by this much, in metres.
THROUGH = 0.001
GUIDE = Path(__file__).parents[3] / "guide"
# A zone that a brush can reach has at least this many places on the skin.
LEAST_PLACES = 8
# Metres: muscle over a point of maximus, and from the line of a press to where the guide's words have the point.
OVER_MAXIMUS, FROM_WORDS = 0.008, 0.025
# How far a thinned bone may lie from the full one, in metres; the sacrum of the full one is not quite symmetric.
THINNED, THINNED_SACRUM = 0.0015, 0.003
# How far a point of a second run may lie from the first, in metres.
SAME = 0.0015


def bones(skeleton: dict[str, Mesh], marks: dict[str, np.ndarray]) -> list[str]:
    wrong = [f"bone {name} is not watertight" for name, mesh in skeleton.items() if not mesh.solid().is_watertight]
    for row in tomllib.loads((TABLES / "landmarks.toml").read_text())["landmark"]:
        off = np.linalg.norm(marks[row["id"]] - row["at"])
        if off > SAME:
            wrong.append(f"landmark {row['id']} lies {off * 1000:.1f} mm from where the table has it")
    return wrong


def thinned(skeleton: dict[str, Mesh], halves: dict[str, Half]) -> list[str]:
    wrong = []
    for name, half in halves.items():
        thin, full = half.closed().solid(), skeleton[name].solid()
        if not thin.is_watertight:
            wrong.append(f"thinned bone {name} is not watertight")
        off = max(trimesh.proximity.closest_point(a, b.vertices)[1].max() for a, b in ((thin, full), (full, thin)))
        if off > (THINNED_SACRUM if name == "sacrum" else THINNED):
            wrong.append(f"thinned bone {name} lies {off * 1000:.1f} mm from the full one")
    return wrong


def muscles(laid: dict[str, Muscle]) -> list[str]:
    wrong = []
    for row in tomllib.loads((TABLES / "muscles.toml").read_text())["muscle"]:
        solid = laid[row["id"]].mesh().solid()
        if not solid.is_volume:
            wrong.append(f"muscle {row['id']} is not closed, or does not face outwards throughout")
        if abs(solid.volume * 1e6 / row["cm3"] - 1) > 0.05:
            wrong.append(f"muscle {row['id']} holds {solid.volume * 1e6:.0f} cm3 instead of {row['cm3']}")
    slope = maximus_slope(laid["gluteus_maximus"])
    if not MAXIMUS_SLOPE[0] <= slope <= MAXIMUS_SLOPE[1]:
        wrong.append(f"maximus falls {slope:.0f} degrees, not {MAXIMUS_SLOPE[0]} to {MAXIMUS_SLOPE[1]}")
    return wrong


def maximus_slope(maximus: Muscle) -> float:
    """Mean slope of the fleshy part of each fibre, as a chord seen from behind, in degrees below horizontal."""
    middle = 0.5 * (maximus.deep + maximus.top)
    chord = middle[:, 39] - middle[:, 4]
    return float(np.degrees(np.arctan2(-chord[:, 1], chord[:, 2])).mean())


def skin(skin: Skin, skeleton: dict[str, Mesh], marks: dict[str, np.ndarray], laid: dict[str, Muscle]) -> list[str]:
    wrong = []
    for body in skin.vertices:
        solid = skin.whole(body).solid()
        if not solid.is_watertight:
            wrong.append(f"the {body} skin is not watertight")
        for name, mesh in (skeleton | {name: muscle.mesh() for name, muscle in laid.items()}).items():
            out = mesh.vertices[~solid.contains(mesh.vertices)]
            far = trimesh.proximity.closest_point(solid, out)[1].max() if len(out) else 0
            if far > THROUGH:
                wrong.append(f"{name} comes through the {body} skin by {far * 1000:.1f} mm at {out.mean(0).round(3)}")
        for name, (least, most) in DEPTHS.items():
            deep = trimesh.proximity.closest_point(solid, [marks[name]])[1][0] * 1000
            if not least <= deep <= most:
                wrong.append(f"{name} lies {deep:.0f} mm under the {body} skin, not {least} to {most}")
    return wrong


def zones(skin: Skin, marks: dict[str, np.ndarray]) -> list[str]:
    """Each zone of the guide has a shape, and is to be found on both bodies."""
    table = TABLES / "zones.toml"
    have, wanted = zoned.names(table), [z["id"] for z in tomllib.loads((GUIDE / "zones.toml").read_text())["zone"]]
    wrong = [f"zone {name} is in one of guide and tables only" for name in sorted(set(have) ^ set(wanted))]
    for body, right in skin.vertices.items():
        normals = skin.whole(body).normals()[: len(right)]
        found = np.bincount(zoned.assigned(table, right, normals, marks) + 1, minlength=len(have) + 1)[1:]
        wrong += [
            f"zone {name} has only {count} places on the {body} skin"
            for name, count in zip(have, found)
            if count < LEAST_PLACES and name != "pelvis_inner"
        ]
    return wrong


def points(found: list[Point], laid: dict[str, Muscle]) -> list[str]:
    """Each point lies in its muscle and where the guide's words have it; minimus lies under medius."""
    wrong = []
    for point in found:
        if not laid[point.muscle].mesh().solid().contains([point.place])[0]:
            wrong.append(f"point {point.source} lies outside {point.muscle}")
        if point.off > FROM_WORDS:
            wrong.append(f"point {point.source} is pressed {point.off * 100:.1f} cm from where the guide tells it")
        if point.muscle == "gluteus_maximus" and point.flesh.get(point.muscle, 0) < OVER_MAXIMUS:
            wrong.append(f"point {point.source} has less than {OVER_MAXIMUS * 1000:.0f} mm of maximus over it")
        if point.muscle == "gluteus_minimus" and "gluteus_medius" not in point.flesh:
            wrong.append(f"point {point.source} does not lie under medius")
    return wrong


def nerves(marks: Marks, skins: dict[str, Mesh], skeleton: dict[str, Mesh]) -> list[str]:
    """Each nerve runs under the skin of both bodies and through no bone."""
    wrong = []
    for name, nerve in marks.nerves.items():
        wrong += [
            f"nerve {name} comes through the {body} skin"
            for body, skin in skins.items()
            if not skin.solid().contains(nerve.path).all()
        ]
        wrong += [f"nerve {name} runs through {bone}" for bone, mesh in skeleton.items() if mesh.solid().contains(nerve.path).any()]
    return wrong
