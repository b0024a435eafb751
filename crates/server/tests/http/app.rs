//! The app's files, or how to get them.

use crate::support::Server;

#[test]
fn the_first_page_is_the_app_or_says_how_to_build_it() {
    let server = Server::new("app");
    let page = server.get("/");
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    if server::has_app() {
        assert_eq!(page.status, 200);
        assert_eq!(page.header("cache-control"), "no-cache");
    } else {
        assert_eq!(page.status, 503);
        assert!(page.text().contains("cargo xtask run"));
    }
    let health = server.get("/api/health").json();
    assert_eq!(health["ok"], true);
    assert!(health["build"].as_str().is_some_and(|build| build.starts_with(env!("CARGO_PKG_VERSION"))), "{health}");
}

#[test]
fn what_is_not_there_is_not_found() {
    let server = Server::new("not-found");
    for path in ["/nothing", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/index.html.br", "/open"] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.text().as_str()), (404, "There is nothing at this address.\n"), "{path}");
    }
    assert_eq!(server.ask("POST", "/", &[], b"").status, 405);
}
