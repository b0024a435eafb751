//! The addresses, and what is done at each.

use crate::access::Access;
use crate::answer::{Problem, too_large};
use crate::home::{Home, HomeTrouble};
use crate::run::Clock;
use crate::wire::{Asked, Batch, Have, Records, Vault};
use crate::{files, headers};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::sync::Arc;
use store::{BATCH_BYTES, BATCH_RECORDS, VaultId};

/// A batch in base64, with what stands around each record.
const BODY_BYTES: usize = BATCH_BYTES / 3 * 4 + BATCH_RECORDS * 512;

/// What every answer may need.
pub(crate) struct Context {
    pub(crate) home: Home,
    pub(crate) access: Access,
    pub(crate) clock: Clock,
}

type Shared = State<Arc<Context>>;

/// Everything this server answers.
pub(crate) fn router(context: Arc<Context>) -> Router {
    let guarded = Router::new()
        .route("/vault", get(vault))
        .route("/records/have", get(have))
        .route("/records", get(since).post(append))
        .route("/erase", post(erase))
        .layer(middleware::from_fn_with_state(context.clone(), with_key));
    let api = Router::new()
        .route("/health", get(health))
        .route("/open", get(open))
        .merge(guarded)
        .method_not_allowed_fallback(wrong_method)
        .fallback(nothing);
    Router::new()
        .nest("/api", api)
        .fallback(file)
        .layer(middleware::from_fn_with_state(context.clone(), own_host))
        .layer(middleware::from_fn(headers::add))
        .with_state(context)
}

async fn own_host(State(context): Shared, request: Request, next: Next) -> Result<Response, Problem> {
    context.access.host(request.headers())?;
    Ok(next.run(request).await)
}

async fn with_key(State(context): Shared, request: Request, next: Next) -> Result<Response, Problem> {
    context.access.cookie(request.headers())?;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        context.access.origin(request.headers())?;
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn file(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    // The API answers for its own name too, and programs read JSON there.
    if uri.path() == "/api" || uri.path().starts_with("/api/") {
        return nothing().await.into_response();
    }
    // Nobody takes questions here; this page says so.
    if uri.path() == "/questions" || uri.path().starts_with("/questions/") {
        return Redirect::to("/learn/questions.html").into_response();
    }
    files::answer(&method, uri.path(), &headers)
}

pub(crate) async fn nothing() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not_found", "there is nothing at this address")
}

async fn wrong_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "wrong_method", "this address does not do that")
}

#[derive(Deserialize)]
struct Key {
    #[serde(default)]
    key: String,
}

/// Takes the key of the first address into a cookie.
async fn open(State(context): Shared, key: Query<Key>) -> Response {
    if !context.access.opens(&key.key) {
        let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        let text = "This is not the key. Open the address that unknot printed when it started.\n";
        return (StatusCode::FORBIDDEN, kind, text).into_response();
    }
    let kept = [(header::SET_COOKIE, context.access.set_cookie()), (header::CACHE_CONTROL, "no-store".to_owned())];
    (kept, Redirect::to("/")).into_response()
}

pub(crate) async fn health() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], Json(json!({ "ok": true, "build": files::build() })))
}

async fn vault(State(context): Shared) -> Result<Json<Vault>, Problem> {
    Ok(Json(Vault::of(context.home.vault((context.clock)()).await?)))
}

async fn have(State(context): Shared, uri: Uri) -> Result<Json<Have>, Problem> {
    let (vault, _) = query::<Asked>(&uri)?.read()?;
    context.knows(vault).await?;
    Ok(Json(Have::of(&context.home.store.have(vault).await?)))
}

async fn since(State(context): Shared, uri: Uri) -> Result<Json<Records>, Problem> {
    let (vault, have) = query::<Asked>(&uri)?.read()?;
    context.knows(vault).await?;
    Ok(Json(Records::of(&context.home.store.since(vault, &have).await?)))
}

async fn append(State(context): Shared, headers: HeaderMap, body: Body) -> Result<Json<Have>, Problem> {
    let (vault, records) = json_body::<Batch>(&headers, body).await?.read()?;
    context.knows(vault).await?;
    context.home.store.append(vault, &records).await?;
    Ok(Json(Have::of(&context.home.store.have(vault).await?)))
}

async fn erase(State(context): Shared, headers: HeaderMap, body: Body) -> Result<Json<Vault>, Problem> {
    let vault = json_body::<Vault>(&headers, body).await?.read()?;
    context.knows(vault).await?;
    Ok(Json(Vault::of(context.home.erase(vault, (context.clock)()).await?)))
}

impl Context {
    /// Refuses a vault that was erased, and one that is not kept here.
    async fn knows(&self, vault: VaultId) -> Result<(), Problem> {
        if let Some(at_ms) = self.home.store.erased(vault).await? {
            return Err(store::Refused::Erased { at_ms }.into());
        }
        if self.home.vault((self.clock)()).await? == vault {
            return Ok(());
        }
        let message = "this server does not keep that vault; /api/vault names the one it keeps";
        Err(Problem::new(StatusCode::NOT_FOUND, "unknown_vault", message))
    }
}

fn query<T: DeserializeOwned>(uri: &Uri) -> Result<T, Problem> {
    let read = Query::try_from_uri(uri).map(|Query(read)| read);
    read.map_err(|_| {
        Problem::bad_request("the address needs vault=UUID, and takes since=DEVICE:NUMBER,… where records are read")
    })
}

/// Reads a body as JSON. What does not fit is told by place, never by content.
async fn json_body<T: DeserializeOwned>(headers: &HeaderMap, body: Body) -> Result<T, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        let message = "the body must be JSON, and Content-Type must say application/json";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", message));
    }
    let bytes = to_bytes(body, BODY_BYTES).await;
    let bytes: Bytes = bytes.map_err(|_| too_large(format!("a body has at most {BODY_BYTES} bytes")))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let what = if error.is_data() { "the body does not have the shape it should" } else { "the body is not JSON" };
        Problem::bad_request(format!("{what}: line {}, column {}", error.line(), error.column()))
    })
}

impl From<HomeTrouble> for Problem {
    fn from(trouble: HomeTrouble) -> Problem {
        match trouble {
            HomeTrouble::Store(trouble) => trouble.into(),
            other => Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "failed", other.to_string()),
        }
    }
}
