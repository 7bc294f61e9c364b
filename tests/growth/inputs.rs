//! Stories that ask as much of the program as their size allows: one thing over and over, nested, unclosed or all alike.

use crossread::{Article, Story};

/// A worst case: what it is, and the story of about as many bytes as are asked for.
pub type Input = (&'static str, fn(usize) -> Story);

/// How many articles a story of many has.
const MANY: usize = 64;

/// `piece` over and over.
fn over(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

/// Pieces that are made from their number, one after the other.
fn numbered(bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&piece(number));
        number += 1;
    }
    text
}

fn article(text: String) -> Article {
    Article {
        published: Some("2026-03-03".to_owned()),
        lang: Some("en".to_owned()),
        text: Some(text),
        ..Article::default()
    }
}

fn one(text: String) -> Story {
    Story { title: None, articles: vec![article(text)] }
}

fn page(html: String) -> Story {
    let html = Article { html: Some(html), published: None, text: None, ..article(String::new()) };
    Story { title: None, articles: vec![html] }
}

/// Several articles of an equal part of the bytes each.
fn several(count: usize, bytes: usize, text: impl Fn(usize, usize) -> String) -> Story {
    Story { title: None, articles: (0..count).map(|index| article(text(index, bytes / count))).collect() }
}

/// A word that no list has, another for each number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "ko", "du", "li", "me", "no", "ra", "su", "ti", "vo", "wa", "xe", "yu", "zi", "fo", "gu"];
    let mut rest = number;
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(SYLLABLES.get(rest % 16).unwrap_or(&""));
        rest /= 16;
    }
    if rest > 0 {
        word.push_str(SYLLABLES.get(rest % 16).unwrap_or(&""));
    }
    word
}

