# Сообщения Onomast по-русски. Ключи, их порядок и переменные те же, что в en.ftl.

## Findings

finding-and-more = { $message } (ещё { $count ->
    [one] { $count } замечание не показано
    [few] { $count } замечания не показаны
   *[other] { $count } замечаний не показано
})
finding-inconsistent-spelling = здесь «{ $spelling }», а в тексте чаще «{ $reference }» ({ $counts })
finding-inconsistent-spelling-even = здесь «{ $spelling }», а в другом месте текста «{ $reference }» ({ $counts })
finding-inconsistent-spelling-style = здесь «{ $spelling }», а стиль этого текста требует «{ $reference }» ({ $counts })
finding-inconsistent-across-corpus = здесь «{ $spelling }», а в проекте чаще «{ $reference }» ({ $counts })
finding-inconsistent-across-corpus-even = здесь «{ $spelling }», а в других текстах проекта «{ $reference }» ({ $counts })
finding-inconsistent-form = в тексте чаще пишется в другой форме: { $differences } ({ $mostly } против { $here })
finding-inconsistent-form-even = в другом месте текста пишется в другой форме: { $differences } ({ $mostly } против { $here })
finding-deprecated-spelling = написание «{ $spelling }» не рекомендуется
finding-deprecated-spelling-instead = написание «{ $spelling }» не рекомендуется; в указателе принято «{ $better }»
finding-misspelling = «{ $spelling }» — ошибочное написание
finding-misspelling-instead = «{ $spelling }» — ошибка, верно «{ $better }»
finding-historical-spelling = ко времени этого текста «{ $spelling }» уже не употреблялось
finding-anachronism = ко времени этого текста «{ $spelling }» ещё не употреблялось
finding-wrong-language-spelling = «{ $spelling }» — написание другого языка, здесь принято «{ $better }»
finding-dotted-i = точки над i не те, что в «{ $spelling }»
finding-near-miss = «{ $surface }»: не «{ $meant }» ли?{ $count ->
        [0] { "" }
        [few] { " " }(в этом тексте { $count } раза)
       *[other] { " " }(в этом тексте { $count } раз)
    }
finding-mixed-script = в «{ $surface }» есть { $script ->
        [latin] кириллические
       *[cyrillic] латинские
    } буквы: { $letters }
finding-suffix-sound = после «{ $name }» нужен суффикс { $right }, а не -{ $written }
finding-suffix-blank = суффикс { $right } при «{ $name }» пишется сразу после апострофа, без пробела
finding-suffix-no-apostrophe = в этом проекте суффикс -{ $written } в «{ $name }» отделяется апострофом
finding-suffix-apostrophe = в этом проекте суффикс { $right } после «{ $name }» пишется без апострофа
finding-ambiguous-name = «{ $surface }» может означать: { $entities }
finding-agreement = «{ $word }» не согласуется с остальной частью имени «{ $name }»
finding-unknown-name = в указателе нет «{ $name }» (в этом тексте: { $count })
finding-mixed-scheme = «{ $spelling }» передано по системе { $scheme }, а большинство имён этого текста — по системе { $mostly } ({ $counts })
unused-ignore-comment = здесь нечего скрывать
unused-ignore-comment-code = здесь нет замечания «{ $code }», которое можно было бы скрыть
unused-ignore-no-code = нет такого замечания: «{ $code }»
unused-ignore-decision = решение скрывает замечания о «{ $quote }», но их нет
baseline-unreadable = это не запись об известном замечании: { $reason }
difference-inner-capital = прописная внутри
difference-joint = дефис или пробел
difference-dots = точки и пробелы
difference-circumflex = циркумфлекс
difference-apostrophe = апостроф
difference-first-word = склонение первого слова
related-first = первое «{ $spelling }»
related-entry = запись в указателе
related-other-entry = другая запись
evidence-here = { $what }: строка { $line }, столбец { $column }
evidence-there = { $what }: { $place }

## Fixes

