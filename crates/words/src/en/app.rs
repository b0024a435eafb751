//! What the app says on its screens. Short: from opening to the first press a person reads at most 250 words.

use super::English;
use super::names::{count, lower, number, side_word, sided, time, upper};
use crate::Say;
use case::{ControlPlace, Date, Familiar, Quality, Sex, Side, Surface};
use guide::shape::{Area, Confidence, Urgency, View};

impl English<'_> {
    pub(crate) fn say(&self, say: Say) -> String {
        let fixed = match say {
            Say::Unknot => "Unknot",
            Say::Private => "Nothing leaves this device",
            Say::Back => "Go back",
            Say::Next => "Next",
            Say::Undo => "Undo",
            Say::Redo => "Redo",
            Say::OtherSideToo => "Other side too",
            Say::WhereFelt => "Where it is usually felt",
            Say::TabToday => "Today",
            Say::TabLocate => "Locate",
            Say::TabRelease => "Release",
            Say::TabJournal => "Journal",
            Say::TabSettings => "Settings",
            Say::SavedHere => "Saved here",
            Say::OpenElsewhere => "Unknot is open in another tab",
            Say::OpenElsewhereWhy => "Only one tab at a time may write, so that nothing gets lost.",
            Say::UseHere => "Use it here",
            Say::Unreadable => "Your records cannot be read",
            Say::UnreadableWhy => {
                "A newer Unknot wrote them, or they are damaged. Nothing was changed. Loading the page again brings the \
                 newest Unknot."
            }
            Say::LoadAgain => "Load it again",
            Say::Saving => "Saving…",
            Say::NotSaved => "Not saved: this device refuses",
            Say::SavedAndCopied => "Saved here · copied",
            Say::SavedNotCopied => "Saved here · not copied yet",
            Say::UpdateReady => "A newer Unknot is ready.",
            Say::UpdateNow => "Take it now",
            Say::NotSaid => "–",
            Say::WhereHurts => "Where does it hurt?",
            Say::WhatItDoes => "Not a diagnosis.",
            Say::HelpIf => "Get help now if",
            Say::WhereToGo => "Where to go",
            Say::BadDay => "Bad day? Get comfortable",
            Say::HowNow => "How is it now?",
            Say::LastTime => "Last time",
            Say::GoOn => "Go on",
            Say::LookAgain => "Look again",
            Say::Locate => "Where it hurts",
            Say::SeenFrom => "Seen from",
            Say::TickZones => "Tick every place that hurts",
            Say::WhichPlace => "Which place",
            Say::HowFeels => "Feels",
            Say::FitsSoFar => "Fits so far",
            Say::NothingMarked => "Nothing is ticked yet.",
            Say::AboutYou => "About you",
            Say::Age => "Age",
            Say::AgeWrong => "Write your age in years, such as 48.",
            Say::Sex => "Sex",
            Say::SinceWhen => "Weeks so far",
            Say::WhichOfThem => "Which of these?",
            Say::InFull => "More",
            Say::AnyOfThese | Say::AnyApply => "Any of these?",
            Say::NoneOfThese => "None of these",
            Say::TickWhich => "Tick the sign you have, or untick the line.",
            Say::ClinicianChecked => "A doctor has checked this",
            Say::ClinicianMeans => {
                "Only if a doctor or physiotherapist has looked at these very signs. Unknot then goes on with care."
            }
            Say::ClinicianYes => "Yes, checked",
            Say::Minor => "Unknot is for adults. Under 18, a doctor should look at this first.",
            Say::QuickOnes => "True or not?",
            Say::Yes => "Yes",
            Say::No => "No",
            Say::NotSure => "Not sure",
            Say::ScannedBefore => "Scanned or treated before?",
            Say::NoneOrUnsure => "None, or not sure",
            Say::ShowResult => "Show what fits",
            Say::MoreQuestions => "More questions",
            Say::NothingFits => "Nothing fits well yet",
            Say::FitsBest => "This fits best so far",
            Say::WhatFits => "What fits",
            Say::For => "For",
            Say::Against => "Against",
            Say::NothingForNow => "nothing yet",
            Say::LessLikely => "Less likely",
            Say::HelpMost => "Would help most",
            Say::HowSure => "How sure? Low.",
            Say::HowSureWhy => {
                "Which place a muscle makes hurt is expert opinion, hardly counted in patients. What fits is a reason to \
                 look, not a verdict."
            }
            Say::GoWithCare => "Go on with care",
            Say::NumbersMean => {
                "How likely each is active now, given all you said. Several can be active, so they do not add up to 100."
            }
            Say::SoreEverywhere => {
                "You seem to be sore in many places. Then a sore spot says little about where pain comes from."
            }
            Say::FindSpot => "Find the spot",
            Say::AnswerQuestions => "Questions",
            Say::ComfortNow => "Comfort now",
            Say::MakePlan => "Plan a release",
            Say::CopyResult => "Copy for my physio",
            Say::CopiedResult => "Copied.",
            Say::Share => "Copy",
            Say::Today => "Today",
            Say::PressToday => "A light press, then a short release",
            Say::NotToday => "Not today",
            Say::SeeSomeone => "See someone",
            Say::FindHeading => "Press here",
            Say::Compare => "To compare",
            Say::PressHow => "Slowly, at most 3 of 10.",
            Say::WithYourHand => "Guide me",
            Say::StayOff => "Stay off",
            Say::HowSore => "How sore?",
            Say::YourPain => "Your pain?",
            Say::SkipSpot => "Skip",
            Say::FoundAll => "That is enough pressing for now. Four places are plenty in one sitting.",
            Say::SayHowSore => "Say how sore it is first.",
            Say::StopIf => "Stop if",
            Say::ComfortHeading => "Get comfortable",
            Say::LieOrSit => "Lie or sit",
            Say::StopForNow => "Stop for now",
            Say::Also => "Also",
            Say::See => "See",
            Say::LookForCause => "Look for the cause",
            Say::Learn => "Learn",
            Say::PlanOrder => "In this order",
            Say::PlanDetails => "How, and why",
            Say::KitHeading => "What do you have?",
            Say::MinutesHave => "Time",
            Say::ToolsHave => "Tools",
            Say::SurfacesHave => "Where",
            Say::HandIsEnough => "No tool? A hand is enough.",
            Say::Pressure => "Pressure",
            Say::UsedToPressure => "I am used to firm pressure",
            Say::ShowPlan => "Show the plan",
            Say::ChangeKit => "Change time or tools",
            Say::BeginSession => "Begin",
            Say::NoPressHeading => "No pressing today",
            Say::SessionHeading => "Your session",
            Say::TapToEase => "Tap anywhere here to ease off",
            Say::Stop => "Stop",
            Say::TooSore => "Too sore",
            Say::Pause => "Pause",
            Say::Resume => "Go on",
            Say::Skip => "Skip",
            Say::Done => "Done",
            Say::HowTo => "How to",
            Say::LeaveOutIf => "Leave it out if",
            Say::Seconds => "seconds",
            Say::WhyStop => "Stopped. Was it one of these?",
            Say::JustStop => "None of these",
            Say::FeelsNow => "How sore now?",
            Say::SessionOver => "Done for today",
            Say::PainBefore => "How bad is the pain now?",
            Say::PainAfter => "How bad is it after?",
            Say::Movement => "The movement that hurts most: try it once",
            Say::AfterHeading => "Tonight and tomorrow",
            Say::HowThisMorning => "The morning after: how is it?",
            Say::Remind => "Remind me (calendar file)",
            Say::RemindTitle => "Unknot: a short look",
            Say::TiredFirst => "Did a leg tire early, or feel weak?",
            Say::RuleSure(Confidence::High) => "How sure: several good studies.",
            Say::RuleSure(Confidence::Medium) => "How sure: one good study, or several of other muscles.",
            Say::RuleSure(_) => "How sure: our own rule, untested, from the change that patients call important.",
            Say::AfterUsual => {
                "Some soreness, like after sport, is usual and goes within a day. Drink, walk a little, keep warm."
            }
            Say::TonightIf => "In the next hours, get help if",
            Say::TomorrowIf => "Tomorrow, wait with the next session if",
            Say::ToToday => "Done",
            Say::JournalHeading => "Journal",
            Say::JournalEmpty => "Nothing here yet. One number a day is plenty.",
            Say::Note => "Note, if you like",
            Say::Keep => "Keep",
            Say::Kept => "Kept.",
            Say::SayHowBad => "Say how bad it is first.",
            Say::Day => "Day",
            Say::WorstOfDay => "Pain, worst of the day",
            Say::SkinOfDay => "Skin that hurt, percent of the body shown",
            Say::SorestOfDay => "Sorest spot of the day",
            Say::WhatHelped => "What helped",
            Say::WhatCounts => {
                "It counts as help if the pain was 2 points or 30 percent less: the smallest change that patients call \
                 important. That it got better afterwards does not show why."
            }
            Say::Harms => "Warning signs so far",
            Say::Sessions => "sessions",
            Say::TakeBack => "Take back",
            Say::TakenBack => "Taken back.",
            Say::SettingsHeading => "Settings",
            Say::WhereKept => {
                "All you tell Unknot stays on this device. No account, no counting, nothing is sent anywhere."
            }
            Say::CopyHeading => "A copy",
            Say::CopyWhy => {
                "A browser can lose what it keeps when it is cleaned or not used for weeks. A file in your own hands is safe."
            }
            Say::Export => "Save a copy",
            Say::Import => "Take in a copy",
            Say::ImportWrong => "This file cannot be taken in. Nothing was changed.",
            Say::DeleteHeading => "Delete",
            Say::Delete => "Delete everything",
            Say::DeleteSure => "Delete everything?",
            Say::DeleteMeans => "Every record goes, here and in the copy on this computer. It cannot be undone.",
            Say::DeleteForGood => "Yes, delete everything",
            Say::KeepAll => "Keep it",
            Say::AboutUnknot => "About Unknot",
            Say::GuideVersion => "Guide",
            Say::Author => "Written by",
            _ => return self.say_about(say),
        };
        fixed.to_owned()
    }

    /// What is said about something.
    fn say_about(&self, say: Say) -> String {
        match say {
            Say::OfTen(number) => format!("{number} of 10"),
            Say::Seen(view) => seen(view).to_owned(),
            Say::Area(area) => name_of_area(area).to_owned(),
            Say::ZoneHere(zone) => {
                let name = self.zone(zone);
                let area = lower(name_of_area(self.guide.zone(zone).area));
                // "Upper inner" under "Buttock" says enough
                let rest =
                    name.strip_suffix(&area).map_or(name.as_str(), |rest| rest.trim_end_matches(" the ").trim_end());
                upper(rest)
            }
            Say::Borders(zone) => self.guide.text("zones", &self.guide.zone(zone).id, "borders").to_owned(),
            Say::ZoneSide(zone, side) => yours(&upper(&self.zone(zone)), side),
            Say::Part(legs) => if legs { "Legs" } else { "Hips" }.to_owned(),
            Say::YourSide(side) => upper(side_word(side)),
            Say::HowBad(zone, side) => yours(&upper(&self.zone(zone)), side),
            Say::Quality(quality) => feels(quality).to_owned(),
            Say::SexIs(sex) => if sex == Sex::Female { "Female" } else { "Male" }.to_owned(),
            Say::Since(days) => since(days).to_owned(),
            Say::HowUrgent(urgency) => how_urgent(urgency).to_owned(),
            Say::HelpFirst(urgency) => super::gate::help_first(urgency),
            Say::AskShort(ask) => self.guide.text("asks", &self.guide.ask(ask).id, "short").to_owned(),
            Say::FlagName(flag) => self.of_flag(flag, "name"),
            Say::FlagAction(flag) => self.of_flag(flag, "action"),
            Say::FlagReason(flag) => self.of_flag(flag, "reason"),
            Say::Ask(ask) => self.guide.text("asks", &self.guide.ask(ask).id, "ask").to_owned(),
            Say::CautionShort(caution) => upper(&self.of_caution(caution, "short")),
            Say::CautionAsk(caution) => self.of_caution(caution, "ask"),
            Say::CautionRule(caution) => self.of_caution(caution, "rule"),
            Say::Statement(question, side) => {
                let text = self.guide.text("questions", &self.guide.question(question).id, "said_yes");
                upper(&sided(text, side))
            }
            Say::Question(question, side) => self.question(question, side),
            Say::QuestionHelp(question) => {
                self.guide.text("questions", &self.guide.question(question).id, "help").to_owned()
            }
            Say::CannotTell(so_many) => format!("{} we cannot tell apart yet", upper(&number(so_many))),
            Say::SourceShort(source, side) => {
                sided(self.guide.text("sources", &self.guide.source(source).id, "short"), side)
            }
            Say::Source(source, side) => self.source(source, side),
            Say::KindOf(group) => super::names::group(group).to_owned(),
            Say::AllSources(all) => format!("All {all}, with numbers"),
            Say::PlaceOf(at, of) => format!("{at} of {of}"),
            Say::ControlHow(place) => match place {
                ControlPlace::OtherSide => "Now the same spot on the other side, just as firmly.",
                ControlPlace::Neutral => "Now the fleshy part of your forearm, just as firmly.",
            }
            .to_owned(),
            Say::Familiar(familiar) => match familiar {
                Familiar::Yes => "Yes",
                Familiar::Partly => "Partly",
                Familiar::No => "No",
            }
            .to_owned(),
            Say::Minutes(minutes) => format!("{minutes} min"),
            Say::Tool(tool) => upper(&lower(self.guide.text("tools", tool.name(), "name"))),
            Say::Surface(surface) => match surface {
                Surface::Wall => "At a wall",
                Surface::Bed => "On the bed",
                Surface::Floor => "On the floor",
            }
            .to_owned(),
            Say::PlanHeading(seconds) => format!("Today, about {}", time(seconds)),
            Say::StepOf(at, of) => format!("{at} of {of}"),
            Say::Helped(yes, of, _) if of < 3 => format!("{yes} of {of} times: too few to tell"),
            Say::Helped(yes, of, [low, high]) => {
                format!("{yes} of {of} times; really it may be {low} to {high} times in 10")
            }
            Say::RuleThen(rule) => self.decision(rule, "then"),
            Say::RuleWhen(rule) => self.decision(rule, "when"),
            Say::Tried(sessions, days) => {
                format!(
                    "Tried: {} in {days} days of pressing, stretching and strengthening.",
                    count(sessions, "session")
                )
            }
            Say::Weeks(from, to, days) => {
                format!("In {days} days your pain went from about {from} to about {to} of 10.")
            }
            Say::Session(before, after) => format!("Pain went from {before} to {after} of 10."),
            Say::Date(day) => date(day),
            Say::Clock(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
            Say::Rated(pain) => format!("Pain {pain} of 10."),
            Say::Drew(places) => format!("Marked {}.", count(places, "place")),
            Say::Pressed(source, side, tenderness, familiar) => {
                let own = match familiar {
                    Familiar::Yes => "my pain",
                    Familiar::Partly => "partly my pain",
                    Familiar::No => "not my pain",
                };
                format!("Pressed {}: {tenderness} of 10, {own}.", self.within(source, side))
            }
            Say::HeldFor(source, side, seconds) => {
                format!("Held {} for {}.", self.within(source, side), time(u32::from(seconds)))
            }
            Say::PressedAgain(source, side, before, after) => {
                let before = before.map(|before| format!("{before} before, ")).unwrap_or_default();
                format!("Pressed {} again: {before}{after} of 10 now.", self.within(source, side))
            }
            Say::PainWent(source, side, before, after) => {
                format!("Released {}: from {before} to {after} of 10.", self.within(source, side))
            }
            Say::SessionBegan(pain) => format!("Session begun{}.", at(pain)),
            Say::SessionEnded(pain, complete) => {
                format!("Session {}{}.", if complete { "done" } else { "ended early" }, at(pain))
            }
            Say::CheckedFlag(flag) => {
                format!("A doctor has checked: {}.", lower(self.guide.text("flags", &self.guide.flag(flag).id, "name")))
            }
            Say::Strangers(so_many) => {
                format!("{} from a newer Unknot cannot be shown here. Nothing is lost.", count(so_many, "record"))
            }
            Say::ExportName(day) => {
                Date::of_days(day).map_or_else(|| "unknot.json".to_owned(), |day| format!("unknot-{day}.json"))
            }
            Say::Imported(so_many) => format!("{} taken in.", count(so_many, "record")),
            // every other thing is said as it stands
            _ => String::new(),
        }
    }

    fn of_flag(&self, flag: guide::FlagIx, field: &str) -> String {
        self.guide.text("flags", &self.guide.flag(flag).id, field).to_owned()
    }

    fn of_caution(&self, caution: guide::CautionIx, field: &str) -> String {
        self.guide.text("cautions", &self.guide.caution(caution).id, field).to_owned()
    }
}

