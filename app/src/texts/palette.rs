//! The command palette.

/// The words.
pub struct Texts {
    /// Opens it.
    pub open: &'static str,
    /// What it is; heard only.
    pub title: &'static str,
    /// What can be typed.
    pub hint: &'static str,
    /// What its keys do, in the list of keys.
    pub shortcut: &'static str,
    /// Heading: records that were opened last.
    pub recent: &'static str,
    /// Heading: things to do.
    pub actions: &'static str,
    /// Heading: pages.
    pub pages: &'static str,
    /// Heading: the number that was typed.
    pub number: &'static str,
    /// Heading: whole lists, and somebody new.
    pub more: &'static str,
    /// Dials this number.
    pub call: fn(&str) -> String,
    /// Nobody holds it.
    pub nobody: &'static str,
    /// So many hold it.
    pub several: fn(usize) -> String,
    /// A new customer with the number that was typed.
    pub new_with_number: &'static str,
    /// A new customer of this name.
    pub new_named: fn(&str) -> String,
    /// All customers that this text finds.
    pub all_customers: fn(&str) -> String,
    /// All companies that this text finds.
    pub all_companies: fn(&str) -> String,
    /// A new customer.
    pub new_customer: &'static str,
    /// A new company.
    pub new_company: &'static str,
    /// A new deal.
    pub new_deal: &'static str,
    /// A new task.
    pub new_task: &'static str,
    /// Light colours.
    pub to_light: &'static str,
    /// Dark colours.
    pub to_dark: &'static str,
    /// The computer's colours.
    pub to_system: &'static str,
    /// The other language, in that language.
    pub to_other_language: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// So many lines can be chosen; heard only.
    pub found: fn(usize) -> String,
    /// Arrows.
    pub key_move: &'static str,
    /// Enter.
    pub key_take: &'static str,
    /// Escape.
    pub key_close: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    open: "Tìm nhanh",
    title: "Tìm nhanh mọi thứ",
    hint: "Tên, công ty, cơ hội, số điện thoại, trang…",
    shortcut: "Tìm nhanh mọi thứ, gọi, mở trang",
    recent: "Vừa mở",
    actions: "Thao tác",
    pages: "Trang",
    number: "Số điện thoại",
    more: "Khác",
    call: |number| format!("Gọi {number}"),
    nobody: "Chưa thuộc khách hàng nào",
    several: |n| format!("{n} nơi dùng số này"),
    new_with_number: "Thêm khách hàng với số này",
    new_named: |name| format!("Thêm khách hàng “{name}”"),
    all_customers: |text| format!("Mọi khách hàng khớp “{text}”"),
    all_companies: |text| format!("Mọi công ty khớp “{text}”"),
    new_customer: "Thêm khách hàng",
    new_company: "Thêm công ty",
    new_deal: "Thêm cơ hội",
    new_task: "Thêm việc cần làm",
    to_light: "Chuyển sang giao diện sáng",
    to_dark: "Chuyển sang giao diện tối",
    to_system: "Giao diện theo máy",
    to_other_language: "Switch to English",
    nothing: "Không tìm thấy gì. Thử tên ngắn hơn, không dấu, hoặc vài số cuối của số điện thoại.",
    found: |n| if n == 0 { "Không có kết quả".to_owned() } else { format!("{n} kết quả") },
    key_move: "chọn",
    key_take: "mở",
    key_close: "đóng",
};

/// English.
pub const EN: Texts = Texts {
    open: "Quick find",
    title: "Find anything",
    hint: "Name, company, deal, phone number, page…",
    shortcut: "Find anything, call, go to a page",
    recent: "Opened last",
    actions: "Actions",
    pages: "Pages",
    number: "Phone number",
    more: "More",
    call: |number| format!("Call {number}"),
    nobody: "No customer has it",
    several: |n| format!("{n} records have it"),
    new_with_number: "New customer with this number",
    new_named: |name| format!("New customer “{name}”"),
    all_customers: |text| format!("All customers matching “{text}”"),
    all_companies: |text| format!("All companies matching “{text}”"),
    new_customer: "New customer",
    new_company: "New company",
    new_deal: "New deal",
    new_task: "New task",
    to_light: "Switch to light theme",
    to_dark: "Switch to dark theme",
    to_system: "Theme as the system",
    to_other_language: "Chuyển sang tiếng Việt",
    nothing: "Nothing found. Try a shorter name, no accents, or the last digits of a number.",
    found: |n| match n {
        0 => "No results".to_owned(),
        1 => "1 result".to_owned(),
        _ => format!("{n} results"),
    },
    key_move: "move",
    key_take: "open",
    key_close: "close",
};