fn capital(number: usize) -> String {
    let word = word(number);
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// A sentence such as news has them, one of some thousands.
fn news(number: usize) -> String {
    const WHO: [&str; 7] = [
        "Prime Minister Ana Duarte",
        "Duarte",
        "The port authority",
        "Mayor Ruben Hale",
        "Lisbon",
        "It",
        "The Novana Group",
    ];
    const DID: [&str; 6] = ["opened", "closed", "will not close", "signed", "rejected", "said it had lost"];
    const WHAT: [&str; 6] = [
        "the north bridge",
        "contracts",
        "ferries",
        "the harbour plan",
        "million dollars in loans",
        "talks with Norway",
    ];
    const WHEN: [&str; 5] = ["on Monday", "on March 2", "late on Tuesday", "last week", "at 9:40 p.m."];
    let pick = |words: &[&'static str], step: usize| words.get((number / step) % words.len()).copied().unwrap_or("");
    let quote = if number.is_multiple_of(5) { ", “a great day for the city,” Hale said" } else { "" };
    format!(
        "{} {} {} {} {}{quote}. ",
        pick(&WHO, 1),
        pick(&DID, 2),
        2 + number * 7 % 90,
        pick(&WHAT, 3),
        pick(&WHEN, 1)
    )
}

/// All worst cases.
pub const INPUTS: &[Input] = &[
    // One article of one thing.
    ("one token", |n| one(over("a", n))),
    ("one token of digits", |n| one(over("1", n))),
    ("one token of digits and commas", |n| one(over("1,", n))),
    ("one token of digits and points", |n| one(over("1.", n))),
    ("one token of digits and hyphens", |n| one(over("12-", n))),
    ("one token of digits and colons", |n| one(over("1:", n))),
    ("one token of letters and hyphens", |n| one(over("a-", n))),
    ("one token of letters and points", |n| one(over("A.", n))),
    ("one token of letters and apostrophes", |n| one(over("a’s", n))),
    ("spaces", |n| one(over(" ", n))),
    ("line breaks", |n| one(over("\n", n))),
    ("line breaks of another kind", |n| one(over("\r\n \u{2028}", n))),
    ("full stops", |n| one(over(".", n))),
    ("full stops apart", |n| one(over(". ", n))),
    ("question marks", |n| one(over("?! ", n))),
    ("commas", |n| one(over(", ", n))),
    ("dashes", |n| one(over("— ", n))),
    ("hyphens", |n| one(over("-", n))),
    ("straight quotation marks", |n| one(over("\"", n))),
    ("straight quotation marks apart", |n| one(over(" \"a", n))),
    ("opening quotation marks", |n| one(over("“", n))),
    ("opening quotation marks before words", |n| one(over("“Yes ", n))),
    ("closing quotation marks", |n| one(over("said”, ", n))),
    ("single quotation marks", |n| one(over("‘a ’", n))),
    ("apostrophes", |n| one(over("'", n))),
    ("all quotation marks", |n| one(over("“”‘’\"'«»„", n))),
    ("open brackets", |n| one(over("(", n))),
    ("open brackets before words", |n| one(over("(a [", n))),
    ("closing brackets", |n| one(over(")] ", n))),
    ("angle brackets", |n| one(over("<", n))),
    ("addresses", |n| one(numbered(n, |i| format!("https://example.org/{i}?a=b#c ")))),
    ("mail addresses", |n| one(over("a@b.example ", n))),
    ("combining marks", |n| one(over("e\u{301}\u{302}", n))),
    ("marks of zero width", |n| one(over("\u{200b}\u{200d}\u{feff}", n))),
    ("marks of direction", |n| one(over("\u{202e}a\u{202c}", n))),
    ("emoji", |n| one(over("👩‍👩‍👧", n))),
    ("Korean without spaces", |n| one(over("한국", n))),
    ("capitals with dots", |n| one(over("İ", n))),
    ("NULs", |n| one(over("\0", n))),
    // One article of words.
    ("one letter a line", |n| one(over("a\n", n))),
    ("one capital a line", |n| one(over("A\n", n))),
    ("one word a paragraph", |n| one(over("Bridge\n\n", n))),
    ("short sentences", |n| one(over("I am. ", n))),
    ("sentences of one word", |n| one(over("No. ", n))),
    ("a sentence without end", |n| one(over("and the bridge of the river ", n))),
    ("a sentence of commas", |n| one(over("the bridge, the river, ", n))),
    ("a sentence of clauses", |n| one(over("which said that it had been told that ", n))),
    ("all capitals", |n| one(over("THE BRIDGE WAS CLOSED ON MONDAY. ", n))),
    ("all capitals without end", |n| one(over("THE BRIDGE WAS CLOSED ", n))),
    ("the word the", |n| one(over("the ", n))),
    ("the word not", |n| one(over("not ", n))),
    ("the word of", |n| one(over("of ", n))),
    ("the word said", |n| one(over("said ", n))),
    ("abbreviations", |n| one(over("Mr. U.S. Jan. St. ", n))),
    ("words that differ", |n| one(numbered(n, |i| format!("{} ", word(i))))),
    ("sentences of words that differ", |n| {
        one(numbered(n, |i| format!("The {} was {} by {}. ", word(i * 3), word(i * 3 + 1), word(i * 3 + 2))))
    }),
    ("one name", |n| one(over("Ana Duarte ", n))),
    ("names without end", |n| one(numbered(n, |i| format!("{} ", capital(i))))),
    ("names that differ", |n| one(numbered(n, |i| format!("{} {} said so. ", capital(i), capital(i * 7 + 1))))),
    ("names of one family", |n| one(numbered(n, |i| format!("{} Duarte said so. ", capital(i))))),
    ("first names of one kind", |n| one(numbered(n, |i| format!("Ana {} said so. ", capital(i))))),
    ("names of groups", |n| {
        one(numbered(n, |i| format!("The {} {} Group of Lisbon met. ", capital(i), capital(i + 9))))
    }),
    ("names joined by of", |n| one(over("Ministry of Trade of ", n))),
    ("names joined by and", |n| one(numbered(n, |i| format!("{} and ", capital(i))))),
    ("initials", |n| one(over("J. R. ", n))),
    ("acronyms", |n| one(numbered(n, |i| format!("{} ", word(i % 4096).to_uppercase())))),
    ("acronyms explained", |n| {
        one(numbered(n, |i| format!("The {} {} {} ({}) met. ", capital(i), capital(i + 1), capital(i + 2), "BKD")))
    }),
    ("titles", |n| one(over("President Prime Minister Mr. ", n))),
    ("one quote", |n| one(over("“Yes,” said Ana Duarte. ", n))),
    ("quotes that differ", |n| {
        one(numbered(n, |i| format!("“The {} is {},” said {}. ", word(i), word(i + 5), capital(i % 99))))
    }),
    ("quotes within quotes", |n| one(over("“He said ‘yes ", n))),
    ("quotes of pronouns", |n| one(over("“Yes,” he said. ", n))),
    ("reported speech", |n| one(over("He said that she said that ", n))),
    ("dates", |n| one(over("3 March 2026, ", n))),
    ("dates in sentences", |n| one(numbered(n, |i| format!("It closed on {} March {}. ", 1 + i % 31, 1900 + i % 200)))),
    ("days", |n| one(over("Monday ", n))),
    ("years", |n| one(numbered(n, |i| format!("{} ", 1000 + i % 1100)))),
    ("days before days", |n| one(over("two days before the day after ", n))),
    ("times of day", |n| one(over("9:40 p.m. ", n))),
    ("number words", |n| one(over("two hundred and ", n))),
    ("amounts", |n| one(numbered(n, |i| format!("${i} million, ")))),
    ("amounts in sentences", |n| one(numbered(n, |i| format!("It paid ${i} million for {} ships. ", i + 1)))),
    ("ranges", |n| one(over("from 5 to 10 to ", n))),
    ("fractions", |n| one(over("1/2 ½ 3/", n))),
    ("currency signs", |n| one(over("$", n))),
    ("percent", |n| one(over("5% ", n))),
    ("news", |n| one(numbered(n, news))),
    // One page.
    ("open elements", |n| page(over("<div>", n))),
    ("open elements around words", |n| page(over("<div>The bridge reopened on Monday. ", n))),
    ("open inline elements", |n| page(over("<b>a", n))),
    ("closed elements", |n| page(over("</p>", n))),
    ("elements closed in another order", |n| page(over("<i><b>a</i></b>", n))),
    ("nested and closed", |n| page(over("<div>", n / 2) + &over("</div>", n / 2))),
    ("nested lists", |n| page(over("<ul><li>a", n))),
    ("nested tables", |n| page(over("<table><tr><td>", n))),
    ("nested forms", |n| page(over("<form class=sidebar><nav>", n))),
    ("paragraphs", |n| page(over("<p>The bridge reopened on Monday.", n))),
    ("short paragraphs", |n| page(over("<p>a", n))),
    ("line break elements", |n| page(over("a<br>", n))),
    ("tags that are not closed", |n| page(over("<p ", n))),
    ("tags without a name", |n| page(over("< ", n))),
    ("attributes", |n| page(format!("<p {}>", over("a=b ", n)))),
    ("an attribute that is not closed", |n| page(over("<a b=\"", n))),
    ("attributes that are not closed", |n| page(over("<a b='c\" ", n))),
    ("class names", |n| page(format!("<p class=\"{}\">", over("side bar ", n)))),
    ("comments that are not closed", |n| page(over("<!--", n))),
    ("comments", |n| page(over("<!--a-->", n))),
    ("declarations", |n| page(over("<!a", n))),
    ("instructions", |n| page(over("<?", n))),
    ("scripts that are not closed", |n| page(over("<script>", n))),
    ("scripts", |n| page(over("<script></script >", n))),
    ("styles closed otherwise", |n| page(over("<style></script>", n))),
    ("titles of pages", |n| page(over("<title>a</title>", n))),
    ("titles that are not closed", |n| page(over("<title>", n))),
    ("text areas", |n| page(over("<textarea></textare", n))),
    ("drawings", |n| page(over("<svg><svg>", n))),
    ("templates", |n| page(over("<template>", n))),
    ("character references", |n| page(over("&amp;", n))),
    ("character references that are not closed", |n| page(over("&", n))),
    ("character references by number", |n| page(over("&#x1F600;&#", n))),
    ("metadata", |n| page(over("<meta property=og:title content=a>", n))),
    ("data", |n| page(over("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"a\":[]}</script>", n))),
    ("data nested", |n| page(format!("<script type=\"application/ld+json\">{}", over("{\"a\":[", n)))),
    ("data with escapes", |n| {
        page(format!("<script type=\"application/ld+json\">{{\"headline\":\"{}", over("\\u00e9\\\"", n)))
    }),
    ("links", |n| page(over("<a href=a>The bridge reopened</a> ", n))),
    ("article bodies", |n| page(over("<div itemprop=articleBody class=article-body>", n))),
    ("article bodies of words", |n| page(over("<article><p>The bridge reopened on Monday.</p>", n))),
    ("captions", |n| page(over("<figure><figcaption>The bridge. ", n))),
    ("a page of news", |n| page(numbered(n, |i| format!("<p>{}</p>", news(i))))),
    // Several articles.
    ("64 times the same", |n| several(MANY, n, |_, n| numbered(n, news))),
    ("64 with nothing in common", |n| {
        several(MANY, n, |index, n| {
            numbered(n, |i| {
                let i = index * 1000 + i;
                format!("The {} {} was {} by {}. ", word(i * 4), word(i * 4 + 1), word(i * 4 + 2), capital(i * 4 + 3))
            })
        })
    }),
    ("64 in another order", |n| several(MANY, n, |index, n| numbered(n, |i| news(i * (2 * index + 1))))),
    ("64 that say one thing otherwise", |n| {
        several(MANY, n, |index, n| {
            numbered(n, |i| format!("The {} authority signed {} contracts on Monday. ", capital(i), index + 2))
        })
    }),
    ("64 that say one thing only", |n| several(MANY, n, |_, n| over("It signed 14 contracts on Monday. ", n))),
    ("64 of one quote", |n| several(MANY, n, |_, n| over("“It is a great day for the city,” said Ana Duarte. ", n))),
    ("64 of one name", |n| several(MANY, n, |_, n| over("Ana Duarte met Ruben Hale. ", n))),
    ("64 of names that differ", |n| {
        several(MANY, n, |index, n| numbered(n, |i| format!("{} {} met. ", capital(i), capital(index * 31 + i))))
    }),
    ("64 of one date", |n| several(MANY, n, |_, n| over("The bridge closed on 3 March 2026. ", n))),
    ("64 of dates that differ", |n| {
        several(MANY, n, |index, n| {
            numbered(n, |i| format!("The {} closed on {} March {}. ", word(i), 1 + (i + index) % 31, 1990 + i % 40))
        })
    }),
    ("64 of all the same words", |n| several(MANY, n, |_, n| over("the bridge ", n))),
    ("two times the same", |n| several(2, n, |_, n| numbered(n, news))),
    ("two that say one thing only", |n| several(2, n, |_, n| over("It signed 14 contracts on Monday. ", n))),
    ("two that say one thing otherwise", |n| {
        several(2, n, |index, n| over(&format!("It signed {} contracts on Monday. ", 14 + index), n))
    }),
    ("two of one line", |n| several(2, n, |_, n| over("The bridge reopened\n", n))),
    ("two of names that differ", |n| several(2, n, |_, n| numbered(n, |i| format!("{} Duarte met. ", capital(i))))),
    ("two of quotes that differ", |n| {
        several(2, n, |_, n| {
            numbered(n, |i| format!("“The {} is great for the {},” said Duarte. ", word(i), word(i / 9)))
        })
    }),
];
