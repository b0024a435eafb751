//! The addresses of the board, and what is done at each.

use super::form::{Back, Forms};
use super::limits::Limits;
use super::view::{entry, spot, written};
use crate::run::Clock;
use crate::{files, headers};
use axum::Router;
use axum::extract::rejection::FormRejection;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Form, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use board::{List, Slip, Sorry, Typed};
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use store::{Asked, Email, Store, Taken, Trouble};

/// Bytes a form may have: the longest question, each letter as long as can be, and what stands around it.
const FORM_BYTES: usize = 32 * 1024;
/// Questions on a page.
const ON_A_PAGE: usize = 20;
/// Answers in the feed.
const IN_THE_FEED: usize = 50;

/// What every answer may need.
pub(crate) struct Context {
    pub(crate) board: board::Board,
    pub(crate) store: Arc<Store>,
    pub(crate) clock: Clock,
    forms: Forms,
    limits: Limits,
    begun_ms: i64,
}

type Shared = State<Arc<Context>>;

/// Somebody gets no page.
struct NoPage(StatusCode, Sorry);

impl From<Trouble> for NoPage {
    fn from(_: Trouble) -> NoPage {
        // What is wrong is the owner's business, not a stranger's.
        NoPage(StatusCode::INTERNAL_SERVER_ERROR, Sorry::Failed)
    }
}

impl From<getrandom::Error> for NoPage {
    fn from(_: getrandom::Error) -> NoPage {
        NoPage(StatusCode::INTERNAL_SERVER_ERROR, Sorry::Failed)
    }
}

const NOTHING: NoPage = NoPage(StatusCode::NOT_FOUND, Sorry::Nothing);

impl Context {
    pub(crate) fn new(mut board: board::Board, store: Arc<Store>, clock: Clock) -> Result<Context, getrandom::Error> {
        board.files = files::for_board();
        let begun_ms = clock();
        Ok(Context { board, store, clock, forms: Forms::new()?, limits: Limits::new(begun_ms)?, begun_ms })
    }

    fn page(&self, status: StatusCode, text: String, caching: &'static str) -> Response {
        let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, caching)];
        (status, kind, text).into_response()
    }

    fn or_sorry(&self, answer: Result<Response, NoPage>) -> Response {
        answer.unwrap_or_else(|NoPage(status, sorry)| self.page(status, self.board.sorry(sorry), "no-store"))
    }

    /// The form again, with what to mend. Nothing of it is kept.
    fn form_again(&self, status: StatusCode, typed: &Typed, slips: &[Slip]) -> Result<Response, NoPage> {
        let form = match self.forms.read(&typed.form, (self.clock)()) {
            Back::Fine(_) | Back::Fast => typed.form.clone(),
            Back::Old => self.forms.make((self.clock)())?,
        };
        let typed = Typed { form, ..typed.clone() };
        Ok(self.page(status, self.board.ask(&typed, slips), "no-store"))
    }
}

/// Everything that is answered where the board is.
pub(crate) fn router(context: Arc<Context>) -> Router {
    Router::new()
        .route("/questions", get(|| async { Redirect::permanent("/questions/") }))
        .route("/questions/", get(all))
        .route("/questions/topic/{topic}", get(of_topic))
        .route("/questions/ask", get(form).post(ask))
        .route("/questions/thanks", get(thanks))
        .route("/questions/feed.xml", get(feed))
        .route("/questions/board.css", get(style))
        .route("/questions/{id}", get(one))
        .route("/api/health", get(crate::api::health))
        .method_not_allowed_fallback(wrong_method)
        .fallback(file)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(middleware::from_fn_with_state(context.clone(), own_site))
        .layer(middleware::from_fn(headers::add))
        .with_state(context)
}

