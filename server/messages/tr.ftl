# Onomast iletileri, Türkçe. Anahtarlar, sıraları ve değişkenler en.ftl ile aynıdır. Türkçede sayıdan sonra ad tekil kalır.

## Findings

finding-and-more = { $message } ({ $count } bulgu daha gösterilmiyor)
finding-inconsistent-spelling = burada “{ $spelling }”, bu metinde çoğunlukla “{ $reference }” ({ $counts })
finding-inconsistent-spelling-even = burada “{ $spelling }”, bu metnin başka yerinde “{ $reference }” ({ $counts })
finding-inconsistent-spelling-style = burada “{ $spelling }”, oysa bu metnin yazım düzeni “{ $reference }” istiyor ({ $counts })
finding-inconsistent-across-corpus = burada “{ $spelling }”, projede ise çoğunlukla “{ $reference }” ({ $counts })
finding-inconsistent-across-corpus-even = burada “{ $spelling }”, projenin başka yerlerinde “{ $reference }” ({ $counts })
finding-inconsistent-form = bu metinde çoğunlukla başka biçimde yazılmış: { $differences } ({ $here } yere karşı { $mostly })
finding-inconsistent-form-even = bu metnin başka yerinde başka biçimde yazılmış: { $differences } ({ $here } yere karşı { $mostly })
finding-deprecated-spelling = “{ $spelling }” yazımı önerilmiyor
finding-deprecated-spelling-instead = “{ $spelling }” yazımı önerilmiyor; dizinde yeğlenen “{ $better }”
finding-misspelling = “{ $spelling }” yanlış yazılmış
finding-misspelling-instead = “{ $spelling }” yanlış; doğrusu “{ $better }”
finding-historical-spelling = “{ $spelling }” bu metnin tarihinde artık kullanılmıyordu
finding-anachronism = “{ $spelling }” bu metnin tarihinde henüz kullanılmıyordu
finding-wrong-language-spelling = “{ $spelling }” başka bir dilin yazımı; bu dilde “{ $better }”
finding-dotted-i = i’lerin noktaları “{ $spelling }” yazımındaki gibi değil
finding-near-miss = “{ $surface }”: “{ $meant }” mi demek istediniz?{ $count ->
        [0] { "" }
       *[other] { " " }(bu metinde { $count } kez geçiyor)
    }
finding-mixed-script = “{ $surface }” sözcüğünde { $script ->
        [latin] Kiril
       *[cyrillic] Latin
    } harfleri var: { $letters }
finding-suffix-sound = “{ $name }” adından sonra -{ $written } değil, { $right } gelir
finding-suffix-blank = “{ $name }” adının { $right } eki kesme işaretinden sonra boşluk bırakılmadan yazılır
finding-suffix-no-apostrophe = bu projede “{ $name }” biçimindeki -{ $written } eki kesme işaretiyle ayrılır
finding-suffix-apostrophe = bu projede “{ $name }” adına gelen { $right } eki kesme işaretiyle ayrılmaz
finding-ambiguous-name = “{ $surface }” şunlardan biri olabilir: { $entities }
finding-agreement = “{ $word }” sözcüğü “{ $name }” adının kalanıyla uyuşmuyor
finding-unknown-name = dizinde “{ $name }” yok (bu metinde: { $count })
finding-mixed-scheme = “{ $spelling }” { $scheme } dizgesine göre yazılmış, bu metindeki adların çoğu ise { $mostly } dizgesine göre ({ $counts })
unused-ignore-comment = burada susturulacak bir bulgu yok
unused-ignore-comment-code = burada susturulacak bir “{ $code }” bulgusu yok
unused-ignore-no-code = “{ $code }” diye bir bulgu yok
unused-ignore-decision = bir karar “{ $quote }” hakkındaki bulguları susturuyor, ama böyle bir bulgu yok
baseline-unreadable = bilinen bir bulgu değil: { $reason }
difference-inner-capital = içteki büyük harf
difference-joint = kısa çizgi ya da boşluk
difference-dots = noktalar ve boşluklar
difference-circumflex = düzeltme işareti
difference-apostrophe = kesme işareti
difference-first-word = ilk sözcüğün çekimi
related-first = ilk “{ $spelling }”
related-entry = dizindeki kayıt
related-other-entry = öteki kayıt
evidence-here = { $what }: satır { $line }, sütun { $column }
evidence-there = { $what }: { $place }

