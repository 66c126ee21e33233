//! A member at their browser: calls happen, and what happened waits in an outbox until the server has said that it has it.

use crate::chance::Chance;
use domain::calls::{CallQuery, CallRow, CallStory, Fact, Failure, Reported, What};
use domain::ids::{CallId, FactId, SourceId};
use domain::imports::Import;
use domain::paging::Page;
use domain::times::Millis;
use reqwest::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::time::sleep;

/// What one call was told with.
#[derive(Default)]
pub struct Sent {
    pub facts: Vec<Fact>,
    /// Requests that were not answered.
    pub failures: usize,
}

/// Somebody signed in.
pub struct Person {
    client: reqwest::Client,
    url: String,
    cookie: String,
    chance: Chance,
    source: SourceId,
    /// What the server has not acknowledged yet.
    outbox: Vec<(CallId, Fact)>,
    sent: BTreeMap<CallId, Sent>,
}

impl Person {
    /// At the server of this address, in a tab of this name.
    pub async fn signed_in(url: &str, email: &str, tab: &str, chance: Chance) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        // Each request on a connection of its own: a balancer may give each to another server.
        let client = client.timeout(Duration::from_secs(20)).pool_max_idle_per_host(0).build().unwrap();
        let form = format!("email={email}&password={}&next=", backend::demo::PASSWORD);
        let post = client.post(format!("{url}/sign-in")).header("sec-fetch-site", "same-origin");
        let answer = post.header("content-type", "application/x-www-form-urlencoded").body(form).send().await.unwrap();
        let cookie = answer.headers().get("set-cookie").expect("a session").to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let source = SourceId::new(format!("{tab} of {email}"));
        Self { client, url: url.to_owned(), cookie, chance, source, outbox: Vec::new(), sent: BTreeMap::new() }
    }

    /// Takes and makes calls until closing time, and does not go home before the server has everything.
    pub async fn works_until(mut self, closing: Arc<AtomicBool>) -> BTreeMap<CallId, Sent> {
        let mut calls = 0;
        while !closing.load(Ordering::Relaxed) {
            calls += 1;
            let call = CallId::new(format!("{}: {calls}", self.source));
            self.call(&call).await;
        }
        self.goes_home().await
    }

    /// Takes or makes one call.
    pub async fn works_once(mut self) -> BTreeMap<CallId, Sent> {
        let call = CallId::new(format!("{}: 1", self.source));
        self.call(&call).await;
        self.goes_home().await
    }

    /// Once the server has everything.
    async fn goes_home(mut self) -> BTreeMap<CallId, Sent> {
        while !self.outbox.is_empty() {
            self.send("calls/report").await;
        }
        self.sent
    }

    /// One call, from the first ring to its end.
    async fn call(&mut self, call: &CallId) {
        for (n, what) in course(&mut self.chance, call).into_iter().enumerate() {
            let fact =
                Fact { id: FactId::new(format!("{call}, {n:02}")), source: self.source.clone(), at: now(), what };
            self.sent.entry(call.clone()).or_default().facts.push(fact.clone());
            self.outbox.push((call.clone(), fact));
            // Without an answer one goes on: the call does, too.
            self.send(if n == 0 { "calls/pop" } else { "calls/report" }).await;
            sleep(Duration::from_millis(self.chance.below(12))).await;
        }
    }

    /// Sends what waits, in any order; what is acknowledged waits no more.
    async fn send(&mut self, function: &str) {
        let mut taken = self.outbox.clone();
        self.chance.shuffle(&mut taken);
        let mut calls: Vec<Reported> = Vec::new();
        for (call, fact) in &taken {
            match calls.iter_mut().find(|one| one.call == *call) {
                Some(one) => one.facts.push(fact.clone()),
                None => calls.push(Reported { call: call.clone(), facts: vec![fact.clone()] }),
            }
        }
        // A card is asked for one call; older facts wait for the next report.
        let newest = self.outbox.last().map(|(call, _)| call.clone());
        let body = if function == "calls/pop" {
            calls.retain(|one| Some(&one.call) == newest.as_ref());
            json!({ "call": calls[0] })
        } else {
            json!({ "calls": calls })
        };
        match self.ask::<Value>(function, &body).await {
            // One time in ten the tab does not notice the answer: the same facts are sent again.
            Some(_) if self.chance.below(10) > 0 => {
                self.outbox
                    .retain(|(call, fact)| !calls.iter().any(|one| one.call == *call && one.facts.contains(fact)));
            }
            Some(_) => {}
            None => {
                let newest = newest.expect("something to send");
                self.sent.entry(newest).or_default().failures += 1;
                sleep(Duration::from_millis(5)).await;
            }
        }
    }

    /// Every call in the log, page by page.
    pub async fn listed(&self) -> Vec<CallId> {
        let (mut found, mut query) = (Vec::new(), CallQuery::default());
        loop {
            let page: Page<CallRow> = self.certainly("calls/list", &json!({ "query": query })).await;
            found.extend(page.rows.into_iter().map(|row| row.id));
            query.after = page.next;
            if query.after.is_none() {
                return found;
            }
        }
    }

    /// A call and everything known of it.
    pub async fn story(&self, call: &CallId) -> CallStory {
        self.certainly("calls/story", &json!({ "id": call })).await
    }

    /// Calls a server function until it is answered.
    pub async fn certainly<T: DeserializeOwned>(&self, function: &str, body: &Value) -> T {
        loop {
            if let Some(answer) = self.ask(function, body).await {
                return answer;
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Calls a server function as the page does; `None` when the server died over it, or has been asked too much.
    async fn ask<T: DeserializeOwned>(&self, function: &str, body: &Value) -> Option<T> {
        let post = self.client.post(format!("{}/api/{function}", self.url)).header("sec-fetch-site", "same-origin");
        let post = post.header("cookie", &self.cookie).header("content-type", "application/json");
        let answer = post.header("accept", "application/json").body(body.to_string()).send().await.ok()?;
        let status = answer.status();
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            return None;
        }
        let text = answer.text().await.ok()?;
        assert_eq!(status, StatusCode::OK, "{function}: {text}");
        Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{function}: {error}: {text}")))
    }

    /// Sends a file of customers until somebody has taken it.
    pub async fn uploads(&self, file: &str) -> Import {
        loop {
            let post = self.client.post(format!("{}/customers/import/upload?name=khach.csv", self.url));
            let post = post.header("sec-fetch-site", "same-origin").header("cookie", &self.cookie);
            if let Ok(answer) = post.body(file.to_owned()).send().await
                && answer.status() == StatusCode::OK
            {
                return answer.json().await.unwrap();
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// What lets a page of theirs connect.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }
}

fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Millis(i64::try_from(since.as_millis()).unwrap())
}

/// What happens in a call.
fn course(chance: &mut Chance, call: &CallId) -> Vec<What> {
    let number = format!("09{:08}", chance.below(100_000_000));
    let known = What::ProviderId { id: format!("id of {call}") };
    let offered = What::Offered { number: number.clone(), hotline: Some("19001000".to_owned()), queue: None };
    let wished = What::DialWished { number };
    match chance.below(6) {
        0 => vec![offered, known, What::Ended],
        1 => vec![offered, What::RejectWished, What::Ended],
        2 => vec![wished, What::DialTaken, known, What::Failed { reason: Failure::Busy }, What::Ended],
        3 => vec![wished, What::DialTaken, What::CustomerRinging, known, What::CustomerAnswered, What::Ended],
        _ => vec![
            offered,
            known,
            What::AnswerWished,
            What::AgentAnswered,
            What::Held,
            What::Resumed,
            What::ToneSent { key: '5' },
            What::Ended,
        ],
    }
}