/// Refuses what is asked of another name. On pages of the board a form must say where it comes from.
async fn own_site(State(context): Shared, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_host(&context.board.url, host) {
        let text = format!("This site answers at {} only.\n", context.board.url);
        return (StatusCode::MISDIRECTED_REQUEST, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text)
            .into_response();
    }
    let board = request.uri().path().starts_with("/questions");
    let mut response = next.run(request).await;
    if board {
        // Without a referrer a browser does not say either where a form comes from.
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
    response
}

/// Is a `Host` the one of an address? The usual port may be there or not.
fn is_host(url: &str, host: &str) -> bool {
    let (scheme, own) = url.split_once("://").unwrap_or(("", url));
    let usual = if scheme == "https" { ":443" } else { ":80" };
    let without = |host: &str| host.to_ascii_lowercase().trim_end_matches(usual).to_owned();
    without(own) == without(host)
}

#[derive(Deserialize)]
struct After {
    after: Option<String>,
}

async fn all(State(context): Shared, after: Query<After>) -> Response {
    let answer = list(&context, None, after.0.after.as_deref()).await;
    context.or_sorry(answer)
}

async fn of_topic(State(context): Shared, Path(topic): Path<String>, after: Query<After>) -> Response {
    let answer = list(&context, Some(&topic), after.0.after.as_deref()).await;
    context.or_sorry(answer)
}

async fn list(context: &Context, topic: Option<&str>, after: Option<&str>) -> Result<Response, NoPage> {
    let topic = topic.map(|id| context.board.topic(id).ok_or(NOTHING)).transpose()?;
    let after = after.map(|written| spot(written).ok_or(NOTHING)).transpose()?;
    let page = context.store.shown(topic.map(|topic| topic.id.as_str()), after, ON_A_PAGE).await?;
    let list = List {
        topic,
        first: after.is_none(),
        entries: page.questions.into_iter().map(entry).collect(),
        next: page.next.map(written),
        counts: context.store.shown_topics().await?,
    };
    Ok(context.page(StatusCode::OK, context.board.list(&list), "no-cache"))
}

async fn one(State(context): Shared, Path(id): Path<String>) -> Response {
    let answer = async {
        let id = id.parse().map_err(|_| NOTHING)?;
        let shown = context.store.shown_one(id).await?.ok_or(NOTHING)?;
        Ok(context.page(StatusCode::OK, context.board.one(&entry(shown)), "no-cache"))
    };
    context.or_sorry(answer.await)
}

async fn feed(State(context): Shared) -> Response {
    let answer = async {
        let page = context.store.shown(None, None, IN_THE_FEED).await?;
        let entries: Vec<_> = page.questions.into_iter().map(entry).collect();
        let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
        Ok((kind, context.board.feed(&entries, context.begun_ms)).into_response())
    };
    context.or_sorry(answer.await)
}

async fn style() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (kind, board::STYLE).into_response()
}

async fn thanks(State(context): Shared) -> Response {
    context.page(StatusCode::OK, context.board.thanks(), "no-store")
}

#[derive(Deserialize)]
struct About {
    #[serde(default)]
    topic: String,
}

async fn form(State(context): Shared, about: Query<About>) -> Response {
    let typed = Typed { topic: about.0.topic, ..Typed::default() };
    let answer = context.form_again(StatusCode::OK, &typed, &[]);
    context.or_sorry(answer)
}

/// What a browser sends. Fields that are not there are empty.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Fields {
    topic: String,
    name: String,
    email: String,
    text: String,
    no_sign: String,
    website: String,
    form: String,
}

impl Fields {
    fn typed(self) -> Typed {
        let Fields { topic, name, email, text, no_sign, website, form } = self;
        Typed { topic, name, email, text, no_sign: no_sign == "yes", website, form }
    }
}

async fn ask(
    State(context): Shared,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Result<Form<Fields>, FormRejection>,
) -> Response {
    let answer = taken(&context, peer.ip(), &headers, fields).await;
    context.or_sorry(answer)
}

