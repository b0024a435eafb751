"""Draws the skin round the anatomy: out where bone or muscle would come through, in where there is too much flesh."""

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as solve

from .field import BODY, Field
from .mesh import MIRROR, Mesh
from .muscles import Muscle
from .skin import CUT, Skin

# Least flesh over bone, and least fat over muscle, by height, in metres.
OVER_BONE_AT, OVER_BONE = [-0.74, -0.62, -0.50], [0.003, 0.004, 0.006]
FAT_AT = [-0.5, -0.3, -0.16, -0.08, 0.06, 0.12, 0.16]
FAT = [0.003, 0.0035, 0.007, 0.010, 0.009, 0.006, 0.005]
# How deep a bone that a hand can find lies under the skin, and how far round it the skin follows, in metres.
DEPTH, ROUND_IT = {"asis": 0.020, "side_knob": 0.025}, 0.045
ROUNDS, PULLING = 50, 26


def fit(skin: Skin, bones: dict[str, Mesh], marks: dict[str, np.ndarray], muscles: dict[str, Muscle]) -> Skin:
    """The skin with both bodies fitted to the same bones and muscles."""
    bone, flesh = Field(BODY), Field(BODY)
    for name, mesh in bones.items():
        if name != "discs":
            bone.add(mesh)
    for muscle in muscles.values():
        flesh.add(muscle.mesh())
    everything = Field(BODY)
    everything.inside = bone.inside | flesh.inside
    hull = everything.closed(0.024).ready()
    fields = bone.ready(), flesh.ready(), hull
    found = [(marks[name], depth) for name, depth in DEPTH.items()]
    return Skin({body: _fitted(skin, body, fields, found) for body in skin.vertices}, skin.faces, skin.seam)


def _fitted(skin: Skin, body: str, fields: tuple[Field, Field, Field], found: list) -> np.ndarray:
    bone, flesh, hull = fields
    whole = skin.whole(body)
    start, n = whole.vertices, len(skin.vertices[body])
    bend = _bending(whole)
    # The lid and the foot stay as they are.
    free = np.clip((CUT - 0.004 - start[:, 1]) / 0.03, 0, 1) * np.clip((start[:, 1] + 0.80) / 0.06, 0, 1)
    moved = np.zeros_like(start)
    for turn in range(ROUNDS):
        at = start + moved
        folded = np.abs(at * [0, 0, 1]) + at * [1, 1, 0]
        off = np.clip(np.abs(at[:, 2]) / 0.02, 0.5, 1)
        fat = _fat(at)
        push = np.maximum(np.interp(at[:, 1], OVER_BONE_AT, OVER_BONE) * off - bone.distance(folded), fat - flesh.distance(folded))
        push = np.clip(push, 0, 0.010) * free
        pull = np.zeros(len(at))
        if turn < PULLING:
            pull = np.clip(hull.distance(folded) - 1.15 * fat - 0.001, 0, 0.008) * _may_sink(at) * (push < 1e-5)
        for place, depth in found:
            pull += _towards(folded, place, depth) * (push < 1e-5)
        weight = np.where(push > 1e-5, 60.0 if turn < PULLING else 250.0, np.where(np.abs(pull) > 2e-4, 6.0, 0.05 if turn < PULLING else 1.5))
        weight = np.where(free > 0, weight, 1e3)
        goal = moved + Mesh(at, whole.faces).normals() * (push - pull)[:, None]
        stiff = 400.0 if turn < PULLING else 40.0
        system = solve.splu((sp.diags(weight) + stiff * (bend.T @ bend)).tocsc())
        moved = np.stack([system.solve(weight * goal[:, k]) for k in range(3)], 1)
    return _symmetric(start + moved, skin.seam, n)


def _symmetric(v: np.ndarray, seam: int, n: int) -> np.ndarray:
    right = v[:n].copy()
    right[seam:] = 0.5 * (right[seam:] + v[n:] * MIRROR)
    right[:seam, 2] = 0
    return right


def _fat(at: np.ndarray) -> np.ndarray:
    """Least fat over muscle: thinner at the front, and towards the midline."""
    deep = np.interp(at[:, 1], FAT_AT, FAT) * np.where(at[:, 0] < 0.02, 1, 0.75)
    return deep * np.clip((np.abs(at[:, 2]) - 0.004) / 0.055, 0.12, 1)


def _towards(at: np.ndarray, place: np.ndarray, depth: float) -> np.ndarray:
    """How far to draw the skin in (or let it out) so that `place` comes to lie `depth` under it."""
    far = np.linalg.norm(at - place, axis=1)
    nearest = at[far.argmin()]
    return np.clip(far.min() - depth, -0.004, 0.006) * np.exp(-((np.linalg.norm(at - nearest, axis=1) / ROUND_IT) ** 2))


def _may_sink(at: np.ndarray) -> np.ndarray:
    """Where too much flesh is drawn in, 0 to 1: buttock, hip and upper thigh, not the belly or the cleft."""
    side = np.clip((np.maximum(0.03 - at[:, 0], np.abs(at[:, 2]) - 0.10)) / 0.02 + 0.5, 0, 1)
    high = np.clip((at[:, 1] + 0.30) / 0.08, 0, 1) * np.clip((0.25 - at[:, 1]) / 0.12, 0, 1)
    return side * high * np.clip((np.abs(at[:, 2]) - 0.012) / 0.02, 0, 1)


def _bending(mesh: Mesh) -> sp.csr_matrix:
    f, n = mesh.faces, len(mesh.vertices)
    i, j = np.r_[f[:, 0], f[:, 1], f[:, 2]], np.r_[f[:, 1], f[:, 2], f[:, 0]]
    near = sp.coo_matrix((np.ones(len(i)), (i, j)), (n, n)).tocsr()
    near = ((near + near.T) > 0).astype(float)
    return sp.diags(np.asarray(near.sum(1)).ravel()) - near
