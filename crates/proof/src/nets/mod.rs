//! Nets to compare solvers on: parts of the guide's own network, and cases drawn from them.
//!
//! The files in `crates/proof/nets/` hold them, so that other programs read exactly what we read; `README.md` there says
//! what each net is and how a file is laid out.

mod build;
mod dice;
mod draw;
mod file;
mod tile;

pub(crate) use build::all;
pub(crate) use dice::Dice;
pub(crate) use tile::tiled;

use crate::Outcome;
use belief::kernel::{Evidence, Network};
use guide::Guide;
use std::fs;
use std::path::{Path, PathBuf};

/// Letters of the nets, from small to large.
pub(crate) const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// A network and what was seen in each of its cases.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Net {
    /// Its letter.
    pub(crate) name: String,
    /// What it is, in a sentence.
    pub(crate) about: String,
    /// `SOURCE SIDE` of each source.
    pub(crate) sources: Vec<String>,
    /// `KIND ID SIDE` of each node; KIND is `zone`, `question` or `press`.
    pub(crate) nodes: Vec<String>,
    /// The network, every number rounded as in the file.
    pub(crate) network: Network,
    /// For each case the level of each node; nothing where nobody looked.
    pub(crate) cases: Vec<Vec<Option<u8>>>,
}

impl Net {
    /// What the kernel is told in a case.
    pub(crate) fn evidence(&self, case: &[Option<u8>]) -> Vec<Evidence> {
        case.iter().map(|seen| seen.map_or(Evidence::Unknown, Evidence::Level)).collect()
    }
}

/// Where the committed files are.
pub(crate) fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("nets")
}

/// The committed nets, in the order of [`NAMES`].
///
/// # Errors
/// A file that cannot be read or holds no sound net.
pub(crate) fn committed() -> Result<Vec<Net>, String> {
    NAMES.iter().map(|name| read(&path(&home(), name))).collect()
}

/// The embedded guide in English; its numbers are the same in every language.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn embedded() -> Result<Guide, String> {
    Guide::embedded("en").map_err(|error| format!("the guide compiled in: {error:?}"))
}

/// `nets DIR`: makes the nets from the guide compiled in and writes them to files.
///
/// # Errors
/// Without a directory, or if it cannot be written to.
pub(crate) fn command(words: &[String]) -> Outcome {
    let [dir] = words else { return Err("usage: proof nets DIR".into()) };
    let dir = Path::new(dir);
    fs::create_dir_all(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    for net in all(&embedded()?) {
        let path = path(dir, &net.name);
        let text = file::written(&net);
        fs::write(&path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
        let (sources, nodes, kib) = (net.sources.len(), net.nodes.len(), text.len().div_ceil(1024));
        eprintln!("{}: {sources} sources, {nodes} nodes, {} cases, {kib} KiB", net.name, net.cases.len());
    }
    Ok(())
}

fn path(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!("{}.json", name.to_lowercase()))
}

fn read(path: &Path) -> Result<Net, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    file::read(&text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use belief::kernel::{Limits, Method, Scratch, compile, solve};

    /// P(active) by adding up all states of the sources.
    fn by_brute_force(network: &Network, case: &[Option<u8>]) -> Vec<f64> {
        let mut sums = vec![0.0; network.priors.len()];
        let mut total = 0.0;
        for state in 0..1u32 << network.priors.len() {
            let on = |source: usize| state >> source & 1 == 1;
            let priors = network.priors.iter().enumerate().map(|(s, p)| if on(s) { *p } else { 1.0 - p });
            let at_most = |node: usize, level: usize| {
                let upto = |p: [f64; 2]| [1.0 - p[0] - p[1], 1.0 - p[1], 1.0][level];
                let causes = network.nodes[node].causes.iter().filter(|cause| on(cause.source as usize));
                causes.map(|cause| upto(cause.rise)).product::<f64>() * upto(network.nodes[node].leak)
            };
            let seen = case.iter().enumerate().filter_map(|(node, seen)| Some((node, usize::from((*seen)?))));
            let chance = |(node, level)| at_most(node, level) - if level > 0 { at_most(node, level - 1) } else { 0.0 };
            let weight = priors.product::<f64>() * seen.map(chance).product::<f64>();
            total += weight;
            sums.iter_mut().enumerate().filter(|(source, _)| on(*source)).for_each(|(_, sum)| *sum += weight);
        }
        sums.into_iter().map(|sum| sum / total).collect()
    }

    #[test]
    fn the_kernel_is_right_on_the_committed_net_a() {
        let net = committed().unwrap().swap_remove(0);
        for case in &net.cases {
            let problem = compile(&net.network, &net.evidence(case));
            let (ours, method) = solve(&problem, None, &Limits::default(), &mut Scratch::default()).unwrap();
            assert!(matches!(method, Method::Exact { .. }));
            for (ours, right) in ours.marginals.iter().zip(by_brute_force(&net.network, case)) {
                assert!((ours - right).abs() < 1e-12, "{ours} {right}");
            }
        }
    }

    #[test]
    fn the_committed_nets_are_sound_and_large_enough() {
        for (net, (name, sources, cases)) in committed().unwrap().iter().zip([
            ("A", 6, 20),
            ("B", 25, 20),
            ("C", 50, 20),
            ("D", 50, 100),
            ("E", 200, 20),
        ]) {
            assert_eq!(net.name, name);
            assert!(net.sources.len() >= sources && net.cases.len() == cases, "{name}");
            let positive = |case: &Vec<Option<u8>>| case.iter().flatten().any(|level| *level > 0);
            assert!(net.cases.iter().all(positive), "{name}");
        }
    }

    #[test]
    fn the_guide_makes_the_same_nets_twice_and_a_file_keeps_them() {
        let guide = embedded().unwrap();
        let nets = all(&guide);
        assert_eq!(nets, all(&guide));
        for net in nets {
            assert_eq!(file::read(&file::written(&net)), Ok(net));
        }
    }
}
