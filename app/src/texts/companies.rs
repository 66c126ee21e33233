//! Words of companies.

use super::export;

/// The words.
pub struct Texts {
    /// Title of the list.
    pub title: &'static str,
    /// Taking the list home.
    pub export: export::Texts,
    /// Label and placeholder of the search box.
    pub search: &'static str,
    /// Makes a company.
    pub create: &'static str,
    /// Column and label.
    pub name: &'static str,
    /// Column: how many customers work there.
    pub people: &'static str,
    /// Label.
    pub tax_code: &'static str,
    /// What it looks like.
    pub tax_code_hint: &'static str,
    /// Label.
    pub website: &'static str,
    /// What to write.
    pub note_placeholder: &'static str,
    /// There is no company yet.
    pub none_title: &'static str,
    /// What to do about that.
    pub none_text: &'static str,
    /// Nothing fits the search.
    pub nothing_title: &'static str,
    /// What to do about that.
    pub nothing_text: &'static str,
    /// There is no such company.
    pub gone_title: &'static str,
    /// What to do about that.
    pub gone_text: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// Title of the empty form.
    pub new_title: &'static str,
    /// Title of the form of a company.
    pub edit_title: fn(&str) -> String,
    /// Saves a new company.
    pub submit: &'static str,
    /// Made.
    pub created: fn(&str) -> String,
    /// Saved.
    pub saved: fn(&str) -> String,
    /// Removed.
    pub deleted: fn(&str) -> String,
    /// Asks before removing.
    pub delete_title: fn(&str) -> String,
    /// What removing means.
    pub delete_text: &'static str,
    /// Somebody else saved first: when.
    pub stale: fn(&str) -> String,
    /// Below the field of a customer's company: no such company is there.
    pub new_hint: &'static str,
    /// Below that field: there is one.
    pub known_hint: &'static str,
    /// Nobody works there yet.
    pub nobody_works: &'static str,
    /// Makes a customer who works there.
    pub add_person: &'static str,
    /// On the call card: a company calls.
    pub calls_from: &'static str,
    /// On the call card: choose who is on the line.
    pub who_calls: &'static str,
    /// Opens the record.
    pub open: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Công ty",
    export: export::COMPANIES_VI,
    search: "Tìm tên công ty, số điện thoại",
    create: "Thêm công ty",
    name: "Tên công ty",
    people: "Người liên hệ",
    tax_code: "Mã số thuế",
    tax_code_hint: "10 số, chi nhánh thêm 3 số",
    website: "Trang web",
    note_placeholder: "Viết ghi chú về công ty…",
    none_title: "Chưa có công ty nào",
    none_text: "Thêm công ty đầu tiên, hoặc chỉ cần nhập tên công ty khi tạo khách hàng.",
    nothing_title: "Không tìm thấy công ty nào",
    nothing_text: "Kiểm tra lại từ khóa hoặc bỏ bớt bộ lọc.",
    gone_title: "Không có công ty này",
    gone_text: "Công ty có thể đã bị xóa, hoặc đường dẫn không đúng.",
    back: "Về danh sách công ty",
    new_title: "Công ty mới",
    edit_title: |name| format!("Sửa {name}"),
    submit: "Tạo công ty",
    created: |name| format!("Đã tạo công ty {name}"),
    saved: |name| format!("Đã lưu {name}"),
    deleted: |name| format!("Đã xóa công ty {name}"),
    delete_title: |name| format!("Xóa công ty {name}?"),
    delete_text: "Công ty sẽ biến mất khỏi mọi danh sách. Chỉ xóa được khi không còn người liên hệ và cơ hội nào.",
    stale: |when| {
        format!(
            "Người khác đã lưu lúc {when}. Những gì bạn nhập vẫn còn: lưu lần nữa để ghi đè, hoặc tải lại trang để lấy bản của họ."
        )
    },
    new_hint: "Công ty mới, sẽ được tạo khi lưu",
    known_hint: "Đã có trong danh sách công ty",
    nobody_works: "Chưa có người liên hệ nào ở công ty này.",
    add_person: "Thêm người liên hệ",
    calls_from: "Số của công ty",
    who_calls: "Ai đang gọi?",
    open: "Mở hồ sơ công ty",
};

/// English.
pub const EN: Texts = Texts {
    title: "Companies",
    export: export::COMPANIES_EN,
    search: "Search company, number",
    create: "New company",
    name: "Company name",
    people: "People",
    tax_code: "Tax code",
    tax_code_hint: "10 digits, 3 more for a branch",
    website: "Website",
    note_placeholder: "Write a note about this company…",
    none_title: "No companies yet",
    none_text: "Add the first one, or just type a company when you create a customer.",
    nothing_title: "No company found",
    nothing_text: "Check the words or take a filter off.",
    gone_title: "No such company",
    gone_text: "The company may have been deleted, or the link is wrong.",
    back: "Back to companies",
    new_title: "New company",
    edit_title: |name| format!("Edit {name}"),
    submit: "Create company",
    created: |name| format!("{name} was created"),
    saved: |name| format!("{name} was saved"),
    deleted: |name| format!("{name} was deleted"),
    delete_title: |name| format!("Delete {name}?"),
    delete_text: "The company leaves every list. It must have no people and no deals left.",
    stale: |when| {
        format!(
            "Somebody else saved at {when}. What you typed is still here: save again to replace theirs, or reload the page to take it."
        )
    },
    new_hint: "A new company, made when you save",
    known_hint: "Already in the list of companies",
    nobody_works: "Nobody is known at this company yet.",
    add_person: "Add a person",
    calls_from: "A company's number",
    who_calls: "Who is calling?",
    open: "Open the company",
};
