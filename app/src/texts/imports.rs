//! Bringing customers in from a file.

/// The words.
pub struct Texts {
    /// Title of the page, and the way to it.
    pub title: &'static str,
    /// Title of one import.
    pub of_file: fn(&str) -> String,
    /// Back to all imports.
    pub all: &'static str,
    /// What to do with a file.
    pub drop_title: &'static str,
    /// Which files are taken.
    pub drop_text: &'static str,
    /// Chooses a file.
    pub choose: &'static str,
    /// How much of the file is there, in percent.
    pub sending: fn(u64) -> String,
    /// The whole file is there and is being read.
    pub reading: &'static str,
    /// Stops sending.
    pub stop_sending: &'static str,
    /// Neither a table of text nor a workbook.
    pub file_unreadable: &'static str,
    /// There is no row in it.
    pub file_empty: &'static str,
    /// Too many bytes.
    pub file_too_large: &'static str,
    /// Too many rows.
    pub file_too_many_rows: &'static str,
    /// Heading: imports there were.
    pub past: &'static str,
    /// There was none.
    pub none_title: &'static str,
    /// What an import is good for.
    pub none_text: &'static str,
    /// Column: the file.
    pub file: &'static str,
    /// Column: who.
    pub by: &'static str,
    /// Column: when.
    pub at: &'static str,
    /// Column: how far.
    pub state: &'static str,
    /// Column: how many rows.
    pub rows: &'static str,

    /// The steps of an import.
    pub steps: &'static str,
    /// To choose a file.
    pub step_file: &'static str,
    /// To say what its columns are.
    pub step_columns: &'static str,
    /// To see what would come of it.
    pub step_check: &'static str,
    /// What came of it.
    pub step_result: &'static str,

    /// State: nobody has said yet what the columns are.
    pub ready: &'static str,
    /// State: the rehearsal is under way.
    pub checking: &'static str,
    /// State: rehearsed.
    pub checked: &'static str,
    /// State: under way.
    pub running: &'static str,
    /// State: stopped.
    pub stopped: &'static str,
    /// State: done.
    pub done: &'static str,
    /// State: being undone.
    pub undoing: &'static str,
    /// State: undone.
    pub undone: &'static str,

    /// It is a workbook.
    pub read_as_xlsx: &'static str,
    /// Heading of the columns.
    pub columns: &'static str,
    /// What to do there.
    pub columns_text: &'static str,
    /// Column: the file's column.
    pub column: &'static str,
    /// Column: what stands in it.
    pub examples: &'static str,
    /// Column: what it becomes.
    pub becomes: &'static str,
    /// What this column becomes.
    pub becomes_named: fn(&str) -> String,
    /// A column without a name, by its number from 1.
    pub nameless: fn(usize) -> String,
    /// No column is a name.
    pub no_name: &'static str,
    /// Not kept.
    pub ignore: &'static str,
    /// Family name.
    pub family_name: &'static str,
    /// Given name.
    pub given_name: &'static str,

    /// Heading of what happens with duplicates.
    pub duplicates: &'static str,
    /// What makes two one.
    pub match_by: &'static str,
    /// Number or email.
    pub by_either: &'static str,
    /// Number.
    pub by_phone: &'static str,
    /// Email.
    pub by_email: &'static str,
    /// What happens then.
    pub rule: &'static str,
    /// They stay.
    pub skip: &'static str,
    /// The file wins.
    pub update: &'static str,
    /// The file fills in.
    pub merge: &'static str,
    /// What skipping means.
    pub skip_text: &'static str,
    /// What updating means.
    pub update_text: &'static str,
    /// What merging means.
    pub merge_text: &'static str,
    /// Who gets customers whose row names nobody.
    pub owner: &'static str,
    /// What that means.
    pub owner_hint: &'static str,

    /// Begins the rehearsal.
    pub check: &'static str,
    /// Forgets the file.
    pub discard: &'static str,
    /// The file was forgotten.
    pub discarded: &'static str,
    /// Back to the columns.
    pub change: &'static str,
    /// Begins the import of so many rows.
    pub run: fn(&str) -> String,
    /// No row can be brought in.
    pub nothing_to_run: &'static str,
    /// Goes on.
    pub go_on: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// How far: so many of so many rows.
    pub progress: fn(&str, &str) -> String,
    /// It goes on without this page.
    pub leave: &'static str,

    /// Heading of what would come of it.
    pub would: &'static str,
    /// Heading of what came of it.
    pub came: &'static str,
    /// New customers.
    pub created: &'static str,
    /// Customers who were there and are changed.
    pub matched: &'static str,
    /// Rows passed by.
    pub skipped: &'static str,
    /// Rows that cannot be taken.
    pub rejected: &'static str,
    /// Heading of rows that cannot be taken.
    pub problems: &'static str,
    /// What to do about them.
    pub problems_text: &'static str,
    /// Takes them home.
    pub download: &'static str,
    /// Column: line of the file.
    pub line: &'static str,
    /// Column: why it cannot be taken.
    pub why: &'static str,
    /// Column: what stands in the row.
    pub cells: &'static str,
    /// Several customers are meant.
    pub ambiguous: fn(usize) -> String,
    /// A new customer would be without a field that every one must have.
    pub lacks: fn(&str) -> String,
    /// The customer is another team's.
    pub not_yours: &'static str,
    /// It would change a customer whom one may not change.
    pub may_not_edit: &'static str,

