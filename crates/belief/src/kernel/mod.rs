//! Exact inference in a two-layer noisy-MAX network, with nothing about bodies in it.
//!
//! *Sources* are independent yes/no causes. *Nodes* have levels 0, 1, 2; a node shows the highest
//! level any of its active causes (or its leak) pushes it to. Given what was seen at the nodes, the
//! kernel returns P(active | seen) of every source and the log probability of what was seen.
//!
//! ```
//! use belief::kernel::{compile, solve, Cause, Evidence, Limits, Network, Node, Scratch};
//!
//! // Two causes of one sign; the sign is there.
//! let cause = |source| Cause { source, rise: [0.8, 0.0] };
//! let node = Node { causes: vec![cause(0), cause(1)], leak: [0.0, 0.0] };
//! let network = Network { priors: vec![0.1, 0.1], nodes: vec![node] };
//! network.check()?;
//!
//! let problem = compile(&network, &[Evidence::Level(1)]);
//! let (posterior, _) = solve(&problem, None, &Limits::default(), &mut Scratch::default())?;
//! assert!((posterior.marginals[0] - 0.53125).abs() < 1e-12);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Steps: [`compile`] absorbs everything that factorises and leaves one [`Bit`] per positive finding
//! with two or more causes. [`Plan`] finds an order in which to sum sources and bits out, and knows
//! what it will cost. [`posterior`] runs it forward and backward. [`solve`] does all of it and falls
//! back to sampling when the plan is too wide. Same input, same bits out, on every machine.
//!
//! Where the method comes from:
//! - Heckerman 1989, "A tractable inference algorithm for diagnosing multiple diseases" (Quickscore):
//!   negative findings factorise. Its signed sum over subsets of positive findings cancels
//!   catastrophically in `f64`, so it is not used.
//! - Jaakkola & Jordan 1999, "Variational probabilistic inference and the QMR-DT network", JAIR
//!   10:291: negatives are absorbed in linear time.
//! - Takikawa & D'Ambrosio 1999, "Multiplicative factorization of noisy-max": one extra variable per
//!   finding frees the order of elimination. Theirs has signed terms; here the variable is "not
//!   explained yet / explained", every number is at least 0, and nothing cancels.

mod beam;
mod block;
mod chain;
mod exact;
mod graph;
mod network;
mod order;
mod plan;
mod power;
mod problem;
mod random;
mod sample;
mod scratch;
mod solve;
mod tables;

pub use exact::{Impossible, Posterior, log_z, posterior};
pub use network::{Cause, Evidence, Network, NetworkError, Node};
pub use plan::{Budget, Plan};
pub(crate) use power::power;
pub use problem::{Bit, Problem, compile, with_evidence};
pub use sample::{Sampled, sample};
pub use scratch::Scratch;
pub use solve::{Limits, Method, solve};
