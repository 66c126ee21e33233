//! Filters as conditions on the record, which is `c` in every text. Values are always bound.

use super::deals::UNKNOWN;
use super::found_by::Kind;
use super::{Answer, Keeps, On, each};
use domain::customers::OwnerFilter;
use domain::filters::{FilterField, Test, Tree};
use domain::ids::TagId;
use domain::lists::List;
use domain::names;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// What is filtered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Records {
    /// Which list.
    pub(super) list: List,
    /// What they are called where tags are put on them.
    pub(super) tagged: &'static str,
    /// Their telephone numbers, where they have any.
    pub(super) of: Option<Kind>,
}

/// Deals.
pub(super) const DEALS: Records = Records { list: List::Deals, tagged: "deal", of: None };

/// What holds of a record, after `and`. A moment that few records share is written so that its index fits; otherwise
/// the list is walked in its order.
pub(super) fn push_filter<DB>(text: &mut QueryBuilder<DB>, of: Records, tree: &Tree, rare: bool)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    if *tree != Tree::default() {
        text.push(" and ");
        push_tree(text, of, tree, rare);
    }
}

fn push_tree<DB>(text: &mut QueryBuilder<DB>, of: Records, tree: &Tree, rare: bool)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (parts, word) = match tree {
        Tree::All(parts) => (parts, " and "),
        Tree::Any(parts) => (parts, " or "),
        Tree::Test(field, test) => return push_test(text, of, field, test, rare),
    };
    if parts.is_empty() {
        text.push("1 = 1");
        return;
    }
    for (n, part) in parts.iter().enumerate() {
        text.push(if n == 0 { "(" } else { word });
        push_tree(text, of, part, rare && matches!(tree, Tree::All(_)));
    }
    text.push(")");
}

fn push_test<DB>(text: &mut QueryBuilder<DB>, of: Records, field: &FilterField, test: &Test, rare: bool)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    match field {
        FilterField::Name if of.list == List::Deals => push_text(text, "c.title_fold", test, folded),
        FilterField::Name => push_text(text, "c.name_fold", test, folded),
        FilterField::Company => push_named(text, "companies", "c.company_id", test),
        FilterField::Customer => push_named(text, "customers", "c.customer_id", test),
        FilterField::Email => push_text(text, "c.email", test, lowered),
        FilterField::Address => push_text(text, "c.address", test, spellings),
        FilterField::Phone => push_phone(text, of, false, test),
        FilterField::DoNotCall => push_phone(text, of, true, test),
        FilterField::Owner => push_choice(text, "c.owner_id", test),
        FilterField::Stage => push_choice(text, "c.stage_id", test),
        FilterField::Progress => {
            text.push("c.stage_id in (select y.id from stages y where ");
            push_choice(text, "y.kind", test);
            text.push(")");
        }
        FilterField::Tag => push_tagged(text, of, test),
        FilterField::Amount => push_between(text, "c.amount", test),
        FilterField::CloseOn => push_between(text, "c.closes", test),
        FilterField::Created if rare => push_between(text, "c.created_at", test),
        // In no form that an index fits.
        FilterField::Created => push_between(text, "+c.created_at", test),
        FilterField::Activity => push_between(text, "c.last_activity_at", test),
        FilterField::Custom(id) => push_custom(text, id, test, rare),
    }
}

/// As folded columns are compared.
fn folded(text: &str) -> Vec<String> {
    vec![names::fold(text)]
}

/// As email addresses are stored.
fn lowered(text: &str) -> Vec<String> {
    vec![text.to_lowercase()]
}

/// Nothing folded is stored of it: as it was typed, and as people capitalise.
fn spellings(text: &str) -> Vec<String> {
    let titled = text.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    let mut all = vec![text.to_owned(), text.to_lowercase(), text.to_uppercase(), titled.collect::<Vec<_>>().join(" ")];
    all.sort_unstable();
    all.dedup();
    all
}

/// A pattern that finds a text anywhere; signs of patterns stand for themselves.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

fn push_text<DB>(text: &mut QueryBuilder<DB>, column: &str, test: &Test, spelled: fn(&str) -> Vec<String>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (sought, not) = match test {
        Test::Has(sought) => (sought, ""),
        Test::HasNot(sought) => (sought, "not "),
        other => return push_there(text, column, other),
    };
    text.push(not);
    for (n, spelling) in spelled(sought).iter().enumerate() {
        text.push(if n == 0 { "(coalesce(" } else { " or coalesce(" }).push(column);
        text.push(", '') like ").push_bind(pattern(spelling)).push(r" escape '\'");
    }
    text.push(")");
}

