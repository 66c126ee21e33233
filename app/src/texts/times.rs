//! Times in words.

use domain::times::Weekday;

/// The words.
pub struct Texts {
    /// Less than a minute ago.
    pub just_now: &'static str,
    /// So many minutes ago.
    pub minutes_ago: fn(i64) -> String,
    /// So many hours ago, today.
    pub hours_ago: fn(i64) -> String,
    /// Yesterday, at a time of day.
    pub yesterday: fn(&str) -> String,
    /// On a day of the last week, at a time of day.
    pub weekday: fn(Weekday, &str) -> String,
    /// A day of the week.
    pub day: fn(Weekday) -> &'static str,
    /// It has not happened.
    pub never: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    just_now: "vừa xong",
    minutes_ago: |n| format!("{n} phút trước"),
    hours_ago: |n| format!("{n} giờ trước"),
    yesterday: |clock| format!("hôm qua, {clock}"),
    weekday: |day, clock| format!("{}, {clock}", weekday_vi(day)),
    day: weekday_vi,
    never: "chưa bao giờ",
};

/// English.
pub const EN: Texts = Texts {
    just_now: "just now",
    minutes_ago: |n| format!("{n} min ago"),
    hours_ago: |n| format!("{n} h ago"),
    yesterday: |clock| format!("yesterday, {clock}"),
    weekday: |day, clock| format!("{}, {clock}", weekday_en(day)),
    day: weekday_en,
    never: "never",
};

fn weekday_vi(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

fn weekday_en(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
