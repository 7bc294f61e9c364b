//! The border as JavaScript meets it: what results and errors look like, and where spans stand.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread::wasm::{exports, widget::Widget};
use js_sys::{Array, Function, Object, Reflect, eval};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The declarations that the package ships.
const TYPES: &str = include_str!("../src/wasm/types.d.ts");

/// The sample stories, as JSON.
const STORIES: [&str; 3] = [
    include_str!("../www/stories/summit.json"),
    include_str!("../www/stories/storm.json"),
    include_str!("../www/stories/results.json"),
];

/// A story of one article, in JavaScript.
const SMALL: &str = "({ articles: [{ text: 'The bridge reopened on Monday.' }] })";

#[wasm_bindgen(module = "/tests/support/shape.js")]
extern "C" {
    #[wasm_bindgen(js_name = shapeProblems)]
    fn shape_problems(source: &str, name: &str, value: &JsValue) -> Vec<String>;
}

/// The value of an expression in JavaScript.
fn js(expression: &str) -> JsValue {
    eval(&format!("({expression})")).unwrap_or_else(|error| panic!("{expression}: {error:?}"))
}

/// What a function in JavaScript of two arguments, given as an expression, makes of these.
fn call(function: &str, a: &JsValue, b: &JsValue) -> JsValue {
    js(function).unchecked_into::<Function>().call2(&JsValue::UNDEFINED, a, b).expect("the function returns")
}

fn strings(value: &JsValue) -> Vec<String> {
    Array::from(value).iter().map(|one| one.as_string().expect("a string")).collect()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).expect("a field can be read")
}

fn analyze(story: &JsValue) -> JsValue {
    exports::analyze(story, &JsValue::UNDEFINED).expect("the story can be read")
}

mod results {
    use super::*;

    #[wasm_bindgen_test]
    fn have_the_declared_shape() {
        for story in STORIES {
            let analysis = analyze(&js(story));
            assert_eq!(shape_problems(TYPES, "Analysis", &analysis), [""; 0]);
            for list in ["articles", "entities", "dates", "quantities", "quotes", "facts", "summary", "timeline"] {
                assert!(Array::from(&get(&analysis, list)).length() > 0, "{list} are tested by none");
            }
        }
    }

    #[wasm_bindgen_test]
    fn say_null_where_there_is_nothing() {
        let analysis = analyze(&js(SMALL));
        assert_eq!(shape_problems(TYPES, "Analysis", &analysis), [""; 0]);
        assert!(get(&analysis, "title").is_null());
        let article = Array::from(&get(&analysis, "articles")).get(0);
        for name in ["source", "title", "url", "published"] {
            assert!(get(&article, name).is_null(), "{name}");
        }
        assert_eq!(get(&article, "id").as_string().as_deref(), Some("0"));
    }

    #[wasm_bindgen_test]
    fn survive_json_and_cloning() {
        for story in STORIES {
            let analysis = analyze(&js(story));
            let same = "(analysis) => JSON.stringify(structuredClone(analysis)) === JSON.stringify(analysis)";
            assert!(call(same, &analysis, &JsValue::UNDEFINED).is_truthy());
        }
    }

    #[wasm_bindgen_test]
    fn are_not_the_declared_shape_by_chance() {
        let refused = |change: &str, at: &str| {
            let analysis = analyze(&js(SMALL));
            call(&format!("(analysis) => {{ {change} }}"), &analysis, &JsValue::UNDEFINED);
            let problems = shape_problems(TYPES, "Analysis", &analysis);
            assert!(problems.iter().any(|problem| problem.starts_with(at)), "{change}: {problems:?}");
        };
        refused("analysis.title = undefined", "Analysis.title");
        refused("delete analysis.facts", "Analysis.facts");
        refused("analysis.texts = [0n]", "Analysis.texts[0]");
        refused("analysis.texts = [NaN]", "Analysis.texts[0]");
        refused("analysis.articles[0].sentences[0] = [1]", "Analysis.articles[0].sentences[0]");
        refused("analysis.articles = [new Map()]", "Analysis.articles[0]");
        refused("analysis.articles[0].more = 1", "Analysis.articles[0].more");
    }

    #[wasm_bindgen_test]
    fn of_similarity_and_version() {
        let [same, other] = ["The bridge reopened on Monday.", "Rain fell."]
            .map(|other| exports::similarity("The bridge reopened on Monday.", other));
        assert!((0.0..=1.0).contains(&same) && (0.0..=1.0).contains(&other) && same > other, "{same} {other}");
        assert_eq!(exports::version(), env!("CARGO_PKG_VERSION"));
    }
}

