//! Wording: how the outlets name the same people and places, and the words that judge or hedge, each a quotation.

use crate::{
    analysis::Wording,
    claim::WordingKind,
    document::Document,
    entity::EntityKind,
    letter,
    order::{Map, Order},
    span::Passage,
    view::{page::Page, tree::Tree},
};

/// How many people and places are shown at first.
const NAMES: usize = 6;
/// How many words of a kind are shown at first.
const WORDS: usize = 4;

/// The ways to name one person or thing: each a form, folded, with the first place in each article.
type Forms = Vec<(String, Vec<Passage>)>;

/// Draws the section; nothing where all name everything alike and nothing is charged.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let named = if page.articles() > 1 { named(page) } else { Vec::new() };
    if !named.is_empty() {
        out.open("div +naming");
        out.leaf("h4", page.messages.get("wording.names"));
        out.open("dl");
        for (entity, forms) in named.iter().take(page.shown("names", NAMES)) {
            names(page, out, *entity, forms);
        }
        out.close();
        page.unfolder(out, "names", named.len(), NAMES);
        out.close();
    }
    charged(page, out, WordingKind::Loaded, "loaded", "wording.loaded", "wording.loaded-about");
    charged(page, out, WordingKind::Hedge, "hedges", "wording.hedges", "wording.hedges-about");
}

/// Entities that several articles name, and in more than one way: those with the most ways first.
fn named(page: &Page<'_>) -> Vec<(usize, Forms)> {
    let mut of: Map<usize, Forms> = Map::new();
    for found in page.analysis.wording.iter().filter(|found| found.kind == WordingKind::Label) {
        let Some(entity) = found.about else { continue };
        let form = folded(page.words(found.passage));
        let forms = of.entry(entity).or_default();
        let known = forms.iter_mut().find(|(own, _)| *own == form);
        match known {
            Some((_, places)) if places.iter().all(|place| place.article != found.passage.article) => {
                places.push(found.passage);
            }
            Some(_) => {}
            None => forms.push((form, vec![found.passage])),
        }
    }
    let mut named: Vec<(usize, Forms)> = Vec::new();
    for (&entity, forms) in of.iter() {
        let articles = Page::articles_of(forms.iter().flat_map(|(_, places)| places).copied());
        if forms.len() > 1 && articles.len() > 1 {
            let mut forms = forms.clone();
            forms.order_by_key(|(_, places)| usize::MAX - places.len());
            named.push((entity, forms));
        }
    }
    named.order_by_key(|(entity, forms)| {
        let kind = page.analysis.entities.get(*entity).map(|entity| entity.kind);
        (usize::MAX - forms.len(), kind != Some(EntityKind::Person))
    });
    named
}

/// The form without what differs from one house style to another: hyphens, apostrophes, capitals.
fn folded(words: &str) -> String {
    words.chars().filter(|&character| letter::is_letter_or_figure(character)).map(letter::small).collect()
}

/// A person or thing, and who names it how.
fn names(page: &Page<'_>, out: &mut Tree, entity: usize, forms: &Forms) {
    let name = page.analysis.entities.get(entity).map_or("", |entity| &entity.name);
    let anchor = ["name-", &entity.to_string()].concat();
    out.open("div .named");
    out.key(&anchor);
    out.leaf("dt dir=auto", name);
    for (_, places) in forms {
        let Some(first) = places.first() else { continue };
        out.open("dd");
        page.own(out, "q", first.article);
        page.open(out, &anchor, *first);
        out.text(page.words(*first));
        out.close();
        for place in places {
            page.mark_opener(out, &anchor, *place);
        }
        out.close();
    }
    if page.state.open.as_ref().is_some_and(|open| open.anchor == anchor) {
        out.open("dd .whole");
        page.evidence(out, &anchor);
        out.close();
    }
    out.close();
}

/// The words of one kind, each in its sentence.
fn charged(
    page: &Page<'_>,
    out: &mut Tree,
    kind: WordingKind,
    list: &'static str,
    title: &'static str,
    about: &'static str,
) {
    let found: Vec<&Wording> = page.analysis.wording.iter().filter(|found| found.kind == kind).collect();
    if found.is_empty() {
        return;
    }
    out.open("div +charged");
    out.key(list);
    out.leaf("h4", page.messages.get(title));
    out.leaf("p .about", page.messages.get(about));
    out.open("ul .claims");
    for found in found.iter().take(page.shown(list, WORDS)) {
        let own = found.passage;
        let anchor = [list, &page.in_story(own.article).to_string(), &own.span.start.to_string()].join("-");
        let sentence = page.document(own.article).and_then(|document| sentence(document, own));
        out.open("li");
        out.key(&anchor);
        page.outlet_opener(out, &anchor, own);
        page.own(out, "q", own.article);
        page.open(out, &anchor, own);
        page.marked(out, sentence.unwrap_or(own), &[(own.span, None)]);
        out.close();
        page.evidence(out, &anchor);
        out.close();
    }
    out.close();
    page.unfolder(out, list, found.len(), WORDS);
    out.close();
}

/// The sentence around the words.
fn sentence(document: &Document, words: Passage) -> Option<Passage> {
    let sentence = document.sentences.get(document.sentence_at(words.span.start)?)?;
    Some(Passage::new(words.article, sentence.span.cover(words.span)))
}
