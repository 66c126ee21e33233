//! Words of what lists of records have in common: filters, and changes of many at once.

/// The words.
pub struct Texts {
    /// Opens the filter.
    pub filter: &'static str,
    /// The filter asks so many things.
    pub filter_of: fn(usize) -> String,
    /// Asks nothing any more.
    pub clear: &'static str,
    /// Asks.
    pub apply: &'static str,
    /// A group of conditions.
    pub group: &'static str,
    /// All of them hold.
    pub all_hold: &'static str,
    /// One of them is enough.
    pub any_holds: &'static str,
    /// One more condition.
    pub add_condition: &'static str,
    /// One more group.
    pub add_group: &'static str,
    /// Takes a condition out.
    pub remove_condition: &'static str,
    /// What is asked about.
    pub field: &'static str,
    /// How it is compared.
    pub how: &'static str,
    /// With what.
    pub value: &'static str,
    /// Field: email address.
    pub email: &'static str,
    /// Field: postal address.
    pub address: &'static str,
    /// Field: a number does not want calls.
    pub do_not_call: &'static str,
    /// Field: open, won or lost.
    pub progress: &'static str,
    /// Field: when the record was made.
    pub created: &'static str,
    /// It contains this.
    pub has: &'static str,
    /// It does not.
    pub has_not: &'static str,
    /// It is one of these.
    pub is: &'static str,
    /// It is none of these.
    pub is_not: &'static str,
    /// At least.
    pub at_least: &'static str,
    /// At most.
    pub at_most: &'static str,
    /// From this day.
    pub since: &'static str,
    /// Up to this day.
    pub until: &'static str,
    /// In the last days.
    pub last_days: &'static str,
    /// Longer ago than days.
    pub before_days: &'static str,
    /// In the next days.
    pub next_days: &'static str,
    /// There is something.
    pub set: &'static str,
    /// There is nothing.
    pub unset: &'static str,

    /// Which columns a list has, and in which order.
    pub columns: &'static str,
    /// Changes a field of a record.
    pub edit: fn(&str, &str) -> String,