fix-replace = Заменить на «{ $text }»
fix-replace-disagreeing = «{ $text }»? Слово рядом придётся согласовать
fix-suggest = «{ $text }»?

action-fix-all = Исправить в этом тексте все ошибочные и нерекомендуемые написания
action-in-file = «{ $old }» → «{ $new }» во всём этом тексте
action-in-project = «{ $old }» → «{ $new }» во всём проекте
action-ignore = Не учитывать это замечание ({ $code })
action-not-a-name = Это не имя
action-is = Здесь это { $title } ({ $id })
action-is-in-file = В этом тексте это { $title } ({ $id })
action-zone-quotation = Это цитата: слова других
action-zone-bibliography = Это ссылка на литературу
action-zone-no-quotation = Это не цитата, а слова автора
action-zone-no-heading = Это не заголовок, а основной текст
action-zone-no-bibliography = Это не ссылка, а основной текст
action-new-entity = Новая запись в указателе имён ({ $type }): { $spellings } ({ $forms }…)
action-new-entity-formless = Новая запись в указателе имён ({ $type }): { $spellings }
action-new-entity-unsaid = Новая запись в указателе имён
action-new-entity-no-language = Неизвестно, на каком это языке: укажите lang в настройках или в начале текста
action-add-accepted = «{ $text }» — другое написание «{ $spelling }»: добавить в указатель имён
action-add-misspelling = «{ $text }» — ошибочное написание «{ $spelling }»: добавить в указатель имён
group-narration = слова автора
group-heading = заголовки
group-quotation = цитаты
group-bibliography = библиография
group-gazetteer = указатель имён
rename-collision = «{ $text }» — имя { $entity }
rename-same = так имя и пишется
rename-empty = это не написание имени
rename-called-wrong = «{ $text }» в указателе имён { $status ->
    [misspelling] названо ошибочным написанием
    [deprecated] названо нерекомендуемым написанием
   *[other] отменено
}: введите другое или измените это в указателе
rename-more-of-the-name = переименовывается только эта часть имени, остальное остаётся рядом: уберите «{ $word }»
rename-ambiguous = сюда подходит не один объект: сначала скажите, кто имеется в виду
edit-changed = { $file } — уже не то, что было прочитано: файл изменён или содержит ошибку. Ничего не изменено; исправьте его или подождите немного и повторите
edit-no-file = этот редактор не может создать { $file }, куда нужно писать: сначала создайте пустой файл с таким именем
edit-unsaved = решение относится к месту в файле: сначала сохраните этот текст
edit-no-folder = нет папки, в которую можно записать имена: сначала откройте её
edit-not-named = имена были бы в файле { $file }, которого нет в настройках редактора: добавьте его там в «gazetteers» или уберите «gazetteers» из настроек
edit-still-read = проект ещё читается (прочитано текстов: { $done } из { $all }), и часть имён осталась бы прежней: повторите чуть позже
respell-unwritable = { $count ->
        [one] { $count } имя остаётся
        [few] { $count } имени остаются
       *[other] { $count } имён остаются
    } как есть: файл не в UTF-8 и не в UTF-16, и редактор может незаметно его испортить, или имя файла нельзя передать редактору. Откройте такой файл в его кодировке, чтобы он менялся
respell-partial = В этом проекте текстов больше или они длиннее, чем читается; в непрочитанных имена остаются прежними
replace-changed = изменено: { $count }
replace-left-quotations = оставлено в цитатах: { $count }
replace-left-bibliography = оставлено в библиографии: { $count }
replace-left-headings = оставлено в заголовках: { $count }
replace-left-unsure = оставлено, потому что неясно: { $count }
replace-left-others = оставлено в названиях, коротких выражениях в кавычках и чужих текстах: { $count }

## onomast.toml

