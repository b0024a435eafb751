"""Reads the nets that all solvers get; laid out as crates/proof/nets/README.md says."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Node:
    """Something seen: levels 0, 1, 2, the highest of what its active causes and its leak push it to."""

    name: str
    leak: tuple  # P(level 1), P(level 2) with no cause active
    sources: list  # indices of its causes
    rises: list  # P(level 1), P(level 2) that each active cause alone pushes to

    @property
    def levels(self):
        return 3 if any(rise[1] > 0 for rise in [self.leak, *self.rises]) else 2


@dataclass
class Net:
    name: str
    priors: list
    nodes: list
    cases: list  # for each case {node: level} of the nodes looked at


def read(directory, name, order):
    """One net with the cases at these places."""
    raw = json.loads((Path(directory) / f"{name.lower()}.json").read_text())
    chances = raw["chances"]
    nodes = [
        Node(label, chances[leak], causes[0::2], [chances[at] for at in causes[1::2]])
        for label, leak, causes in raw["nodes"]
    ]
    cases = [{at: int(level) for at, level in enumerate(line) if level != "-"} for line in raw["cases"]]
    return Net(raw["name"], raw["priors"], nodes, [cases[at] for at in order])
