//! The contact centre: its pages, the draft that admins work on, and what all of it is called.

pub mod diagram;
pub mod flaws;
pub mod menus;
pub mod parts;
pub mod publishing;
pub mod sounds;
pub mod things;
pub mod trial;

/// The words.
pub struct Texts {
    /// All of it.
    pub title: &'static str,
    /// The pages, as they are announced.
    pub pages: &'static str,
    /// Where each number leads.
    pub overview: &'static str,
    /// Our numbers.
    pub hotlines: &'static str,
    /// The menus.
    pub menus: &'static str,
    /// The queues.
    pub queues: &'static str,
    /// The groups.
    pub groups: &'static str,
    /// The agents.
    pub agents: &'static str,
    /// The files that callers hear.
    pub sounds: &'static str,
    /// The numbers that may not call.
    pub blocked: &'static str,
    /// The addresses that the provider calls.
    pub calls: &'static str,
    /// A call that is only imagined.
    pub trial: &'static str,

    /// No account is set up.
    pub not_set_up: &'static str,
    /// What would be here, and what to do.
    pub not_set_up_text: &'static str,
    /// Leads to the account.
    pub set_up: &'static str,
    /// It was never read what the provider has.
    pub not_read: &'static str,
    /// What reading does.
    pub not_read_text: &'static str,
    /// Reads it.
    pub read: &'static str,
    /// Reads it again.
    pub read_again: &'static str,
    /// It was read.
    pub was_read: &'static str,
    /// When it was read; the time follows.
    pub read_at: &'static str,

    /// The draft, as its bar is announced.
    pub draft: &'static str,
    /// So many changes are not published.
    pub unpublished: fn(usize) -> String,
    /// This version is published and nothing else is there.
    pub as_published: fn(i64) -> String,
    /// So many errors.
    pub errors: fn(usize) -> String,
    /// So many warnings.
    pub warnings: fn(usize) -> String,
    /// An edit is on its way.
    pub saving: &'static str,
    /// An edit was refused, and why.
    pub restored: fn(&str) -> String,
    /// Forgets all changes.
    pub discard: &'static str,
    /// What that means.
    pub discard_question: fn(usize) -> String,
    /// They are forgotten.
    pub discarded: &'static str,
    /// Somebody changed it at the provider.
    pub drifted: &'static str,
    /// So many steps of so many are published.
    pub publishing: fn(done: usize, all: usize) -> String,
    /// Publishing stopped half way.
    pub paused: &'static str,
    /// Leads to what will be published.
    pub review: &'static str,

    /// What things consist of.
    pub parts: parts::Texts,
    /// What can be wrong.
    pub flaws: flaws::Texts,
    /// The pages of the things.
    pub things: things::Texts,
    /// Publishing and versions.
    pub publish: publishing::Texts,
    /// What is drawn.
    pub diagram: diagram::Texts,
    /// The menus and their editor.
    pub menu_pages: menus::Texts,
    /// The page of the files that callers hear.
    pub sound_page: sounds::Texts,
    /// The page of a call that is only imagined.
    pub trial_page: trial::Texts,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Luồng cuộc gọi",
    pages: "Các trang của luồng cuộc gọi",
    overview: "Tổng quan",
    hotlines: "Đầu số",
    menus: "Menu thoại",
    queues: "Hàng đợi",
    groups: "Nhóm",
    agents: "Tổng đài viên",
    sounds: "Âm thanh",
    blocked: "Chặn số",
    calls: "Kết nối",
    trial: "Gọi thử",

    not_set_up: "Chưa nối với tổng đài",
    not_set_up_text: "Tại đây bạn quyết định khách gọi đến nghe gì, bấm phím nào và ai nhận máy. Trước hết hãy nhập tài khoản tổng đài.",
    set_up: "Nhập tài khoản tổng đài",
    not_read: "Bắt đầu từ cấu hình đang có",
    not_read_text: "Alo sẽ đọc đầu số, menu thoại, hàng đợi, nhóm và tổng đài viên đang có ở nhà cung cấp. Việc đọc không thay đổi gì; sau đó bạn sửa trong bản nháp và phát hành khi đã sẵn sàng.",
    read: "Đọc cấu hình đang có",
    read_again: "Đọc lại từ nhà cung cấp",
    was_read: "Đã đọc cấu hình của nhà cung cấp",
    read_at: "Đọc từ nhà cung cấp:",

    draft: "Bản nháp",
    unpublished: |n| format!("{n} thay đổi chưa phát hành"),
    as_published: |version| format!("Đang chạy phiên bản {version}, không có thay đổi"),
    errors: |n| format!("{n} lỗi"),
    warnings: |n| format!("{n} cảnh báo"),
    saving: "Đang lưu…",
    restored: |why| format!("{why} Thay đổi vừa rồi đã được hoàn lại."),
    discard: "Bỏ bản nháp",
    discard_question: |n| format!("Bỏ {n} thay đổi chưa phát hành? Bản nháp sẽ trở lại như phiên bản đang chạy."),
    discarded: "Đã bỏ các thay đổi chưa phát hành",
    drifted: "Bị sửa ở nơi khác",
    publishing: |done, all| format!("Đang phát hành: {done}/{all} bước"),
    paused: "Phát hành đang dừng giữa chừng",
    review: "Xem và phát hành…",

    parts: parts::VI,
    flaws: flaws::VI,
    things: things::VI,
    publish: publishing::VI,
    diagram: diagram::VI,
    menu_pages: menus::VI,
    sound_page: sounds::VI,
    trial_page: trial::VI,
};

/// English.
pub const EN: Texts = Texts {
    title: "Contact centre",
    pages: "Pages of the contact centre",
    overview: "Overview",
    hotlines: "Numbers",
    menus: "Menus",
    queues: "Queues",
    groups: "Groups",
    agents: "Agents",
    sounds: "Sounds",
    blocked: "Blocked",
    calls: "Connection",
    trial: "Try it",

    not_set_up: "No phone system yet",
    not_set_up_text: "Here you decide what callers hear, which keys they press and who answers. Begin with the account at the phone system.",
    set_up: "Set up the account",
    not_read: "Begin with what is there",
    not_read_text: "Alo reads the numbers, menus, queues, groups and agents that the provider has. Reading changes nothing; afterwards you work in a draft and publish it when it is ready.",
    read: "Read what is there",
    read_again: "Read from the provider again",
    was_read: "The provider's set-up was read",
    read_at: "Read from the provider:",

    draft: "Draft",
    unpublished: |n| if n == 1 { "1 unpublished change".into() } else { format!("{n} unpublished changes") },
    as_published: |version| format!("Version {version} is published, nothing changed"),
    errors: |n| if n == 1 { "1 error".into() } else { format!("{n} errors") },
    warnings: |n| if n == 1 { "1 warning".into() } else { format!("{n} warnings") },
    saving: "Saving…",
    restored: |why| format!("{why} The last change was taken back."),
    discard: "Discard draft",
    discard_question: |n| match n {
        1 => "Discard the unpublished change? The draft becomes as the published version is.".into(),
        n => format!("Discard {n} unpublished changes? The draft becomes as the published version is."),
    },
    discarded: "The unpublished changes are discarded",
    drifted: "Changed elsewhere",
    publishing: |done, all| format!("Publishing: step {done} of {all}"),
    paused: "Publishing stopped half way",
    review: "Review and publish…",

    parts: parts::EN,
    flaws: flaws::EN,
    things: things::EN,
    publish: publishing::EN,
    diagram: diagram::EN,
    menu_pages: menus::EN,
    sound_page: sounds::EN,
    trial_page: trial::EN,
};
