//! Who it is about, and what the gate was told.

use super::bad::Bad;
use super::json::Value;
use super::lookup::Ids;
use case::{Cleared, Date, Person, Reply, Sex};
use guide::{AskIx, CautionIx, Guide};

pub(super) const REPLIES: [(Reply, &str); 3] = [(Reply::Yes, "yes"), (Reply::No, "no"), (Reply::Unknown, "unknown")];
const SEXES: [(Sex, &str); 2] = [(Sex::Female, "female"), (Sex::Male, "male")];
const OLDEST: u32 = 120;

/// Age and sex, as far as told.
pub(super) fn person(value: Value<'_>) -> Result<Person, Bad> {
    let row = value.object("`person`", &["age", "sex"])?;
    let age = row.get("age").map(|age| age.whole("age", 0..=OLDEST)).transpose()?;
    let sex = row.get("sex").map(|sex| sex.choice("sex", &SEXES)).transpose()?;
    Ok(Person { age: age.and_then(|age| u8::try_from(age).ok()), sex })
}

/// Answers to the asks of the gate.
pub(super) fn gate(value: Value<'_>, guide: &Guide) -> Result<Vec<(AskIx, Reply)>, Bad> {
    let all = || guide.flags.iter().flat_map(|flag| &flag.ask).map(|ask| ask.id.as_str()).collect();
    let asks = Ids { one: "ask", list: "asks", all: &all };
    let answers = value.members("gate")?;
    let answer = |(key, reply): &(super::json::Key<'_>, Value<'_>)| {
        let ask = asks.find(&key.name, key.at, guide.find_ask(&key.name))?;
        Ok((ask, reply.choice(&key.name, &REPLIES)?))
    };
    answers.iter().map(answer).collect()
}

/// Cautions that hold; sorted, each once.
pub(super) fn cautions(value: Value<'_>, guide: &Guide) -> Result<Vec<CautionIx>, Bad> {
    let all = || guide.cautions.iter().map(|caution| caution.id.as_str()).collect();
    let ids = Ids { one: "caution", list: "cautions", all: &all };
    let told = value.list("cautions")?;
    let mut cautions = told.iter().map(|id| ids.of(*id, |id| guide.find_caution(id))).collect::<Result<Vec<_>, _>>()?;
    cautions.sort();
    cautions.dedup();
    Ok(cautions)
}

/// Flags that a clinician has checked.
pub(super) fn clinician(value: Value<'_>, guide: &Guide) -> Result<Vec<Cleared>, Bad> {
    let all = || guide.flags.iter().map(|flag| flag.id.as_str()).collect();
    let flags = Ids { one: "flag", list: "flags", all: &all };
    let row = |row: &Value<'_>| {
        let row = row.object("a row of `clinician`", &["flag", "checked_on"])?;
        let flag = flags.of(row.need("flag", "each row names a red flag")?, |id| guide.find_flag(id))?;
        let checked_on = date(row.need("checked_on", "the day, as \"2026-11-20\"")?)?;
        Ok(Cleared { flag, checked_on })
    };
    value.list("clinician")?.iter().map(row).collect()
}

fn date(value: Value<'_>) -> Result<Date, Bad> {
    let text = value.text("checked_on")?;
    Date::parse(&text).ok_or_else(|| value.unexpected("checked_on", "a day that exists, as \"2026-11-20\""))
}
