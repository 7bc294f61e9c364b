//! Tells furniture from story: what stands on a news page and is not the report itself.
//!
//! The rules are of form (a short line without a stop over a longer paragraph is a heading) and of wording (lists of
//! lines and openings). Story taken for furniture is lost, furniture taken for story only disturbs: where a rule is
//! unsure, it leaves the sentence to the story.

use std::ops::Range;

use crate::{
    document::{Document, Furniture, FurnitureKind, Sentence, TokenKind},
    letter,
    lexicon::text::{AGENCIES, CREDIT_WORDS, DATE_LINE_WORDS, FURNITURE_LINES, FURNITURE_OPENINGS},
    span::Span,
    word::is_one_of,
};

use super::{
    bylines, datelines,
    html::Page,
    paragraphs::ends_sentence,
    phrases::{longest, whole},
    pictures, posts,
};

/// The most words of a heading.
const MAX_HEADING: usize = 14;
/// The most words of a caption.
const MAX_CAPTION: usize = 70;
/// The most words of a line that only credits a picture.
const MAX_CREDIT: usize = 14;
/// How many sentences at the start and at the end of an article may hold its bylines.
const BYLINE_REACH: usize = 6;

/// The fewest paragraphs from which the punctuation of an article can be judged.
const MIN_BODY: usize = 5;

/// A paragraph's sentences, as positions in [`Document::sentences`].
type Paragraph = Range<usize>;

/// Marks the sentences that are furniture and fills [`Document::furniture`]. `page` is what the HTML said already.
///
/// In text that was taken `from_html`, what stands around the article is gone, so that its headings are the article's
/// own: they go to [`Document::headings`]. In pasted text a line may head anything.
pub(super) fn find(document: &mut Document, page: &Page, from_html: bool) {
    datelines::part(document);
    let paragraphs = paragraphs(&document.sentences);
    let mut kinds = Vec::with_capacity(document.sentences.len());
    let tail = tail(document, &paragraphs);
    // Whether a line before heads a list of links, so that lines without a stop go on with it.
    let mut links = false;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let reader = Reader { document, paragraphs: &paragraphs, index, tail };
        let mut whole = reader.paragraph(paragraph);
        let line = !ends_sentence(reader.text(paragraph));
        if links && line && matches!(whole, None | Some(FurnitureKind::Heading)) && reader.is_link(paragraph) {
            whole = Some(FurnitureKind::Promo);
        }
        links = line && whole == Some(FurnitureKind::Promo) && (links || reader.heads_links(paragraph));
        for number in paragraph.clone() {
            kinds.push(document.sentences.get(number).and_then(|sentence| {
                let given = sentence.furniture.or_else(|| known_kind(&page.furniture, sentence.span)).or(whole);
                given.or_else(|| reader.sentence(number, sentence))
            }));
        }
    }
    for (sentence, kind) in document.sentences.iter_mut().zip(kinds) {
        sentence.furniture = kind;
    }
    document.furniture = merged(&document.sentences);
    if from_html {
        let owned = |piece: &Furniture| {
            piece.kind == FurnitureKind::Heading && page.headline.is_none_or(|headline| !headline.contains(piece.span))
        };
        document.headings = document.furniture.iter().filter(|piece| owned(piece)).map(|piece| piece.span).collect();
        document.furniture.retain(|piece| !owned(piece));
    }
}

/// What the HTML said of the text at `span`.
fn known_kind(known: &[Furniture], span: Span) -> Option<FurnitureKind> {
    let at = known.partition_point(|furniture| furniture.span.end <= span.start);
    known.get(at).filter(|furniture| furniture.span.contains(span)).map(|furniture| furniture.kind)
}

/// The furniture of the sentences; neighbours of one kind in one paragraph are one piece.
fn merged(sentences: &[Sentence]) -> Vec<Furniture> {
    let mut pieces: Vec<Furniture> = Vec::new();
    let mut before: Option<&Sentence> = None;
    for sentence in sentences {
        if let Some(kind) = sentence.furniture {
            let joined =
                before.is_some_and(|before| before.furniture == Some(kind) && before.paragraph == sentence.paragraph);
            match pieces.last_mut().filter(|_| joined) {
                Some(piece) => piece.span.end = sentence.span.end,
                None => pieces.push(Furniture { span: sentence.span, kind }),
            }
        }
        before = Some(sentence);
    }
    pieces
}

