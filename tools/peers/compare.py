"""Compares us with the peers on the committed nets: `compare.py NETS OURS.json OUT.json`.

Every peer runs in a process of its own, with a cap on memory and on CPU time, and gets the cases that are easiest for us
first, so that it finishes as many as it can. Times are CPU time, since the machine may be busy; ours are the best of up
to 25 runs. Ends with 1 if a peer that finished disagrees with us by more than 1e-9.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median_low

import report

GIB = 8
SECONDS = 15
# A process that gets no CPU is given up after so many times its seconds.
PATIENCE = 8

# pyAgrum and pgmpy take tables; ProbLog takes rules: as they are (N), or after our reduction (R).
RUNS = [("pyagrum", "T"), ("pyagrum", "D"), ("pyagrum", "R")]
RUNS += [("pgmpy", "T"), ("pgmpy", "D"), ("pgmpy", "R")]
RUNS += [("problog", "N"), ("problog", "R")]
# D shows more of C's own network, E is four of it: what cannot do C is not tried on them.
LARGER = {"D": "C", "E": "C"}


def main(directory, ours_path, out_path):
    ours = json.loads(Path(ours_path).read_text())
    results = []
    for peer, form in RUNS:
        failed = set()
        for net in ours:
            smaller = LARGER.get(net)
            if smaller in failed:
                result = {"failure": f"not tried: no case of {smaller} finished", "cases": []}
            else:
                result = run(peer, form, directory, net, ours[net])
            if not result["cases"]:
                failed.add(net)
            results.append({"peer": peer, "form": form, "net": net} | held_to(result, ours[net]))
            report.progress(results[-1])
    Path(out_path).write_text(json.dumps(results, indent=1))
    return report.show(ours, results)


def easiest_first(ours):
    """Places of the cases, those that we solve exactly before the others."""
    return sorted(range(len(ours)), key=lambda at: (not ours[at]["exact"], ours[at]["ms"]))


def run(peer, form, directory, net, ours):
    """What one peer finished of a net, and how it ended if not all."""
    worker = Path(__file__).with_name("worker.py")
    order = ",".join(map(str, easiest_first(ours)))
    words = [peer, form, directory, net, order, GIB, SECONDS]
    command = [sys.executable, str(worker), *map(str, words)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = process.communicate(timeout=SECONDS * PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("{") and line.endswith("}")]
    cases = [line for line in lines if "ms" in line]
    failure = None if len(cases) == len(ours) else words_of(process.returncode, err, bool(lines))
    return {"failure": failure, "cases": cases}


def words_of(code, err, built):
    """Why a process ended early, in its own words where it had any."""
    if code in (-24, -9):
        return f"over {SECONDS} s" + ("" if built else " while building the net")
    last = (err.strip().splitlines() or [f"ended with {code}"])[-1].strip()
    return last[:120]


def held_to(result, ours):
    """Times, ratios to our times case by case, and the largest difference where we are exact."""
    pairs = list(zip(result["cases"], (ours[at] for at in easiest_first(ours))))
    kept = {"failure": result["failure"], "finished": len(pairs)}
    if not pairs:
        return kept
    differences = [
        abs(theirs_p - ours_p)
        for theirs, our in pairs
        if our["exact"]
        for theirs_p, ours_p in zip(theirs["posterior"], our["posterior"], strict=True)
    ]
    kept |= {
        "ms": median_low(theirs["ms"] for theirs, _ in pairs),
        "ratio": median_low(theirs["ms"] / our["ms"] for theirs, our in pairs),
        "infer_ratio": median_low(theirs["infer_ms"] / our["ms"] for theirs, our in pairs),
        "compared": sum(our["exact"] for _, our in pairs),
        "difference": max(differences, default=None),
    }
    if pairs[0][1]["all_styles_ms"]:
        kept["styles_ratio"] = median_low(theirs["ms"] / our["all_styles_ms"] for theirs, our in pairs)
        kept["styles_infer_ratio"] = median_low(theirs["infer_ms"] / our["all_styles_ms"] for theirs, our in pairs)
    return kept


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
