//! Tones for a screen that is off, as a track made on the device: a page that nobody sees is hardly woken any more, but
//! what it plays goes on.
//!
//! While the page is seen, silence plays in a loop, begun within a tap: what plays may go on playing when the screen goes
//! off. Then the tones of all that is left take its place.

use super::page;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAudioElement, Url};

/// Samples a second, one byte each.
const RATE: u32 = 8_000;
/// The value of silence.
const SILENCE: u8 = 128;
/// Samples of a tone, of its swell and of its fading.
const TONE: u32 = RATE * 6 / 10;
const SWELL: u32 = RATE / 12;
/// Twice the cosine of the angle that a tone of 528 hertz turns from sample to sample.
const TURN: f32 = 1.830_49;
/// Its sine: the first sample of the tone.
const FIRST: f32 = 0.402_91;
/// How loud, of 127.
const LOUD: f32 = 70.0;
const HEAD: u32 = 44;

thread_local! {
    static TRACK: RefCell<Option<HtmlAudioElement>> = const { RefCell::new(None) };
}

/// Plays tones at these times, milliseconds from now; none: silence without end. Not before the page was touched, as
/// browsers would refuse.
pub(crate) fn play(cues: &[u32]) {
    if !page::touched() {
        return;
    }
    let track = TRACK.with_borrow_mut(|track| {
        if track.is_none() {
            *track = HtmlAudioElement::new().ok();
        }
        track.clone()
    });
    let (Some(track), Ok(address)) = (track, made(cues)) else { return };
    let _ = Url::revoke_object_url(&track.src());
    track.set_src(&address);
    track.set_loop(cues.is_empty());
    // a browser that refuses leaves the voice and the tones of the page
    if let Ok(asked) = track.play() {
        spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}

/// Plays nothing any more.
pub(crate) fn end() {
    if let Some(track) = TRACK.take() {
        let _ = track.pause();
        let _ = Url::revoke_object_url(&track.src());
    }
}

/// Is something played, be it silence?
pub(crate) fn plays() -> bool {
    TRACK.with_borrow(|track| track.as_ref().is_some_and(|track| !track.paused()))
}

/// The track as a file in the browser's memory: its address.
fn made(cues: &[u32]) -> Result<String, JsValue> {
    let samples = cues.iter().max().map_or(RATE, |last| last.saturating_add(1_000).saturating_mul(RATE / 1_000));
    let sound = Uint8Array::new_with_length(HEAD + samples);
    sound.fill(SILENCE, HEAD, HEAD + samples);
    sound.set(&Uint8Array::from(&head(samples)[..]), 0);
    let tone = Uint8Array::from(&tone()[..]);
    for at in cues {
        sound.set(&tone, HEAD + at * (RATE / 1_000));
    }
    let kind = BlobPropertyBag::new();
    kind.set_type("audio/wav");
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&sound), &kind)?;
    Url::create_object_url_with_blob(&blob)
}

/// The head of a WAV file: one channel of bytes.
fn head(samples: u32) -> Vec<u8> {
    let mut head = b"RIFF".to_vec();
    let mut put = |text: &[u8], numbers: &[u32]| {
        head.extend(text);
        numbers.iter().for_each(|number| head.extend(number.to_le_bytes()));
    };
    put(b"", &[HEAD - 8 + samples]);
    // 16 bytes: plain samples (1) of one channel (1 << 16); bytes a second; one byte a sample, of eight bits
    put(b"WAVEfmt ", &[16, 1 | 1 << 16, RATE, RATE, 1 | 8 << 16]);
    put(b"data", &[samples]);
    head
}

/// One soft tone that swells and fades: a click would startle.
fn tone() -> Vec<u8> {
    let (mut before, mut now) = (0.0, FIRST);
    let sample = |at: u32| {
        let swells = at.min(SWELL) as f32 / SWELL as f32;
        let fades = (TONE - at) as f32 / TONE as f32;
        let value = before * swells * fades * LOUD;
        (before, now) = (now, TURN * now - before);
        (f32::from(SILENCE) + value) as u8
    };
    (0..TONE).map(sample).collect()
}

#[cfg(test)]
mod tests {
    use super::{HEAD, RATE, SILENCE, TONE, head, tone};

    #[test]
    fn the_head_says_what_follows() {
        let head = head(80_000);
        let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        assert_eq!(head.len(), HEAD as usize);
        assert_eq!((&head[..4], &head[8..16], &head[36..40]), (&b"RIFF"[..], &b"WAVEfmt "[..], &b"data"[..]));
        assert_eq!([4, 24, 28, 40].map(number), [80_036, RATE, RATE, 80_000]);
        // plain samples, one channel, a byte each, eight bits
        assert_eq!(head[20..24], [1, 0, 1, 0]);
        assert_eq!(head[32..36], [1, 0, 8, 0]);
    }

    #[test]
    fn a_tone_is_heard_as_528_hertz_and_begins_and_ends_in_silence() {
        let tone = tone();
        assert_eq!((tone.len(), tone[0]), (TONE as usize, SILENCE));
        assert!(tone[tone.len() - 1].abs_diff(SILENCE) <= 1);
        assert!(tone.iter().any(|sample| sample.abs_diff(SILENCE) > 40), "loud enough to hear");
        // it crosses silence twice a wave
        let signs: Vec<bool> = tone[400..4_400].iter().map(|sample| *sample >= SILENCE).collect();
        let waves = signs.windows(2).filter(|pair| pair[0] != pair[1]).count() / 2;
        assert!((258..=270).contains(&waves), "{waves} waves in half a second");
    }
}
