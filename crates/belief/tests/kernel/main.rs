//! The kernel against an oracle that shares no code with it.

#![expect(clippy::disallowed_methods, reason = "the oracle keeps to std, the kernel to libm")]
#![expect(clippy::print_stdout, reason = "how close it came is worth reading")]

mod dice;
mod edges;
mod exact;
mod indifferent;
mod oracle;
mod plans;
mod sampling;
mod short;
