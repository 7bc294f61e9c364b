//! What the reader sees, as HTML: over a small analysis made by hand, over the sample stories, and over hostile text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crossread::{
    Analysis, Article, Fact, Options, Story, SummaryLength, Verdict,
    analysis::{Report, SharedText, SpokenQuote, Standing, SummarySentence, Wording},
    analyze,
    claim::WordingKind,
    date::Moment,
    document::{Document, FurnitureKind, Sentence},
    entity::{Entity, EntityKind},
    fact::{Evidence, FactKind, Happening, Label, LabelTemplate, Note, Position, Value},
    quote::QuoteKind,
    span::{Passage, Span},
    time::Interval,
    view::{
        beside, html,
        messages::Messages,
        node::{ATTRIBUTES, Node, TAGS},
        render,
        source::sources_of,
        state::{Action, State},
        view,
    },
};

/// An article whose sentences are given; one that begins with `#` is a heading.
fn report(source: &str, day: &str, sentences: &[&str]) -> Report {
    let mut document = Document::default();
    document.source = Some(source.to_owned());
    document.title = Some(format!("{source} on the bridge"));
    document.url = Some(format!("https://{}.example/bridge", source.to_lowercase().replace(' ', "-")));
    document.published = Moment::parse(day);
    document.lang = "en".to_owned();
    for (index, sentence) in sentences.iter().enumerate() {
        let heading = sentence.strip_prefix('#');
        let start = document.text.len();
        document.text.push_str(heading.unwrap_or(sentence));
        let span = Span::new(start, document.text.len());
        document.text.push('\n');
        let furniture = heading.map(|_| FurnitureKind::Heading);
        document.sentences.push(Sentence { span, tokens: 0..0, paragraph: index, furniture });
    }
    let standing = vec![Standing::default(); document.sentences.len()];
    Report { id: source.to_owned(), document, standing }
}

/// Where `words` stand in the article.
fn place(analysis: &Analysis, article: usize, words: &str) -> Passage {
    let start = analysis.articles[article].document.text.find(words).expect("the article has the words");
    Passage::new(article, Span::new(start, start + words.len()))
}

fn evidence(analysis: &Analysis, article: usize, words: &str) -> Evidence {
    let passage = place(analysis, article, words);
    let document = &analysis.articles[article].document;
    let sentence = document.sentence_at(passage.span.start).expect("a sentence holds the words");
    Evidence { passage, sentence: document.sentences[sentence].span }
}

fn fact(analysis: &Analysis, id: &str, verdict: Verdict, words: &str, positions: &[(&str, &[(usize, &str)])]) -> Fact {
    Fact {
        id: id.to_owned(),
        verdict,
        kind: FactKind::Quantity,
        label: Label { template: LabelTemplate::Plain, words: vec![words.to_owned()] },
        positions: positions
            .iter()
            .map(|(value, claims)| Position {
                value: Some(Value::Text((*value).to_owned())),
                claims: claims.iter().map(|(article, words)| evidence(analysis, *article, words)).collect(),
                support: claims.len(),
            })
            .collect(),
        notes: if verdict == Verdict::Conflict { vec![Note::Update] } else { Vec::new() },
    }
}