mod spans {
    use super::*;

    /// The words at the spans of one kind of finding, cut out of the text that was given as JavaScript cuts strings.
    const WORDS: &str = "(analysis, story) => Object.fromEntries(Object.entries({
        dates: analysis.dates.map(({ span }) => span),
        quantities: analysis.quantities.map(({ span }) => span),
        quotes: analysis.quotes.filter(({ kind }) => kind === 'direct').map(({ span }) => span),
        entities: analysis.entities.flatMap(({ mentions }) => mentions),
        sentences: analysis.articles.flatMap(({ sentences }, article) =>
            sentences.map(([start, end]) => ({ article, start, end }))),
    }).map(([kind, spans]) => [
        kind,
        spans.map(({ article, start, end }) => story.articles[article].text.slice(start, end)),
    ]))";

    /// Checks that `filler`, an escaped string in JavaScript, moves no span off its words.
    fn check(filler: &str) {
        let story = js(&format!(
            "(() => {{
                const filler = '{filler}';
                const text = `Yesterday ${{filler}} passed.\\n\\n`
                    + `On Monday, Mayor Ana Duarte said: “We signed 14 agreements, ${{filler}} and we are glad.”\\n\\n`
                    + `The council of Lisbon paid $5 million on 3 March 2026.`;
                return {{ articles: [{{ published: '2026-03-05', text: 'It rained.' }}, {{ published: '2026-03-05', text }}] }};
            }})()"
        ));
        let analysis = analyze(&story);
        let words = call(WORDS, &analysis, &story);
        let expected = js(&format!(
            "({{
                dates: ['Yesterday', 'Monday', '3 March 2026'],
                quantities: ['14 agreements', '$5 million'],
                quotes: ['We signed 14 agreements, {filler} and we are glad.'],
                entities: ['Ana Duarte', 'Lisbon'],
                sentences: ['It rained.', 'The council of Lisbon paid $5 million on 3 March 2026.'],
            }})"
        ));
        for kind in Object::keys(expected.unchecked_ref::<Object>()).iter() {
            // Compared in JavaScript, since a lone surrogate does not come over the border as it is.
            let missing = call(
                "(found, wanted) => wanted.filter((words) => !found.includes(words))",
                &Reflect::get(&words, &kind).unwrap(),
                &Reflect::get(&expected, &kind).unwrap(),
            );
            assert!(strings(&missing).is_empty(), "{filler}: {missing:?} not among {words:?}");
        }
        let same = "(analysis, story) => analysis.articles.every(({ text }, i) =>
            text === story.articles[i].text.toWellFormed() && text.length === story.articles[i].text.length)";
        assert!(call(same, &analysis, &story).is_truthy(), "{filler}: the text is not as given");
        assert_eq!(shape_problems(TYPES, "Analysis", &analysis), [""; 0]);
    }

    #[wasm_bindgen_test]
    fn are_indices_of_strings() {
        check("rain");
        check("a 😀 day");
        check("👩‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿");
        check("e\u{301}lan, n\u{303}");
        check("‘so-called’ care");
        check("naïve İstanbul ﬁ 한국 café");
        check("a\\r\\nbreak");
        check("a\\u00a0b\\u2009c\\u200b");
        check("a \\ud83d b");
        check("a \\ude00 b");
        check("\\ude00\\ud83d");
        check("\\ufeff mark");
        check("a \\u0000 b");
    }

    #[wasm_bindgen_test]
    fn lie_inside_the_text_and_cut_no_pair() {
        let spans = "(analysis) => {
            const wrong = [];
            const cuts = (text, at) => /[\\ud800-\\udbff]/.test(text[at - 1] ?? '') && /[\\udc00-\\udfff]/.test(text[at] ?? '');
            const visit = (value) => {
                if (typeof value !== 'object' || value === null) return;
                if ('start' in value) {
                    const text = analysis.articles[value.article].text;
                    const { start, end } = value;
                    if (!(0 <= start && start < end && end <= text.length) || cuts(text, start) || cuts(text, end))
                        wrong.push(JSON.stringify(value));
                }
                Object.values(value).forEach(visit);
            };
            visit(analysis);
            return wrong;
        }";
        for story in STORIES {
            let moved = js(&story.replace(". ", ". 😀 ").replace(", ", " 👩‍👧, "));
            assert!(strings(&call(spans, &analyze(&moved), &JsValue::UNDEFINED)).is_empty());
        }
    }
}

