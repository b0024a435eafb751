//! Writes every figure and a page with all of them into a folder: `cargo run -p figures --example sheet -- GUIDE OUT [NAME...]`.
//! Draws what it can, so that a figure can be looked at before all are there.

#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (dir, out) = (args.next().ok_or("no guide")?, args.next().ok_or("no folder")?);
    let only: Vec<String> = args.collect();
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(&dir).join("figures"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        files.push((format!("figures/{name}"), fs::read_to_string(&path)?));
    }
    files.sort();
    let guide = guide::Guide::embedded("en")?;
    let (figures, problems) = figures::draft(&files, &guide);
    println!("{problems}");
    fs::create_dir_all(&out)?;
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><style>body{margin:0;font:12px sans-serif;display:flex;flex-wrap:wrap;gap:6px;background:#fbf8f3;color:#231a15}@media(prefers-color-scheme:dark){body{background:#14100e;color:#fff}figure{background:#211a17!important}}figure{margin:0;width:360px;background:#fff}img{width:360px;height:270px;display:block}figcaption{padding:2px 4px}</style>",
    );
    let mut all = 0;
    for (name, svg) in figures.svgs() {
        fs::write(Path::new(&out).join(format!("{name}.svg")), &svg)?;
        all += svg.len();
        if only.is_empty() || only.iter().any(|only| name.starts_with(only.as_str())) {
            page +=
                &format!("<figure><img src=\"{name}.svg\"><figcaption>{name} ({})</figcaption></figure>", svg.len());
        }
    }
    fs::write(Path::new(&out).join("index.html"), page)?;
    println!("{} figures, {all} bytes", figures.svgs().count());
    Ok(())
}
