//! Which screen: what stands in the address bar.

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Where one begins.
    Today,
    /// Where does it hurt?
    Locate,
    /// Age, sex, since when.
    About,
    /// The asks of the gate.
    Gate,
    /// What the gate says once it is closed.
    Help,
    /// What in a person's health changes how to press.
    Cautions,
    /// What would help to know.
    Questions,
    /// What fits so far.
    Result,
    /// Press and say.
    Find,
    /// How to lie, what to stop.
    Comfort,
    /// Minutes, tools, surfaces.
    Kit,
    /// What to do today.
    Plan,
    /// Doing it.
    Session,
    /// Tonight and tomorrow.
    After,
    /// What was told and done.
    Journal,
    /// Copies, another device, delete.
    Settings,
}

impl Place {
    /// Every place with its word in the address.
    pub const ALL: [(Place, &'static str); 16] = [
        (Place::Today, "today"),
        (Place::Locate, "locate"),
        (Place::About, "about-you"),
        (Place::Gate, "safety"),
        (Place::Help, "help-first"),
        (Place::Cautions, "health"),
        (Place::Questions, "questions"),
        (Place::Result, "result"),
        (Place::Find, "find"),
        (Place::Comfort, "comfort"),
        (Place::Kit, "kit"),
        (Place::Plan, "plan"),
        (Place::Session, "session"),
        (Place::After, "tonight"),
        (Place::Journal, "journal"),
        (Place::Settings, "settings"),
    ];

    /// Its word in the address, without `#`.
    pub fn word(self) -> &'static str {
        Place::ALL[self as usize].1
    }

    /// The place of a word; none if it is unknown.
    pub fn of(word: &str) -> Option<Place> {
        Place::ALL.iter().find(|(_, known)| *known == word).map(|(place, _)| *place)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn every_place_is_found_by_its_word() {
        for (place, word) in Place::ALL {
            assert_eq!((place.word(), Place::of(word)), (word, Some(place)));
        }
        assert_eq!(Place::of("nowhere"), None);
    }
}
