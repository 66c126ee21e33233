//! Publishing the contact centre, its versions, and what somebody changed elsewhere.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// Publishes.
    pub publish: &'static str,
    /// What will change.
    pub differences: &'static str,
    /// Nothing will.
    pub nothing: &'static str,
    /// What is wrong.
    pub findings: &'static str,
    /// Nothing is.
    pub no_findings: &'static str,
    /// Errors stop publishing.
    pub stopped_by_errors: &'static str,
    /// The warnings were looked at.
    pub warnings_seen: &'static str,
    /// They must be looked at first.
    pub confirm_warnings: &'static str,
    /// Why it is published.
    pub note: &'static str,
    /// What that is good for.
    pub note_hint: &'static str,
    /// A thing that is new.
    pub added: &'static str,
    /// A thing that goes.
    pub removed: &'static str,
    /// A part that is another now.
    pub edit: fn(part: &str, before: &str, after: &str) -> String,
    /// Something is new in a thing.
    pub adds: fn(&str) -> String,
    /// Something goes from a thing.
    pub removes: fn(&str) -> String,
    /// A part of a thing's part is another now.
    pub of: fn(what: &str, edit: &str) -> String,

    /// How a publishing stands.
    pub progress: &'static str,
    /// So many steps of so many.
    pub steps: fn(done: usize, all: usize) -> String,
    /// A version is on its way.
    pub running: fn(version: i64) -> String,
    /// It stopped.
    pub paused: fn(version: i64) -> String,
    /// It is there.
    pub finished: fn(version: i64) -> String,
    /// Who began it; the time follows.
    pub begun_by: fn(&str) -> String,
    /// Stops.
    pub stop: &'static str,
    /// Goes on.
    pub go_on: &'static str,
    /// What going on does.
    pub go_on_hint: &'static str,
    /// Makes a thing.
    pub creates: fn(&str) -> String,
    /// Changes a thing.
    pub updates: fn(&str) -> String,
    /// Removes a thing.
    pub deletes: fn(&str) -> String,
    /// A step that is done.
    pub done: &'static str,
    /// The step that is under way.
    pub under_way: &'static str,
    /// A step that comes later.
    pub later: &'static str,
    /// The step that failed.
    pub failed: &'static str,
    /// The provider refused a step, with its code and words.
    pub refused_step: fn(what: &str, code: i64, said: &str) -> String,
    /// The provider says it made a thing, and does not list it.
    pub not_kept: fn(&str) -> String,
    /// Somebody changed these things elsewhere meanwhile.
    pub drifted_meanwhile: fn(&str) -> String,
    /// Somebody stopped it.
    pub stopped: &'static str,
    /// Our own server could not.
    pub ours: &'static str,

    /// The versions.
    pub versions: &'static str,
    /// There are none.
    pub no_versions: &'static str,
    /// When one comes to be.
    pub no_versions_text: &'static str,
    /// Column: which version.
    pub one_version: &'static str,
    /// A version.
    pub version: fn(i64) -> String,
    /// When it was published.
    pub at: &'static str,
    /// By whom.
    pub by: &'static str,
    /// Nobody: the program itself.
    pub by_itself: &'static str,
    /// In how many things it differs from the one before.
    pub changed: &'static str,
    /// It was read from the provider.
    pub origin_read: &'static str,
    /// It is the newest.
    pub newest: &'static str,
    /// Not all of it has come to the provider.
    pub not_arrived: &'static str,
    /// What a version is compared with.
    pub compare: &'static str,
    /// The one before.
    pub with_previous: &'static str,
    /// The draft.
    pub with_draft: &'static str,
    /// What the version changed.
    pub since_previous: &'static str,
    /// What restoring it would change in the draft.
    pub against_draft: &'static str,
    /// The draft is like the version already.
    pub same_as_draft: &'static str,
    /// There is no difference.
    pub same: &'static str,
    /// Puts it into the draft.
    pub restore: &'static str,
    /// What that means.
    pub restore_question: fn(version: i64, changes: usize) -> String,
    /// It is in the draft.
    pub restored: fn(i64) -> String,
    /// There is no such version.
    pub no_version: &'static str,

    /// Something is otherwise at the provider.
    pub drift: &'static str,
    /// What that means.
    pub drift_text: &'static str,
    /// Accepts it.
    pub take_over: &'static str,
    /// What that does.
    pub take_over_hint: &'static str,
    /// It is accepted.
    pub taken_over: &'static str,
    /// What the draft has changed in another way stays; the things follow.
    pub contested: fn(&str) -> String,
    /// Publishing puts it back.
    pub overwrites: fn(usize) -> String,
    /// It is as we left it.
    pub no_drift: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Phát hành",
    publish: "Phát hành",
    differences: "Những gì sẽ thay đổi",
    nothing: "Bản nháp giống phiên bản đang chạy, không có gì để phát hành.",
    findings: "Kiểm tra bản nháp",
    no_findings: "Đã kiểm tra bản nháp: không có lỗi nào.",
    stopped_by_errors: "Hãy sửa các lỗi trước khi phát hành: khách gọi đến sẽ bị mất cuộc gọi, hoặc nhà cung cấp sẽ từ chối.",
    warnings_seen: "Tôi đã xem các cảnh báo và vẫn muốn phát hành",
    confirm_warnings: "Hãy xem các cảnh báo và đánh dấu trước khi phát hành.",
    note: "Ghi chú cho phiên bản này",
    note_hint: "Ví dụ: thêm nhánh bảo hành cho dịp Tết. Giúp mọi người hiểu vì sao đã thay đổi.",
    added: "Thêm mới",
    removed: "Xóa",
    edit: |part, before, after| format!("{part}: {before} → {after}"),
    adds: |what| format!("Thêm {what}"),
    removes: |what| format!("Bỏ {what}"),
    of: |what, edit| format!("{what}: {edit}"),

    progress: "Tiến độ phát hành",
    steps: |done, all| format!("{done}/{all} bước"),
    running: |version| format!("Đang phát hành phiên bản {version}"),
    paused: |version| format!("Phiên bản {version} đang dừng giữa chừng"),
    finished: |version| format!("Phiên bản {version} đã chạy ở nhà cung cấp"),
    begun_by: |name| format!("{name} bắt đầu"),
    stop: "Dừng lại",
    go_on: "Tiếp tục phát hành",
    go_on_hint: "Alo đọc lại nhà cung cấp rồi làm tiếp những bước còn thiếu; bước đã xong không làm lại.",
    creates: |what| format!("Thêm {what}"),
    updates: |what| format!("Sửa {what}"),
    deletes: |what| format!("Xóa {what}"),
    done: "Đã xong",
    under_way: "Đang làm",
    later: "Chờ",
    failed: "Không làm được",
    refused_step: |what, code, said| match said {
        "" => format!("Nhà cung cấp từ chối {what} (mã {code})."),
        said => format!("Nhà cung cấp từ chối {what}: “{said}” (mã {code})."),
    },
    not_kept: |what| format!("Nhà cung cấp báo đã tạo {what} nhưng không thấy trong danh sách. Hãy thử tiếp tục."),
    drifted_meanwhile: |what| {
        format!("Ai đó vừa sửa ở nơi khác: {what}. Tiếp tục sẽ ghi đè những chỗ này như phiên bản đang phát hành.")
    },
    stopped: "Đã có người dừng lại.",
    ours: "Máy chủ của Alo gặp sự cố. Hãy thử tiếp tục sau ít phút.",

    versions: "Các phiên bản",
    no_versions: "Chưa có phiên bản nào",
    no_versions_text: "Mỗi lần phát hành được giữ lại thành một phiên bản để xem lại và khôi phục.",
    one_version: "Phiên bản",
    version: |number| format!("Phiên bản {number}"),
    at: "Thời điểm",
    by: "Người phát hành",
    by_itself: "Tự động",
    changed: "Thay đổi",
    origin_read: "Đọc từ nhà cung cấp",
    newest: "Mới nhất",
    not_arrived: "Chưa phát hành hết",
    compare: "So sánh",
    with_previous: "Với phiên bản trước",
    with_draft: "Với bản nháp",
    since_previous: "Phiên bản này đã thay đổi",
    against_draft: "Khôi phục sẽ thay đổi bản nháp như sau",
    same_as_draft: "Bản nháp đang giống phiên bản này.",
    same: "Không có gì khác.",
    restore: "Khôi phục vào bản nháp",
    restore_question: |version, changes| match changes {
        0 => {
            format!("Đưa phiên bản {version} vào bản nháp? Khách gọi đến chưa bị ảnh hưởng cho tới khi bạn phát hành.")
        }
        n => format!(
            "Đưa phiên bản {version} vào bản nháp? {n} thay đổi chưa phát hành sẽ mất. Khách gọi đến chưa bị ảnh hưởng cho tới khi bạn phát hành."
        ),
    },
    restored: |version| format!("Bản nháp giờ giống phiên bản {version}. Hãy xem lại rồi phát hành."),
    no_version: "Không có phiên bản này",

    drift: "Nhà cung cấp đang chạy khác với Alo",
    drift_text: "Ai đó đã sửa ở công cụ khác sau lần phát hành gần nhất:",
    take_over: "Nhận thay đổi này",
    take_over_hint: "Nhận để giữ những gì đã sửa: chúng thành một phiên bản mới và vào cả bản nháp. Nếu không, lần phát hành tới sẽ ghi đè.",
    taken_over: "Đã nhận những gì sửa ở nơi khác",
    contested: |what| format!("Bản nháp và nơi khác cùng sửa: {what}. Bản nháp được giữ nguyên, hãy xem lại."),
    overwrites: |n| format!("Phát hành sẽ ghi đè {n} chỗ đã bị sửa ở nơi khác."),
    no_drift: "Nhà cung cấp đang chạy đúng như lần phát hành gần nhất.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Publish",
    publish: "Publish",
    differences: "What will change",
    nothing: "The draft is as the published version is; there is nothing to publish.",
    findings: "Checks of the draft",
    no_findings: "The draft was checked: nothing is wrong.",
    stopped_by_errors: "Mend the errors before you publish: calls would get lost, or the provider would refuse.",
    warnings_seen: "I have seen the warnings and want to publish",
    confirm_warnings: "Look at the warnings and tick the box before you publish.",
    note: "Note on this version",
    note_hint: "Such as: a branch for warranty during the holidays. It tells the others why.",
    added: "New",
    removed: "Removed",
    edit: |part, before, after| format!("{part}: {before} → {after}"),
    adds: |what| format!("Adds {what}"),
    removes: |what| format!("Takes out {what}"),
    of: |what, edit| format!("{what}: {edit}"),

    progress: "Progress of publishing",
    steps: |done, all| format!("{done} of {all} steps"),
    running: |version| format!("Version {version} is being published"),
    paused: |version| format!("Version {version} stopped half way"),
    finished: |version| format!("Version {version} is in place at the provider"),
    begun_by: |name| format!("Begun by {name}"),
    stop: "Stop",
    go_on: "Go on publishing",
    go_on_hint: "Alo reads the provider again and does the steps that are missing; what is done is not done twice.",
    creates: |what| format!("Make {what}"),
    updates: |what| format!("Change {what}"),
    deletes: |what| format!("Remove {what}"),
    done: "Done",
    under_way: "Under way",
    later: "Later",
    failed: "Failed",
    refused_step: |what, code, said| match said {
        "" => format!("The provider refused {what} (code {code})."),
        said => format!("The provider refused {what}: “{said}” (code {code})."),
    },
    not_kept: |what| format!("The provider says it made {what}, but does not list it. Try to go on."),
    drifted_meanwhile: |what| {
        format!("Somebody has just changed this elsewhere: {what}. Going on makes it as the version has it.")
    },
    stopped: "Somebody stopped it.",
    ours: "Alo's own server has a problem. Try to go on in a few minutes.",

    versions: "Versions",
    no_versions: "No versions yet",
    no_versions_text: "Whatever is published is kept as a version, to look back at and to restore.",
    one_version: "Version",
    version: |number| format!("Version {number}"),
    at: "When",
    by: "Published by",
    by_itself: "By itself",
    changed: "Changes",
    origin_read: "Read from the provider",
    newest: "Newest",
    not_arrived: "Not all of it published",
    compare: "Compare",
    with_previous: "With the one before",
    with_draft: "With the draft",
    since_previous: "What this version changed",
    against_draft: "What restoring it would change in the draft",
    same_as_draft: "The draft is as this version already.",
    same: "There is no difference.",
    restore: "Restore into the draft",
    restore_question: |version, changes| match changes {
        0 => format!("Put version {version} into the draft? Callers notice nothing until you publish."),
        1 => format!(
            "Put version {version} into the draft? The unpublished change is lost. Callers notice nothing until you publish."
        ),
        n => format!(
            "Put version {version} into the draft? {n} unpublished changes are lost. Callers notice nothing until you publish."
        ),
    },
    restored: |version| format!("The draft is as version {version} now. Look at it, then publish."),
    no_version: "There is no such version",

    drift: "The provider is not as Alo left it",
    drift_text: "Somebody used another tool after the last publishing:",
    take_over: "Accept these changes",
    take_over_hint: "Accept to keep what was changed: it becomes a version of its own, and is in the draft, too. Otherwise the next publishing overwrites it.",
    taken_over: "What was changed elsewhere is accepted",
    contested: |what| format!("Changed both here and elsewhere: {what}. The draft's is kept; look at it."),
    overwrites: |n| match n {
        1 => "Publishing overwrites one change that was made elsewhere.".into(),
        n => format!("Publishing overwrites {n} changes that were made elsewhere."),
    },
    no_drift: "The provider is as the last publishing left it.",
};
