//! Where zones lie: one side of the body from the low back to the foot, unrolled to a sheet.
//!
//! x: centimetres round the body from the middle of the back (0) over the outer side (about 20) to the middle of the front
//! (46). y: centimetres down from the first lumbar vertebra (0) to the sole (about 107). An adult of average size; the
//! leg is drawn as wide as the hip, and what lies between its inner and its back side is cut. Estimates of ours from
//! surface anatomy: only neighbourhood and rough size matter here.

/// Where a zone lies: its centre and half its width and height, cm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) half_width: f64,
    pub(crate) half_height: f64,
}

impl Place {
    /// Squared distance of a point from the centre, in half-axes.
    pub(crate) fn scaled(&self, x: f64, y: f64) -> f64 {
        let across = (x - self.x) / self.half_width;
        let along = (y - self.y) / self.half_height;
        across * across + along * along
    }

    /// How far the centre of another place lies, in their common half-axes.
    pub(crate) fn from(&self, other: &Place) -> f64 {
        let across = (other.x - self.x) / (self.half_width + other.half_width);
        let along = (other.y - self.y) / (self.half_height + other.half_height);
        (across * across + along * along).sqrt()
    }
}

/// The middle of the front, cm from the middle of the back.
pub(crate) const FRONT: f64 = 46.0;
/// Length of the sheet, cm.
pub(crate) const LENGTH: f64 = 108.0;

/// Id; x, y of the centre; half width, half height. Zones on the middle line lie at x 0 or at the front.
const PLACES: &[(&str, f64, f64, f64, f64)] = &[
    ("lumbar_midline", 0.0, 8.0, 2.0, 8.0),
    ("lumbar_para", 5.5, 8.0, 3.5, 8.0),
    ("flank", 15.0, 6.0, 6.0, 6.0),
    ("crest_post", 8.0, 16.5, 4.0, 2.0),
    ("crest_lat", 18.0, 15.0, 5.0, 2.5),
    ("sacrum", 0.0, 22.0, 2.5, 5.0),
    ("si_region", 4.5, 21.0, 2.0, 3.0),
    ("coccyx", 0.0, 29.5, 2.0, 2.5),
    ("perineum", 0.0, 35.0, 2.0, 3.0),
    ("buttock_up_med", 8.5, 21.5, 2.5, 3.0),
    ("buttock_up_lat", 14.0, 21.0, 3.5, 3.5),
    ("buttock_mid_med", 6.5, 27.0, 3.5, 3.0),
    ("buttock_mid_lat", 13.5, 27.0, 3.5, 3.0),
    ("buttock_low_med", 5.5, 32.0, 3.0, 2.5),
    ("buttock_low_lat", 12.5, 32.5, 3.5, 3.0),
    ("sit_bone", 6.0, 36.0, 2.0, 2.0),
    ("gluteal_fold", 9.0, 38.5, 5.0, 1.5),
    ("hip_lateral", 20.0, 28.0, 3.5, 5.0),
    ("hip_front", 27.0, 20.0, 3.5, 4.0),
    ("groin", 34.0, 28.0, 4.0, 4.0),
    ("pelvis_inner", 46.0, 28.0, 3.5, 5.0),
    ("abdomen_low", 37.0, 17.0, 6.0, 6.0),
    ("thigh_ant_up", 30.0, 40.0, 5.0, 7.0),
    ("thigh_ant_low", 30.0, 54.0, 5.0, 7.0),
    ("thigh_lat_up", 21.0, 42.0, 4.0, 7.0),
    ("thigh_lat_low", 21.0, 56.0, 4.0, 7.0),
    ("thigh_post_up", 11.0, 46.0, 5.0, 6.0),
    ("thigh_post_low", 11.0, 58.0, 5.0, 6.0),
    ("thigh_med_up", 40.0, 40.0, 5.0, 7.0),
    ("thigh_med_low", 40.0, 54.0, 5.0, 7.0),
    ("knee_front", 30.0, 66.0, 4.5, 4.0),
    ("knee_back", 11.0, 67.0, 5.0, 3.5),
    ("knee_lat", 20.5, 66.0, 3.5, 4.0),
    ("knee_med", 39.0, 66.0, 4.0, 4.0),
    ("calf_post", 11.0, 80.0, 5.5, 9.0),
    ("leg_lat", 20.5, 80.0, 3.5, 9.0),
    ("shin_front", 29.0, 80.0, 4.0, 9.0),
    ("leg_med", 38.0, 80.0, 4.5, 9.0),
    ("achilles_heel", 11.0, 95.0, 4.0, 5.0),
    ("ankle_lat", 20.0, 94.0, 3.0, 3.0),
    ("ankle_med", 37.0, 94.0, 3.5, 3.0),
    ("foot_dorsum", 28.0, 99.0, 4.5, 4.5),
    ("foot_lat", 20.0, 101.0, 3.0, 3.5),
    ("foot_sole", 11.0, 104.0, 6.0, 3.5),
    ("big_toe", 35.5, 103.0, 2.5, 2.5),
];

/// Where a zone lies, if it is known.
pub(crate) fn place(id: &str) -> Option<Place> {
    let &(_, x, y, half_width, half_height) = PLACES.iter().find(|(name, ..)| *name == id)?;
    Some(Place { x, y, half_width, half_height })
}
