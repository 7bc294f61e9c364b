//! What can be broken in a file: the operators of cargo-mutants (<https://mutants.rs/mutants.html>).
//!
//! A mutant lies dormant beside what it replaces, behind its number: `(match (&(a), &(b)) { (l, r) => match
//! crate::mutant::active() { 7 => *l != *r, _ => *l == *r } })` is `a == b` until number 7 is asked for. Operands are
//! written once, so that what is nested in them does not double.

use std::ops::Range;

use proc_macro2::Span;
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprClosure, ExprMatch, ExprStruct, ExprUnary, FieldValue, ImplItemFn, ItemFn,
    ItemImpl, ItemMod, Pat, Signature, TraitItemFn, Type, UnOp,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::{
    edits::{Edit, Piece},
    values,
};

/// One way in which the program can be wrong.
pub struct Mutant {
    pub number: u32,
    /// The file, inside `src/`.
    pub file: String,
    pub line: usize,
    /// The function with its type.
    pub function: String,
    /// What becomes of what.
    pub change: String,
}

impl Mutant {
    /// What it is called, whatever its line.
    pub fn name(&self) -> String {
        format!("{} {}: {}", self.file, self.function, self.change)
    }
}

/// What the finder has found.
pub struct Finder<'a> {
    file: &'a str,
    source: &'a str,
    /// The path to where it is: modules, types and functions.
    path: Vec<String>,
    pub mutants: Vec<Mutant>,
    pub edits: Vec<Edit>,
    /// How many mutants there are in other files.
    before: u32,
}

impl<'a> Finder<'a> {
    /// Finds the mutants of a file, numbered from after `before`.
    pub fn find(file: &'a str, source: &'a str, before: u32) -> Result<Self, syn::Error> {
        let mut finder = Finder { file, source, path: Vec::new(), mutants: Vec::new(), edits: Vec::new(), before };
        finder.visit_file(&syn::parse_file(source)?);
        Ok(finder)
    }

    fn range(&self, spanned: &impl Spanned) -> Range<usize> {
        spanned.span().byte_range()
    }

    /// The words at a place on one line, cut where they are many.
    fn words(&self, range: Range<usize>) -> String {
        let words = self.source[range].split_whitespace().collect::<Vec<_>>().join(" ");
        let count = words.chars().count();
        if count <= 60 {
            return words;
        }
        let start: String = words.chars().take(30).collect();
        let end: String = words.chars().skip(count - 28).collect();
        format!("{start}…{end}")
    }

    fn mutant(&mut self, span: Span, change: String) -> u32 {
        let number = self.before + u32::try_from(self.mutants.len()).unwrap_or(u32::MAX) + 1;
        let function = self.path.join("::");
        let like = |mutant: &&Mutant| {
            mutant.function == function
                && (mutant.change == change || mutant.change.starts_with(&format!("{change} (")))
        };
        let same = self.mutants.iter().filter(like).count();
        let change = if same == 0 { change } else { format!("{change} ({})", same + 1) };
        self.mutants.push(Mutant { number, file: self.file.to_owned(), line: span.start().line, function, change });
        number
    }

    fn edit(&mut self, range: Range<usize>, pieces: Vec<Piece>) {
        self.edits.push(Edit { range, pieces });
    }

    /// A function whose body may give something else at once.
    fn function(&mut self, signature: &Signature, block: &Block) {
        if block.stmts.is_empty() {
            return;
        }
        if let Some(constant) = &signature.constness {
            // What asks for its number is not known when the program is compiled.
            self.edit(constant.span.byte_range(), vec![Piece::Text(String::new())]);
        }
        let whole = self.range(block);
        let name = signature.ident.span();
        if values::is_iterator(&signature.output) {
            let number = self.mutant(name, "body → an empty iterator".to_owned());
            let pieces = vec![
                text("{ ::std::iter::Iterator::take("),
                Piece::Source(whole.clone()),
                Piece::Mutant(number, format!(", if crate::mutant::is({number}) {{ 0 }} else {{ usize::MAX }}")),
                text(") }"),
            ];
            self.edit(whole, pieces);
            return;
        }
        let mut pieces = Vec::new();
        for value in values::of_result(&signature.output) {
            if self.words(whole.start + 1..whole.end - 1) == value {
                continue;
            }
            let number = self.mutant(name, format!("body → {value}"));
            pieces.push(Piece::Mutant(number, format!(" if crate::mutant::is({number}) {{ return {value}; }} ")));
        }
        if !pieces.is_empty() {
            self.edit(whole.start + 1..whole.start + 1, pieces);
        }
    }

