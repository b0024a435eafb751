"""A net as conditional tables, which is what general solvers take: three ways to write the same thing.

T: one plain table a node, with a row for every combination of its causes.
D: causes "divorced" into a chain, so that no table has more than two parents; the same for any number of causes.
R: our own reduction, done before the peer sees anything: levels 0 and "not more than" are absorbed into the priors, and
   what is left of each positive finding is a chain of two-level tables. The best case for a peer.

Nodes that no case looks at are left out: they change no posterior.
"""

from dataclasses import dataclass

import numpy as np

# A plain table of more causes is refused: 2^20 rows of three numbers are 25 MB.
WIDEST = 20


class Refused(Exception):
    """The form cannot hold this net."""


@dataclass
class Table:
    """P(name | parents) as an array: one axis for each parent, the last for the variable itself."""

    name: str
    parents: list
    values: np.ndarray


@dataclass
class Model:
    tables: list
    targets: list  # names of the sources, in the net's order

    @property
    def cards(self):
        return {table.name: table.values.shape[-1] for table in self.tables}


def plain(net):
    """Form T, and how a case's levels are named in it."""
    tables = prior_tables(net.priors)
    for at in looked_at(net):
        node = net.nodes[at]
        if len(node.sources) > WIDEST:
            raise Refused(f"table of 2^{len(node.sources)} refused")
        tables.append(Table(f"n{at}", names(node.sources), level_table(node)))
    return Model(tables, names(range(len(net.priors))))


def divorced(net):
    """Form D."""
    tables = prior_tables(net.priors)
    place = chain_order([net.nodes[at].sources for at in looked_at(net)])
    for at in looked_at(net):
        tables += chain(net.nodes[at], f"n{at}", place)
    return Model(tables, names(range(len(net.priors))))


def reduced(net, case):
    """Form R of one case, and what is then seen."""
    active, inactive, findings = absorbed(net, case)
    priors = [a1 / (a0 + a1) for a0, a1 in zip(inactive, active)]
    tables, seen = prior_tables(priors), {}
    order = chain_order([[source for source, _ in stays] for _, stays in findings])
    for finding, (leak, stays) in enumerate(findings):
        last = f"f{finding}"
        seen[last] = 1
        previous = None
        stays = sorted(stays, key=lambda pair: order[pair[0]])
        for place, (source, stay) in enumerate(stays):
            name = last if place == len(stays) - 1 else f"f{finding}_{place}"
            if previous is None:
                unfired = np.array([1 - leak, (1 - leak) * stay])
                tables.append(Table(name, [f"s{source}"], np.stack([unfired, 1 - unfired], -1)))
            else:
                values = np.array([[[1, 0], [stay, 1 - stay]], [[0, 1], [0, 1]]], float)
                tables.append(Table(name, [previous, f"s{source}"], values))
            previous = name
    return Model(tables, names(range(len(net.priors)))), seen


def absorbed(net, case):
    """Weights of each source active and inactive, and of each positive finding its leak and (source, P(stays unexplained))."""
    active, inactive, findings = list(net.priors), [1 - p for p in net.priors], []
    for at, level in case.items():
        node = net.nodes[at]
        # "Not above the level" factorises; given that, only "reaches the level" is left to explain.
        upto = [at_most(rise, level) for rise in node.rises]
        for source, share in zip(node.sources, upto):
            active[source] *= share
        if level > 0:
            leak = node.leak[level - 1] / at_most(node.leak, level)
            stays = [(s, 1 - rise[level - 1] / share) for s, rise, share in zip(node.sources, node.rises, upto)]
            findings.append((leak, stays))
    return active, inactive, findings


def seen_levels(case):
    """What a case shows, in the names of forms T and D."""
    return {f"n{at}": level for at, level in case.items()}


def looked_at(net):
    return sorted({at for case in net.cases for at in case})


def names(sources):
    return [f"s{source}" for source in sources]


def prior_tables(priors):
    return [Table(f"s{s}", [], np.array([1 - p, p])) for s, p in enumerate(priors)]


def at_most(chances, level):
    """P(not above the level)."""
    return (1 - chances[0] - chances[1], 1 - chances[1], 1.0)[level]


def distribution(chances, levels):
    return [1 - chances[0] - chances[1], chances[0], chances[1]][:levels]


def level_table(node):
    """Levels given every combination of causes: P(at most l) is a product, P(l) a difference."""
    upto = []
    for level in range(node.levels):
        product = np.array(at_most(node.leak, level))
        for rise in node.rises:
            product = product[..., None] * np.array([1.0, at_most(rise, level)])
        upto.append(product)
    return np.diff(np.stack(upto, -1), axis=-1, prepend=0.0)


def chain_order(families):
    """A place for each source, so that chains through the same sources run side by side: the next source is the one
    that leaves fewest chains begun and not ended. In the order of the file every peer needs far wider tables."""
    left = {source for family in families for source in family}
    chains = {source: [at for at, family in enumerate(families) if source in family] for source in left}
    missing, begun, place = [len(family) for family in families], set(), {}

    def after(source):
        ended = sum(missing[at] == 1 for at in chains[source])
        new = sum(at not in begun for at in chains[source])
        return new - ended, new, source

    while left:
        source = min(left, key=after)
        left.remove(source)
        begun.update(chains[source])
        place[source] = len(place)
        for at in chains[source]:
            missing[at] -= 1
    return place


def chain(node, last, order):
    """Tables of "the highest so far", cause by cause."""
    so_far, tables, previous = np.array(distribution(node.leak, node.levels)), [], None
    causes = sorted(zip(node.sources, node.rises), key=lambda cause: order[cause[0]])
    for place, (source, rise) in enumerate(causes):
        name = last if place == len(node.sources) - 1 else f"{last}_{place}"
        step = highest(rise, node.levels)
        if previous is None:
            tables.append(Table(name, [f"s{source}"], np.einsum("a,axb->xb", so_far, step)))
        else:
            tables.append(Table(name, [previous, f"s{source}"], step))
        previous = name
    return tables


def highest(rise, levels):
    """P(highest | highest before, cause)."""
    step = np.zeros((levels, 2, levels))
    for before in range(levels):
        step[before, 0, before] = 1
        for pushed, chance in enumerate(distribution(rise, levels)):
            step[before, 1, max(before, pushed)] += chance
    return step
