//! Words of the customer list and record; those of the form are in [`form`].

pub mod form;

use super::export;

/// The texts of the customer list and record.
pub struct Texts {
    /// Title of the list.
    pub title: &'static str,
    /// Label and placeholder of the search box.
    pub search: &'static str,
    /// Starts the search.
    pub find: &'static str,
    /// Makes a customer.
    pub create: &'static str,
    /// Brings customers in from a file.
    pub import: &'static str,
    /// Taking customers home as a file.
    pub export: export::Texts,
    /// Label and column: who is responsible.
    pub owner: &'static str,
    /// Filter: everybody's customers.
    pub anyone: &'static str,
    /// Filter: one's own.
    pub mine: &'static str,
    /// Nobody is responsible.
    pub nobody: &'static str,
    /// Filter: those of everybody in a team.
    pub of_team: fn(&str) -> String,
    /// After the label of whoever is responsible: nobody is.
    pub none_yet: &'static str,
    /// Label of the order.
    pub sort: &'static str,
    /// Latest activity first.
    pub by_activity: &'static str,
    /// By name.
    pub by_name: &'static str,
    /// Column and label: full name.
    pub name: &'static str,
    /// Column and label: company.
    pub company: &'static str,
    /// Column: primary number.
    pub phone: &'static str,
    /// Column: last call, note or save.
    pub last_activity: &'static str,
    /// Shows more rows.
    pub more: &'static str,
    /// More rows are on their way.
    pub loading_more: &'static str,
    /// There is no customer yet.
    pub none_title: &'static str,
    /// What to do about that.
    pub none_text: &'static str,
    /// Nobody fits the search.
    pub nothing_title: &'static str,
    /// What to do about that.
    pub nothing_text: &'static str,
    /// Makes a customer of what was searched.
    pub create_named: fn(&str) -> String,
    /// Takes all filters off.
    pub clear_filters: &'static str,
    /// Opens the form.
    pub edit: &'static str,
    /// Removes the customer.
    pub delete: &'static str,
    /// Asks before removing.
    pub delete_title: fn(&str) -> String,
    /// What removing means.
    pub delete_text: &'static str,
    /// Does not remove.
    pub keep: &'static str,
    /// Removed.
    pub deleted: fn(&str) -> String,
    /// Heading of numbers and addresses.
    pub contact: &'static str,
    /// No number is known.
    pub no_phone: &'static str,
    /// The number dialled first.
    pub primary: &'static str,
    /// The customer does not want calls here.
    pub do_not_call: &'static str,
    /// The number as it was typed.
    pub typed_as: fn(&str) -> String,
    /// Label: email.
    pub email: &'static str,
    /// Label: postal address.
    pub address: &'static str,
    /// Label: what everybody should know.
    pub note: &'static str,
    /// There is no such customer.
    pub gone_title: &'static str,
    /// What to do about that.
    pub gone_text: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// Heading of notes and calls.
    pub timeline: &'static str,
    /// Which of it is shown; heard only.
    pub timeline_kinds: &'static str,
    /// Only notes.
    pub timeline_notes: &'static str,
    /// Nothing happened yet.
    pub timeline_empty: &'static str,
    /// Label of the note box.
    pub new_note: &'static str,
    /// What to write.
    pub note_placeholder: &'static str,
    /// Saves the note (Ctrl+Enter).
    pub add_note: &'static str,
    /// Label of a note being edited.
    pub edit_note: &'static str,
    /// Deletes a note.
    pub delete_note: &'static str,
    /// Asks before deleting.
    pub delete_note_ask: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Leaves without saving.
    pub cancel: &'static str,
    /// The note was changed later.
    pub edited: &'static str,
    /// Heading of a day.
    pub today: &'static str,
    /// Heading of a day.
    pub yesterday: &'static str,
    /// Leads to the call's story.
    pub open_call: &'static str,
    /// How long they talked.
    pub talked_for: fn(&str) -> String,
    /// Label of the customer picker.
    pub picker_label: &'static str,
    /// What to type there.
    pub picker_hint: &'static str,
    /// Nobody fits.
    pub picker_nothing: &'static str,
    /// How many fit.
    pub picker_found: fn(usize) -> String,
    /// The form.
    pub form: form::Texts,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Khách hàng",
    search: "Tìm tên, công ty, số điện thoại",
    find: "Tìm",
    create: "Thêm khách hàng",
    import: "Nhập từ tệp",
    export: export::CUSTOMERS_VI,
    owner: "Người phụ trách",
    anyone: "Mọi người",
    mine: "Của tôi",
    nobody: "Chưa có người phụ trách",
    of_team: |team| format!("Nhóm {team}"),
    none_yet: "Chưa có",
    sort: "Sắp xếp",
    by_activity: "Hoạt động gần nhất",
    by_name: "Tên khách hàng",
    name: "Họ và tên",
    company: "Công ty",
    phone: "Điện thoại",
    last_activity: "Hoạt động",
    more: "Xem thêm",
    loading_more: "Đang tải…",
    none_title: "Chưa có khách hàng nào",
    none_text: "Thêm khách hàng đầu tiên để khi họ gọi đến, hồ sơ mở sẵn trước mặt bạn.",
    nothing_title: "Không tìm thấy khách hàng nào",
    nothing_text: "Kiểm tra lại từ khóa hoặc bỏ bớt bộ lọc, hoặc tạo khách hàng mới.",
    create_named: |text| format!("Tạo khách hàng “{text}”"),
    clear_filters: "Bỏ bộ lọc",
    edit: "Sửa",
    delete: "Xóa",
    delete_title: |name| format!("Xóa khách hàng {name}?"),
    delete_text: "Hồ sơ sẽ biến mất khỏi mọi danh sách và không còn hiện khi khách gọi đến. Lịch sử cuộc gọi vẫn được giữ.",
    keep: "Giữ lại",
    deleted: |name| format!("Đã xóa khách hàng {name}"),
    contact: "Liên hệ",
    no_phone: "Chưa có số điện thoại",
    primary: "Số chính",
    do_not_call: "Không gọi",
    typed_as: |raw| format!("Đã nhập: {raw}"),
    email: "Email",
    address: "Địa chỉ",
    note: "Lưu ý chung",
    gone_title: "Không có khách hàng này",
    gone_text: "Hồ sơ có thể đã bị xóa, hoặc đường dẫn không đúng.",
    back: "Về danh sách khách hàng",
    timeline: "Lịch sử",
    timeline_kinds: "Chỉ hiện",
    timeline_notes: "Ghi chú",
    timeline_empty: "Chưa có ghi chú hay cuộc gọi nào. Hãy viết ghi chú đầu tiên hoặc bấm vào số điện thoại để gọi.",
    new_note: "Ghi chú mới",
    note_placeholder: "Viết ghi chú về khách hàng…",
    add_note: "Thêm ghi chú",
    edit_note: "Sửa ghi chú",
    delete_note: "Xóa ghi chú",
    delete_note_ask: "Xóa ghi chú này?",
    save: "Lưu",
    cancel: "Hủy",
    edited: "đã sửa",
    today: "Hôm nay",
    yesterday: "Hôm qua",
    open_call: "Chi tiết",
    talked_for: |duration| format!("đàm thoại {duration}"),
    picker_label: "Tìm khách hàng",
    picker_hint: "Tên hoặc số điện thoại",
    picker_nothing: "Không tìm thấy ai",
    picker_found: |n| format!("Tìm thấy {n} khách hàng"),
    form: form::VI,
};

