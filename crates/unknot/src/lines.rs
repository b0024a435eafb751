//! Many cases, one a line: read, answered on all cores, written in order, a line as soon as it is ready.

use crate::case_json::LARGEST_CASE;
use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Lines read ahead, for each core: enough to keep it busy, few enough for little memory (each is at most 1 MB).
const AHEAD: usize = 8;
/// More cores than this do not help a pipe.
const MOST_WORKERS: usize = 16;

/// A line of input.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Its bytes, without the newline.
    Text(Vec<u8>),
    /// It was longer than a case may be; what was too much was not kept.
    TooLong,
}

/// A line with its number, from 1, and where its answer goes.
type Job = (usize, Line, Sender<String>);

/// Answers each line of `input` with `answer`, which gets its number too, and writes the answers in order, one a line.
///
/// # Errors
/// If reading or writing fails.
pub(crate) fn each(
    input: Box<dyn BufRead + Send>,
    output: &mut dyn Write,
    answer: impl Fn(usize, Line) -> String + Sync,
) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
    let (jobs, queue) = sync_channel::<Job>(workers * AHEAD);
    let (ordered, answers) = sync_channel::<Receiver<String>>(workers * AHEAD);
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        let reader = scope.spawn(move || read(input, &jobs, &ordered));
        for _ in 0..workers {
            scope.spawn(|| work(&queue, &answer));
        }
        let written = write(&answers, output);
        // Nobody waits for answers any more: the reader's next line finds no taker, and it ends.
        drop(answers);
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("reading ended early")));
        written.and(read)
    })
}

/// Takes lines until there are none left.
fn work(queue: &Mutex<Receiver<Job>>, answer: &impl Fn(usize, Line) -> String) {
    loop {
        // The lock is held while waiting for a line and given back before it is answered.
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, line, to)) = job else { return };
        // No taker means that writing ended early.
        let _ = to.send(answer(number, line));
    }
}

/// Reads lines and hands each out twice: to whoever answers it, and to the writer, who waits for the answers in order.
fn read(
    mut input: Box<dyn BufRead + Send>,
    jobs: &SyncSender<Job>,
    ordered: &SyncSender<Receiver<String>>,
) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = next(&mut *input)? {
        number += 1;
        let (to, answer) = channel();
        if ordered.send(answer).is_err() || jobs.send((number, line, to)).is_err() {
            break;
        }
    }
    Ok(())
}

fn write(answers: &Receiver<Receiver<String>>, output: &mut dyn Write) -> io::Result<()> {
    let mut waiting = answers.try_recv().ok();
    loop {
        let answer = match waiting {
            Some(answer) => answer,
            None => {
                // Nothing more is ready: whoever reads the answers should not wait for ours.
                output.flush()?;
                match answers.recv() {
                    Ok(answer) => answer,
                    Err(_) => return Ok(()),
                }
            }
        };
        let answer = answer.recv().map_err(|_| io::Error::other("a line was left without an answer"))?;
        output.write_all(answer.as_bytes())?;
        output.write_all(b"\n")?;
        waiting = answers.try_recv().ok();
    }
}

/// The next line, if there is one. An empty one at the very end is no line.
fn next(input: &mut dyn BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    // Room for a whole case and its newline; what is longer is passed over without keeping it.
    input.take(LARGEST_CASE as u64 + 1).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let ended = bytes.last() == Some(&b'\n');
    if !ended && bytes.len() > LARGEST_CASE {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    if ended {
        bytes.pop();
    }
    let blank = bytes.iter().all(u8::is_ascii_whitespace);
    if blank && input.fill_buf()?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Line::Text(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn lines(text: &str) -> Vec<Line> {
        let mut input = Cursor::new(text.to_owned());
        std::iter::from_fn(|| next(&mut input).unwrap()).collect()
    }

    #[test]
    fn lines_end_at_newlines_and_at_the_end() {
        let text = |line: &str| Line::Text(line.as_bytes().to_vec());
        for (input, want) in [
            ("", vec![]),
            ("\n", vec![]),
            ("a", vec![text("a")]),
            ("a\n", vec![text("a")]),
            ("a\n\nb\n", vec![text("a"), text(""), text("b")]),
            ("a\n \n", vec![text("a")]),
        ] {
            assert_eq!(lines(input), want, "{input:?}");
        }
    }

    #[test]
    fn a_long_line_is_told_and_the_next_one_read() {
        let input = format!("{}\nb\n", "x".repeat(LARGEST_CASE + 1));
        assert_eq!(lines(&input), [Line::TooLong, Line::Text(b"b".to_vec())]);
    }

    #[test]
    fn answers_come_in_order_whoever_is_first() {
        let input: String = (0..500).map(|n| format!("{n}\n")).collect();
        let mut output = Vec::new();
        each(Box::new(Cursor::new(input.clone())), &mut output, |number, line| {
            // Earlier lines take longer.
            thread::sleep(std::time::Duration::from_micros(500u64.saturating_sub(number as u64)));
            let Line::Text(bytes) = line else { panic!("no line is long") };
            String::from_utf8(bytes).unwrap()
        })
        .unwrap();
        assert_eq!(String::from_utf8(output).unwrap(), input);
    }

    #[test]
    fn it_ends_when_nobody_reads() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let error = each(Box::new(Cursor::new("a\n".repeat(10_000))), &mut Closed, |_, _| String::new()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
