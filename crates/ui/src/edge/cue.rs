//! A voice of the device, a soft tone, a short vibration; and the screen kept on. Nothing leaves the device: only voices
//! that speak on it are used.

use super::{page, track};
use js_sys::{Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AudioContext, SpeechSynthesisUtterance, SpeechSynthesisVoice, Window};

/// Pitch of the tone, hertz, its length, seconds, and how loud it is, 0 to 1.
const PITCH: f32 = 528.0;
const LENGTH: f64 = 0.6;
const LOUD: f32 = 0.12;
/// Length of the vibration, milliseconds.
const SHAKE: u32 = 120;

thread_local! {
    static SOUND: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
    static AWAKE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Lets sound be made later: browsers allow it only from within a tap.
pub(crate) fn tapped() {
    if !page::touched() {
        return;
    }
    SOUND.with_borrow_mut(|sound| {
        if sound.is_none() {
            *sound = AudioContext::new().ok();
        }
        if let Some(sound) = sound {
            let _ = sound.resume();
        }
    });
}

/// Gives a cue.
pub(crate) fn give(words: &str) {
    let Some(window) = web_sys::window() else { return };
    if page::touched() && Reflect::has(&window.navigator(), &"vibrate".into()).unwrap_or(false) {
        window.navigator().vibrate_with_duration(SHAKE);
    }
    // where nobody looks, the track has the tones
    if page::visible() || !track::plays() {
        SOUND.with_borrow(|sound| sound.as_ref().and_then(|sound| tone(sound).ok()));
    }
    let _ = say(&window, words);
}

fn tone(sound: &AudioContext) -> Result<(), JsValue> {
    let now = sound.current_time();
    let (voice, level) = (sound.create_oscillator()?, sound.create_gain()?);
    voice.frequency().set_value(PITCH);
    // swells and fades: a click would startle
    level.gain().set_value_at_time(0.0001, now)?;
    level.gain().exponential_ramp_to_value_at_time(LOUD, now + 0.08)?;
    level.gain().exponential_ramp_to_value_at_time(0.0001, now + LENGTH)?;
    voice.connect_with_audio_node(&level)?.connect_with_audio_node(&sound.destination())?;
    voice.start()?;
    voice.stop_with_when(now + LENGTH)
}

fn say(window: &Window, words: &str) -> Result<(), JsValue> {
    if words.is_empty() || !Reflect::has(window, &"speechSynthesis".into())? {
        return Ok(());
    }
    let speech = window.speech_synthesis()?;
    let voices = speech.get_voices();
    let voices = voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    let Some(voice) = voices.filter(SpeechSynthesisVoice::local_service).find(|voice| voice.lang().starts_with("en"))
    else {
        return Ok(());
    };
    let utterance = SpeechSynthesisUtterance::new_with_text(words)?;
    utterance.set_voice(Some(&voice));
    utterance.set_rate(0.95);
    speech.cancel();
    speech.speak(&utterance);
    Ok(())
}

/// Keeps the screen on, or lets it go dark again.
pub(crate) fn awake(on: bool) {
    if !on {
        if let Some(lock) = AWAKE.take() {
            let _ = method(&lock, "release").and_then(|release| release.call0(&lock).ok());
        }
        return;
    }
    if AWAKE.with_borrow(Option::is_some) {
        return;
    }
    spawn_local(async {
        let lock = async {
            let locks = Reflect::get(&web_sys::window()?.navigator(), &"wakeLock".into()).ok()?;
            let asked = method(&locks, "request")?.call1(&locks, &"screen".into()).ok()?;
            JsFuture::from(asked.dyn_into::<js_sys::Promise>().ok()?).await.ok()
        };
        AWAKE.set(lock.await);
    });
}

/// The browser lets go of it when the page is hidden.
pub(crate) fn asleep() {
    AWAKE.set(None);
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
