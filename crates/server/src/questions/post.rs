//! Mails answers, one after another, and forgets addresses.

use super::api::Context;
use crate::run::Told;
use board::Answered;
use mail::{Message, NotSent, Sender};
use std::sync::Arc;
use std::time::Duration;
use store::{Letter, Trouble};
use tokio::sync::oneshot;
use tokio::time::interval;

/// How often it is looked whether there is something to send: the owner answers in another program.
const LOOK: Duration = Duration::from_secs(2);
const MINUTE_MS: i64 = 60 * 1000;
/// The longest time between two tries.
const LONGEST_MS: i64 = 6 * 60 * MINUTE_MS;
/// After so many tries, about two days, the owner must look after it.
const TRIES: u32 = 15;

/// Sends what is due, until it is dropped. Whatever is being handed over then is unsure at the next start.
pub(crate) async fn send_letters(context: Arc<Context>, sender: Option<Sender>, told: impl Fn(&Told) + Send + Sync) {
    let tell = |done: Result<(), Trouble>| {
        if let Err(trouble) = done {
            told(&Told::Letters(trouble));
        }
    };
    match context.store.cut_off().await {
        Ok(0) => {}
        Ok(_) => told(&Told::Unsure),
        Err(trouble) => tell(Err(trouble)),
    }
    let mut look = interval(LOOK);
    loop {
        look.tick().await;
        let now = (context.clock)();
        tell(context.store.forget_addresses(now, sender.is_some()).await.map(|_| ()));
        let Some(sender) = &sender else { continue };
        loop {
            match context.store.next_letter((context.clock)()).await {
                Ok(Some(letter)) => match send(&context, sender, &letter).await {
                    Ok(None) => {}
                    Ok(Some(not_sent)) => told(&Told::NotMailed { question: letter.question, not_sent }),
                    Err(trouble) => {
                        // Tried again at the next look, not in a circle.
                        tell(Err(trouble));
                        break;
                    }
                },
                Ok(None) => break,
                Err(trouble) => {
                    tell(Err(trouble));
                    break;
                }
            }
        }
    }
}

/// Sends one letter. What is written down at each step is true at each step.
async fn send(context: &Context, sender: &Sender, letter: &Letter) -> Result<Option<NotSent>, Trouble> {
    let (message, sender) = (message(context, letter), sender.clone());
    let ready = match apart(move || sender.call(&message)).await {
        Ok(ready) => ready,
        Err(not_sent) => return put_back(context, letter, not_sent).await,
    };
    if !context.store.begin_handing(letter).await? {
        // It was deleted, or answered anew: the mail server never gets the content.
        return Ok(None);
    }
    match apart(move || ready.hand_over()).await {
        Ok(()) => {
            context.store.mailed(letter.question, (context.clock)()).await?;
            Ok(None)
        }
        Err(not_sent) => put_back(context, letter, not_sent).await,
    }
}

async fn put_back(context: &Context, letter: &Letter, not_sent: NotSent) -> Result<Option<NotSent>, Trouble> {
    match not_sent {
        NotSent::Later { .. } if letter.tries + 1 < TRIES => {
            let wait = MINUTE_MS.saturating_mul(1 << letter.tries.min(20)).min(LONGEST_MS);
            context.store.try_again(letter.question, (context.clock)().saturating_add(wait)).await?;
        }
        NotSent::Later { .. } | NotSent::Never { .. } => context.store.not_mailed(letter.question, true).await?,
        NotSent::Unsure => context.store.not_mailed(letter.question, false).await?,
    }
    Ok(Some(not_sent))
}

fn message(context: &Context, letter: &Letter) -> Message {
    let Letter { question, name, email, text, answer, published, answered_ms, .. } = letter;
    let (id, published) = (*question, *published);
    let written = context.board.letter(Answered { id, name, text, answer, published });
    Message {
        to: email.reveal().to_owned(),
        subject: written.subject,
        text: written.text,
        // The same each time, so that a receiver can tell one that came twice.
        id: format!("question-{question}-{answered_ms}"),
        at_ms: (context.clock)().unsigned_abs(),
    }
}

/// Waits for the network in a thread of its own, which nobody waits for when the program ends.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, NotSent> + Send + 'static) -> Result<T, NotSent> {
    let (done, is_done) = oneshot::channel();
    std::thread::spawn(move || done.send(work()));
    // No answer means that the thread broke: nobody knows how far it came.
    is_done.await.unwrap_or(Err(NotSent::Unsure))
}