## Fixes

fix-replace = “{ $text }” ile değiştir
fix-replace-disagreeing = “{ $text }” mi? Yanındaki bir söz de değişmeli
fix-suggest = “{ $text }” mi?

action-fix-all = Bu metnin bütün yanlış ve önerilmeyen adlarını düzelt
action-in-file = Bu metnin her yerinde “{ $old }” → “{ $new }”
action-in-project = Projenin her yerinde “{ $old }” → “{ $new }”
action-ignore = Bu bulguyu dikkate alma ({ $code })
action-not-a-name = Bu bir ad değil
action-is = Burada { $title } ({ $id })
action-is-in-file = Bu metinde { $title } ({ $id })
action-zone-quotation = Bu bir alıntı: başkalarının sözleri
action-zone-bibliography = Bu bir kaynakça göndermesi
action-zone-no-quotation = Bu alıntı değil, yazarın kendi sözleri
action-zone-no-heading = Bu başlık değil, ana metin
action-zone-no-bibliography = Bu gönderme değil, ana metin
action-new-entity = Ad dizinine yeni kayıt ({ $type }): { $spellings } ({ $forms }…)
action-new-entity-formless = Ad dizinine yeni kayıt ({ $type }): { $spellings }
action-new-entity-unsaid = Ad dizinine yeni kayıt
action-new-entity-no-language = Bunun hangi dilde olduğu bilinmiyor: ayarlarda ya da metnin başında lang belirtin
action-add-accepted = “{ $text }”, “{ $spelling }” adının başka bir yazımıdır: ad dizinine ekle
action-add-misspelling = “{ $text }”, “{ $spelling }” adının yanlış yazımıdır: ad dizinine ekle
group-narration = yazarın sözleri
group-heading = başlıklar
group-quotation = alıntılar
group-bibliography = kaynakça
group-gazetteer = ad dizini
rename-collision = “{ $text }” { $entity } için bir addır
rename-same = zaten böyle yazılıyor
rename-empty = bu bir ad yazımı değil
rename-called-wrong = “{ $text }” ad dizininde { $status ->
    [misspelling] yanlış yazım
    [deprecated] önerilmeyen yazım
   *[other] kullanılmayan yazım
} olarak geçiyor: başka bir yazım girin ya da bunu dizinde değiştirin
rename-more-of-the-name = adın yalnızca bu bölümü değiştirilir, gerisi yanında kalır: “{ $word }” sözünü çıkarın
rename-ambiguous = burası için birden çok kayıt uyuyor: önce kimin kastedildiğini söyleyin
edit-changed = { $file }, artık okunmuş olan dosya değil: değiştirilmiş ya da çözümlenemiyor. Hiçbir şey değiştirilmedi; düzeltin ya da biraz bekleyip yeniden deneyin
edit-no-file = bu düzenleyici, yazılması gereken { $file } dosyasını oluşturamıyor: önce bu adla boş bir dosya oluşturun
edit-unsaved = karar, bir dosyadaki bir yer hakkındadır: önce bu metni kaydedin
edit-no-folder = adların yazılabileceği bir klasör yok: önce bir klasör açın
edit-not-named = adlar { $file } dosyasında olurdu, ama düzenleyicinin ayarları onu saymıyor: oradaki “gazetteers” listesine ekleyin ya da “gazetteers” ayarını kaldırın
edit-still-read = proje hâlâ okunuyor ({ $all } metinden { $done } okundu), bazı adlar değişmeden kalırdı: biraz sonra yeniden deneyin
respell-unwritable = { $count } ad olduğu gibi kalıyor: dosya UTF-8 ya da UTF-16 değil, düzenleyici onu farkında olmadan bozabilir; ya da dosyanın adı düzenleyiciye iletilemiyor. Böyle bir dosyanın da değişmesi için onu kendi kodlamasıyla açın
respell-partial = Bu projede okunandan daha çok ya da daha uzun metinler var; okunmayanlardaki adlar olduğu gibi kalıyor
replace-changed = değişen: { $count }
replace-left-quotations = alıntılarda bırakılan: { $count }
replace-left-bibliography = kaynakçada bırakılan: { $count }
replace-left-headings = başlıklarda bırakılan: { $count }
replace-left-unsure = kesin olmadığı için bırakılan: { $count }
replace-left-others = eser adlarında, tırnak içindeki kısa sözlerde ve başkalarının metinlerinde bırakılan: { $count }

