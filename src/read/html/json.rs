//! Reads what metadata needs of JSON: the strings of an object's members, by name. Everything else is passed over.

/// How deep objects and lists may lie in each other.
const MAX_DEPTH: usize = 64;
/// How much of a name is kept, in characters.
const MAX_NAME: usize = 32;
/// How many strings are read.
const MAX_MEMBERS: usize = 4000;

/// A string in a JSON text, with the names that lead to it, list positions left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Which object it belongs to, counted from 0 in the order in which the objects begin.
    pub object: usize,
    /// The names from the outermost object on, parted by `/`.
    pub path: String,
    /// The string, decoded.
    pub value: String,
}

/// All strings of a JSON text, in order, up to where it stops being JSON.
pub(super) fn strings(json: &str) -> Vec<Member> {
    let mut reader = Reader { json, at: 0, members: Vec::new() };
    reader.read();
    reader.members
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
    members: Vec<Member>,
}

/// An object or list that is open.
struct Open {
    /// The object's number; a list carries that of the object around it.
    object: usize,
    is_list: bool,
    /// The length of the path before the current member's name was added.
    base: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b':')) {
            self.at += 1;
        }
    }

    fn read(&mut self) -> Option<()> {
        let mut open: Vec<Open> = Vec::new();
        let mut path = String::new();
        let mut objects = 0;
        let mut named = false;
        loop {
            self.skip_space();
            match self.peek()? {
                opening @ (b'{' | b'[') => {
                    self.at += 1;
                    let is_list = opening == b'[';
                    let object = if is_list { open.last().map_or(0, |open| open.object) } else { objects };
                    objects += usize::from(!is_list);
                    if open.len() >= MAX_DEPTH {
                        return None;
                    }
                    open.push(Open { object, is_list, base: path.len() });
                    named = is_list;
                }
                b'}' | b']' => {
                    self.at += 1;
                    path.truncate(open.pop()?.base);
                    Self::leave(&open, &mut path, &mut named);
                }
                b'"' => {
                    let value = self.string()?;
                    let inside = open.last()?;
                    if self.members.len() >= MAX_MEMBERS {
                        return None;
                    }
                    if named {
                        self.members.push(Member { object: inside.object, path: path.clone(), value });
                        Self::leave(&open, &mut path, &mut named);
                    } else {
                        if !path.is_empty() {
                            path.push('/');
                        }
                        path.extend(value.chars().take(MAX_NAME));
                        named = true;
                    }
                }
                _ => {
                    // A number, true, false, null, or no JSON.
                    let start = self.at;
                    while self
                        .peek()
                        .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'))
                    {
                        self.at += 1;
                    }
                    if self.at == start {
                        return None;
                    }
                    Self::leave(&open, &mut path, &mut named);
                }
            }
        }
    }

    /// After a value: in an object a name comes next.
    fn leave(open: &[Open], path: &mut String, named: &mut bool) {
        if let Some(inside) = open.last() {
            *named = inside.is_list;
            if !inside.is_list {
                path.truncate(inside.base);
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut value = String::new();
        loop {
            let rest = self.json.get(self.at..)?;
            let stop = rest.find(['"', '\\'])?;
            value.push_str(rest.get(..stop)?);
            self.at += stop + 1;
            if rest.as_bytes().get(stop) == Some(&b'"') {
                return Some(value);
            }
            let escaped = self.json.get(self.at..)?.chars().next()?;
            self.at += escaped.len_utf8();
            value.push(match escaped {
                'n' | 'r' => '\n',
                't' => ' ',
                'b' | 'f' => continue,
                'u' => self.unicode()?,
                other => other,
            });
        }
    }

    /// The character of `\uXXXX`, whose digits stand at the current place, or of two that are a pair.
    fn unicode(&mut self) -> Option<char> {
        let high = self.hex()?;
        if (0xd800..0xdc00).contains(&high) && self.json.get(self.at..)?.starts_with("\\u") {
            self.at += 2;
            let low = self.hex()?;
            return Some(char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low & 0x3ff)).unwrap_or('\u{fffd}'));
        }
        Some(char::from_u32(high).unwrap_or('\u{fffd}'))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.json.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &str) {
        let got: Vec<_> =
            strings(json).iter().map(|member| format!("{} {}={}", member.object, member.path, member.value)).collect();
        assert_eq!(got.join("|"), expected, "{json}");
    }

    #[test]
    fn reads() {
        check(r#"{"a": "x", "b": {"c": "y", "n": 1.5e3}, "d": "z"}"#, "0 a=x|1 b/c=y|0 d=z");
        check(r#"[{"a": ["x", "y"]}, {"a": null, "b": "\u00e9\ud83d\ude00\n\"q\""}]"#, "0 a=x|0 a=y|1 b=é😀\n\"q\"");
        check(
            r#"{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Jo"}]}]}"#,
            "1 @graph/@type=NewsArticle|2 @graph/author/name=Jo",
        );
        check(r#"{"a": "x" !"#, "0 a=x");
        check(r#"{"a": "x"#, "");
        check("", "");
    }
}
