//! Asking the provider about everything that must be right for calls to come and go.

use super::account::Account;
use super::centre::Centre;
use crate::permit::May;
use crate::{Backend, db};
use domain::access::{Action, Actor};
use domain::problem::Problem;
use domain::stringee::{Examined, Finding, Ours, Theirs, Wrong, compare};
use domain::telephone::{Provider, TelephoneProblem};

/// Looks at the stored account, what the provider has, and whether they agree. Nothing is changed anywhere.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] without an account. What is wrong at the provider is
/// among the findings.
pub async fn examine(b: &Backend, who: &Actor) -> Result<Vec<Finding>, Problem> {
    who.may(Action::ManageTelephone)?;
    let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let ours = ours(b, &account).await?;
    let (centre, calls) = tokio::join!(theirs(b), log(b));
    let mut findings = vec![service(Examined::Centre, &centre)?, service(Examined::CallApi, &calls)?];
    if let Ok(theirs) = centre {
        findings.extend(compare(&ours, &theirs));
    }
    Ok(findings)
}

/// Whether a service answers as it should; a fault that is our own is nobody's finding.
fn service<T>(of: Examined, answer: &Result<T, Problem>) -> Result<Finding, Problem> {
    let wrong = match answer {
        Ok(_) => None,
        Err(Problem::Telephone(problem)) => Some(Wrong::Service(problem.clone())),
        Err(ours) => return Err(ours.clone()),
    };
    Ok(Finding { of, wrong })
}

async fn ours(b: &Backend, account: &Account) -> Result<Ours, Problem> {
    let mut read = b.read().await?;
    let hotlines = db::hotlines::list(read.on(), Provider::Stringee).await?;
    let members = db::staff::list(read.on()).await?;
    let sits_there = |member: &db::staff::Row| member.active && member.provider() == Provider::Stringee;
    let seats = members.into_iter().filter(sits_there).filter_map(|member| Some((member.seat?, member.name)));
    Ok(Ours { hotlines, seats: seats.collect(), path: account.path.clone() })
}

async fn theirs(b: &Backend) -> Result<Theirs, Problem> {
    let centre = Centre::of(b).await?;
    Ok(Theirs {
        numbers: centre.all("/v1/number", "numbers").await?,
        agents: centre.all("/v1/agent", "agents").await?,
        queues: centre.all("/v1/queue", "queues").await?,
        settings: centre.get("/v1/callsettings", &[]).await?["callSetting"].take(),
    })
}

/// The least that the service for calls can be asked for.
async fn log(b: &Backend) -> Result<(), Problem> {
    Centre::of_calls(b).await?.get("/v1/call/log", &[("version", "2"), ("limit", "1")]).await.map(drop)
}