/// English.
pub const EN: Texts = Texts {
    title: "Customers",
    search: "Search name, company, number",
    find: "Search",
    create: "New customer",
    import: "Import",
    export: export::CUSTOMERS_EN,
    owner: "Owner",
    anyone: "Anyone",
    mine: "Mine",
    nobody: "Nobody",
    of_team: |team| format!("Team {team}"),
    none_yet: "Nobody yet",
    sort: "Sort by",
    by_activity: "Last activity",
    by_name: "Name",
    name: "Full name",
    company: "Company",
    phone: "Phone",
    last_activity: "Last activity",
    more: "Show more",
    loading_more: "Loading…",
    none_title: "No customers yet",
    none_text: "Add the first one, so that their record is open when they call.",
    nothing_title: "No customer found",
    nothing_text: "Check the words or take a filter off, or create a new customer.",
    create_named: |text| format!("Create customer “{text}”"),
    clear_filters: "Clear filters",
    edit: "Edit",
    delete: "Delete",
    delete_title: |name| format!("Delete {name}?"),
    delete_text: "The record leaves every list and no longer opens when they call. The calls stay in the log.",
    keep: "Keep",
    deleted: |name| format!("{name} was deleted"),
    contact: "Contact",
    no_phone: "No phone number",
    primary: "Primary",
    do_not_call: "Do not call",
    typed_as: |raw| format!("Typed as {raw}"),
    email: "Email",
    address: "Address",
    note: "About them",
    gone_title: "No such customer",
    gone_text: "The record may have been deleted, or the link is wrong.",
    back: "Back to customers",
    timeline: "History",
    timeline_kinds: "Show only",
    timeline_notes: "Notes",
    timeline_empty: "No notes or calls yet. Write the first note, or click the number to call.",
    new_note: "New note",
    note_placeholder: "Write a note about this customer…",
    add_note: "Add note",
    edit_note: "Edit note",
    delete_note: "Delete note",
    delete_note_ask: "Delete this note?",
    save: "Save",
    cancel: "Cancel",
    edited: "edited",
    today: "Today",
    yesterday: "Yesterday",
    open_call: "Details",
    talked_for: |duration| format!("talked {duration}"),
    picker_label: "Find a customer",
    picker_hint: "Name or number",
    picker_nothing: "Nobody found",
    picker_found: |n| format!("{n} customers found"),
    form: form::EN,
};
