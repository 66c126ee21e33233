//! Two people saved one customer: what only the other changed is taken over, what both changed is asked about.

use domain::customers::CustomerForm;
use domain::ids::CustomFieldId;
use std::collections::BTreeSet;

/// A part of the form that is kept or taken as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Full name.
    Name,
    /// All telephone numbers.
    Phones,
    /// Email address.
    Email,
    /// The company's name.
    Company,
    /// Postal address.
    Address,
    /// What everybody should know.
    Note,
    /// Who is responsible.
    Owner,
    /// A field that the installation defines.
    Custom(CustomFieldId),
}

impl Part {
    /// The parts that every form has, in its order.
    const FIXED: [Self; 7] =
        [Self::Name, Self::Phones, Self::Email, Self::Company, Self::Address, Self::Note, Self::Owner];

    /// Every part of these forms.
    fn all(forms: &[&CustomerForm]) -> Vec<Self> {
        let custom: BTreeSet<&CustomFieldId> = forms.iter().flat_map(|form| form.custom.filled()).collect();
        Self::FIXED.into_iter().chain(custom.into_iter().cloned().map(Self::Custom)).collect()
    }

    /// Whether two forms say the same here. The ids of rows do not count: they are not typed.
    pub(super) fn same(&self, a: &CustomerForm, b: &CustomerForm) -> bool {
        match self {
            Self::Name => a.name.trim() == b.name.trim(),
            Self::Phones => numbers(a) == numbers(b),
            Self::Email => a.email.trim() == b.email.trim(),
            Self::Company => a.company.trim() == b.company.trim(),
            Self::Address => a.address.trim() == b.address.trim(),
            Self::Note => a.note.trim() == b.note.trim(),
            Self::Owner => a.owner == b.owner,
            Self::Custom(field) => a.custom.same(&b.custom, field),
        }
    }

    /// Makes `into` say here what `from` says.
    pub(super) fn copy(&self, from: &CustomerForm, into: &mut CustomerForm) {
        match self {
            Self::Name => into.name.clone_from(&from.name),
            Self::Phones => into.phones.clone_from(&from.phones),
            Self::Email => into.email.clone_from(&from.email),
            Self::Company => into.company.clone_from(&from.company),
            Self::Address => into.address.clone_from(&from.address),
            Self::Note => into.note.clone_from(&from.note),
            Self::Owner => into.owner.clone_from(&from.owner),
            Self::Custom(field) => into.custom.set(field.clone(), from.custom.get(field).to_vec()),
        }
    }
}

/// Whether two forms say the same in every part.
pub(super) fn same(a: &CustomerForm, b: &CustomerForm) -> bool {
    Part::all(&[a, b]).iter().all(|part| part.same(a, b))
}

/// What each filled row says: number, label, primary, do-not-call.
fn numbers(form: &CustomerForm) -> Vec<(&str, &str, bool, bool)> {
    let filled = form.phones.iter().filter(|phone| !phone.raw.trim().is_empty());
    filled.map(|p| (p.raw.trim(), p.label.trim(), p.primary, p.do_not_call)).collect()
}

/// My form on top of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// Mine, with theirs where only they changed something.
    pub(super) form: CustomerForm,
    /// What was taken from theirs.
    pub(super) adopted: Vec<Part>,
    /// What both changed, differently; the form holds mine.
    pub(super) disputed: Vec<Part>,
}

/// Puts what I changed since `base` on top of what they made of it. Nothing that either typed is lost.
pub(super) fn merge(base: &CustomerForm, mine: &CustomerForm, theirs: &CustomerForm) -> Merged {
    let mut merged = Merged { form: mine.clone(), adopted: Vec::new(), disputed: Vec::new() };
    for part in Part::all(&[base, mine, theirs]) {
        if part.same(mine, theirs) || part.same(base, theirs) {
            continue;
        }
        if part.same(base, mine) {
            part.copy(theirs, &mut merged.form);
            merged.adopted.push(part);
        } else {
            merged.disputed.push(part);
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::{Part, merge, same};
    use domain::customers::{CustomerForm, PhoneForm};
    use domain::ids::{CustomFieldId, PhoneId};

    fn form(name: &str, company: &str, phones: &[(&str, Option<&str>)]) -> CustomerForm {
        let phone = |(raw, id): &(&str, Option<&str>)| PhoneForm {
            id: id.map(PhoneId::new),
            raw: (*raw).into(),
            ..PhoneForm::default()
        };
        CustomerForm {
            name: name.into(),
            company: company.into(),
            phones: phones.iter().map(phone).collect(),
            ..CustomerForm::default()
        }
    }

    fn with(fields: &[(&str, &str)]) -> CustomerForm {
        let mut form = form("Lan", "", &[]);
        for (field, said) in fields {
            form.custom.set(CustomFieldId::new(*field), vec![(*said).to_owned()]);
        }
        form
    }

    #[test]
    fn custom_fields_are_parts_like_others() {
        let base = with(&[("color", ""), ("size", "1")]);
        let mine = with(&[("color", ""), ("size", "2"), ("trade", "food")]);
        let theirs = with(&[("color", "red"), ("size", "3")]);
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.form.custom, with(&[("color", "red"), ("size", "2"), ("trade", "food")]).custom);
        let custom = |id| Part::Custom(CustomFieldId::new(id));
        assert_eq!((merged.adopted, merged.disputed), (vec![custom("color")], vec![custom("size")]));
        assert!(same(&base, &with(&[("size", " 1 ")])) && !same(&base, &theirs));
    }

    #[test]
    fn what_only_they_changed_is_taken_over() {
        let merged = merge(&form("Lan", "", &[]), &form("Lan Anh", "", &[]), &form("Lan", "Alo", &[]));
        assert_eq!(merged.form, form("Lan Anh", "Alo", &[]));
        assert_eq!((merged.adopted, merged.disputed), (vec![Part::Company], vec![]));
    }

    #[test]
    fn what_both_changed_stays_mine_and_is_asked_about() {
        let merged = merge(&form("Lan", "", &[]), &form("Lan Anh", "", &[]), &form("Mai Lan", "", &[]));
        assert_eq!(merged.form.name, "Lan Anh");
        assert_eq!((merged.adopted, merged.disputed), (vec![], vec![Part::Name]));
    }

    #[test]
    fn what_both_changed_alike_is_no_dispute() {
        let both = form("Lan Anh", "", &[]);
        let merged = merge(&form("Lan", "", &[]), &both, &both);
        assert_eq!((merged.form, merged.adopted, merged.disputed), (both, vec![], vec![]));
    }

    #[test]
    fn numbers_are_compared_as_typed_not_by_their_rows() {
        let stored = form("Lan", "", &[("0901", Some("a"))]);
        let retyped = form("Lan", "", &[("0901", None)]);
        assert!(same(&stored, &retyped));
        let merged = merge(&stored, &form("Lan", "", &[("0902", None)]), &form("Lan", "", &[("0903", Some("a"))]));
        assert_eq!(merged.disputed, [Part::Phones]);
    }

    #[test]
    fn empty_rows_and_spaces_are_nothing_typed() {
        assert!(same(&form("Lan ", "", &[("", None)]), &form("Lan", "", &[])));
        assert!(!same(&form("Lan", "", &[("0901", None)]), &form("Lan", "", &[])));
    }
}