settings-syntax = это не TOML: { $reason }
settings-unknown-key = нет такой настройки: «{ $key }»
settings-unknown-key-in = в «{ $table }» нет настройки «{ $key }»
settings-wrong-value = неверное значение «{ $key }»; ожидается { $expected }
settings-unknown-style = в onomast.toml нет стиля «{ $style }»
settings-style-no-name = в указателе нет «{ $name }»
settings-style-no-spelling = у «{ $name }» в указателе нет написания «{ $spelling }»

decision-unreadable = это не решение: { $reason }
decision-unknown-kind = нет такого вида решений: «{ $kind }»; есть { $known }
line-no-object = это не объект JSON
line-missing = нет «{ $key }»
line-no-text = «{ $key }» должно быть текстом в кавычках
line-unknown = «{ $key }» здесь не бывает
decision-no-entity = в этом решении не хватает «entity»
decision-no-words = в этом решении нет слов, к которым оно относится
decision-unknown-code = нет такого замечания: «{ $code }»
decision-no-zone = этому решению нужно «zone»
decision-unknown-zone = зоны «{ $zone }» нет: narration, heading, quotation, bibliography
decision-unknown-entity = в указателе нет «{ $id }»
decision-without-document = файла «{ $path }», о котором это решение, больше нет
decision-gone = решение о «{ $quote }» больше не находит своего места
decision-several = решение о «{ $quote }» подходит к нескольким местам
decision-without-effect = решение о «{ $quote }» ничего не меняет: на этом месте нет имени, к которому оно относится
decision-zone-without-effect = решение о «{ $quote }» ничего не меняет: текст и без него читается так
related-decision = решение записано здесь

## Gazetteer files

problem-syntax = это не JSON: { $reason ->
        [comment] комментарии не допускаются
        [empty] файл пуст
        [missing-comma] не хватает запятой
        [too-deep] слишком глубокая вложенность
        [trailing-comma] лишняя запятая
        [unterminated] что-то не закрыто
        [behind-end] после конца есть ещё что-то
       *[unexpected] здесь стоит что-то неожиданное
    }
problem-unreadable = не удаётся прочитать: { $reason }
problem-wrong-type = ожидается { $expected }, а здесь { $found }
problem-unknown-key = ключ «{ $key }» здесь ничего не значит
problem-unknown-key-nearest = ключ «{ $key }» здесь ничего не значит; может быть, «{ $nearest }»?
problem-missing-key = не хватает ключа «{ $key }»
problem-repeated-key = ключ «{ $key }» уже есть; действует первый
problem-extra-key = лишний ключ: «{ $key }»; действует первый
problem-unknown-value = «{ $value }» нет среди значений { $known }
problem-unknown-value-nearest = «{ $value }» нет среди значений { $known }; может быть, «{ $nearest }»?
problem-malformed-id = «{ $id }» — не идентификатор; идентификатор выглядит так: person/georgy-chicherin
problem-malformed-key = «{ $key }» — не ключ; в ключе допустимы строчные латинские буквы, цифры и дефисы
problem-malformed-uri = «{ $uri }» — не URI
problem-malformed-language = «{ $tag }» — не обозначение языка
problem-unknown-language = язык «{ $tag }» неизвестен
problem-impossible-date = «{ $date }» — не дата; дата выглядит так: 1921, 1921-03, 1921-03-16
problem-reversed-period = период кончается ({ $to }) раньше, чем начинается ({ $from })
problem-type-mismatch = тип «{ $type }», а идентификатор «{ $id }»
problem-duplicate-id = «{ $id }» уже есть; действует первая запись
problem-duplicate-name = у объекта уже есть имя «{ $key }»; действует первое
problem-duplicate-spelling = у имени уже есть написание «{ $spelling }»; действует первое
problem-two-preferred = два предпочтительных написания, «{ $other }» и «{ $spelling }»; действует первое
problem-empty-spelling = в написании нет ни буквы, ни цифры
problem-roles-mismatch = ролей в "words": { $roles }, слов в написании: { $words } ({ $spelling }); каждому слову нужна роль
problem-mixed-script = в слове «{ $word }» смешаны две письменности: { $letters }
problem-same-spelling = «{ $spelling }» — написание и для { $entity }; если так и надо, укажите в записи "homonym": true или при написании "alone": "context"
problem-no-spelling = у { $entity } нет ни одного написания
problem-no-spelling-key = у имени «{ $key }» ({ $entity }) нет ни одного написания
problem-unknown-entity = объекта «{ $id }» нет
problem-nothing-to-remove = здесь нет ничего, что мог бы убрать "off"
problem-extends-not-found = не удаётся прочитать «{ $extends }»: { $reason }
problem-extends-circle = «{ $extends }» в конце концов расширяет сам себя
problem-more = { $count ->
        [one] в этом файле есть ещё { $count } ошибка
        [few] в этом файле есть ещё { $count } ошибки
       *[other] в этом файле есть ещё { $count } ошибок
    }
