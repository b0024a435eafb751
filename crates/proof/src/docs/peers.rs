//! Other solvers on the same nets.

use super::found::{Found, Ours, Peer};
use super::markdown::{self, Goal, ms};
use crate::spread::Spread;

/// Times as fast as the best peer with one style, and with all.
const ONE: f64 = 500.0;
const ALL: f64 = 150.0;
/// Cases that a peer gets of each net.
const CASES: usize = crate::peers::CASES;
/// A peer agrees within this.
const AGREE: f64 = 1e-9;

/// Who finished what, how long it took beside ours, and in which words it ended.
pub(crate) fn table(found: &Found) -> Option<String> {
    let (ours, peers) = (found.ours.as_ref()?, found.peers.as_ref()?);
    let mut rows = Vec::new();
    for (net, cases) in ours {
        rows.push(our_row(net, cases));
        rows.extend(peers.iter().filter(|peer| peer.net == *net).map(their_row));
    }
    let head = ["net, solver, form", "finished", "median", "theirs to ours", "differs by", "what ended it"];
    Some(format!("{}{}", old(found), markdown::table(&head, &rows)))
}

/// A net of an earlier guide is solved by the peers, and by us in one style; all styles are always of the guide as it is.
fn old(found: &Found) -> &'static str {
    if found.nets_are_old {
        "**The guide has changed since these nets were made**: ratios of one style are those of the guide before; ratios of all \
         styles set the guide of today beside the nets of before, which is no fair comparison.\n\n"
    } else {
        ""
    }
}

fn our_row(net: &str, cases: &[Ours]) -> Vec<String> {
    let spread = Spread::of(cases.iter().map(|case| case.ms));
    let styles = Spread::of(cases.iter().filter_map(|case| case.all_styles_ms));
    let styles = if styles.median.is_finite() { format!("; all styles {}", ms(styles.median)) } else { String::new() };
    let exact = cases.iter().filter(|case| case.exact).count();
    let width = cases.iter().map(|case| case.width).max().unwrap_or_default();
    vec![
        format!("**{net} Unknot**"),
        format!("{exact} of {} exact", cases.len()),
        format!("{}{styles}", ms(spread.median)),
        "1".into(),
        format!("width up to {width}"),
        String::new(),
    ]
}

fn their_row(peer: &Peer) -> Vec<String> {
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let alone = peer.infer_ratio.filter(|_| peer.form == "R");
    let alone = alone.map_or(String::new(), |ratio| format!(" (inference alone {ratio:.0})"));
    let compared = peer.compared.filter(|compared| *compared < peer.finished);
    let compared = compared.map_or(String::new(), |compared| format!(" in {compared} that we solve exactly"));
    vec![
        format!("{} {} {}", peer.net, peer.peer, peer.form),
        peer.finished.to_string(),
        or(peer.ms.map(ms)),
        or(peer.ratio.map(|ratio| format!("{ratio:.0}{alone}"))),
        or(peer.difference.map(|difference| format!("{difference:.1e}{compared}"))),
        // A bar would end the cell.
        peer.failure.as_deref().unwrap_or_default().replace('|', "/"),
    ]
}

/// How many times as fast as the best peer, and whether all agree.
pub(crate) fn goals(found: &Found) -> Option<String> {
    let peers = found.peers.as_ref()?;
    let mut rows = Vec::new();
    for net in ["C", "E"] {
        let best = best(peers, net);
        rows.push(goal(
            format!("net {net}, one style: at least {ONE} times as fast as the best peer"),
            best,
            ONE,
            |peer| [peer.ratio, peer.infer_ratio],
        ));
        rows.push(goal(format!("net {net}, all styles: at least {ALL} times"), best, ALL, |peer| {
            [peer.styles_ratio, peer.styles_infer_ratio]
        }));
    }
    let largest = peers.iter().filter_map(|peer| peer.difference).fold(0.0, f64::max);
    let finished: usize = peers.iter().map(|peer| peer.finished).sum();
    rows.push(Goal {
        asked: format!("every peer agrees to {AGREE:.0e} wherever it finished"),
        found: format!("{largest:.1e} at most, {finished} cases"),
        met: (finished > 0).then_some(largest <= AGREE),
    });
    Some(format!("{}{}", old(found), markdown::goals(&rows)))
}

/// Of those that finished most cases of a net, the quickest: the same as `tools/peers/report.py` says.
fn best<'p>(peers: &'p [Peer], net: &str) -> Option<&'p Peer> {
    let finished = peers.iter().filter(|peer| peer.net == net && peer.finished > 0);
    let most = finished.clone().map(|peer| peer.finished).max()?;
    let ratio = |peer: &&Peer| peer.ratio.unwrap_or(f64::INFINITY);
    finished.filter(|peer| peer.finished == most).min_by(|a, b| ratio(a).total_cmp(&ratio(b)))
}

fn goal(asked: String, best: Option<&Peer>, least: f64, ratios: fn(&Peer) -> [Option<f64>; 2]) -> Goal {
    let Some((peer, [Some(ratio), alone])) = best.map(|peer| (peer, ratios(peer))) else {
        return Goal { asked, found: "no peer finished a case".into(), met: None };
    };
    let mut found = format!("{ratio:.0} times {} {}, over {} of {CASES} cases", peer.peer, peer.form, peer.finished);
    if let Some(alone) = alone.filter(|_| peer.form == "R") {
        found += &format!("; its inference alone {alone:.0}");
    }
    if let Some(failure) = &peer.failure {
        found += &format!("; then it ended: {}", failure.replace('|', "/"));
    }
    Goal { asked, found, met: Some(ratio >= least) }
}

#[cfg(test)]
mod tests {
    use super::{Peer, best};

    #[test]
    fn the_best_peer_finished_most_and_then_was_quickest() {
        let peer = |form: &str, finished: usize, ratio: f64| Peer {
            peer: "p".into(),
            form: form.into(),
            net: "C".into(),
            failure: None,
            finished,
            ms: Some(1.0),
            ratio: Some(ratio),
            infer_ratio: None,
            styles_ratio: None,
            styles_infer_ratio: None,
            compared: None,
            difference: None,
        };
        let peers = [peer("T", 3, 10.0), peer("D", 20, 900.0), peer("R", 20, 700.0), peer("N", 0, 0.0)];
        assert_eq!(best(&peers, "C").map(|peer| peer.form.as_str()), Some("R"));
        assert!(best(&peers, "E").is_none());
    }
}
