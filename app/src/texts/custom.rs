//! Words of custom fields.

/// The words.
pub struct Texts {
    /// Title of the admins' page.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// Heading: fields in use.
    pub used: &'static str,
    /// Heading: fields out of use.
    pub archived: &'static str,
    /// What becomes of their values.
    pub archived_text: &'static str,
    /// There is none.
    pub none_title: &'static str,
    /// What fields are good for.
    pub none_text: &'static str,
    /// Begins a new field.
    pub add: &'static str,
    /// Changes one.
    pub edit: fn(&str) -> String,
    /// One place up.
    pub up: fn(&str) -> String,
    /// One place down.
    pub down: fn(&str) -> String,
    /// Takes one out of use.
    pub archive: fn(&str) -> String,
    /// Takes one into use again.
    pub restore: fn(&str) -> String,
    /// Out of use.
    pub archived_now: fn(&str) -> String,
    /// In use again.
    pub restored: fn(&str) -> String,
    /// Kept.
    pub saved: fn(&str) -> String,
    /// Label: what a field is called.
    pub name: &'static str,
    /// An example.
    pub name_hint: &'static str,
    /// Label: what it holds.
    pub kind: &'static str,
    /// It cannot be changed later.
    pub kind_hint: &'static str,
    /// The same, once the field is there.
    pub kind_stays: &'static str,
    /// Every record must have it.
    pub must: &'static str,
    /// The same in a list of fields.
    pub required: &'static str,
    /// Heading: what can be chosen.
    pub choices: &'static str,
    /// What becomes of records whose choice is renamed or taken away.
    pub choices_hint: &'static str,
    /// Label of a row, from 1.
    pub choice: fn(usize) -> String,
    /// One more row.
    pub add_choice: &'static str,
    /// One row less.
    pub remove_choice: fn(usize) -> String,
    /// One place up.
    pub choice_up: fn(usize) -> String,
    /// Kind.
    pub kind_text: &'static str,
    /// Kind.
    pub kind_number: &'static str,
    /// Kind.
    pub kind_money: &'static str,
    /// Kind.
    pub kind_date: &'static str,
    /// Kind.
    pub kind_choice: &'static str,
    /// Kind.
    pub kind_choices: &'static str,
    /// Kind.
    pub kind_yes_no: &'static str,
    /// Kind.
    pub kind_link: &'static str,
    /// Heading of the fields in a form.
    pub section: &'static str,
    /// Nothing is chosen.
    pub nothing: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Trường tùy chỉnh",
    text: "Những gì công ty bạn muốn biết thêm. Trường có ngay trong biểu mẫu, danh sách, bộ lọc, nhập và xuất dữ liệu.",
    used: "Đang dùng",
    archived: "Đã lưu trữ",
    archived_text: "Không còn hiện trong biểu mẫu và danh sách. Dữ liệu đã nhập vẫn được giữ và có lại khi khôi phục.",
    none_title: "Chưa có trường nào",
    none_text: "Ví dụ: ngành hàng (chọn một), ngày sinh (ngày), hạn mức công nợ (số tiền).",
    add: "Thêm trường",
    edit: |name| format!("Sửa trường {name}"),
    up: |name| format!("Đưa {name} lên"),
    down: |name| format!("Đưa {name} xuống"),
    archive: |name| format!("Lưu trữ {name}"),
    restore: |name| format!("Khôi phục {name}"),
    archived_now: |name| format!("Đã lưu trữ trường {name}"),
    restored: |name| format!("Đã khôi phục trường {name}"),
    saved: |name| format!("Đã lưu trường {name}"),
    name: "Tên trường",
    name_hint: "Ngành hàng",
    kind: "Kiểu dữ liệu",
    kind_hint: "Không đổi được sau khi tạo.",
    kind_stays: "Kiểu dữ liệu không đổi được.",
    must: "Bắt buộc nhập",
    required: "Bắt buộc",
    choices: "Các lựa chọn",
    choices_hint: "Đổi tên thì dữ liệu cũ đổi theo; bỏ đi thì chỉ không chọn mới được nữa.",
    choice: |row| format!("Lựa chọn {row}"),
    add_choice: "Thêm lựa chọn",
    remove_choice: |row| format!("Bỏ lựa chọn {row}"),
    choice_up: |row| format!("Đưa lựa chọn {row} lên"),
    kind_text: "Văn bản",
    kind_number: "Số",
    kind_money: "Số tiền (đồng)",
    kind_date: "Ngày",
    kind_choice: "Chọn một",
    kind_choices: "Chọn nhiều",
    kind_yes_no: "Có / Không",
    kind_link: "Liên kết",
    section: "Thông tin thêm",
    nothing: "Chưa chọn",
    yes: "Có",
    no: "Không",
};

/// English.
pub const EN: Texts = Texts {
    title: "Custom fields",
    text: "What your company wants to know as well. Fields are at once in forms, lists, filters, imports and exports.",
    used: "In use",
    archived: "Archived",
    archived_text: "No longer in forms and lists. What was filled in is kept, and is there again once a field is restored.",
    none_title: "No fields yet",
    none_text: "For example: line of business (one choice), birthday (date), credit limit (money).",
    add: "New field",
    edit: |name| format!("Edit the field {name}"),
    up: |name| format!("Move {name} up"),
    down: |name| format!("Move {name} down"),
    archive: |name| format!("Archive {name}"),
    restore: |name| format!("Restore {name}"),
    archived_now: |name| format!("The field {name} was archived"),
    restored: |name| format!("The field {name} was restored"),
    saved: |name| format!("The field {name} was saved"),
    name: "Field name",
    name_hint: "Line of business",
    kind: "Kind",
    kind_hint: "It cannot be changed later.",
    kind_stays: "The kind cannot be changed.",
    must: "Must be filled in",
    required: "Required",
    choices: "Choices",
    choices_hint: "Renamed, a choice is renamed everywhere; removed, it can only not be chosen any more.",
    choice: |row| format!("Choice {row}"),
    add_choice: "Add a choice",
    remove_choice: |row| format!("Remove choice {row}"),
    choice_up: |row| format!("Move choice {row} up"),
    kind_text: "Text",
    kind_number: "Number",
    kind_money: "Money (đồng)",
    kind_date: "Date",
    kind_choice: "One choice",
    kind_choices: "Several choices",
    kind_yes_no: "Yes / no",
    kind_link: "Link",
    section: "More details",
    nothing: "Not chosen",
    yes: "Yes",
    no: "No",
};
