//! What the reader has chosen and opened, and what activating a control changes.

use crate::{fact::FactKind, options::SummaryLength, order::Set, span::Span};

/// The order of the grid's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The most supported first.
    #[default]
    Support,
    /// Statements, numbers, times, people, organisations, places.
    Kind,
    /// As they come in the first article that has them.
    Story,
}

/// Which facts the grid shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// What two or more articles speak of.
    #[default]
    All,
    /// Where they say the same.
    Agreed,
    /// Where they differ.
    Conflicts,
}

/// One of the header's four counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Count {
    Articles,
    Texts,
    Facts,
    Differences,
}

impl Sort {
    /// All orders, with their names in actions.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Support, "support"), (Self::Kind, "kind"), (Self::Story, "story")];
}

impl Show {
    /// All choices, with their names in actions.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::All, "all"), (Self::Conflicts, "conflicts"), (Self::Agreed, "agreed")];
}

impl Count {
    /// All counts, with their names in actions.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Articles, "articles"),
        (Self::Texts, "texts"),
        (Self::Facts, "facts"),
        (Self::Differences, "differences"),
    ];
}

/// The kinds of facts, with their names in actions.
pub const KINDS: [(FactKind, &str); 4] = [
    (FactKind::Statement, "statement"),
    (FactKind::Quantity, "quantity"),
    (FactKind::Time, "time"),
    (FactKind::Place, "place"),
];

/// The sections in the page's order: the names by which they are linked to, styled, chosen and put in another order.
pub const SECTIONS: [&str; 9] =
    ["summary", "differences", "grid", "only", "quotes", "timeline", "wording", "shared", READ];

/// What becomes of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Move {
    Up,
    Down,
    Toggle,
}

/// Evidence that stands open. Positions of articles are those in the story, ticked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Under which part of the page.
    pub anchor: String,
    /// In which article.
    pub article: usize,
    /// Which words.
    pub span: Span,
}

/// What the reader has chosen and opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Which of the story's articles are compared.
    pub ticked: Vec<bool>,
    /// Which of the story's articles stands in Read.
    pub read: usize,
    /// How much of the summary is shown.
    pub length: SummaryLength,
    /// The order of the grid's rows.
    pub sort: Sort,
    /// Which of them are shown.
    pub show: Show,
    /// Which count is explained.
    pub explained: Option<Count>,
    /// Which evidence is open.
    pub open: Option<Open>,
    /// Beside which sentence of which article the others' sentences stand: an article and the sentence's first byte.
    pub beside: Option<(usize, usize)>,
    /// Lists that are shown to their end.
    pub unfolded: Set<String>,
    /// How many articles came with the story; the reader added the others and can remove them.
    pub given: usize,
    /// What the reader has just removed, and can have back.
    pub removed: Option<Removed>,
    /// Of which kind of facts the grid shows those; all where none is named.
    pub kind: Option<FactKind>,
    /// Of which of the story's articles the grid shows the facts; of all where none is named.
    pub outlet: Option<usize>,
    /// Which two of the story's articles stand side by side in Shared text.
    pub pair: Option<(usize, usize)>,
    /// Which of the story's articles stands beside the one in Read.
    pub second: Option<usize>,
    /// The sections in the reader's order, as positions in [`SECTIONS`], each with whether it is shown; empty for all in the
    /// page's order.
    sections: Vec<(usize, bool)>,
}

/// An article that the reader added and removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its position in the story.
    pub article: usize,
    /// Its outlet's name.
    pub name: String,
    /// Whether it was compared.
    pub ticked: bool,
}

