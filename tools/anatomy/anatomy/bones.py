"""Puts the skeleton together: the mean pelvis and leg of `musculoskeletal-models`, the lumbar spine of `myo_sim`.

The tailbone and the discs are drawn here, as neither set has them.
"""

from pathlib import Path

import numpy as np
import trimesh
from scipy.optimize import least_squares
from scipy.spatial import cKDTree

from . import lagrange
from .mesh import MIRROR, Mesh, joined, swept

ATLAS = "musculoskeletal/models/atlas_meshes"
LUMBAR = "myo_sim/models/meshes"
# What the file of the spine holds; all others come from `musculoskeletal-models`, whose licence asks for a file of their own.
SPINE = ("lumbar", "coccyx", "discs")
# The front pelvic plane of a standing person leans a little forwards.
PELVIS_LEANS = np.radians(3.0)
TOES_OUT = np.radians(5.0)
# Joint centres of the standing body that the skin is made for.
KNEE = np.array([0.0125, -0.3921, 0.1088])
ANKLE = np.array([-0.0038, -0.7630, 0.1083])
# Where myo_sim puts each vertebra on the one below: shift, shift of its mesh, turn (radians).
CHAIN = [
    ("lumbar5", (-0.098, 0.071, 0), (-0.01, -0.01, 0), -0.3),
    ("lumbar4", (0.009, 0.0321, 0), (-0.009, -0.004, 0), -0.2),
    ("lumbar3", (0.0006, 0.0332, 0), (-0.004, -0.002, 0), -0.1),
    ("lumbar2", (-0.0067, 0.0351, 0), (0, 0, 0), 0.1),
    ("lumbar1", (-0.0114, 0.0288, 0), (0, 0, 0), 0.25),
]


def skeleton(muscle_models: Path, myo_sim: Path) -> tuple[dict[str, Mesh], dict[str, np.ndarray]]:
    """Every bone of the right half and the midline by name, and the landmarks that the other parts hang on."""
    hip, sacrum, marks = _pelvis(muscle_models / ATLAS)
    bones = {"ilium": hip, "sacrum": sacrum}
    bones |= _leg(muscle_models / ATLAS, marks)
    bones["coccyx"] = _coccyx(sacrum.vertices[sacrum.vertices[:, 1].argmin()])
    bones |= _lumbar(myo_sim / LUMBAR, sacrum)
    seat = _seat(bones["ilium"])
    return bones, marks | {"sit_bone": seat, "tailbone": bones["coccyx"].vertices[bones["coccyx"].vertices[:, 1].argmin()]}


def _seat(hip: Mesh) -> np.ndarray:
    """The sit bone: the lowest place of the hip bone."""
    return hip.vertices[hip.vertices[:, 1].argmin()]


def _to_world(v: np.ndarray) -> np.ndarray:
    """CT frame in millimetres (x left, y back, z up) to ours in metres."""
    return np.stack([-v[:, 1], v[:, 2], -v[:, 0]], 1) / 1000


def _load(folder: Path, field: str, mesh: str, steps: int) -> Mesh:
    vertices, faces = lagrange.triangulate(*lagrange.read(folder, field, mesh), steps)
    return Mesh(_to_world(vertices), faces).outward()


def _split(mesh: Mesh) -> list[Mesh]:
    parts = mesh.solid().split(only_watertight=False)
    return [Mesh(np.asarray(p.vertices), np.asarray(p.faces)).outward() for p in parts]


def _sphere(points: np.ndarray, near: np.ndarray) -> np.ndarray:
    fit = least_squares(lambda x: np.linalg.norm(points - x[:3], axis=1) - x[3], np.append(near, 0.024))
    return fit.x[:3]


def _turn(about_z: float) -> np.ndarray:
    c, s = np.cos(about_z), np.sin(about_z)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])


def _pelvis(folder: Path) -> tuple[Mesh, Mesh, dict[str, np.ndarray]]:
    whole = _load(folder, "pelvis_combined_cubic_mean_rigid_LLP26", "pelvis_combined_cubic_flat", 5)
    turn, foot = _symmetry(whole.vertices)
    parts = _split(whole.moved(turn, -turn @ foot))
    parts.sort(key=lambda p: p.vertices[:, 2].mean())
    left, sacrum, right = parts
    # The left hip bone is the one whose leg we have; mirrored it is our right one.
    hip = left.mirrored()
    asis, pubis = _front(hip.vertices)
    lean = np.arctan2(*(asis - pubis)[:2]) - PELVIS_LEANS
    hip, sacrum = (p.moved(_turn(lean), 0) for p in (hip, sacrum))
    femur = _load(folder, "femur_left_mean_rigid_LLP26", "femur_left_quartic_flat", 6)
    femur = femur.moved(turn, -turn @ foot).mirrored().moved(_turn(lean), 0)
    head = _head(femur.vertices)
    socket = _sphere(_socket(hip, head), head)
    origin = np.array([socket[0], socket[1], 0])
    hip, sacrum = (p.moved(np.eye(3), -origin) for p in (hip, sacrum))
    asis, pubis = _front(hip.vertices)
    high = hip.vertices[hip.vertices[:, 1] > asis[1] - 0.06]
    marks = {"hip": socket - origin, "asis": asis, "pubis": pubis, "psis": high[high[:, 0].argmin()]}
    sacrum.vertices[:, 2] = 0.5 * (sacrum.vertices[:, 2] - _twin(sacrum.vertices))
    return hip, sacrum, marks


