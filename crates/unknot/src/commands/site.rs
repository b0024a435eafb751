//! `site`.

use super::{own_guide, print};
use crate::args::Site;
use crate::failure::Failure;
use server::SiteTrouble;
use std::path::Path;

/// The app as files for any file host.
pub(super) fn site(args: &Site, guide: Option<&Path>) -> Result<(), Failure> {
    own_guide(guide)?;
    let files = server::write_site(&args.dir)?;
    print(&format!("{files} files in {}\n", args.dir.display()))
}

impl From<SiteTrouble> for Failure {
    fn from(trouble: SiteTrouble) -> Failure {
        let message = trouble.to_string();
        match trouble {
            SiteTrouble::NotOurs(_) => Failure::input(message, "name a folder that is new or empty"),
            SiteTrouble::NoApp | SiteTrouble::Io { .. } => Failure::undone(message, ""),
        }
    }
}
