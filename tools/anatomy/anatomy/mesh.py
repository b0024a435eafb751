"""Closed triangle meshes: what every part of the body is, and the few things done to them."""

from dataclasses import dataclass

import numpy as np
import trimesh
from scipy.interpolate import PchipInterpolator

MIRROR = np.array([1.0, 1.0, -1.0])


@dataclass
class Mesh:
    """Vertices in metres (n x 3) and triangles (m x 3), anticlockwise from outside."""

    vertices: np.ndarray
    faces: np.ndarray

    def solid(self) -> trimesh.Trimesh:
        return trimesh.Trimesh(self.vertices, self.faces, process=False)

    def outward(self) -> "Mesh":
        """The same mesh with its triangles facing outwards."""
        turned = self.solid().volume < 0
        return Mesh(self.vertices, self.faces[:, ::-1] if turned else self.faces)

    def mirrored(self) -> "Mesh":
        return Mesh(self.vertices * MIRROR, self.faces[:, ::-1])

    def moved(self, turn: np.ndarray, shift) -> "Mesh":
        """Each vertex times `turn` (3 x 3, by columns of the old axes), then shifted."""
        return Mesh(self.vertices @ turn.T + shift, self.faces)

    def normals(self) -> np.ndarray:
        corner = self.vertices[self.faces]
        face = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        out = np.zeros_like(self.vertices)
        for k in range(3):
            np.add.at(out, self.faces[:, k], face)
        return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-20)


def swept(path: np.ndarray, wide: np.ndarray, deep: np.ndarray, side, round_by: int = 20) -> Mesh:
    """A closed tube along `path`: half-widths `wide` along `side`, `deep` across it, with a point at each end."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.asarray(side, float) - along * (along @ np.asarray(side, float))[:, None]
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    up = np.cross(along, across)
    angle = np.linspace(0, 2 * np.pi, round_by, endpoint=False)
    rings = (
        path[:, None]
        + across[:, None] * (wide[:, None] * np.cos(angle))[..., None]
        + up[:, None] * (deep[:, None] * np.sin(angle))[..., None]
    )
    n, k = len(path), round_by
    i = np.arange(n - 1)[:, None] * k + np.arange(k)
    j = np.arange(n - 1)[:, None] * k + (np.arange(k) + 1) % k
    faces = [np.stack([i, j, i + k], -1).reshape(-1, 3), np.stack([j, j + k, i + k], -1).reshape(-1, 3)]
    first, last, ring = n * k, n * k + 1, np.arange(k)
    faces += [np.stack([np.full(k, first), (ring + 1) % k, ring], 1)]
    faces += [np.stack([np.full(k, last), ring + (n - 1) * k, (ring + 1) % k + (n - 1) * k], 1)]
    ends = np.array([path[0] - along[0] * wide[0] * 0.3, path[-1] + along[-1] * wide[-1] * 0.3])
    return Mesh(np.r_[rings.reshape(-1, 3), ends], np.concatenate(faces)).outward()


def joined(parts: list[Mesh]) -> Mesh:
    start = np.cumsum([0] + [len(p.vertices) for p in parts])
    return Mesh(
        np.concatenate([p.vertices for p in parts]), np.concatenate([p.faces + s for p, s in zip(parts, start)])
    )


def line(points: np.ndarray, count: int) -> np.ndarray:
    """`count` places along a smooth line through some points."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    return PchipInterpolator(along / along[-1], points)(np.linspace(0, 1, count))