/// Whether there is something in a column.
fn push_there<DB: Database>(text: &mut QueryBuilder<DB>, column: &str, test: &Test) {
    let word = if *test == Test::Unset { " is null" } else { " is not null" };
    text.push(column).push(word);
}

/// The name of another record that this one is with.
fn push_named<DB>(text: &mut QueryBuilder<DB>, table: &str, column: &str, test: &Test)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (sought, not) = match test {
        Test::Has(sought) => (sought, ""),
        Test::HasNot(sought) => (sought, "not "),
        other => return push_there(text, column, other),
    };
    text.push(format_args!("{not}exists (select 1 from {table} y where y.id = {column} and y.deleted_at is null and "));
    push_text(text, "y.name_fold", &Test::Has(sought.clone()), folded);
    text.push(")");
}

/// A number is there or not, or one that must not be called. Few have such a one: they lead to their records. Whoever
/// has none is asked for record by record, since an engine that cannot hold all the others walks them for each.
fn push_phone<DB: Database>(text: &mut QueryBuilder<DB>, of: Records, unwanted: bool, test: &Test) {
    let Some(Kind { phones, record, .. }) = of.of else {
        text.push("1 = 0");
        return;
    };
    text.push(match (*test == Test::Unset, unwanted) {
        (false, true) => format!("c.id in (select p.{record} from {phones} p where p.do_not_call)"),
        (false, false) => format!("exists (select 1 from {phones} p where p.{record} = c.id)"),
        (true, true) => format!("not exists (select 1 from {phones} p where p.{record} = c.id and p.do_not_call)"),
        (true, false) => format!("not exists (select 1 from {phones} p where p.{record} = c.id)"),
    });
}

/// One of several ids or words; an empty one is nothing.
fn push_choice<DB>(text: &mut QueryBuilder<DB>, column: &str, test: &Test)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (values, not) = match test {
        Test::OneOf(values) => (values, ""),
        Test::NoneOf(values) => (values, "not "),
        other => return push_there(text, column, other),
    };
    match (values.as_slice(), not) {
        // In a form that an index fits.
        ([one], "") if !one.is_empty() => _ = text.push(column).push(" = ").push_bind(one.clone()),
        _ => {
            text.push(format_args!("coalesce({column}, '') {not}in ("));
            push_values(text, values);
            text.push(")");
        }
    }
}

fn push_values<DB>(text: &mut QueryBuilder<DB>, values: &[String])
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut list = text.separated(", ");
    for value in values {
        list.push_bind(value.clone());
    }
}

fn push_tagged<DB>(text: &mut QueryBuilder<DB>, of: Records, test: &Test)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push(match is_without(test) {
        true => "not exists (select 1 from tagged x where x.record_id = c.id and x.kind = ",
        false => "c.id in (select x.record_id from tagged x where x.kind = ",
    });
    text.push_bind(of.tagged.to_owned());
    if let Test::OneOf(values) | Test::NoneOf(values) = test {
        text.push(" and x.tag_id in (");
        push_values(text, values);
        text.push(")");
    }
    text.push(")");
}

fn push_between<DB>(text: &mut QueryBuilder<DB>, column: &str, test: &Test)
where
    DB: Database,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (from, until) = match test {
        Test::Between(from, until) => (*from, *until),
        _ => (None, None),
    };
    if *test == Test::Unset {
        text.push(column).push(" = ").push_bind(UNKNOWN);
        return;
    }
    text.push(format_args!("({column} < ")).push_bind(until.unwrap_or(UNKNOWN));
    if let Some(from) = from {
        text.push(format_args!(" and {column} >= ")).push_bind(from);
    }
    text.push(")");
}

/// A field that the installation defines; of several choices one is enough. Values that few have lead to their records;
/// otherwise it is asked at each record, in the order of the list.
fn push_custom<DB>(text: &mut QueryBuilder<DB>, field: &str, test: &Test, rare: bool)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push(match (is_without(test), rare) {
        (true, _) => "not exists (select 1 from custom_values v where v.record_id = c.id and ",
        (false, true) => "c.id in (select v.record_id from custom_values v where ",
        (false, false) => "exists (select 1 from custom_values v where v.record_id = c.id and ",
    });
    push_value(text, field, test);
    text.push(")");
}

