//! One contract for every provider: the same scenes, played in each one's own words, make the same calls. A further
//! provider is one more player, named in `contract/player.rs`.
#![expect(clippy::expect_used, reason = "a scene that does not begin as told is a failed test")]

#[allow(dead_code, reason = "other stories ask a tab for more")]
#[path = "calls/tab.rs"]
mod tab;

#[path = "contract/player.rs"]
mod player;
#[path = "contract/plays.rs"]
mod plays;
#[path = "contract/scenes.rs"]
mod scenes;
#[path = "contract/stringee.rs"]
mod stringee;
#[path = "contract/threec.rs"]
mod threec;