async fn taken(
    context: &Context,
    peer: IpAddr,
    headers: &HeaderMap,
    fields: Result<Form<Fields>, FormRejection>,
) -> Result<Response, NoPage> {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    if origin != Some(context.board.url.as_str()) {
        return Err(NoPage(StatusCode::FORBIDDEN, Sorry::Origin));
    }
    let typed = fields.map_err(|rejection| not_read(&rejection))?.0.typed();
    let now = (context.clock)();
    let mut slips = Vec::new();
    let number = match context.forms.read(&typed.form, now) {
        Back::Fine(number) => number,
        Back::Fast => {
            slips.push(Slip::Fast);
            [0; 16]
        }
        Back::Old => {
            slips.push(Slip::Old);
            [0; 16]
        }
    };
    let checked = typed.check(&context.board, mail::is_address);
    slips.extend(checked.as_ref().err().into_iter().flatten());
    let (Ok(board::Asked { topic, name, email, text }), true) = (checked, slips.is_empty()) else {
        return context.form_again(StatusCode::UNPROCESSABLE_ENTITY, &typed, &slips);
    };
    if !context.limits.take(sender(peer, headers), now)? {
        return context.form_again(StatusCode::TOO_MANY_REQUESTS, &typed, &[Slip::Often]);
    }
    let asked = Asked { form: number, topic, name, email: Email::new(email), text };
    match context.store.ask(&asked, now).await? {
        Taken::New | Taken::Known => Ok(Redirect::to("/questions/thanks").into_response()),
        Taken::Full => context.form_again(StatusCode::SERVICE_UNAVAILABLE, &typed, &[Slip::Full]),
    }
}

/// Whoever sends, as far as it can be told: the proxy adds the one it heard to the end.
fn sender(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let told = headers.get_all("x-forwarded-for").iter().next_back().and_then(|told| told.to_str().ok());
    let last = told.and_then(|told| told.rsplit(',').next()).and_then(|address| address.trim().parse().ok());
    last.unwrap_or(peer)
}

fn not_read(rejection: &FormRejection) -> NoPage {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => NoPage(StatusCode::PAYLOAD_TOO_LARGE, Sorry::Large),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => NoPage(StatusCode::UNSUPPORTED_MEDIA_TYPE, Sorry::Kind),
        _ => NoPage(StatusCode::BAD_REQUEST, Sorry::Kind),
    }
}

async fn wrong_method(State(context): Shared) -> Response {
    context.or_sorry(Err(NoPage(StatusCode::METHOD_NOT_ALLOWED, Sorry::Method)))
}

/// The app's files, whose page on questions gives way to the board.
async fn file(State(context): Shared, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if path == "/api" || path.starts_with("/api/") {
        return crate::api::nothing().await.into_response();
    }
    if path.starts_with("/questions/") {
        return context.or_sorry(Err(NOTHING));
    }
    // A service worker that keeps the app's files gets this one too.
    let kept = headers.get("sec-fetch-dest").is_some_and(|dest| dest == "empty");
    if path == "/learn/questions.html" && !kept {
        return Redirect::to("/questions/").into_response();
    }
    files::answer(&method, path, &headers)
}

#[cfg(test)]
mod tests {
    use super::{is_host, sender};
    use axum::http::HeaderMap;
    use std::net::{IpAddr, Ipv4Addr};

    #[test]
    fn hosts_are_known_with_and_without_the_usual_port() {
        for (url, host, yes) in [
            ("https://ask.example.org", "ask.example.org", true),
            ("https://ask.example.org", "ASK.example.org:443", true),
            ("https://ask.example.org", "ask.example.org:80", false),
            ("https://ask.example.org", "127.0.0.1:4748", false),
            ("https://ask.example.org", "", false),
            ("https://ask.example.org:8443", "ask.example.org:8443", true),
            ("http://127.0.0.1:4748", "127.0.0.1:4748", true),
            ("http://localhost:80", "localhost", true),
        ] {
            assert_eq!(is_host(url, host), yes, "{url} {host}");
        }
    }

    #[test]
    fn the_proxy_tells_last_who_sends() {
        let peer = IpAddr::V4(Ipv4Addr::LOCALHOST);
        for (told, found) in [
            (&[][..], "127.0.0.1"),
            (&["192.0.2.1"], "192.0.2.1"),
            (&["203.0.113.9, 192.0.2.1"], "192.0.2.1"),
            (&["203.0.113.9", "192.0.2.1"], "192.0.2.1"),
            (&["unknown"], "127.0.0.1"),
        ] {
            let mut headers = HeaderMap::new();
            for value in told {
                headers.append("x-forwarded-for", value.parse().expect("a value"));
            }
            assert_eq!(sender(peer, &headers), found.parse::<IpAddr>().expect("an address"), "{told:?}");
        }
    }
}
