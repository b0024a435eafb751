"""Puts a plate together as SVG. Colours are CSS variables: a page that has the drawing inline sets them, and wins."""

from html import escape

import numpy as np

from .plates_camera import Camera
from .plates_labels import UNDER, Label, Placed

# Each colour: the variables a page may set, then light and dark.
COLOURS = {
    "skin": ("--plate-skin", "#e6d0be", "#b39681"),
    "shade": ("--plate-shade", "#5e3a2a", "#25110a"),
    "light": ("--plate-light", "#fff4e8", "#f0d6c0"),
    "line": ("--plate-line", "#5b3a2c", "#24130c"),
    "mark": ("--red", "#a83f32", "#ee9483"),
    "ink": ("--ink", "#231a15", "#f6efe8"),
    "soft": ("--soft", "#63544a", "#c2b4aa"),
    "paper": ("--paper", "#fbf8f3", "#1b1613"),
    "muscle": ("--plate-muscle", "#b8523f", "#b2523f"),
    "muscle-shade": ("--plate-muscle-shade", "#571a12", "#2c0805"),
    "muscle-light": ("--plate-muscle-light", "#e79a84", "#e08f78"),
    "tendon": ("--plate-tendon", "#e9dccb", "#d8c6b2"),
    "bone": ("--plate-bone", "#ddd0b8", "#b9ab93"),
    "bone-shade": ("--plate-bone-shade", "#5a4a35", "#2a2116"),
    "bone-light": ("--plate-bone-light", "#fbf5e8", "#efe5d2"),
    "ghost": ("--plate-ghost", "#efe4d8", "#2b221d"),
}

# How far bands melt into each other, in units, and how much each adds.
MELT, DARK, PALE = 8, 0.075, 0.2
# Darker towards the outline: widths of strokes along it, in units.
RIMS = (30, 16, 7)


def colour(name: str) -> str:
    variable, light, _ = COLOURS[name]
    return f"var(--_{name},var({variable},{light}))"


def style(drawing: str) -> str:
    """The colours of a drawing by `.plate`, light and dark, each giving way to the page's own."""
    used = {name: c for name, c in COLOURS.items() if f"var(--_{name}," in drawing}
    row = lambda at: "".join(f"--_{name}:var({c[0]},{c[at]});" for name, c in used.items())
    return f"<style>.plate{{{row(1)}}}@media(prefers-color-scheme:dark){{.plate{{{row(2)}}}}}</style>"


