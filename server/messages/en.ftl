# Messages of Onomast in English. This catalogue is complete by definition; ru.ftl and tr.ftl have the same keys in the
# same order, with the same variables.

## Findings

finding-and-more = { $message } ({ $count ->
    [one] { $count } more finding is
   *[other] { $count } more findings are
} not shown)
finding-inconsistent-spelling = “{ $spelling }” here, mostly “{ $reference }” in this text ({ $counts })
finding-inconsistent-spelling-even = “{ $spelling }” here, “{ $reference }” elsewhere in this text ({ $counts })
finding-inconsistent-spelling-style = “{ $spelling }” here, but the style of this text wants “{ $reference }” ({ $counts })
finding-inconsistent-across-corpus = “{ $spelling }” here, mostly “{ $reference }” in this project ({ $counts })
finding-inconsistent-across-corpus-even = “{ $spelling }” here, “{ $reference }” elsewhere in this project ({ $counts })
finding-inconsistent-form = mostly written in another form in this text: { $differences } ({ $mostly } against { $here })
finding-inconsistent-form-even = written in another form elsewhere in this text: { $differences } ({ $mostly } against { $here })
finding-deprecated-spelling = “{ $spelling }” is deprecated
finding-deprecated-spelling-instead = “{ $spelling }” is deprecated; the gazetteer prefers “{ $better }”
finding-misspelling = “{ $spelling }” is a misspelling
finding-misspelling-instead = “{ $spelling }” is a misspelling of “{ $better }”
finding-historical-spelling = “{ $spelling }” was no longer in use at the date of this text
finding-anachronism = “{ $spelling }” was not yet in use at the date of this text
finding-wrong-language-spelling = “{ $spelling }” is not a spelling of this language, which has “{ $better }”
finding-dotted-i = the dots of i are not those of “{ $spelling }”
finding-near-miss = “{ $surface }”: is “{ $meant }” meant?{ $count ->
        [0] { "" }
        [one] { " " }(which this text has once)
       *[other] { " " }(which this text has { $count } times)
    }
finding-mixed-script = “{ $surface }” has { $script ->
        [latin] Cyrillic
       *[cyrillic] Latin
    } letters in it: { $letters }
finding-suffix-sound = behind “{ $name }” the suffix is { $right }, not -{ $written }
finding-suffix-blank = the suffix { $right } of “{ $name }” is written directly behind the apostrophe, without a blank
finding-suffix-no-apostrophe = in this project “{ $name }” takes its suffix -{ $written } behind an apostrophe
finding-suffix-apostrophe = in this project “{ $name }” takes its suffix { $right } without an apostrophe
finding-ambiguous-name = “{ $surface }” may mean { $entities }
finding-agreement = “{ $word }” does not agree with the rest of “{ $name }”
finding-unknown-name = the gazetteer has no “{ $name }” (in this text: { $count })
finding-mixed-scheme = “{ $spelling }” is transliterated by { $scheme }, most names of this text by { $mostly } ({ $counts })
unused-ignore-comment = nothing is silenced here
unused-ignore-comment-code = there is no “{ $code }” here to silence
unused-ignore-no-code = there is no finding “{ $code }”
unused-ignore-decision = a decision ignores findings about “{ $quote }”, and there are none
baseline-unreadable = not a known finding: { $reason }
difference-inner-capital = capital inside
difference-joint = hyphen or space
difference-dots = dots and blanks
difference-circumflex = circumflex
difference-apostrophe = apostrophe
difference-first-word = first word declined or not
related-first = first “{ $spelling }”
related-entry = entry in the gazetteer
related-other-entry = the other entry
evidence-here = { $what }: line { $line }, column { $column }
evidence-there = { $what }: { $place }

## Fixes

fix-replace = Replace by “{ $text }”
fix-replace-disagreeing = “{ $text }”? A word beside it would have to agree
fix-suggest = “{ $text }”?

