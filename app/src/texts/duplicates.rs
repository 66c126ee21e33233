//! Customers who may be one person.

/// The words.
pub struct Texts {
    /// The page, and the way to it.
    pub title: &'static str,
    /// What the page is for.
    pub intro: &'static str,
    /// So many may be one person.
    pub count: fn(usize) -> String,
    /// They share a number.
    pub same_number: &'static str,
    /// They share an address.
    pub same_email: &'static str,
    /// They are called alike at one company.
    pub same_name: &'static str,
    /// Leads to both side by side.
    pub compare: &'static str,
    /// They are two people.
    pub dismiss: &'static str,
    /// It was remembered that this one is somebody else.
    pub dismissed: fn(&str) -> String,
    /// Nobody may be the same.
    pub none_title: &'static str,
    /// How they are found.
    pub none_text: &'static str,
    /// Heading at a record: who may be the same.
    pub may_be: &'static str,
    /// At a form: who may be there already.
    pub there_already: &'static str,

    /// Two side by side.
    pub compare_title: &'static str,
    /// The one that is kept.
    pub is_kept: &'static str,
    /// The one that becomes part of it.
    pub is_gone: &'static str,
    /// Which number is dialled first.
    pub primary: &'static str,
    /// All numbers.
    pub numbers: &'static str,
    /// What hangs on them.
    pub hanging: &'static str,
    /// Calls, notes, deals and tasks.
    pub belongings: fn(i64, i64, i64, i64) -> String,
    /// There is none.
    pub empty: &'static str,
    /// What becomes of both.
    pub what_happens: &'static str,
    /// Keeps the other one.
    pub swap: &'static str,
    /// Makes them one.
    pub merge: &'static str,
    /// It was done: who became part of whom.
    pub merged: fn(&str, &str) -> String,
    /// Who may.
    pub may_not: &'static str,

    /// Heading at a record: who became part of it.
    pub merged_here: &'static str,
    /// Makes them two again.
    pub undo: &'static str,
    /// Somebody is there again.
    pub undone: fn(&str) -> String,
    /// These parts were changed since, and stay.
    pub stayed: fn(&str) -> String,
    /// So many things are somebody else's by now.
    pub elsewhere: fn(u64) -> String,

    /// They are one record.
    pub problem_same: &'static str,
    /// It was taken back already.
    pub problem_undone: &'static str,
    /// The kept one is not there.
    pub problem_kept_gone: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Khách hàng trùng",
    intro: "Những khách hàng có thể là cùng một người: chung số điện thoại, chung email, hoặc tên giống nhau ở cùng công ty.",
    count: |n| format!("{n} khách hàng"),
    same_number: "Chung số",
    same_email: "Chung email",
    same_name: "Tên giống nhau",
    compare: "So sánh",
    dismiss: "Không trùng",
    dismissed: |name| format!("Đã ghi nhớ: {name} là người khác"),
    none_title: "Không có khách hàng trùng",
    none_text: "Khi hai khách hàng chung số điện thoại, chung email hoặc trùng tên ở cùng công ty, họ sẽ hiện ở đây sau vài giây.",
    may_be: "Có thể trùng với",
    there_already: "Có thể khách hàng này đã có:",

    compare_title: "So sánh và gộp",
    is_kept: "Giữ lại",
    is_gone: "Gộp vào",
    primary: "Số gọi trước",
    numbers: "Mọi số điện thoại",
    hanging: "Dữ liệu kèm theo",
    belongings: |calls, notes, deals, tasks| {
        format!("{calls} cuộc gọi · {notes} ghi chú · {deals} cơ hội · {tasks} việc")
    },
    empty: "Trống",
    what_happens: "Mọi số điện thoại, cuộc gọi, ghi chú, cơ hội, việc và thẻ của cả hai sẽ thuộc về khách hàng được giữ lại. Có thể tách lại bất cứ lúc nào.",
    swap: "Đổi bên",
    merge: "Gộp thành một",
    merged: |gone, kept| format!("Đã gộp {gone} vào {kept}"),
    may_not: "Chỉ quản lý, quản trị viên hoặc người phụ trách cả hai khách hàng được gộp.",

    merged_here: "Đã gộp vào đây",
    undo: "Tách lại",
    undone: |name| format!("Đã tách lại {name}"),
    stayed: |parts| format!("Giữ nguyên vì đã có người sửa sau khi gộp: {parts}"),
    elsewhere: |n| format!("{n} mục không chuyển về được vì đã đổi chủ hoặc bị xóa sau khi gộp"),

    problem_same: "Hai khách hàng này là một.",
    problem_undone: "Lần gộp này đã được tách lại rồi.",
    problem_kept_gone: "Khách hàng được giữ lại đã bị xóa hoặc gộp vào người khác. Hãy tách lần gộp đó trước.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Duplicates",
    intro: "Customers who may be the same person: they share a phone number or an email address, or have similar names at one company.",
    count: |n| format!("{n} customers"),
    same_number: "Same number",
    same_email: "Same email",
    same_name: "Similar name",
    compare: "Compare",
    dismiss: "Not the same",
    dismissed: |name| format!("Noted: {name} is somebody else"),
    none_title: "No duplicates",
    none_text: "When two customers share a phone number or an email, or have similar names at one company, they appear here within seconds.",
    may_be: "May be the same as",
    there_already: "This customer may be there already:",

    compare_title: "Compare and merge",
    is_kept: "Kept",
    is_gone: "Merged into it",
    primary: "First number",
    numbers: "All phone numbers",
    hanging: "What belongs to them",
    belongings: |calls, notes, deals, tasks| format!("{calls} calls · {notes} notes · {deals} deals · {tasks} tasks"),
    empty: "Empty",
    what_happens: "Every number, call, note, deal, task and tag of both will belong to the one that is kept. You can split them again at any time.",
    swap: "Keep the other",
    merge: "Merge into one",
    merged: |gone, kept| format!("Merged {gone} into {kept}"),
    may_not: "Only managers, admins, or whoever is responsible for both may merge them.",

    merged_here: "Merged into this one",
    undo: "Split again",
    undone: |name| format!("{name} is a customer of their own again"),
    stayed: |parts| format!("Left as it is, since somebody changed it after the merge: {parts}"),
    elsewhere: |n| format!("{n} items could not be moved back: they were given to somebody else or deleted since"),

    problem_same: "These two are the same record.",
    problem_undone: "This merge was undone already.",
    problem_kept_gone: "The customer that was kept was deleted or merged into another. Undo that merge first.",
};
