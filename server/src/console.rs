//! What is asked for at the installation's own console, without the pages.

use crate::config::{Config, Mode};
use anyhow::Context;
use domain::access::Role;
use domain::staff::MemberForm;
use std::io::{BufRead, Write};

/// Asks for email, name and password on the console and makes the administrator.
///
/// # Errors
/// The database, or what is wrong with the answers.
pub async fn add_admin(config: Config) -> anyhow::Result<()> {
    let alo = crate::start(config).await?;
    let form = MemberForm {
        email: asked("Email: ")?,
        name: asked("Name: ")?,
        role: Role::Admin,
        seat: String::new(),
        team: None,
        leads: Vec::new(),
        active: true,
        password: Some(asked("Password (at least 10 characters): ")?),
    };
    match backend::staff::install_admin(&alo.backend, &form).await {
        Ok(_) => writeln!(std::io::stdout(), "{} can sign in now.", form.email).context("console"),
        Err(problem) => anyhow::bail!("not made: {problem:?}"),
    }
}

fn asked(question: &str) -> anyhow::Result<String> {
    let mut out = std::io::stdout();
    write!(out, "{question}")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Makes customers to measure with; refused in production.
///
/// # Errors
/// The database, or a count that is none.
pub async fn generate(config: Config, count: Option<String>) -> anyhow::Result<()> {
    anyhow::ensure!(config.mode == Mode::Development, "made-up customers do not belong into a production database");
    let count = count.as_deref().unwrap_or_default().parse().context("`alo generate N`: N customers")?;
    let alo = crate::start(config).await?;
    match backend::generate::customers(&alo.backend, count).await {
        Ok(()) => writeln!(std::io::stdout(), "{count} customers made.").context("console"),
        Err(problem) => anyhow::bail!("not made: {problem:?}"),
    }
}