fn paragraphs(sentences: &[Sentence]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before = None;
    for (index, sentence) in sentences.iter().enumerate() {
        match paragraphs.last_mut().filter(|_| before == Some(sentence.paragraph)) {
            Some(paragraph) => paragraph.end = index + 1,
            None => paragraphs.push(index..index + 1),
        }
        before = Some(sentence.paragraph);
    }
    paragraphs
}

fn kind_named(name: &str) -> FurnitureKind {
    match name {
        "byline" => FurnitureKind::Byline,
        "caption" => FurnitureKind::Caption,
        "credit" | "contributor" => FurnitureKind::Credit,
        "heading" => FurnitureKind::Heading,
        "promo" => FurnitureKind::Promo,
        _ => FurnitureKind::Other,
    }
}

struct Reader<'a> {
    document: &'a Document,
    paragraphs: &'a [Paragraph],
    index: usize,
    /// The paragraph from which on there are only lines without a stop; see [`tail`].
    tail: usize,
}

/// Where the lines without a stop begin with which a well-punctuated article ends: headlines of others. One such line
/// may be a sentence that was cut off, so that there must be two.
fn tail(document: &Document, paragraphs: &[Paragraph]) -> usize {
    let stopped = |paragraph: &Paragraph| {
        let last = document.sentences.get(paragraph.clone()).and_then(<[Sentence]>::last);
        last.is_some_and(|last| ends_sentence(document.slice(last.span)))
    };
    let lines = paragraphs.iter().rev().take_while(|paragraph| !stopped(paragraph)).count();
    let start = paragraphs.len() - lines;
    let body = paragraphs.get(..start).unwrap_or(&[]);
    let sound =
        body.len() >= MIN_BODY && body.iter().filter(|paragraph| stopped(paragraph)).count() * 10 >= body.len() * 8;
    if lines >= 2 && sound { start } else { paragraphs.len() }
}

