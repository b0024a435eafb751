//! Made-up cases for measuring: the same ones on every machine.

use serde_json::{Map, Value, json};

/// `count` cases on the zones, questions and sources of an exported guide, one a line.
pub(crate) fn lines(guide: &Value, count: usize) -> String {
    let mut dice = Dice(1);
    (0..count).map(|_| case(guide, &mut dice).to_string() + "\n").collect()
}

/// A person with one source who feels it in most of its zones, and in up to two others.
fn case(guide: &Value, dice: &mut Dice) -> Value {
    let source = &list(guide, "sources")[dice.below(list(guide, "sources").len())];
    let own = if dice.below(2) == 0 { "left" } else { "right" };
    let felt = list(source, "referral").iter().filter(|_| dice.below(4) > 0).map(|row| row["zone"].clone());
    let mut zones: Vec<Value> = felt.collect();
    for _ in 0..=dice.below(3) {
        zones.push(pick(guide, "zones", dice).0);
    }
    let mut pain: Vec<Value> = Vec::new();
    for zone in list(guide, "zones").iter().filter(|zone| zones.contains(&zone["id"])) {
        let side = if list(zone, "sides").len() == 1 { "midline" } else { own };
        pain.push(json!({"zone": zone["id"], "side": side, "intensity": 1 + dice.below(10)}));
    }
    let presses: Vec<Value> = (0..dice.below(3))
        .map(|_| {
            let (source, side) = pick(guide, "sources", dice);
            json!({"source": source, "side": side, "tenderness": dice.below(11), "familiar": "partly"})
        })
        .collect();
    let asks = guide["asks"].as_array().into_iter().flatten().filter_map(|ask| ask["id"].as_str());
    let gate: Map<String, Value> = asks.map(|id| (id.to_owned(), "no".into())).collect();
    json!({"person": {"age": 20 + dice.below(50)}, "gate": gate, "pain": pain, "answers": answers(guide, dice), "presses": presses})
}

fn answers(guide: &Value, dice: &mut Dice) -> Vec<Value> {
    let mut answers = Vec::new();
    for question in list(guide, "questions") {
        if dice.below(10) > 0 {
            continue;
        }
        let reply = if dice.below(2) == 0 { "yes" } else { "no" };
        let sided = question["sided"] == Value::Bool(true);
        answers.push(match sided {
            true => json!({"question": question["id"], "side": "right", "answer": reply}),
            false => json!({"question": question["id"], "answer": reply}),
        });
    }
    answers
}

/// A thing of a list, and a side it exists on.
fn pick(guide: &Value, name: &str, dice: &mut Dice) -> (Value, Value) {
    let thing = &list(guide, name)[dice.below(list(guide, name).len())];
    let sides = list(thing, "sides");
    (thing["id"].clone(), sides[dice.below(sides.len())].clone())
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Numbers that look random and are always the same (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}
