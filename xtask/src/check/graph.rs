//! Which crate may know which.

use super::Problem;
use serde_json::Value;

/// A member of the workspace and the members it may know.
struct Member {
    name: &'static str,
    knows: &'static [&'static str],
}

const MEMBERS: [Member; 7] = [
    Member { name: "domain", knows: &[] },
    Member { name: "backend", knows: &["domain"] },
    Member { name: "app", knows: &["domain", "backend"] },
    Member { name: "frontend", knows: &["app"] },
    Member { name: "server", knows: &["app", "backend", "domain", "sandbox"] },
    Member { name: "sandbox", knows: &[] },
    Member { name: "xtask", knows: &[] },
];

/// Crates with one home, which hides them from the others.
const HOMES: [(&str, &str); 3] = [("sqlx", "backend"), ("rsipstack", "sandbox"), ("str0m", "sandbox")];

/// Who may call out: the back end, and the pretend telephone company, which calls its customers' servers. Others may name
/// these crates for their tests alone.
const CALLERS: [&str; 2] = ["backend", "sandbox"];
const CALLING_OUT: &str = "reqwest";

/// What is tried against the pretend telephone company itself, in tests alone.
const TRIED_AGAINST: (&str, &str) = ("backend", "sandbox");

/// What only a server has; a name that ends with a hyphen stands for all that begin with it.
const SERVER_ONLY: [&str; 29] = [
    "backend",
    "server",
    "sandbox",
    "sqlx",
    "sqlx-",
    "libsqlite3-sys",
    "rusqlite",
    "tokio",
    "tokio-",
    "mio",
    "socket2",
    "axum",
    "axum-",
    "hyper",
    "hyper-",
    "tower-http",
    "tower-sessions",
    "tower-sessions-",
    "leptos_axum",
    "reqwest",
    "rustls",
    "ring",
    "aws-lc-",
    "argon2",
    "chacha20poly1305",
    "jsonwebtoken",
    "rsipstack",
    "str0m",
    "str0m-",
];

/// Prints the crates that are linked into the wasm; procedural macros run in the compiler.
pub(super) const BROWSER_TREE: [&str; 12] = [
    "tree",
    "--locked",
    "--package",
    "frontend",
    "--target",
    "wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
    "--prefix",
    "none",
    "--format",
    "{p}",
];

/// Checks what each member names in its manifest, tests included.
pub(super) fn check_members(packages: &[Value]) -> Vec<Problem> {
    packages.iter().flat_map(check_member).collect()
}

fn check_member(package: &Value) -> Vec<Problem> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some(member) = MEMBERS.iter().find(|member| member.name == name) else {
        return vec![Problem::new(
            name,
            "a crate without a place in the architecture; name it in xtask/src/check/graph.rs",
        )];
    };
    let mut problems = Vec::new();
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let known = dependency["name"].as_str().unwrap_or_default();
        let is_member = MEMBERS.iter().any(|member| member.name == known) && !dependency["path"].is_null();
        let for_tests = dependency["kind"] == "dev";
        if is_member && !member.knows.contains(&known) && !(for_tests && TRIED_AGAINST == (name, known)) {
            problems.push(Problem::new(name, format!("must not know `{known}`")));
        }
        if let Some((_, home)) = HOMES.iter().find(|(hidden, home)| *hidden == known && *home != name) {
            problems.push(Problem::new(name, format!("must not name `{known}`; only `{home}` may")));
        }
        if known == CALLING_OUT && !for_tests && !CALLERS.contains(&name) {
            problems.push(Problem::new(name, format!("must not name `{known}`; only {CALLERS:?} may")));
        }
        if name == "app" && known == "backend" && dependency["optional"] != true {
            problems.push(Problem::new(name, "may know `backend` only under `ssr`: make it optional"));
        }
    }
    if name == "app" {
        problems.extend(check_features(&package["features"]));
    }
    problems
}

/// The back end comes with `ssr` and with nothing else.
fn check_features(features: &Value) -> Vec<Problem> {
    let brings_backend = |needs: &Value| {
        needs.as_array().into_iter().flatten().filter_map(Value::as_str).any(|need| need.contains("backend"))
    };
    features
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(feature, needs)| !["ssr", "backend"].contains(&feature.as_str()) && brings_backend(needs))
        .map(|(feature, _)| Problem::new("app", format!("feature `{feature}` brings `backend`; only `ssr` may")))
        .collect()
}

/// Checks the crates of the wasm, one a line as [`BROWSER_TREE`] prints them.
pub(super) fn check_browser(tree: &str) -> Vec<Problem> {
    let mut names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    names.sort_unstable();
    names.dedup();
    if !names.contains(&"app") {
        return vec![Problem::new("frontend", "the crates of the wasm could not be listed")];
    }
    let server_only =
        |name: &&str| SERVER_ONLY.iter().any(|only| only == name || (only.ends_with('-') && name.starts_with(only)));
    names
        .into_iter()
        .filter(server_only)
        .map(|name| {
            let why = format!(
                "`{name}` is linked into the wasm; see cargo tree -p frontend --target wasm32-unknown-unknown -i {name}"
            );
            Problem::new("frontend", why)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, dependencies: &Value) -> Value {
        json!({ "name": name, "dependencies": dependencies, "features": { "ssr": ["dep:backend"] } })
    }

    #[test]
    fn a_member_may_know_only_those_below_it() {
        let wrong = package("domain", &json!([{ "name": "backend", "path": "/x", "optional": false }]));
        let right =
            package("backend", &json!([{ "name": "domain", "path": "/x", "optional": false }, { "name": "sqlx" }]));
        assert_eq!(check_members(&[wrong]), [Problem::new("domain", "must not know `backend`")]);
        assert_eq!(check_members(&[right]), []);
        assert_eq!(check_members(&[package("extras", &json!([]))]).len(), 1);
    }

    #[test]
    fn a_crate_of_the_same_name_from_elsewhere_is_none_of_ours() {
        assert_eq!(check_members(&[package("domain", &json!([{ "name": "server", "path": null }]))]), []);
    }

    #[test]
    fn the_page_knows_the_back_end_only_under_ssr() {
        let backend = |optional: bool| json!([{ "name": "backend", "path": "/x", "optional": optional }]);
        assert_eq!(check_members(&[package("app", &backend(true))]), []);
        assert_eq!(check_members(&[package("app", &backend(false))]).len(), 1);
        let mut leaking = package("app", &backend(true));
        leaking["features"]["hydrate"] = json!(["backend/small"]);
        assert_eq!(check_members(&[leaking]).len(), 1);
    }

    #[test]
    fn hidden_crates_stay_in_their_home() {
        let naming = |known: &str, kind: Value| package("server", &json!([{ "name": known, "kind": kind }]));
        assert_eq!(check_members(&[naming("sqlx", json!("dev"))]).len(), 1);
        assert_eq!(check_members(&[naming("reqwest", json!(null))]).len(), 1);
        assert_eq!(check_members(&[naming("reqwest", json!("dev"))]), []);
    }

    #[test]
    fn server_crates_in_the_wasm_are_found() {
        let tree = "frontend v0.1.0 (/x)\napp v0.1.0 (/x)\nleptos v0.8.23\nringbuf v1.0.0\n";
        assert_eq!(check_browser(tree), []);
        assert_eq!(check_browser(&format!("{tree}tokio v1.54.1\nsqlx-core v0.9.0\nsqlx-core v0.9.0 (*)\n")).len(), 2);
        assert_eq!(check_browser("").len(), 1);
    }
}