/// Three outlets on a bridge: one conflict, one fact in common, one quote in two wordings.
fn bridge() -> Analysis {
    let mut analysis = Analysis { title: Some("The bridge reopens".to_owned()), ..Analysis::default() };
    analysis.articles = vec![
        report(
            "River Post",
            "2026-03-02",
            &["#Traffic", "The bridge reopened after 14 weeks.", "“It is safe now,” said Ana Ruiz."],
        ),
        report(
            "Hill Times",
            "2026-03-03",
            &["After 16 weeks, traffic crosses again.", "“It is quite safe,” Ana Ruiz said."],
        ),
        report("Coast Radio", "2026-03-03", &["The bridge was shut for 14 weeks.", "Ferries stop on Friday."]),
    ];
    analysis.texts = vec![0, 1, 2];
    analysis.facts = vec![
        fact(
            &analysis,
            "f1",
            Verdict::Conflict,
            "weeks closed",
            &[("14", &[(0, "14 weeks"), (2, "14 weeks")]), ("16", &[(1, "16 weeks")])],
        ),
        fact(&analysis, "f2", Verdict::Agreed, "bridge open", &[("open", &[(0, "reopened"), (1, "crosses again")])]),
        fact(&analysis, "f3", Verdict::Single, "ferries", &[("Friday", &[(2, "Friday")])]),
    ];
    let said = place(&analysis, 0, "The bridge reopened after 14 weeks.");
    let other = place(&analysis, 1, "After 16 weeks, traffic crosses again.");
    analysis.articles[0].standing[1] = Standing { same: vec![other], conflicts: vec!["f1".to_owned()] };
    analysis.summary = vec![SummarySentence { passage: said, articles: vec![0, 1], facts: vec!["f1".to_owned()] }];
    for (article, words) in [(0, "It is safe now,"), (1, "It is quite safe,")] {
        analysis.quotes.push(SpokenQuote {
            passage: place(&analysis, article, words),
            kind: QuoteKind::Direct,
            speaker: None,
            speaker_text: Some("Ana Ruiz".to_owned()),
            cue: None,
        });
    }
    analysis.quote_variants = vec![vec![0, 1]];
    let name = |kind, words: &str, article| Wording { passage: place(&analysis, article, words), kind, about: Some(0) };
    analysis.wording = vec![
        name(WordingKind::Label, "Ana Ruiz", 0),
        name(WordingKind::Loaded, "safe", 0),
        name(WordingKind::Label, "Ana", 1),
        name(WordingKind::Hedge, "quite", 1),
    ];
    analysis.entities = vec![Entity { name: "Ana Ruiz".to_owned(), kind: EntityKind::Person, mentions: Vec::new() }];
    analysis.lineage = vec![SharedText {
        a: 0,
        b: 2,
        share: 0.256,
        passages: vec![(place(&analysis, 0, "reopened after 14 weeks"), place(&analysis, 2, "shut for 14 weeks"))],
    }];
    let day = |text: &str| Moment::parse(text).expect("a date").date;
    let happening = |first, last, evidence| Happening {
        when: Interval { first: day(first), last: day(last) },
        minute: None,
        evidence,
        facts: Vec::new(),
    };
    analysis.timeline = vec![
        happening("2025-11-01", "2025-11-30", vec![evidence(&analysis, 1, "16 weeks")]),
        happening("2026-03-02", "2026-03-02", vec![evidence(&analysis, 0, "reopened"), evidence(&analysis, 2, "shut")]),
        happening("2026-03-06", "2026-03-06", vec![evidence(&analysis, 2, "Friday")]),
    ];
    analysis
}

/// The text between the tags, and nothing of it twice: what stands on the page.
fn words(html: &str) -> String {
    html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>().concat()
}

/// The part of the page with that id, up to the next section.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no {id}"));
    let rest = &page[start..];
    &rest[..rest.find("</section>").unwrap_or(rest.len())]
}

/// The page after these actions.
fn after(analysis: &Analysis, actions: &[&str]) -> String {
    let messages = Messages::default();
    let mut state = State::new(analysis.articles.len());
    for action in actions {
        state.apply(Action::parse(action).expect("an action"));
    }
    html(&view(analysis, &sources_of(analysis, &messages), &state, &messages))
}

/// The HTML with a line for each tag, so that a difference can be read.
fn lines(html: &str) -> String {
    let mut text = html.replace("><", ">\n<");
    text.push('\n');
    text
}

#[test]
fn the_page_is_as_it_was() {
    support::snapshot("tests/golden/view/bridge.html", &lines(&after(&bridge(), &[])));
}

