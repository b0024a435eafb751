//! The app's files, as they were built in.

use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};

/// A file of the app.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path, `/`-separated, without a leading one.
    pub(crate) name: &'static str,
    /// Tells its versions apart.
    pub(crate) tag: &'static str,
    pub(crate) plain: &'static [u8],
    pub(crate) br: Option<&'static [u8]>,
    pub(crate) gz: Option<&'static [u8]>,
}

/// By name.
pub(crate) const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

const INDEX: &str = "index.html";
const NO_APP: &str = include_str!("no-app.html");

/// Is the app built in?
pub(crate) fn has_app() -> bool {
    find(FILES, INDEX).is_some()
}

/// Tells builds of the app apart.
pub(crate) fn build() -> String {
    let app = find(FILES, INDEX).map_or("no-app", |file| file.tag);
    format!("{}+{app}", env!("CARGO_PKG_VERSION"))
}

/// What pages that are made while serving take from the app, from the top of the site.
pub(crate) fn for_board() -> board::Files {
    let named = |folder: &str, stem: &str, end: &str| {
        let fits = |file: &&File| {
            let name = file.name.strip_prefix(folder).and_then(|name| name.strip_prefix(stem));
            hashed(file.name) && name.is_some_and(|rest| rest.starts_with('-') && rest.ends_with(end))
        };
        FILES.iter().find(fits).map(|file| format!("/{}", file.name))
    };
    let styles = [named("", "app", ".css"), named("learn/", "learn", ".css")];
    board::Files { styles: styles.into_iter().flatten().collect(), icon: named("", "icon", ".svg") }
}

fn find<'a>(files: &'a [File], name: &str) -> Option<&'a File> {
    files.iter().find(|file| file.name == name)
}

/// Answers for any address that is not of the API.
pub(crate) fn answer(method: &Method, path: &str, asked: &HeaderMap) -> Response {
    of(FILES, method, path, asked)
}

fn of(files: &[File], method: &Method, path: &str, asked: &HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "This address can only be read.\n");
    }
    let name = path.trim_start_matches('/');
    // A folder is its index, as on any file host.
    let index = if name.is_empty() || name.ends_with('/') { format!("{name}{INDEX}") } else { String::new() };
    let name = if index.is_empty() { name } else { &index };
    match find(files, name) {
        Some(file) => send(file, asked),
        None if name == INDEX => {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
            (StatusCode::SERVICE_UNAVAILABLE, kind, NO_APP).into_response()
        }
        None => plain(StatusCode::NOT_FOUND, "There is nothing at this address.\n"),
    }
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text)
        .into_response()
}

fn send(file: &File, asked: &HeaderMap) -> Response {
    let (coding, bytes) = coded(file, asked);
    // Each coding is a version of its own.
    let tag = format!("\"{}{}\"", file.tag, coding.map(|coding| format!("-{coding}")).unwrap_or_default());
    let known = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let same = known.is_some_and(|tags| tags.split(',').any(|known| known.trim().trim_start_matches("W/") == tag));
    let mut response = if same { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(bytes).into_response() };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(file.name)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if !same {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(file.name)));
        if let Some(coding) = coding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
    }
    response
}

/// The smallest form the browser takes.
fn coded(file: &File, asked: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let takes = |coding| asked.get_all(header::ACCEPT_ENCODING).iter().any(|value| takes(value, coding));
    match (file.br, file.gz) {
        (Some(br), _) if takes("br") => (Some("br"), br),
        (_, Some(gz)) if takes("gzip") => (Some("gzip"), gz),
        _ => (None, file.plain),
    }
}

/// Does an `Accept-Encoding` name a coding, and not to say that it is not wanted?
fn takes(value: &HeaderValue, coding: &str) -> bool {
    value.to_str().unwrap_or_default().split(',').any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight != Some(0.0)
    })
}

/// A name with a hash in it never changes its content; all else is asked for again each time.
fn caching(name: &str) -> &'static str {
    if hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Does a name end in a hash, as in `app-0123456789abcdef.js`?