problem-conflict = слияние оставило здесь две версии: оставьте строки над «=======», строки под ним или и те и другие и уберите пометки
action-conflict-mine = Оставить то, что было здесь
action-conflict-theirs = Взять то, что пришло
action-conflict-both = Оставить и то и другое
problem-kept = { $problem }; пока что действует последняя исправная версия файла
type-string = строка
type-object = объект
type-list = список
type-number = число
type-boolean = true или false
type-null = null

## Readings

reading-nominative = именительный падеж
reading-genitive = родительный падеж
reading-dative = дательный падеж
reading-accusative = винительный падеж
reading-instrumental = творительный падеж
reading-locative = предложный/местный падеж
reading-second-locative = второй предложный падеж (-у)
reading-ablative = исходный падеж
reading-equative = экватив (-ca)
reading-singular = единственное число
reading-plural = множественное число
reading-plural-of = { $case } множественного числа
reading-or = { $others } или { $last }
reading-with = { $first }, { $second }
reading-ki = { $base } с -ki, { $outer }
reading-possessor-1-singular = «мой»
reading-possessor-1-plural = «наш»
reading-possessor-2-singular = «твой»
reading-possessor-2-plural = «ваш»
reading-possessor-3-singular = «его, её»
reading-possessor-3-plural = «их»
reading-copula-present = «есть»
reading-copula-past = «был»
reading-copula-evidential = «говорят, что»
reading-copula-conditional = «если»
reading-copula-while = «когда»

## The command line

count-files = { $count ->
        [one] { $count } файле
        [few] { $count } файлах
       *[other] { $count } файлах
    }
no-such-file = нет такого файла или папки: { $path }
cannot-read = не удаётся прочитать { $path }: { $reason }
cannot-write = не удаётся записать { $path }: { $reason }
reason-not-found = такого файла нет
reason-not-allowed = нет прав
reason-folder = это папка
reason-no-folder = часть пути — не папка
reason-no-file = это не обычный файл
reason-not-utf-8 = это не текст в UTF-8
reason-too-long = слишком длинный
reason-full = не хватает места
reason-read-only = туда нельзя писать
not-overwritten = { $path } не перезаписан: его записала не эта команда, или он ещё нужен; укажите другое имя
cannot-decode = { $path } — не текст в кодировке { $encoding } и пропущен; укажите для него "encoding" в onomast.toml
guessed-encoding = { $path } прочитан в кодировке { $encoding }, хотя она нигде не указана; укажите для него encoding = "{ $encoding }" в onomast.toml
no-files = текстов здесь нет (.txt, .md, .xml, .html, .tex, .bib)
no-names = имён из указателя «{ $title }» не найдено; составьте свой список: onomast init
no-names-untitled = имён не найдено; составьте свой список: onomast init
check-found = { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[other] { $count } замечаний
    } в { $files }.
check-clean = Замечаний нет; { $mentions ->
        [one] { $mentions } упоминание
        [few] { $mentions } упоминания
       *[other] { $mentions } упоминаний
    } имён в { $files }.
