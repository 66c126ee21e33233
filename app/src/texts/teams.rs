//! Teams and who leads them.

/// The words.
pub struct Texts {
    /// The list.
    pub title: &'static str,
    /// Makes a team.
    pub new: &'static str,
    /// The form of a team.
    pub edit: &'static str,
    /// Opens the form of this team.
    pub edit_named: fn(&str) -> String,
    /// Its name.
    pub name: &'static str,
    /// Who leads it.
    pub leads: &'static str,
    /// What leading means.
    pub leads_hint: &'static str,
    /// How many work in it.
    pub members: &'static str,
    /// Column: what can be done.
    pub actions: &'static str,
    /// Nobody leads it.
    pub nobody: &'static str,
    /// A team was saved.
    pub saved: fn(&str) -> String,
    /// Takes a team away.
    pub delete: &'static str,
    /// Asks whether this team shall go.
    pub delete_named: fn(&str) -> String,
    /// What that means.
    pub delete_question: fn(&str) -> String,
    /// It is gone.
    pub deleted: fn(&str) -> String,
    /// There is no team yet.
    pub none_title: &'static str,
    /// What teams are good for.
    pub none_text: &'static str,
    /// The team of a member.
    pub of_member: &'static str,
    /// What that means.
    pub of_member_hint: &'static str,
    /// In no team.
    pub no_team: &'static str,
    /// The teams a manager leads.
    pub led: &'static str,
    /// What that means.
    pub led_hint: &'static str,
    /// Every team one sees.
    pub any: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Nhóm",
    new: "Thêm nhóm",
    edit: "Sửa nhóm",
    edit_named: |name| format!("Sửa nhóm {name}"),
    name: "Tên nhóm",
    leads: "Trưởng nhóm",
    leads_hint: "Trưởng nhóm xem được cuộc gọi của cả nhóm.",
    members: "Số người",
    actions: "Thao tác",
    nobody: "Chưa có",
    saved: |name| format!("Đã lưu nhóm {name}"),
    delete: "Xóa nhóm",
    delete_named: |name| format!("Xóa nhóm {name}"),
    delete_question: |name| format!("Xóa nhóm {name}? Chỉ xóa được nhóm không còn nhân viên và chưa có cuộc gọi nào."),
    deleted: |name| format!("Đã xóa nhóm {name}"),
    none_title: "Chưa có nhóm nào",
    none_text: "Chia nhân viên thành nhóm để quản lý chỉ xem cuộc gọi của nhóm mình phụ trách.",
    of_member: "Nhóm",
    of_member_hint: "Cuộc gọi thuộc về nhóm của nhân viên tại thời điểm gọi.",
    no_team: "Không thuộc nhóm nào",
    led: "Phụ trách nhóm",
    led_hint: "Quản lý chỉ xem được cuộc gọi của các nhóm này và của chính mình.",
    any: "Mọi nhóm",
};

/// English.
pub const EN: Texts = Texts {
    title: "Teams",
    new: "New team",
    edit: "Edit team",
    edit_named: |name| format!("Edit team {name}"),
    name: "Team name",
    leads: "Leads",
    leads_hint: "Leads see the calls of the whole team.",
    members: "Members",
    actions: "Actions",
    nobody: "Nobody",
    saved: |name| format!("Team {name} was saved"),
    delete: "Delete team",
    delete_named: |name| format!("Delete team {name}"),
    delete_question: |name| format!("Delete team {name}? Only a team without members and calls can be deleted."),
    deleted: |name| format!("Team {name} was deleted"),
    none_title: "No teams yet",
    none_text: "Put staff into teams, so that managers see just the calls of the teams they lead.",
    of_member: "Team",
    of_member_hint: "A call belongs to the team its agent was in at the time.",
    no_team: "In no team",
    led: "Leads the teams",
    led_hint: "Managers see the calls of these teams and their own, nothing else.",
    any: "Every team",
};
