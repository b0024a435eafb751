"""Nerves: a course from `tables/marks.toml`, moved out of what is already there."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .field import Field
from .mesh import Mesh, line, swept

# Metres between places of a nerve, and least gap to what it runs along.
STEP, GAP = 0.008, 0.001


@dataclass
class Nerve:
    """A nerve's course downwards; `radius` in metres."""

    radius: float
    path: np.ndarray

    def mesh(self) -> Mesh:
        thick = np.full(len(self.path), self.radius)
        return swept(self.path, thick, thick, (0.2, 0, 1), 8)


def over_which(table: Path) -> dict[str, list[str]]:
    """The nerves' names by the muscle that they lie directly under."""
    out: dict[str, list[str]] = {}
    for row in _rows(table):
        for muscle in row.get("under", []):
            out.setdefault(muscle, []).append(row["id"])
    return out


def names(table: Path) -> list[str]:
    return [row["id"] for row in _rows(table)]


def laid(table: Path, name: str, around: Field) -> Nerve:
    """One nerve, drawn taut and out of what `around` holds."""
    row = next(row for row in _rows(table) if row["id"] == name)
    radius, path = row["mm"] / 1000, np.array(row["path"], float)
    path = line(path, int(np.ceil(np.linalg.norm(np.diff(path, axis=0), axis=1).sum() / STEP)) + 1)
    for _ in range(60):
        path[1:-1] += 0.3 * (0.5 * (path[:-2] + path[2:]) - path[1:-1])
        path += np.clip(radius + GAP - around.distance(path), 0, 0.004)[:, None] * around.outwards(path)
    return Nerve(radius, path)


def _rows(table: Path) -> list[dict]:
    return tomllib.loads(table.read_text())["nerve"]
