//! The region table: from where it hurts most, and one or two conditions, to a ranked list. What chart sites do.
//!
//! Written from the usual charts, without looking at what the published people turned out to have.

use super::read::{Place, Told};
use guide::Guide;

use super::score::Ranking;

/// A line of the table: zones of which one hurts most, zones of which one must hurt as well (none: always), and what is
/// then likely. The first line that fits is taken.
type Line = (&'static [&'static str], &'static [&'static str], &'static [&'static str]);

const BUTTOCK: &[&str] =
    &["buttock_up_med", "buttock_up_lat", "buttock_mid_med", "buttock_mid_lat", "buttock_low_med", "buttock_low_lat"];
const BELOW_KNEE: &[&str] =
    &["calf_post", "leg_lat", "shin_front", "foot_dorsum", "foot_sole", "foot_lat", "ankle_lat"];
const LOW_BACK: &[&str] = &["lumbar_midline", "lumbar_para", "flank"];
const ALWAYS: &[&str] = &[];

const TABLE: &[Line] = &[
    // Low back and rim.
    (LOW_BACK, BELOW_KNEE, &["radic_l5", "radic_s1", "gmin_post"]),
    (LOW_BACK, &["thigh_post_up", "thigh_lat_up"], &["lumbar_disc", "spinal_stenosis", "gmin_post"]),
    (LOW_BACK, BUTTOCK, &["ql_superficial", "ql_deep", "gmed_trp1"]),
    (LOW_BACK, ALWAYS, &["ql_superficial", "longissimus_low", "multifidus_lumbar"]),
    (&["crest_post", "crest_lat"], ALWAYS, &["gmed_trp1", "ql_superficial", "iliocostalis_lumborum"]),
    // Pelvis.
    (&["sacrum", "si_region"], ALWAYS, &["gmed_trp1", "sij", "gmax_trp1"]),
    (&["coccyx", "perineum", "pelvis_inner"], ALWAYS, &["pelvic_floor", "gmax_trp3", "obturator_internus"]),
    // Buttock.
    (BUTTOCK, BELOW_KNEE, &["gmin_post", "piriformis", "radic_s1"]),
    (BUTTOCK, &["thigh_lat_up", "thigh_lat_low"], &["gmin_ant", "gmed_trp2", "tfl"]),
    (BUTTOCK, &["thigh_post_up", "thigh_post_low"], &["piriformis", "gmin_post", "hamstrings_medial"]),
    (BUTTOCK, LOW_BACK, &["ql_deep", "gmed_trp1", "sij"]),
    (&["buttock_up_med", "buttock_up_lat"], ALWAYS, &["gmed_trp2", "gmed_trp1", "gmin_ant"]),
    (&["buttock_low_med", "buttock_low_lat"], ALWAYS, &["gmax_trp2", "obturator_internus", "ischiofemoral"]),
    (BUTTOCK, ALWAYS, &["gmed_trp2", "gmax_trp1", "piriformis"]),
    (&["sit_bone", "gluteal_fold"], ALWAYS, &["hamstrings_medial", "gmax_trp2", "proximal_hamstring_tendon"]),
    // Hip and groin.
    (&["hip_lateral"], &["groin"], &["hip_oa", "gtps", "iliopsoas"]),
    (&["hip_lateral"], ALWAYS, &["gtps", "tfl", "gmin_ant"]),
    (&["hip_front", "groin", "abdomen_low"], ALWAYS, &["iliopsoas", "hip_oa", "adductor_magnus"]),
    // Thigh.
    (&["thigh_ant_up", "thigh_ant_low", "knee_front"], ALWAYS, &["iliopsoas", "radic_l4", "hip_oa"]),
    (&["thigh_lat_up", "thigh_lat_low", "knee_lat"], BELOW_KNEE, &["gmin_ant", "radic_l5", "vastus_lateralis"]),
    (&["thigh_lat_up", "thigh_lat_low", "knee_lat"], ALWAYS, &["vastus_lateralis", "tfl", "gmin_ant"]),
    (&["thigh_post_up", "thigh_post_low", "knee_back"], BELOW_KNEE, &["gmin_post", "radic_s1", "piriformis"]),
    (&["thigh_post_up", "thigh_post_low", "knee_back"], BUTTOCK, &["piriformis", "gmin_post", "hamstrings_medial"]),
    (&["thigh_post_up", "thigh_post_low", "knee_back"], ALWAYS, &["hamstrings_medial", "biceps_femoris", "gmin_post"]),
    (&["thigh_med_up", "thigh_med_low", "knee_med"], ALWAYS, &["adductor_magnus", "iliopsoas", "hip_oa"]),
    // Below the knee.
    (&["achilles_heel", "leg_med", "ankle_med"], ALWAYS, &["soleus", "gastrocnemius", "radic_s1"]),
    (&["calf_post"], LOW_BACK, &["radic_s1", "gmin_post", "gastrocnemius"]),
    (&["calf_post"], ALWAYS, &["gastrocnemius", "soleus", "gmin_post"]),
    (&["leg_lat", "shin_front", "foot_dorsum", "ankle_lat", "big_toe"], ALWAYS, &["radic_l5", "gmin_ant", "radic_l4"]),
    (&["foot_sole", "foot_lat"], ALWAYS, &["radic_s1", "soleus", "gastrocnemius"]),
];

/// The list of the first line that fits; empty if none does.
pub(crate) fn ranking(guide: &Guide, told: &Told) -> Ranking {
    let pain = &told.person.pain;
    // Of zones that hurt alike, the first told.
    let most = pain.iter().rev().max_by(|a, b| a.weight.total_cmp(&b.weight));
    let fits = |(zones, also, _): &&Line| {
        let main = most.is_some_and(|place| zones.contains(&place.zone.as_str()));
        main && (also.is_empty() || pain.iter().any(|place| hurts(place, also)))
    };
    let list = TABLE.iter().find(fits).map_or(ALWAYS, |(.., list)| list);
    list.iter().filter_map(|id| guide.find_source(id)).map(|source| vec![source]).collect()
}

fn hurts(place: &Place, zones: &[&str]) -> bool {
    place.weight >= super::person::NAMED && zones.contains(&place.zone.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn every_case_fits_a_line_with_three_sources() {
        let guide = Guide::embedded("en").unwrap();
        for told in read::all().unwrap() {
            assert_eq!(ranking(&guide, &told).len(), 3, "{}", told.person.id);
        }
        for (zones, also, list) in TABLE {
            assert!(list.iter().all(|id| guide.find_source(id).is_some()), "{list:?}");
            assert!(zones.iter().chain(*also).all(|id| guide.find_zone(id).is_some()), "{zones:?}");
        }
    }
}
