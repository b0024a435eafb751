//! A net as JSON; laid out as `crates/proof/nets/README.md` says.

use super::Net;
use belief::kernel::{Cause, Network, Node};
use serde::{Deserialize, Serialize};

/// The file. Two chances that stand together often stand together again: each pair is written once.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    about: String,
    sources: Vec<String>,
    priors: Vec<f64>,
    chances: Vec<[f64; 2]>,
    nodes: Vec<NodeLine>,
    cases: Vec<String>,
}

/// Name, leak (place in `chances`), and for each cause its source and its place in `chances`, flat.
#[derive(Deserialize, Serialize)]
struct NodeLine(String, usize, Vec<usize>);

/// The text of a file, a node and a case a line, so that a difference can be read.
pub(super) fn written(net: &Net) -> String {
    let mut chances = Vec::new();
    let nodes = net.nodes.iter().zip(&net.network.nodes);
    let nodes: Vec<NodeLine> = nodes.map(|(name, node)| node_line(name, node, &mut chances)).collect();
    let cases: Vec<String> = net.cases.iter().map(|case| case_line(case)).collect();
    let fields = [
        ("name", json(&net.name)),
        ("about", json(&net.about)),
        ("sources", json(&net.sources)),
        ("priors", json(&net.network.priors)),
        ("chances", json(&chances)),
        ("nodes", lines(&nodes)),
        ("cases", lines(&cases)),
    ];
    let fields: Vec<String> = fields.into_iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// The net of a file.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn read(text: &str) -> Result<Net, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let pair = |at: usize| file.chances.get(at).copied().ok_or(format!("there are no chances number {at}"));
    let mut network = Network { priors: file.priors, nodes: Vec::new() };
    let mut names = Vec::new();
    for NodeLine(name, leak, causes) in file.nodes {
        let cause = |pair_at: &[usize]| match *pair_at {
            [source, at] => Ok(Cause { source: source as u32, rise: pair(at)? }),
            _ => Err(format!("{name}: an odd number of causes")),
        };
        let causes = causes.chunks(2).map(cause).collect::<Result<_, _>>()?;
        network.nodes.push(Node { causes, leak: pair(leak)? });
        names.push(name);
    }
    network.check().map_err(|error| error.to_string())?;
    let cases: Vec<_> = file.cases.iter().map(|line| case(line)).collect::<Result<_, _>>()?;
    if file.sources.len() != network.priors.len() || cases.iter().any(|case| case.len() != names.len()) {
        return Err("as many names as sources, and in each case as many levels as nodes, are needed".into());
    }
    Ok(Net { name: file.name, about: file.about, sources: file.sources, nodes: names, network, cases })
}

fn node_line(name: &str, node: &Node, chances: &mut Vec<[f64; 2]>) -> NodeLine {
    let mut place = |pair: [f64; 2]| {
        chances.iter().position(|known| *known == pair).unwrap_or_else(|| {
            chances.push(pair);
            chances.len() - 1
        })
    };
    let leak = place(node.leak);
    let causes = node.causes.iter().flat_map(|cause| [cause.source as usize, place(cause.rise)]).collect();
    NodeLine(name.to_owned(), leak, causes)
}

/// A digit a node, `-` where nobody looked.
fn case_line(case: &[Option<u8>]) -> String {
    case.iter().map(|seen| seen.map_or('-', |level| char::from(b'0' + level))).collect()
}

fn case(line: &str) -> Result<Vec<Option<u8>>, String> {
    let level = |letter: char| match letter {
        '-' => Ok(None),
        '0'..='2' => Ok(Some(letter as u8 - b'0')),
        _ => Err(format!("`{letter}` is no level")),
    };
    line.chars().map(level).collect()
}

/// Text and numbers always have a JSON.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn lines<T: Serialize>(values: &[T]) -> String {
    format!("[\n{}\n]", values.iter().map(json).collect::<Vec<_>>().join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::read;

    const NET: &str = r#"{"name":"Z","about":"","sources":["a left"],"priors":[0.1],"chances":[[0.2,0.1],[0.5,0.25]],
        "nodes":[["zone z left",0,[0,1]]],"cases":["2","-"]}"#;

    #[test]
    fn a_file_is_read_as_its_readme_says() {
        let net = read(NET).unwrap();
        assert_eq!(net.network.nodes[0].leak, [0.2, 0.1]);
        assert_eq!(net.network.nodes[0].causes[0].rise, [0.5, 0.25]);
        assert_eq!(net.cases, [[Some(2)], [None]]);
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (right, wrong, words) in [
            ("[0,1]]", "[0,7]]", "no chances number 7"),
            ("[0,1]]", "[0,1,0]]", "an odd number"),
            ("[0,1]]", "[3,1]]", "does not exist"),
            ("\"2\"", "\"3\"", "`3` is no level"),
            ("\"2\"", "\"22\"", "as many levels as nodes"),
            ("[0.1]", "[1.1]", "prior 1.1"),
        ] {
            let error = read(&NET.replace(right, wrong)).unwrap_err();
            assert!(error.contains(words), "{error}");
        }
    }
}
