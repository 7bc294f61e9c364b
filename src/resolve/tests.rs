//! Who is who over several small articles.

use crate::order::Order;
use crate::{
    Article, Readings, Story,
    entity::{Cast, EntityKind},
    reading::Reading,
    resolve::resolve,
};

fn read(texts: &[&str]) -> Vec<Reading> {
    let article =
        |text: &&str| Article { text: Some((*text).to_owned()), lang: Some("en".to_owned()), ..Article::default() };
    let readings = Readings::of(&Story { title: None, articles: texts.iter().map(article).collect() }).unwrap();
    (0..readings.len()).map(|index| readings.get(index).unwrap().clone()).collect()
}

fn written<'a>(readings: &'a [Reading], cast: &Cast, entity: usize) -> Vec<&'a str> {
    let mentions = cast.entities[entity].mentions.iter();
    mentions.map(|mention| readings[mention.article].document.slice(mention.span)).collect()
}

/// The entities, each as its distinct written forms, all sorted.
fn groups(texts: &[&str]) -> Vec<Vec<String>> {
    let readings = read(texts);
    let cast = resolve(&readings);
    let mut groups: Vec<Vec<String>> = (0..cast.entities.len())
        .map(|entity| {
            let mut forms: Vec<String> = written(&readings, &cast, entity).into_iter().map(str::to_owned).collect();
            forms.order();
            forms.dedup();
            forms
        })
        .collect();
    groups.order();
    groups
}

/// Compares the entities of the articles with `expected`: each as its distinct written forms, all sorted; and the same
/// for the articles in the opposite order.
fn check(texts: &[&str], expected: &[&[&str]]) {
    assert_eq!(groups(texts), expected, "{texts:?}");
    let reversed: Vec<&str> = texts.iter().rev().copied().collect();
    assert_eq!(groups(&reversed), expected, "in the opposite order: {texts:?}");
}

/// Compares the names by which the entities go with `expected`, in the order in which the story names them.
fn check_names(texts: &[&str], expected: &[(&str, EntityKind)]) {
    let cast = resolve(&read(texts));
    let found: Vec<(&str, EntityKind)> =
        cast.entities.iter().map(|entity| (entity.name.as_str(), entity.kind)).collect();
    assert_eq!(found, expected, "{texts:?}");
}

/// Compares the speakers of all quotes with `expected`; an empty name is nobody known.
fn check_speakers(texts: &[&str], expected: &[&str]) {
    let cast = resolve(&read(texts));
    let name = |speaker: &Option<usize>| speaker.map_or("", |speaker| cast.entities[speaker].name.as_str());
    let found: Vec<&str> = cast.speakers.iter().flatten().map(name).collect();
    assert_eq!(found, expected, "{texts:?}");
}

#[test]
fn spellings_of_one_person() {
    check(
        &[
            "President Lee Jae Myung arrived on Sunday. Lee waved.",
            "President Lee Jae-myung arrived.",
            "President Lee Jae\u{2011}myung arrived.",
        ],
        &[&["Lee", "Lee Jae Myung", "Lee Jae-myung", "Lee Jae\u{2011}myung"]],
    );
    check(
        &["President Volodymyr Zelenskyy spoke.", "President Volodymyr Zelensky spoke. Zelensky left."],
        &[&["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelensky"]],
    );
    check(
        &["Senator Robert Ellis voted.", "Senator Robert F. Ellis voted. Mr. Ellis left."],
        &[&["Ellis", "Robert Ellis", "Robert F. Ellis"]],
    );
    check(&["They met Nicolás Maduro.", "They met Nicolas Maduro."], &[&["Nicolas Maduro", "Nicolás Maduro"]]);
}

#[test]
fn two_people_of_one_surname_stay_two() {
    check(
        &[
            "Senator Maria Lopez met the mayor, Hector Lopez. Mr. Lopez thanked her.",
            "Senator Maria Lopez spoke. Lopez left early.",
        ],
        &[&["Hector Lopez", "Lopez"], &["Lopez", "Maria Lopez"]],
    );
    check(&["Robert A. Ellis spoke.", "Robert T. Ellis spoke."], &[&["Robert A. Ellis"], &["Robert T. Ellis"]]);
}