action-fix-all = Fix all misspelt and deprecated names of this text
action-in-file = “{ $old }” → “{ $new }” everywhere in this text
action-in-project = “{ $old }” → “{ $new }” everywhere in the project
action-ignore = Ignore this finding ({ $code })
action-not-a-name = This is no name
action-is = Here it is { $title } ({ $id })
action-is-in-file = In this text it is { $title } ({ $id })
action-zone-quotation = This is quoted: the words of others
action-zone-bibliography = This is a reference to literature
action-zone-no-quotation = This is no quotation but the author’s own words
action-zone-no-heading = This is no heading but running text
action-zone-no-bibliography = This is no reference but running text
action-new-entity = New { $type } in the gazetteer: { $spellings } ({ $forms }…)
action-new-entity-formless = New { $type } in the gazetteer: { $spellings }
action-new-entity-unsaid = New entry in the gazetteer
action-new-entity-no-language = It is not known in which language this is: say lang in the settings or at the head of the text
action-add-accepted = “{ $text }” is another spelling of “{ $spelling }”: add it to the gazetteer
action-add-misspelling = “{ $text }” is a misspelling of “{ $spelling }”: add it to the gazetteer
group-narration = the author’s words
group-heading = headings
group-quotation = quotations
group-bibliography = bibliography
group-gazetteer = the gazetteer
rename-collision = “{ $text }” is a name of { $entity }
rename-same = that is how it is spelled
rename-empty = that is no spelling of a name
rename-called-wrong = the gazetteer calls “{ $text }” { $status ->
    [misspelling] a misspelling
    [deprecated] deprecated
   *[other] no spelling to be used
}: write another, or change that in the gazetteer
rename-more-of-the-name = only this part of the name is renamed, the rest stays beside it: leave out “{ $word }”
rename-ambiguous = more than one entity fits here: say first who is meant
edit-changed = { $file } is not what was read of it: it has been changed, or it does not parse. Nothing was changed; put it right or wait a moment, and try again
edit-no-file = this editor cannot make { $file }, which would have to be written: make an empty file of that name first
edit-unsaved = a decision is about a place in a file: save this text first
edit-no-folder = there is no folder in which the names could be written: open one first
edit-not-named = the names would be in { $file }, which the editor’s settings do not name: add it to “gazetteers” there, or make it in the project and take “gazetteers” out of the settings
edit-still-read = the project is still being read ({ $done } of { $all } texts), and names would be left out: try again in a moment
respell-unwritable = { $count ->
        [one] { $count } name stays
       *[other] { $count } names stay
    } as spelled: the file is neither UTF-8 nor UTF-16, so that an editor may spoil it unasked, or its name cannot be told to the editor. Open such a file in its encoding to have it changed
respell-partial = This project has more or longer texts than are read; names in those that were left out stay as they are
replace-changed = changed { $count }
replace-left-quotations = left { $count } in quotations
replace-left-bibliography = left { $count } in bibliography
replace-left-headings = left { $count } in headings
replace-left-unsure = left { $count } that are not sure
replace-left-others = left { $count } in titles, short phrases in quotation marks and other people’s texts

## onomast.toml

settings-syntax = not TOML: { $reason }
settings-unknown-key = there is no setting “{ $key }”
settings-unknown-key-in = there is no setting “{ $key }” in “{ $table }”
settings-wrong-value = wrong value for “{ $key }”; expected { $expected }
settings-unknown-style = there is no style “{ $style }” in onomast.toml
settings-style-no-name = there is no “{ $name }” in the gazetteer
settings-style-no-spelling = “{ $name }” has no spelling “{ $spelling }” in the gazetteer

decision-unreadable = not a decision: { $reason }
decision-unknown-kind = there is no kind of decision “{ $kind }”: { $known }
line-no-object = this is no JSON object
line-missing = “{ $key }” is missing
line-no-text = “{ $key }” must be a text in quotation marks
line-unknown = there is no “{ $key }” here
decision-no-entity = this decision needs “entity”
decision-no-words = the words of this decision are empty
decision-unknown-code = there is no finding “{ $code }”
decision-no-zone = this decision needs “zone”
decision-unknown-zone = there is no zone “{ $zone }”: narration, heading, quotation, bibliography
decision-unknown-entity = there is no “{ $id }” in the gazetteer
decision-without-document = there is no “{ $path }” any more, which this decision is about
decision-gone = a decision about “{ $quote }” no longer finds its place
decision-several = a decision about “{ $quote }” fits several places
decision-without-effect = a decision about “{ $quote }” has no effect: nothing is found there that it can be said of
decision-zone-without-effect = a decision about “{ $quote }” has no effect: the text is read so without it
related-decision = decided here

## Gazetteer files

problem-syntax = not JSON: { $reason ->
        [comment] comments are not allowed
        [empty] the file is empty
        [missing-comma] a comma is missing
        [too-deep] nested too deeply
        [trailing-comma] a comma too many
        [unterminated] something is not closed
        [behind-end] something follows behind the end
       *[unexpected] something unexpected stands here
    }
