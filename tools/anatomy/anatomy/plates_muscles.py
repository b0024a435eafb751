"""Draws the plate of the three gluteal muscles: one look from behind and from the right, layer by layer, with labels."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from . import plates_trace as trace
from .mesh import Mesh
from .muscles import Muscle, rim
from .plates_camera import FINE, Camera, Picture, finer, folds, picture, spread, tone
from .plates_labels import Label
from .plates_svg import Plate, colour, filled
from .plates_zones import Borders

WIDE, PANEL, SCALE = 360, 336, 800.0
# Degrees from behind towards the right, and how much from above.
TURNED, ABOVE = np.radians(40), 0.14
LIGHT = (-0.45, 0.55, 0.75)
FADE = (14, 50, 284, 326)
BONES = ("lumbar4", "lumbar5", "discs", "sacrum", "coccyx")
RIGHT = ("ilium", "femur")
LAYERS = ("gluteus_minimus", "gluteus_medius", "gluteus_maximus")
# How far along its fibres a muscle is flesh: tendon before the first and beyond the second.
FLESH = {"gluteus_minimus": (0.03, 0.80), "gluteus_medius": (0.03, 0.86), "gluteus_maximus": (0.035, 0.82)}
PALE_FIBRES, DARK_FIBRES = 13, 30
# A fibre is seen if nothing lies this much nearer to the eye, in metres.
COVERED = 0.003


def camera() -> Camera:
    towards = np.array([-np.cos(TURNED), ABOVE, np.sin(TURNED)])
    return Camera(towards, np.array([0, 1.0, 0]), np.array([-0.02, -0.012, 0.05]), (176, 178), (0, 0), (WIDE, PANEL), SCALE)


def plate(skeleton: dict[str, Mesh], muscles: dict[str, Muscle], skin: Mesh, marks: dict[str, np.ndarray]) -> Plate:
    out = Plate("gluteal-muscles", WIDE, 3 * PANEL, TITLE, TOLD)
    look = camera()
    bones = {name: finer(skeleton[name]) for name in BONES + RIGHT}
    bones["left ilium"] = bones["ilium"].mirrored()
    out.define("body", f'<path id="%" d="{_body(skin, look)}"/>')
    out.group("bones", _bones(out, list(bones.values()), look))
    seen = {}
    for name in LAYERS:
        seen[name] = _Layer(name, muscles[name], list(bones.values()), look)
        out.group(name, seen[name].drawn(out))
    for row, shown in enumerate((("gluteus_medius", "gluteus_maximus"), ("gluteus_medius",), ("gluteus_minimus",))):
        out.panel(row * PANEL, PANEL, ["bones", *shown], FADE)
        for label in _labels(row, muscles, bones["ilium"], marks):
            out.label(label, look, row * PANEL)
    return out


TITLE = "The three gluteal muscles of the right side, seen from behind and from the right"
TOLD = (
    "Three drawings of the same hip. First gluteus maximus, on top, from the dimple and the tailbone down to the thigh. "
    "Then, with maximus lifted off, gluteus medius, a fan from the rim to the side knob. Then, with medius lifted off as "
    "well, gluteus minimus, a smaller fan that lies deepest. Lines show which way the fibres run. An illustrative drawing."
)


def _labels(row: int, muscles: dict[str, Muscle], hip: Mesh, marks: dict[str, np.ndarray]) -> list[Label]:
    """The labels of a panel: on the left or the right, and at which height the text stands."""
    crest = rim(hip)
    at = lambda name, u, t: muscles[name].top[u, t]
    knob = Label("side knob", "greater trochanter", marks["side_knob"], "right", 262)
    return (
        [
            Label("Gluteus maximus", "on top", at("gluteus_maximus", 40, 31), "top", 20),
            Label("rim", "iliac crest", crest[22], "left", 62),
            Label("dimple", "PSIS", marks["psis"], "left", 118),
        ],
        [
            Label("Gluteus medius", "maximus lifted off", at("gluteus_medius", 22, 20), "top", 20),
            Label("rim", "iliac crest", crest[20], "left", 62),
            Label("tailbone", "coccyx", marks["tailbone"], "left", 236),
            knob,
        ],
        [
            Label("Gluteus minimus", "medius lifted off too", at("gluteus_minimus", 28, 16), "top", 20),
            Label("rim", "iliac crest", crest[17], "left", 62),
            Label("sit bone", "ischial tuberosity", marks["sit_bone"], "left", 276),
            knob,
        ],
    )[row]


def _body(skin: Mesh, look: Camera) -> str:
    seen = picture([skin], look).seen
    return _outlined(gaussian_filter(seen.astype("f4"), 2 * FINE) - 0.5)


def _bones(out: Plate, bones: list[Mesh], look: Camera) -> str:
    seen = picture(bones, look)
    borders = Borders(np.where(seen.seen, seen.part, -2), (0, 0))
    shape = out.define("bones-shape", f'<path id="%" d="{_outlined(gaussian_filter(seen.seen.astype("f4"), 0.6 * FINE) - 0.5)}"/>')
    clip = out.define("bones-in", f'<clipPath id="%"><use href="#{shape}"/></clipPath>')
    soft = spread(tone(seen, LIGHT, 0.5), seen.seen, 0.9)
    dark, pale = _bands(soft, seen.seen, np.linspace(0.80, 0.34, 7), (0.90, 0.96), 0.7)
    fold = spread(folds(seen, ((1.8, 0.007),)), seen.seen, 0.6)
    fold = f'<path fill="{colour("bone-shade")}" fill-opacity=".3" d="{_outlined(np.where(seen.seen, fold - 0.3, -1e-3))}"/>'
    tones = filled(dark, "bone-shade", 0.1) + filled(pale, "bone-light", 0.35)
    edges = "".join(borders.path(number) for number in range(len(bones)) if (seen.part == number).any())
    edges = f'<path fill="none" stroke="{colour("bone-shade")}" stroke-opacity=".65" stroke-width=".8" d="{edges}"/>'
    rims = f'<use href="#{shape}" fill="none" stroke="{colour("bone-shade")}" stroke-opacity=".16" stroke-width="9"/>'
    inside = f'<g clip-path="url(#{clip})"><g {out.melt("fine", 1.3)}>{tones}{rims}</g>{fold}</g>'
    return f'<use href="#{shape}" fill="{colour("bone")}"/>{inside}{edges}'


@dataclass
class _Layer:
    """One muscle before the bones."""

    name: str
    muscle: Muscle
    bones: list[Mesh]
    look: Camera

    def __post_init__(self) -> None:
        mesh, u, t = self._fine()
        parts = [mesh, *self.bones]
        rest = sum(len(bone.vertices) for bone in self.bones)
        carried = np.pad(np.c_[u, t], ((0, rest), (0, 0)))
        self.seen = picture(parts, self.look, carried)
        self.mine = self.seen.part == 0

    def _fine(self) -> tuple[Mesh, np.ndarray, np.ndarray]:
        mesh = self.muscle.mesh()
        n, k = self.muscle.top.shape[:2]
        u, t = (np.tile(axis.ravel(), 2) for axis in np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, k), indexing="ij"))
        return mesh, u, t

    def drawn(self, out: Plate) -> str:
        solid = gaussian_filter(self.mine.astype("f4"), 1.1 * FINE)
        shape = out.define(f"{self.name}-shape", f'<path id="%" d="{_outlined(solid - 0.5)}"/>')
        clip = out.define(f"{self.name}-in", f'<clipPath id="%"><use href="#{shape}"/></clipPath>')
        only = Picture(self.look, np.where(self.mine, 0, -1), self.seen.place, self.seen.normal, self.seen.near, None)
        soft = spread(tone(only, LIGHT, 0.6), self.mine, 1.6)
        dark, pale = _bands(soft, self.mine, np.linspace(0.86, 0.36, 8), (0.91, 0.95, 0.98), 0.9)
        tendon = [_outlined(np.where(self._near(), self._tendon() - level, -1e-3), 0.25) for level in (0.2, 0.4, 0.6, 0.8)]
        tones = filled(dark, "muscle-shade", 0.1) + filled(pale, "muscle-light", 0.2)
        tones = f'<g {out.melt("fine", 1.3)}>{filled(tendon, "tendon", 0.27)}</g><g {out.melt("soft", 3)}>{tones}</g>'
        rims = "".join(f'<use href="#{shape}" stroke-width="{wide}"/>' for wide in (14, 6))
        rims = f'<g fill="none" stroke="{colour("muscle-shade")}" stroke-opacity=".16" {out.melt("soft", 3)}>{rims}</g>'
        fibres = self._lines(DARK_FIBRES, True, "muscle-shade", 0.5, 0.42) + self._lines(PALE_FIBRES, False, "tendon", 0.8, 0.8)
        shadow = f'<use href="#{shape}" fill="none" stroke="{colour("bone-shade")}" stroke-opacity=".4" stroke-width="7" {out.melt("soft", 3)}/>'
        edge = f'<use href="#{shape}" fill="none" stroke="{colour("muscle-shade")}" stroke-opacity=".8" stroke-width=".8"/>'
        return f'{shadow}<use href="#{shape}" fill="{colour("muscle")}"/><g clip-path="url(#{clip})">{tones}{rims}</g>{fibres}{edge}'

    def _near(self) -> np.ndarray:
        return gaussian_filter(self.mine.astype("f4"), 1.5 * FINE) > 0.02

    def _tendon(self) -> np.ndarray:
        """How much each dot is tendon, 0 to 1; ragged, as flesh ends fibre by fibre."""
        u, t = self.seen.carried[..., 0], self.seen.carried[..., 1]
        ragged = 0.022 * np.sin(u * 61) + 0.016 * np.sin(u * 137 + 1)
        begin, end = FLESH[self.name]
        value = np.clip((t + ragged - end) / 0.07, 0, 1) + np.clip((begin + 0.03 - t - ragged / 2) / 0.03, 0, 1)
        return spread(value, self.mine, 0.5)

    def _lines(self, count: int, broken: bool, name: str, wide: float, opacity: float) -> str:
        text = "".join(self._line(k, count, broken) for k in range(count))
        return f'<path fill="none" stroke="{colour(name)}" stroke-opacity="{opacity}" stroke-width="{wide}" stroke-linecap="round" d="{text}"/>'

    def _line(self, k: int, count: int, broken: bool) -> str:
        across = (k + 0.5) / count * (self.muscle.top.shape[0] - 1)
        low = int(across)
        fibre = self.muscle.top[low] * (low + 1 - across) + self.muscle.top[min(low + 1, len(self.muscle.top) - 1)] * (across - low)
        along = np.linspace(0, 1, 4 * len(fibre))
        fibre = np.stack([np.interp(along, np.linspace(0, 1, len(fibre)), fibre[:, j]) for j in range(3)], 1)
        # A broken line begins and ends within the flesh, each at a place of its own.
        begin, end = (0.06 + 0.30 * (k * 0.618 % 1), 0.62 + 0.26 * (k * 0.382 % 1)) if broken else (0.02, 0.97)
        shown = self._shown(fibre) & (along >= begin) & (along <= end)
        places = self.look.seen(fibre)[:, :2]
        text, edges = "", np.flatnonzero(np.diff(np.r_[0, shown.astype(int), 0]))
        for a, b in zip(edges[::2], edges[1::2]):
            if trace.length(places[a:b]) > 5:
                text += trace.drawn_open(trace.open_curve(places[a:b], 0.08))
        return text

    def _shown(self, fibre: np.ndarray) -> np.ndarray:
        x, y, near = self.look.seen(fibre).T
        c, r = (np.clip((v * FINE).astype(int), 0, n - 1) for v, n in ((x, self.mine.shape[1]), (y, self.mine.shape[0])))
        return self.mine[r, c] & (near > self.seen.near[r, c] - COVERED)


def _bands(soft: np.ndarray, seen: np.ndarray, darker, lighter, stray: float) -> tuple[list[str], list[str]]:
    reach = gaussian_filter(seen.astype("f4"), 1.5 * FINE) > 0.02
    at = lambda values: _outlined(np.where(reach, values, -1e-3), stray, 0.4, 10)
    return [at(level - soft) for level in darker], [at(soft - level) for level in lighter]


def _outlined(field: np.ndarray, stray: float = trace.STRAY, grid: float = trace.GRID, least: float = 4.0) -> str:
    lines = [line for line in trace.outlines(field, 0.0, FINE) if trace.area(line) > least]
    return "".join(trace.drawn_closed(trace.closed_curve(line, stray, grid)) for line in lines)
