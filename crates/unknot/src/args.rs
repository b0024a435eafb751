//! What may be typed.

use case::{Surface, Tool};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use coach::{MINUTES_MAX, MINUTES_MIN};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

const TOOLS: [(Tool, &str); 8] = [
    (Tool::Hand, "hand"),
    (Tool::TennisBall, "tennis_ball"),
    (Tool::LacrosseBall, "lacrosse_ball"),
    (Tool::FirmBall, "firm_ball"),
    (Tool::Peanut, "peanut"),
    (Tool::FoamRoller, "foam_roller"),
    (Tool::MassageGun, "massage_gun"),
    (Tool::Cane, "cane"),
];
const SURFACES: [(Surface, &str); 3] = [(Surface::Wall, "wall"), (Surface::Bed, "bed"), (Surface::Floor, "floor")];

/// Finds which muscle, nerve, joint or tendon best explains buttock, hip, low-back or leg pain, and coaches its release
/// at home. Not a diagnosis, and not yet checked by a clinician.
#[derive(Debug, Parser)]
#[command(name = "unknot", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// What to do; without it, the app is served and opened.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Use the guide in this directory in place of the one that is built in
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) guide: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  unknot                                    the app, in your browser
  unknot assess case.json                   what fits, to read
  unknot plan case.json --minutes 20 --tools hand,tennis_ball --surfaces wall,bed
  unknot assess --jsonl cases.jsonl         one case a line in, one answer a line out
  unknot guide export                       every id that may stand in a case
  unknot learn overview                     about the three muscles, in five minutes

Exit codes: 0 done, 2 bad input (the message says where and how to get out), 1 anything else.";