## onomast.toml

settings-syntax = TOML değil: { $reason }
settings-unknown-key = “{ $key }” diye bir ayar yok
settings-unknown-key-in = “{ $table }” içinde “{ $key }” diye bir ayar yok
settings-wrong-value = “{ $key }” için yanlış değer; beklenen { $expected }
settings-unknown-style = onomast.toml içinde “{ $style }” adlı yazım düzeni yok
settings-style-no-name = ad dizininde “{ $name }” yok
settings-style-no-spelling = ad dizininde “{ $name }” için “{ $spelling }” yazımı yok

decision-unreadable = karar değil: { $reason }
decision-unknown-kind = “{ $kind }” diye bir karar türü yok: { $known }
line-no-object = bu bir JSON nesnesi değil
line-missing = “{ $key }” eksik
line-no-text = “{ $key }” tırnak içinde bir metin olmalı
line-unknown = burada “{ $key }” olmaz
decision-no-entity = bu kararda “entity” eksik
decision-no-words = bu kararın sözcükleri boş
decision-unknown-code = “{ $code }” diye bir bulgu yok
decision-no-zone = bu kararda “zone” gerekli
decision-unknown-zone = “{ $zone }” diye bir bölge yok: narration, heading, quotation, bibliography
decision-unknown-entity = ad dizininde “{ $id }” yok
decision-without-document = bu kararın konusu olan “{ $path }” dosyası artık yok
decision-gone = “{ $quote }” hakkındaki karar artık yerini bulamıyor
decision-several = “{ $quote }” hakkındaki karar birden çok yere uyuyor
decision-without-effect = “{ $quote }” hakkındaki kararın etkisi yok: orada bu kararın geçerli olacağı bir ad bulunmuyor
decision-zone-without-effect = “{ $quote }” hakkındaki kararın etkisi yok: metin onsuz da böyle okunuyor
related-decision = karar burada

## Gazetteer files

problem-syntax = JSON değil: { $reason ->
        [comment] açıklama satırlarına izin yok
        [empty] dosya boş
        [missing-comma] bir virgül eksik
        [too-deep] iç içe yapı çok derin
        [trailing-comma] bir virgül fazla
        [unterminated] kapanmamış bir şey var
        [behind-end] sondan sonra bir şey daha var
       *[unexpected] burada beklenmeyen bir şey var
    }
