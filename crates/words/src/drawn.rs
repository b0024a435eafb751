//! What stands at the drawings of where pain is felt, on the pages to read.

use guide::shape::Referral;

/// The names of zones that books name as firmly.
pub type Named<'n> = (Referral, Vec<&'n str>);

/// The words of one language.
pub struct Drawn {
    /// How firmly books name a zone.
    pub strength: fn(Referral) -> &'static str,
    /// The cross.
    pub point: &'static str,
    /// Under a look at the body, by the word for it: `back`, `side`, `front`, `soles`, `inner` or `toes`.
    pub view: fn(&str) -> &'static str,
    /// The drawing for those who do not see it: the looks, each strength with its zones, and whether the point is marked.
    pub told: fn(&[&str], &[Named<'_>], bool) -> String,
    /// Below a drawing: are published drawings counted in the list, and the zones that have no place on the skin.
    pub caption: fn(bool, &[&str]) -> String,
}

pub(crate) static EN: Drawn = Drawn {
    strength,
    point: "Trigger point",
    view,
    told: |looks, zones, marked| {
        let looks = looks.iter().map(|look| crate::en::lower(view(look))).collect::<Vec<_>>().join(", ");
        let zones = zones.iter().map(|(of, names)| format!(" {}: {}.", strength(*of), names.join("; ")));
        let cross = if marked { " A cross marks the trigger point." } else { "" };
        format!("A body, {looks}.{}{cross}", zones.collect::<String>())
    },
    caption: |counted, unseen| {
        let mut said = "The right side; the left is its mirror image. Drawn from what books say.".to_owned();
        if counted {
            said += " The list below counts published drawings too, so the two can differ.";
        }
        if !unseen.is_empty() {
            let unseen: Vec<String> = unseen.iter().map(|name| crate::en::lower(name)).collect();
            said += &format!(" Not drawn, as it has no place on the skin: {}.", unseen.join(", "));
        }
        said
    },
};

fn strength(strength: Referral) -> &'static str {
    match strength {
        Referral::Essential => "Main pain",
        Referral::Spillover => "Spreads to",
        Referral::Rare => "Now and then",
    }
}

fn view(look: &str) -> &'static str {
    match look {
        "back" => "From behind",
        "side" => "From the right",
        "front" => "From the front",
        "soles" => "The soles",
        "inner" => "Inner side of the leg",
        _ => "The feet from above",
    }
}