/// What a control asks for. Controls carry actions as short texts, so that the page outside need not know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// `open:ANCHOR:ARTICLE:START:END`: show these words in their sentence, or close them if they are shown.
    Open(Open),
    /// `close`: close the evidence that is open.
    Close,
    /// `tick:ARTICLE`: compare the article, or no longer.
    Tick(usize),
    /// `read:ARTICLE`: show the article in Read.
    Read(usize),
    /// `visit:ARTICLE` or `visit:ARTICLE:START`: the same, and go there, to the sentence that begins at that byte.
    Visit(usize, Option<usize>),
    /// `beside:ARTICLE:START`: show what the others say beside the sentence that begins there, or no longer.
    Beside(usize, usize),
    /// `length:short`, `length:medium`, `length:long`.
    Length(SummaryLength),
    /// `sort:support`, `sort:kind`, `sort:story`.
    Sort(Sort),
    /// `show:all`, `show:agreed`, `show:conflicts`.
    Show(Show),
    /// `explain:articles` and so on: explain the count, or no longer.
    Explain(Count),
    /// `unfold:LIST`: show the list to its end, or no longer.
    Unfold(String),
    /// `go:ID`: go to that part of the page.
    Go(String),
    /// `kind:all`, `kind:quantity` and so on: show the facts of that kind in the grid.
    Kind(Option<FactKind>),
    /// `outlet:all`, `outlet:ARTICLE`: show the facts of that article in the grid.
    Outlet(Option<usize>),
    /// `pair:ARTICLE:ARTICLE`: show what these two share.
    Pair(usize, usize),
    /// `with:none`, `with:ARTICLE`: show that article beside the one in Read.
    With(Option<usize>),
    /// `swap:ARTICLE`: the article and the one in Read change places.
    Swap(usize),
    /// `sections:NAME NAME`: show these sections in this order and no others; all where none of the names is known.
    Sections(String),
    /// `section:NAME:up`, `section:NAME:down`, `section:NAME:toggle`: move a section, or leave it out, or no longer.
    Section(usize, Move),
    /// `remove:ARTICLE`: take out an article that the reader added.
    Remove(usize),
    /// `undo`: put the article back that was taken out last.
    Undo,
}

impl Action {
    /// Reads an action; `None` for what is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once(':').unwrap_or((text, ""));
        let mut parts = rest.split(':');
        let mut number = || parts.next()?.parse::<usize>().ok();
        Some(match name {
            "open" => {
                let (anchor, rest) = rest.split_once(':')?;
                let mut numbers = rest.splitn(3, ':').map(|part| part.parse::<usize>().ok());
                let article = numbers.next()??;
                let span = Span::new(numbers.next()??, numbers.next()??);
                Self::Open(Open { anchor: anchor.to_owned(), article, span })
            }
            "close" => Self::Close,
            "tick" => Self::Tick(number()?),
            "read" => Self::Read(number()?),
            "visit" => Self::Visit(number()?, number()),
            "beside" => Self::Beside(number()?, number()?),
            "length" => Self::Length(SummaryLength::from_name(rest)?),
            "sort" => Self::Sort(named(&Sort::ALL, rest)?),
            "show" => Self::Show(named(&Show::ALL, rest)?),
            "explain" => Self::Explain(named(&Count::ALL, rest)?),
            "unfold" if !rest.is_empty() => Self::Unfold(rest.to_owned()),
            "go" if !rest.is_empty() => Self::Go(rest.to_owned()),
            "kind" if rest == "all" => Self::Kind(None),
            "kind" => Self::Kind(Some(named(&KINDS, rest)?)),
            "outlet" => Self::Outlet(number()),
            "pair" => Self::Pair(number()?, number()?),
            "with" => Self::With(number()),
            "swap" => Self::Swap(number()?),
            "sections" => Self::Sections(rest.to_owned()),
            "section" => {
                let (name, way) = rest.split_once(':')?;
                let section = SECTIONS.iter().position(|own| *own == name)?;
                let ways = [(Move::Up, "up"), (Move::Down, "down"), (Move::Toggle, "toggle")];
                Self::Section(section, named(&ways, way)?)
            }
            "remove" => Self::Remove(number()?),
            "undo" => Self::Undo,
            _ => return None,
        })
    }
}

fn named<T: Copy>(all: &[(T, &str)], name: &str) -> Option<T> {
    all.iter().find(|(_, own)| *own == name).map(|(value, _)| *value)
}

/// What is to be done after an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Whether the articles are to be compared again.
    pub compare: bool,
    /// The id of the part of the page that is to have the focus.
    pub focus: Option<String>,
    /// Which article is taken out of the story.
    pub remove: Option<usize>,
    /// At which position the article that was taken out is put back.
    pub put_back: Option<usize>,
}

impl State {
    /// The beginning: all `articles` ticked, nothing open.
    #[must_use]
    pub fn new(articles: usize) -> Self {
        Self { ticked: vec![true; articles], given: articles, length: SummaryLength::Medium, ..Self::default() }
    }

