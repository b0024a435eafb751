//! The guide that is measured: the one built in, or a folder that someone is editing.

use guide::Guide;
use std::fs;
use std::path::Path;

/// Takes `--guide DIR` out of the words of a command and reads that guide; without it, the one that is built in.
///
/// # Errors
/// A word is missing, the folder cannot be read, or the guide in it has errors.
pub(crate) fn chosen(args: &[String]) -> Result<(Guide, Vec<String>), String> {
    let mut rest = args.to_vec();
    let Some(at) = rest.iter().position(|word| word == "--guide") else {
        let guide = Guide::embedded("en").map_err(|problems| problems.to_string())?;
        return Ok((guide, rest));
    };
    if at + 1 == rest.len() {
        return Err("--guide needs a directory behind it, such as `--guide guide`".to_owned());
    }
    let dir = rest.remove(at + 1);
    rest.remove(at);
    Ok((read(Path::new(&dir))?, rest))
}

/// Tells one state of the built-in guide from another, as far as belief reads it: figures of one are not those of another.
pub(crate) fn stamp() -> String {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let files = Guide::embedded_files().iter().filter(|(name, _)| !name.starts_with("text/"));
    // FNV-1a: this has to notice changes, not to withstand anybody.
    for byte in files.flat_map(|(name, text)| name.bytes().chain(text.bytes())) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    format!("{hash:016x}")
}

/// The guide in a folder.
///
/// # Errors
/// The folder cannot be read, or the guide in it has errors; each is named with its file and line.
pub(crate) fn read(dir: &Path) -> Result<Guide, String> {
    let mut files = Vec::new();
    collect(dir, "", &mut files)?;
    files.sort();
    Guide::read(&files, "en").map_err(|problems| problems.under(&dir.display().to_string()).to_string())
}

fn collect(dir: &Path, under: &str, files: &mut Vec<(String, String)>) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("cannot read {}: {error}; name the folder of a guide", dir.display());
    for entry in fs::read_dir(dir).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if path.is_dir() {
            collect(&path, &format!("{under}{name}/"), files)?;
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            files.push((format!("{under}{name}"), text));
        }
    }
    Ok(())
}