problem-unreadable = okunamıyor: { $reason }
problem-wrong-type = beklenen { $expected }, bulunan { $found }
problem-unknown-key = “{ $key }” anahtarının burada anlamı yok
problem-unknown-key-nearest = “{ $key }” anahtarının burada anlamı yok; “{ $nearest }” mi demek istediniz?
problem-missing-key = “{ $key }” eksik
problem-repeated-key = “{ $key }” zaten var; ilki geçerli
problem-extra-key = fazla anahtar: “{ $key }”; ilki geçerli
problem-unknown-value = “{ $value }” şunlardan biri değil: { $known }
problem-unknown-value-nearest = “{ $value }” şunlardan biri değil: { $known }; “{ $nearest }” mi demek istediniz?
problem-malformed-id = “{ $id }” bir kimlik değil; kimlik şöyle görünür: person/georgy-chicherin
problem-malformed-key = “{ $key }” bir anahtar değil; anahtarda küçük harf, rakam ve kısa çizgi bulunur
problem-malformed-uri = “{ $uri }” bir URI değil
problem-malformed-language = “{ $tag }” bir dil etiketi değil
problem-unknown-language = “{ $tag }” dili bilinmiyor
problem-impossible-date = “{ $date }” bir tarih değil; tarih şöyle görünür: 1921, 1921-03, 1921-03-16
problem-reversed-period = dönem başlamadan ({ $from }) bitiyor ({ $to })
problem-type-mismatch = tür “{ $type }”, kimlik ise “{ $id }”
problem-duplicate-id = “{ $id }” zaten var; ilki geçerli
problem-duplicate-name = kaydın “{ $key }” adı zaten var; ilki geçerli
problem-duplicate-spelling = adın “{ $spelling }” yazımı zaten var; ilki geçerli
problem-two-preferred = iki yeğlenen yazım: “{ $other }” ve “{ $spelling }”; ilki geçerli
problem-empty-spelling = yazımda ne harf ne rakam var
problem-roles-mismatch = "words" içindeki rol sayısı { $roles }, yazımdaki sözcük sayısı { $words } ({ $spelling }); her sözcüğe bir rol gerekir
problem-mixed-script = “{ $word }” sözcüğünde iki alfabe karışmış: { $letters }
problem-same-spelling = “{ $spelling }” aynı zamanda { $entity } kaydının yazımı; doğruysa kayda "homonym": true ya da yazıma "alone": "context" yazın
problem-no-spelling = { $entity } kaydının hiçbir yazımı yok
problem-no-spelling-key = { $entity } kaydının “{ $key }” adının hiçbir yazımı yok
problem-unknown-entity = “{ $id }” diye bir kayıt yok
problem-nothing-to-remove = burada "off" ile kaldırılacak bir şey yok
problem-extends-not-found = “{ $extends }” okunamıyor: { $reason }
problem-extends-circle = “{ $extends }” sonunda kendi kendini genişletiyor
problem-more = bu dosyada { $count } sorun daha var
problem-conflict = bir birleştirme burada iki sürüm bırakmış: “=======” üstündeki satırları, altındakileri ya da ikisini de bırakıp işaretleri silin
action-conflict-mine = Buradakini koru
action-conflict-theirs = Geleni al
action-conflict-both = İkisini de koru
problem-kept = { $problem }; o zamana kadar dosyanın son sağlam sürümü geçerlidir
type-string = dize
type-object = nesne
type-list = liste
type-number = sayı
type-boolean = true ya da false
type-null = null

## Readings

reading-nominative = yalın hâl
reading-genitive = -in hâli
reading-dative = -e hâli
reading-accusative = -i hâli
reading-instrumental = -le hâli
reading-locative = -de hâli
reading-second-locative = -de hâli (-у)
reading-ablative = -den hâli
reading-equative = -ce hâli
reading-singular = tekil
reading-plural = çoğul
reading-plural-of = çoğul { $case }
reading-or = { $others } veya { $last }
reading-with = { $first }, { $second }
reading-ki = { $base } + -ki, { $outer }
reading-possessor-1-singular = 1. tekil kişi iyelik eki
reading-possessor-1-plural = 1. çoğul kişi iyelik eki
reading-possessor-2-singular = 2. tekil kişi iyelik eki
reading-possessor-2-plural = 2. çoğul kişi iyelik eki
reading-possessor-3-singular = 3. tekil kişi iyelik eki
reading-possessor-3-plural = 3. çoğul kişi iyelik eki
reading-copula-present = ek-fiilin geniş zamanı
reading-copula-past = ek-fiilin görülen geçmiş zamanı
reading-copula-evidential = ek-fiilin duyulan geçmiş zamanı
reading-copula-conditional = ek-fiilin şartı
reading-copula-while = ek-fiilin -ken biçimi

## The command line

