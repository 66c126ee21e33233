//! Companies: what a form must hold, and which names are one company's.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use domain::companies::{self, CompanyForm};
use domain::customers::PhoneForm;
use domain::fields::{Field, FieldError, FieldProblem};
use proptest::prelude::*;

fn named(name: &str) -> CompanyForm {
    CompanyForm { name: name.into(), ..CompanyForm::default() }
}

fn refused(form: &CompanyForm) -> Vec<FieldError> {
    form.parse(&[]).unwrap_err()
}

#[test]
fn a_form_is_tidied() {
    let form = CompanyForm {
        tax_code: " 0312 345 678 ".into(),
        website: "anphu.vn/gioi-thieu".into(),
        email: "Kinhdoanh@AnPhu.vn".into(),
        phones: vec![
            PhoneForm { raw: "028 3822 1234".into(), ..PhoneForm::default() },
            PhoneForm { raw: " ".into(), ..PhoneForm::default() },
        ],
        ..named("  Công ty   An Phú ")
    };
    let draft = form.parse(&[]).unwrap();
    assert_eq!(draft.name, "Công ty An Phú");
    assert_eq!(draft.tax_code.as_deref(), Some("0312345678"));
    assert_eq!(draft.website.as_deref(), Some("https://anphu.vn/gioi-thieu"));
    assert_eq!(draft.email.as_deref(), Some("kinhdoanh@anphu.vn"));
    assert_eq!((draft.phones.len(), draft.phones[0].primary), (1, true));
}

#[test]
fn a_branch_has_three_more_digits() {
    for (typed, kept) in [("0312345678-001", "0312345678-001"), ("0312345678001", "0312345678-001")] {
        let draft = CompanyForm { tax_code: typed.into(), ..named("An") }.parse(&[]).unwrap();
        assert_eq!(draft.tax_code.as_deref(), Some(kept));
    }
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    assert_eq!(refused(&named("  ")), [FieldError::new(Field::Name, FieldProblem::Required)]);
    for tax_code in ["12", "03123456789", "abcdefghij", "031-2345678", "0312345678-01-"] {
        let form = CompanyForm { tax_code: tax_code.into(), ..named("An") };
        assert_eq!(refused(&form), [FieldError::new(Field::TaxCode, FieldProblem::NotATaxCode)], "{tax_code}");
    }
    for website in ["anphu", "https://", "an phu.vn", "javascript:alert(1)", ".vn", "a..vn"] {
        let form = CompanyForm { website: website.into(), ..named("An") };
        assert_eq!(refused(&form), [FieldError::new(Field::Website, FieldProblem::NotAWebsite)], "{website}");
    }
}

#[test]
fn names_are_one_whatever_their_case_and_spaces_but_not_their_accents() {
    assert_eq!(companies::key("  CÔNG TY  An Phú "), companies::key("Công ty an phú"));
    assert_ne!(companies::key("Hòa Bình"), companies::key("Hoa Binh"));
}

proptest! {
    /// A tidied form says the same again: opening and saving changes nothing.
    #[test]
    fn what_was_parsed_parses_to_itself(
        name in "[ A-Za-zÀ-ỹ]{1,30}[a-z]",
        tax_code in "([0-9]{10}(-?[0-9]{3})?)?",
        host in "([a-z]{1,10}\\.){0,2}[a-z]{2,5}",
    ) {
        let form = CompanyForm { tax_code, website: host, ..named(&name) };
        if let Ok(draft) = form.parse(&[]) {
            let again = CompanyForm {
                tax_code: draft.tax_code.clone().unwrap_or_default(),
                website: draft.website.clone().unwrap_or_default(),
                ..named(&draft.name)
            };
            prop_assert_eq!(again.parse(&[]).unwrap(), draft);
        }
    }

    /// The key does not change when a name is tidied, nor when the key is taken again.
    #[test]
    fn a_key_is_stable(name in "\\PC{0,40}") {
        let key = companies::key(&name);
        prop_assert_eq!(&companies::key(&domain::names::tidy(&name)), &key);
        prop_assert_eq!(companies::key(&key), key);
    }

    /// No text makes the form fall over.
    #[test]
    fn any_text_is_answered(text in "\\PC{0,60}") {
        let form = CompanyForm { name: text.clone(), tax_code: text.clone(), website: text.clone(), ..named("") };
        let _ = form.parse(&[]);
        let _ = CompanyForm { name: text, ..CompanyForm::default() }.parse(&[]);
    }
}