mod errors {
    use super::*;

    /// Checks that an error has the code, names the field first, and is what `CrossreadError` declares.
    fn expect(error: &JsValue, code: &str, field: &str, call: &str) {
        assert!(error.is_instance_of::<js_sys::Error>(), "{call}: {error:?} is no Error");
        let string = |name: &str| get(error, name).as_string().unwrap_or_else(|| panic!("{call}: no {name}"));
        assert_eq!(string("name"), "CrossreadError", "{call}");
        assert_eq!(string("code"), code, "{call}: {}", string("message"));
        assert!(string("message").starts_with(&format!("{field}: ")), "{call}: {} names no {field}", string("message"));
        assert!(TYPES.contains(&format!("| '{code}'")), "{code} is not declared");
    }

    /// Checks that a story, given as an expression, is refused by `analyze` and by the element's widget alike.
    fn refused(story: &str, code: &str, field: &str) {
        expect(&exports::analyze(&js(story), &JsValue::UNDEFINED).expect_err(story), code, field, story);
        expect(&Widget::new(&js(story), None, None).expect_err(story), code, field, story);
    }

    fn accepted(story: &str) {
        analyze(&js(story));
    }

    fn option_refused(options: &str, code: &str, field: &str) {
        let error = exports::analyze(&js(SMALL), &js(options)).expect_err(options);
        expect(&error, code, field, options);
    }

    fn option_accepted(options: &str) {
        exports::analyze(&js(SMALL), &js(options)).expect(options);
    }

    #[wasm_bindgen_test]
    fn of_what_is_no_story() {
        refused("undefined", "wrong-type", "story");
        refused("null", "wrong-type", "story");
        refused("'articles'", "wrong-type", "story");
        refused("5", "wrong-type", "story");
        refused("5n", "wrong-type", "story");
        refused("Symbol('s')", "wrong-type", "story");
        refused("[]", "wrong-type", "story");
        refused("() => ({ articles: [] })", "wrong-type", "story");
        refused("({})", "wrong-type", "articles");
        refused("({ articles: null })", "wrong-type", "articles");
        refused("({ articles: 'one' })", "wrong-type", "articles");
        refused("({ articles: { length: 1, 0: { text: 'One.' } } })", "wrong-type", "articles");
        refused("({ articles: new Set() })", "wrong-type", "articles");
        refused("({ articles: [] })", "empty-story", "articles");
        refused("({ title: 5, articles: [{ text: 'One.' }] })", "wrong-type", "title");
        refused("new Date()", "wrong-type", "articles");
    }

    #[wasm_bindgen_test]
    fn of_articles() {
        let article = |article: &str, code: &str, field: &str| {
            refused(&format!("({{ articles: [{{ text: 'One.' }}, {{ text: 'Two.' }}, {article}] }})"), code, field);
        };
        article("null", "wrong-type", "articles[2]");
        article("'Three.'", "wrong-type", "articles[2]");
        article("['Three.']", "wrong-type", "articles[2]");
        article("() => 'Three.'", "wrong-type", "articles[2]");
        article(", { text: 'Four.' }", "wrong-type", "articles[2]");
        article("{}", "empty-article", "articles[2]");
        article("{ text: '' }", "empty-article", "articles[2]");
        article("{ text: null, html: undefined }", "empty-article", "articles[2]");
        article("{ text: '', html: '' }", "empty-article", "articles[2]");
        for name in ["id", "source", "title", "url", "published", "lang", "text", "html"] {
            let field = format!("articles[2].{name}");
            for value in ["5", "5n", "true", "{}", "['Three.']", "new Date()", "() => 'Three.'", "new String('Three.')"]
            {
                article(&format!("{{ text: 'Three.', {name}: {value} }}"), "wrong-type", &field);
            }
            article(&format!("{{ text: 'Three.', get {name}() {{ throw new Error('no'); }} }}"), "wrong-type", &field);
        }
        for date in ["5 January", "", "2026-13-01", "2026-02-30", "01/05/2026", "Monday"] {
            let given = format!("{{ text: 'Three.', published: '{date}' }}");
            article(&given, "bad-date", "articles[2].published");
        }
    }

