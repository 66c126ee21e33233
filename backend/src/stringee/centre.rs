//! Asking the contact centre: its REST services, with a token of the server's own.

use super::account::Account;
use super::token;
use crate::Backend;
use domain::problem::Problem;
use domain::stringee::{Refusal, centre_answer, list_page, question_problem};
use domain::telephone::TelephoneProblem;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;

/// No answer of its services is longer.
const ANSWER_MAX: usize = 512 * 1024;
/// Rows of a page, the most that is taken.
const ROWS: &str = "100";
/// No list has more pages.
const PAGES_MAX: i64 = 50;
/// Where the token is put.
pub(super) const TOKEN_HEADER: &str = "x-stringee-auth";

/// The contact centre, as this account may ask it.
pub(super) struct Centre<'a> {
    client: &'a Client,
    base: String,
    token: String,
}

impl<'a> Centre<'a> {
    /// With the stored account.
    pub(super) async fn of(b: &'a Backend) -> Result<Self, Problem> {
        let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
        Self::at(b, &account, account.contact_centre_api.clone())
    }

    /// The service for calls, which takes the same token and answers in the same way.
    pub(super) async fn of_calls(b: &'a Backend) -> Result<Self, Problem> {
        let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
        Self::at(b, &account, account.call_api.clone())
    }

    fn at(b: &'a Backend, account: &Account, base: String) -> Result<Self, Problem> {
        let token = token::of_server(account, b.now()).map_err(Problem::Telephone)?;
        Ok(Self { client: b.client()?, base, token })
    }

    /// Every row of a list.
    pub(super) async fn all(&self, path: &str, list: &str) -> Result<Vec<Value>, Problem> {
        let mut rows = Vec::new();
        for number in 1..=PAGES_MAX {
            let answer = self.get(path, &[("page", &number.to_string()), ("limit", ROWS)]).await?;
            let (more, pages) = list_page(&answer, list).map_err(Problem::Telephone)?;
            rows.extend(more);
            if number >= pages {
                break;
            }
        }
        Ok(rows)
    }

    /// Asks for what is there.
    pub(super) async fn get(&self, path: &str, query: &[(&str, &str)]) -> Result<Value, Problem> {
        let refused = |refusal: Refusal| {
            tracing::info!(path, r = refusal.r, said = refusal.said, "the contact centre refuses a question");
            Problem::Telephone(question_problem(&refusal))
        };
        self.send(self.request(Method::GET, path).query(query)).await?.map_err(refused)
    }

    /// Asks for something to be done, with nothing but the address where `body` is null; the inner error is why it was
    /// not.
    pub(super) async fn ask(
        &self,
        method: Method,
        path: &str,
        body: &Value,
    ) -> Result<Result<Value, Refusal>, Problem> {
        let request = self.request(method, path);
        self.send(if body.is_null() { request } else { request.json(body) }).await
    }

    /// Sends a file; the inner error is why it was not taken.
    pub(super) async fn upload(
        &self,
        path: &str,
        query: &[(&str, &str)],
        content_type: &str,
        body: Vec<u8>,
    ) -> Result<Result<Value, Refusal>, Problem> {
        let request = self.request(Method::POST, path).query(query).header(CONTENT_TYPE, content_type);
        self.send(request.body(body)).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let address = format!("{}{path}", self.base.trim_end_matches('/'));
        self.client.request(method, address).header(TOKEN_HEADER, &self.token)
    }

    async fn send(&self, request: RequestBuilder) -> Result<Result<Value, Refusal>, Problem> {
        let answer = request.send().await.map_err(unreachable)?;
        let status = answer.status().as_u16();
        centre_answer(status, &text(answer).await?).map_err(Problem::Telephone)
    }
}

async fn text(mut answer: Response) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > ANSWER_MAX {
            return Err(Problem::Telephone(TelephoneProblem::Unintelligible));
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unreachable(error: reqwest::Error) -> Problem {
    tracing::info!(error = %error.without_url(), "the contact centre does not answer");
    Problem::Telephone(TelephoneProblem::ProviderUnreachable)
}
