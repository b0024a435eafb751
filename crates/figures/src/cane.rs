//! The cane: a shaft in the hands, a hook round the body, a knob on the spot.

use crate::body::Body;
use crate::camera::Camera;
use crate::pen::Pen;
use crate::settle::Tool;
use crate::space::V3;

/// The shaft goes through both hands and past the body; the hook comes back to the spot.
pub(crate) fn cane(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let Some((spot, out)) = tool.spot(body) else { return String::new() };
    let [low, high] = body.arms.map(|arm| arm.end.out(V3(0.0, -7.0, 0.0)));
    // The hand that is further from the spot holds the end.
    let (near, far) = if (low - spot).len() < (high - spot).len() { (low, high) } else { (high, low) };
    let tail = far + (far - near).unit() * 9.0;
    // Round the body on the side of the spot, past it, and back.
    let aside = body.pelvis.turn.0[2] * (26.0 * tool.side.sign());
    let beside = near.towards(spot, 0.5) + aside;
    let behind = spot + out * 22.0;
    let mut pen = Pen::along([camera.sees(tail), camera.sees(near)]);
    pen.curve(camera.sees(beside), camera.sees(behind));
    pen.curve(camera.sees(spot + out * 27.0), camera.sees(spot + out * 2.0));
    format!("<path class=\"q\" d=\"{}\"/>", pen.open())
}