check-hidden = { $count ->
        [one] Ещё { $count } подсказка не показана; её покажет --all.
        [few] Ещё { $count } подсказки не показаны; их покажет --all.
       *[other] Ещё { $count } подсказок не показано; их покажет --all.
    }
check-fixable = { $count ->
        [one] { $count } из них исправимо наверняка: --fix исправит, --diff покажет.
        [few] { $count } из них исправимы наверняка: --fix исправит, --diff покажет.
       *[other] { $count } из них исправимы наверняка: --fix исправит, --diff покажет.
    }
fix-done = { $count ->
        [one] изменено { $count } имя в { $files }
        [few] изменено { $count } имени в { $files }
       *[other] изменено { $count } имён в { $files }
    }
fix-refused-changed = { $path } не изменён: Git не хранит его нынешнего содержания; сначала сделайте commit или укажите --allow-dirty
fix-refused-no-git = { $path } не изменён: никакой Git не хранит его содержания; укажите --undo-file FILE или --allow-dirty
fix-changed-meanwhile = { $path } не изменён: его за это время записал кто-то другой
fix-cannot-encode = { $path } не изменён: в его кодировке нет буквы нового написания
fix-guessed = { $path } не изменён: его кодировка лишь угадана; укажите для него "encoding" в onomast.toml
changes-written = { $count ->
        [one] { $count } изменение записано в { $path }; отметьте нужное, затем: onomast apply { $path }
        [few] { $count } изменения записаны в { $path }; отметьте нужные, затем: onomast apply { $path }
       *[other] { $count } изменений записано в { $path }; отметьте нужные, затем: onomast apply { $path }
    }
apply-unreadable = { $path }:{ $line }: это не строка таблицы изменений
apply-lost = { $count ->
        [one] { $count } отмеченное изменение больше не подходит
        [few] { $count } отмеченных изменения больше не подходят
       *[other] { $count } отмеченных изменений больше не подходят
    }
undo-done = возвращено в { $files }
undo-unreadable = { $path } — не файл отмены
undo-changed = ничего не возвращено: { $path } с тех пор изменился
check-baseline-written = { $path }: известных замечаний { $count }.
check-next = Дальше: `onomast init` начнёт список ваших имён; editors/vscode и editors/nvim показывают всё это, пока вы пишете.
explain-is = это { $spelling }
explain-may-be = возможно, { $spelling }
explain-form = форма: { $readings }
explain-why = почему: { $why }
explain-more = { $count ->
        [one] и ещё { $count } сходное начало не подходит
        [few] и ещё { $count } сходных начала не подходят
       *[other] и ещё { $count } сходных начал не подходят
    }
explain-nothing = Ни одно написание так не начинается: { $words }
explain-titles = Титулы, которые сами по себе никого не называют: { $words }
explain-small = Не имена: { $count ->
        [one] { $count } слово со строчной буквы
        [few] { $count } слова со строчной буквы
       *[other] { $count } слов со строчной буквы
    }
explain-letters = Не имена: { $count ->
        [one] { $count } отдельная буква
        [few] { $count } отдельные буквы
       *[many] { $count } отдельных букв
    }
explain-numbers = Не имена: { $count ->
        [one] { $count } число
        [few] { $count } числа
       *[many] { $count } чисел
    }