    #[wasm_bindgen_test]
    fn of_objects_that_throw() {
        refused("({ get articles() { throw 'no'; } })", "wrong-type", "articles");
        refused("({ articles: [{ text: 'One.' }], get title() { throw null; } })", "wrong-type", "title");
        refused("new Proxy({}, { get() { throw new Error('no'); } })", "wrong-type", "articles");
        refused(
            "({ articles: new Proxy([{}], { get(target, name) { if (name === '0') throw 1; return target[name]; } }) })",
            "wrong-type",
            "articles[0]",
        );
        let revoked =
            |of: &str| format!("(() => {{ const p = Proxy.revocable({of}, {{}}); p.revoke(); return p.proxy; }})()");
        refused(&revoked("{}"), "wrong-type", "articles");
        refused(&format!("({{ articles: {} }})", revoked("[]")), "wrong-type", "articles");
        refused(&format!("({{ articles: [{}] }})", revoked("{}")), "wrong-type", "articles[0].id");
        refused(&format!("({{ articles: [{{ text: {} }}] }})", revoked("{}")), "wrong-type", "articles[0].text");
        option_refused("new Proxy({}, { ownKeys() { throw new Error('no'); } })", "wrong-type", "options");
        option_refused("({ get summary() { throw new Error('no'); } })", "wrong-type", "options.summary");
    }

    #[wasm_bindgen_test]
    fn not_of_objects_that_are_only_unusual() {
        accepted(
            "Object.assign(Object.create(null), { articles: [Object.assign(Object.create(null), { text: 'One.' })] })",
        );
        accepted("Object.freeze({ articles: Object.freeze([Object.freeze({ text: 'One.' })]) })");
        accepted("new (class { get articles() { return [new (class { get text() { return 'One.'; } })()]; } })()");
        accepted("new Proxy({ articles: [{ text: 'One.' }] }, {})");
        accepted("({ title: null, articles: [{ id: null, title: undefined, text: 'One.', more: 5 }], more: 5 })");
        accepted(
            "(() => {
                const frame = document.body.appendChild(document.createElement('iframe'));
                const story = frame.contentWindow.JSON.parse('{ \"articles\": [{ \"text\": \"One.\" }] }');
                frame.remove();
                return story;
            })()",
        );
    }

    #[wasm_bindgen_test]
    fn of_options() {
        for options in
            ["undefined", "null", "({})", "({ summary: undefined })", "({ summary: null })", "Object.create(null)"]
        {
            option_accepted(options);
        }
        for length in ["short", "medium", "long"] {
            option_accepted(&format!("({{ summary: '{length}' }})"));
        }
        option_refused("({ summary: 'endless' })", "bad-option", "options.summary");
        option_refused("({ summary: '' })", "bad-option", "options.summary");
        option_refused("({ summary: 3 })", "wrong-type", "options.summary");
        option_refused("({ summary: ['short'] })", "wrong-type", "options.summary");
        option_refused("({ sumary: 'short' })", "unknown-option", "options.sumary");
        option_refused("({ summary: 'short', depth: undefined })", "unknown-option", "options.depth");
        option_refused("'short'", "wrong-type", "options");
        option_refused("5", "wrong-type", "options");
        option_refused("['short']", "wrong-type", "options");
        option_refused("() => ({})", "wrong-type", "options");
    }

    #[wasm_bindgen_test]
    fn of_sizes() {
        let many = |count: &str| {
            format!("({{ articles: Array({count}).fill({{ text: 'The bridge reopened on Monday.' }}) }})")
        };
        accepted(&many("64"));
        refused(&many("65"), "too-many-articles", "articles");
        refused("({ articles: Array(4e9) })", "too-many-articles", "articles");
        let large = |text: &str| format!("({{ articles: [{{ text: 'One.' }}, {{ text: {text} }}] }})");
        accepted(&large("'The bridge reopened on Monday.\\n'.repeat(40000).slice(0, 1e6)"));
        refused(&large("'a'.repeat(1e6 + 1)"), "article-too-large", "articles[1].text");
        // Bytes of UTF-8 count, not code units: each of these characters has three.
        refused(&large("'\\u20ac'.repeat(333_334)"), "article-too-large", "articles[1].text");
        refused(&large("'a'.repeat(5e8)"), "article-too-large", "articles[1].text");
        refused("({ articles: [{ html: 'a'.repeat(4e6 + 1) }] })", "article-too-large", "articles[0].html");
        let long = |field: &str| format!("({{ articles: [{{ text: 'One.', {field}: 'a'.repeat(8001) }}] }})");
        for field in ["id", "source", "title", "url", "published", "lang"] {
            refused(&long(field), "field-too-long", &format!("articles[0].{field}"));
        }
        refused("({ title: 'a'.repeat(5e8), articles: [{ text: 'One.' }] })", "field-too-long", "title");
        refused("({ articles: Array(9).fill({ text: 'a'.repeat(1e6) }) })", "story-too-large", "articles");
    }
}