problem-unreadable = cannot be read: { $reason }
problem-wrong-type = expected { $expected }, found { $found }
problem-unknown-key = “{ $key }” means nothing here
problem-unknown-key-nearest = “{ $key }” means nothing here; did you mean “{ $nearest }”?
problem-missing-key = “{ $key }” is missing
problem-repeated-key = “{ $key }” is there already; the first one counts
problem-extra-key = one key too many: “{ $key }”; the first one counts
problem-unknown-value = “{ $value }” is none of { $known }
problem-unknown-value-nearest = “{ $value }” is none of { $known }; did you mean “{ $nearest }”?
problem-malformed-id = “{ $id }” is no id; ids look like person/georgy-chicherin
problem-malformed-key = “{ $key }” is no key; keys are small letters, digits and hyphens
problem-malformed-uri = “{ $uri }” is no URI
problem-malformed-language = “{ $tag }” is no language tag
problem-unknown-language = the language “{ $tag }” is not known
problem-impossible-date = “{ $date }” is no date; dates look like 1921, 1921-03, 1921-03-16
problem-reversed-period = the period ends ({ $to }) before it begins ({ $from })
problem-type-mismatch = the type is “{ $type }”, but the id is “{ $id }”
problem-duplicate-id = “{ $id }” is there already; the first one counts
problem-duplicate-name = the entity already has a name “{ $key }”; the first one counts
problem-duplicate-spelling = the name already has the spelling “{ $spelling }”; the first one counts
problem-two-preferred = two preferred spellings, “{ $other }” and “{ $spelling }”; the first one counts
problem-empty-spelling = a spelling without a letter or digit
problem-roles-mismatch = roles in "words": { $roles }, words in the spelling: { $words } ({ $spelling }); each word needs one
problem-mixed-script = “{ $word }” mixes two scripts: { $letters }
problem-same-spelling = “{ $spelling }” is also a spelling of { $entity }; if that is right, say "homonym": true in the entry or "alone": "context" at the spelling
problem-no-spelling = { $entity } has no spelling
problem-no-spelling-key = the name “{ $key }” of { $entity } has no spelling
problem-unknown-entity = there is no entity “{ $id }”
problem-nothing-to-remove = there is nothing here that "off" could remove
problem-extends-not-found = “{ $extends }” cannot be read: { $reason }
problem-extends-circle = “{ $extends }” extends itself in the end
problem-more = { $count ->
        [one] there is { $count } more problem in this file
       *[other] there are { $count } more problems in this file
    }
problem-conflict = a merge has left two versions here: keep the lines above “=======”, those below it, or both, and take the marks away
action-conflict-mine = Keep what stood here
action-conflict-theirs = Take what came in
action-conflict-both = Keep both
problem-kept = { $problem }; until then its last good version is in force
type-string = a string
type-object = an object
type-list = a list
type-number = a number
type-boolean = true or false
type-null = null

## Readings

reading-nominative = nominative
reading-genitive = genitive
reading-dative = dative
reading-accusative = accusative
reading-instrumental = instrumental
reading-locative = locative
reading-second-locative = locative in -у
reading-ablative = ablative
reading-equative = equative
reading-singular = singular
reading-plural = plural
reading-plural-of = { $case } plural
reading-or = { $others } or { $last }
reading-with = { $first }, { $second }
reading-ki = { $base } with -ki, { $outer }
reading-possessor-1-singular = “my”
reading-possessor-1-plural = “our”
reading-possessor-2-singular = “your”
reading-possessor-2-plural = “your” (plural)
reading-possessor-3-singular = “his, her, its”
reading-possessor-3-plural = “their”
reading-copula-present = “is”
reading-copula-past = “was”
reading-copula-evidential = “is said to be”
reading-copula-conditional = “if it is”
reading-copula-while = “while it is”

## The command line

count-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
no-such-file = no such file or folder: { $path }
cannot-read = cannot read { $path }: { $reason }
cannot-write = cannot write { $path }: { $reason }
reason-not-found = there is no such file
reason-not-allowed = it is not allowed
reason-folder = it is a folder
reason-no-folder = a part of the path is no folder
reason-no-file = it is not a regular file
reason-not-utf-8 = it is not UTF-8 text
reason-too-long = it is too long
reason-full = there is no room left
reason-read-only = nothing can be written there
not-overwritten = { $path } is not overwritten: it is no file that this command wrote, or is still needed; give another name
cannot-decode = { $path } is not { $encoding } text and was skipped; say "encoding" for it in onomast.toml
guessed-encoding = { $path } was read as { $encoding }, which nobody stated; say encoding = "{ $encoding }" for it in onomast.toml
no-files = no texts here (.txt, .md, .xml, .html, .tex, .bib)
no-names = no names of { $title } found; make your own list with onomast init
no-names-untitled = no names found; make your own list with onomast init
check-found = { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    } in { $files }.
check-clean = No findings; { $mentions ->
        [one] { $mentions } mention
       *[other] { $mentions } mentions
    } of names in { $files }.