#[test]
fn what_is_rendered_ahead_is_as_it_was() {
    support::snapshot(
        "tests/golden/view/bridge-ahead.html",
        &lines(&render(&bridge(), SummaryLength::Medium, "summary differences grid", &Messages::default())),
    );
}

#[test]
fn evidence_opens_where_it_was_asked_for() {
    let analysis = bridge();
    assert!(!after(&analysis, &[]).contains("id=\"evidence\""));
    let Passage { span, .. } = place(&analysis, 0, "14 weeks");
    let open = format!("open:differ-f1-0:0:{}:{}", span.start, span.end);
    let page = after(&analysis, &[&open]);
    assert_eq!(page.matches("id=\"evidence\"").count(), 1);
    assert!(page.contains("The bridge reopened after <mark class=\"words\" part=\"words\">14 weeks</mark>."), "{page}");
    assert!(page.contains("https://river-post.example/bridge#:~:text=The%20bridge%20reopened%20after%2014%20weeks."));
    assert_eq!(after(&analysis, &[&open, "close"]), after(&analysis, &[]));
    let beside = format!("beside:0:{}", place(&analysis, 0, "The bridge").span.start);
    assert!(after(&analysis, &[&beside]).contains("class=\"evidence beside\""));
}

#[test]
fn what_is_stale_or_foreign_shows_nothing() {
    let analysis = bridge();
    let plain = after(&analysis, &[]);
    for action in
        ["open:nowhere:0:0:3", "open:differ-f1-0:9:0:3", "open:differ-f1-0:0:9000:9001", "beside:0:9000", "read:9"]
    {
        assert_eq!(after(&analysis, &[action]), plain, "{action}");
    }
}

#[test]
fn choices_change_the_page() {
    let analysis = bridge();
    let page = after(&analysis, &["show:conflicts"]);
    assert!(page.contains("Weeks closed") && !page.contains("<th scope=\"row\">Bridge open</th>"), "{page}");
    assert!(after(&analysis, &["read:2"]).contains("Coast Radio on the bridge</h4>"));
    assert!(after(&analysis, &["explain:differences"]).contains("id=\"explanation\""));
    assert!(after(&analysis, &[]).contains("<ins>"), "a quote's other wording");
}

#[test]
fn wording_shows_every_form_with_who_has_it() {
    let page = after(&bridge(), &[]);
    let wording = section(&page, "wording");
    for (form, outlet) in [("Ana Ruiz", "River Post"), ("Ana", "Hill Times")] {
        let row = wording.split("<dd>").find(|row| words(row).starts_with(form) && row.contains(outlet));
        assert!(row.is_some(), "{form} is shown as {outlet}'s");
    }
    for word in ["safe", "quite"] {
        assert!(wording.contains(&format!("<mark class=\"words\" part=\"words\">{word}</mark>")), "{word}");
    }
}

#[test]
fn shared_text_is_a_table_a_drawing_and_passages() {
    let analysis = bridge();
    let page = after(&analysis, &[]);
    let shared = section(&page, "shared");
    assert!(words(shared).contains("26%1two texts"), "{}", words(shared));
    assert_eq!(shared.matches("class=\"ribbon\"").count(), 1);
    assert!(shared.contains("<ins>"), "what the second has other than the first");
    let Passage { span, .. } = analysis.lineage[0].passages[0].0;
    let open = format!("open:ribbon:0:{}:{}", span.start, span.end);
    let page = after(&analysis, &[&open]);
    assert_eq!(section(&page, "shared").matches("class=\"said\"").count(), 2, "the evidence of both");
}