impl Reader<'_> {
    fn tokens(&self, paragraph: &Paragraph) -> Range<usize> {
        let sentences = self.document.sentences.get(paragraph.clone()).unwrap_or(&[]);
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    fn text(&self, paragraph: &Paragraph) -> &str {
        self.document.slice(self.document.span_of(&self.tokens(paragraph)))
    }

    fn words(&self, tokens: &Range<usize>) -> usize {
        tokens
            .clone()
            .filter(|&token| matches!(self.document.kind(token), Some(TokenKind::Word | TokenKind::Number)))
            .count()
    }

    /// What a paragraph is as a whole.
    fn paragraph(&self, paragraph: &Paragraph) -> Option<FurnitureKind> {
        let tokens = self.tokens(paragraph);
        let words = self.words(&tokens);
        let text = self.text(paragraph);
        if words == 0 {
            return Some(FurnitureKind::Other);
        }
        if let Some(kind) = self.listed_line(&tokens) {
            return Some(kind);
        }
        if let Some((after, name)) = self.opening(&tokens) {
            let kind = kind_named(name);
            // "Image source, Harbour Press", "Editing by Jo Vale"
            let credited = name == "credit" || name == "contributor" && self.names(after);
            if credited && words <= MAX_CREDIT && !ends_sentence(text) {
                return Some(FurnitureKind::Credit);
            }
            let short = words <= MAX_CAPTION || kind == FurnitureKind::Promo && !ends_sentence(text);
            if short && matches!(kind, FurnitureKind::Promo | FurnitureKind::Other | FurnitureKind::Caption) {
                return Some(kind);
            }
        }
        if words <= MAX_CREDIT && (pictures::credits(self.document, &tokens) || self.labels_credit(&tokens)) {
            return Some(FurnitureKind::Credit);
        }
        if words <= MAX_HEADING && !ends_sentence(text) && self.invites(&tokens) {
            return Some(FurnitureKind::Promo);
        }
        if self.index >= self.tail && words <= MAX_HEADING + 4 {
            return Some(FurnitureKind::Promo);
        }
        if self.is_form(&tokens) {
            return Some(FurnitureKind::Promo);
        }
        if words <= MAX_CAPTION * 2 && pictures::describes_picture(self.document, &tokens)
            || words <= MAX_CAPTION
                && (pictures::credit_at_end(text)
                    || !ends_sentence(text) && pictures::ends_with_agency(self.document, &tokens)
                    || !ends_sentence(text) && tokens.clone().any(|token| self.document.word(token) == "pictured"))
        {
            return Some(FurnitureKind::Caption);
        }
        if self.is_date_line(&tokens) {
            return Some(FurnitureKind::Other);
        }
        if self.near_edge(paragraph) {
            if bylines::is_contribution(self.document, &tokens) {
                return Some(FurnitureKind::Credit);
            }
            if bylines::is_byline(self.document, &tokens) || paragraph.start <= 2 && self.signs(&tokens) {
                return Some(FurnitureKind::Byline);
            }
        }
        self.is_heading(text, words, &tokens).then_some(FurnitureKind::Heading)
    }

    /// Whether a line of promotion heads a list of links: `More from the Harbour Press`, `Related articles`.
    fn heads_links(&self, paragraph: &Paragraph) -> bool {
        self.document.is_word(self.tokens(paragraph).start, "more related recommended trending popular most")
    }

    /// Whether a line in a list of links may be one of them.
    fn is_link(&self, paragraph: &Paragraph) -> bool {
        let tokens = self.tokens(paragraph);
        self.document.is_capitalized(tokens.start) && self.words(&tokens) <= MAX_HEADING + 4
    }

    /// Whether the line is one of a list without stops that a line with a colon opens, and not the first of it.
    fn is_item(&self) -> bool {
        let before = self.paragraphs.get(..self.index).unwrap_or(&[]).iter().rev().take(12);
        let stop = before.map(|paragraph| self.text(paragraph)).enumerate().find(|(_, text)| ends_sentence(text));
        stop.is_some_and(|(items, text)| items > 0 && text.ends_with(':'))
    }

    /// Whether a name stands there, perhaps after "the".
    fn names(&self, token: usize) -> bool {
        self.document.is_capitalized(token + usize::from(self.document.word(token) == "the"))
    }

    /// What a sentence is by itself, within a paragraph of story.
    fn sentence(&self, index: usize, sentence: &Sentence) -> Option<FurnitureKind> {
        let tokens = sentence.tokens.clone();
        let edge = self.near_edge(&(index..index + 1));
        if let Some((after, name)) = self.opening(&tokens) {
            let named = self.names(after) || is_one_of(self.document.word(after), "agencies staff");
            if !is_one_of(name, "byline contributor") || named && edge {
                return Some(kind_named(name));
            }
        }
        if self.labels_credit(&tokens) {
            return Some(FurnitureKind::Credit);
        }
        if self.reaches_out(&tokens) {
            return Some(FurnitureKind::Promo);
        }
        (edge && bylines::is_contribution(self.document, &tokens)).then_some(FurnitureKind::Credit)
    }

    /// Whether a line says whom a picture is from, perhaps after a date: "2026-01-06 09:14 Photo: Harbour Press".
    fn labels_credit(&self, tokens: &Range<usize>) -> bool {
        let document = self.document;
        let dated = |token: &usize| match document.kind(*token) {
            Some(TokenKind::Word) => DATE_LINE_WORDS.contains(document.word(*token)),
            _ => true,
        };
        let start = tokens.clone().find(|token| !dated(token)).unwrap_or(tokens.start);
        document.is_capitalized(start)
            && CREDIT_WORDS.contains(document.word(start))
            && document.raw(start + 1) == ":"
            && self.words(tokens) <= MAX_CREDIT
    }

    /// How furniture begins, dashes, bullets and brackets before it left out: the position after it, and its sort.
    fn opening(&self, tokens: &Range<usize>) -> Option<(usize, &'static str)> {
        longest(self.document, tokens.clone(), &FURNITURE_OPENINGS).or_else(|| {
            let is_mark = |token: usize| is_one_of(self.document.raw(token), "( [ — – - -- • * ** | > »");
            let start = tokens.clone().take(3).find(|&token| !is_mark(token)).filter(|&start| start > tokens.start)?;
            longest(self.document, start..tokens.end, &FURNITURE_OPENINGS)
        })
    }

    /// Whether the sentences stand so near to the article's start or end that they may be its bylines.
    fn near_edge(&self, paragraph: &Paragraph) -> bool {
        paragraph.start < BYLINE_REACH || paragraph.end + BYLINE_REACH > self.document.sentences.len()
    }

    /// Whether a line at the article's head is a reporter's name and an agency's: "Jo Vale, Associated Press".
    fn signs(&self, tokens: &Range<usize>) -> bool {
        let people = bylines::people(self.document, tokens.clone());
        let end = people.first().map_or(tokens.start, |name| self.document.tokens_in(*name).end);
        end >= tokens.start + 2
            && is_one_of(self.document.raw(end), ", |")
            && longest(self.document, end + 1..tokens.end, &AGENCIES).is_some_and(|(close, _)| close == tokens.end)
    }

    /// A line that is listed as it stands.
    fn listed_line(&self, tokens: &Range<usize>) -> Option<FurnitureKind> {
        let line = whole(self.document, tokens.clone())?;
        let line =
            line.trim_end_matches(['.', ':', '!', '?', '…', '»', '>', ' ']).trim_start_matches(['•', '-', '>', ' ']);
        FURNITURE_LINES.get(line).map(kind_named)
    }

    /// Whether a line without a stop is an invitation: it ends with "read more" or offers a newsletter.
    fn invites(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end.saturating_sub(1);
        let more = tokens.len() > 2 && self.document.word(last) == "more" && self.document.word(last - 1) == "read";
        let newsletter = tokens.clone().any(|token| is_one_of(self.document.word(token), "newsletter newsletters"))
            && tokens.clone().any(|token| is_one_of(self.document.word(token), "get sign subscribe join our"));
        more || newsletter
    }

    /// Whether a paragraph is a form for a newsletter whose labels and errors run together.
    fn is_form(&self, tokens: &Range<usize>) -> bool {
        let has = |words: &'static str| tokens.clone().any(|token| self.document.is_word(token, words));
        has("newsletter newsletters subscribing inbox") && has("you you're") && has("robot invalid unsubscribe")
    }

    /// Whether a sentence asks the reader to write or to follow: "Write to jo@example.org", "Follow us on Facebook".
    fn reaches_out(&self, tokens: &Range<usize>) -> bool {
        let first = self.document.word(tokens.start);
        let names = |words: &[&str]| tokens.clone().any(|token| words.contains(&self.document.word(token)));
        let address = || tokens.clone().any(|token| self.document.kind(token) == Some(TokenKind::Address));
        tokens.len() <= 40
            && (is_one_of(first, "write email e contact reach follow tweet") && address()
                || is_one_of(first, "get download install try") && names(&["app"]) && tokens.len() <= 14
                || is_one_of(first, "follow like find")
                    && names(&["facebook", "twitter", "instagram", "tiktok", "youtube"])
                    && names(&["on", "us"]))
    }

    /// Whether a short line holds nothing but a date or time: "Updated 3:14 p.m. ET, Jan. 5, 2026".
    fn is_date_line(&self, tokens: &Range<usize>) -> bool {
        let mut numbers = 0;
        tokens.len() <= 20
            && tokens.clone().all(|token| match self.document.kind(token) {
                Some(TokenKind::Number) => {
                    numbers += 1;
                    true
                }
                Some(TokenKind::Word) => DATE_LINE_WORDS.contains(self.document.word(token).trim_end_matches('.')),
                _ => true,
            })
            && numbers > 0
            && self.words(tokens) >= 3
    }

    /// Whether a line is a heading: short, without a stop, starting like a title, over a paragraph that ends with one.
    fn is_heading(&self, text: &str, words: usize, tokens: &Range<usize>) -> bool {
        let starts = text.trim_start_matches(['"', '“', '‘', '\'', '(', '#', ' ']).chars().next();
        if words > MAX_HEADING
            || ends_sentence(text) && !text.ends_with('?')
            || text.ends_with([',', ';', '-', '–', '—'])
            || posts::ends(self.document, tokens.start, tokens.end.saturating_sub(1))
            || !starts.is_some_and(|first| letter::is_capital(first) || first.is_ascii_digit())
        {
            return false;
        }
        let Some(next) = self.paragraphs.get(self.index + 1) else { return false };
        // A question is a heading only where it stands alone between longer paragraphs.
        let question = text.ends_with('?');
        let quoted = question && self.document.kind(tokens.start) == Some(TokenKind::QuoteMark);
        let follows = self.text(next);
        ends_sentence(follows)
            && self.words(&self.tokens(next)) > words.max(6) + if question { 10 } else { 0 }
            && !quoted
            && !self.is_item()
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::FurnitureKind, read::read, span::Span, story::Article};

    const STORY: &str = "The harbour of Port Vale was closed on Monday after a storm had torn two ferries from their moorings.\n\
        The harbour office said that nobody was hurt, and that divers would look at the quay on Tuesday.\n";

    /// `line` stands between two paragraphs of a story; `expected` is what of it is furniture, and of which sort.
    fn check(line: &str, expected: &[(&str, FurnitureKind)]) {
        let text = format!("{STORY}{line}\n{STORY}");
        check_text(&text, line, expected);
    }

    fn check_text(text: &str, line: &str, expected: &[(&str, FurnitureKind)]) {
        let document = read(&Article { text: Some(text.to_owned()), ..Article::default() });
        let got: Vec<_> =
            document.furniture.iter().map(|furniture| (document.slice(furniture.span), furniture.kind)).collect();
        assert_eq!(got, expected, "{line}");
    }

    #[test]
    fn headings_of_pages() {
        let body = STORY.lines().map(|line| format!("<p>{line}</p>")).collect::<String>();
        let html = format!("<h1>Storm at Port Vale</h1>{body}<h2>Two ferries</h2>{body}<p><b>The divers</b></p>{body}");
        let document = read(&Article { html: Some(html), ..Article::default() });
        let slices = |spans: Vec<Span>| spans.into_iter().map(|span| document.slice(span)).collect::<Vec<_>>();
        assert_eq!(slices(document.headings.clone()), ["Two ferries", "The divers"]);
        let furniture = document.furniture.iter().map(|piece| piece.span).collect();
        assert_eq!(slices(furniture), ["Storm at Port Vale"]);
        let typed = document.sentences.iter().filter(|sentence| sentence.furniture == Some(FurnitureKind::Heading));
        assert_eq!(typed.count(), 3);
    }

    #[test]
    fn lines() {
        use FurnitureKind::{Caption, Credit, Heading, Other, Promo};
        check("Divers at the quay", &[("Divers at the quay", Heading)]);
        check("What happens next?", &[("What happens next?", Heading)]);
        check("Details", &[("Details", Heading)]);
        check("The pier is shut — Harbour Office (@harbouroffice) December 27, 2017", &[]);
        check("Advertisement", &[("Advertisement", Promo)]);
        check("Read more: Storm sinks a yacht", &[("Read more: Storm sinks a yacht", Promo)]);
        check("Sign up for our morning newsletter.", &[("Sign up for our morning newsletter.", Promo)]);
        check("Photo: Jo Vale", &[("Photo: Jo Vale", Credit)]);
        check("Image source, Harbour Press", &[("Image source, Harbour Press", Credit)]);
        check("Jo Vale/Reuters", &[("Jo Vale/Reuters", Credit)]);
        check(
            "A ferry at the quay of Port Vale. (AP Photo/Jo Vale)",
            &[("A ferry at the quay of Port Vale. (AP Photo/Jo Vale)", Caption)],
        );
        let line = "Ana Orme (C) speaks to her lawyer Jo Vale in Port Vale, January 1, 2018. REUTERS/Ben Hale";
        check(line, &[(line, Caption)]);
        check(
            "FILE - A ferry leaves Port Vale in this Jan. 5 file photo.",
            &[("FILE - A ferry leaves Port Vale in this Jan. 5 file photo.", Caption)],
        );
        check("© 2026 Harbour Press. All rights reserved.", &[("© 2026 Harbour Press. All rights reserved.", Other)]);
        check("Updated 9:14 a.m. Jan. 5, 2026", &[("Updated 9:14 a.m. Jan. 5, 2026", Other)]);
        check(
            "Correction: An earlier version named the wrong quay.",
            &[("Correction: An earlier version named the wrong quay.", Other)],
        );
        let photo = "FILE - In this Jan. 5, 2026, file photo, Jo Vale leaves. The quay was shut. (Harbour Press)";
        check(photo, &[(photo, Caption)]);
        check(
            "Divers (pictured) at the quay. They found nothing",
            &[("Divers (pictured) at the quay. They found nothing", Caption)],
        );
        check(
            "Newsletter Harbour news by e-mail Please prove that you are no robot. Invalid address. Thank you.",
            &[(
                "Newsletter Harbour news by e-mail Please prove that you are no robot. Invalid address. Thank you.",
                Promo,
            )],
        );
        check("Follow us on Facebook and Twitter.", &[("Follow us on Facebook and Twitter.", Promo)]);
        check("MORE: Storm sinks a yacht", &[("MORE: Storm sinks a yacht", Promo)]);
        check("DON'T MISS: Storm sinks a yacht", &[("DON'T MISS: Storm sinks a yacht", Promo)]);
        check(
            "MORE FROM THE HARBOUR PRESS\nStorm sinks a yacht\nThe divers of Port Vale",
            &[
                ("MORE FROM THE HARBOUR PRESS", Promo),
                ("Storm sinks a yacht", Promo),
                ("The divers of Port Vale", Promo),
            ],
        );
        check("In short:\nThe quay is shut\nNobody was hurt\nDivers come on Tuesday", &[]);
    }

    #[test]
    fn story() {
        check("Nobody was hurt.", &[]);
        check("The photo was shown to a court.", &[]);
        check("“Follow me,” she said.", &[]);
        check("Sharing the costs was her idea, the mayor said.", &[]);
        check("Related costs rose by 5%.", &[]);
        check("By Monday the quay was open.", &[]);
        check("Jo Vale contributed 500 crowns.", &[]);
        check("Ferries — the town's pride — stayed in port.", &[]);
    }

    #[test]
    fn edges() {
        use FurnitureKind::{Byline, Credit, Dateline, Heading, Other, Promo};
        let check = |text: &str, expected: &[(&str, FurnitureKind)]| check_text(text, text, expected);
        check(&format!("PORT VALE — {STORY}"), &[("PORT VALE —", Dateline)]);
        check(&format!("NEW YORK — {STORY}"), &[("NEW YORK —", Dateline)]);
        check(&format!("NEW — {STORY}"), &[]);
        check(&format!("PORT VALE, Jan. 5 (Reuters) - {STORY}"), &[("PORT VALE, Jan. 5 (Reuters) -", Dateline)]);
        check(&format!("Port Vale (AP) — {STORY}"), &[("Port Vale (AP) —", Dateline)]);
        check(&format!("(CNN) {STORY}"), &[("(CNN)", Dateline)]);
        check(&format!("By Jo Vale and Ana Orme\n{STORY}"), &[("By Jo Vale and Ana Orme", Byline)]);
        check(&format!("{STORY}By Jo Vale"), &[("By Jo Vale", Byline)]);
        let closes = |line: &str, kind| check(&format!("{STORY}{line}"), &[(line, kind)]);
        closes("Jo Vale contributed from Lisbon.", Credit);
        closes("(Reporting by Jo Vale in Lisbon; Editing by Ana Orme)", Credit);
        closes("Additional reporting by agencies", Credit);
        closes("Editing by Ana Orme", Credit);
        closes("With reporting from the Harbour Press", Credit);
        closes("Additional reporting by the Harbour Press.", Credit);
        closes("— With assistance from Jo Vale in Lisbon", Credit);
        closes("By the Harbour Press team", Byline);
        closes("Was this story helpful?", Promo);
        closes("Get the Harbour Press app for tide tables.", Promo);
        closes("This article is for information only.", Other);
        closes("If you value our reports, become a member.", Promo);
        check(&format!("Jo Vale, Associated Press\n{STORY}"), &[("Jo Vale, Associated Press", Byline)]);
        check(&format!("From Jo Vale in Lisbon\n{STORY}"), &[("From Jo Vale in Lisbon", Byline)]);
        check(
            &format!("2026-01-06 09:14 Photo: Harbour Press\n{STORY}"),
            &[("2026-01-06 09:14 Photo: Harbour Press", Credit)],
        );
        check(
            &format!("Storm shuts the harbour of Port Vale\n{STORY}"),
            &[("Storm shuts the harbour of Port Vale", Heading)],
        );
    }
}