explain-no-prose = Здесь имена не ищутся (разметка, код, адреса): { $words }
explain-ignored = по настройкам { $path } не рассматривается
explain-language = Язык: { $language }, { $ground }
explain-ground-stated = указан для всего текста
explain-ground-markup = указан в разметке
explain-ground-itself = виден по словам абзаца
explain-ground-before = как в абзацах выше: по самому абзацу не видно
explain-ground-behind = как в абзацах ниже: по самому абзацу не видно
explain-ground-script = предположительно, так как буквы кириллические
explain-ground-unknown = Язык неизвестен, поэтому узнаются немногие окончания; укажите его: --lang
explain-initials = { $words }: инициалы того же лица
explain-forename = другое имя того же лица: { $spelling }
explain-forename-of-full = слово из полного имени того же лица
explain-title = титул, относится к имени
explain-as-spelled = не изменяется
explain-spelled-out = одна из форм слова, данных целиком
explain-english = английское ’s
explain-paradigm = «{ $stem }» с окончанием -{ $ending } (парадигма { $paradigm })
explain-paradigm-bare = «{ $stem }» без окончания (парадигма { $paradigm })
explain-suffixes = «{ $stem }» { $chain }
explain-slot-plural = множественное число
explain-slot-possessive = принадлежность
explain-slot-case = падеж
explain-slot-ki = относительное
explain-slot-copula = связка
explain-slot-person = лицо
explain-stem-possessive = имя кончается на аффикс принадлежности, отсюда n
explain-stem-softened = конец слова меняется перед гласной
explain-stem-without-possessive = без аффикса принадлежности на конце имени
explain-fit-any-sound = как слово звучит, неизвестно; годится любая гармония
explain-fit-foreign-sound = годится, если слово звучит не так, как пишется
explain-fit-parted = против гармонии гласных; принято из-за апострофа
explain-case-any = прописные буквы не требуются
explain-case-exact = прописные буквы: как в указателе имён
explain-borne-out = стоит само по себе: полное имя есть в тексте
explain-quoted = стоит в кавычках или рядом со словом о его роде, как этому имени и нужно
explain-zone-narration = стоит в тексте автора ({ $by })
explain-zone-heading = стоит в заголовке ({ $by })
explain-zone-quotation = стоит в цитате ({ $by })
explain-zone-bibliography = стоит в ссылке на литературу ({ $by })
explain-zone-opened = начинается с «{ $opener }», { $line }:{ $column }
explain-role = Этот текст — { $role } ({ $by })
explain-role-front-matter = начало документа
explain-role-outside = настройки редактора или командной строки
explain-aside-gloss = приведено как другое название; написание с другими не сравнивается
explain-aside-title = часть заглавия или выражения в кавычках; написание с другими не сравнивается
explain-ending = не { $spelling }: основа «{ $stem }» та же, но окончания { $ending } у этого имени нет (есть { $licensed })
explain-no-ending = не { $spelling }: основа «{ $stem }» та же, но ей нужно окончание ({ $licensed })
explain-uninflected = не { $spelling }: основа «{ $stem }» та же, но { $ending } она в тексте на этом языке не принимает
explain-words = не { $spelling }: начало «{ $stem }» то же, но дальше стоит другое
explain-other-name = не { $spelling }: всё слово — другое личное имя
explain-capitals = не { $spelling }: оно начинается с прописной буквы
explain-capitals-exact = не { $spelling }: прописные буквы должны быть как в указателе имён
explain-other-word = не { $spelling }: это скорее обычное слово
explain-other-dots = не { $spelling }: точки над i делают это другим словом
explain-contradicted = не { $spelling }: «{ $by }» — это другое лицо
explain-disagrees = не { $spelling }: «{ $by }» — это одно лицо, а форма — множественного числа или другого рода
explain-other-kind = не { $spelling }: «{ $by }» показывает, что названо другое (корабль, фирма, другое место)
explain-alone-context = само по себе это не { $spelling }: рядом нужны титул или инициалы либо полное имя в тексте
explain-alone-quoted = само по себе это не { $spelling }: нужны кавычки или слово вроде «газета», «пароход» впереди
explain-alone-no = само по себе это не { $spelling }
explain-covered = не { $spelling }: это часть более длинного имени «{ $by }»
explain-less-exact = не { $spelling }: другое написание совпадает буква в букву
explain-other-meant = не { $spelling }: имеется в виду другое, { $why }
explain-no-name = не { $spelling }: не имя или чужое имя, { $why }
resolution-only = другого объекта с таким именем нет
resolution-neighbours = по имени или инициалам рядом
resolution-full-name = по полному имени в тексте
resolution-dates = по датам
resolution-decision = по решению в этом проекте
resolution-pin = по разметке
resolution-ambiguous = подходит не один
entity-none = нет объекта с идентификатором или написанием вроде «{ $query }»
entity-many = { $count ->
        [one] Подходит { $count } объект; назовите его идентификатор:
        [few] Подходят { $count } объекта; назовите идентификатор одного:
       *[other] Подходят { $count } объектов; назовите идентификатор одного:
    }
