//! Navigation, buttons and words used on every page.

/// The words.
pub struct Texts {
    /// The link before everything, for keyboards.
    pub skip_to_page: &'static str,
    /// Opens the places to go for which a small screen has no room.
    pub more: &'static str,
    /// Above the places for whoever leads others.
    pub team: &'static str,
    /// Above the places where admins set things up.
    pub set_up: &'static str,
    /// The navigation, as it is announced.
    pub navigation: &'static str,
    /// The telephone dock, as it is announced.
    pub dock: &'static str,
    /// The customers.
    pub customers: &'static str,
    /// The log.
    pub calls: &'static str,
    /// The members.
    pub staff: &'static str,
    /// The provider's account.
    pub telephone: &'static str,
    /// One's own profile.
    pub profile: &'static str,
    /// Leaves.
    pub sign_out: &'static str,

    /// The choice of the language.
    pub language: &'static str,
    /// The language this text is in, in its own words.
    pub language_itself: &'static str,
    /// The language this text is not in, in its own words.
    pub other_language: &'static str,
    /// The choice of colours.
    pub theme: &'static str,
    /// As the computer is set.
    pub theme_system: &'static str,
    /// Light colours.
    pub theme_light: &'static str,
    /// Dark colours.
    pub theme_dark: &'static str,
    /// Opens the list of keys.
    pub shortcuts: &'static str,
    /// Puts the cursor in the search field.
    pub shortcut_search: &'static str,
    /// Begins a new customer.
    pub shortcut_create: &'static str,
    /// Shows the list of keys.
    pub shortcut_help: &'static str,
    /// Closes what is open.
    pub shortcut_close: &'static str,
    /// Moves along the rows of a list.
    pub shortcut_rows: &'static str,
    /// What stands on the space bar.
    pub space_bar: &'static str,
    /// Ticks the row that has the focus.
    pub shortcut_choose: &'static str,
    /// Ticks row after row.
    pub shortcut_choose_more: &'static str,
    /// Changes a field where the list shows it.
    pub shortcut_cell: &'static str,
    /// Opens the row that has the focus.
    pub shortcut_open: &'static str,
    /// Edits the record that is open.
    pub shortcut_edit: &'static str,

    /// Keeps what was typed.
    pub save: &'static str,
    /// Forgets what was typed.
    pub cancel: &'static str,
    /// Closes what is open.
    pub close: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Changes.
    pub edit: &'static str,
    /// Takes away.
    pub delete: &'static str,
    /// Something is on its way.
    pub loading: &'static str,
    /// It was kept.
    pub saved: &'static str,
    /// Copies something.
    pub copy: fn(&str) -> String,
    /// It was copied.
    pub copied: &'static str,
    /// The browser did not let us.
    pub not_copied: &'static str,

    /// There is no page of this address.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_text: &'static str,
    /// Back to where work begins.
    pub to_customers: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    skip_to_page: "Đến nội dung chính",
    more: "Thêm",
    team: "Quản lý",
    set_up: "Thiết lập",
    navigation: "Điều hướng",
    dock: "Điện thoại",
    customers: "Khách hàng",
    calls: "Cuộc gọi",
    staff: "Nhân viên",
    telephone: "Tổng đài",
    profile: "Hồ sơ của tôi",
    sign_out: "Đăng xuất",

    language: "Ngôn ngữ",
    language_itself: "Tiếng Việt",
    other_language: "English",
    theme: "Giao diện",
    theme_system: "Theo máy",
    theme_light: "Sáng",
    theme_dark: "Tối",
    shortcuts: "Phím tắt",
    shortcut_search: "Tìm kiếm",
    shortcut_create: "Thêm khách hàng",
    shortcut_help: "Xem các phím tắt",
    shortcut_close: "Đóng hộp thoại",
    shortcut_rows: "Xuống, lên trong danh sách",
    space_bar: "Dấu cách",
    shortcut_choose: "Chọn hoặc bỏ chọn dòng",
    shortcut_choose_more: "Chọn liền nhiều dòng",
    shortcut_cell: "Sửa ngay trong danh sách",
    shortcut_open: "Mở dòng đang chọn",
    shortcut_edit: "Sửa hồ sơ đang mở",

    save: "Lưu",
    cancel: "Hủy",
    close: "Đóng",
    retry: "Thử lại",
    edit: "Sửa",
    delete: "Xóa",
    loading: "Đang tải…",
    copy: |what| format!("Sao chép: {what}"),
    copied: "Đã sao chép",
    not_copied: "Trình duyệt không cho sao chép. Hãy chọn rồi sao chép bằng tay.",
    saved: "Đã lưu",

    not_found: "Không có trang này",
    not_found_text: "Địa chỉ sai, hoặc trang đã bị xóa.",
    to_customers: "Về danh sách khách hàng",
};

/// English.
pub const EN: Texts = Texts {
    skip_to_page: "Skip to the page",
    more: "More",
    team: "Team",
    set_up: "Set-up",
    navigation: "Navigation",
    dock: "Telephone",
    customers: "Customers",
    calls: "Calls",
    staff: "Staff",
    telephone: "Phone system",
    profile: "My profile",
    sign_out: "Sign out",

    language: "Language",
    language_itself: "English",
    other_language: "Tiếng Việt",
    theme: "Theme",
    theme_system: "System",
    theme_light: "Light",
    theme_dark: "Dark",
    shortcuts: "Keyboard shortcuts",
    shortcut_search: "Search",
    shortcut_create: "New customer",
    shortcut_help: "Show the shortcuts",
    shortcut_close: "Close a dialog",
    shortcut_rows: "Down, up in a list",
    space_bar: "Space",
    shortcut_choose: "Tick the row, or not",
    shortcut_choose_more: "Tick row after row",
    shortcut_cell: "Edit within the list",
    shortcut_open: "Open the row",
    shortcut_edit: "Edit the open record",

    save: "Save",
    cancel: "Cancel",
    close: "Close",
    retry: "Try again",
    edit: "Edit",
    delete: "Delete",
    loading: "Loading…",
    copy: |what| format!("Copy: {what}"),
    copied: "Copied",
    not_copied: "The browser does not allow copying. Select the text and copy it yourself.",
    saved: "Saved",

    not_found: "There is no such page",
    not_found_text: "The address is wrong, or the page was deleted.",
    to_customers: "To the customers",
};