count-files = { $count } dosyada
no-such-file = böyle bir dosya ya da klasör yok: { $path }
cannot-read = { $path } okunamıyor: { $reason }
cannot-write = { $path } yazılamıyor: { $reason }
reason-not-found = böyle bir dosya yok
reason-not-allowed = izin yok
reason-folder = bu bir klasör
reason-no-folder = yolun bir parçası klasör değil
reason-no-file = olağan bir dosya değil
reason-not-utf-8 = UTF-8 metni değil
reason-too-long = çok uzun
reason-full = yer kalmadı
reason-read-only = oraya yazılamaz
not-overwritten = { $path } üzerine yazılmadı: onu bu komut yazmadı ya da ona hâlâ gerek var; başka bir ad verin
cannot-decode = { $path } { $encoding } kodlamasında bir metin değil, atlandı; onomast.toml içinde "encoding" belirtin
guessed-encoding = { $path } { $encoding } kodlamasıyla okundu, ama bunu kimse belirtmedi; onomast.toml içinde encoding = "{ $encoding }" yazın
no-files = burada metin yok (.txt, .md, .xml, .html, .tex, .bib)
no-names = { $title } dizininden hiçbir ad bulunamadı; kendi ad dizininizi oluşturun: onomast init
no-names-untitled = hiçbir ad bulunamadı; kendi ad dizininizi oluşturun: onomast init
check-found = { $files } { $count } bulgu.
check-clean = Bulgu yok; { $files } { $mentions } ad geçiyor.
check-hidden = { $count } ipucu gösterilmedi; --all gösterir.
check-fixable = Bunlardan { $count } tanesinin kesin düzeltmesi var: --fix düzeltir, --diff gösterir.
fix-done = { $files } { $count } ad değiştirildi
fix-refused-changed = { $path } değiştirilmedi: Git şimdiki içeriğini saklamıyor; önce commit edin ya da --allow-dirty deyin
fix-refused-no-git = { $path } değiştirilmedi: içeriğini hiçbir Git saklamıyor; --undo-file FILE ya da --allow-dirty deyin
fix-changed-meanwhile = { $path } değiştirilmedi: bu arada başkası yazdı
fix-cannot-encode = { $path } değiştirilmedi: kodlamasında yeni yazımın bir harfi yok
fix-guessed = { $path } değiştirilmedi: kodlaması yalnız tahmin edildi; onomast.toml içinde "encoding" belirtin
changes-written = { $count } değişiklik { $path } içinde; istediklerinizi işaretleyin, sonra: onomast apply { $path }
apply-unreadable = { $path }:{ $line }: değişiklik tablosunun satırı değil
apply-lost = işaretli { $count } değişiklik artık uymuyor
undo-done = { $files } değişiklikler geri alındı
undo-unreadable = { $path } bir geri alma dosyası değil
undo-changed = hiçbir şey geri alınmadı: { $path } o zamandan beri değişti
check-baseline-written = { $path }: bilinen bulgu sayısı { $count }.
check-next = Sırada: `onomast init` kendi ad dizininizi başlatır; editors/vscode ile editors/nvim bunların hepsini siz yazarken gösterir.
explain-is = { $spelling }
explain-may-be = { $spelling } olabilir
explain-form = biçim: { $readings }
explain-why = neden: { $why }
explain-more = böyle başlayan { $count } yazım daha uymuyor
explain-nothing = Böyle başlayan yazım yok: { $words }
explain-titles = Tek başına kimseyi göstermeyen unvanlar: { $words }
explain-small = Ad değil: küçük harfli { $count } sözcük
explain-letters = Ad değil: { $count } tek harf
explain-numbers = Ad değil: { $count } sayı
explain-no-prose = Burada ad aranmaz (biçimlendirme, kod, adres): { $words }
explain-ignored = ayarlara göre { $path } ele alınmaz
explain-language = Dil: { $language }, { $ground }
explain-ground-stated = bütün metin için belirtilmiş
explain-ground-markup = biçimlendirmede belirtilmiş
explain-ground-itself = paragrafın sözcüklerinden anlaşılıyor
explain-ground-before = önceki paragraflardaki gibi; bu paragraftan anlaşılmıyor
explain-ground-behind = sonraki paragraflardaki gibi; bu paragraftan anlaşılmıyor
explain-ground-script = harfler Kiril olduğu için varsayılan
explain-ground-unknown = Dil bilinmiyor, bu yüzden az ek tanınır; --lang ile belirtin
explain-initials = { $words }: aynı kişinin baş harfleri
explain-forename = aynı kişinin başka bir adı: { $spelling }
explain-forename-of-full = aynı kişinin tam adından bir sözcük
explain-title = ada bağlı unvan
explain-as-spelled = değişmez
explain-spelled-out = sözcüğün bütün olarak verilmiş biçimlerinden biri
explain-english = İngilizce ’s
explain-paradigm = “{ $stem }”, -{ $ending } eki ile (çekim { $paradigm })
explain-paradigm-bare = “{ $stem }”, eksiz (çekim { $paradigm })
explain-suffixes = “{ $stem }” { $chain }
explain-slot-plural = çoğul
explain-slot-possessive = iyelik
explain-slot-case = hâl
explain-slot-ki = ilgi
explain-slot-copula = ek-fiil
explain-slot-person = kişi
explain-stem-possessive = ad iyelik ekiyle bitiyor, n bundan
explain-stem-softened = sözcüğün sonu ünlü önünde değişiyor
explain-stem-without-possessive = adın sonundaki iyelik eki olmadan
explain-fit-any-sound = sözcüğün okunuşu bilinmiyor, her uyumdan ek uyar
explain-fit-foreign-sound = sözcük yazıldığından başka okunuyorsa uyar
explain-fit-parted = ünlü uyumuna aykırı, kesme işareti olduğu için kabul edildi
explain-case-any = büyük harf gerekmez
explain-case-exact = büyük harfler ad dizinindeki gibi
explain-borne-out = tek başına geçiyor: tam adı metinde var
explain-quoted = bu adın gerektirdiği gibi tırnak içinde ya da türünü söyleyen sözcüğün yanında
explain-zone-narration = yazarın kendi metninde geçiyor ({ $by })
explain-zone-heading = başlıkta geçiyor ({ $by })
explain-zone-quotation = alıntıda geçiyor ({ $by })
explain-zone-bibliography = kaynakçada geçiyor ({ $by })
explain-zone-opened = “{ $opener }” ile başlıyor, { $line }:{ $column }
explain-role = Bu metin bir { $role } ({ $by })
explain-role-front-matter = belgenin başı
explain-role-outside = düzenleyicinin ya da komut satırının ayarları
explain-aside-gloss = yalnızca öteki adı olarak anılıyor, yazımı karşılaştırılmaz
explain-aside-title = tırnak içindeki bir başlığın ya da sözün parçası, yazımı karşılaştırılmaz
explain-ending = { $spelling } değil: “{ $stem }” gövdesi var, ama { $ending } bu adın eklerinden değil ({ $licensed })
explain-no-ending = { $spelling } değil: “{ $stem }” gövdesi var, ama ek ister ({ $licensed })
explain-uninflected = { $spelling } değil: “{ $stem }” gövdesi var, ama bu dilde { $ending } ekini almaz
explain-words = { $spelling } değil: “{ $stem }” ile başlıyor, ama devamı uymuyor
explain-other-name = { $spelling } değil: sözcüğün tamamı başka bir kişi adı
explain-capitals = { $spelling } değil: o büyük harfle başlar
explain-capitals-exact = { $spelling } değil: büyük harfleri ad dizinindeki gibi olmalı
explain-other-word = { $spelling } değil: bu daha çok sıradan bir sözcük
explain-other-dots = { $spelling } değil: i’nin noktası bunu başka bir sözcük yapıyor
explain-contradicted = { $spelling } değil: “{ $by }” başkasının
explain-disagrees = { $spelling } değil: “{ $by }” tek kişinin, biçim ise çoğul ya da öbür cinse ait
explain-other-kind = { $spelling } değil: “{ $by }” başka bir şeyin (gemi, şirket, başka bir yer) anıldığını gösteriyor
explain-alone-context = tek başına { $spelling } değil: yanında unvan ya da baş harfler veya metinde tam adı gerek
explain-alone-quoted = tek başına { $spelling } değil: tırnak ya da “gazetesi”, “vapuru” gibi bir sözcük gerek
explain-alone-no = tek başına { $spelling } değil
explain-covered = { $spelling } değil: daha uzun “{ $by }” adının parçası
explain-less-exact = { $spelling } değil: başka bir yazım harfi harfine uyuyor
explain-other-meant = { $spelling } değil: başkası kastediliyor, { $why }
explain-no-name = { $spelling } değil: ad değil ya da başkasının adı, { $why }
resolution-only = bu adı taşıyan başka kayıt yok
resolution-neighbours = yanındaki ad ya da baş harflere göre
resolution-full-name = metindeki tam ada göre
resolution-dates = tarihlere göre
resolution-decision = bu projede verilmiş karara göre
resolution-pin = işaretlemeye göre
resolution-ambiguous = birden çok kayıt uyuyor
entity-none = kimliği ya da yazımı “{ $query }” gibi olan bir kayıt yok
entity-many = { $count } kayıt uyuyor; birinin kimliğini yazın:
gazetteer-checked = { $count ->
        [0] Bulgu yok
       *[other] { $count } bulgu
    }; { $entities } kayıt geçerli.
