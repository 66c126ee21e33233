//! Listening to a call.

/// The texts of the player.
pub struct Texts {
    /// Heading, and label of the player.
    pub title: &'static str,
    /// Starts the sound.
    pub play: &'static str,
    /// Stops it for now.
    pub pause: &'static str,
    /// Where in the sound one is.
    pub position: &'static str,
    /// Where one is, and how long it is.
    pub of: fn(&str, &str) -> String,
    /// How fast it is played.
    pub speed: &'static str,
    /// It appears soon.
    pub awaited: &'static str,
    /// It could not be fetched.
    pub failed: &'static str,
    /// Fetches it once more.
    pub retry: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Ghi âm",
    play: "Nghe",
    pause: "Tạm dừng",
    position: "Vị trí nghe",
    of: |at, length| format!("{at} trong {length}"),
    speed: "Tốc độ",
    awaited: "Bản ghi âm sẽ có sau ít giây.",
    failed: "Chưa lấy được bản ghi âm từ tổng đài.",
    retry: "Thử lại",
};

/// English.
pub const EN: Texts = Texts {
    title: "Recording",
    play: "Play",
    pause: "Pause",
    position: "Position",
    of: |at, length| format!("{at} of {length}"),
    speed: "Speed",
    awaited: "The recording appears in a few seconds.",
    failed: "The recording could not be fetched from the phone system.",
    retry: "Try again",
};
