"""Draws the flat plates: back, side and front of both bodies with the zones, as SVG that follows the page's colours."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter

from . import plates_checks, plates_labels, plates_muscles
from . import plates_trace as trace
from . import zones as zoned
from .mesh import Mesh
from .muscles import Muscle
from .plates_camera import FINE, Camera, Picture, fairer, finer, folds, picture, spread, tone
from .plates_svg import Plate
from .plates_zones import NOTHING, OUTSIDE, Borders, areas, mirrored, without_specks
from .skin import CUT, Skin

GUIDE = Path(__file__).parents[3] / "guide/zones.toml"
# Units a metre, and the width of a plate in units; the body stands with its hip joints at this height.
SCALE, WIDE, HIPS = 900.0, 360, 264
# Where the light comes from: rightwards, upwards, towards the eye.
LIGHT = (0.0, 0.4, 0.9)
# The tones that are traced, from light to dark, and how far they are blurred before, in units.
DARKER, LIGHTER = np.linspace(0.88, 0.36, 9), np.linspace(0.93, 0.975, 3)
SOFT, LOOSE = 4.0, 1.8
PEOPLE = {"female": "A woman", "male": "A man"}
TOLD = "The body from under the chest to the feet, with the zones in which pain is told. An illustrative drawing."


@dataclass
class Figure:
    """One look at a part of the body. `half`: the picture holds the right half, and the left is its mirror image."""

    name: str
    camera: Camera
    keep: Callable[[np.ndarray], np.ndarray] = lambda places: places[:, 1] < 1
    half: bool = False
    # Where it fades out upwards: nothing at the first height, all at the second.
    fade: tuple[float, float] | None = None
    # How dark what lies deep is drawn.
    occlusion: float = 1.0
    # How far the steps of its outline are blurred, in units.
    smooth: float = 1.4


@dataclass
class View:
    name: str
    title: str
    high: int
    figures: list[Figure]
    captions: list[tuple[float, float, str]] = field(default_factory=list)


def _camera(towards, up, middle, at, corner, size, scale=SCALE) -> Camera:
    return Camera(np.array(towards, float), np.array(up, float), np.array(middle, float), at, corner, size, scale)


def views() -> list[View]:
    up, back, high = (0, 1, 0), (-1, 0, 0), 1022
    foot = lambda places: places[:, 1] < -0.735
    leg = lambda places: (places[:, 1] < -0.080) & (places[:, 2] > 0)
    fade = (10, 46)
    whole = lambda towards, corner: Figure(
        "body", _camera(towards, up, (0, 0, 0), (180, HIPS), corner, (186, high)), half=True, fade=fade
    )
    side = Figure("body", _camera((0, 0, 1), up, (0, 0, 0), (140, HIPS), (0, 0), (WIDE, high)), fade=fade)
    inner = _camera((0, 0, -1), up, (0, -0.83, 0), (306, 890), (190, 410), (170, 500), 600.0)
    inner = Figure("inner", inner, leg, fade=(452, 486), smooth=1.0)
    soles = _camera((0, -1, 0), back, (0.06, -0.8, 0.108), (262, 1100), (180, 1026), (180, 150), 640.0)
    soles = Figure("soles", soles, foot, half=True, smooth=0.6)
    toes = _camera((0, 1, 0), back, (0.11, -0.8, 0.108), (88, 1100), (0, 1030), (180, 140), 1100.0)
    toes = Figure("toes", toes, foot, half=True, fade=(1034, 1062), occlusion=0.35, smooth=0.6)
    left_first, right_first = ((26, 100, "left"), (334, 100, "right")), ((26, 100, "right"), (334, 100, "left"))
    return [
        View("back", "from behind", 1180, [whole((-1, 0, 0), (174, 0)), soles], [*left_first, (180, 1104, "soles")]),
        View("side", "from the right", high, [side, inner], [(304, 914, "inner side")]),
        View("front", "from the front", 1176, [whole((1, 0, 0), (0, 0)), toes], [*right_first, (180, 1112, "toes")]),
    ]


@dataclass
class Bodies:
    """Both bodies as fine meshes of the same triangles, and for each vertex the place and normal that decide its zone."""

    meshes: dict[str, Mesh]
    carried: np.ndarray
    zone_of: Callable
    names: list[str]
    sides: dict[str, list[str]]

    def midline(self) -> set[int]:
        return {number for number, name in enumerate(self.names) if self.sides[name] == ["midline"]}


def bodies(skin: Skin, table: Path, marks: dict[str, np.ndarray]) -> Bodies:
    meshes = {body: finer(skin.whole(body)) for body in skin.vertices}
    mean = Mesh(sum(mesh.vertices for mesh in meshes.values()) / len(meshes), meshes["female"].faces)
    # Toes, heel, the cleft and the cut stay as they are.
    free = lambda places: np.interp(places[:, 1], [-0.76, -0.70, -0.14, -0.06, CUT - 0.02, CUT], [0, 1, 1, 0.1, 0.1, 0])
    meshes = {body: fairer(mesh, free(mesh.vertices)) for body, mesh in meshes.items()}
    zone_of = lambda places, normals: zoned.assigned(table, places, normals, marks)
    sides = {row["id"]: row["sides"] for row in tomllib.loads(GUIDE.read_text())["zone"]}
    return Bodies(meshes, np.c_[mean.vertices, mean.normals()], zone_of, zoned.names(table), sides)


def body_plate(view: View, body: str, of: Bodies) -> Plate:
    plate = Plate(f"{view.name}-{body}", WIDE, view.high, f"{PEOPLE[body]}, {view.title}", TOLD)
    for figure in view.figures:
        _draw(plate, figure, body, of)
    for x, y, text in view.captions:
        plate.caption(x, y, text)
    return plate


def _draw(plate: Plate, figure: Figure, body: str, of: Bodies) -> None:
    mesh = of.meshes[body]
    kept = Mesh(mesh.vertices, mesh.faces[figure.keep(mesh.vertices)[mesh.faces].all(1)])
    seen = picture([kept], figure.camera, of.carried)
    found = areas(seen, of.zone_of, of.midline())
    corner, solid = figure.camera.corner, seen.seen
    if figure.half:
        found, corner = _both(found, corner, mirrored)
        solid, _ = _both(seen.seen, figure.camera.corner, lambda half: half[:, ::-1])
    if figure.fade:
        faded = found[: round((figure.fade[1] - corner[1]) * FINE)]
        faded[faded != OUTSIDE] = NOTHING
    borders = Borders(without_specks(found), corner)
    shape = _outlined(gaussian_filter(solid.astype("f4"), figure.smooth * FINE) - 0.5, corner)
    plate.figure(figure.name, shape, _shades(seen, figure), figure.half, figure.fade)
    for number in np.unique(borders.areas):
        if number >= 0:
            name, side = of.names[number // 3], ("midline", "left", "right")[number % 3]
            plate.zone(name, side, borders.path(number), _size(borders.areas == number))


def _size(where: np.ndarray) -> tuple[float, float]:
    """The area of some dots in square units, and how wide a round finger is that fits in."""
    return where.sum() / FINE**2, 2 * distance_transform_edt(where).max() / FINE


def _both(half: np.ndarray, corner: tuple[int, int], turned) -> tuple[np.ndarray, tuple[int, int]]:
    """A half picture and its mirror image about the middle of the plate, side by side."""
    middle = round((WIDE / 2 - corner[0]) * FINE)
    if middle <= half.shape[1] / 2:
        right = half[:, max(middle, 0) :]
        left = turned(right)
        return np.concatenate([left, right], 1), (WIDE / 2 - right.shape[1] / FINE, corner[1])
    left = half[:, :middle]
    return np.concatenate([left, turned(left)], 1), corner


def _shades(seen: Picture, figure: Figure) -> tuple[list[str], list[str], str]:
    """Paths of the darker and lighter bands, each within the one before, and of the folds."""
    soft = spread(tone(seen, LIGHT, figure.occlusion), seen.seen, SOFT)
    # Beyond the outline the tones go on for a little, so that no band ends on it; a half ends on the middle.
    reach = gaussian_filter(seen.seen.astype("f4"), 2.5 * FINE) > 0.02
    if figure.half:
        x = (np.arange(reach.shape[1]) + 0.5) / FINE + figure.camera.corner[0] - WIDE / 2
        reach &= x > 0 if figure.camera.corner[0] >= WIDE / 2 - 20 else x < 0
    at = lambda values: _outlined(np.where(reach, values, -1e-3), figure.camera.corner, LOOSE, 1.0, 30)
    fold = spread(folds(seen, ((1.6, 0.005),)), seen.seen, 0.5)
    fold = _outlined(np.where(reach & seen.seen, fold - 0.3, -1e-3), figure.camera.corner)
    return [at(level - soft) for level in DARKER], [at(soft - level) for level in LIGHTER], fold


def _outlined(field: np.ndarray, corner: tuple[float, float], stray: float = trace.STRAY, grid: float = trace.GRID, least: float = 8.0) -> str:
    lines = [line for line in trace.outlines(field, 0.0, FINE) if trace.area(line) > least]
    return "".join(trace.drawn_closed(trace.closed_curve(line + np.array(corner), stray, grid)) for line in lines)


def plates(
    skin: Skin, skeleton: dict[str, Mesh], muscles: dict[str, Muscle], table: Path, marks: dict[str, np.ndarray]
) -> tuple[dict[str, str], list[str]]:
    """Every plate by name, as SVG, and what is wrong with them."""
    of, texts, wrong = bodies(skin, table, marks), {}, []
    for body in of.meshes:
        drawn = [body_plate(view, body, of) for view in views()]
        wrong += [f"{body} body: {what}" for what in plates_checks.zones(drawn, of.sides)]
        texts |= {plate.name: plate.text() for plate in drawn}
    labelled = plates_muscles.plate(skeleton, muscles, skin.whole("female"), marks)
    wrong += plates_labels.overlaps(labelled.placed, labelled.wide, labelled.high)
    texts[labelled.name] = labelled.text()
    return texts, wrong + plates_checks.drawings(texts)