check-hidden = { $count ->
        [one] { $count } hint is not shown; --all shows it.
       *[other] { $count } hints are not shown; --all shows them.
    }
check-fixable = { $count ->
        [one] { $count } of them has a safe fix; --fix makes it, --diff shows it.
       *[other] { $count } of them have a safe fix; --fix makes them, --diff shows them.
    }
fix-done = { $count ->
        [one] { $count } name changed in { $files }
       *[other] { $count } names changed in { $files }
    }
fix-refused-changed = { $path } is not changed: Git does not keep what it holds now; commit it first, or say --allow-dirty
fix-refused-no-git = { $path } is not changed: no Git keeps what it holds; say --undo-file FILE, or --allow-dirty
fix-changed-meanwhile = { $path } is not changed: somebody else has written it in the meantime
fix-cannot-encode = { $path } is not changed: its encoding lacks a letter of the new spelling
fix-guessed = { $path } is not changed: its encoding is only guessed; say "encoding" for it in onomast.toml
changes-written = { $count ->
        [one] { $count } change is in { $path }; tick it, then: onomast apply { $path }
       *[other] { $count } changes are in { $path }; tick those to be made, then: onomast apply { $path }
    }
apply-unreadable = { $path }:{ $line }: not a line of a table of changes
apply-lost = { $count ->
        [one] { $count } ticked change no longer fits
       *[other] { $count } ticked changes no longer fit
    }
undo-done = taken back in { $files }
undo-unreadable = { $path } is no undo file
undo-changed = nothing is taken back: { $path } has changed since
check-baseline-written = { $path } now has { $count } known findings.
check-next = Next: `onomast init` starts a list of your own names; editors/vscode and editors/nvim show all this while you write.
explain-is = is { $spelling }
explain-may-be = may be { $spelling }
explain-form = form: { $readings }
explain-why = why: { $why }
explain-more = { $count ->
        [one] nor { $count } other spelling that begins alike
       *[other] nor { $count } other spellings that begin alike
    }
explain-nothing = No spelling begins like: { $words }
explain-titles = Titles, which name nobody by themselves: { $words }
explain-small = No names: { $count ->
        [one] { $count } word in small letters
       *[other] { $count } words in small letters
    }
explain-letters = No names: { $count ->
        [one] { $count } single letter
       *[other] { $count } single letters
    }
explain-numbers = No names: { $count ->
        [one] { $count } number
       *[other] { $count } numbers
    }