#[test]
fn acronyms_wherever_their_expansion_is() {
    check(&["The United Nations met.", "The U.N. replied. The UN said so."], &[&["U.N.", "UN", "United Nations"]]);
    check(
        &["The DPRK replied.", "The Democratic People's Republic of Korea (DPRK) replied.", "They left North Korea."],
        &[&["DPRK", "Democratic People's Republic of Korea", "North Korea"]],
    );
    check(
        &["The ACLR opposed it.", "The Advisory Council on Lakes and Rivers (ACLR) opposed it."],
        &[&["ACLR", "Advisory Council on Lakes and Rivers"]],
    );
}

#[test]
fn one_acronym_for_two_things() {
    check(
        &[
            "The Central Rail Board (CRB) opposed it. The CRB said so.",
            "The Coastal Rescue Bureau (CRB) agreed. The CRB said so.",
        ],
        &[&["CRB", "Central Rail Board"], &["CRB", "Coastal Rescue Bureau"]],
    );
}

#[test]
fn a_capital_is_a_city_or_a_government() {
    check(
        &["South Korea protested. He landed in Seoul.", "Seoul said it would protest. South Korea waited."],
        &[&["Seoul"], &["Seoul", "South Korea"]],
    );
    check(&["The ministry in Paris closed.", "They live in Paris."], &[&["Paris"]]);
}

#[test]
fn short_names_of_companies() {
    check(
        &["Hyundai Motor Group sent managers.", "Shares of Hyundai rose. Hyundai said so."],
        &[&["Hyundai", "Hyundai Motor Group"]],
    );
    check(
        &["Norvik Steel Corp. lost money.", "Norvik Steel lost money. The loss was expected, Norvik said."],
        &[&["Norvik", "Norvik Steel", "Norvik Steel Corp."]],
    );
}

#[test]
fn the_fullest_form_is_the_name() {
    check_names(
        &["Lopez won. The winner, Maria Lopez, left.", "UN chief agreed. The United Nations met."],
        &[("Maria Lopez", EntityKind::Person), ("United Nations", EntityKind::Organization)],
    );
    check_names(&["The DPRK replied. North Korea waited. North Korea left."], &[("North Korea", EntityKind::Place)]);
}

#[test]
fn speakers_by_name() {
    check_speakers(
        &["“We will rebuild,” said Maria Lopez. “It is over,” Lopez said."],
        &["Maria Lopez", "Maria Lopez"],
    );
}

#[test]
fn speakers_by_pronoun() {
    check_speakers(&["Maria Lopez met Hector Ruiz. “We will rebuild,” she said."], &["Maria Lopez"]);
    check_speakers(&["Maria Lopez met Hector Ruiz. “We will rebuild,” he said."], &["Hector Ruiz"]);
    check_speakers(
        &["Hector Ruiz opened the talks with Tom Hale in Lyon. “We will rebuild,” he said."],
        &["Hector Ruiz"],
    );
    check_speakers(
        &["“We will rebuild,” said Hector Ruiz. The plan was drawn by Tom Hale. “It is time,” he added."],
        &["Hector Ruiz", "Hector Ruiz"],
    );
    check_speakers(&["The bridge fell. “We will rebuild,” he said."], &[""]);
    check_speakers(
        &[
            "“We will wait,” Hector Ruiz said. Hours before Ruiz left, Tom Hale ran a test, which he called “a great success for us all”.",
        ],
        &["Hector Ruiz", "Tom Hale"],
    );
}

#[test]
fn a_pronoun_goes_back_to_the_subject() {
    // The second "he" is the first, and the first is who spoke, not whom he met.
    check_speakers(
        &[
            "At the talks with Bruno Orlic, Martin Sorel smiled. He told Orlic that they can “make peace,” which he called “a duty.”",
        ],
        &["Martin Sorel", "Martin Sorel"],
    );
    // A name that tells no gender, but "her" does.
    check_speakers(
        &[
            "Orvane mourned the death of her cousin. Tarnel, her cousin, was shot. In a film he says, “We will rebuild.”",
        ],
        &["Tarnel"],
    );
    check_speakers(&["Orvane filmed her cousin laughing at himself. Later she said, “We will rebuild.”"], &["Orvane"]);
    // Given names tell gender where they stand second.
    check_speakers(
        &["Anna Park spoke on Monday. Kim Jong Un watched the parade, which he called “a triumph.”"],
        &["Kim Jong Un"],
    );
}