fn hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let hash = stem.rsplit('-').next().unwrap_or_default();
    stem.contains('-') && hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[File] = &[
        File { name: "app-0123456789abcdef.wasm", tag: "a", plain: b"plain", br: Some(b"b"), gz: Some(b"g") },
        File { name: "index.html", tag: "i", plain: b"<p>", br: None, gz: Some(b"z") },
        File { name: "learn/index.html", tag: "l", plain: b"<p>", br: None, gz: None },
        File { name: "sw.js", tag: "s", plain: b"//", br: None, gz: None },
    ];

    fn asked(encoding: &str, tag: &str) -> HeaderMap {
        let mut asked = HeaderMap::new();
        asked.insert(header::ACCEPT_ENCODING, encoding.parse().expect("a value"));
        asked.insert(header::IF_NONE_MATCH, tag.parse().expect("a value"));
        asked
    }

    fn said<'a>(response: &'a Response, name: &str) -> &'a str {
        response.headers().get(name).map_or("", |value| value.to_str().expect("text"))
    }

    #[test]
    fn the_smallest_form_the_browser_takes_is_sent() {
        for (path, encoding, coding, tag) in [
            ("/app-0123456789abcdef.wasm", "gzip, deflate, br", "br", "\"a-br\""),
            ("/app-0123456789abcdef.wasm", "gzip;q=1.0, br;q=0", "gzip", "\"a-gzip\""),
            ("/app-0123456789abcdef.wasm", "identity", "", "\"a\""),
            ("/", "br, gzip", "gzip", "\"i-gzip\""),
            ("/sw.js", "br, gzip", "", "\"s\""),
        ] {
            let response = of(FILES, &Method::GET, path, &asked(encoding, ""));
            assert_eq!(response.status(), 200, "{path}");
            assert_eq!(
                (said(&response, "content-encoding"), said(&response, "etag")),
                (coding, tag),
                "{path} {encoding}"
            );
            assert_eq!(said(&response, "vary"), "accept-encoding");
        }
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        for (tag, status) in [("\"i-gzip\"", 304), ("\"x\", W/\"i-gzip\"", 304), ("\"i\"", 200), ("", 200)] {
            assert_eq!(of(FILES, &Method::GET, "/", &asked("gzip", tag)).status(), status, "{tag}");
        }
    }

    #[test]
    fn kinds_and_caching_follow_the_name() {
        for (path, kind, caching) in [
            ("/app-0123456789abcdef.wasm", "application/wasm", "public, max-age=31536000, immutable"),
            ("/index.html", "text/html; charset=utf-8", "no-cache"),
            ("/learn/", "text/html; charset=utf-8", "no-cache"),
            ("/sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ] {
            let response = of(FILES, &Method::HEAD, path, &HeaderMap::new());
            assert_eq!((said(&response, "content-type"), said(&response, "cache-control")), (kind, caching), "{path}");
        }
        for (name, yes) in
            [("a/guide-0123abcd.bin", true), ("app.js", false), ("guide-layout.css", false), ("sw.js", false)]
        {
            assert_eq!(hashed(name), yes, "{name}");
        }
    }

    #[test]
    fn what_is_not_there_is_said_plainly() {
        for (method, path, status) in [
            (Method::GET, "/app-0123456789abcdef.wasm.br", 404),
            (Method::GET, "/../Cargo.toml", 404),
            (Method::GET, "//index.html/", 404),
            (Method::POST, "/", 405),
        ] {
            let response = of(FILES, &method, path, &HeaderMap::new());
            assert_eq!(response.status(), status, "{path}");
            assert_eq!(said(&response, "content-type"), "text/plain; charset=utf-8", "{path}");
        }
        let response = of(&[], &Method::GET, "/", &HeaderMap::new());
        assert_eq!((response.status().as_u16(), said(&response, "content-type")), (503, "text/html; charset=utf-8"));
    }
}