    /// What the reader has chosen, as the actions that lead there from the beginning, with commas between them; empty
    /// where nothing is.
    #[must_use]
    pub fn written(&self) -> String {
        let mut actions: Vec<String> = Vec::new();
        let mut act = |name: &str, value: &str| actions.push([name, ":", value].concat());
        for (article, _) in self.ticked.iter().take(self.given).enumerate().filter(|(_, ticked)| !**ticked) {
            act("tick", &article.to_string());
        }
        if self.length != SummaryLength::Medium {
            act("length", self.length.name());
        }
        if let Some((_, name)) = Sort::ALL.iter().find(|(sort, _)| *sort == self.sort && *sort != Sort::default()) {
            act("sort", name);
        }
        if let Some((_, name)) = Show::ALL.iter().find(|(show, _)| *show == self.show && *show != Show::default()) {
            act("show", name);
        }
        if let Some((_, name)) = KINDS.iter().find(|(kind, _)| self.kind == Some(*kind)) {
            act("kind", name);
        }
        let read = (self.selection().first() != Some(&self.read)).then_some(self.read);
        for (name, article) in [("outlet", self.outlet), ("read", read), ("with", self.second)] {
            if let Some(article) = article.filter(|article| *article < self.given) {
                act(name, &article.to_string());
            }
        }
        if !self.sections.is_empty() {
            let shown = self.sections.iter().filter(|(_, shown)| *shown);
            let names: Vec<&str> = shown.filter_map(|(section, _)| SECTIONS.get(*section).copied()).collect();
            act("sections", &names.join(" "));
        }
        actions.join(",")
    }

    /// Does what [`written`](Self::written) wrote; what is no longer possible, and what is no choice, is passed over.
    pub fn restore(&mut self, written: &str) {
        const CHOICES: [&str; 9] = ["tick", "length", "sort", "show", "kind", "outlet", "read", "with", "sections"];
        for action in written.split(',') {
            let name = action.split(':').next().unwrap_or("");
            if let Some(action) = Action::parse(action).filter(|_| CHOICES.contains(&name)) {
                self.apply(action);
            }
        }
    }

    /// One more article, which the reader added.
    pub fn add(&mut self) {
        self.ticked.push(true);
        self.removed = None;
        self.forget();
    }

    /// The positions of the ticked articles in the story.
    #[must_use]
    pub fn selection(&self) -> Vec<usize> {
        self.ticked.iter().enumerate().filter(|(_, ticked)| **ticked).map(|(article, _)| article).collect()
    }

    /// Changes the state as the action asks. What cannot be done is ignored: an article that there is not, and
    /// unticking the last one.
    pub fn apply(&mut self, action: Action) -> Effect {
        let mut effect = Effect::default();
        match action {
            Action::Open(open) => {
                let again = self.open.as_ref() == Some(&open);
                self.beside = None;
                self.open = (!again && self.is_ticked(open.article)).then_some(open);
                effect.focus = self.open.is_some().then(|| EVIDENCE.to_owned());
            }
            Action::Close => {
                self.open = None;
                self.beside = None;
            }
            Action::Tick(article) => effect.compare = self.tick(article),
            Action::Read(article) => {
                self.read(article);
            }
            Action::Visit(article, start) if self.read(article) => {
                effect.focus = Some(start.map_or_else(|| READ.to_owned(), |start| sentence_id(article, start)));
            }
            Action::Visit(..) => {}
            Action::Beside(article, start) => {
                let beside = Some((article, start));
                self.open = None;
                self.beside = if self.beside == beside { None } else { beside.filter(|_| self.is_ticked(article)) };
                effect.focus = self.beside.map(|_| EVIDENCE.to_owned());
            }
            Action::Length(length) => self.length = length,
            Action::Sort(sort) => self.sort = sort,
            Action::Show(show) => self.show = show,
            Action::Explain(count) => {
                self.explained = if self.explained == Some(count) { None } else { Some(count) };
            }
            Action::Unfold(list) => {
                if !self.unfolded.remove(&list) {
                    self.unfolded.insert(list);
                }
            }
            Action::Go(id) => {
                // What one goes to must be there.
                if id.starts_with("fact-") {
                    self.unfolded.insert("differences".to_owned());
                }
                effect.focus = Some(id);
            }
            Action::Kind(kind) => self.kind = kind,
            Action::Outlet(outlet) => self.outlet = outlet,
            Action::Pair(a, b) => self.pair = Some((a, b)),
            Action::With(second) => self.second = second,
            Action::Swap(article) => {
                let second = self.read;
                if self.read(article) {
                    self.second = Some(second);
                }
            }
            Action::Sections(names) => self.arrange(&names),
            Action::Section(section, way) => self.move_section(section, way),
            Action::Remove(article) => {
                if let Some(ticked) = self.remove(article) {
                    self.removed = Some(Removed { article, name: String::new(), ticked });
                    effect =
                        Effect { compare: true, focus: Some(UNDO.to_owned()), remove: Some(article), put_back: None };
                }
            }
            Action::Undo => {
                if let Some(Removed { article, ticked, .. }) = self.removed.take() {
                    self.ticked.insert(article.min(self.ticked.len()), ticked);
                    self.forget();
                    effect.compare = true;
                    effect.focus = Some(["tick-", &article.to_string()].concat());
                    effect.put_back = Some(article);
                }
            }
        }
        effect
    }