#[test]
fn an_acronym_is_nobodys_surname() {
    check(&["Kim Jong Un waved. UNN reported it."], &[&["Kim Jong Un"], &["UNN"]]);
}

#[test]
fn speakers_by_role() {
    check_speakers(
        &["President Hector Ruiz arrived with Mayor Ann Poe. “We will rebuild,” the mayor said."],
        &["Ann Poe"],
    );
    check_speakers(
        &["French President Luc Moreau met Spanish President Hector Ruiz. “We agree,” the Spanish president said."],
        &["Hector Ruiz"],
    );
    check_speakers(
        &["U.S. President Hector Ruiz arrived. “We will rebuild,” tweeted the US president on Monday."],
        &["Hector Ruiz"],
    );
    check_speakers(
        &[
            "Hector Ruiz, director of Trade and Research at Brenlow, an old Averby firm, said it was a “place where we rebuild.”",
        ],
        &["Hector Ruiz"],
    );
    // Whoever stands before the preposition speaks.
    check_speakers(&["“It fell,” said the guild’s chief, Hector Ruiz, on Monday."], &["Hector Ruiz"]);
    check_speakers(
        &[
            "Hector Ruiz, chairman of the Harbour Guild, which has many ships, said the charges were false. “We will rebuild,” he said.",
        ],
        &["Hector Ruiz", "Hector Ruiz"],
    );
    check_speakers(&["“It fell,” a lawyer for Hector Ruiz said."], &[""]);
    check_speakers(
        &["“It fell,” the Harbour Union said. “We are many,” it said."],
        &["Harbour Union", "Harbour Union"],
    );
    check_speakers(&["“It fell,” Hector Ruiz of the Harbour Party said."], &["Hector Ruiz"]);
    check_speakers(&["“It fell,” wrote a man at an Acme Corp. office."], &[""]);
    // Nobody in the story is tied to the role.
    check_speakers(&["Hector Ruiz arrived. “We will rebuild,” the president said."], &[""]);
    check_speakers(&["President Hector Ruiz arrived. “We saw it fall,” a witness said."], &[""]);
}

#[test]
fn pronouns_make_no_entities() {
    check(&["She left. They said he would come. It rained on them."], &[]);
}

proptest::proptest! {
    /// Whatever the articles: each name has one entity, each entity its mentions, and the order of the articles does not
    /// change who is with whom.
    #[test]
    fn holds_for_any_articles(articles in proptest::collection::vec(proptest::collection::vec(
        proptest::sample::select(vec![
            "Maria Lopez", "Lopez", "Hector Lopez", "Mr. Lopez", "Lee Jae-myung", "Lee Jae Myung", "Lee", "UN", "the U.N.",
            "United Nations", "(UN)", "Seoul said", "in Seoul", "South Korea", "Hyundai", "Hyundai Motor Group", "said he",
            "“No,” she said.", ".", ",", "and", "President", "the president said", "J. Lopez", "CRB", "Central Rail Board",
            "the Coastal Rescue Bureau (CRB)",
        ]), 1..12), 1..5))
    {
        let texts: Vec<String> = articles.iter().map(|words| words.join(" ")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let readings = read(&texts);
        let cast = resolve(&readings);
        let mentions: usize = cast.entities.iter().map(|entity| entity.mentions.len()).sum();
        let names: usize = readings.iter().map(|reading| reading.extraction.names.len()).sum();
        proptest::prop_assert_eq!(mentions, names);
        for (reading, (speakers, sources)) in readings.iter().zip(cast.speakers.iter().zip(&cast.sources)) {
            proptest::prop_assert_eq!(speakers.len(), reading.extraction.quotes.len());
            proptest::prop_assert_eq!(sources.len(), reading.extraction.claims.len());
            proptest::prop_assert!(speakers.iter().chain(sources).flatten().all(|&entity| entity < cast.entities.len()));
        }
        let reversed: Vec<&str> = texts.iter().rev().copied().collect();
        proptest::prop_assert_eq!(groups(&texts), groups(&reversed));
    }
}