mod widget {
    use super::*;

    fn of(story: &str) -> Widget {
        let mut widget = Widget::new(&js(story), None, None).expect("the story can be read");
        while widget.waiting() > 0 {
            widget.read();
        }
        widget
    }

    /// The texts of what is drawn.
    fn drawn(widget: &mut Widget, anew: bool) -> String {
        let drawing = widget.draw(anew).expect("it can be drawn");
        assert_eq!(shape_problems(TYPES, "Drawing", &drawing), [""; 0]);
        get(&drawing, "texts").as_string().unwrap()
    }

    #[wasm_bindgen_test]
    fn shows_what_analyze_finds() {
        for story in STORIES {
            let mut widget = of(story);
            assert!(!drawn(&mut widget, false).is_empty());
            let found = widget.analysis().unwrap();
            assert_eq!(shape_problems(TYPES, "Analysis", &found), [""; 0]);
            let same = "(a, b) => JSON.stringify(a) === JSON.stringify(b)";
            assert!(call(same, &found, &analyze(&js(story))).is_truthy());
            assert!(drawn(&mut widget, false).is_empty(), "nothing has changed");
            assert!(!drawn(&mut widget, true).is_empty());
        }
    }

    #[wasm_bindgen_test]
    fn shows_what_was_given_before_it_is_read() {
        let story =
            "({ title: 'The bridge', articles: [{ source: 'River Post', title: 'It is open', text: 'A. B.' }] })";
        let mut widget = Widget::new(&js(story), None, None).unwrap();
        let texts = drawn(&mut widget, false);
        for words in ["The bridge", "River Post", "It is open"] {
            assert!(texts.contains(words), "{words}");
        }
    }

    #[wasm_bindgen_test]
    fn says_which_evidence_is_open() {
        let mut widget = of(STORIES[0]);
        widget.draw(false).unwrap();
        assert!(widget.opened().unwrap().is_null());
        let action = "open:anywhere:0:0:6";
        widget.act(action);
        let opened = widget.opened().unwrap();
        let declared = "export interface Opened { source: string; url: string | null; words: string }";
        assert_eq!(shape_problems(declared, "Opened", &opened), [""; 0]);
        let words = get(&opened, "words").as_string().unwrap();
        assert!(!words.is_empty() && js(STORIES[0]).is_object() && STORIES[0].contains(&words), "{words}");
        widget.act(action);
        assert!(widget.opened().unwrap().is_null(), "the same action closes it");
    }

    #[wasm_bindgen_test]
    fn compares_only_what_is_ticked() {
        let mut widget = of(STORIES[0]);
        let mut count = |action: &str| {
            widget.act(action);
            widget.draw(false).unwrap();
            Array::from(&get(&widget.analysis().unwrap(), "articles")).length()
        };
        let all = count("");
        assert_eq!(count("tick:0"), all - 1);
        assert_eq!(count("tick:0"), all);
    }

    #[wasm_bindgen_test]
    fn ignores_what_is_no_action() {
        let mut widget = of("({ articles: [{ text: '“😀 No,” said Ana Duarte on Monday.' }] })");
        for action in [
            "",
            ":",
            "no:1",
            "tick",
            "tick:-1",
            "tick:99",
            "read:99",
            "visit:99:99",
            "visit:0:4",
            "beside:0:5",
            "open:",
            "open:f1:9:0:4",
            "open:f1:0:4:6",
            "open:f1:0:9:2",
            "open:f1:0:0:99999999999999999999",
            "open:f1:0:5:4000000000",
            "length:",
            "unfold:\u{0}",
            "go:nowhere",
        ] {
            widget.act(action);
            widget.draw(false).unwrap_or_else(|error| panic!("{action}: {error:?}"));
            widget.beside(action).unwrap_or_else(|error| panic!("{action}: {error:?}"));
            widget.opened().unwrap_or_else(|error| panic!("{action}: {error:?}"));
        }
        assert!(drawn(&mut widget, true).contains("Ana Duarte"));
    }
}