    /// To the customers.
    pub to_customers: &'static str,
    /// Takes everything back.
    pub undo: &'static str,
    /// Asks before that.
    pub undo_title: &'static str,
    /// What it means.
    pub undo_text: &'static str,
    /// Gone.
    pub gone: &'static str,
    /// As before.
    pub restored: &'static str,
    /// Stay because somebody was there since.
    pub kept: &'static str,
    /// Why those stay.
    pub kept_text: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Nhập khách hàng",
    of_file: |file| format!("Nhập {file}"),
    all: "Các lần nhập",
    drop_title: "Kéo tệp khách hàng vào đây",
    drop_text: "Tệp CSV hoặc Excel (.xlsx), tối đa 500.000 dòng. Bảng mã và dấu phân cách được tự nhận biết.",
    choose: "Chọn tệp",
    sending: |percent| format!("Đang tải lên… {percent}%"),
    reading: "Đang đọc tệp…",
    stop_sending: "Dừng tải lên",
    file_unreadable: "Không đọc được tệp này. Hãy lưu lại dưới dạng CSV hoặc Excel (.xlsx).",
    file_empty: "Tệp không có dòng khách hàng nào.",
    file_too_large: "Tệp lớn hơn 100 MB. Hãy chia thành nhiều tệp nhỏ hơn.",
    file_too_many_rows: "Tệp có hơn 500.000 dòng. Hãy chia thành nhiều tệp nhỏ hơn.",
    past: "Các lần nhập trước",
    none_title: "Chưa nhập lần nào",
    none_text: "Đưa danh sách khách hàng từ Excel vào đây. Bạn xem trước kết quả rồi mới nhập, và có thể hoàn tác cả lần nhập.",
    file: "Tệp",
    by: "Người nhập",
    at: "Lúc",
    state: "Trạng thái",
    rows: "Số dòng",
    steps: "Các bước nhập",
    step_file: "Chọn tệp",
    step_columns: "Chọn cột",
    step_check: "Kiểm tra",
    step_result: "Kết quả",
    ready: "Chưa nhập",
    checking: "Đang kiểm tra",
    checked: "Đã kiểm tra",
    running: "Đang nhập",
    stopped: "Đã dừng",
    done: "Đã nhập",
    undoing: "Đang hoàn tác",
    undone: "Đã hoàn tác",
    read_as_xlsx: "Đọc từ trang tính đầu tiên của tệp Excel.",
    columns: "Các cột trong tệp",
    columns_text: "Kiểm tra mỗi cột được nhập vào đâu. Có thể chọn nhiều cột điện thoại; một ô cũng có thể chứa nhiều số.",
    column: "Cột",
    examples: "Ví dụ",
    becomes: "Nhập vào",
    becomes_named: |column| format!("Cột {column} nhập vào"),
    nameless: |n| format!("Cột {n}"),
    no_name: "Hãy chọn một cột làm họ tên khách hàng.",
    ignore: "Bỏ qua",
    family_name: "Họ và tên đệm",
    given_name: "Tên",
    duplicates: "Khách hàng đã có",
    match_by: "Coi là cùng một người khi trùng",
    by_either: "Số điện thoại hoặc email",
    by_phone: "Số điện thoại",
    by_email: "Email",
    rule: "Khi trùng thì",
    skip: "Giữ nguyên",
    update: "Cập nhật",
    merge: "Bổ sung",
    skip_text: "Bỏ qua dòng trùng, khách hàng giữ nguyên.",
    update_text: "Thông tin trong tệp thay thông tin đang có; ô trống không xóa gì, số điện thoại được thêm vào.",
    merge_text: "Giữ thông tin đang có, chỉ điền chỗ còn trống và thêm số điện thoại.",
    owner: "Người phụ trách khách mới",
    owner_hint: "Dùng cho khách hàng mới khi dòng không ghi người phụ trách.",
    check: "Kiểm tra trước khi nhập",
    discard: "Bỏ tệp này",
    discarded: "Đã bỏ tệp",
    change: "Sửa cột",
    run: |n| format!("Nhập {n} dòng"),
    nothing_to_run: "Không có dòng nào nhập được",
    go_on: "Nhập tiếp",
    stop: "Dừng",
    progress: |n, of| format!("{n} trên {of}"),
    leave: "Bạn có thể rời trang này, công việc vẫn tiếp tục.",
    would: "Nếu nhập bây giờ",
    came: "Kết quả",
    created: "Khách hàng mới",
    matched: "Dòng cập nhật khách đã có",
    skipped: "Dòng trùng, bỏ qua",
    rejected: "Dòng có lỗi, không nhập",
    problems: "Dòng có lỗi",
    problems_text: "Tải các dòng này về, sửa theo cột lý do rồi nhập lại tệp đó.",
    download: "Tải các dòng có lỗi",
    line: "Dòng",
    why: "Lý do không nhập",
    cells: "Nội dung",
    ambiguous: |n| format!("Trùng với {n} khách hàng khác nhau"),
    lacks: |field| format!("Khách hàng mới phải có {field}"),
    not_yours: "Khách hàng này do người ngoài nhóm bạn phụ trách, không đổi được người phụ trách",
    may_not_edit: "Bạn không có quyền sửa khách hàng đã có số hoặc email này",
    to_customers: "Xem khách hàng",
    undo: "Hoàn tác lần nhập này",
    undo_title: "Hoàn tác lần nhập này?",
    undo_text: "Khách hàng do lần nhập này tạo ra sẽ bị xóa, khách hàng bị thay đổi trở lại như trước. Ai đã được sửa, gọi hoặc ghi chú từ đó đến nay thì giữ nguyên.",
    gone: "Khách hàng đã xóa",
    restored: "Khách hàng trở lại như trước",
    kept: "Khách hàng giữ nguyên",
    kept_text: "Đã có người sửa, gọi hoặc ghi chú sau khi nhập.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Import customers",
    of_file: |file| format!("Import {file}"),
    all: "All imports",
    drop_title: "Drop a file of customers here",
    drop_text: "CSV or Excel (.xlsx), up to 500,000 rows. Encoding and delimiter are recognised.",
    choose: "Choose a file",
    sending: |percent| format!("Uploading… {percent}%"),
    reading: "Reading the file…",
    stop_sending: "Stop uploading",
    file_unreadable: "This file cannot be read. Save it as CSV or Excel (.xlsx) and try again.",
    file_empty: "There are no customers in this file.",
    file_too_large: "The file is larger than 100 MB. Split it into smaller ones.",
    file_too_many_rows: "The file has more than 500,000 rows. Split it into smaller ones.",
    past: "Earlier imports",
    none_title: "No imports yet",
    none_text: "Bring your list of customers in from Excel. You see what will happen before it does, and can undo the whole import.",
    file: "File",
    by: "By",
    at: "When",
    state: "State",
    rows: "Rows",
    steps: "Steps of an import",
    step_file: "File",
    step_columns: "Columns",
    step_check: "Check",
    step_result: "Result",
    ready: "Not imported",
    checking: "Checking",
    checked: "Checked",
    running: "Importing",
    stopped: "Stopped",
    done: "Imported",
    undoing: "Being undone",
    undone: "Undone",
    read_as_xlsx: "Read from the first sheet of the Excel file.",
    columns: "Columns of the file",
    columns_text: "Check where each column goes. Several columns can be phone numbers, and a cell may hold several numbers.",
    column: "Column",
    examples: "Examples",
    becomes: "Becomes",
    becomes_named: |column| format!("Column {column} becomes"),
    nameless: |n| format!("Column {n}"),
    no_name: "Choose the column that holds the customer's name.",
    ignore: "Leave out",
    family_name: "Family name",
    given_name: "Given name",
    duplicates: "Customers who are there already",
    match_by: "The same person when they share",
    by_either: "A phone number or the email",
    by_phone: "A phone number",
    by_email: "The email",
    rule: "Then",
    skip: "Skip",
    update: "Update",
    merge: "Merge",
    skip_text: "The row is skipped, the customer stays as they are.",
    update_text: "What the file says replaces what is there; empty cells erase nothing, phone numbers are added.",
    merge_text: "What is there stays; the file fills in what is missing and adds phone numbers.",
    owner: "Owner of new customers",
    owner_hint: "For new customers whose row names no owner.",
    check: "Check before importing",
    discard: "Discard this file",
    discarded: "The file was discarded",
    change: "Change columns",
    run: |n| format!("Import {n} rows"),
    nothing_to_run: "No row can be imported",
    go_on: "Continue",
    stop: "Stop",
    progress: |n, of| format!("{n} of {of}"),
    leave: "You can leave this page, the work goes on.",
    would: "If you import now",
    came: "Result",
    created: "New customers",
    matched: "Rows of known customers, taken",
    skipped: "Rows of known customers, skipped",
    rejected: "Rows with problems, not taken",
    problems: "Rows with problems",
    problems_text: "Download these rows, mend what the last column says, and import that file.",
    download: "Download rows with problems",
    line: "Row",
    why: "Why it was not taken",
    cells: "Content",
    ambiguous: |n| format!("Matches {n} different customers"),
    lacks: |field| format!("A new customer must have {field}"),
    not_yours: "Somebody outside your teams owns this customer: the owner cannot be changed",
    may_not_edit: "You may not change the customer who has this number or email address",
    to_customers: "See the customers",
    undo: "Undo this import",
    undo_title: "Undo this import?",
    undo_text: "Customers it made are removed, customers it changed become what they were. Whoever was edited, called or written about since stays.",
    gone: "Customers removed",
    restored: "Customers as before",
    kept: "Customers kept",
    kept_text: "Somebody has edited, called or written about them since.",
};