    /// Takes out an article that the reader added, and tells whether it was compared.
    fn remove(&mut self, article: usize) -> Option<bool> {
        if article < self.given || article >= self.ticked.len() {
            return None;
        }
        let ticked = self.ticked.remove(article);
        if !self.ticked.contains(&true)
            && let Some(first) = self.ticked.first_mut()
        {
            *first = true;
        }
        if self.read > article {
            self.read -= 1;
        }
        (self.outlet, self.pair, self.second) = (None, None, None);
        self.forget();
        Some(ticked)
    }

    /// Closes what belongs to the facts as they were numbered before a comparison.
    fn forget(&mut self) {
        self.open = None;
        self.beside = None;
        // The list of outlets is no list of facts.
        if self.unfolded.remove(OUTLETS) {
            self.unfolded = [OUTLETS.to_owned()].into_iter().collect();
        } else {
            self.unfolded.clear();
        }
        if !self.is_ticked(self.read) {
            self.read = self.selection().first().copied().unwrap_or(0);
        }
    }

    /// The sections in the reader's order, as positions in [`SECTIONS`], each with whether it is shown.
    #[must_use]
    pub fn sections(&self) -> Vec<(usize, bool)> {
        match self.sections.is_empty() {
            true => (0..SECTIONS.len()).map(|section| (section, true)).collect(),
            false => self.sections.clone(),
        }
    }

    /// Shows the sections that are named, in that order, and no others.
    fn arrange(&mut self, names: &str) {
        self.sections.clear();
        let named = names.split_whitespace().filter_map(|name| SECTIONS.iter().position(|own| *own == name));
        for (section, shown) in named.map(|section| (section, true)).chain((0..SECTIONS.len()).map(|own| (own, false)))
        {
            if !self.sections.iter().any(|(own, _)| *own == section) {
                self.sections.push((section, shown));
            }
        }
        if !self.sections.iter().any(|(_, shown)| *shown) {
            self.sections.clear();
        }
    }

    fn move_section(&mut self, section: usize, way: Move) {
        self.sections = self.sections();
        let Some(at) = self.sections.iter().position(|(own, _)| *own == section) else { return };
        match way {
            Move::Up if at > 0 => self.sections.swap(at, at - 1),
            Move::Down if at + 1 < self.sections.len() => self.sections.swap(at, at + 1),
            Move::Up | Move::Down => {}
            Move::Toggle => {
                if let Some((_, shown)) = self.sections.get_mut(at) {
                    *shown = !*shown;
                }
            }
        }
    }

    /// Whether there is such an article and it is ticked.
    #[must_use]
    pub fn is_ticked(&self, article: usize) -> bool {
        self.ticked.get(article).copied().unwrap_or(false)
    }

    fn read(&mut self, article: usize) -> bool {
        let ticked = self.is_ticked(article);
        if ticked {
            self.read = article;
            self.open = None;
            self.beside = None;
        }
        ticked
    }

    fn tick(&mut self, article: usize) -> bool {
        let last = self.selection().len() == 1 && self.is_ticked(article);
        let Some(ticked) = self.ticked.get_mut(article).filter(|_| !last) else { return false };
        *ticked = !*ticked;
        self.forget();
        true
    }
}

/// The id of the evidence that is open.
pub(super) const EVIDENCE: &str = "evidence";
/// The list of the outlets in the header.
pub(super) const OUTLETS: &str = "outlets";
/// The list of sections, where it is unfolded.
pub(super) const ARRANGE: &str = "arrange";
/// The id of the button that puts back what was removed.
pub(super) const UNDO: &str = "undo";
/// The id of the section Read.
pub(super) const READ: &str = "read";

