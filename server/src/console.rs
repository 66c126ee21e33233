//! What is asked for at the installation's own console, without the pages.

use crate::config::{Config, Mode};
use crate::start::open;
use anyhow::Context;
use backend::Backend;
use backend::calls::{Mend, Rederived};
use backend::surroundings::{Real, Surroundings};
use domain::access::Role;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::telephone::Provider;
use std::io::{BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

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
        provider: Provider::default(),
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
    let (backend, count) = to_measure(&config, count).await?;
    made(backend::generate::customers(&backend, count).await, count, "customers")
}

/// Makes calls to measure with; refused in production.
///
/// # Errors
/// The database, or a count that is none.
pub async fn generate_calls(config: Config, count: Option<String>) -> anyhow::Result<()> {
    let (backend, count) = to_measure(&config, count).await?;
    made(backend::generate::calls(&backend, count).await, count, "calls")
}

/// Measures how long it takes to find who calls, within this process: the 99th percentile and the median in microseconds,
/// as JSON.
///
/// # Errors
/// The database, or a count that is none.
pub async fn measure_matching(config: Config, count: Option<String>) -> anyhow::Result<()> {
    let (backend, count) = to_measure(&config, count).await?;
    let measured = backend::generate::matching(&backend, count).await;
    let mut took = measured.map_err(|problem| anyhow::anyhow!("not measured: {problem:?}"))?;
    took.sort_unstable();
    let at = |percent: usize| took.get(took.len() * percent / 100).context("there is nobody to be found");
    let (p99, median) = (at(99)?.as_micros(), at(50)?.as_micros());
    let figure = serde_json::json!({ "value": p99, "unit": "us", "n": took.len(), "median": median, "p99": p99 });
    writeln!(std::io::stdout(), "{figure}").context("console")
}

async fn to_measure(config: &Config, count: Option<String>) -> anyhow::Result<(Backend, u64)> {
    anyhow::ensure!(config.mode == Mode::Development, "what is made up does not belong into a production database");
    let count = count.as_deref().unwrap_or_default().parse().context("how many? `alo generate 1000`")?;
    Ok((open(config, None).await?, count))
}

fn made(done: Result<(), Problem>, count: u64, what: &str) -> anyhow::Result<()> {
    match done {
        Ok(()) => writeln!(std::io::stdout(), "{count} {what} made.").context("console"),
        Err(problem) => anyhow::bail!("not made: {problem:?}"),
    }
}

/// Derives every call anew from its facts and mends the rows that differ; with `--check` it changes nothing and fails
/// when there are any.
///
/// # Errors
/// The database, an argument that is none, or differing rows with `--check`.
pub async fn rederive(config: Config, argument: Option<String>) -> anyhow::Result<()> {
    let mend = match argument.as_deref() {
        None => Mend::Yes,
        Some("--check") => Mend::No,
        Some(other) => anyhow::bail!("`alo rederive` or `alo rederive --check`, not {other:?}"),
    };
    let backend = open(&config, None).await?;
    let Rederived { checked, differing } = backend::calls::rederive(&backend, mend)
        .await
        .map_err(|problem| anyhow::anyhow!("the calls could not be compared: {problem:?}"))?;
    let done = if mend == Mend::Yes { "mended" } else { "left as they are" };
    writeln!(std::io::stdout(), "{checked} calls derived anew; {differing} differed, {done}.")?;
    anyhow::ensure!(mend == Mend::Yes || differing == 0, "{differing} calls are not what their facts add up to");
    Ok(())
}

/// Writes down everything the database holds, while a server may be at work.
///
/// # Errors
/// The database, the file, or that none is named. A file that is there already is not written over.
pub async fn backup(config: Config, file: Option<String>) -> anyhow::Result<()> {
    let file = PathBuf::from(file.context("into which file? `alo backup FILE`")?);
    anyhow::ensure!(!file.exists(), "{} is there already", file.display());
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    // Beside it, for its owner only, and in its place when it is whole.
    let mut unfinished = tempfile::NamedTempFile::new_in(folder).context("the backup's folder")?;
    let held = backend::backup::write(&config.database_url, Real.now(), BufWriter::new(&mut unfinished)).await?;
    unfinished.as_file().sync_all()?;
    unfinished.persist_noclobber(&file)?;
    writeln!(std::io::stdout(), "{} rows of {} tables written to {}.", held.rows, held.tables, file.display())?;
    Ok(())
}

/// Takes up a backup into an empty database.
///
/// # Errors
/// The database, the file, or what is wrong with either.
pub async fn restore(config: Config, file: Option<String>) -> anyhow::Result<()> {
    let file = PathBuf::from(file.context("from which file? `alo restore FILE`")?);
    let from = std::fs::File::open(&file).with_context(|| file.display().to_string())?;
    let held = backend::backup::restore(&config.database_url, from).await?;
    writeln!(std::io::stdout(), "{} rows of {} tables taken up.", held.rows, held.tables)?;
    Ok(())
}
