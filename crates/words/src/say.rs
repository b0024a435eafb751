//! What the app says: one variant for each thing, in the order of the screens.

use case::{ControlPlace, Familiar, Quality, Sex, Side, Surface, Tool};
use coach::Rule;
use guide::shape::{Area, Confidence, Group, Urgency, View};
use guide::{AskIx, CautionIx, FlagIx, QuestionIx, SourceIx, ZoneIx};

/// Something the app says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Say {
    // ---- on every screen
    /// The name of the app.
    Unknot,
    /// Nothing leaves this device.
    Private,
    /// One step back.
    Back,
    /// On to the next screen.
    Next,
    /// Undo.
    Undo,
    /// Make again what was undone.
    Redo,
    /// Paint the other side of the body like this one.
    OtherSideToo,
    /// Where a source is usually felt.
    WhereFelt,
    /// The tab of the first screen.
    TabToday,
    /// The tab of the pain drawing.
    TabLocate,
    /// The tab of plan and session.
    TabRelease,
    /// The tab of the journal.
    TabJournal,
    /// The tab of the settings.
    TabSettings,
    /// Everything is on the disk.
    SavedHere,
    /// The app is open in another tab.
    OpenElsewhere,
    /// Why that matters.
    OpenElsewhereWhy,
    /// Use this tab instead.
    UseHere,
    /// What the device has kept cannot be read.
    Unreadable,
    /// Why, and what to do.
    UnreadableWhy,
    /// Load the page again.
    LoadAgain,
    /// Something is on its way to the disk.
    Saving,
    /// The disk refused.
    NotSaved,
    /// Everything is with the local server too.
    SavedAndCopied,
    /// The local server has not everything yet.
    SavedNotCopied,
    /// A new version is ready.
    UpdateReady,
    /// Take it.
    UpdateNow,
    /// A number of ten.
    OfTen(u8),
    /// No number yet.
    NotSaid,

    // ---- Today
    /// Its heading.
    WhereHurts,
    /// What the app does, in a line.
    WhatItDoes,
    /// A side of the body.
    Seen(View),
    /// Lead of the help lines.
    HelpIf,
    /// A way to the page that says for each sign where to go, and how fast.
    WhereToGo,
    /// Comfort first.
    BadDay,
    /// How it is now, for those who come back.
    HowNow,
    /// What was told last time.
    LastTime,
    /// Go on with it.
    GoOn,
    /// Begin anew.
    LookAgain,

    // ---- Locate
    /// Its heading.
    Locate,
    /// An area.
    Area(Area),
    /// A zone under the heading of its area, without its side.
    ZoneHere(ZoneIx),
    /// How to find a zone.
    Borders(ZoneIx),
    /// A zone with its side, as a screen reader says it.
    ZoneSide(ZoneIx, Side),
    /// Over the column of boxes.
    YourSide(Side),
    /// From the waist to the thigh; or (true) the legs.
    Part(bool),
    /// What is chosen: from where the body is seen.
    SeenFrom,
    /// What the boxes ask.
    TickZones,
    /// What is chosen: which place is described.
    WhichPlace,
    /// How bad at a zone.
    HowBad(ZoneIx, Side),
    /// How it feels.
    HowFeels,
    /// A quality.
    Quality(Quality),
    /// Lead of the ranking.
    FitsSoFar,
    /// Nothing is marked yet.
    NothingMarked,

    // ---- About you
    /// Its heading.
    AboutYou,
    /// Age.
    Age,
    /// The age is no age.
    AgeWrong,
    /// Sex.
    Sex,
    /// A sex.
    SexIs(Sex),
    /// Since when.
    SinceWhen,
    /// A span of time since it began; its length in days.
    Since(u32),

    // ---- the gate
    /// Heading of a screen.
    AnyOfThese,
    /// Said to a screen reader: how urgent the signs of this screen are.
    HowUrgent(Urgency),
    /// An ask in a few words.
    AskShort(AskIx),
    /// Which of them?
    WhichOfThem,
    /// An ask in full.
    Ask(AskIx),
    /// All asks in full, folded.
    InFull,
    /// None of these.
    NoneOfThese,
    /// A line is ticked but no sign in it.
    TickWhich,

    // ---- help first
    /// Its heading.
    HelpFirst(Option<Urgency>),
    /// What it may be.
    FlagName(FlagIx),
    /// What to do.
    FlagAction(FlagIx),
    /// Why.
    FlagReason(FlagIx),
    /// Fold: a clinician has looked.
    ClinicianChecked,
    /// What that means.
    ClinicianMeans,
    /// Confirm it.
    ClinicianYes,
    /// Younger than 18.
    Minor,

    // ---- cautions
    /// Its heading.
    AnyApply,
    /// A caution in a few words.
    CautionShort(CautionIx),
    /// A caution asked in full.
    CautionAsk(CautionIx),
    /// What a caution changes.
    CautionRule(CautionIx),

    // ---- questions
    /// Its heading.
    QuickOnes,
    /// A question as a statement.
    Statement(QuestionIx, Side),
    /// A question in full.
    Question(QuestionIx, Side),
    /// How to answer it.
    QuestionHelp(QuestionIx),
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
    /// Was there a scan or a treatment?
    ScannedBefore,
    /// Not sure, about a scan or a treatment that most people had none of.
    NoneOrUnsure,
    /// Show what fits.
    ShowResult,
    /// More questions.
    MoreQuestions,

    // ---- result
    /// Heading: nothing fits well.
    NothingFits,
    /// Heading: one fits best.
    FitsBest,
    /// Heading: so many cannot be told apart.
    CannotTell(usize),
    /// A source's short name with its side.
    SourceShort(SourceIx, Side),
    /// A source with its side.
    Source(SourceIx, Side),
    /// What fits, from another screen.
    WhatFits,
    /// Label of reasons for.
    For,
    /// Label of reasons against.
    Against,
    /// No reason yet.
    NothingForNow,
    /// What kind of thing a source is.
    KindOf(Group),
    /// Less likely ones follow.
    LessLikely,
    /// Every source, folded.
    AllSources(usize),
    /// Lead: what would help most.
    HelpMost,
    /// How sure.
    HowSure,
    /// How sure, at length.
    HowSureWhy,
    /// Go on with care.
    GoWithCare,
    /// What the numbers mean.
    NumbersMean,
    /// Sore everywhere.
    SoreEverywhere,
    /// Find the spot.
    FindSpot,
    /// Answer questions.
    AnswerQuestions,
    /// Comfort.
    ComfortNow,
    /// Make a plan.
    MakePlan,
    /// Copy the result.
    CopyResult,
    /// It is copied.
    CopiedResult,
    /// Share, in the corner.
    Share,
    /// What can be done today.
    Today,
    /// Press these spots, lightly.
    PressToday,
    /// What is not for today.
    NotToday,
    /// Whom to see.
    SeeSomeone,

    // ---- find
    /// Its heading.
    FindHeading,
    /// Heading of a control.
    Compare,
    /// Which place of how many.
    PlaceOf(usize, usize),
    /// How to press.
    PressHow,
    /// How to press a control.
    ControlHow(ControlPlace),
    /// Way with the own hand, folded.
    WithYourHand,
    /// Stay off, folded.
    StayOff,
    /// How sore?
    HowSore,
    /// Is it the pain one knows?
    YourPain,
    /// An answer to it.
    Familiar(Familiar),
    /// Skip this one.
    SkipSpot,
    /// All places are done.
    FoundAll,
    /// Say how sore first.
    SayHowSore,
    /// Stop signs, folded.
    StopIf,

    // ---- comfort
    /// Its heading.
    ComfortHeading,
    /// Lie or sit.
    LieOrSit,
    /// Stop for now.
    StopForNow,
    /// Also.
    Also,
    /// See.
    See,
    /// Look for the cause.
    LookForCause,

    // ---- kit and plan
    /// Its heading.
    KitHeading,
    /// Minutes at hand.
    MinutesHave,
    /// So many minutes.
    Minutes(u16),
    /// Tools at hand.
    ToolsHave,
    /// A tool.
    Tool(Tool),
    /// Surfaces.
    SurfacesHave,
    /// A surface.
    Surface(Surface),
    /// A hand is enough.
    HandIsEnough,
    /// How firm.
    Pressure,
    /// Used to firm pressure.
    UsedToPressure,
    /// Make it.
    ShowPlan,
    /// Change the kit.
    ChangeKit,
    /// Heading of a plan of so many seconds.
    PlanHeading(u32),
    /// The guide to read.
    Learn,
    /// Over the order of a session.
    PlanOrder,
    /// Over its parts in full.
    PlanDetails,
    /// Begin the session.
    BeginSession,
    /// No pressing today.
    NoPressHeading,

    // ---- session
    /// Heading while a session is not begun.
    SessionHeading,
    /// Step so many of so many.
    StepOf(usize, usize),
    /// Ease off, the whole area.
    TapToEase,
    /// Stop.
    Stop,
    /// Too sore.
    TooSore,
    /// Pause.
    Pause,
    /// Go on.
    Resume,
    /// Leave this out.
    Skip,
    /// Ready, or done.
    Done,
    /// How to do a step, folded.
    HowTo,
    /// When to leave a move out.
    LeaveOutIf,
    /// Seconds in the ring.
    Seconds,
    /// Why do you stop?
    WhyStop,
    /// No sign; just stop.
    JustStop,
    /// How it feels now.
    FeelsNow,
    /// Heading once it is over.
    SessionOver,
    /// How bad before.
    PainBefore,
    /// How bad after.
    PainAfter,
    /// How bad in the movement that hurts most.
    Movement,

    // ---- how it goes
    /// What to do by a rule.
    RuleThen(Rule),
    /// When a rule fits.
    RuleWhen(Rule),
    /// How sure a rule is.
    RuleSure(Confidence),
    /// So many sessions in so many days, for a clinician.
    Tried(usize, u16),
    /// Pain over so many days: about this when they began, about that now.
    Weeks(u8, u8, u16),

    // ---- tonight and tomorrow
    /// Its heading.
    AfterHeading,
    /// How bad it is on the morning after a session.
    HowThisMorning,
    /// A calendar file with reminders.
    Remind,
    /// What a reminder is called; others may see it.
    RemindTitle,
    /// Did one leg tire first?
    TiredFirst,
    /// What is usual after a session.
    AfterUsual,
    /// Look for these tonight.
    TonightIf,
    /// Look for these tomorrow.
    TomorrowIf,
    /// To the first screen.
    ToToday,
    /// Pain went from one number to another in this session.
    Session(u8, u8),

    // ---- journal
    /// Its heading.
    JournalHeading,
    /// Nothing in it.
    JournalEmpty,
    /// A note.
    Note,
    /// Keep it.
    Keep,
    /// It is kept.
    Kept,
    /// Say how bad it is first.
    SayHowBad,
    /// Head of a column: day.
    Day,
    /// Head of a column: the worst pain of a day.
    WorstOfDay,
    /// Head of a column: how much of the drawn skin hurt on a day.
    SkinOfDay,
    /// Head of a column: the sorest pressed spot of a day.
    SorestOfDay,
    /// Over what helped, by spot.
    WhatHelped,
    /// It helped in so many of so many sessions; of ten, how many fit with that.
    Helped(usize, usize, [u8; 2]),
    /// What counts as help, and what does not follow.
    WhatCounts,
    /// Over the log of signs that spoke against going on.
    Harms,
    /// What a mark in the chart means.
    Sessions,
    /// A day, counted from 1970-01-01.
    Date(i64),
    /// A time of day, minutes.
    Clock(u16),
    /// Take back.
    TakeBack,
    /// It is taken back.
    TakenBack,
    /// Pain was so bad.
    Rated(u8),
    /// So many places were marked.
    Drew(usize),
    /// A spot was pressed.
    Pressed(SourceIx, Side, u8, Familiar),
    /// A spot was held, seconds.
    HeldFor(SourceIx, Side, u16),
    /// A spot was pressed again: how sore before, if it was said, and now.
    PressedAgain(SourceIx, Side, Option<u8>, u8),
    /// Pain at a spot went from one number to another.
    PainWent(SourceIx, Side, u8, u8),
    /// A session began.
    SessionBegan(Option<u8>),
    /// A session ended; was it complete?
    SessionEnded(Option<u8>, bool),
    /// A clinician has checked a flag.
    CheckedFlag(FlagIx),
    /// Records that this guide does not know.
    Strangers(usize),

    // ---- settings
    /// Its heading.
    SettingsHeading,
    /// Where records are kept.
    WhereKept,
    /// Heading: a copy.
    CopyHeading,
    /// Why a copy.
    CopyWhy,
    /// Save a copy.
    Export,
    /// Name of its file, by day.
    ExportName(i64),
    /// Take a copy in.
    Import,
    /// What was chosen is no copy.
    ImportWrong,
    /// So many records were taken in.
    Imported(usize),
    /// Heading: delete.
    DeleteHeading,
    /// Delete everything.
    Delete,
    /// Are you sure?
    DeleteSure,
    /// What deleting means.
    DeleteMeans,
    /// Delete for good.
    DeleteForGood,
    /// Keep all.
    KeepAll,
    /// About the app.
    AboutUnknot,
    /// Version of the guide.
    GuideVersion,
    /// Author.
    Author,
}
