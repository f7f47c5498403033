package prose

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Rules are the word lists of all languages.
type Rules struct {
	words map[i18n.Lang]*words
}

// words are what is looked for in one language; data/prose explains each list.
type words struct {
	limits                              map[string]int
	double                              joining
	vague, vagueFine, negative, notHere []phrase
	jargon                              []phrase
	slips                               []slip
}

// joining are the words that tell two questions in one from one question.
type joining struct {
	both, either                     []phrase
	clause, examples, between, pairs []phrase
	capital                          bool // nouns begin with a capital letter
}

// slip is something that print does not forgive, and what is wanted in its place.
type slip struct {
	form *regexp.Regexp
	want string
}

// wants are the words for what is wanted; the locale files have "diag.want.<word>" for each.
var wants = []string{"apostrophe", "british", "currency-first", "dash", "ellipsis", "formal", "no-break", "no-space", "one-space", "quotes"}

// Load reads one word list for each language. All problems are added to d; the rules are nil when there is one.
func Load(fsys fs.FS, d *source.Diagnostics) *Rules {
	r := &Rules{words: map[i18n.Lang]*words{}}
	for _, lang := range i18n.Languages() {
		file := string(lang) + ".yaml"
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			d.Error(source.Pos{File: file}, "file-unreadable", "detail", err.Error())
			continue
		}
		if n := source.ParseYAML(file, data, d); n != nil {
			r.words[lang] = (&list{source.ReadMap(n, d), d}).words(lang)
		}
	}
	if d.Failed() {
		return nil
	}
	return r
}

// list reads one file.
type list struct {
	m *source.Map
	d *source.Diagnostics
}

func (l *list) words(lang i18n.Lang) *words {
	w := &words{limits: map[string]int{}}
	if got := l.m.NeedString("language"); got != string(lang) && got != "" {
		l.d.Error(l.m.At("language"), "overlay-language", "lang", string(lang))
	}
	limits := l.in("limits")
	for _, key := range []string{"question", "option"} {
		w.limits[key] = limits.m.Int(key)
		if w.limits[key] <= 0 {
			l.d.Error(limits.m.At(key), "missing-field", "name", key)
		}
	}
	double := l.in("double")
	w.double = joining{both: double.phrases("both"), either: double.phrases("either"), clause: double.phrases("clause"),
		examples: double.phrases("examples"), between: double.phrases("between"), pairs: double.phrases("pairs"), capital: double.m.Bool("capital_nouns")}
	vague, negation := l.in("vague"), l.in("negation")
	w.vague, w.vagueFine = vague.phrases("words"), vague.phrases("fine")
	w.negative, w.notHere = negation.phrases("words"), negation.phrases("fine")
	w.jargon = l.phrases("jargon")
	w.slips = l.slips()
	for _, part := range []*list{limits, double, vague, negation, l} {
		part.m.Done()
	}
	return w
}

func (l *list) in(key string) *list {
	n := l.m.Need(key)
	if n == nil {
		n = &source.Node{Kind: source.Mapping, Pos: l.m.Pos()}
	}
	return &list{source.ReadMap(n, l.d), l.d}
}

func (l *list) phrases(key string) []phrase {
	var out []phrase
	seen := map[string]bool{}
	for _, n := range l.m.Items(key) {
		p := newPhrase(n.Value)
		switch {
		case !n.Scalar():
			l.d.Error(n.Pos, "wrong-kind", "want", "text")
		case p.text == "":
			l.d.Error(n.Pos, "blank-field", "name", key)
		case seen[p.text]:
			l.d.Error(n.Pos, "duplicate-key", "name", n.Value)
		default:
			seen[p.text] = true
			out = append(out, p)
		}
	}
	return out
}

func (l *list) slips() []slip {
	var out []slip
	for _, n := range l.m.Items("typography") {
		m := source.ReadMap(n, l.d)
		form, err := regexp.Compile(m.NeedString("find"))
		if err != nil {
			l.d.Error(m.At("find"), "bad-pattern", "detail", err.Error())
		}
		want := m.NeedString("want")
		if want != "" && !slices.Contains(wants, want) {
			l.d.Unknown(m.At("want"), "bad-word", want, wants, "allowed", strings.Join(wants, ", "))
		}
		out = append(out, slip{form, want})
		m.Done()
	}
	return out
}
