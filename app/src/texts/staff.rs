//! Members and roles.

/// The words.
pub struct Texts {
    /// The list.
    pub title: &'static str,
    /// Makes a member.
    pub new: &'static str,
    /// The form of a new member.
    pub new_title: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Signs in with this.
    pub email: &'static str,
    /// As what.
    pub role: &'static str,
    /// What the roles may do.
    pub role_hint: &'static str,
    /// Runs the installation.
    pub role_admin: &'static str,
    /// Leads.
    pub role_manager: &'static str,
    /// Talks to customers.
    pub role_agent: &'static str,
    /// The telephone provider.
    pub provider: &'static str,
    /// What that means.
    pub provider_hint: &'static str,
    /// The seat at the telephone provider.
    pub seat: &'static str,
    /// What a seat is at a provider that numbers its seats.
    pub seat_hint_number: &'static str,
    /// What a seat is at a provider that names its seats.
    pub seat_hint_name: &'static str,
    /// Has no seat.
    pub no_seat: &'static str,
    /// When they last signed in.
    pub last_seen: &'static str,
    /// Whether they may sign in.
    pub state: &'static str,
    /// May sign in.
    pub active: &'static str,
    /// May not sign in.
    pub inactive: &'static str,
    /// The first password.
    pub first_password: &'static str,
    /// What to do with it.
    pub first_password_hint: &'static str,
    /// Saves a new member.
    pub create: &'static str,
    /// A member was made.
    pub created: fn(&str) -> String,
    /// A member was changed.
    pub updated: fn(&str) -> String,
    /// Takes the right to sign in away.
    pub deactivate: &'static str,
    /// What that means.
    pub deactivate_question: fn(&str) -> String,
    /// Gives it back.
    pub activate: &'static str,
    /// It was taken away.
    pub deactivated: fn(&str) -> String,
    /// It was given back.
    pub activated: fn(&str) -> String,
    /// Sets another password.
    pub reset_password: &'static str,
    /// What that means.
    pub reset_password_text: fn(&str) -> String,
    /// The new password.
    pub new_password: &'static str,
    /// It was set.
    pub password_was_reset: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Nhân viên",
    new: "Thêm nhân viên",
    new_title: "Nhân viên mới",
    name: "Họ và tên",
    email: "Email đăng nhập",
    role: "Vai trò",
    role_hint: "Quản lý xem cuộc gọi của các nhóm mình phụ trách và chuyển khách hàng; quản trị viên xem tất cả, quản lý nhân viên và tổng đài.",
    role_admin: "Quản trị viên",
    role_manager: "Quản lý",
    role_agent: "Tư vấn viên",
    provider: "Tổng đài",
    provider_hint: "Mỗi người có máy lẻ ở một tổng đài.",
    seat: "Máy lẻ",
    seat_hint_number: "Số máy lẻ ở tổng đài, ví dụ 5001. Để trống nếu người này không gọi điện.",
    seat_hint_name: "User ID của nhân viên ở tổng đài, ví dụ agent_ha. Để trống nếu người này không gọi điện.",
    no_seat: "Không có",
    last_seen: "Đăng nhập gần nhất",
    state: "Trạng thái",
    active: "Đang làm việc",
    inactive: "Đã khóa",
    first_password: "Mật khẩu ban đầu",
    first_password_hint: "Ít nhất 10 ký tự. Hãy trao tận tay; người này đổi được ở trang Hồ sơ.",
    create: "Thêm nhân viên",
    created: |name| format!("Đã thêm {name}"),
    updated: |name| format!("Đã lưu {name}"),
    deactivate: "Khóa tài khoản",
    deactivate_question: |name| {
        format!("{name} sẽ bị đăng xuất ngay và không đăng nhập được nữa. Khách hàng, ghi chú và cuộc gọi vẫn còn.")
    },
    activate: "Mở khóa",
    deactivated: |name| format!("Đã khóa tài khoản của {name}"),
    activated: |name| format!("Đã mở khóa tài khoản của {name}"),
    reset_password: "Đặt lại mật khẩu",
    reset_password_text: |name| format!("{name} sẽ bị đăng xuất ở mọi nơi và đăng nhập lại bằng mật khẩu mới."),
    new_password: "Mật khẩu mới",
    password_was_reset: "Đã đặt lại mật khẩu",
};

/// English.
pub const EN: Texts = Texts {
    title: "Staff",
    new: "New member",
    new_title: "New member",
    name: "Full name",
    email: "Email to sign in with",
    role: "Role",
    role_hint: "Managers see the calls of the teams they lead and hand customers over; administrators see everything and manage staff and the phone system.",
    role_admin: "Administrator",
    role_manager: "Manager",
    role_agent: "Agent",
    provider: "Phone system",
    provider_hint: "Everybody has an extension at one phone system.",
    seat: "Extension",
    seat_hint_number: "The extension at the phone system, such as 5001. Leave it empty for somebody who does not phone.",
    seat_hint_name: "The agent's user ID at the phone system, such as agent_ha. Leave it empty for somebody who does not phone.",
    no_seat: "None",
    last_seen: "Last signed in",
    state: "State",
    active: "Active",
    inactive: "Deactivated",
    first_password: "First password",
    first_password_hint: "At least 10 characters. Hand it over in person; it can be changed on the profile page.",
    create: "Create",
    created: |name| format!("{name} was created"),
    updated: |name| format!("{name} was saved"),
    deactivate: "Deactivate",
    deactivate_question: |name| {
        format!("{name} is signed out at once and cannot sign in any more. Customers, notes and calls stay.")
    },
    activate: "Activate",
    deactivated: |name| format!("{name} was deactivated"),
    activated: |name| format!("{name} was activated"),
    reset_password: "Reset password",
    reset_password_text: |name| format!("{name} is signed out everywhere and signs in with the new password."),
    new_password: "New password",
    password_was_reset: "The password was reset",
};
