"""One solver on one net in one form, within limits of memory and time: `worker.py PEER FORM NETS NET ORDER GIB SECONDS`.

Prints a JSON object a line: {"built": s} once, then {"ms", "infer_ms", "posterior"} for each case. Whatever goes wrong
ends the process; what was printed before still counts.
"""

import json
import resource
import sys
import time

import forms
import nets
import solvers


def main(peer, form, directory, name, order, gib, seconds):
    load = getattr(solvers, peer)()
    net = nets.read(directory, name, [int(at) for at in order.split(",")])
    limit_memory(float(gib))
    limit_time(float(seconds))
    answer = prepared(peer, form, load, net)
    print(json.dumps({"built": time.process_time()}), flush=True)
    # Building a net once is not counted: the cases get all the time there is.
    limit_time(float(seconds))
    for case in net.cases:
        posterior, ms, infer_ms = answer(case)
        print(json.dumps({"ms": ms, "infer_ms": infer_ms, "posterior": posterior}), flush=True)


def prepared(peer, form, load, net):
    """A function from a case to posteriors and CPU milliseconds: all that the case needs, and inference alone."""
    if peer == "problog":
        return lambda case: counted(lambda: load(*rules(form, net, case)))
    if form == "R":
        return lambda case: counted_reduced(load, net, case)
    answer = load({"T": forms.plain, "D": forms.divorced}[form](net))
    return lambda case: counted(lambda: answer(forms.seen_levels(case)))


def rules(form, net, case):
    """Priors, "not more than" rules that did not fire, and positive findings."""
    active, inactive, findings = forms.absorbed(net, case)
    if form == "R":
        return [a1 / (a0 + a1) for a0, a1 in zip(inactive, active)], [], findings
    over = [
        (source, 1 - forms.at_most(rise, level))
        for at, level in case.items()
        for source, rise in zip(net.nodes[at].sources, net.nodes[at].rises)
        if forms.at_most(rise, level) < 1
    ]
    return net.priors, over, findings


def counted(act):
    begun = time.process_time()
    posterior = act()
    ms = (time.process_time() - begun) * 1e3
    return posterior, ms, ms


def counted_reduced(load, net, case):
    """The reduction itself is ours and not counted; the peer's building is, as it is another net in each case."""
    model, seen = forms.reduced(net, case)
    begun = time.process_time()
    answer = load(model)
    built = time.process_time()
    posterior = answer(seen)
    done = time.process_time()
    return posterior, (done - begun) * 1e3, (done - built) * 1e3


def limit_memory(gib):
    size = int(gib * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def limit_time(seconds):
    """From now on, CPU time; the process is killed beyond it."""
    end = int(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(*sys.argv[1:])
