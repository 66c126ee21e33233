//! Words of deals.

use super::export;

/// The words.
pub struct Texts {
    /// Title of the page.
    pub title: &'static str,
    /// Taking the list home.
    pub export: export::Texts,
    /// Makes a deal.
    pub create: &'static str,
    /// Label of the search box.
    pub search: &'static str,
    /// The choice of how deals are shown.
    pub views: &'static str,
    /// Shown as a board.
    pub board: &'static str,
    /// Shown as a list.
    pub list: &'static str,
    /// Shown as a forecast.
    pub forecast: &'static str,
    /// Label.
    pub pipeline: &'static str,
    /// Filter: all pipelines.
    pub any_pipeline: &'static str,
    /// Label and column.
    pub stage: &'static str,
    /// Filter: all stages.
    pub any_stage: &'static str,
    /// Label of the period.
    pub due: &'static str,
    /// Filter: whenever.
    pub any_due: &'static str,
    /// Filter: should be won already.
    pub overdue: &'static str,
    /// Filter.
    pub this_month: &'static str,
    /// Filter.
    pub next_month: &'static str,
    /// Filter.
    pub this_quarter: &'static str,
    /// Filter and heading: nobody has said when.
    pub no_date: &'static str,
    /// Label and column: what it is about.
    pub name: &'static str,
    /// An example.
    pub name_hint: &'static str,
    /// Label: with whom.
    pub customer: &'static str,
    /// Label: with which company.
    pub company: &'static str,
    /// Label and column.
    pub amount: &'static str,
    /// What can be typed.
    pub amount_hint: &'static str,
    /// Label and column.
    pub close_on: &'static str,
    /// Label and column.
    pub owner: &'static str,
    /// Label.
    pub lost_reason: &'static str,
    /// The reason is not chosen yet.
    pub choose_reason: &'static str,
    /// Chooses another customer.
    pub change_customer: &'static str,
    /// Title of the empty form.
    pub new_title: &'static str,
    /// Title of the form of a deal.
    pub edit_title: fn(&str) -> String,
    /// Saves a new deal.
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
    /// There is no such deal.
    pub gone_title: &'static str,
    /// What to do about that.
    pub gone_text: &'static str,
    /// Back to the deals.
    pub back: &'static str,
    /// There is no deal yet.
    pub none_title: &'static str,
    /// What to do about that.
    pub none_text: &'static str,
    /// Nothing fits the filters.
    pub nothing_title: &'static str,
    /// What to do about that.
    pub nothing_text: &'static str,
    /// Heading on a customer or a company.
    pub of_record: &'static str,
    /// There are none there.
    pub none_of_record: &'static str,
    /// Column: last time it moved.
    pub moved_at: &'static str,
    /// Order.
    pub by_close: &'static str,
    /// Order.
    pub by_amount: &'static str,
    /// Order.
    pub by_move: &'static str,
    /// Order.
    pub by_title: &'static str,
    /// How many deals are in a column.
    pub count: fn(i64) -> String,
    /// A column without deals.
    pub empty_column: &'static str,
    /// How to move a card with the keyboard, for those who hear the page.
    pub keys: &'static str,
    /// Takes hold of a card with a finger.
    pub grip: &'static str,
    /// A card was lifted with the keyboard: its title, its stage.
    pub lifted: fn(&str, &str) -> String,
    /// The lifted card was put back.
    pub put_back: &'static str,
    /// A deal was moved: its title, the stage.
    pub moved: fn(&str, &str) -> String,
    /// A move was refused: why.
    pub not_moved: fn(&str) -> String,
    /// Somebody else was first: where the deal is.
    pub moved_by_other: fn(&str) -> String,
    /// Asks why a deal is lost.
    pub lose_title: fn(&str) -> String,
    /// Moves it there.
    pub lose: &'static str,
    /// Somebody else saved first.
    pub stale: &'static str,
    /// The stages on a deal's record, as they are announced.
    pub stages_of: &'static str,
    /// Since when it is there.
    pub at_since: fn(&str) -> String,
    /// Title of the chart.
    pub forecast_title: &'static str,
    /// What the chart shows, in a sentence.
    pub forecast_picture: &'static str,
    /// Part of the chart.
    pub won: &'static str,
    /// Part of the chart: amount times probability.
    pub likely: &'static str,
    /// Part of the chart: the rest of what is open.
    pub open: &'static str,
    /// Column of the table.
    pub month: &'static str,
    /// Column of the table: all that is open.
    pub all_open: &'static str,
    /// Below the chart: what is overdue comes to this.
    pub overdue_sum: fn(&str) -> String,
    /// Below the chart: what has no date comes to this.
    pub undated_sum: fn(&str) -> String,
    /// History: it was made at a stage.
    pub change_made: fn(&str) -> String,
    /// History: it moved.
    pub change_moved: fn(&str, &str) -> String,
    /// History: why it was lost.
    pub because: fn(&str) -> String,
    /// History: it comes to more or less.
    pub change_amount: fn(&str, &str) -> String,
    /// History: another day.
    pub change_close: fn(&str, &str) -> String,
    /// History: somebody else.
    pub change_owner: fn(&str, &str) -> String,
    /// History: another name.
    pub change_title: fn(&str, &str) -> String,
    /// History: with somebody else.
    pub change_with: fn(&str, &str) -> String,
    /// What to write in a note.
    pub note_placeholder: &'static str,
    /// History: where there was nothing.
    pub nothing: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Cơ hội",
    export: export::DEALS_VI,
    create: "Thêm cơ hội",
    search: "Tìm cơ hội, khách hàng, công ty",
    views: "Cách xem",
    board: "Bảng",
    list: "Danh sách",
    forecast: "Dự báo",
    pipeline: "Quy trình",
    any_pipeline: "Mọi quy trình",
    stage: "Giai đoạn",
    any_stage: "Mọi giai đoạn",
    due: "Dự kiến chốt",
    any_due: "Mọi thời điểm",
    overdue: "Quá hạn",
    this_month: "Trong tháng này",
    next_month: "Tháng sau",
    this_quarter: "Trong quý này",
    no_date: "Chưa có ngày",
    name: "Tên cơ hội",
    name_hint: "Ví dụ: 200 bộ ấm chén quà Tết",
    customer: "Khách hàng",
    company: "Công ty",
    amount: "Giá trị",
    amount_hint: "15.000.000, 15tr hoặc 1,5 tỷ",
    close_on: "Ngày dự kiến chốt",
    owner: "Người phụ trách",
    lost_reason: "Lý do mất",
    choose_reason: "Chọn lý do",
    change_customer: "Đổi khách hàng",
    new_title: "Cơ hội mới",
    edit_title: |title| format!("Sửa {title}"),
    submit: "Tạo cơ hội",
    created: |title| format!("Đã tạo cơ hội {title}"),
    saved: |title| format!("Đã lưu {title}"),
    deleted: |title| format!("Đã xóa cơ hội {title}"),
    delete_title: |title| format!("Xóa cơ hội {title}?"),
    delete_text: "Cơ hội sẽ biến mất khỏi mọi danh sách, bảng và dự báo.",
    gone_title: "Không có cơ hội này",
    gone_text: "Cơ hội có thể đã bị xóa, hoặc đường dẫn không đúng.",
    back: "Về trang cơ hội",
    none_title: "Chưa có cơ hội nào",
    none_text: "Mỗi lần khách tỏ ra quan tâm, hãy tạo một cơ hội: bạn sẽ không quên ai, và cả nhóm thấy tháng này sẽ bán được bao nhiêu.",
    nothing_title: "Không tìm thấy cơ hội nào",
    nothing_text: "Kiểm tra lại từ khóa hoặc bỏ bớt bộ lọc.",
    of_record: "Cơ hội",
    none_of_record: "Chưa có cơ hội nào.",
    moved_at: "Chuyển giai đoạn",
    by_close: "Ngày dự kiến chốt",
    by_amount: "Giá trị",
    by_move: "Mới chuyển giai đoạn",
    by_title: "Tên cơ hội",
    count: |n| format!("{n} cơ hội"),
    empty_column: "Kéo cơ hội vào đây",
    keys: "Nhấn phím cách để nhấc thẻ, mũi tên trái phải để chọn giai đoạn, phím cách lần nữa để đặt, Esc để bỏ.",
    grip: "Kéo để chuyển giai đoạn",
    lifted: |title, stage| format!("Đã nhấc {title}, đang ở {stage}"),
    put_back: "Đã đặt lại chỗ cũ",
    moved: |title, stage| format!("Đã chuyển {title} sang {stage}"),
    not_moved: |why| format!("Chưa chuyển được: {why}"),
    moved_by_other: |stage| format!("Người khác vừa sửa cơ hội này, nó đang ở {stage}"),
    lose_title: |title| format!("Vì sao mất {title}?"),
    lose: "Chuyển sang mất",
    stale: "Người khác đã sửa cơ hội này. Những gì bạn nhập vẫn còn: lưu lần nữa để ghi đè, hoặc tải lại trang để lấy bản của họ.",
    stages_of: "Giai đoạn của cơ hội",
    at_since: |date| format!("từ {date}"),
    forecast_title: "Dự báo doanh số (triệu đồng)",
    forecast_picture: "Doanh số đã chốt và dự kiến theo tháng",
    won: "Đã chốt",
    likely: "Dự kiến theo xác suất",
    open: "Phần còn lại đang mở",
    month: "Tháng",
    all_open: "Đang mở",
    overdue_sum: |sum| format!("Quá hạn: {sum}"),
    undated_sum: |sum| format!("Chưa có ngày: {sum}"),
    change_made: |stage| format!("tạo cơ hội ở {stage}"),
    change_moved: |from, to| format!("chuyển từ {from} sang {to}"),
    because: |reason| format!("vì {reason}"),
    change_amount: |from, to| format!("đổi giá trị từ {from} thành {to}"),
    change_close: |from, to| format!("đổi ngày dự kiến chốt từ {from} thành {to}"),
    change_owner: |from, to| format!("đổi người phụ trách từ {from} thành {to}"),
    change_title: |from, to| format!("đổi tên từ “{from}” thành “{to}”"),
    change_with: |from, to| format!("đổi khách hàng từ {from} thành {to}"),
    note_placeholder: "Viết ghi chú về cơ hội…",
    nothing: "(trống)",
};