/// The id of a sentence in Read.
pub(super) fn sentence_id(article: usize, start: usize) -> String {
    ["sentence-", &article.to_string(), "-", &start.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Action>) {
        assert_eq!(Action::parse(text), expected, "{text:?}");
    }

    #[test]
    fn reads_actions() {
        let open = Open { anchor: "f3".into(), article: 2, span: Span::new(10, 14) };
        check("open:f3:2:10:14", Some(Action::Open(open)));
        check("open:f3:2:10", None);
        check("open:f3:2:10:x", None);
        check("open::", None);
        check("close", Some(Action::Close));
        check("tick:2", Some(Action::Tick(2)));
        check("tick:-1", None);
        check("tick:", None);
        check("tick:99999999999999999999", None);
        check("read:1", Some(Action::Read(1)));
        check("visit:1", Some(Action::Visit(1, None)));
        check("visit:1:40", Some(Action::Visit(1, Some(40))));
        check("beside:1:40", Some(Action::Beside(1, 40)));
        check("length:short", Some(Action::Length(SummaryLength::Short)));
        check("length:endless", None);
        check("sort:kind", Some(Action::Sort(Sort::Kind)));
        check("show:conflicts", Some(Action::Show(Show::Conflicts)));
        check("explain:texts", Some(Action::Explain(Count::Texts)));
        check("unfold:quotes", Some(Action::Unfold("quotes".into())));
        check("go:grid", Some(Action::Go("grid".into())));
        check("go:", None);
        check("kind:all", Some(Action::Kind(None)));
        check("kind:place", Some(Action::Kind(Some(FactKind::Place))));
        check("kind:colour", None);
        check("outlet:all", Some(Action::Outlet(None)));
        check("pair:0:2", Some(Action::Pair(0, 2)));
        check("pair:0", None);
        check("with:none", Some(Action::With(None)));
        check("swap:1", Some(Action::Swap(1)));
        check("section:grid:up", Some(Action::Section(2, Move::Up)));
        check("section:grid:left", None);
        check("section:nowhere:up", None);
        check("remove:5", Some(Action::Remove(5)));
        check("undo", Some(Action::Undo));
        check("", None);
        check("alert(1)", None);
    }

    fn after(state: &mut State, action: &str) -> Effect {
        state.apply(Action::parse(action).unwrap())
    }

    #[test]
    fn opening_twice_closes() {
        let mut state = State::new(2);
        assert_eq!(after(&mut state, "open:f1:0:3:5").focus.as_deref(), Some(EVIDENCE));
        assert!(state.open.is_some());
        assert_eq!(after(&mut state, "open:f1:0:3:5").focus, None);
        assert!(state.open.is_none());
        after(&mut state, "open:f1:7:3:5");
        assert!(state.open.is_none(), "there is no such article");
        after(&mut state, "open:f1:0:3:5");
        after(&mut state, "close");
        assert!(state.open.is_none());
    }

    #[test]
    fn one_article_stays_ticked() {
        let mut state = State::new(3);
        state.read = 1;
        assert!(after(&mut state, "tick:1").compare);
        assert_eq!((state.selection(), state.read), (vec![0, 2], 0));
        assert!(after(&mut state, "tick:0").compare);
        assert_eq!((state.selection(), state.read), (vec![2], 2));
        assert!(!after(&mut state, "tick:2").compare, "the last one stays");
        assert!(!after(&mut state, "tick:3").compare, "there is no such article");
        assert_eq!(state.selection(), [2]);
        assert_eq!(after(&mut state, "visit:0").focus, None, "not compared, so not shown");
        assert!(after(&mut state, "tick:0").compare);
        assert_eq!(after(&mut state, "visit:0:12").focus.as_deref(), Some("sentence-0-12"));
    }

    #[test]
    fn what_was_added_can_be_removed_and_put_back() {
        let mut state = State::new(2);
        assert_eq!(after(&mut state, "remove:1"), Effect::default(), "it came with the story");
        state.add();
        state.add();
        state.read = 3;
        let effect = after(&mut state, "remove:2");
        assert_eq!((effect.remove, effect.compare, effect.focus.as_deref()), (Some(2), true, Some(UNDO)));
        assert_eq!((state.ticked.len(), state.read), (3, 2));
        assert_eq!(after(&mut state, "undo").put_back, Some(2));
        assert_eq!(state.ticked.len(), 4);
        assert_eq!(after(&mut state, "undo"), Effect::default(), "once");
        for action in ["tick:0", "tick:1", "tick:2", "remove:3"] {
            after(&mut state, action);
        }
        assert_eq!(state.ticked, [true, false, false], "something stays ticked");
    }

    #[test]
    fn choices_are_written_and_restored() {
        let mut state = State::new(4);
        assert_eq!(state.written(), "");
        for action in [
            "tick:1",
            "length:long",
            "sort:kind",
            "show:agreed",
            "kind:quantity",
            "outlet:3",
            "read:2",
            "with:0",
            "sections:grid read",
        ] {
            after(&mut state, action);
        }
        let mut other = State::new(4);
        other.restore(&state.written());
        assert_eq!(other, state);
        other.restore("go:grid,remove:0,alert(1),tick:9,,read:");
        assert_eq!(other, state, "what is no choice changes nothing");
    }
}