gazetteer-none = burada bir ad dizini yok
gazetteer-formatted = biçimlendirildi: { $path }
gazetteer-would-format = ölçünlü biçimde değil: { $path }
merge-files = iki dosya birleştirilir ya da üç: ortak ata, bizimki, onlarınki
merge-no-gazetteer = { $path } bir ad dizini değil; hiçbir şey yazılmadı
merge-differs = { $path }: { $place } yerinde çakışma: iki taraf farklı şey söylüyor
merge-ours-removed = { $path }: { $place } yerinde çakışma: bizde silinmiş, onlarda değiştirilmiş
merge-theirs-removed = { $path }: { $place } yerinde çakışma: bizde değiştirilmiş, onlarda silinmiş
merge-order = { $path }: { $place } yerinde çakışma: taraflar başa farklı şeyler koyuyor
init-written = yazıldı: { $path }
init-kept = { $path } zaten vardı, dokunulmadı
init-has-names = adlar zaten { $path } dosyasında: ikinci bir liste açılmadı
init-next = Sırada: adlarınızı { $path } dosyasına ekleyin, sonra `onomast check` çalıştırın. Nelerin geçerli olduğunu `onomast status` gösterir.
status-version = onomast { $version }; ileti dili: { $locale }
status-root = proje: { $path }
status-root-undeclared = proje: { $path } (burada da üstünde de onomast.toml ya da ad dizini yok; `onomast init` oluşturur)
status-settings = ayarlar: { $path }{ $problems ->
        [0] { "" }
       *[other] , { $problems } sorun
    }
