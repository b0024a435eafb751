//! What is known before anything is seen: sources, nodes, and the chances that join them.

/// Largest excess over 1 forgiven in a sum of two probabilities (they were written as decimals).
const SUM_TOLERANCE: f64 = 1e-9;

/// Independent yes/no sources and the nodes they raise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// P(active) of each source, 0 to 1, before anything is seen.
    pub priors: Vec<f64>,
    /// Everything that can be observed.
    pub nodes: Vec<Node>,
}

/// Something with levels 0, 1, 2 that can be observed: the highest of what its causes contribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Sources that can raise it; each source at most once.
    pub causes: Vec<Cause>,
    /// P(level 1), P(level 2) with no cause active. The rest is P(level 0).
    pub leak: [f64; 2],
}

/// One source's pull on one node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// Index into [`Network::priors`].
    pub source: u32,
    /// P(it contributes level 1), P(it contributes level 2) when active. The rest is no contribution.
    pub rise: [f64; 2],
}

/// What was seen at one node.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Evidence {
    /// Not looked at. Costs nothing, changes nothing.
    #[default]
    Unknown,
    /// Exactly this level, 0 to 2. A level above 2 is impossible.
    Level(u8),
    /// This level or higher, 1 to 2. 0 is no evidence, above 2 is impossible.
    AtLeast(u8),
    /// A doubtful yes or no: closing weights on "below `from`" and on "`from` or higher".
    Step {
        /// 1 to 2.
        from: u8,
        /// Likelihood if the level is lower than `from`; finite, at least 0.
        below: f64,
        /// Likelihood if the level is `from` or higher; finite, at least 0.
        above: f64,
    },
    /// Level 0, but only weakly meant: each factor P(0) is raised to `strength`.
    Blank {
        /// Finite, at least 0. 1 is the same as `Level(0)`, 0 the same as `Unknown`.
        strength: f64,
    },
}

/// Why a network cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NetworkError {
    /// A prior is not a probability.
    #[error("source {source_index}: prior {value} is not between 0 and 1")]
    Prior {
        /// Which source.
        source_index: usize,
        /// What was given.
        value: f64,
    },
    /// A leak is not a distribution over levels.
    #[error("node {node}: leak {value:?} must be two numbers between 0 and 1 with a sum of at most 1")]
    Leak {
        /// Which node.
        node: usize,
        /// What was given.
        value: [f64; 2],
    },
    /// A cause's rise is not a distribution over levels.
    #[error(
        "node {node}, source {source_index}: rise {value:?} must be two numbers between 0 and 1 with a sum of at most 1"
    )]
    Rise {
        /// Which node.
        node: usize,
        /// Which source.
        source_index: u32,
        /// What was given.
        value: [f64; 2],
    },
    /// A cause names a source that does not exist.
    #[error("node {node}: source {source_index} does not exist, there are {sources}")]
    NoSuchSource {
        /// Which node.
        node: usize,
        /// What it names.
        source_index: u32,
        /// How many sources there are.
        sources: usize,
    },
    /// A node lists the same source twice.
    #[error("node {node}: source {source_index} is listed twice")]
    Twice {
        /// Which node.
        node: usize,
        /// Which source.
        source_index: u32,
    },
}

impl Network {
    /// Checks every number and every reference. The rest of the kernel expects a checked network.
    ///
    /// # Errors
    /// The first thing found wrong, in the order of the nodes.
    pub fn check(&self) -> Result<(), NetworkError> {
        for (source_index, &value) in self.priors.iter().enumerate() {
            if !is_probability(value) {
                return Err(NetworkError::Prior { source_index, value });
            }
        }
        let mut last_seen = vec![usize::MAX; self.priors.len()];
        for (node, it) in self.nodes.iter().enumerate() {
            if !is_distribution(it.leak) {
                return Err(NetworkError::Leak { node, value: it.leak });
            }
            for cause in &it.causes {
                check_cause(node, *cause, &mut last_seen)?;
            }
        }
        Ok(())
    }
}

/// `last_seen[s]`: the last node that listed source `s`.
fn check_cause(node: usize, cause: Cause, last_seen: &mut [usize]) -> Result<(), NetworkError> {
    let Cause { source: source_index, rise } = cause;
    let sources = last_seen.len();
    let Some(seen) = last_seen.get_mut(source_index as usize) else {
        return Err(NetworkError::NoSuchSource { node, source_index, sources });
    };
    if *seen == node {
        return Err(NetworkError::Twice { node, source_index });
    }
    *seen = node;
    if !is_distribution(rise) {
        return Err(NetworkError::Rise { node, source_index, value: rise });
    }
    Ok(())
}

fn is_probability(value: f64) -> bool {
    (0.0..=1.0).contains(&value)
}

fn is_distribution(levels: [f64; 2]) -> bool {
    levels.into_iter().all(is_probability) && levels[0] + levels[1] <= 1.0 + SUM_TOLERANCE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(prior: f64, leak: [f64; 2], causes: &[(u32, [f64; 2])]) -> Network {
        let causes = causes.iter().map(|&(source, rise)| Cause { source, rise }).collect();
        Network { priors: vec![prior], nodes: vec![Node { causes, leak }] }
    }

    #[test]
    fn good_numbers_pass() {
        assert_eq!(network(0.3, [0.7, 0.3], &[(0, [0.0, 1.0])]).check(), Ok(()));
    }

    #[test]
    fn bad_numbers_are_named() {
        let fine = [0.1, 0.1];
        let wrong = |n: Network| n.check().unwrap_err().to_string();
        assert_eq!(wrong(network(1.5, fine, &[])), "source 0: prior 1.5 is not between 0 and 1");
        assert!(wrong(network(f64::NAN, fine, &[])).contains("NaN"));
        assert!(wrong(network(0.5, [0.6, 0.5], &[])).starts_with("node 0: leak"));
        assert!(wrong(network(0.5, fine, &[(0, [-0.1, 0.0])])).starts_with("node 0, source 0: rise"));
        assert!(wrong(network(0.5, fine, &[(7, fine)])).contains("source 7 does not exist, there are 1"));
        assert!(wrong(network(0.5, fine, &[(0, fine), (0, fine)])).contains("listed twice"));
    }
}