const A_CASE: &str = "\
A case is JSON; only `pain` is needed:
  {\"person\": {\"age\": 48, \"sex\": \"female\"}, \"onset_days\": 90,
   \"gate\": {\"cauda_equina.saddle\": \"no\"}, \"cautions\": [\"cx_anticoagulant\"],
   \"pain\": [{\"zone\": \"calf_post\", \"side\": \"right\", \"intensity\": 6, \"quality\": [\"ache\"]}],
   \"answers\": [{\"question\": \"worse_sitting\", \"side\": \"right\", \"answer\": \"yes\"}],
   \"presses\": [{\"source\": \"gmin_post\", \"side\": \"right\", \"tenderness\": 6, \"familiar\": \"yes\"}],
   \"releases\": [{\"source\": \"gmin_post\", \"side\": \"right\", \"pain_before\": 6, \"pain_after\": 3}]}
`unknot guide export` lists all zones, questions, sources, asks and cautions.
  \"earlier\": [{\"pain\": […], \"answers\": […], \"presses\": […], \"releases\": […]}] tells earlier visits, oldest first: they
  teach how this person paints and feels. \"learn\": false uses none of it.

Examples:
  unknot assess case.json
  unknot assess - --json < case.json
  unknot assess --jsonl cases.jsonl > answers.jsonl";

const A_SERVER: &str = "\
Examples:
  unknot serve
  unknot serve --bind 127.0.0.1:4800 --data my-records --no-open

Only this machine can reach it. The address that is printed hands your browser the key to the records; the browser then
remembers it. A backup is made when the last one is older than a day; the newest ten are kept.

With --questions others can read and ask questions, at an address of its own where there are no records. The file says whose
board it is and where (docs/SELF-HOST.md tells all of it):
  url   = \"https://ask.example.org\"     # what people open; a proxy with TLS leads from there to bind
  bind  = \"127.0.0.1:4748\"
  owner = \"Jo Doe, physiotherapist\"    # who answers, as it is shown
  [smtp]                                # without it no answer is mailed
  host = \"mail.example.org\"
  from = \"Unknot <ask@example.org>\"
  user = \"ask\"                        # its password: password_file, or UNKNOT_SMTP_PASSWORD";

const A_QUESTION: &str = "\
Examples:
  unknot questions list --waiting           what waits for an answer
  unknot questions show 7
  unknot questions answer 7 answer.txt --publish
  echo 'Mostly, yes.' | unknot questions answer 7 -
  unknot questions mail 7 --again           after a mail that may not have gone out

All of this works while `unknot serve --questions` is running, which mails the answers. Addresses are never shown.";

const A_SITE: &str = "\
Examples:
  unknot site public

Put the folder on any file host. Records then stay in each browser. A phone can use the app without a network only if the
host uses https.";

const A_BACKUP: &str = "\
Examples:
  unknot backup                             a copy beside the records
  unknot backup my-stick/unknot.db          a copy elsewhere

This works while the app is running. A backup is not encrypted: whoever has the file can read it.";

const A_RESTORE: &str = "\
Examples:
  unknot restore my-stick/unknot.db

Close the app first. What is replaced is kept aside, and the answer says where.";

const A_CHECK: &str = "\
Examples:
  unknot verify";

const A_TOPIC: &str = "\
Examples:
  unknot learn                              the list of topics
  unknot learn gluteus-minimus
  unknot learn --search wallet              where a word stands

A number with a letter names a reference and its grade; they stand at the end of each page.";

const A_PLAN: &str = "\
Examples:
  unknot plan case.json --minutes 10
  unknot plan case.json --minutes 30 --tools hand,tennis_ball,foam_roller --surfaces wall,bed,floor --json

The questions of the gate come first: while some are not answered, they are named and the exit code is 2.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what fits a case, how well and why
    #[command(after_help = A_CASE)]
    Assess(Assess),
    /// Make a plan for one session
    #[command(after_help = A_PLAN)]
    Plan(Plan),
    /// Check, describe or export the guide: the knowledge behind every answer
    #[command(subcommand)]
    Guide(Guide),
    /// Read a page: what these pains are, muscle by muscle, and what to do
    #[command(after_help = A_TOPIC)]
    Learn(Learn),
    /// Serve the app to this machine's browser and keep a copy of its records
    #[command(after_help = A_SERVER)]
    Serve(Serve),
    /// Read, answer, publish and delete what was asked on the board of `serve --questions`
    #[command(subcommand, after_help = A_QUESTION)]
    Questions(Questions),
    /// Write the app as files for any file host
    #[command(after_help = A_SITE)]
    Site(Site),
    /// Copy the records that `serve` keeps
    #[command(after_help = A_BACKUP)]
    Backup(Backup),
    /// Put a backup in the place of the records that `serve` keeps
    #[command(after_help = A_RESTORE)]
    Restore(Restore),
    /// Look through the records that `serve` keeps
    #[command(after_help = A_CHECK)]
    Verify(Verify),
}

/// `serve`
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Address and port on this machine
    #[arg(long, value_name = "ADDRESS:PORT", default_value_t = ADDRESS)]
    pub(crate) bind: SocketAddr,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Serve a question board to others too: a file that says whose it is and where
    #[arg(long, value_name = "FILE")]
    pub(crate) questions: Option<PathBuf>,
    /// Do not open a browser
    #[arg(long)]
    pub(crate) no_open: bool,
}