gazetteer-checked = { $count ->
        [0] Замечаний нет
        [one] { $count } замечание
        [few] { $count } замечания
       *[other] { $count } замечаний
    }; { $entities ->
        [one] действует { $entities } запись
        [few] действуют { $entities } записи
       *[other] действует { $entities } записей
    }.
gazetteer-none = указателя имён здесь нет
gazetteer-formatted = приведён к каноническому виду: { $path }
gazetteer-would-format = не в каноническом виде: { $path }
merge-files = объединяются два файла или три: общий предок, наш, чужой
merge-no-gazetteer = { $path } — не список имён; ничего не записано
merge-differs = { $path }: конфликт в { $place }: стороны говорят разное
merge-ours-removed = { $path }: конфликт в { $place }: у нас удалено, у них изменено
merge-theirs-removed = { $path }: конфликт в { $place }: у нас изменено, у них удалено
merge-order = { $path }: конфликт в { $place }: стороны ставят на первое место разное
init-written = записан { $path }
init-kept = { $path } уже есть и оставлен как был
init-has-names = имена уже указаны в { $path }: второй список не заведён
init-next = Дальше: впишите свои имена в { $path } и запустите `onomast check`. Что действует, показывает `onomast status`.
status-version = onomast { $version }; язык сообщений: { $locale }
status-root = проект: { $path }
status-root-undeclared = проект: { $path } (ни здесь, ни выше нет onomast.toml или указателя; их создаст `onomast init`)
status-settings = настройки: { $path }{ $problems ->
        [0] { "" }
        [one] , { $problems } замечание
        [few] , { $problems } замечания
       *[other] , { $problems } замечаний
    }
status-no-settings = настройки: onomast.toml нет, всё по умолчанию
status-decisions = решения: { $path }, прочитано: { $count }{ $problems ->
        [0] { "" }
       *[other] , непонятых строк: { $problems }
    }
status-gazetteer = указатель: { $title } ({ $by }): { $entities ->
        [one] { $entities } запись
        [few] { $entities } записи
       *[other] { $entities } записей
    }, { $spellings ->
        [one] { $spellings } написание
        [few] { $spellings } написания
       *[other] { $spellings } написаний
    }
status-by-command-line = назван в командной строке
status-by-settings = назван в onomast.toml
status-by-editor = назван в настройках редактора
status-by-root = найден в папке проекта
status-by-nobody = встроенный
status-source = { "  " }{ $path }: { $entities ->
        [one] { $entities } запись
        [few] { $entities } записи
       *[other] { $entities } записей
    }{ $problems ->
        [0] { "" }
        [one] , { $problems } замечание
        [few] , { $problems } замечания
       *[other] , { $problems } замечаний
    }
status-source-unread = { "  " }{ $path }: не прочитан

## Даты

date-day = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year }
date-month = { $month ->
        [1] январь
        [2] февраль
        [3] март
        [4] апрель
        [5] май
        [6] июнь
        [7] июль
        [8] август
        [9] сентябрь
        [10] октябрь
        [11] ноябрь
       *[12] декабрь
    } { $year }
date-from = начало: { $date }
date-until = конец: { $date }
date-born = род. { $date }
date-died = ум. { $date }
date-used-from = начало употребления: { $date }
date-used-until = конец употребления: { $date }

## Карточки

card-ambiguous = { $count ->
        [one] Подходит { $count } объект:
        [few] Подходят { $count } объекта:
       *[other] Подходят { $count } объектов:
    }
