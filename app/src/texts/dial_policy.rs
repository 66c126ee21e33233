//! Why a number may not be called now.

/// The words.
pub struct Texts {
    /// The member's role.
    pub role: &'static str,
    /// Not one of our numbers or seats.
    pub not_ours: &'static str,
    /// The customer does not want calls.
    pub unwanted: &'static str,
    /// Everybody's calls are advertising, and so ...
    pub all_advertise: &'static str,
    /// The calls of this team are, and so ...
    pub team_advertises: fn(&str) -> String,
    /// ... the customer does not want them.
    pub unwanted_advertising: &'static str,
    /// ... outside the hours of advertising, which begin and end then.
    pub hours: fn(&str, &str) -> String,
    /// The member has called enough today.
    pub members_cap: fn(i64) -> String,
    /// The number was called enough today.
    pub numbers_cap: fn(i64) -> String,
    /// Numbers that begin so.
    pub blocked: fn(&str) -> String,
    /// Other countries.
    pub international: &'static str,
    /// The rules could not be looked up.
    pub unknown: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    role: "Vai trò của bạn không được gọi ra. Quản trị viên quyết định việc này ở quy tắc gọi ra.",
    not_ours: "Cuộc gọi không đi từ máy lẻ và đầu số của công ty.",
    unwanted: "Khách không muốn nhận cuộc gọi ở số này.",
    all_advertise: "Cuộc gọi ra là quảng cáo",
    team_advertises: |team| format!("Cuộc gọi ra của nhóm {team} là quảng cáo"),
    unwanted_advertising: "khách đã từ chối nhận ở số này.",
    hours: |from, until| format!("chỉ được gọi từ {from} đến {until}."),
    members_cap: |cap| format!("Hôm nay bạn đã gọi đủ {cap} cuộc được phép."),
    numbers_cap: |cap| format!("Hôm nay số này đã được gọi đủ {cap} lần."),
    blocked: |prefix| format!("Không gọi các số bắt đầu bằng {prefix}."),
    international: "Không gọi ra nước ngoài.",
    unknown: "Chưa kiểm tra được quy tắc gọi ra. Hãy thử lại.",
};

/// English.
pub const EN: Texts = Texts {
    role: "Your role may not call out. An administrator decides that in the dial policy.",
    not_ours: "The call does not go out of an extension and a number of this company.",
    unwanted: "The customer does not want calls on this number.",
    all_advertise: "Calls out are advertising",
    team_advertises: |team| format!("Calls out of the team {team} are advertising"),
    unwanted_advertising: "the customer does not want them on this number.",
    hours: |from, until| format!("they may be made between {from} and {until} only."),
    members_cap: |cap| format!("You have made the {cap} calls allowed for today."),
    numbers_cap: |cap| format!("This number has had the {cap} calls allowed for today."),
    blocked: |prefix| format!("Numbers that begin with {prefix} are not called."),
    international: "Other countries are not called.",
    unknown: "The dial policy could not be checked. Try again.",
};
