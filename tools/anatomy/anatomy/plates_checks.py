"""What must be true of the plates. Each check says in words what is wrong."""

import xml.etree.ElementTree as xml

from .plates_svg import Plate

# A zone that can be tapped: square units, and how wide a round finger fits in it; a unit is a CSS pixel at 360 across.
LEAST_AREA, LEAST_WIDTH = 24 * 24, 18
# Bytes of all plates, before they are squeezed; the program's tests hold what they are after.
MOST = 480_000


def zones(plates: list[Plate], sides: dict[str, list[str]]) -> list[str]:
    """Each zone of the guide that lies on the skin can be tapped in at least one of a body's `plates`, on each side.

    `sides` by zone. The plate of the right side serves as the left one's mirror image.
    """
    found: dict[tuple[str, str], tuple[float, float]] = {}
    wrong = []
    for plate in plates:
        one_sided = not any(side == "left" for _, side in plate.sizes)
        for (name, side), size in plate.sizes.items():
            for other in ["left", "right"] if one_sided and side == "right" else [side]:
                found[name, other] = max(found.get((name, other), (0, 0)), size, key=lambda s: min(s[0] / LEAST_AREA, s[1] / LEAST_WIDTH))
    wanted = {(name, side) for name, of in sides.items() for side in of if name != "pelvis_inner"}
    wrong += [f"zone {name} {side} is on no plate" for name, side in sorted(wanted - found.keys())]
    wrong += [f"zone {name} {side} is on a plate and not in the guide" for name, side in sorted(found.keys() - wanted)]
    for (name, side), (area, width) in sorted(found.items()):
        if area < LEAST_AREA or width < LEAST_WIDTH:
            wrong.append(f"zone {name} {side} is too small to tap: {area:.0f} square units, {width:.0f} wide")
    return wrong


def drawings(texts: dict[str, str]) -> list[str]:
    """Each drawing is well-formed, each id stands once in all of them, and together they are small enough."""
    wrong, seen = [], set()
    for name, text in texts.items():
        try:
            ids = [node.get("id") for node in xml.fromstring(text).iter() if node.get("id")]
        except xml.ParseError as error:
            wrong.append(f"plate {name}: {error}")
            continue
        twice = {one for one in ids if ids.count(one) > 1} | (seen & set(ids))
        wrong += [f"plate {name}: id {one} is used twice" for one in sorted(twice)]
        seen |= set(ids)
    if (size := sum(map(len, texts.values()))) > MOST:
        wrong.append(f"the plates hold {size} bytes, more than {MOST}")
    return wrong
