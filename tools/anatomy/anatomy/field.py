"""What is already there: a signed distance field of bones and of the muscles below the one being laid."""

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from .mesh import Mesh

LOW, HIGH, STEP = np.array([-0.17, -0.46, -0.02]), np.array([0.13, 0.17, 0.23]), 0.0018
SHAPE = np.ceil((HIGH - LOW) / STEP).astype(int)


def filled(mesh: Mesh) -> np.ndarray:
    """The cells inside a closed mesh: between every odd and even crossing of a line through it."""
    centre = [LOW[k] + STEP * (np.arange(SHAPE[k]) + 0.5) for k in range(3)]
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    i = np.flatnonzero((centre[0] > low[0] - STEP) & (centre[0] < high[0] + STEP))
    j = np.flatnonzero((centre[1] > low[1] - STEP) & (centre[1] < high[1] + STEP))
    out = np.zeros(SHAPE, bool)
    if not len(i) or not len(j):
        return out
    ij = np.stack(np.meshgrid(i, j, indexing="ij"), -1).reshape(-1, 2)
    # A hair beside the grid, so that no line runs through a vertex.
    start = np.c_[centre[0][ij[:, 0]] + 1e-5, centre[1][ij[:, 1]] + 1.3e-5, np.full(len(ij), LOW[2] - 0.5)]
    hit, ray, _ = mesh.solid().ray.intersects_location(start, np.tile([0, 0, 1.0], (len(ij), 1)), multiple_hits=True)
    order = np.lexsort((hit[:, 2], ray))
    ray, z = ray[order], hit[order, 2]
    first = np.searchsorted(ray, np.arange(len(ij) + 1))
    for k, (a, b) in enumerate(ij):
        crossings = z[first[k] : first[k + 1]]
        for enter, leave in zip(crossings[0::2], crossings[1::2]):
            out[a, b, (centre[2] > enter) & (centre[2] < leave)] = True
    return out


class Field:
    """Metres to the nearest surface, positive outside, and the direction out."""

    def __init__(self) -> None:
        self.inside = np.zeros(SHAPE, bool)

    def add(self, mesh: Mesh) -> None:
        self.inside |= filled(mesh)

    def ready(self) -> "Field":
        far = (distance_transform_edt(~self.inside) - distance_transform_edt(self.inside)) * STEP
        self.far = gaussian_filter(far - np.sign(far) * STEP * 0.5, 0.8).astype("f4")
        self.out = [g.astype("f4") for g in np.gradient(self.far, STEP)]
        return self

    def _at(self, values: np.ndarray, places: np.ndarray) -> np.ndarray:
        return map_coordinates(values, ((places.reshape(-1, 3) - LOW) / STEP - 0.5).T, order=1, mode="nearest")

    def distance(self, places: np.ndarray) -> np.ndarray:
        return self._at(self.far, places).reshape(places.shape[:-1])

    def outwards(self, places: np.ndarray) -> np.ndarray:
        g = np.stack([self._at(x, places) for x in self.out], -1)
        return (g / (np.linalg.norm(g, axis=1, keepdims=True) + 1e-9)).reshape(places.shape)