card-form = Эта форма
card-forms = Формы
card-derived = составлена из частей имени
card-other-names = Другие имена
card-here = В этом тексте
card-project = Во всём проекте
card-in-project = { $mentions ->
        [one] { $mentions } упоминание
        [few] { $mentions } упоминания
       *[other] { $mentions } упоминаний
    } в { $documents ->
        [one] { $documents } тексте
       *[other] { $documents } текстах
    }
card-spelling = Написание
card-better = лучше { $spelling }
card-now = ныне { $spelling }
card-counterparts = На других языках
card-why = Как определено
card-zone = Где стоит
card-role = Этот текст
card-style = Стиль издания
card-source = Запись
card-place = { $file }, строка { $line }
card-place-builtin = встроенный указатель ({ $file }, строка { $line })
card-links = Ссылки
card-type-person = лицо
card-type-place = место
card-type-organization = организация
card-type-event = событие
card-type-treaty = договор
card-type-ship = судно
card-type-publication = издание
card-type-group = группа
card-type-other = прочее
card-status-accepted = допустимое
card-status-historical = историческое
card-status-deprecated = нерекомендуемое
card-status-misspelling = ошибочное
card-why-neighbours = по именам рядом
card-why-full-name = по полному имени в этом тексте
card-why-dates = по дате этого текста
card-why-decision = по решению об этом месте
card-why-pin = по разметке
card-zone-heading = в заголовке
card-zone-quotation = в цитате
card-zone-bibliography = в библиографии
card-zone-narration = в тексте автора
card-zone-decided = { $zone } (решение об этом месте)
card-role-source = источник: чужие слова
card-role-edition = издание источника: чужие слова

## Указатель проекта

index-progress = Чтение имён проекта
index-too-wide = { $folder } — домашняя папка или целый диск; её тексты не читаются для ссылок и подсчётов
index-too-many = В { $folder } больше { $most } текстов; остальные не входят в ссылки и подсчёты
offer-enable = Onomast отмечает имена в каждом открытом тексте. Делать это только в проектах, то есть там, где есть onomast.toml или свой указатель имён? В других местах имена тогда показываются по запросу.
offer-enable-project = Только в проектах
offer-enable-always = В любом тексте
gazetteer-broken = Указатель { $path } повреждён; пока действует его последняя исправная версия, если она была
gazetteer-mended = Указатель { $path } снова действует
watch-nothing = Система не может следить за всеми папками проекта; что меняют другие программы, станет видно при сохранении или переходе к другому тексту
index-too-long = { $count ->
        [one] { $count } текст слишком длинный
        [few] { $count } текста слишком длинны
       *[other] { $count } текстов слишком длинны
    } для ссылок и подсчётов в { $folder }; их названия в журнале

## Страницы объектов

page-id = Идентификатор
page-here = В этом тексте
page-mentions = { $count ->
        [0] не упоминается
        [one] { $count } упоминание
        [few] { $count } упоминания
       *[other] { $count } упоминаний
    }
page-mentions-so-far = пока { $mentions }
page-source = по источнику: { $source }
page-relation-author = Автор
page-gender-masculine = мужской род
page-gender-feminine = женский род
page-gender-neuter = средний род
page-part-full = Полное имя
page-part-surname = Фамилия
page-part-given = Имя
page-part-patronymic = Отчество
page-part-initials = Инициалы
page-part-title = Титул
page-part-acronym = Сокращение
list-more = и ещё { $count }

## Журнал редактора

text-too-long = { $path } длиннее { $most } МиБ: имена в этом тексте не ищутся
text-misread = Файл { $path } записан в кодировке { $encoding }, а редактор прочёл его в другой: большинство имён в нём не распознаётся. Откройте его снова в { $encoding }
log-settings = настройки редактора: { $problem }
log-out-of-step = { $uri }: изменение не подходит к здешнему тексту; о нём ничего не говорится, пока он не придёт целиком
log-no-cache = встроенный указатель нельзя открыть: { $path }: { $error }
log-closed-too-many = показаны замечания по { $most } неоткрытым файлам; замечания есть ещё в { $count }