def _twin(v: np.ndarray) -> np.ndarray:
    """The sideways place of the vertex nearest to each vertex's mirror image."""
    return v[cKDTree(v).query(v * MIRROR)[1], 2]


def _symmetry(v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn into, and a point of, the body's plane of symmetry, by fitting the pelvis to its own mirror image."""
    tree, turn, shift = cKDTree(v), np.eye(3), np.zeros(3)
    mirrored = (v - v.mean(0)) * MIRROR + v.mean(0)
    for _ in range(60):
        moved = mirrored @ turn.T + shift
        target = v[tree.query(moved)[1]]
        a, b = mirrored.mean(0), target.mean(0)
        u, _, w = np.linalg.svd((target - b).T @ (mirrored - a))
        turn = u @ np.diag([1, 1, np.linalg.det(u @ w)]) @ w
        shift = b - turn @ a
    values, vectors = np.linalg.eig(turn @ np.diag(MIRROR))
    right = np.real(vectors[:, np.argmin(np.real(values))])
    right *= np.sign(right[2])
    up = np.array([0, 1, 0]) - right * right[1]
    up /= np.linalg.norm(up)
    frame = np.stack([np.cross(up, right), up, right])
    return frame, 0.5 * (v + mirrored @ turn.T + shift).mean(0)


def _front(v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Front upper spine and pubic tubercle of a right hip bone."""
    upper = v[(v[:, 1] > np.median(v[:, 1])) & (v[:, 2] > 0.09)]
    lower = v[(v[:, 1] < v[:, 1].min() + 0.09) & (v[:, 2] < 0.045)]
    return upper[upper[:, 0].argmax()], lower[lower[:, 0].argmax()]


def _head(femur: np.ndarray) -> np.ndarray:
    """Centre of the femur's head: the ball at its inner upper end."""
    inner = femur[femur[:, 1] > femur[:, 1].max() - 0.06]
    tip = inner[inner[:, 2].argmin()]
    centre = tip + [0, 0, 0.023]
    for _ in range(8):
        ball = femur[(np.abs(np.linalg.norm(femur - centre, axis=1) - 0.023) < 0.003) & (femur[:, 2] < centre[2] + 0.006)]
        centre = _sphere(ball, centre)
    return centre


def _socket(hip: Mesh, head: np.ndarray) -> np.ndarray:
    to = head - hip.vertices
    far = np.linalg.norm(to, axis=1)
    facing = (hip.normals() * to).sum(1) / (far + 1e-9)
    return hip.vertices[(far < 0.031) & (facing > 0.85)]


def _frame(up: np.ndarray, right: np.ndarray) -> np.ndarray:
    up = up / np.linalg.norm(up)
    right = right - up * (up @ right)
    right /= np.linalg.norm(right)
    return np.stack([np.cross(up, right), up, right], 1)


def _leg(folder: Path, marks: dict[str, np.ndarray]) -> dict[str, Mesh]:
    femur = _load(folder, "femur_left_mean_rigid_LLP26", "femur_left_quartic_flat", 6).mirrored()
    shank = _load(folder, "tibia_fibula_cubic_left_mean_rigid_LLP26", "tibia_fibula_left_cubic_flat", 6).mirrored()
    patella = _load(folder, "patella_left_mean_rigid_LLP26", "patella_11_left", 6).mirrored()
    head = _head(femur.vertices)
    low = femur.vertices[(femur.vertices[:, 1] > femur.vertices[:, 1].min() + 0.012) & (femur.vertices[:, 1] < femur.vertices[:, 1].min() + 0.055)]
    inner, outer = low[low[:, 2].argmin()], low[low[:, 2].argmax()]
    knee, out = (inner + outer) / 2, np.array([-np.sin(TOES_OUT), 0, np.cos(TOES_OUT)])
    turn = _frame(marks["hip"] - KNEE, out) @ _frame(head - knee, outer - inner).T
    femur = Mesh((femur.vertices - head) @ turn.T + marks["hip"], femur.faces)
    place = lambda p: (p - head) @ turn.T + marks["hip"]
    marks |= {"knee": place(knee), "inner_knee": place(inner), "outer_knee": place(outer), "ankle": ANKLE}
    upper = femur.vertices[femur.vertices[:, 1] > -0.08]
    marks["side_knob"] = upper[upper[:, 2].argmax()]
    patella = Mesh((patella.vertices - patella.vertices.mean(0)) @ turn.T + marks["knee"] + [0.043, 0.006, 0.002], patella.faces)
    tibia, fibula = sorted(_split(shank), key=lambda p: -abs(p.solid().volume))
    plateau = tibia.vertices[tibia.vertices[:, 1] > tibia.vertices[:, 1].max() - 0.012].mean(0)
    foot = (tibia.vertices[tibia.vertices[:, 1].argmin()] + fibula.vertices[fibula.vertices[:, 1].argmin()]) / 2
    top = tibia.vertices[tibia.vertices[:, 1] > tibia.vertices[:, 1].max() - 0.02]
    wide = np.linalg.svd(top - top.mean(0))[2][0]
    old = _frame(plateau - foot, wide * np.sign(wide[2]))
    head_of_shank = marks["knee"] + [0, -0.0255, 0]
    new = _frame(head_of_shank - ANKLE, out)
    longer = np.array([1, np.linalg.norm(head_of_shank - ANKLE) / np.linalg.norm(plateau - foot), 1])
    fit = lambda m: Mesh(((m.vertices - plateau) @ old * longer) @ new.T + head_of_shank, m.faces)
    return {"femur": femur, "patella": patella, "tibia": fit(tibia), "fibula": fit(fibula)}


def _coccyx(apex: np.ndarray) -> Mesh:
    """Four small joined segments, curving forwards under the sacrum (drawn here; no source mesh)."""
    angle = np.radians(np.linspace(-66, -8, 15))
    steps = np.stack([np.cos(angle), np.sin(angle), 0 * angle], 1) * 0.0031
    path = np.array([apex[0], apex[1], 0]) + [-0.006, 0.007, 0] + np.cumsum(steps, 0)
    taper = np.interp(np.linspace(0, 1, 15), [0, 0.2, 1], [1, 0.95, 0.32])
    knuckle = 1 + 0.10 * np.cos(np.linspace(0, 8 * np.pi, 15))
    return swept(path, 0.0155 * taper * knuckle, 0.0072 * np.sqrt(taper) * knuckle, (0, 0, 1))


def _lumbar(folder: Path, sacrum: Mesh) -> dict[str, Mesh]:
    at, normal = _plate_of_sacrum(sacrum)
    spine, foot = [], np.zeros(3)
    for name, shift, own, turn in CHAIN:
        foot = foot + np.array(shift)
        raw = trimesh.load(folder / f"{name}.stl")
        raw.merge_vertices()
        v, f = trimesh.remesh.subdivide_loop(raw.vertices, raw.faces, iterations=1)
        spine.append((name, Mesh(v @ _turn(turn).T + np.array(own) + foot, f)))
    under, lean = _plate(spine[0][1], -1)
    turn = np.clip(np.radians(12) + np.arctan2(lean[0], lean[1]) - np.arctan2(normal[0], normal[1]), -0.245, 0.245)
    placed = {n: Mesh((m.vertices - under) @ _turn(turn).T + at + normal * 0.009, m.faces) for n, m in spine}
    for m in placed.values():
        m.vertices[:, 2] -= 0.5 * (m.vertices[:, 2].max() + m.vertices[:, 2].min())
    return placed | {"discs": _discs(at, normal, list(placed.values()))}


def _plate_of_sacrum(sacrum: Mesh) -> tuple[np.ndarray, np.ndarray]:
    up = np.array([np.sin(np.radians(38)), np.cos(np.radians(38)), 0])
    v = sacrum.vertices
    top = v[(sacrum.normals() @ up > 0.8) & (np.abs(v[:, 2]) < 0.022) & (v[:, 1] > 0.07) & (v[:, 0] > -0.075)]
    normal = np.linalg.svd(top - top.mean(0))[2][2]
    return top.mean(0) * [1, 1, 0], normal * np.sign(normal[1])


def _plate(vertebra: Mesh, facing: int) -> tuple[np.ndarray, np.ndarray]:
    """Middle and upward normal of a vertebral body's upper (1) or lower (-1) plate."""
    v, n = vertebra.vertices, vertebra.normals()
    flat = (facing * n[:, 1] > 0.65) & (v[:, 0] > v[:, 0].max() - 0.033) & (facing * (v[:, 1] - v[:, 1].mean()) > 0)
    normal = n[flat].mean(0) * facing
    return v[flat].mean(0) * [1, 1, 0], normal / np.linalg.norm(normal)


def _discs(at: np.ndarray, normal: np.ndarray, spine: list[Mesh]) -> Mesh:
    below = [(at, normal)] + [_plate(m, 1) for m in spine[:-1]]
    discs, ball = [], trimesh.creation.icosphere(2)
    rounded = np.sign(ball.vertices) * np.abs(ball.vertices) ** 0.75
    for (a, n), above in zip(below, spine):
        b, m = _plate(above, -1)
        up = (n + m) / np.linalg.norm(n + m)
        half = max(0.0042, abs((b - a) @ up) / 2 + 0.0012)
        axes = np.stack([np.cross(up, [0, 0, 1]) * 0.0165, up * half, np.array([0, 0, 0.0235])])
        discs.append(Mesh((a + b) / 2 + rounded @ axes, np.asarray(ball.faces)).outward())
    return joined(discs)
