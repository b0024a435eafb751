"""Looks at meshes from afar along one direction: for each dot of a picture what is seen, where, and which way it faces."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
import trimesh
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from .mesh import Mesh, joined

# Dots a unit of a plate. A unit is a CSS pixel when a plate is 360 pixels wide.
FINE = 2.0
# How far in front of the scene the lines of sight begin, in metres.
AWAY = 3.0


@dataclass
class Camera:
    """A view along parallel lines. `towards` points at the eye; `middle` (metres) comes to lie at `at` (units).

    The picture is `size` units from `corner` on, `scale` units a metre.
    """

    towards: np.ndarray
    up: np.ndarray
    middle: np.ndarray
    at: tuple[float, float]
    corner: tuple[int, int]
    size: tuple[int, int]
    scale: float

    def axes(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Right and up in the picture, and towards the eye, each of length one."""
        towards = np.array(self.towards, float) / np.linalg.norm(self.towards)
        right = np.cross(self.up, towards)
        right /= np.linalg.norm(right)
        return right, np.cross(towards, right), towards

    def seen(self, places: np.ndarray) -> np.ndarray:
        """Units rightwards, downwards, and metres towards the eye of each place."""
        right, up, towards = self.axes()
        off = places - self.middle
        return np.stack([self.at[0] + off @ right * self.scale, self.at[1] - off @ up * self.scale, off @ towards], -1)


@dataclass
class Picture:
    """Rows of dots. `part` is the number of the mesh that is seen, -1 for none; the rest holds only where it is not."""

    camera: Camera
    part: np.ndarray
    place: np.ndarray
    normal: np.ndarray
    near: np.ndarray
    carried: np.ndarray | None

    @property
    def cut(self) -> np.ndarray:
        """Where the inside of an open mesh is seen."""
        return self.seen & (self.normal @ self.camera.axes()[2] < -0.2)

    @property
    def seen(self) -> np.ndarray:
        return self.part >= 0


def picture(parts: list[Mesh], camera: Camera, carried: np.ndarray | None = None) -> Picture:
    """What `camera` sees of `parts`; `carried` holds columns for all their vertices, and is given for each dot."""
    mesh = joined(parts)
    owner = np.repeat(np.arange(len(parts)), [len(p.faces) for p in parts])
    smooth = np.concatenate([p.normals() for p in parts])
    right, up, towards = camera.axes()
    wide, high = (round(n * FINE) for n in camera.size)
    x = (np.arange(wide) + 0.5) / FINE + camera.corner[0] - camera.at[0]
    y = camera.at[1] - camera.corner[1] - (np.arange(high) + 0.5) / FINE
    start = camera.middle + towards * AWAY + (x[None, :, None] * right + y[:, None, None] * up) / camera.scale
    start = start.reshape(-1, 3)
    face = mesh.solid().ray.intersects_first(start, np.tile(-towards, (len(start), 1)))
    hit = np.flatnonzero(face >= 0)
    corner = mesh.vertices[mesh.faces[face[hit]]]
    share = _shares(corner, start[hit], towards)
    shape, faces = (high, wide), mesh.faces[face[hit]]

    def mixed(values: np.ndarray) -> np.ndarray:
        out = np.zeros((len(start), values.shape[1]))
        out[hit] = (values[faces] * share[..., None]).sum(1)
        return out.reshape(*shape, -1)

    place, normal = mixed(mesh.vertices), mixed(smooth)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True) + 1e-12
    part = np.full(len(start), -1)
    part[hit] = owner[face[hit]]
    part = part.reshape(shape)
    near = np.where(part >= 0, (place - camera.middle) @ towards, np.nan)
    return Picture(camera, part, place, normal, near, None if carried is None else mixed(carried))


def _shares(corner: np.ndarray, start: np.ndarray, towards: np.ndarray) -> np.ndarray:
    """The shares of a triangle's corners at the place where a line along `towards` meets it."""
    a, b, c = (corner[:, k] - start for k in range(3))
    area = np.stack([np.cross(b, c) @ towards, np.cross(c, a) @ towards, np.cross(a, b) @ towards], 1)
    return area / area.sum(1, keepdims=True)


def finer(mesh: Mesh) -> Mesh:
    """Each triangle in four, rounded, so that outlines have no corners."""
    used, faces = np.unique(mesh.faces, return_inverse=True)
    return Mesh(*trimesh.remesh.subdivide_loop(mesh.vertices[used], faces.reshape(-1, 3), iterations=1))


def spread(values: np.ndarray, known: np.ndarray, blur: float) -> np.ndarray:
    """`values` blurred by `blur` units, taking only known dots; an unknown dot takes after the nearest known one."""
    nearest = distance_transform_edt(~known, return_distances=False, return_indices=True)
    soft = blurred(values, known, blur)
    return np.where(known, soft, soft[tuple(nearest)])


def fairer(mesh: Mesh, free: np.ndarray, rounds: int = 20) -> Mesh:
    """The mesh without small bumps where `free` (0 to 1 for each vertex). Each place moves straight in or out."""
    f, n = mesh.faces, len(mesh.vertices)
    near = sp.coo_matrix((np.ones(f.size), (f.ravel(), np.roll(f, -1, 1).ravel())), (n, n)).tocsr()
    near = ((near + near.T) > 0).astype(float)
    near = sp.diags(1 / np.maximum(np.asarray(near.sum(1)).ravel(), 1)) @ near
    for _ in range(rounds):
        out = mesh.normals()
        off = ((near @ mesh.vertices - mesh.vertices) * out).sum(1)
        mesh = Mesh(mesh.vertices + out * (0.5 * free * off)[:, None], f)
    return mesh


def blurred(values: np.ndarray, known: np.ndarray, blur: float) -> np.ndarray:
    """`values` blurred by `blur` units at the known dots, taking only known ones."""
    # A wide blur needs few dots.
    every = max(1, int(blur * FINE / 3))
    reach = blur * FINE / every
    weight = gaussian_filter(known[::every, ::every].astype("f4"), reach)
    soft = gaussian_filter(np.where(known, values, 0)[::every, ::every].astype("f4"), reach)
    soft = soft / np.maximum(weight, 1e-6)
    if every == 1:
        return soft
    rows, columns = (np.arange(n) / every for n in known.shape)
    return map_coordinates(soft, np.meshgrid(rows, columns, indexing="ij"), order=1, mode="nearest")


# How light the inside of a cut is drawn.
CUT = 0.93


def tone(seen: Picture, light: tuple[float, float, float], occlusion: float = 1.0) -> np.ndarray:
    """How light each dot is, about 0 to 1: lit softly from `light` (rightwards, upwards, towards the eye), less in folds."""
    right, up, towards = seen.camera.axes()
    lamp = right * light[0] + up * light[1] + towards * light[2]
    lit = np.clip(0.5 + 0.5 * (seen.normal @ (lamp / np.linalg.norm(lamp))), 0, 1)
    return np.where(seen.cut, CUT, lit - occlusion * folds(seen, ((6.0, 0.022), (16.0, 0.07))))


def folds(seen: Picture, reaches: tuple[tuple[float, float], ...]) -> np.ndarray:
    """How far each dot lies in a fold, 0 to 1: by how much it is deeper than what is round it.

    Each of `reaches` is how far round in units, and how much deeper, in metres, is full.
    """
    known = seen.seen & ~seen.cut
    deep, out = np.where(known, seen.near, 0), np.zeros(seen.part.shape)
    for reach, full in reaches:
        out += np.clip((blurred(deep, known, reach) - deep) / full, 0, 1) / len(reaches)
    return np.where(known, out, 0)
