//! The rules of calling out.

/// The words.
pub struct Texts {
    /// The page, as a tab.
    pub tab: &'static str,
    /// The form.
    pub title: &'static str,
    /// What the rules do.
    pub text: &'static str,
    /// Who may call out.
    pub roles: &'static str,
    /// Whose calls out are advertising.
    pub advertising: &'static str,
    /// Nobody's.
    pub advertising_nobody: &'static str,
    /// Everybody's.
    pub advertising_everybody: &'static str,
    /// Those of some teams.
    pub advertising_teams: &'static str,
    /// Label: which teams.
    pub which_teams: &'static str,
    /// There is no team.
    pub no_teams: &'static str,
    /// What the law says then.
    pub advertising_hint: fn(&str, &str) -> String,
    /// Numbers that do not want calls are refused.
    pub refuse_unwanted: &'static str,
    /// A member's calls in a day.
    pub per_member: &'static str,
    /// A number's calls in a day.
    pub per_number: &'static str,
    /// What an empty field means.
    pub cap_hint: &'static str,
    /// Beginnings of numbers.
    pub blocked: &'static str,
    /// What they look like.
    pub blocked_hint: &'static str,
    /// Other countries.
    pub international: &'static str,
    /// They were kept.
    pub saved: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    tab: "Quy tắc gọi ra",
    title: "Ai được gọi ra, và khi nào",
    text: "Áp dụng cho mọi tổng đài. Cuộc gọi trái quy tắc bị từ chối trước khi quay số và người gọi thấy lý do.",
    roles: "Được gọi ra",
    advertising: "Cuộc gọi ra là quảng cáo",
    advertising_nobody: "Không có",
    advertising_everybody: "Tất cả",
    advertising_teams: "Của một số nhóm",
    which_teams: "Nhóm gọi quảng cáo",
    no_teams: "Chưa có nhóm nào. Hãy lập nhóm ở trang Nhân viên.",
    advertising_hint: |from, until| {
        format!("Nghị định 91/2020: cuộc gọi quảng cáo chỉ từ {from} đến {until}, và không tới số đã từ chối.")
    },
    refuse_unwanted: "Chặn số “không gọi” (nếu không, chỉ hỏi lại trước khi gọi)",
    per_member: "Mỗi nhân viên, tối đa mỗi ngày",
    per_number: "Mỗi số khách, tối đa mỗi ngày",
    cap_hint: "Để trống: không giới hạn",
    blocked: "Đầu số bị chặn",
    blocked_hint: "Cách nhau bằng dấu phẩy hoặc xuống dòng, ví dụ: 1900, 0069, +1",
    international: "Cho gọi ra nước ngoài",
    saved: "Đã lưu quy tắc gọi ra",
};

/// English.
pub const EN: Texts = Texts {
    tab: "Calling out",
    title: "Who may call out, and when",
    text: "They hold for every phone system. A call against them is refused before it is made, and the member sees why.",
    roles: "May call out",
    advertising: "Calls out are advertising",
    advertising_nobody: "None",
    advertising_everybody: "All",
    advertising_teams: "Those of some teams",
    which_teams: "Teams that advertise",
    no_teams: "There are no teams yet. Make one on the Staff page.",
    advertising_hint: |from, until| {
        format!(
            "Decree 91/2020: advertising calls only between {from} and {until}, and not to numbers that refuse calls."
        )
    },
    refuse_unwanted: "Refuse numbers marked “do not call” (otherwise members are asked first)",
    per_member: "Calls of a member in a day",
    per_number: "Calls to a number in a day",
    cap_hint: "Empty: no limit",
    blocked: "Blocked beginnings",
    blocked_hint: "Separated by commas or lines, such as: 1900, 0069, +1",
    international: "Other countries may be called",
    saved: "The rules were saved",
};
