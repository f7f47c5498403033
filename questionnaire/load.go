package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Names of a bank's files beside one file per dimension.
const (
	fileBank     = "bank.yaml"
	fileProfile  = "profile.yaml"
	fileGlossary = "glossary.yaml"
	fileCases    = "cases.yaml"
	fileReuse    = "reuse.yaml"
)

// Load reads a bank from its folder and checks it. All problems are added to d, with places; the bank is nil when one
// of them is an error.
func Load(fsys fs.FS, d *source.Diagnostics) *Bank { return LoadVariant(fsys, "", d) }

// LoadVariant reads a named variant of a bank: its files stand in for those of the same name. "" is the bank itself.
func LoadVariant(fsys fs.FS, variant string, d *source.Diagnostics) *Bank {
	return newLoader(fsys, variant, d).load()
}

// LoadToAsk is LoadVariant without the worked examples, a tenth of all there is to read, and without a look at what the parts
// of the bank make together; the bank reads the examples when they are asked for. It is for banks in which LoadVariant finds nothing wrong.
func LoadToAsk(fsys fs.FS, variant string, d *source.Diagnostics) *Bank {
	l := newLoader(fsys, variant, d)
	l.brief = true
	b := l.load()
	if b != nil && l.exists(fileCases) {
		b.examples = sync.OnceValue(func() []Case {
			var ignored source.Diagnostics
			if whole := LoadVariant(fsys, variant, &ignored); whole != nil {
				return whole.Cases
			}
			return nil
		})
	}
	return b
}

// usualTexts and usualIDs are about how many texts and ids a bank has.
const usualTexts, usualIDs = 1500, 800

func newLoader(fsys fs.FS, variant string, d *source.Diagnostics) *loader {
	l := &loader{shelf: shelf{fsys: fsys, variant: variant, read: map[string]bool{}, digest: sha256.New()}, d: d, bank: &Bank{},
		ids: make(map[string]source.Pos, usualIDs), places: map[string]source.Pos{}, script: script{texts: make(map[string]translatable, usualTexts)},
		sets: map[string][]Option{}, nodes: map[string]*nodePlace{}, doubts: doubts{}}
	l.bank.About.Variant = variant
	return l
}

func (l *loader) load() *Bank {
	l.file(fileBank, l.about)
	if l.unread || !l.hasVariant() {
		return nil
	}
	l.ahead = source.ReadAhead(l.fsys, l.following())
	defer l.ahead.Wait()
	l.file(fileProfile, l.profile)
	for _, n := range l.dimensions {
		l.fileNamed(n.Value+".yaml", n.Pos, l.dimension)
	}
	l.file(fileGlossary, l.glossary)
	l.checkStrays()
	if l.unread || len(l.dimensions) == 0 {
		return nil // what refers to an unread file would only make noise
	}
	l.link()
	Assemble(l.bank)
	for _, f := range l.later {
		f()
	}
	l.bank.alignSizes()
	l.completeTimes()
	if l.exists(fileCases) && !l.skipped(fileCases) {
		l.file(fileCases, l.cases)
	}
	if l.exists(fileReuse) {
		l.file(fileReuse, l.reuse)
	}
	l.overlays()
	l.checkVariants()
	if !l.brief {
		l.check()
	}
	if l.d.Failed() {
		return nil
	}
	l.bank.About.Digest = "sha256:" + hex.EncodeToString(l.digest.Sum(nil))
	l.bank.numbered = NewIndex(l.bank)
	return l.bank
}

// loader reads one bank. Texts are registered by the path that an overlay names them with, and conditions are read
// last, when all ids are known.
type loader struct {
	shelf
	d          *source.Diagnostics
	bank       *Bank
	dimensions []*source.Node // names of files without their ending
	sets       map[string][]Option
	ids        map[string]source.Pos // questions, fields, measures, terms: unique together
	places     map[string]source.Pos // of things that checks name later, by kind and id
	script
	agenda
	nodes  map[string]*nodePlace // by id
	doubts doubts
}

