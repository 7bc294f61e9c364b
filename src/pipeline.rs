//! The order of the stages. Nothing else knows it.

use crate::{
    align,
    analysis::{Analysis, InArticle, Report, SpokenQuote},
    compare,
    entity::Cast,
    error::{Error, Warning},
    extract,
    options::Options,
    quote::SpeakerKind,
    read,
    reading::Reading,
    resolve,
    span::Passage,
    story::{Article, Story},
    summarize,
};

/// Reads and compares the articles of a story.
///
/// # Errors
/// Where the story cannot be read at all; see [`Story::check`]. What is odd about one article becomes a
/// [warning](Analysis::warnings) and the rest is compared.
pub fn analyze(story: &Story, options: &Options) -> Result<Analysis, Error> {
    let readings = Readings::of(story)?;
    let all: Vec<usize> = (0..readings.len()).collect();
    Ok(readings.compare(&all, options))
}

/// Whether two sentences report the same thing, from 0 to 1.
#[must_use]
pub fn similarity(a: &str, b: &str) -> f64 {
    let sentences = [a, b].map(|text| {
        read_article(&Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() })
    });
    align::similarity(sentences.each_ref())
}

/// The articles of a story, each read once, to be compared in any selection.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    title: Option<String>,
    ids: Vec<String>,
    readings: Vec<Reading>,
}

impl Readings {
    /// Of a story with that title, of which nothing is read yet.
    #[must_use]
    pub fn titled(title: Option<String>) -> Self {
        Self { title, ..Self::default() }
    }

    /// Reads every article of `story`.
    ///
    /// # Errors
    /// Where the story cannot be read at all; see [`Story::check`].
    pub fn of(story: &Story) -> Result<Self, Error> {
        story.check()?;
        let mut readings = Self::titled(story.title.clone());
        story.articles.iter().for_each(|article| readings.read(article));
        Ok(readings)
    }

    /// Reads one more article, which [`Story::check`] has let pass.
    pub fn read(&mut self, article: &Article) {
        self.ids.push(article.id.clone().unwrap_or_else(|| self.ids.len().to_string()));
        self.readings.push(read_article(article));
    }

    /// Reads one more article.
    ///
    /// # Errors
    /// Where it cannot be read, and where the story would become too large with it; see [`Story::check`].
    pub fn add(&mut self, article: &Article) -> Result<(), Error> {
        Story::check_count(self.len() + 1)?;
        Story { title: None, articles: vec![article.clone()] }.check()?;
        let read: usize = self.readings.iter().map(|reading| reading.document.text.len()).sum();
        let more = [&article.text, &article.html].into_iter().flatten().map(String::len).sum::<usize>();
        Story::check_size(read + more)?;
        self.read(article);
        Ok(())
    }

    /// Takes the article at that position out, with its id.
    pub fn take(&mut self, index: usize) -> Option<(String, Reading)> {
        (index < self.len()).then(|| (self.ids.remove(index), self.readings.remove(index)))
    }

    /// Puts back at that position what was [taken](Self::take) from there.
    pub fn put(&mut self, index: usize, (id, reading): (String, Reading)) {
        let index = index.min(self.len());
        self.ids.insert(index, id);
        self.readings.insert(index, reading);
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.readings.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// The article at that position as it was read.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Reading> {
        self.readings.get(index)
    }

    /// Compares the articles at the positions `selection`, in that order; positions that there are not are passed over.
    /// Positions in the result count within the selection.
    #[must_use]
    pub fn compare(&self, selection: &[usize], options: &Options) -> Analysis {
        let (ids, readings): (Vec<String>, Vec<Reading>) = selection
            .iter()
            .filter_map(|&index| Some((self.ids.get(index)?.clone(), self.readings.get(index)?.clone())))
            .unzip();
        let cast = resolve::resolve(&readings);
        let lineage = compare::lineage(&readings);
        let alignment = align::align(&readings, &cast);
        let variants = compare::quote_variants(&readings, &cast);
        let facts = compare::facts(&readings, &cast, &alignment, &variants, &lineage.texts);
        let timeline = compare::timeline(&readings, &alignment, &facts);
        let standing = compare::standing(&readings, &alignment, &facts);
        let wording = compare::wording(&readings, &cast);
        let summary = summarize::summarize(&readings, &alignment, &facts, &lineage.texts, options.summary.sentences());
        let (quotes, starts) = spoken(&readings, &cast);
        let quote_variants = variants
            .into_iter()
            .map(|group| group.into_iter().filter_map(|(article, quote)| Some(starts.get(article)? + quote)).collect())
            .collect();
        Analysis {
            title: self.title.clone(),
            dates: in_articles(&readings, |reading| &reading.extraction.times),
            quantities: in_articles(&readings, |reading| &reading.extraction.quantities),
            warnings: warnings(&readings),
            articles: ids
                .into_iter()
                .zip(readings)
                .zip(standing)
                .map(|((id, reading), standing)| Report { id, document: reading.document, standing })
                .collect(),
            entities: cast.entities,
            quotes,
            quote_variants,
            facts,
            summary,
            lineage: lineage.pairs,
            texts: lineage.texts,
            wording,
            timeline,
        }
    }
}

/// All quotes of all articles in one list, with the position at which each article's begin.
fn spoken(readings: &[Reading], cast: &Cast) -> (Vec<SpokenQuote>, Vec<usize>) {
    let (mut quotes, mut starts) = (Vec::new(), Vec::new());
    for (article, reading) in readings.iter().enumerate() {
        starts.push(quotes.len());
        for (index, quote) in reading.extraction.quotes.iter().enumerate() {
            let speaker = cast.speakers.get(article).and_then(|speakers| *speakers.get(index)?);
            let named = speaker.and_then(|speaker| cast.entities.get(speaker)).map(|entity| entity.name.clone());
            let written = quote.speaker.as_ref().map(|speaker| match speaker.kind {
                SpeakerKind::Pronoun => named.unwrap_or_else(|| reading.document.slice(speaker.span).to_owned()),
                SpeakerKind::Name(_) | SpeakerKind::Description => reading.document.slice(speaker.span).to_owned(),
            });
            quotes.push(SpokenQuote {
                passage: Passage::new(article, quote.span),
                kind: quote.kind,
                speaker,
                speaker_text: written,
                cue: quote.cue,
            });
        }
    }
    (quotes, starts)
}

fn in_articles<T: Clone>(readings: &[Reading], found: impl Fn(&Reading) -> &Vec<T>) -> Vec<InArticle<T>> {
    let of =
        |(article, reading)| found(reading).iter().map(move |finding| InArticle { article, finding: finding.clone() });
    readings.iter().enumerate().flat_map(of).collect()
}

fn warnings(readings: &[Reading]) -> Vec<Warning> {
    let of = |(article, reading): (usize, &Reading)| {
        reading.document.warnings.clone().into_iter().map(move |warning| Warning { article: Some(article), ..warning })
    };
    readings.iter().enumerate().flat_map(of).collect()
}

fn read_article(article: &Article) -> Reading {
    let document = read::read(article);
    let extraction = extract::extract(&document);
    Reading { document, extraction }
}
