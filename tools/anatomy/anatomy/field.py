"""What is already there: a signed distance field of bones and of the muscles below the one being laid."""

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from .mesh import Mesh


class Grid:
    """Cells of `step` metres from `low` to `high`."""

    def __init__(self, low, high, step: float) -> None:
        self.low, self.step = np.array(low), step
        self.shape = np.ceil((np.array(high) - self.low) / step).astype(int)


GLUTEAL = Grid((-0.17, -0.46, -0.02), (0.13, 0.30, 0.23), 0.0018)
BODY = Grid((-0.19, -0.90, -0.03), (0.20, 0.32, 0.24), 0.0026)


def filled(mesh: Mesh, grid: Grid) -> np.ndarray:
    """The cells inside a closed mesh: between every odd and even crossing of a line through it."""
    centre = [grid.low[k] + grid.step * (np.arange(grid.shape[k]) + 0.5) for k in range(3)]
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    i = np.flatnonzero((centre[0] > low[0] - grid.step) & (centre[0] < high[0] + grid.step))
    j = np.flatnonzero((centre[1] > low[1] - grid.step) & (centre[1] < high[1] + grid.step))
    out = np.zeros(grid.shape, bool)
    if not len(i) or not len(j):
        return out
    ij = np.stack(np.meshgrid(i, j, indexing="ij"), -1).reshape(-1, 2)
    # A hair beside the grid, so that no line runs through a vertex.
    start = np.c_[centre[0][ij[:, 0]] + 1e-5, centre[1][ij[:, 1]] + 1.3e-5, np.full(len(ij), grid.low[2] - 0.5)]
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

    def __init__(self, grid: Grid = GLUTEAL) -> None:
        self.grid, self.inside = grid, np.zeros(grid.shape, bool)

    def closed(self, gap: float) -> "Field":
        """The same with every hollow filled that is narrower than twice `gap` metres."""
        out, reach = Field(self.grid), gap / self.grid.step
        grown = distance_transform_edt(~self.inside) < reach
        out.inside = distance_transform_edt(grown) > reach
        return out

    def add(self, mesh: Mesh) -> None:
        self.inside |= filled(mesh, self.grid)

    def ready(self) -> "Field":
        step = self.grid.step
        far = (distance_transform_edt(~self.inside) - distance_transform_edt(self.inside)) * step
        self.far = gaussian_filter(far - np.sign(far) * step * 0.5, 0.8).astype("f4")
        self.out = [g.astype("f4") for g in np.gradient(self.far, step)]
        return self

    def _at(self, values: np.ndarray, places: np.ndarray) -> np.ndarray:
        return map_coordinates(values, ((places.reshape(-1, 3) - self.grid.low) / self.grid.step - 0.5).T, order=1, mode="nearest")

    def distance(self, places: np.ndarray) -> np.ndarray:
        return self._at(self.far, places).reshape(places.shape[:-1])

    def outwards(self, places: np.ndarray) -> np.ndarray:
        g = np.stack([self._at(x, places) for x in self.out], -1)
        return (g / (np.linalg.norm(g, axis=1, keepdims=True) + 1e-9)).reshape(places.shape)