/// English.
pub const EN: Texts = Texts {
    title: "Deals",
    export: export::DEALS_EN,
    create: "New deal",
    search: "Search deal, customer, company",
    views: "View",
    board: "Board",
    list: "List",
    forecast: "Forecast",
    pipeline: "Pipeline",
    any_pipeline: "Any pipeline",
    stage: "Stage",
    any_stage: "Any stage",
    due: "Expected close",
    any_due: "Any time",
    overdue: "Overdue",
    this_month: "This month",
    next_month: "Next month",
    this_quarter: "This quarter",
    no_date: "No date",
    name: "Deal",
    name_hint: "Such as: 200 tea sets for New Year",
    customer: "Customer",
    company: "Company",
    amount: "Amount",
    amount_hint: "15.000.000, 15tr or 1,5 tỷ",
    close_on: "Expected close",
    owner: "Owner",
    lost_reason: "Why it was lost",
    choose_reason: "Choose a reason",
    change_customer: "Change customer",
    new_title: "New deal",
    edit_title: |title| format!("Edit {title}"),
    submit: "Create deal",
    created: |title| format!("{title} was created"),
    saved: |title| format!("{title} was saved"),
    deleted: |title| format!("{title} was deleted"),
    delete_title: |title| format!("Delete {title}?"),
    delete_text: "The deal leaves every list, the board and the forecast.",
    gone_title: "No such deal",
    gone_text: "The deal may have been deleted, or the link is wrong.",
    back: "Back to deals",
    none_title: "No deals yet",
    none_text: "Whenever a customer is interested, make a deal: nobody is forgotten, and the team sees what this month will bring.",
    nothing_title: "No deal found",
    nothing_text: "Check the words or take a filter off.",
    of_record: "Deals",
    none_of_record: "No deals yet.",
    moved_at: "Moved",
    by_close: "Expected close",
    by_amount: "Amount",
    by_move: "Latest move",
    by_title: "Name",
    count: |n| if n == 1 { "1 deal".into() } else { format!("{n} deals") },
    empty_column: "Drag deals here",
    keys: "Press Space to lift the card, left and right arrows to choose a stage, Space again to put it down, Escape to cancel.",
    grip: "Drag to another stage",
    lifted: |title, stage| format!("Lifted {title}, at {stage}"),
    put_back: "Put back",
    moved: |title, stage| format!("{title} moved to {stage}"),
    not_moved: |why| format!("Not moved: {why}"),
    moved_by_other: |stage| format!("Somebody else just changed this deal, it is at {stage}"),
    lose_title: |title| format!("Why was {title} lost?"),
    lose: "Mark as lost",
    stale: "Somebody else changed this deal. What you typed is still here: save again to replace theirs, or reload the page to take it.",
    stages_of: "Stages of this deal",
    at_since: |date| format!("since {date}"),
    forecast_title: "Sales forecast (million đồng)",
    forecast_picture: "Sales won and expected, month by month",
    won: "Won",
    likely: "Weighted",
    open: "Rest of open",
    month: "Month",
    all_open: "Open",
    overdue_sum: |sum| format!("Overdue: {sum}"),
    undated_sum: |sum| format!("Without a date: {sum}"),
    change_made: |stage| format!("made the deal at {stage}"),
    change_moved: |from, to| format!("moved it from {from} to {to}"),
    because: |reason| format!("because: {reason}"),
    change_amount: |from, to| format!("changed the amount from {from} to {to}"),
    change_close: |from, to| format!("changed the expected close from {from} to {to}"),
    change_owner: |from, to| format!("changed the owner from {from} to {to}"),
    change_title: |from, to| format!("renamed it from “{from}” to “{to}”"),
    change_with: |from, to| format!("changed whom it is with from {from} to {to}"),
    note_placeholder: "Write a note about this deal…",
    nothing: "(empty)",
};
