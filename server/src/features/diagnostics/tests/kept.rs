//! What is kept of the findings of a version before: the same as found anew, for less work.

use onomast_gazetteer::analysis::Edit;
use proptest::prelude::*;

use super::*;
use crate::index::{Index, Summary};

/// A text that somebody types in, with what was last found.
struct Typed {
    project: Project,
    settings: crate::project::DocumentSettings,
    text: String,
    analysis: Analysis,
    spots: Arc<Spots>,
    index: Option<Index>,
}

impl Typed {
    fn new(settings: &str, text: String) -> Typed {
        let project = project(&Given {
            settings,
            ..Given::default()
        });
        let settings = project.document(Path::new("/p/a.md"), &text);
        let analysis = Analysis::fresh(&text, &settings.facts, &project.gazetteer);
        let mut typed = Typed {
            project,
            settings,
            text,
            analysis,
            spots: Arc::default(),
            index: None,
        };
        typed.look();
        typed
    }

    fn view(&self) -> View<'_> {
        View {
            project: &self.project,
            settings: &self.settings,
            text: &self.text,
            analysis: &self.analysis,
            decisions: &[],
            index: self.index.as_ref(),
        }
    }

    /// Replaces some bytes.
    fn edit(&mut self, range: Range<usize>, words: &str) {
        let edit = Edit {
            range: range.clone(),
            inserted: words.len(),
        };
        self.text.replace_range(range, words);
        let (facts, gazetteer) = (&self.settings.facts, &self.project.gazetteer);
        self.analysis = Analysis::next(&self.analysis, &self.text, &[edit], facts, gazetteer);
    }

    /// What is found with what was kept; in how many blocks it was looked for.
    fn look(&mut self) -> (Vec<Finding>, usize) {
        let view = self.view();
        let found = Findings::new(&view, Some(&self.spots));
        let (all, spots) = (found.all(), found.spots().clone());
        let looked = spots.looked();
        self.spots = spots;
        (all, looked)
    }
}

/// Paragraphs, none of which is like another.
fn paragraphs(words: &[&str], count: usize) -> String {
    (0..count)
        .map(|number| format!("Gün {number}: {} söylendi.\n\n", words[number % words.len()]))
        .collect()
}

#[test]
fn after_a_key_only_what_has_changed_is_looked_for() {
    let few = [
        "İzmir’den",
        "İzmir’e",
        "Smyrna’da",
        "kimseden bir şey",
        "Kâzım’a",
        "Çiçerin’in",
    ];
    let mut typed = Typed::new("", paragraphs(&few, 600));
    assert_eq!(typed.look().1, 0, "nothing has changed");
    let middle = typed.text.find("Gün 301:").unwrap();

    typed.edit(middle..middle, "x");
    assert_eq!(typed.look().1, 1, "a letter in one paragraph");

    // Counts stand in the words of two hundred findings; who is in the minority is the same.
    typed.edit(middle..middle, "Smyrna ");
    let (found, looked) = typed.look();
    assert_eq!(looked, 1, "a count");
    let counts = found
        .iter()
        .filter(|finding| finding.message.contains("Smyrna 101"))
        .count();
    assert_eq!(counts, 101, "{:?}", found.first());

    // Now the other one is: the blocks that have either are looked at, and none besides.
    let more = "Smyrna. ".repeat(150);
    typed.edit(middle..middle, &more);
    let (found, looked) = typed.look();
    assert_eq!(looked, 300, "what the spelling to keep to is");
    assert!(
        found.iter().any(|finding| finding.message.starts_with("“İzmir”")),
        "{:?}",
        found.first()
    );
}

/// Pieces of which texts are made: names in several spellings and forms, an ambiguous one and what decides it, marks of
/// paragraphs and of quotations, comments.
const PIECES: [&str; 26] = [
    "Ankara",
    "Smyrna’da",
    "Ancara",
    "Ankra’nın",
    "İzmir",
    "Smyrna’ya",
    "Izmir",
    "Kâzım",
    "Kazım’ın",
    "Kâzım Bey’in",
    "Kâzım bey",
    "Çiçerin",
    "Chicherin",
    "Cicerin",
    "Çiçerinov",
    "Halil",
    "Halil Kut",
    "Ankara’ da",
    "’",
    "“",
    "”",
    "\n\n",
    "\n",
    "> ",
    "<!-- onomast-ignore -->",
    "Konstantinopolis",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_kept_is_what_would_be_found(
        start in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..30, prop::sample::select(&PIECES[..])), 1..20),
        elsewhere in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30),
    ) {
        let mut typed = Typed::new("[[documents]]\nfiles = ['*.md']\ndate = '1950'", start.join(" "));
        let other = elsewhere.join(" ");
        for (number, (at, length, piece)) in edits.into_iter().enumerate() {
            let boundary = |at: usize| (at..=typed.text.len()).find(|at| typed.text.is_char_boundary(*at)).unwrap_or(typed.text.len());
            let from = boundary(at.index(typed.text.len() + 1));
            let to = boundary((from + length).min(typed.text.len())).max(from);
            typed.edit(from..to, &format!(" {piece} "));
            // Half of the time what the project spells changes too.
            if number % 2 == 1 {
                let facts = &typed.settings.facts;
                let analysis = Analysis::fresh(&other.repeat(number), facts, &typed.project.gazetteer);
                let mut index = Index::new(typed.project.gazetteer.clone());
                for (path, analysis) in [("/p/a.md", &typed.analysis), ("/p/b.md", &analysis)] {
                    index.put(Path::new(path), Arc::new(Summary::of_text(analysis, &typed.settings)));
                }
                typed.index = Some(index);
            }
            let anew = findings(&typed.view());
            prop_assert_eq!(typed.look().0, anew, "{}", typed.text);
        }
    }
}
