//! What Vietnamese people, companies and streets are called.

/// Surnames, as common as they are (of a thousand).
pub(super) const SURNAMES: [(u64, &str); 18] = [
    (310, "Nguyễn"),
    (110, "Trần"),
    (95, "Lê"),
    (70, "Phạm"),
    (50, "Hoàng"),
    (45, "Phan"),
    (39, "Vũ"),
    (39, "Võ"),
    (30, "Huỳnh"),
    (25, "Đặng"),
    (25, "Bùi"),
    (22, "Đỗ"),
    (18, "Hồ"),
    (15, "Ngô"),
    (15, "Dương"),
    (10, "Lý"),
    (8, "Đinh"),
    (6, "Tạ"),
];

/// Middle names of women.
pub(super) const FEMALE: [&str; 12] =
    ["Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Ngọc", "Thu", "Thanh", "Mai", "Hoài", "Bích", "Thùy"];

/// Middle names of men.
pub(super) const MALE: [&str; 12] =
    ["Văn", "Văn", "Văn", "Minh", "Đức", "Quốc", "Hữu", "Công", "Thành", "Gia", "Xuân", "Đình"];

/// Given names of women.
pub(super) const GIVEN_FEMALE: [&str; 32] = [
    "Lan", "Hương", "Hà", "Mai", "Linh", "Trang", "Thảo", "Ngọc", "Hạnh", "Phương", "Yến", "Vân", "Nga", "Oanh",
    "Loan", "Thủy", "Hồng", "Tuyết", "Châu", "Giang", "Quỳnh", "Uyên", "Ánh", "Diệp", "Đào", "Liên", "Nhung", "Tâm",
    "My", "Trâm", "Khánh", "Ân",
];

/// Given names of men.
pub(super) const GIVEN_MALE: [&str; 32] = [
    "Hùng", "Dũng", "Tuấn", "Nam", "Minh", "Đức", "Hải", "Long", "Sơn", "Thắng", "Quang", "Huy", "Khoa", "Phúc",
    "Bình", "An", "Cường", "Đạt", "Hiếu", "Khang", "Lâm", "Nghĩa", "Phong", "Quân", "Tài", "Thịnh", "Toàn", "Trung",
    "Việt", "Vinh", "Kiên", "Lộc",
];

/// Kinds of companies.
pub(super) const COMPANIES: [&str; 6] =
    ["Công ty TNHH", "Công ty TNHH", "Công ty Cổ phần", "Công ty CP", "Doanh nghiệp tư nhân", "Hộ kinh doanh"];

/// What companies do.
pub(super) const TRADES: [&str; 14] = [
    "Thương mại",
    "Xây dựng",
    "Vận tải",
    "Dược phẩm",
    "Nội thất",
    "May mặc",
    "Thực phẩm",
    "Thủy sản",
    "Du lịch",
    "Công nghệ",
    "Điện máy",
    "Nông sản",
    "In ấn",
    "Bất động sản",
];

/// Streets.
pub(super) const STREETS: [&str; 14] = [
    "Lê Lợi",
    "Nguyễn Huệ",
    "Trần Hưng Đạo",
    "Hai Bà Trưng",
    "Lý Thường Kiệt",
    "Điện Biên Phủ",
    "Cách Mạng Tháng Tám",
    "Nguyễn Trãi",
    "Phan Đình Phùng",
    "Võ Văn Tần",
    "Hoàng Diệu",
    "Quang Trung",
    "Ngô Quyền",
    "Bạch Đằng",
];

/// Districts and cities.
pub(super) const PLACES: [&str; 12] = [
    "Quận 1, TP. Hồ Chí Minh",
    "Quận 3, TP. Hồ Chí Minh",
    "Bình Thạnh, TP. Hồ Chí Minh",
    "Thủ Đức, TP. Hồ Chí Minh",
    "Hoàn Kiếm, Hà Nội",
    "Cầu Giấy, Hà Nội",
    "Đống Đa, Hà Nội",
    "Hải Châu, Đà Nẵng",
    "Ninh Kiều, Cần Thơ",
    "Hồng Bàng, Hải Phòng",
    "Biên Hòa, Đồng Nai",
    "Nha Trang, Khánh Hòa",
];

/// What a number is for; the first is the primary's.
pub(super) const LABELS: [&str; 4] = ["Di động", "Văn phòng", "Nhà riêng", "Zalo"];

/// Mobile prefixes without the zero.
pub(super) const PREFIXES: [&str; 16] =
    ["90", "91", "93", "94", "96", "97", "98", "86", "88", "89", "70", "79", "32", "35", "38", "56"];