explain-no-prose = Not searched, since it is markup, code or an address: { $words }
explain-ignored = the settings say that { $path } is to be ignored
explain-language = Language: { $language }, { $ground }
explain-ground-stated = stated for the whole text
explain-ground-markup = stated by the markup
explain-ground-itself = recognized by the words of the paragraph
explain-ground-before = as in the paragraphs before, since this one does not show its own
explain-ground-behind = as in the paragraphs that follow, since this one does not show its own
explain-ground-script = supposed, since the letters are Cyrillic
explain-ground-unknown = Language: not known, so few endings are recognized; say which with --lang
explain-initials = { $words }: initials of the same person
explain-forename = another name of the same person: { $spelling }
explain-forename-of-full = a word of the full name of the same person
explain-title = a title, which belongs to the name
explain-as-spelled = stays as it is
explain-spelled-out = one of the forms of this word that are listed whole
explain-english = English ’s
explain-paradigm = “{ $stem }” with the ending -{ $ending } (paradigm { $paradigm })
explain-paradigm-bare = “{ $stem }” without an ending (paradigm { $paradigm })
explain-suffixes = “{ $stem }” { $chain }
explain-slot-plural = plural
explain-slot-possessive = possessive
explain-slot-case = case
explain-slot-ki = relative
explain-slot-copula = copula
explain-slot-person = person
explain-stem-possessive = the name ends in a possessive, hence the n
explain-stem-softened = the end of the word changes before a vowel
explain-stem-without-possessive = without the possessive at the end of the name
explain-fit-any-sound = how the word sounds is not known, so suffixes of any harmony fit
explain-fit-foreign-sound = fits if the word sounds otherwise than it is written
explain-fit-parted = against the rules of harmony, accepted because of the apostrophe
explain-case-any = capitals: none needed
explain-case-exact = capitals: as in the gazetteer
explain-borne-out = stands by itself: the text has the full name
explain-quoted = stands in quotation marks or beside its kind, as this name must
explain-zone-narration = stands in the author’s own text ({ $by })
explain-zone-heading = stands in a heading ({ $by })
explain-zone-quotation = stands in a quotation ({ $by })
explain-zone-bibliography = stands in a reference ({ $by })
explain-zone-opened = opened by “{ $opener }” at { $line }:{ $column }
explain-role = This text is { $role } ({ $by })
explain-role-front-matter = its front matter
explain-role-outside = settings of the editor or the command line
explain-aside-gloss = only mentioned as another name, so its spelling is not compared with others
explain-aside-title = part of a title or phrase in quotation marks, so its spelling is not compared with others
explain-ending = not { $spelling }: “{ $stem }” stands here, but { $ending } is none of its endings ({ $licensed })
explain-no-ending = not { $spelling }: “{ $stem }” stands here, but needs an ending ({ $licensed })
explain-uninflected = not { $spelling }: “{ $stem }” stands here, but takes no ending { $ending } in this language
explain-words = not { $spelling }: it begins with “{ $stem }”, but what follows does not fit
explain-other-name = not { $spelling }: the whole word is a given name of its own
explain-capitals = not { $spelling }: that begins with a capital
explain-capitals-exact = not { $spelling }: its capitals must be as in the gazetteer
explain-other-word = not { $spelling }: this is rather a common word
explain-other-dots = not { $spelling }: the dots of i make this another word
explain-contradicted = not { $spelling }: “{ $by }” is somebody else’s
explain-disagrees = not { $spelling }: “{ $by }” names one person, and this form is plural or of the other gender
explain-other-kind = not { $spelling }: “{ $by }” says that something else is named (a ship, a firm, another place)
explain-alone-context = not { $spelling } by itself: it needs a title or initials beside it, or the full name in the text
explain-alone-quoted = not { $spelling } by itself: it needs quotation marks, or a word such as “newspaper” or “ship” before it
explain-alone-no = not { $spelling } by itself
explain-covered = not { $spelling }: a part of the longer name “{ $by }”
explain-less-exact = not { $spelling }: another spelling fits letter by letter
explain-other-meant = not { $spelling }: another one is meant, { $why }
explain-no-name = not { $spelling }: no name or somebody else’s, { $why }
resolution-only = no other entity has this name
resolution-neighbours = by the names or initials beside it
resolution-full-name = by the full name in the text
resolution-dates = by the dates
resolution-decision = by a decision of this project
resolution-pin = by the markup
resolution-ambiguous = more than one fits
entity-none = no entity has an id or a spelling like “{ $query }”
entity-many = { $count ->
        [one] { $count } entity fits; name one by its id:
       *[other] { $count } entities fit; name one by its id:
    }
gazetteer-checked = { $count ->
        [0] No findings
        [one] { $count } finding
       *[other] { $count } findings
    }; { $entities ->
        [one] { $entities } entity
       *[other] { $entities } entities
    } in force.
gazetteer-none = there is no gazetteer file here
gazetteer-formatted = formatted { $path }
gazetteer-would-format = not in canonical form: { $path }
merge-files = two files are united, or three: the common ancestor, ours, theirs
merge-no-gazetteer = { $path } is no gazetteer, and nothing was written
merge-differs = { $path }: conflict at { $place }: both sides say something else
merge-ours-removed = { $path }: conflict at { $place }: ours removed it, theirs changed it
merge-theirs-removed = { $path }: conflict at { $place }: ours changed it, theirs removed it
merge-order = { $path }: conflict at { $place }: the sides put something else first
init-written = wrote { $path }
init-kept = { $path } is there already and was left as it is
init-has-names = { $path } says already which names there are: no other list was made
init-next = Next: add your names to { $path }, then run `onomast check`. `onomast status` shows what is in force.
status-version = onomast { $version }; messages: { $locale }
status-root = project: { $path }
status-root-undeclared = project: { $path } (neither onomast.toml nor a gazetteer here or above; `onomast init` makes one)
status-settings = settings: { $path }{ $problems ->
        [0] { "" }
        [one] , { $problems } problem
       *[other] , { $problems } problems
    }