status-no-settings = ayarlar: onomast.toml yok, varsayılanlar geçerli
status-decisions = kararlar: { $path }, { $count } okundu{ $problems ->
        [0] { "" }
       *[other] , { $problems } satır anlaşılmadı
    }
status-gazetteer = ad dizini: { $title } ({ $by }): { $entities } kayıt, { $spellings } yazım
status-by-command-line = komut satırında verildi
status-by-settings = onomast.toml içinde verildi
status-by-editor = düzenleyici ayarlarında verildi
status-by-root = proje klasöründe bulundu
status-by-nobody = yerleşik
status-source = { "  " }{ $path }: { $entities } kayıt{ $problems ->
        [0] { "" }
       *[other] , { $problems } sorun
    }
status-source-unread = { "  " }{ $path }: okunmadı

## Tarihler

date-day = { $day } { $month ->
        [1] Ocak
        [2] Şubat
        [3] Mart
        [4] Nisan
        [5] Mayıs
        [6] Haziran
        [7] Temmuz
        [8] Ağustos
        [9] Eylül
        [10] Ekim
        [11] Kasım
       *[12] Aralık
    } { $year }
date-month = { $month ->
        [1] Ocak
        [2] Şubat
        [3] Mart
        [4] Nisan
        [5] Mayıs
        [6] Haziran
        [7] Temmuz
        [8] Ağustos
        [9] Eylül
        [10] Ekim
        [11] Kasım
       *[12] Aralık
    } { $year }
date-from = başlangıç: { $date }
date-until = bitiş: { $date }
date-born = doğumu { $date }
date-died = ölümü { $date }
date-used-from = kullanımda: { $date } sonrası
date-used-until = kullanımda: { $date } öncesi

## Kartlar