    /// A guard that always or never holds, and an arm that is not there if another takes its values.
    fn arm(&mut self, arm: &Arm, can_go: bool) {
        let shown = self.words(self.range(&arm.pat));
        let mut pieces = Vec::new();
        let place = match &arm.guard {
            Some((_, guard)) if !has_let(guard) => {
                let place = self.range(guard);
                let words = self.words(place.clone());
                let always = self.mutant(guard.span(), format!("{shown} if {words} → if true"));
                let never = self.mutant(guard.span(), format!("{shown} if {words} → if false"));
                pieces.push(Piece::Mutant(always, format!("crate::mutant::is({always}) || ")));
                pieces.push(text("("));
                pieces.push(Piece::Source(place.clone()));
                pieces.push(text(")"));
                pieces.push(Piece::Mutant(never, format!(" && !crate::mutant::is({never})")));
                // As true holds before false is asked, the two need no brackets: only one of them is ever active.
                place
            }
            Some(_) => return,
            None if can_go => {
                let end = self.range(&arm.pat).end;
                let number = self.mutant(arm.pat.span(), format!("arm {shown} deleted"));
                pieces.push(Piece::Mutant(number, format!(" if !crate::mutant::is({number})")));
                end..end
            }
            None => return,
        };
        self.edit(place, pieces);
    }

    fn comparison(&mut self, binary: &ExprBinary, sign: &str, others: &[&str]) {
        self.reckoning(binary, sign, others, ["&(", "), &("], ["*__l", "*__r"]);
    }

    /// An operator between two values that are reckoned first.
    fn reckoning(&mut self, binary: &ExprBinary, sign: &str, others: &[&str], open: [&str; 2], names: [&str; 2]) {
        let (left, right) = (self.range(&binary.left), self.range(&binary.right));
        let (l, r) = (names[0], names[1]);
        let mut pieces = vec![text("(match ("), text(open[0]), Piece::Source(left), text(open[1])];
        pieces.extend([Piece::Source(right), text(")) { (__l, __r) => match crate::mutant::active() {")]);
        for other in others {
            let number = self.operator(binary, sign, other);
            pieces.push(Piece::Mutant(number, format!(" {number} => {l} {other} {r},")));
        }
        pieces.push(text(&format!(" _ => {l} {sign} {r} }} }})")));
        self.edit(self.range(binary), pieces);
    }

    fn operator(&mut self, binary: &ExprBinary, sign: &str, other: &str) -> u32 {
        let (left, right) = (self.words(self.range(&binary.left)), self.words(self.range(&binary.right)));
        self.mutant(binary.op.span(), format!("{left} {sign} {right} → {other}"))
    }

    fn assignment(&mut self, binary: &ExprBinary, sign: &str, others: &[&str]) {
        let (left, right) = (self.range(&binary.left), self.range(&binary.right));
        let place = self.source[left.clone()].to_owned();
        let mut pieces =
            vec![text("(match ("), Piece::Source(right), text(") { __r => match crate::mutant::active() {")];
        for other in others {
            let number = self.operator(binary, sign, other);
            pieces.push(Piece::Mutant(number, format!(" {number} => {{ {place} {other} __r }},")));
        }
        pieces.extend([text(" _ => {"), Piece::Source(left), text(&format!(" {sign} __r }} }} }})"))]);
        self.edit(self.range(binary), pieces);
    }

