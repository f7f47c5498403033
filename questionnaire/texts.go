package questionnaire

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// FileFingerprints lies in a language's folder and says which source texts its translations were made from.
const FileFingerprints = "fingerprints.yaml"

// Role says what a text is for. The zero value is invalid.
type Role int

// The roles of texts.
const (
	RoleQuestion Role = iota + 1 // what is asked
	RoleOption                   // an answer offered
	RoleRow                      // a row of a grid
	RoleHelp                     // anything else that stands beside a question
	RoleOther                    // measures, stages, examples and whatever belongs to no question
)

// Text is one text of a bank in one language, with its place.
type Text struct {
	Path  string // the file and the way to it, as translations name it: "ablauf.yaml/questions/order/text"
	Item  string // what it belongs to: the id of a question, measure, stage, …, or the file's name without its ending
	Part  string // the way from there: "text", "options/paper"
	Lang  i18n.Lang
	Role  Role
	Value string
	Pos   source.Pos
}

// Ref names the text as allowances do: its item and the way from there.
func (t Text) Ref() string { return path.Join(t.Item, t.Part) }

// Below says whether the text lies at a place: an item, a part of one, a file, or the text itself.
func (t Text) Below(place string) bool { return inside(t.Ref(), place) || inside(t.Path, place) }

func inside(name, place string) bool {
	rest, ok := strings.CutPrefix(name, place)
	return ok && (rest == "" || rest[0] == '/')
}

// Allowance declares a finding about a text as intended.
type Allowance struct {
	Code, At, Because string
	Pos               source.Pos
}

// Allowances are the findings that a bank declares as intended. They remember which of them were needed.
type Allowances struct {
	all  []Allowance
	used []bool
}

// Allow says whether a finding is declared as intended at one of the places that it lies below.
func (a *Allowances) Allow(code string, below func(place string) bool) bool {
	out := false
	if a == nil {
		return false
	}
	for i := range a.all {
		if a.all[i].Code == code && below(a.all[i].At) {
			a.used[i], out = true, true
		}
	}
	return out
}

// Idle reports allowances that allow nothing: a mistyped one would hide what its author wanted to decide.
func (a *Allowances) Idle(m *Manuscript, codes []string, d *source.Diagnostics) {
	for i, one := range a.all {
		switch {
		case a.used[i]:
		case !slices.Contains(codes, one.Code):
			d.Unknown(one.Pos, "bad-word", one.Code, codes, "allowed", strings.Join(codes, ", "))
		case !m.holds(one.At):
			d.Unknown(one.Pos, "unknown-place", one.At, m.names())
		default:
			d.Warn(one.Pos, "allow-unused", "name", one.At, "code", one.Code)
		}
	}
}

// Manuscript is a bank as its editors see it: all texts in all languages with their places, in the order of the files,
// and the findings declared as intended.
type Manuscript struct {
	Languages []i18n.Lang // the first one is the one that the others translate
	Texts     []Text
	Allowed   []Allowance
	places    map[string]source.Pos // of parts of the bank
}

// Allowances are the bank's own, none of which was needed yet.
func (m *Manuscript) Allowances() *Allowances {
	return &Allowances{all: m.Allowed, used: make([]bool, len(m.Allowed))}
}

// holds says whether there is a place of a name: a text, the total, what other banks give, or a part of something that has a text.
func (m *Manuscript) holds(at string) bool {
	item, part, _ := strings.Cut(at, "/")
	part, _, _ = strings.Cut(part, "/")
	return at == totalWord || at == fileReuse || slices.ContainsFunc(m.Texts, func(t Text) bool {
		return t.Below(at) || t.Item == item && slices.Contains(untexted, part)
	})
}

// untexted are the parts that findings lie at although they hold no text.
var untexted = []string{"when", "implied", "cases", "gates"}

// names are the names that places are known by.
func (m *Manuscript) names() []string {
	out := map[string]bool{}
	for _, t := range m.Texts {
		file, _, _ := strings.Cut(t.Path, "/")
		out[file], out[t.Item], out[t.Ref()] = true, true, true
	}
	return slices.Sorted(maps.Keys(out))
}

// At is where a part of the bank stands: "question", "option", "when", "stage" and so on, with the ids that lead to it.
// What is written nowhere stands where its first id does, or in the bank's own file.
func (m *Manuscript) At(part string, ids ...string) source.Pos {
	for _, key := range []string{strings.Join(append([]string{part}, ids...), "/"), "question/" + ids[0], "node/" + ids[0], "dimension/" + ids[0]} {
		if at := m.places[key]; at.Line > 0 {
			return at
		}
	}
	return source.Pos{File: fileBank, Line: 1, Column: 1}
}

// LoadManuscript is Load for those who look at the texts themselves. Both results are nil when the bank has an error.
func LoadManuscript(fsys fs.FS, d *source.Diagnostics) (*Bank, *Manuscript) {
	l := newLoader(fsys, "", d)
	b := l.load()
	if b == nil {
		return nil, nil
	}
	m := &Manuscript{Languages: b.About.Languages, Allowed: l.allowed, places: l.places}
	for key, t := range l.texts {
		text := place(key)
		for _, text.Lang = range m.Languages {
			text.Value, text.Pos = t.text[text.Lang], t.pos
			if i := slices.IndexFunc(t.at, func(at translation) bool { return at.lang == text.Lang }); i >= 0 {
				text.Pos = t.at[i].pos
			}
			m.Texts = append(m.Texts, text)
		}
	}
	slices.SortFunc(m.Texts, func(a, b Text) int {
		return cmp.Or(strings.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), strings.Compare(a.Path, b.Path))
	})
	return b, m
}

// place reads from a text's path what it belongs to.
func place(key string) Text {
	segments := strings.Split(key, "/")
	t := Text{Path: key, Item: strings.TrimSuffix(segments[0], ".yaml"), Role: RoleOther}
	rest, of := segments[1:], ""
	if len(rest) >= 3 && rest[0] != "levels" {
		of, t.Item, rest = rest[0], rest[1], rest[2:]
	}
	if len(rest) >= 3 && rest[0] == "measures" {
		of, t.Item, rest = rest[0], rest[1], rest[2:]
	}
	t.Part = path.Join(rest...)
	if of == "questions" || of == "fields" || of == "answer_sets" {
		t.Role = role(rest)
	}
	return t
}

func role(rest []string) Role {
	if rest[0] == "by_size" && len(rest) >= 3 {
		rest = rest[2:]
	}
	if r, ok := map[string]Role{"text": RoleQuestion, "options": RoleOption, "rows": RoleRow}[rest[0]]; ok {
		return r
	}
	return RoleHelp
}

// lint reads what bank.yaml says to the checks of texts. Codes and places are judged by those checks.
func (l *loader) lint(m *source.Map) {
	for _, n := range m.Items("allow") {
		a := source.ReadMap(n, l.d)
		l.allowed = append(l.allowed, Allowance{Code: a.NeedString("code"), At: a.NeedString("at"), Because: a.NeedString("because"), Pos: a.Pos()})
		a.Done()
	}
	m.Done()
}

// Shapes are the question and its variants by size class, the question first.
func (q *Question) Shapes() []*Question {
	out := []*Question{q}
	for _, class := range slices.Sorted(maps.Keys(q.sized)) {
		out = append(out, q.sized[class])
	}
	return out
}
