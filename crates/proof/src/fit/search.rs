//! Pattern search: one knob after the other, a step either way, larger after a gain and smaller after none. It needs no
//! gradient, always ends, and gives the same result every time.

/// First step of every knob, and the smallest worth taking.
const FIRST: f64 = 0.4;
const LEAST: f64 = 0.08;

/// Turns knobs from `from` until no step helps or `rounds` are over. `tell` hears of every gain.
///
/// # Errors
/// The first error of `loss`.
pub(crate) fn search(
    from: Vec<f64>,
    rounds: usize,
    mut loss: impl FnMut(&[f64]) -> Result<f64, String>,
    mut tell: impl FnMut(usize, usize, &[f64], f64),
) -> Result<Vec<f64>, String> {
    let mut at = from;
    let mut best = loss(&at)?;
    let mut steps = vec![FIRST; at.len()];
    for round in 0..rounds {
        for knob in 0..at.len() {
            if steps[knob].abs() < LEAST {
                continue;
            }
            let gained = [steps[knob], -steps[knob]].into_iter().try_fold(false, |gained, step| {
                if gained {
                    return Ok(true);
                }
                let mut tried = at.clone();
                tried[knob] += step;
                let value = loss(&tried)?;
                if value < best {
                    (best, at) = (value, tried);
                    steps[knob] = step;
                    tell(round, knob, &at, best);
                }
                Ok::<bool, String>(value <= best)
            })?;
            steps[knob] *= if gained { 1.3 } else { 0.5 };
        }
        if steps.iter().all(|step| step.abs() < LEAST) {
            break;
        }
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::search;

    #[test]
    fn the_bottom_of_a_bowl_is_found() {
        let bowl = |at: &[f64]| {
            let [x, y] = [at[0] - 0.7, at[1] + 0.3];
            Ok(x * x + 3.0 * y * y + at[0] * at[1] * 0.5)
        };
        let found = search(vec![0.0, 0.0], 40, bowl, |_, _, _, _| {}).unwrap();
        let value = bowl(&found).unwrap();
        let least = (-20..=20).flat_map(|x| (-20..=20).map(move |y| bowl(&[f64::from(x) / 10.0, f64::from(y) / 10.0])));
        let least = least.map(Result::unwrap).fold(f64::INFINITY, f64::min);
        assert!(value < least + 0.02, "{found:?} {value} {least}");
    }
}
