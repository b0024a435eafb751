//! Which sources and bits belong together, without any weight.

use super::problem::Problem;

/// Which source is a parent of which bit, without any weight.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shape {
    pub(super) sources: usize,
    /// `parents[starts[b]..starts[b + 1]]` are bit b's.
    pub(super) starts: Vec<u32>,
    pub(super) parents: Vec<u32>,
}

impl Shape {
    pub(super) fn of(problem: &Problem) -> Shape {
        let mut shape = Shape {
            sources: problem.a0.len(),
            starts: Vec::with_capacity(problem.bits.len() + 1),
            parents: Vec::with_capacity(8 * problem.bits.len()),
        };
        shape.starts.push(0);
        for bit in &problem.bits {
            shape.parents.extend(bit.parents.iter().map(|parent| parent.0));
            shape.starts.push(shape.parents.len() as u32);
        }
        shape
    }

    pub(super) fn bits(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn parents(&self, bit: usize) -> &[u32] {
        &self.parents[self.starts[bit] as usize..self.starts[bit + 1] as usize]
    }

    /// Is `problem` of this shape, in its first bits at least?
    pub(super) fn begins(&self, problem: &Problem) -> bool {
        let same = |bit: usize| self.parents(bit).iter().eq(problem.bits[bit].parents.iter().map(|parent| &parent.0));
        self.sources == problem.a0.len() && self.bits() <= problem.bits.len() && (0..self.bits()).all(same)
    }
}

/// One end of a source-bit edge, seen from the other end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbour {
    /// Sources come first, then bits.
    pub(super) vertex: u32,
    /// Position of the edge in [`Shape::parents`].
    pub(super) edge: u32,
}

/// The same edges, from both ends.
#[derive(Clone, Debug)]
pub(super) struct Graph {
    pub(super) sources: usize,
    starts: Vec<u32>,
    neighbours: Vec<Neighbour>,
}

impl Graph {
    pub(super) fn of(shape: &Shape) -> Graph {
        let sources = shape.sources;
        let mut starts = vec![0; sources + shape.bits() + 1];
        for &source in &shape.parents {
            starts[source as usize + 1] += 1;
        }
        for s in 0..sources {
            starts[s + 1] += starts[s];
        }
        let edges = shape.parents.len() as u32;
        for bit in 0..shape.bits() {
            starts[sources + bit + 1] = edges + shape.starts[bit + 1];
        }
        let mut neighbours = vec![Neighbour::default(); 2 * shape.parents.len()];
        let mut next: Vec<u32> = starts[..sources].to_vec();
        for bit in 0..shape.bits() {
            for edge in shape.starts[bit]..shape.starts[bit + 1] {
                let source = shape.parents[edge as usize];
                let at = &mut next[source as usize];
                neighbours[*at as usize] = Neighbour { vertex: (sources + bit) as u32, edge };
                *at += 1;
                neighbours[(edges + edge) as usize] = Neighbour { vertex: source, edge };
            }
        }
        Graph { sources, starts, neighbours }
    }

    pub(super) fn vertices(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn around(&self, vertex: u32) -> &[Neighbour] {
        &self.neighbours[self.starts[vertex as usize] as usize..self.starts[vertex as usize + 1] as usize]
    }

    pub(super) fn is_source(&self, vertex: u32) -> bool {
        (vertex as usize) < self.sources
    }
}
