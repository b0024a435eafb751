//! Prints everything that is wrong with the default guide.

fn main() {
    let files: Vec<(String, String)> =
        guide::Guide::embedded_files().iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect();
    let problems = guide::Guide::check(&files, "en").under("guide");
    #[expect(clippy::print_stdout, reason = "an example")]
    {
        println!("{problems}");
    }
}
