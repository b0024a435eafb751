"""What the comparison found, in words and a table."""

from importlib.metadata import version
from statistics import median_low

AGREE = 1e-9
GOALS = {"C": 500, "E": 500}
STYLES_GOAL = 150
CASES = 20

NOTES = """\
T plain tables, D causes divorced into chains, N rules as they are, R after our own reduction (a peer's best case).
ms: median CPU time a case. ratio: median over the cases of theirs to ours. Building the peer's net once is not counted;
in form R it is another net in each case, so that is counted, and `inference alone` is what the ratio is without it."""


def progress(result):
    """A line as soon as it is known."""
    print(line(result), flush=True)


def show(ours, results):
    """Prints the table and the goals; the exit code."""
    print(f"\n{NOTES}\n{versions()}\n")
    for net, cases in ours.items():
        print(line_of_ours(net, cases))
        for result in results:
            if result["net"] == net:
                print(line(result))
        print(f"  best peer: {words_of_best(best(results, net))}\n")
    for net, goal in GOALS.items():
        print(goal_line(f"{net}, one style: at least {goal}x the best peer", best(results, net), "ratio", goal))
        found = best(results, net)
        print(goal_line(f"{net}, all styles: at least {STYLES_GOAL}x", found, "styles_ratio", STYLES_GOAL))
    print("all styles are three to six nets; the peer solves one of them.")
    return disagreements(results)


def line(result):
    who = f"  {result['net']} {result['peer']} {result['form']}"
    if not result["finished"]:
        return f"{who:<16} failed: {result['failure']}"
    text = f"{who:<16} {result['finished']:>2} cases {result['ms']:>10.2f} ms  ratio {result['ratio']:>9,.0f}"
    if result["form"] == "R":
        text += f" (inference alone {result['infer_ratio']:,.0f})"
    if result["difference"] is not None:
        text += f"  differs by at most {result['difference']:.1e}"
    if result["compared"] < result["finished"]:
        text += f" in the {result['compared']} that we solve exactly"
    return text + (f"; then {result['failure']}" if result["failure"] else "")


def line_of_ours(net, cases):
    exact = sum(case["exact"] for case in cases)
    text = f"  {net} Unknot         {len(cases):>2} cases {median_low(case['ms'] for case in cases):>10.4f} ms"
    text += f"  {exact} exact, width up to {max(case['width'] for case in cases)}"
    if cases[0]["all_styles_ms"]:
        text += f"; all styles {median_low(case['all_styles_ms'] for case in cases):.4f} ms"
    return text


def best(results, net):
    """Among those that finished most cases of a net, the quickest."""
    finished = [result for result in results if result["net"] == net and result["finished"]]
    most = max((result["finished"] for result in finished), default=0)
    return min((r for r in finished if r["finished"] == most), key=lambda r: r["ratio"], default=None)


def words_of_best(result):
    if result is None:
        return "none finished a case"
    words = f"{result['peer']} {result['form']}, {result['ratio']:,.0f} times as long as ours"
    return words + ("" if result["finished"] == CASES else f", on the easiest {result['finished']} of {CASES} cases only")


def goal_line(what, result, key, goal):
    if result is None:
        return f"{what}: no peer finished a case"
    ratio = result[key]
    alone = result[key.replace("ratio", "infer_ratio")]
    holds = "holds" if ratio >= goal else "FAILS"
    note = f" (inference alone {alone:,.0f})" if result["form"] == "R" else ""
    if result["finished"] < CASES:
        note += f", on the easiest {result['finished']} of {CASES} cases; it did not finish the others"
    return f"{holds}: {what}: {ratio:,.0f}x {result['peer']} {result['form']}{note}"


def disagreements(results):
    wrong = [r for r in results if r["finished"] and (r["difference"] or 0) > AGREE]
    for result in wrong:
        print(f"DISAGREES by more than {AGREE}: {line(result)}")
    if not wrong:
        print(f"holds: every peer agrees with us to {AGREE} wherever it finished and we are exact")
    return 1 if wrong else 0


def versions():
    return ", ".join(f"{name} {version(name)}" for name in ("pyagrum", "pgmpy", "problog", "pysdd"))
