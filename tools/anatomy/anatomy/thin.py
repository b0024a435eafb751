"""Bones with as few triangles as a picture needs, right half only: what the program loads.

A bone of the right side is closed as it is. One on the midline is cut there, and closed by its mirror image.
"""

from dataclasses import dataclass

import numpy as np
import pymeshlab
import trimesh
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import reverse_cuthill_mckee

from .mesh import MIRROR, Mesh

# Triangles of the right half of each bone.
TRIANGLES = {"ilium": 2700, "sacrum": 1300, "femur": 1900, "patella": 300, "tibia": 1100, "fibula": 600, "coccyx": 260, "discs": 700}
OF_A_VERTEBRA = 800
MIDLINE = ("sacrum", "coccyx", "discs", "lumbar")
# Beside the midline, so that no vertex lies in the cut.
BESIDE = 1.3e-5


@dataclass
class Half:
    """The right half of a bone; the first `seam` vertices lie on the midline, none if it has a twin on the left."""

    vertices: np.ndarray
    faces: np.ndarray
    seam: int

    def closed(self) -> Mesh:
        """The bone of the right side, or both halves of one on the midline."""
        if self.seam == 0:
            return Mesh(self.vertices, self.faces)
        n = len(self.vertices)
        twin = np.r_[np.arange(self.seam), np.arange(n, 2 * n - self.seam)]
        return Mesh(np.r_[self.vertices, self.vertices[self.seam :] * MIRROR], np.r_[self.faces, twin[self.faces][:, ::-1]])


def thinned(bones: dict[str, Mesh]) -> dict[str, Half]:
    """Every bone by name, in the order given."""
    return {name: _half(mesh, TRIANGLES.get(name, OF_A_VERTEBRA), name.startswith(MIDLINE)) for name, mesh in bones.items()}


def _half(mesh: Mesh, triangles: int, midline: bool) -> Half:
    if midline:
        mesh = _cut(mesh)
    work = pymeshlab.MeshSet(verbose=False)
    work.add_mesh(pymeshlab.Mesh(mesh.vertices, mesh.faces))
    work.meshing_decimation_quadric_edge_collapse(
        targetfacenum=triangles, preserveboundary=True, boundaryweight=3, preservenormal=True, preservetopology=True, planarquadric=True
    )
    v, f = work.current_mesh().vertex_matrix().copy(), work.current_mesh().face_matrix().copy()
    seam = np.zeros(len(v), bool)
    if midline:
        seam[_border(f)] = True
        v[seam, 2] = 0
        v[~seam, 2] = np.maximum(v[~seam, 2], 0.0002)
    return _ordered(v, f, seam)


def _cut(mesh: Mesh) -> Mesh:
    """What lies right of the midline."""
    part = trimesh.Trimesh(*trimesh.intersections.slice_faces_plane(mesh.vertices, mesh.faces, [0, 0, 1], [0, 0, BESIDE])[:2])
    part.merge_vertices()
    return Mesh(np.asarray(part.vertices), np.asarray(part.faces))


def _border(faces: np.ndarray) -> np.ndarray:
    sides = np.sort(np.r_[faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]], 1)
    pair, count = np.unique(sides, axis=0, return_counts=True)
    return np.unique(pair[count == 1])


def _ordered(v: np.ndarray, f: np.ndarray, seam: np.ndarray) -> Half:
    """Neighbours numbered one after the other, the midline first: small steps are written in few bytes."""
    ends = np.r_[f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]]
    near = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), (len(v),) * 2).tocsr()
    walk = reverse_cuthill_mckee((near + near.T).tocsr(), symmetric_mode=True)
    walk = np.r_[walk[seam[walk]], walk[~seam[walk]]]
    number = np.empty(len(v), int)
    number[walk] = np.arange(len(v))
    f = number[f]
    first = f.argmin(1)
    f = np.stack([f[np.arange(len(f)), (first + k) % 3] for k in range(3)], 1)
    return Half(v[walk], f[np.lexsort((f[:, 2], f[:, 1], f[:, 0]))], int(seam.sum()))