status-no-settings = settings: no onomast.toml; defaults
status-decisions = decisions: { $path }, { $count } read{ $problems ->
        [0] { "" }
        [one] , { $problems } line is none
       *[other] , { $problems } lines are none
    }
status-gazetteer = gazetteer: { $title } ({ $by }): { $entities ->
        [one] { $entities } entity
       *[other] { $entities } entities
    }, { $spellings ->
        [one] { $spellings } spelling
       *[other] { $spellings } spellings
    }
status-by-command-line = named on the command line
status-by-settings = named in onomast.toml
status-by-editor = named in the editor’s settings
status-by-root = found in the project’s folder
status-by-nobody = built in
status-source = { "  " }{ $path }: { $entities ->
        [one] { $entities } entity
       *[other] { $entities } entities
    }{ $problems ->
        [0] { "" }
        [one] , { $problems } problem
       *[other] , { $problems } problems
    }
status-source-unread = { "  " }{ $path }: not read

## Dates

date-day = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-from = from { $date }
date-until = until { $date }
date-born = born { $date }
date-died = died { $date }
date-used-from = in use from { $date }
date-used-until = in use until { $date }

## Cards

card-ambiguous = { $count } entities fit:
card-form = This form
card-forms = Forms
card-derived = put together from parts of the name
card-other-names = Other names
card-here = In this text
card-project = In the project
card-in-project = { $mentions ->
        [one] { $mentions } mention
       *[other] { $mentions } mentions
    } in { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }
card-spelling = Spelling
card-better = better { $spelling }
card-now = now { $spelling }
card-counterparts = In other languages
card-why = Resolved by
card-zone = Stands in
card-role = This text
card-style = House style
card-source = Entry
card-place = { $file }, line { $line }
card-place-builtin = built-in gazetteer ({ $file }, line { $line })
card-links = Links
card-type-person = person
card-type-place = place
card-type-organization = organization
card-type-event = event
card-type-treaty = treaty
card-type-ship = ship
card-type-publication = publication
card-type-group = group
card-type-other = other
card-status-accepted = accepted
card-status-historical = historical
card-status-deprecated = deprecated
card-status-misspelling = misspelling
card-why-neighbours = the names beside it
card-why-full-name = the full name in this text
card-why-dates = the date of this text
card-why-decision = a decision about this place
card-why-pin = the markup
card-zone-heading = a heading
card-zone-quotation = a quotation
card-zone-bibliography = bibliography
card-zone-narration = the author’s own text
card-zone-decided = { $zone } (a decision about this place)
card-role-source = a source: other people’s words
card-role-edition = an edition: other people’s words

## The index of a project

index-progress = Reading the names of the project
index-too-wide = { $folder } is a home folder or a whole disk; its texts are not read for references and counts
index-too-many = { $folder } has more than { $most } texts; references and counts leave the rest out
offer-enable = Onomast marks names in every text that you open. Shall it do so only in projects, that is, where there is an onomast.toml or a list of names of your own? Elsewhere names are then shown when you ask for them.
offer-enable-project = Only in projects
offer-enable-always = In every text
gazetteer-broken = The gazetteer { $path } is broken; its last good version, if any, stays in force
gazetteer-mended = The gazetteer { $path } is in force again
watch-nothing = The system cannot watch all folders of this project; what other programs change is seen when you save or turn to another text
index-too-long = { $count ->
        [one] { $count } text
       *[other] { $count } texts
    } in { $folder } too long for references and counts; the log names them

## Pages of entities

page-id = Id
page-here = In this text
page-mentions = { $count ->
        [0] not mentioned
        [one] { $count } mention
       *[other] { $count } mentions
    }
page-mentions-so-far = { $mentions } so far
page-source = after { $source }
page-relation-author = Author
page-gender-masculine = masculine
page-gender-feminine = feminine
page-gender-neuter = neuter
page-part-full = Full name
page-part-surname = Surname
page-part-given = Given name
page-part-patronymic = Patronymic
page-part-initials = Initials
page-part-title = Title
page-part-acronym = Acronym
list-more = and { $count } more

## Log of the editor

text-too-long = { $path } is longer than { $most } MiB: names in it are not looked for
text-misread = { $path } is a file in { $encoding }, and the editor has read it in another encoding: most names in it are not recognized. Open it again in { $encoding }
log-settings = settings of the editor: { $problem }
log-out-of-step = { $uri }: a change does not fit the text here; nothing is said of it until all of it comes
log-no-cache = the built-in gazetteer cannot be opened: { $path }: { $error }
log-closed-too-many = findings of { $most } files that are not open are shown; { $count } more files have some
