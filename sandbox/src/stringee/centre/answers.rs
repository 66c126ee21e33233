//! Questions to the customer's server, and what becomes of their answers.

use super::agents::Place;
use super::calls::Stage;
use super::queues::Candidate;
use super::words::{AskId, Effect, Failure, Moment, Question};
use super::{Asked, CallKey, Centre, Timer};
use serde::Deserialize;
use std::time::Duration;

/// How much longer than promised a question is waited for.
const GRACE: Duration = Duration::from_secs(1);

/// The answer of a `get_list_agents_url`.
#[derive(Deserialize)]
struct List {
    version: u64,
    calls: Vec<ListedCall>,
}

#[derive(Deserialize)]
struct ListedCall {
    #[serde(rename = "callId")]
    call: String,
    agents: Vec<ListedAgent>,
}

#[derive(Deserialize)]
struct ListedAgent {
    stringee_user_id: String,
    phone_number: Option<String>,
    routing_type: u64,
    answer_timeout: u64,
}

impl Centre {
    /// Asks the customer's server something.
    pub(super) fn ask(&mut self, now: Moment, what: Asked, url: String, question: Question, patience: Duration) {
        self.ask_count += 1;
        let ask = AskId(self.ask_count);
        self.asked.insert(ask, what);
        self.timers.set(now.after(patience + GRACE), Timer::Unanswered(ask));
        self.effects.push(Effect::Ask { ask, url, question, patience });
    }

    /// What became of a question.
    pub(super) fn on_answer(&mut self, now: Moment, ask: AskId, answer: Result<String, Failure>) {
        match self.asked.remove(&ask) {
            Some(Asked::Agents(queue, calls)) => self.on_list(now, &queue, &calls, answer),
            Some(Asked::Customer(key)) => {
                if let Some(call) = self.calls.get_mut(&key) {
                    call.info = Some(answer.unwrap_or_default());
                }
            }
            Some(Asked::CallOut(key)) => self.on_permission(now, key, answer),
            None => {}
        }
    }

    /// Whom the customer's server wants to be rung. Without a good answer nobody is, until it is asked again.
    fn on_list(&mut self, now: Moment, queue: &str, calls: &[CallKey], answer: Result<String, Failure>) {
        let list = answer.ok().and_then(|body| serde_json::from_str::<List>(&body).ok());
        let named = list.filter(|list| list.version == 2).map(|list| list.calls).unwrap_or_default();
        for key in calls {
            let Some(call) = self.calls.get_mut(key) else { continue };
            let Stage::Waiting(waiting) = &mut call.stage else { continue };
            if waiting.queue == queue {
                let listed = named.iter().find(|listed| listed.call == call.id);
                let agents = listed.map(|listed| listed.agents.as_slice()).unwrap_or_default();
                waiting.list = Some(agents.iter().map(ListedAgent::candidate).collect());
            }
        }
        self.poll_again(now, queue);
    }

    /// What the customer's server says about a call that an agent wants to make.
    fn on_permission(&mut self, now: Moment, key: CallKey, answer: Result<String, Failure>) {
        match answer {
            Ok(body) => self.follow_actions(now, key, &body),
            Err(_) => self.refuse_call(key, 18, "REQUEST_ANSWER_URL_ERROR", None),
        }
    }
}

impl ListedAgent {
    fn candidate(&self) -> Candidate {
        let phone = self.phone_number.clone();
        let place = Place { routing: self.routing_type, phone, sip_counts: true };
        let timeout = Duration::from_secs(self.answer_timeout.clamp(1, 600));
        Candidate { user: self.stringee_user_id.clone(), place, timeout }
    }
}