/// `questions`
#[derive(Debug, Subcommand)]
pub(crate) enum Questions {
    /// List questions, oldest first
    List {
        /// Only those without an answer
        #[arg(long)]
        waiting: bool,
        /// Only those whose answer was not mailed and may need you
        #[arg(long, conflicts_with = "waiting")]
        mail: bool,
        /// Only those of a topic
        #[arg(long, value_name = "TOPIC")]
        topic: Option<String>,
        /// Answer in JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: Data,
    },
    /// Show a question whole
    Show {
        #[command(flatten)]
        which: Which,
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Answer a question, or change its answer; it is mailed to who asked
    Answer {
        #[command(flatten)]
        which: Which,
        /// File with the answer, plain text; - for standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Let all read question and answer
        #[arg(long)]
        publish: bool,
    },
    /// Let all read a question and its answer
    Publish(Which),
    /// Take a question off the board again, without deleting it
    Hide(Which),
    /// Move a question to another topic
    Topic {
        #[command(flatten)]
        which: Which,
        /// A page's topic; `unknot learn` lists them
        #[arg(value_name = "TOPIC")]
        topic: String,
    },
    /// Decide about an answer that was refused, or of which nobody knows whether it was mailed
    #[command(group = clap::ArgGroup::new("decision").required(true))]
    Mail {
        #[command(flatten)]
        which: Which,
        /// Mail it again: it may arrive twice
        #[arg(long, group = "decision")]
        again: bool,
        /// Leave it, and delete the address
        #[arg(long, group = "decision")]
        done: bool,
    },
    /// Delete a question for good, with its answer and the address of who asked
    Delete(Which),
}

/// Which question, and where.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Number of the question
    #[arg(value_name = "NUMBER")]
    pub(crate) id: i64,
    #[command(flatten)]
    pub(crate) data: Data,
}

/// Where the app is, unless said otherwise.
const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 4747);

impl Default for Serve {
    /// What `unknot` alone does.
    fn default() -> Serve {
        Serve { bind: ADDRESS, data: Data { dir: None }, questions: None, no_open: false }
    }
}

/// Where records are kept.
#[derive(Debug, Args)]
pub(crate) struct Data {
    /// Folder with the records; without it, the one your system keeps for programs' data
    #[arg(long = "data", value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
}

/// `site`
#[derive(Debug, Args)]
pub(crate) struct Site {
    /// Folder to write: new, empty, or an earlier site
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
}

/// `backup`
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// File to write, which is not there yet; without it, one beside the records
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) data: Data,
}

/// `restore`
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// A backup
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) data: Data,
}

/// `verify`
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) data: Data,
}

/// `assess`
#[derive(Debug, Args)]
pub(crate) struct Assess {
    /// The case, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// One case a line in, one answer a line out, in order; a bad line gives an error object in its place
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// With numbers: percentages, every reason, every source
    #[arg(long, conflicts_with_all = ["json", "jsonl"])]
    pub(crate) details: bool,
}

/// `plan`
#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The case, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Minutes there are
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(i64::from(MINUTES_MIN)..=i64::from(MINUTES_MAX)))]
    pub(crate) minutes: u16,
    /// Tools at hand, with commas between; the hand is always one
    #[arg(long, value_delimiter = ',', default_value = "hand", value_parser = named(&TOOLS))]
    pub(crate) tools: Vec<Tool>,
    /// Surfaces at hand, with commas between; none if not said
    #[arg(long, value_delimiter = ',', value_parser = named(&SURFACES))]
    pub(crate) surfaces: Vec<Surface>,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `learn`
#[derive(Debug, Args)]
pub(crate) struct Learn {
    /// Topic of a page; without it, the list of topics
    #[arg(value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
    /// Where these words stand
    #[arg(long, value_name = "WORDS", conflicts_with = "topic")]
    pub(crate) search: Option<String>,
}

/// `guide`
#[derive(Debug, Subcommand)]
pub(crate) enum Guide {
    /// Check that every id resolves, every number is in range and no text is missing
    #[command(after_help = "Examples:\n  unknot guide check\n  unknot guide check my-guide")]
    Check {
        /// Directory of a guide; without it the one of --guide, or the one that is built in
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Print the JSON schemas of the guide's files
    Schema,
    /// Print the guide and its compiled network as JSON
    Export,
}

/// One of a few words; a near miss is told.
fn named<T: Copy + Send + Sync + 'static>(names: &'static [(T, &'static str)]) -> impl TypedValueParser<Value = T> {
    let words = PossibleValuesParser::new(names.iter().map(|(_, name)| *name));
    words.try_map(move |word| {
        let known = names.iter().find(|(_, name)| *name == word);
        known.map(|(value, _)| *value).ok_or_else(|| format!("there is no {word}"))
    })
}
