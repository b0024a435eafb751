"""Writes the parts of the body and the plates as the program has them. `anatomy/README.md` tells the formats; nothing here decides anything."""

import struct
from pathlib import Path

import numpy as np

from .marks import Marks
from .muscles import Muscle
from .points import Point
from .skin import Skin
from .thin import Half

SKIN, MUSCLES, BONES, MARKS = b"UNKNOTSK", b"UNKNOTMU", b"UNKNOTBO", b"UNKNOTMA"
VERSION, MUSCLES_VERSION, STEP = 1, 2, 0.0001


def skin_file(to: Path, skin: Skin, zones: np.ndarray, names: list[str], points: dict[str, list[Point]]) -> int:
    """Writes the file and gives its size in bytes. `points` by body, the same points in the same order."""
    bodies = list(skin.vertices)
    low = np.min([v.min(0) for v in skin.vertices.values()], 0)
    out = [SKIN, struct.pack("<HHIIIH", VERSION, len(bodies), len(zones), skin.seam, len(skin.faces), len(names))]
    out += [struct.pack("<4f", *low, STEP)]
    out += [_text(name) for name in bodies + names]
    for body in bodies:
        units = np.rint((skin.vertices[body] - low) / STEP)
        units[: skin.seam, 2] = np.rint(-low[2] / STEP)
        out.append(_steps(units))
    out += [_steps(skin.faces), np.where(zones < 0, 255, zones).astype("u1").tobytes()]
    out.append(struct.pack("<H", len(points[bodies[0]])))
    for same in zip(*points.values()):
        first = same[0]
        out += [_text(first.source), _text(first.muscle), struct.pack("<6f", *first.place, *first.fibre)]
        out += [struct.pack("<3f", *point.pressed_at) for point in same]
    return _written(to, out)


def muscles_file(to: Path, muscles: dict[str, Muscle]) -> int:
    """Writes every other fibre and every other place of each muscle, and gives the file's size in bytes."""
    low = np.min([np.minimum(m.deep, m.top).reshape(-1, 3).min(0) for m in muscles.values()], 0)
    out = [MUSCLES, struct.pack("<HH4f", MUSCLES_VERSION, len(muscles), *low, STEP)]
    for name, muscle in muscles.items():
        deep, top = muscle.deep[::2, ::2], muscle.top[::2, ::2]
        out += [_text(name), _text(muscle.of), struct.pack("<HH", *deep.shape[:2])]
        out += [_steps(np.rint((side.reshape(-1, 3) - low) / STEP)) for side in (deep, top)]
    return _written(to, out)


def plates(to: Path, drawn: dict[str, str]) -> int:
    """Writes each plate and gives the size of all in bytes."""
    to.mkdir(exist_ok=True)
    for name, text in drawn.items():
        (to / f"{name}.svg").write_text(text)
    return sum(map(len, drawn.values()))


def bones_file(to: Path, bones: dict[str, Half]) -> int:
    """Writes the right halves of some bones and gives the file's size in bytes."""
    low = np.min([bone.vertices.min(0) for bone in bones.values()], 0)
    out = [BONES, struct.pack("<HH4f", VERSION, len(bones), *low, STEP)]
    for name, bone in bones.items():
        units = np.rint((bone.vertices - low) / STEP)
        units[: bone.seam, 2] = np.rint(-low[2] / STEP)
        out += [_text(name), struct.pack("<HHH", len(units), bone.seam, len(bone.faces)), _steps(units), _steps(bone.faces)]
    return _written(to, out)


def marks_file(to: Path, marks: Marks) -> int:
    """Writes landmarks, nerves and places not to be pressed, and gives the file's size in bytes."""
    bodies = list(next(iter(marks.landmarks.values())).skin)
    lines = [line[body] for place in marks.no_go.values() for line in place.lines for body in bodies]
    lines += [at for mark in marks.landmarks.values() for at in (mark.bone, *mark.skin.values())]
    low = np.min(np.concatenate(lines + [nerve.path for nerve in marks.nerves.values()]), 0)
    put = lambda places: _steps(np.rint((places - low) / STEP))
    out = [MARKS, struct.pack("<HH", VERSION, len(bodies)), *map(_text, bodies), struct.pack("<4f", *low, STEP)]
    out.append(struct.pack("<H", len(marks.landmarks)))
    for name, mark in marks.landmarks.items():
        out += [_text(name), struct.pack("<H", len(mark.bone)), put(mark.bone), *(put(mark.skin[body]) for body in bodies)]
    out.append(struct.pack("<H", len(marks.nerves)))
    for name, nerve in marks.nerves.items():
        out += [_text(name), struct.pack("<fH", nerve.radius, len(nerve.path)), put(nerve.path)]
    out.append(struct.pack("<H", len(marks.no_go)))
    for name, place in marks.no_go.items():
        out += [_text(name), struct.pack("<fH", place.keep, len(place.lines))]
        for line in place.lines:
            out += [struct.pack("<H", len(line[bodies[0]])), *(put(line[body]) for body in bodies)]
    return _written(to, out)


def _written(to: Path, parts: list[bytes]) -> int:
    data = b"".join(parts)
    to.write_bytes(data + struct.pack("<Q", _sum(data)))
    return to.stat().st_size


def _text(text: str) -> bytes:
    return struct.pack("B", len(text)) + text.encode()


def _steps(columns: np.ndarray) -> bytes:
    """Column by column, each number as its step from the one before, in 16 bits that wrap."""
    return np.diff(columns.T.astype("i8"), axis=1, prepend=0).astype("u2").tobytes()


def _sum(data: bytes) -> int:
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value