// agenda is what is looked at when everything is read.
type agenda struct {
	later   []func() // run when the bank is assembled
	reached []func() // run when it is clear that nodes do not go in circles
	reaches map[*Node]reach
}

// script are the texts of a bank and what was declared about them.
type script struct {
	texts   map[string]translatable // by file and path
	above   map[string]bool         // the paths that have texts below them
	allowed []Allowance
}

// link settles what the nodes of all files name, before the bank is assembled, so that parts and weights can be completed.
func (l *loader) link() {
	l.bank.enter()
	for _, id := range slices.Sorted(mapKeys(l.nodes)) {
		l.resolve(l.nodes[id])
	}
}

// translatable is a text of the first language that every other language has to have.
type translatable struct {
	text i18n.Text
	pos  source.Pos
	at   []translation
}

// translation is where a text stands in another language.
type translation struct {
	lang i18n.Lang
	pos  source.Pos
}

// file parses a file and hands its mapping to read.
func (l *loader) file(name string, read func(scope, *source.Map)) {
	l.fileNamed(name, source.Pos{File: l.find(name)}, read)
}

// fileNamed is file for one that is named at a place.
func (l *loader) fileNamed(name string, at source.Pos, read func(scope, *source.Map)) {
	n := l.parse(name, at)
	if n == nil {
		l.unread = true
		return
	}
	before := l.d.Errors()
	m := source.ReadMap(n, l.d)
	read(scope{l: l, path: name}, m)
	m.Done()
	if l.d.Errors() > before {
		l.doubts.add("file", name)
	}
}

// parse reads a file that is named at a place.
func (l *loader) parse(name string, named source.Pos) *source.Node {
	name = l.find(name)
	l.read[name] = true
	at := source.Pos{File: name}
	info, err := fs.Stat(l.fsys, name)
	if err != nil || info.IsDir() {
		code := "file-missing"
		if named.File != name {
			code = "dimension-file"
		}
		l.d.Unknown(named, code, name, l.idleFiles(path.Dir(name)))
		return nil
	}
	if info.Size() > source.MaxSize {
		l.d.Error(at, "file-too-large", "size", int(info.Size()), "limit", source.MaxSize)
		return nil
	}
	data, n, err := l.ahead.YAML(l.fsys, name, l.d)
	if err != nil {
		l.d.Error(at, "file-unreadable", "detail", err.Error())
		return nil
	}
	l.sign(name, data)
	source.WarnBare(n, l.d)
	return n
}

// id reads an id, checks its form and that it is new among all ids of its space.
func (l *loader) id(m *source.Map, space string) string {
	id := m.NeedString("id")
	if id == "" {
		l.doubts.add("lost", space)
		return ""
	}
	at := m.At("id")
	if !validID(id) {
		l.d.Error(at, "bad-id", "name", id)
		l.doubts.add("lost", space) // what names it rightly finds nothing
	}
	key := space + "/" + id
	if first, taken := l.ids[key]; taken {
		l.d.Error(at, "duplicate-id", "name", id, "first", first.String())
		l.doubts.add("lost", space) // what names the other finds nothing
	}
	l.ids[key] = at
	return id
}

// mark notes where a part of the bank stands, for those who look at it later, see Manuscript.At.
func (l *loader) mark(at source.Pos, part ...string) {
	if !l.brief {
		l.places[strings.Join(part, "/")] = at
	}
}

// known lists the ids of a space, for proposals.
func (l *loader) known(space string) []string {
	var out []string
	for k := range l.ids {
		if path.Dir(k) == space {
			out = append(out, path.Base(k))
		}
	}
	slices.Sort(out)
	return out
}

// enum reads a word out of a fixed list; "" when it is none of them.
func (l *loader) enum(m *source.Map, key string, allowed ...string) string {
	return l.word(m.Need(key), allowed)
}

// word checks a word against a fixed list; "" when there is none, or none of them.
func (l *loader) word(v *source.Node, allowed []string) string {
	if v == nil {
		return ""
	}
	if !slices.Contains(allowed, v.Value) {
		l.d.Unknown(v.Pos, "bad-word", v.Value, allowed, "allowed", joinWords(allowed))
		return ""
	}
	return v.Value
}
