"""Reads a bone of `musculoskeletal-models`: patches with Lagrange shape functions, evaluated to triangles."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class Patch:
    """One element: its kind and the numbers of its control points, row by row."""

    kind: str
    points: list[int]


ROWS = {"quad44": (4, 4), "quad54": (5, 4), "quad55": (5, 5)}
TRIANGLES = {"tri10": 3, "tri15": 4}


def read(folder: Path, field: str, mesh: str) -> tuple[np.ndarray, list[Patch]]:
    """Control points in millimetres (n x 3) and the patches of one bone."""
    nodes = json.loads((folder / f"{field}.geof").read_text())["field_parameters"]
    points = np.array([[float(_number(nodes[key][f"dim {axis}"])) for axis in range(3)] for key in sorted(nodes)])
    topology = json.loads((folder / f"{mesh}.mesh").read_text())
    joined = topology["connectivity"]
    number: dict[str, int] = {}
    patches, following = [], 0
    for element in range(len(topology["elements"])):
        kind = topology["elements"][str(element)].split()[-1]
        count = ROWS[kind][0] * ROWS[kind][1] if kind in ROWS else {"tri10": 10, "tri15": 15}[kind]
        for point in range(count):
            here = f"{element}_{point}"
            if here not in number:
                for there in _together(joined, here):
                    number[there] = following
                following += 1
        patches.append(Patch(kind, [number[f"{element}_{point}"] for point in range(count)]))
    if following != len(points):
        raise ValueError(f"{mesh}: {following} joined points, but {len(points)} have a place")
    return points, patches


def _number(value):
    return value[0] if isinstance(value, list) else value


def _together(joined: dict[str, str], start: str) -> set[str]:
    """Every name of the point that `start` names."""
    seen, open_ends = {start}, [start]
    while open_ends:
        for other in joined.get(open_ends.pop(), "").split():
            if other not in seen:
                seen.add(other)
                open_ends.append(other)
    return seen


def line(order: int, x: np.ndarray) -> np.ndarray:
    """Lagrange polynomials with `order` + 1 even nodes on 0..1, at the places `x` (places x nodes)."""
    nodes = np.linspace(0, 1, order + 1)
    out = np.ones((len(x), order + 1))
    for i in range(order + 1):
        for j in range(order + 1):
            if i != j:
                out[:, i] *= (x - nodes[j]) / (nodes[i] - nodes[j])
    return out


def _triangle_grid(order: int) -> np.ndarray:
    return np.array([[i, j] for j in range(order + 1) for i in range(order + 1 - j)]) / order


def _triangle_shape(order: int, at: np.ndarray) -> np.ndarray:
    powers = [(i, j) for i in range(order + 1) for j in range(order + 1 - i)]
    monomials = lambda p: np.stack([p[:, 0] ** i * p[:, 1] ** j for i, j in powers], 1)
    return monomials(at) @ np.linalg.inv(monomials(_triangle_grid(order)))


def triangulate(points: np.ndarray, patches: list[Patch], steps: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """Vertices in millimetres and triangles, `steps` along each edge of a patch; common edges are joined."""
    vertices, faces, base = [], [], 0
    for patch in patches:
        control = points[patch.points]
        if patch.kind in ROWS:
            across, up = ROWS[patch.kind]
            x = np.linspace(0, 1, steps + 1)
            shape = np.einsum("ai,bj->baji", line(across - 1, x), line(up - 1, x))
            vertices.append(shape.reshape((steps + 1) ** 2, -1) @ control)
            grid = np.arange((steps + 1) ** 2).reshape(steps + 1, steps + 1) + base
            a, b, c, d = (g.ravel() for g in (grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]))
            faces += [np.c_[a, b, c], np.c_[a, c, d]]
        else:
            at = _triangle_grid(steps)
            vertices.append(_triangle_shape(TRIANGLES[patch.kind], at) @ control)
            name = {tuple(np.rint(p * steps).astype(int)): base + k for k, p in enumerate(at)}
            for j in range(steps):
                for i in range(steps - j):
                    faces.append([[name[i, j], name[i + 1, j], name[i, j + 1]]])
                    if i + j < steps - 1:
                        faces.append([[name[i + 1, j], name[i + 1, j + 1], name[i, j + 1]]])
        base += len(vertices[-1])
    return _join(np.concatenate(vertices), np.concatenate([np.asarray(f) for f in faces]))


def _join(vertices: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    pairs = cKDTree(vertices).query_pairs(0.02, output_type="ndarray")
    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), (len(vertices),) * 2)
    count, group = connected_components(graph, directed=False)
    joined = np.zeros((count, 3))
    np.add.at(joined, group, vertices)
    faces = group[faces]
    real = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    return joined / np.bincount(group)[:, None], faces[real]