    /// `a && b` and `a || b`, which reckon `b` only where they must.
    fn junction(&mut self, binary: &ExprBinary, is_and: bool) {
        if has_let(&binary.left) || has_let(&binary.right) {
            return;
        }
        let (sign, other) = if is_and { ("&&", "||") } else { ("||", "&&") };
        let number = self.operator(binary, sign, other);
        let (goes_on, ends) = if is_and { ("!=", "") } else { ("==", "!") };
        let pieces = vec![
            text("(if ("),
            Piece::Source(self.range(&binary.left)),
            Piece::Mutant(number, format!(") {goes_on} crate::mutant::is({number}) {{ ")),
            Piece::Source(self.range(&binary.right)),
            text(&format!(" }} else {{ {ends}crate::mutant::is({number}) }})")),
        ];
        self.edit(self.range(binary), pieces);
    }
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

/// Whether a condition binds a name: then its parts cannot be taken apart.
fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|what| what.is_ident("test"))
    })
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        if is_test(&item.attrs) {
            return;
        }
        self.path.push(item.sig.ident.to_string());
        self.function(&item.sig, &item.block);
        self.visit_block(&item.block);
        self.path.pop();
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let name = match &*item.self_ty {
            Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        self.path.push(name.unwrap_or_else(|| "impl".to_owned()));
        visit::visit_item_impl(self, item);
        self.path.pop();
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.path.push(item.sig.ident.to_string());
        self.function(&item.sig, &item.block);
        self.visit_block(&item.block);
        self.path.pop();
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if let Some(block) = &item.default {
            self.path.push(item.sig.ident.to_string());
            self.function(&item.sig, block);
            self.visit_block(block);
            self.path.pop();
        }
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        match binary.op {
            BinOp::And(_) => self.junction(binary, true),
            BinOp::Or(_) => self.junction(binary, false),
            BinOp::Eq(_) => self.comparison(binary, "==", &["!="]),
            BinOp::Ne(_) => self.comparison(binary, "!=", &["=="]),
            BinOp::Lt(_) => self.comparison(binary, "<", &["==", ">", "<="]),
            BinOp::Gt(_) => self.comparison(binary, ">", &["==", "<", ">="]),
            BinOp::Le(_) => self.comparison(binary, "<=", &[">"]),
            BinOp::Ge(_) => self.comparison(binary, ">=", &["<"]),
            BinOp::AddAssign(_) => self.assignment(binary, "+=", &["-=", "*="]),
            BinOp::SubAssign(_) => self.assignment(binary, "-=", &["+=", "/="]),
            BinOp::MulAssign(_) => self.assignment(binary, "*=", &["+=", "/="]),
            BinOp::DivAssign(_) => self.assignment(binary, "/=", &["%=", "*="]),
            BinOp::RemAssign(_) => self.assignment(binary, "%=", &["/=", "+="]),
            BinOp::BitAndAssign(_) => self.assignment(binary, "&=", &["|=", "^="]),
            BinOp::BitOrAssign(_) => self.assignment(binary, "|=", &["&=", "^="]),
            BinOp::BitXorAssign(_) => self.assignment(binary, "^=", &["|=", "&="]),
            BinOp::ShlAssign(_) => self.assignment(binary, "<<=", &[">>="]),
            BinOp::ShrAssign(_) => self.assignment(binary, ">>=", &["<<="]),
            op => {
                let (sign, others): (&str, &[&str]) = match op {
                    BinOp::Add(_) => ("+", &["-", "*"]),
                    BinOp::Sub(_) => ("-", &["+", "/"]),
                    BinOp::Mul(_) => ("*", &["+", "/"]),
                    BinOp::Div(_) => ("/", &["%", "*"]),
                    BinOp::Rem(_) => ("%", &["/", "+"]),
                    BinOp::BitAnd(_) => ("&", &["|", "^"]),
                    BinOp::BitOr(_) => ("|", &["&", "^"]),
                    BinOp::BitXor(_) => ("^", &["|", "&"]),
                    BinOp::Shl(_) => ("<<", &[">>"]),
                    BinOp::Shr(_) => (">>", &["<<"]),
                    _ => ("", &[]),
                };
                if !others.is_empty() {
                    self.reckoning(binary, sign, others, ["(", "), ("], ["__l", "__r"]);
                }
            }
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast ExprUnary) {
        let (inner, words) = (self.range(&unary.expr), self.words(self.range(unary)));
        match unary.op {
            UnOp::Not(_) => {
                let number = self.mutant(unary.span(), format!("{words} → without !"));
                let after = format!(") != !crate::mutant::is({number}))");
                self.edit(self.range(unary), vec![text("(("), Piece::Source(inner), Piece::Mutant(number, after)]);
            }
            UnOp::Neg(_) => {
                let number = self.mutant(unary.span(), format!("{words} → without -"));
                let pieces = vec![
                    text("(match ("),
                    Piece::Source(inner),
                    text(") { __v => match crate::mutant::active() {"),
                    Piece::Mutant(number, format!(" {number} => __v,")),
                    text(" _ => -__v } })"),
                ];
                self.edit(self.range(unary), pieces);
            }
            _ => {}
        }
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_match(&mut self, expression: &'ast ExprMatch) {
        let is_wild = |arm: &Arm| matches!(arm.pat, Pat::Wild(_)) && arm.guard.is_none();
        let has_wild = expression.arms.iter().any(is_wild);
        for arm in &expression.arms {
            self.arm(arm, has_wild && !is_wild(arm));
        }
        visit::visit_expr_match(self, expression);
    }

    fn visit_expr_struct(&mut self, expression: &'ast ExprStruct) {
        if let Some(rest) = &expression.rest {
            let rest = self.source[self.range(rest)].to_owned();
            let name = self.source[self.range(&expression.path)].to_owned();
            for field in &expression.fields {
                self.field(field, &name, &rest);
            }
        }
        visit::visit_expr_struct(self, expression);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        // Its patterns and types hold nothing to break.
        self.visit_expr(&closure.body);
    }

    // What is reckoned when the program is compiled cannot ask for a number.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_pat(&mut self, _: &'ast Pat) {}
    fn visit_generic_argument(&mut self, _: &'ast syn::GenericArgument) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

impl Finder<'_> {
    /// A field of a struct that is filled up from another: left to that one.
    fn field(&mut self, field: &FieldValue, name: &str, rest: &str) {
        let syn::Member::Named(member) = &field.member else { return };
        let number = self.mutant(field.span(), format!("field {member} of {name} left to {rest}"));
        let before = format!(
            "{member}: if crate::mutant::is({number}) {{ let __rest: {name} = {rest}; __rest.{member} }} else {{ "
        );
        let pieces = vec![Piece::Mutant(number, before), Piece::Source(self.range(&field.expr)), text(" }")];
        self.edit(self.range(field), pieces);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::edits::written;

    /// The mutants of a source, and how it is written with those that are not `dropped`.
    fn found(source: &str, dropped: &[u32]) -> (Vec<String>, String) {
        let mut finder = Finder::find("room/file.rs", source, 0).unwrap();
        let names = finder.mutants.iter().map(|mutant| format!("{}: {}", mutant.function, mutant.change)).collect();
        let dropped: BTreeSet<u32> = dropped.iter().copied().collect();
        (names, written(source, &mut finder.edits, &dropped).text)
    }

    #[test]
    fn operators_are_written_once_and_nest() {
        let (names, text) = found("fn f(a: u8) { g(!(a + 1 == 2) || h()); }", &[1]);
        let expected = [
            "f: body → ()",
            "f: !(a + 1 == 2) || h() → &&",
            "f: !(a + 1 == 2) → without !",
            "f: a + 1 == 2 → !=",
            "f: a + 1 → -",
            "f: a + 1 → *",
        ];
        assert_eq!(names, expected);
        let sum = "(match ((a), (1)) { (__l, __r) => match crate::mutant::active() { 5 => __l - __r, 6 => __l * __r, _ => __l + __r } })";
        let equal = format!(
            "(match (&({sum}), &(2)) {{ (__l, __r) => match crate::mutant::active() {{ 4 => *__l != *__r, _ => *__l == *__r }} }})"
        );
        let not = format!("((({equal})) != !crate::mutant::is(3))");
        let or = format!("(if ({not}) == crate::mutant::is(2) {{ h() }} else {{ !crate::mutant::is(2) }})");
        assert_eq!(text, format!("fn f(a: u8) {{ g({or}); }}"));
    }

    #[test]
    fn what_does_not_compile_is_left_out() {
        let source = "fn f(a: u8) -> u8 { a + 1 }";
        let (names, text) = found(source, &[1, 2, 3]);
        assert_eq!(names, ["f: body → 0", "f: body → 1", "f: a + 1 → -", "f: a + 1 → *"]);
        assert_eq!(
            text,
            "fn f(a: u8) -> u8 { (match ((a), (1)) { (__l, __r) => match crate::mutant::active() { 4 => __l * __r, _ => __l + __r } }) }"
        );
        assert_eq!(found(source, &[1, 2, 3, 4]).1, source);
    }

    #[test]
    fn arms_and_guards() {
        let (names, text) = found("fn f(a: u8) { match a { 1 => g(), 2 if h() => g(), _ => {} } }", &[1]);
        assert_eq!(names, ["f: body → ()", "f: arm 1 deleted", "f: 2 if h() → if true", "f: 2 if h() → if false"]);
        assert_eq!(
            text,
            "fn f(a: u8) { match a { 1 if !crate::mutant::is(2) => g(), \
             2 if crate::mutant::is(3) || (h()) && !crate::mutant::is(4) => g(), _ => {} } }"
        );
    }

    #[test]
    fn constants_tests_and_bindings_are_left_alone() {
        for source in [
            "const A: u8 = 1 + 2;",
            "#[cfg(test)] mod tests { fn f() -> u8 { 1 + 2 } }",
            "fn f() {}",
            "static A: [u8; 1 + 2] = [0; 1 + 2];",
        ] {
            assert_eq!(found(source, &[]), (Vec::new(), source.to_owned()));
        }
        let source = "fn f(a: Option<u8>) { if let Some(_) = a && g() { h() } }";
        assert_eq!(found(source, &[1]).1, source);
    }

    #[test]
    fn what_is_known_when_compiled_no_longer_is() {
        assert_eq!(
            found("const fn f() -> bool { g() }", &[2]).1,
            " fn f() -> bool { if crate::mutant::is(1) { return true; }  g() }"
        );
    }
}