class Plate:
    """One drawing that grows: figures below, zones and words above."""

    def __init__(self, name: str, wide: int, high: int, title: str, told: str) -> None:
        self.name, self.wide, self.high, self.title, self.told = name, wide, high, title, told
        self.defs, self.body, self.words = [], [], []
        self.zones: dict[tuple[str, str], str] = {}
        self.placed: list[Placed] = []
        self.sizes: dict[tuple[str, str], tuple[float, float]] = {}

    def define(self, what: str, text: str) -> str:
        """Gives a definition a name of this plate's own, as several plates may stand in one page."""
        name = f"{self.name}-{what}"
        self.defs.append(text.replace("%", name))
        return name

    def flip(self, text: str, what: str) -> str:
        """`text` and its mirror image about the middle."""
        name = f"{self.name}-{what}"
        return f'<g id="{name}">{text}</g><use href="#{name}" transform="matrix(-1 0 0 1 {self.wide} 0)"/>'

    def faded(self, what: str, fade: tuple[float, float] | None, text: str) -> str:
        if fade is None:
            return text
        ramp = f'<linearGradient id="%" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{fade[0]}" y2="{fade[1]}">'
        ramp = self.define(f"{what}-ramp", ramp + '<stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>')
        rect = f'<path fill="url(#{ramp})" d="M0 0h{self.wide}v{self.high}H0z"/>'
        mask = self.define(f"{what}-fade", f'<mask id="%" maskUnits="userSpaceOnUse" x="0" y="0" width="{self.wide}" height="{self.high}">{rect}</mask>')
        return f'<g mask="url(#{mask})">{text}</g>'

    def melt(self, what: str = "melt", reach: float = MELT) -> str:
        """The attribute that makes bands melt into each other."""
        name = f"{self.name}-{what}"
        if not any(name in text for text in self.defs):
            blur = f'<feGaussianBlur stdDeviation="{reach}"/>'
            self.define(what, f'<filter id="%" color-interpolation-filters="sRGB">{blur}</filter>')
        return f'filter="url(#{name})"'

    def group(self, what: str, text: str) -> None:
        """A part that is drawn where a panel shows it."""
        self.define(what, f'<g id="%">{text}</g>')

    def panel(self, down: float, high: float, shown: list[str], fade: tuple[float, float, float, float]) -> None:
        """The body's outline and the parts named, `down` units from the top, faded out above and below."""
        name = f"{self.name}-panel"
        if not any(f'"{name}"' in text for text in self.defs):
            stops = zip(fade, (0, 1, 1, 0))
            stops = "".join(f'<stop offset="{at / high:.3f}" stop-color="#{"fff" if on else "000"}"/>' for at, on in stops)
            ramp = self.define("ramp", f'<linearGradient id="%" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2="{high}">{stops}</linearGradient>')
            rect = f'<path fill="url(#{ramp})" d="M0 0h{self.wide}v{high}H0z"/>'
            self.define("panel", f'<mask id="%" maskUnits="userSpaceOnUse" x="0" y="0" width="{self.wide}" height="{high}">{rect}</mask>')
        parts = "".join(f'<use href="#{self.name}-{part}"/>' for part in shown)
        ghost = f'<use href="#{self.name}-body" fill="{colour("ghost")}" stroke="{colour("line")}" stroke-opacity=".25" stroke-width=".8"/>'
        self.body.append(f'<g transform="translate(0 {down})"><g mask="url(#{name})">{ghost}{parts}</g></g>')

    def label(self, label: Label, look: Camera, down: float) -> None:
        """A label, and its line to what it names."""
        at = look.seen(label.place)[:2]
        left, top, right, bottom = label.box(self.wide)
        line = label.line(self.wide, at) + [0, down]
        at = line[-1]
        self.placed.append(Placed(label.name, (left, top + down, right, bottom + down), line))
        x, anchor = (left, "start") if label.where == "left" else (right, "end")
        face = f'font-size="{label.size()}" font-weight="600"'
        if label.where == "top":
            face += ' font-family="Georgia,serif"'
        ends = f'<path stroke="{colour("ink")}" stroke-width=".8" fill="none" stroke-linejoin="round" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in line)}"/>'
        ends += f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="2.4" fill="{colour("ink")}" stroke="{colour("paper")}" stroke-width=".8"/>'
        name = f'<text x="{x:.0f}" y="{label.height + down:.0f}" fill="{colour("ink")}" {face} text-anchor="{anchor}">{escape(label.name)}</text>'
        under = f'<text x="{x:.0f}" y="{label.height + down + UNDER + 2:.0f}" fill="{colour("soft")}" font-size="{UNDER}" text-anchor="{anchor}">{escape(label.under)}</text>'
        self.words.append(ends + name + under)

    def figure(self, what: str, shape: str, bands: tuple, half: bool, fade) -> None:
        """A part of the body: its outline and its tones."""
        dark, pale, fold = bands
        outline = self.define(what, f'<path id="%" d="{shape}"/>')
        clip = self.define(f"{what}-in", f'<clipPath id="%"><use href="#{outline}"/></clipPath>')
        tones = filled(dark, "shade", DARK) + filled(pale, "light", PALE)
        folds = f'<path fill="{colour("shade")}" fill-opacity=".3" d="{fold}"/>' if fold else ""
        if half:
            tones, folds = self.flip(tones, f"{what}-tones"), self.flip(folds, f"{what}-folds") if folds else ""
        rims = "".join(f'<use href="#{outline}" stroke-width="{wide}"/>' for wide in RIMS)
        rims = f'<g fill="none" stroke="{colour("shade")}" stroke-opacity=".075">{rims}</g>'
        inside = f'<g clip-path="url(#{clip})"><g {self.melt()}>{tones}{rims}</g>{folds}</g>'
        rim = f'<use href="#{outline}" fill="none" stroke="{colour("line")}" stroke-opacity=".55" stroke-width=".9"/>'
        self.body.append(self.faded(what, fade, f'<use href="#{outline}" fill="{colour("skin")}"/>{inside}{rim}'))

    def zone(self, name: str, side: str, path: str, size: tuple[float, float]) -> None:
        """A zone where people tap: its area in square units, and its width where it is widest."""
        key = (name, side)
        self.zones[key] = self.zones.get(key, "") + path
        self.sizes[key] = max(self.sizes.get(key, (0, 0)), size)

    def caption(self, x: float, y: float, text: str) -> None:
        self.words.append(f'<text x="{x}" y="{y}" fill="{colour("soft")}" font-size="12" text-anchor="middle">{escape(text)}</text>')

    def text(self) -> str:
        zones = "".join(
            f'<path data-zone="{name}" data-side="{side}" d="{path}"/>' for (name, side), path in sorted(self.zones.items())
        )
        parts = [f'<defs>{"".join(self.defs)}</defs>', *self.body]
        if self.zones:
            parts.append(f'<g fill="{colour("mark")}" fill-opacity="0" pointer-events="all"><g id="{self.name}-zones">{zones}</g></g>')
            parts.append(
                f'<use href="#{self.name}-zones" fill="none" stroke="{colour("line")}" stroke-width=".8" opacity=".28" pointer-events="none"/>'
            )
        if self.words:
            parts.append(f'<g font-family="system-ui,sans-serif">{"".join(self.words)}</g>')
        inside = "".join(parts)
        name = self.name
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="plate" viewBox="0 0 {self.wide} {self.high}" role="img" '
            f'aria-labelledby="{name}-title {name}-desc"><title id="{name}-title">{escape(self.title)}</title>'
            f'<desc id="{name}-desc">{escape(self.told)}</desc>'
        )
        return f"{head}{style(inside)}{inside}</svg>\n"


def filled(paths: list[str], name: str, opacity: float) -> str:
    drawn = "".join(f'<path d="{path}"/>' for path in paths if path)
    return f'<g fill="{colour(name)}" fill-opacity="{opacity:.3f}">{drawn}</g>' if drawn else ""