    /// Chooses this row.
    pub choose: fn(&str) -> String,
    /// Chooses every row that is shown.
    pub choose_all: &'static str,
    /// The same, in short.
    pub choose_shown: &'static str,
    /// So many are chosen.
    pub chosen: fn(usize) -> String,
    /// Everything that was found is chosen.
    pub all_chosen: &'static str,
    /// Chooses that.
    pub choose_found: &'static str,
    /// Chooses nothing.
    pub choose_none: &'static str,
    /// Gives them to somebody.
    pub assign: &'static str,
    /// Gives a field of them the same value.
    pub set_field: &'static str,
    /// Puts a tag on them, or takes it off.
    pub tag: &'static str,
    /// Puts it on.
    pub put_tag: &'static str,
    /// Takes it off.
    pub take_tag: &'static str,
    /// Takes them away.
    pub delete: &'static str,
    /// What that means.
    pub delete_question: &'static str,
    /// So many were changed.
    pub changed: fn(usize) -> String,
    /// Takes that back.
    pub undo: &'static str,
    /// So many are what they were.
    pub undone: fn(usize) -> String,
    /// The last changes that can be undone.
    pub recent: &'static str,
    /// At a cell: somebody else saved the record meanwhile.
    pub stale: &'static str,
    /// There are none.
    pub no_recent: &'static str,
    /// A field of so many was changed.
    pub did_set: fn(&str, usize) -> String,
    /// So many were tagged.
    pub did_tag: fn(&str, usize) -> String,
    /// So many lost a tag.
    pub did_untag: fn(usize) -> String,
    /// So many were deleted.
    pub did_delete: fn(usize) -> String,
    /// So many were left as they are, this one among them.
    pub left: fn(usize, &str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    filter: "Bộ lọc",
    filter_of: |count| format!("Bộ lọc ({count})"),
    clear: "Bỏ bộ lọc",
    apply: "Áp dụng",
    group: "Nhóm điều kiện",
    all_hold: "Thỏa tất cả",
    any_holds: "Thỏa một trong số",
    add_condition: "Thêm điều kiện",
    add_group: "Thêm nhóm",
    remove_condition: "Bỏ điều kiện",
    field: "Trường",
    how: "So sánh",
    value: "Giá trị",
    email: "Email",
    address: "Địa chỉ",
    do_not_call: "Không muốn nhận cuộc gọi",
    progress: "Tình trạng",
    created: "Ngày tạo",
    has: "có chứa",
    has_not: "không chứa",
    is: "là một trong",
    is_not: "không phải",
    at_least: "từ",
    at_most: "đến",
    since: "từ ngày",
    until: "đến ngày",
    last_days: "trong số ngày qua",
    before_days: "đã quá số ngày",
    next_days: "trong số ngày tới",
    set: "đã có",
    unset: "chưa có",
    columns: "Cột",
    edit: |field, name| format!("Sửa {field} của {name}"),
    choose: |name| format!("Chọn {name}"),
    choose_all: "Chọn tất cả các dòng đang hiện",
    choose_shown: "Chọn các dòng đang hiện",
    chosen: |count| format!("Đã chọn {count}"),
    all_chosen: "Đã chọn mọi kết quả",
    choose_found: "Chọn mọi kết quả",
    choose_none: "Bỏ chọn",
    assign: "Giao cho",
    set_field: "Sửa trường",
    tag: "Gắn nhãn",
    put_tag: "Gắn",
    take_tag: "Gỡ",
    delete: "Xóa",
    delete_question: "Xóa những mục đã chọn khỏi mọi danh sách? Có thể hoàn tác trong 24 giờ.",
    changed: |count| format!("Đã thay đổi {count} mục"),
    undo: "Hoàn tác",
    undone: |count| format!("Đã hoàn tác {count} mục"),
    recent: "Thay đổi gần đây",
    stale: "Người khác vừa lưu. Enter: giữ nội dung bạn nhập; Esc: xem bản của họ.",
    no_recent: "Không có thay đổi hàng loạt nào trong 24 giờ qua còn hoàn tác được.",
    did_set: |field, count| format!("Đặt {field} cho {count} mục"),
    did_tag: |tag, count| format!("Gắn nhãn {tag} cho {count} mục"),
    did_untag: |count| format!("Gỡ nhãn khỏi {count} mục"),
    did_delete: |count| format!("Xóa {count} mục"),
    left: |count, name| format!("{count} mục giữ nguyên, trong đó có {name}"),
};

/// English.
pub const EN: Texts = Texts {
    filter: "Filter",
    filter_of: |count| format!("Filter ({count})"),
    clear: "Clear filter",
    apply: "Apply",
    group: "Group of conditions",
    all_hold: "All hold",
    any_holds: "Any holds",
    add_condition: "Add condition",
    add_group: "Add group",
    remove_condition: "Remove condition",
    field: "Field",
    how: "Comparison",
    value: "Value",
    email: "Email",
    address: "Address",
    do_not_call: "Does not want calls",
    progress: "Progress",
    created: "Created",
    has: "contains",
    has_not: "does not contain",
    is: "is one of",
    is_not: "is none of",
    at_least: "at least",
    at_most: "at most",
    since: "on or after",
    until: "on or before",
    last_days: "in the last days",
    before_days: "more days ago than",
    next_days: "in the next days",
    set: "is set",
    unset: "is not set",
    columns: "Columns",
    edit: |field, name| format!("Change {field} of {name}"),
    choose: |name| format!("Choose {name}"),
    choose_all: "Choose every row shown",
    choose_shown: "Choose rows shown",
    chosen: |count| format!("{count} chosen"),
    all_chosen: "All results are chosen",
    choose_found: "Choose all results",
    choose_none: "Clear choice",
    assign: "Assign",
    set_field: "Set field",
    tag: "Tag",
    put_tag: "Add",
    take_tag: "Remove",
    delete: "Delete",
    delete_question: "Remove what is chosen from every list? It can be undone for 24 hours.",
    changed: |count| format!("{count} records were changed"),
    undo: "Undo",
    undone: |count| format!("{count} records are what they were"),
    recent: "Recent changes",
    stale: "Somebody else has just saved this. Enter keeps what you typed, Esc shows theirs.",
    no_recent: "No change of many records within the last 24 hours can still be undone.",
    did_set: |field, count| format!("Set {field} of {count} records"),
    did_tag: |tag, count| format!("Tagged {count} records {tag}"),
    did_untag: |count| format!("Took a tag off {count} records"),
    did_delete: |count| format!("Deleted {count} records"),
    left: |count, name| format!("{count} were left as they are, {name} among them"),
};