fn yours(name: &str, side: Side) -> String {
    match side {
        Side::Midline => name.to_owned(),
        side => format!("{name}, your {}", side_word(side)),
    }
}

fn seen(view: View) -> &'static str {
    match view {
        View::Back => "Back",
        View::Side => "Side",
        View::Front => "Front",
        View::Below => "Between the legs",
    }
}

fn name_of_area(area: Area) -> &'static str {
    match area {
        Area::LowBack => "Low back",
        Area::Pelvis => "Tailbone",
        Area::Buttock => "Buttock",
        Area::Hip => "Hip",
        Area::Groin => "Groin and belly",
        Area::Thigh => "Thigh",
        Area::Knee => "Knee",
        Area::LowerLeg => "Lower leg",
        Area::Foot => "Foot",
    }
}

fn feels(quality: Quality) -> &'static str {
    match quality {
        Quality::Ache => "ache",
        Quality::Tight => "tight",
        Quality::Tired => "tired",
        Quality::Burning => "burning",
        Quality::Tingling => "tingling",
        Quality::Numb => "numb",
        Quality::Sharp => "sharp",
    }
}

fn since(days: u32) -> &'static str {
    match days {
        0..14 => "under 2",
        14..42 => "2–6",
        42..84 => "6–12",
        84..183 => "12–26",
        _ => "more",
    }
}

fn how_urgent(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Signs that need help now",
        Urgency::Today => "Signs that need a doctor today",
        Urgency::Soon => "Signs that need a doctor soon",
    }
}

fn at(pain: Option<u8>) -> String {
    pain.map(|pain| format!(" at {pain} of 10")).unwrap_or_default()
}

fn date(days: i64) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let Some(date) = Date::of_days(days) else { return String::new() };
    let (year, month, day) = date.parts();
    format!("{day} {} {year}", MONTHS[usize::from(month) - 1])
}