#[test]
fn the_timeline_draws_what_its_table_has() {
    let analysis = bridge();
    let page = after(&analysis, &[]);
    let timeline = section(&page, "timeline");
    assert_eq!(timeline.matches("class=\"dot exact\"").count(), 3);
    assert_eq!(timeline.matches("class=\"dot inexact\"").count(), 1);
    assert_eq!(timeline.matches("scope=\"rowgroup\"").count(), 3);
    assert!(words(timeline).contains("November 2025some time within it"), "{}", words(timeline));
    assert!(timeline.contains("aria-label=\"Coast Radio, Friday, 6 March 2026: 1\""), "{timeline}");
    let Passage { span, .. } = place(&analysis, 2, "Friday");
    let page = after(&analysis, &[&format!("open:dot:2:{}:{}", span.start, span.end)]);
    assert!(section(&page, "timeline").contains("Ferries stop on <mark"));
}

#[test]
fn two_articles_stand_side_by_side_whole() {
    let analysis = bridge();
    let page = after(&analysis, &["with:1"]);
    let read = section(&page, "read");
    assert_eq!(read.matches("class=\"join\"").count(), 1, "one pair of sentences says the same or differs");
    for (article, report) in analysis.articles.iter().enumerate().take(2) {
        for (_, sentence) in report.document.story_sentences() {
            let shown = words(read).contains(report.document.slice(sentence.span));
            assert!(shown, "{article}: {}", report.document.slice(sentence.span));
        }
    }
    let swapped = after(&analysis, &["with:1", "swap:1"]);
    assert!(
        words(section(&swapped, "read")).find("Hill Times on") < words(section(&swapped, "read")).find("River Post on")
    );
    assert_eq!(after(&analysis, &["with:1", "with:none"]), after(&analysis, &[]));
    assert_eq!(after(&analysis, &["with:0"]), after(&analysis, &[]), "not beside itself");
}

#[test]
fn sections_are_chosen_and_moved() {
    let order = |actions: &[&str]| -> Vec<String> {
        let page = after(&bridge(), actions);
        page.split("<section ")
            .skip(1)
            .filter_map(|section| section.split_once("id=\"")?.1.split_once('"'))
            .map(|(id, _)| id.to_owned())
            .collect()
    };
    let all = ["summary", "differences", "grid", "only", "quotes", "timeline", "wording", "shared", "read"];
    assert_eq!(order(&[]), all);
    assert_eq!(order(&["sections:read nowhere grid read"]), ["read", "grid"]);
    assert_eq!(order(&["sections:"]), all);
    assert_eq!(order(&["sections:nowhere"]), all);
    assert_eq!(order(&["sections:read grid", "section:grid:up"]), ["grid", "read"]);
    assert_eq!(order(&["sections:read grid", "section:read:up", "section:summary:down"]), ["read", "grid"]);
    assert_eq!(order(&["section:summary:toggle", "section:read:toggle"]), all[1..8]);
    assert_eq!(order(&["section:summary:toggle", "section:summary:toggle"]), all);
    let page = after(&bridge(), &["unfold:arrange", "section:summary:toggle"]);
    assert_eq!(page.matches("data-act=\"section:").count(), all.len() * 3);
}

#[test]
fn the_grid_is_filtered_by_kind_and_outlet() {
    let rows = |actions: &[&str]| section(&after(&bridge(), actions), "grid").matches("<th scope=\"row\">").count();
    assert_eq!(rows(&[]), 2);
    assert_eq!(rows(&["kind:quantity"]), 2);
    assert_eq!(rows(&["kind:place"]), 0);
    assert_eq!(rows(&["kind:place", "kind:all"]), 2);
    assert_eq!(rows(&["outlet:2"]), 1, "Coast Radio has one of the two");
    assert_eq!(rows(&["outlet:2", "outlet:all"]), 2);
    assert_eq!(rows(&["outlet:2", "show:agreed"]), 0);
}

#[test]
fn a_card_shows_what_the_others_say() {
    let analysis = bridge();
    let messages = Messages::default();
    let sources = sources_of(&analysis, &messages);
    let start = place(&analysis, 0, "The bridge").span.start;
    let card = |at| html(&beside(&analysis, &sources, &State::new(3), &messages, at));
    assert!(card((0, start)).contains("After "), "{}", card((0, start)));
    assert!(!card((0, start)).contains("button"), "it goes with the pointer, so nothing in it is to be reached");
    assert_eq!(card((2, 0)), card((9, 0)), "nothing");
}

