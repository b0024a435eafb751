"""The peers: each takes a net in one of the forms and gives P(active) of every source in a case.

Each function imports its library and returns `build`: a function from a model to `answer`, itself a function from what
is seen to the posteriors. Building is apart from answering, so that it need not be counted.
"""

import logging
import warnings


def pyagrum():
    """pyAgrum (C++): lazy propagation in a junction tree."""
    import numpy as np
    import pyagrum as gum

    gum.setNumberOfThreads(1)

    def build(model):
        net = gum.BayesNet()
        for name, card in model.cards.items():
            net.add(gum.RangeVariable(name, name, 0, card - 1))
        for table in model.tables:
            for parent in table.parents:
                net.addArc(parent, table.name)
        for table in model.tables:
            axes = [*table.parents, table.name]
            order = [axes.index(name) for name in reversed(net.cpt(table.name).names)]
            net.cpt(table.name)[:] = np.ascontiguousarray(np.transpose(table.values, order))

        engine = gum.LazyPropagation(net)
        for target in model.targets:
            engine.addTarget(target)

        def answer(seen):
            engine.eraseAllEvidence()
            engine.setEvidence(seen)
            engine.makeInference()
            return [engine.posterior(target)[1] for target in model.targets]

        return answer

    return build


def pgmpy():
    """pgmpy (Python, numpy): variable elimination."""
    warnings.filterwarnings("ignore")
    from pgmpy.factors.discrete import TabularCPD
    from pgmpy.inference import VariableElimination
    from pgmpy.models import DiscreteBayesianNetwork

    logging.disable(logging.CRITICAL)

    def build(model):
        net, cards = DiscreteBayesianNetwork(), model.cards
        net.add_nodes_from(list(cards))
        net.add_edges_from([(parent, table.name) for table in model.tables for parent in table.parents])
        for table in model.tables:
            rows = table.values.reshape(-1, table.values.shape[-1]).T
            evidence_cards = [cards[parent] for parent in table.parents]
            net.add_cpds(TabularCPD(table.name, rows.shape[0], rows, table.parents or None, evidence_cards or None))
        engine = VariableElimination(net)

        def answer(seen):
            found = engine.query(model.targets, evidence=seen, joint=False, show_progress=False)
            return [found[target].values[1] for target in model.targets]

        return answer

    return build


def problog():
    """ProbLog with PySDD: compiles the case to a sentential decision diagram and counts its models.

    It reads probabilistic rules, in which a noisy-OR is as short as for us, so tables are not its form. A rule says that
    a source exceeds a level ("over", seen not to hold) or explains a finding (seen to hold).
    """
    from problog import get_evaluatable
    from problog.program import PrologString

    def answer(priors, over, findings):
        lines = [f"{number(p)}::s({s})." for s, p in enumerate(priors)]
        for at, (source, chance) in enumerate(over):
            lines += [f"{number(chance)}::o({at}) :- s({source}).", f"evidence(\\+o({at}))."]
        for at, (leak, stays) in enumerate(findings):
            lines.append(f"{number(leak)}::f({at}).")
            lines += [f"{number(1 - stay)}::f({at}) :- s({source})." for source, stay in stays]
            lines.append(f"evidence(f({at})).")
        lines += [f"query(s({s}))." for s in range(len(priors))]
        found = get_evaluatable("sdd").create_from(PrologString("\n".join(lines))).evaluate()
        by_name = {str(term): float(chance) for term, chance in found.items()}
        return [by_name[f"s({s})"] for s in range(len(priors))]

    return answer


def number(chance):
    """ProbLog reads no exponents everywhere."""
    return f"{chance:.18f}"
