//! What a function of some type may give instead of what it reckons.

use syn::{GenericArgument, PathArguments, ReturnType, Type, TypePath};

/// Values for a function's result, as Rust; none for what is never returned from or cannot be named.
pub fn of_result(output: &ReturnType) -> Vec<String> {
    match output {
        ReturnType::Default => vec!["()".to_owned()],
        ReturnType::Type(_, given) => of_type(given),
    }
}

/// Whether a function gives an iterator of a type without a name.
pub fn is_iterator(output: &ReturnType) -> bool {
    let ReturnType::Type(_, given) = output else { return false };
    let Type::ImplTrait(given) = &**given else { return false };
    given.bounds.iter().any(|bound| {
        matches!(bound, syn::TypeParamBound::Trait(bound)
            if bound.path.segments.last().is_some_and(|last| last.ident == "Iterator"))
    })
}

fn of_type(given: &Type) -> Vec<String> {
    match given {
        Type::Paren(inner) => of_type(&inner.elem),
        Type::Group(inner) => of_type(&inner.elem),
        Type::Tuple(tuple) => {
            let all = tuple.elems.iter().map(of_type).fold(vec![String::new()], |before, values| {
                let joined = |start: &String| values.iter().map(|value| format!("{start}{value}, ")).collect();
                before.iter().flat_map(|start| -> Vec<String> { joined(start) }).collect()
            });
            wrapped(all, "(", ")")
        }
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") && reference.mutability.is_none() => {
                vec![r#""""#.to_owned(), r#""xyzzy""#.to_owned()]
            }
            Type::Slice(slice) => {
                let mut values = vec!["Vec::leak(Vec::new())".to_owned()];
                values.extend(wrapped(of_type(&slice.elem), "Vec::leak(vec![", "])"));
                values
            }
            inner => wrapped(of_type(inner), "Box::leak(Box::new(", "))"),
        },
        Type::Path(path) => of_path(path),
        _ => Vec::new(),
    }
}

/// Each value between two words.
fn wrapped(inner: Vec<String>, before: &str, after: &str) -> Vec<String> {
    inner.into_iter().map(|value| format!("{before}{value}{after}")).collect()
}

fn of_path(path: &TypePath) -> Vec<String> {
    let some = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    let Some(last) = path.path.segments.last() else { return Vec::new() };
    let inner = || match &last.arguments {
        PathArguments::AngleBracketed(given) => given
            .args
            .iter()
            .find_map(|argument| if let GenericArgument::Type(inner) = argument { Some(of_type(inner)) } else { None })
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    match last.ident.to_string().as_str() {
        "bool" => some(&["true", "false"]),
        "String" => some(&["String::new()", r#""xyzzy".into()"#]),
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => some(&["0", "1"]),
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => some(&["0", "1", "-1"]),
        "f32" | "f64" => some(&["0.0", "1.0", "-1.0"]),
        "Option" => [vec!["None".to_owned()], wrapped(inner(), "Some(", ")")].concat(),
        "Result" => wrapped(inner(), "Ok(", ")"),
        "Vec" => [vec!["vec![]".to_owned()], wrapped(inner(), "vec![", "]")].concat(),
        "Box" | "Rc" | "Arc" | "Cell" | "RefCell" => wrapped(inner(), &format!("{}::new(", last.ident), ")"),
        "Cow" => wrapped(inner(), "Cow::Owned((", ").to_owned())"),
        _ => some(&["Default::default()"]),
    }
}