#[test]
fn one_article_is_read_and_not_compared() {
    let mut analysis = bridge();
    analysis.articles.truncate(1);
    analysis.texts.truncate(1);
    analysis.facts.clear();
    analysis.summary.clear();
    analysis.quotes.clear();
    analysis.quote_variants.clear();
    (analysis.wording, analysis.lineage, analysis.timeline) = (Vec::new(), Vec::new(), Vec::new());
    let page = render(&analysis, SummaryLength::Medium, "", &Messages::default());
    assert!(page.contains("One article, by River Post"));
    for section in ["differences", "grid", "only", "shared"] {
        assert!(!page.contains(&format!("id=\"crossread-{section}\"")), "{section}");
    }
    assert!(page.contains("id=\"crossread-read\""));
}

/// Ids that stand once, and labels and descriptions that lead to one of them.
fn check_ids(page: &Node) {
    fn walk<'a>(node: &'a Node, ids: &mut Vec<&'a str>, references: &mut Vec<&'a str>) {
        let Node::Element(element) = node else { return };
        assert!(TAGS.contains(&element.tag), "{}", element.tag);
        let mut names = BTreeSet::new();
        for (name, value) in &element.attributes {
            assert!(ATTRIBUTES.contains(name), "{name}");
            assert!(names.insert(name), "{name} stands twice in {element:?}");
            match *name {
                "id" => ids.push(value),
                "aria-labelledby" | "for" => references.push(value),
                _ => {}
            }
        }
        let keys: Vec<&str> = element
            .children
            .iter()
            .filter_map(|child| match child {
                Node::Element(child) => child.key.as_deref(),
                Node::Text(_) => None,
            })
            .collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "keys stand twice: {keys:?}");
        element.children.iter().for_each(|child| walk(child, ids, references));
    }
    let (mut ids, mut references) = (Vec::new(), Vec::new());
    walk(page, &mut ids, &mut references);
    let distinct: BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "an id stands twice");
    for reference in references {
        assert!(distinct.contains(&reference), "{reference}");
    }
}

#[test]
fn the_sample_stories_are_shown_whole() {
    let messages = Messages::default();
    for name in support::STORIES {
        let analysis = support::read(&support::story(name));
        let state = State::new(analysis.articles.len());
        let page = view(&analysis, &sources_of(&analysis, &messages), &state, &messages);
        check_ids(&page);
        let page = html(&page);
        assert!(!page.contains('{') && !page.contains('}'), "{name}: a place was not filled");
        for report in &analysis.articles {
            assert!(page.contains(report.document.source.as_deref().unwrap_or("?")));
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let payloads = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "\0\u{202e}\u{200b}{outlet}",
    ];
    for payload in payloads {
        let article = |number: usize| Article {
            id: Some(payload.to_owned()),
            source: Some(format!("{payload}{number}")),
            title: Some(payload.to_owned()),
            url: Some(payload.to_owned()),
            text: Some(format!("{payload} The bridge reopened after 1{number} weeks, Ana Ruiz said. “{payload}”")),
            ..Article::default()
        };
        let story = Story { title: Some(payload.to_owned()), articles: vec![article(4), article(6)] };
        let analysis = analyze(&story, &Options::default()).expect("the story can be read");
        let page = render(&analysis, SummaryLength::Long, "", &Messages::default());
        for tag in page.split('<').skip(1) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(TAGS.contains(&name.as_str()), "{payload}: <{tag}");
            let inside = tag.split('>').next().unwrap_or("");
            assert!(inside.matches('"').count().is_multiple_of(2), "{payload}: <{tag}");
        }
        let foreign = page.replace("href=\"#crossread-", "");
        assert!(!foreign.contains("href"), "{payload}: no address of these is one of the web");
    }
}

