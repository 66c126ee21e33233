//! What a file's heads and first rows say of its columns.

use domain::imports::Target::{Address, Company, Email, FamilyName, GivenName, Ignore, Name, Note, Owner, Phone};
use domain::imports::{Target, delimiter, guess, looks_like_data};

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn of(heads: &[&str]) -> Vec<Target> {
    guess(&texts(heads), &[], &[])
}

#[test]
fn vietnamese_heads() {
    let heads =
        ["STT", "Họ và tên", "SĐT", "Điện thoại 2", "Email", "Công ty", "Địa chỉ", "Người phụ trách", "Ghi chú"];
    assert_eq!(of(&heads), [Ignore, Name, Phone, Phone, Email, Company, Address, Owner, Note]);
    let heads = ["Mã khách hàng", "Tên khách hàng", "sdt1", "SDT 2", "Tên công ty", "Số nhà", "Phường/Xã", "Tỉnh/TP"];
    assert_eq!(of(&heads), [Ignore, Name, Phone, Phone, Company, Ignore, Address, Address]);
    assert_eq!(of(&["Họ đệm", "Tên", "Di động", "Địa chỉ email"]), [FamilyName, GivenName, Phone, Email]);
    assert_eq!(
        of(&["Nguồn khách hàng", "Loại khách hàng", "Ngày tạo", "Nhân viên sale"]),
        [Ignore, Ignore, Ignore, Owner]
    );
}

#[test]
fn english_heads() {
    let heads = ["ID", "Full Name", "Mobile phone", "E-mail", "Company Name", "Street", "City", "Owner", "Notes"];
    assert_eq!(of(&heads), [Ignore, Name, Phone, Email, Company, Address, Address, Owner, Note]);
    assert_eq!(of(&["Last Name", "First Name", "Tel."]), [FamilyName, GivenName, Phone]);
}

#[test]
fn accents_may_be_decomposed_and_capitals_are_the_same() {
    assert_eq!(of(&["HO\u{323} VA\u{300} TE\u{302}N", "ĐIỆN THOẠI"]), [Name, Phone]);
}

#[test]
fn what_a_file_has_once_is_its_first_column() {
    assert_eq!(of(&["Tên", "Tên khách hàng", "Email", "Email 2"]), [Name, Ignore, Email, Ignore]);
}

#[test]
fn without_a_head_the_cells_tell() {
    let rows = [texts(&["An", "0901234567", "1200000", "an@alo.vn"]), texts(&["Bình", "", "900000", "binh@alo.vn"])];
    assert_eq!(guess(&texts(&["Tên", "", "Doanh số", "x"]), &rows, &[]), [Name, Phone, Ignore, Email]);
}

#[test]
fn a_first_row_of_people_is_no_head() {
    assert!(looks_like_data(&texts(&["Nguyễn An", "0901 234 567"])));
    assert!(looks_like_data(&texts(&["Nguyễn An", "an@alo.vn"])));
    assert!(!looks_like_data(&texts(&["Họ tên", "SĐT 1", "Email", "Năm 2026"])));
}

#[test]
fn delimiters() {
    assert_eq!(delimiter("Tên;SĐT;Địa chỉ\nAn;0901;\"Lê Lợi, Q1, HCM\"\nBình;0902;Huế, TT\n"), ';');
    assert_eq!(delimiter("name,phone\n\"An; Bình; Chi\",1\n"), ',');
    assert_eq!(delimiter("name\tphone\nAn, Jr\t1\n"), '\t');
    assert_eq!(delimiter("a|b|c\n1|2|3"), '|');
    assert_eq!(delimiter("name\nAn\n"), ',');
    assert_eq!(delimiter(""), ',');
    assert_eq!(delimiter("a;b\n\"one\ntwo, three, four, five\";2\n"), ';');
}