/// Whether those are asked for who do not have the value.
fn is_without(test: &Test) -> bool {
    matches!(test, Test::NoneOf(_) | Test::HasNot(_) | Test::Unset)
}

/// Which values of a field, under the name `v`.
fn push_value<DB>(text: &mut QueryBuilder<DB>, field: &str, test: &Test)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push("v.field_id = ").push_bind(field.to_owned());
    match test {
        Test::OneOf(values) | Test::NoneOf(values) => {
            text.push(" and v.key in (");
            push_values(text, values);
            text.push(")");
        }
        Test::Has(sought) | Test::HasNot(sought) => {
            text.push(" and v.key like ").push_bind(pattern(&names::fold(sought))).push(r" escape '\'");
        }
        Test::Between(..) => {
            text.push(" and ");
            push_between(text, "v.number", test);
        }
        Test::Set | Test::Unset => {}
    }
}

/// Whose they are.
pub(super) fn push_owner<DB>(text: &mut QueryBuilder<DB>, owner: &OwnerFilter)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    match owner {
        OwnerFilter::Anyone => {}
        OwnerFilter::Nobody => _ = text.push(" and c.owner_id is null"),
        // In no form that an index fits: the list is walked in its order.
        OwnerFilter::Team(id) => {
            text.push(" and coalesce(c.owner_id, '') in (select s.id from staff s where s.team_id = ");
            text.push_bind(id.as_str().to_owned()).push(")");
        }
        OwnerFilter::Member(id) => _ = text.push(" and c.owner_id = ").push_bind(id.as_str().to_owned()),
    }
}

/// With a tag, where one is asked for; `kind` is what such records are called there.
pub(super) fn push_tag<DB>(text: &mut QueryBuilder<DB>, kind: &str, tag: Option<&TagId>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let Some(tag) = tag else { return };
    text.push(" and c.id in (select x.record_id from tagged x where x.tag_id = ").push_bind(tag.as_str().to_owned());
    text.push(" and x.kind = ").push_bind(kind.to_owned()).push(")");
}

/// Whether so few records were made in the time that is asked for, or have so few the value of a custom field, that it
/// is best to begin with them.
pub(super) async fn is_rare(mut db: On<'_>, records: &'static str, tree: &Tree, few: i64) -> Answer<bool> {
    let Tree::All(parts) = tree else { return Ok(false) };
    for part in parts {
        let count = match part {
            Tree::Test(FilterField::Created, Test::Between(from, until)) => {
                made(db.again(), records, from.unwrap_or(i64::MIN), until.unwrap_or(i64::MAX), few).await?
            }
            Tree::Test(FilterField::Custom(field), test) if !is_without(test) => {
                having(db.again(), field, test, few).await?
            }
            _ => few,
        };
        if count < few {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many records were made in a time, counted so far.
async fn made(db: On<'_>, records: &'static str, from: i64, until: i64, few: i64) -> Answer<i64> {
    Ok(each!(db, link => {
        let mut text = QueryBuilder::new("select count(*) from (select 1 from ");
        text.push(records).push(" c where c.deleted_at is null and c.created_at >= ").push_bind(from);
        text.push(" and c.created_at < ").push_bind(until).push(" limit ").push_bind(few).push(") as made");
        text.build_query_scalar().persistent(link.keeps_texts()).fetch_one(link).await
    })?)
}

/// How many values of a custom field pass a test, counted so far.
async fn having(db: On<'_>, field: &str, test: &Test, few: i64) -> Answer<i64> {
    Ok(each!(db, link => {
        let mut text = QueryBuilder::new("select count(*) from (select 1 from custom_values v where ");
        push_value(&mut text, field, test);
        text.push(" limit ").push_bind(few).push(") as hits");
        text.build_query_scalar().persistent(link.keeps_texts()).fetch_one(link).await
    })?)
}

#[cfg(test)]
mod tests {
    use super::{pattern, spellings};

    #[test]
    fn signs_of_patterns_stand_for_themselves() {
        assert_eq!(pattern(r"50%_a\b"), r"%50\%\_a\\b%");
    }

    #[test]
    fn what_is_not_folded_is_sought_as_people_write_it() {
        assert_eq!(spellings("hà nội"), ["HÀ NỘI", "Hà Nội", "hà nội"]);
        assert_eq!(spellings("12"), ["12"]);
    }
}