card-ambiguous = { $count } kayıt uyuyor:
card-form = Bu biçim
card-forms = Biçimleri
card-derived = adın parçalarından kuruldu
card-other-names = Diğer adları
card-here = Bu metinde
card-project = Bütün projede
card-in-project = { $documents } metinde { $mentions } geçiş
card-spelling = Yazım
card-better = doğrusu { $spelling }
card-now = bugün { $spelling }
card-counterparts = Öbür dillerde
card-why = Dayanağı
card-zone = Geçtiği yer
card-role = Bu metin
card-style = Yayının yazım düzeni
card-source = Kayıt
card-place = { $file }, { $line }. satır
card-place-builtin = yerleşik dizin ({ $file }, { $line }. satır)
card-links = Bağlantılar
card-type-person = kişi
card-type-place = yer
card-type-organization = kuruluş
card-type-event = olay
card-type-treaty = antlaşma
card-type-ship = gemi
card-type-publication = yayın
card-type-group = topluluk
card-type-other = diğer
card-status-accepted = kabul edilen
card-status-historical = tarihsel
card-status-deprecated = önerilmeyen
card-status-misspelling = yanlış
card-why-neighbours = yanındaki adlar
card-why-full-name = metindeki tam ad
card-why-dates = metnin tarihi
card-why-decision = bu yer için verilmiş karar
card-why-pin = metindeki işaretleme
card-zone-heading = başlık
card-zone-quotation = alıntı
card-zone-bibliography = kaynakça
card-zone-narration = yazarın kendi metni
card-zone-decided = { $zone } (bu yer için verilen karar)
card-role-source = kaynak: başkasının sözleri
card-role-edition = kaynak yayını: başkasının sözleri

## Proje dizini

index-progress = Projedeki adlar okunuyor
index-too-wide = { $folder } bir ev klasörü ya da bütün bir disk; metinleri başvurular ve sayımlar için okunmaz
index-too-many = { $folder } içinde { $most } metinden fazlası var; ötekiler başvurulara ve sayımlara girmez
offer-enable = Onomast, açtığınız her metinde adları işaretler. Bunu yalnızca projelerde, yani bir onomast.toml ya da kendi ad dizininiz olan yerlerde mi yapsın? Başka yerlerde adlar o zaman siz sorunca gösterilir.
offer-enable-project = Yalnızca projelerde
offer-enable-always = Her metinde
gazetteer-broken = { $path } dizini bozuk; varsa son geçerli hâli yürürlükte kalır
gazetteer-mended = { $path } dizini yeniden yürürlükte
watch-nothing = Sistem bu projenin bütün klasörlerini izleyemiyor; başka programların değiştirdikleri, kaydettiğinizde ya da başka bir metne geçtiğinizde görülür
index-too-long = { $folder } içinde { $count } metin, başvurular ve sayımlar için çok uzun; adları günlükte

## Kayıt sayfaları

page-id = Kimlik
page-here = Bu metinde
page-mentions = { $count ->
        [0] geçmiyor
       *[other] { $count } kez geçiyor
    }
page-mentions-so-far = şimdilik { $mentions }
page-source = kaynağı: { $source }
page-relation-author = Yazarı
page-gender-masculine = eril
page-gender-feminine = dişil
page-gender-neuter = nötr
page-part-full = Tam ad
page-part-surname = Soyadı
page-part-given = Ön ad
page-part-patronymic = Baba adı
page-part-initials = Baş harfler
page-part-title = Unvan
page-part-acronym = Kısaltma
list-more = ve { $count } tane daha

## Düzenleyicinin günlüğü

text-too-long = { $path }, { $most } MiB’den uzun: içindeki adlar aranmıyor
text-misread = { $path } dosyası { $encoding } kodlamasıyla yazılmış, düzenleyici onu başka bir kodlamayla okumuş: içindeki adların çoğu tanınmaz. { $encoding } ile yeniden açın
log-settings = düzenleyicinin ayarları: { $problem }
log-out-of-step = { $uri }: bir değişiklik buradaki metne uymuyor; metnin tamamı gelene dek onunla ilgili bir şey söylenmez
log-no-cache = yerleşik dizin açılamıyor: { $path }: { $error }
log-closed-too-many = açık olmayan { $most } dosyanın bulguları gösteriliyor; { $count } dosyada daha bulgu var