/// Every message that the view asks for is there, and every one that is there is asked for.
#[test]
fn messages_are_complete_and_used() {
    fn sources(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                sources(&entry, ending, files);
            } else if entry.extension().is_some_and(|extension| extension == ending) {
                files.push(entry);
            }
        }
    }
    let words = fs::read_to_string(support::path("src/view/messages/en.txt")).expect("the English messages");
    let bare = |key: &str| key.strip_suffix(".one").or(key.strip_suffix(".other")).unwrap_or(key).to_owned();
    let there: BTreeSet<String> = words
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| bare(line.split('\t').next().unwrap_or(line)))
        .collect();
    let mut files = Vec::new();
    sources(&support::path("src/view"), "rs", &mut files);
    let mut used = BTreeSet::new();
    for file in files {
        let code = fs::read_to_string(&file).expect("a source file");
        let code = code.split("#[cfg(test)]").next().unwrap_or("");
        let is_key = |text: &&str| {
            ["lang", "dir"].contains(text)
                || text.contains('.')
                    && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c))
        };
        used.extend(
            code.split('"')
                .filter(is_key)
                .filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()) && !key.ends_with('.'))
                .map(str::to_owned),
        );
    }
    // What the element itself says, it asks for by `message('…')`; which error it is, the core says.
    let mut scripts = Vec::new();
    sources(&support::path("www/element"), "js", &mut scripts);
    for script in scripts {
        let code = fs::read_to_string(&script).expect("a script");
        used.extend(code.split("message('").skip(1).filter_map(|rest| rest.split('\'').next()).map(str::to_owned));
        // `messages([…])` chooses among keys, each in quotation marks of its own.
        used.extend(code.split('\'').filter(|word| there.contains(*word)).map(str::to_owned));
    }
    used.extend(there.iter().filter(|key| key.starts_with("error.")).cloned());
    assert_eq!(there.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "messages that nothing asks for");
    assert_eq!(used.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "messages that are not there");
}

/// What follows each `before` in `text`, as far as it is a name.
fn names_after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = String> + 'a {
    let is_part = |letter: &char| letter.is_ascii_lowercase() || *letter == '-';
    let name = move |at: usize| -> String { text[at + before.len()..].chars().take_while(is_part).collect() };
    text.match_indices(before).map(move |(at, _)| name(at)).filter(|name| !name.is_empty())
}

/// Every custom property and every part that a host can style is documented, and nothing that is not there.
#[test]
fn what_a_host_can_style_is_documented() {
    let read = |path: &str| fs::read_to_string(support::path(path)).expect("a file");
    let documented = read("docs/styling.md");
    let there: BTreeSet<String> = names_after(&read("www/element/styles.js"), "--crossread-").collect();
    assert_eq!(names_after(&documented, "| `--crossread-").collect::<BTreeSet<_>>(), there);

    let analysis = bridge();
    let Passage { span, .. } = place(&analysis, 0, "14 weeks");
    let open = format!("open:differ-f1-0:0:{}:{}", span.start, span.end);
    let mut parts = BTreeSet::new();
    for page in [after(&analysis, &[&open, "explain:texts", "unfold:arrange"]), after(&analysis, &["with:1"])] {
        let lists = page.split(" part=\"").skip(1).filter_map(|rest| rest.split('"').next());
        parts.extend(lists.flat_map(str::split_whitespace).map(str::to_owned));
    }
    let listed = documented.split("## Parts").nth(1).expect("the list of parts");
    let listed: BTreeSet<String> = listed.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(parts.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "parts that are not documented");
    // What the element itself makes, and what this story gives no reason for.
    let elsewhere =
        ["frame", "notice", "float", "dialog", "warnings", "remove-button", "same", "cross-read::part(NAME)"];
    let gone: Vec<&String> = listed.difference(&parts).filter(|part| !elsewhere.contains(&part.as_str())).collect();
    assert_eq!(gone, Vec::<&String>::new(), "parts that are documented and not there");
}
