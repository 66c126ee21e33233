//! `alo add-admin`: the first administrator of an installation, made at its own console.

use crate::config::Config;
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
