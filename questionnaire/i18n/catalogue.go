package i18n

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"digitalkompass/questionnaire/source"
)

// Catalogue holds every message of the program in all its languages.
type Catalogue struct {
	messages map[Lang]func() map[string]entry
	foreign  map[Lang]Foreign
}

// entry is one text, or one per plural form.
type entry struct {
	one, other string
	pos        source.Pos
}

// LoadCatalogue reads the folders of all languages. Missing keys, differing placeholders and blank texts are errors.
func LoadCatalogue(fsys fs.FS, d *source.Diagnostics) *Catalogue {
	c := &Catalogue{messages: map[Lang]func() map[string]entry{}}
	for _, l := range Languages() {
		read := readLanguage(fsys, l, d)
		c.messages[l] = func() map[string]entry { return read }
	}
	c.foreign = loadForeign(fsys, d)
	c.compare(d)
	if d.Failed() {
		return nil
	}
	return c
}

// OpenCatalogue is LoadCatalogue for folders in which that finds nothing wrong: a language is read when its first message
// is asked for.
func OpenCatalogue(fsys fs.FS) *Catalogue {
	var ignored source.Diagnostics
	c := &Catalogue{messages: map[Lang]func() map[string]entry{}, foreign: loadForeign(fsys, &ignored)}
	for _, l := range Languages() {
		c.messages[l] = sync.OnceValue(func() map[string]entry {
			var ignored source.Diagnostics
			return readLanguage(fsys, l, &ignored)
		})
	}
	return c
}

// of are the messages of a language; none of one that there is not.
func (c *Catalogue) of(l Lang) map[string]entry {
	if read := c.messages[l]; read != nil {
		return read()
	}
	return nil
}

// usualMessages is about how many messages a language has.
const usualMessages = 2000

// readLanguage reads the folder of a language.
func readLanguage(fsys fs.FS, l Lang, d *source.Diagnostics) map[string]entry {
	out := make(map[string]entry, usualMessages)
	files, _ := fs.Glob(fsys, path.Join(string(l), "*.yaml"))
	for _, f := range files {
		data, err := fs.ReadFile(fsys, f)
		if err != nil {
			d.Error(source.Pos{File: f}, "file-unreadable", "detail", err.Error())
			continue
		}
		if n := source.ParseYAML(f, data, d); n != nil {
			readMessages(n, out, d)
		}
	}
	return out
}

func readMessages(n *source.Node, into map[string]entry, d *source.Diagnostics) {
	for _, e := range source.ReadMap(n, d).Entries() {
		if _, twice := into[e.Key]; twice {
			d.Error(e.At, "duplicate-key", "name", e.Key)
			continue
		}
		into[e.Key] = readEntry(e, d)
	}
}

func readEntry(e source.Entry, d *source.Diagnostics) entry {
	m := entry{pos: e.At}
	if e.Value.Kind == source.Mapping {
		forms := source.ReadMap(e.Value, d)
		m.one, m.other = forms.NeedString("one"), forms.NeedString("other")
		forms.Done()
		return m
	}
	if !e.Value.Scalar() {
		d.Error(e.Value.Pos, "wrong-kind", "want", "text")
	}
	m.other = e.Value.Value
	if strings.TrimSpace(m.other) == "" {
		d.Error(e.Value.Pos, "blank-field", "name", e.Key)
	}
	return m
}

// compare holds every language against the first.
func (c *Catalogue) compare(d *source.Diagnostics) {
	first := c.of(Languages()[0])
	for _, l := range Languages()[1:] {
		other := c.of(l)
		for key, m := range first {
			o, ok := other[key]
			if !ok {
				d.Error(m.pos, "locale-missing", "name", key, "lang", string(l))
			} else if !slices.Equal(placeholders(m.other), placeholders(o.other)) {
				d.Error(o.pos, "locale-placeholders", "name", key)
			}
		}
		for key, o := range other {
			if _, ok := first[key]; !ok {
				d.Error(o.pos, "locale-extra", "name", key)
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// Keys are the keys of all messages, in order.
func (c *Catalogue) Keys() []string {
	var out []string
	for k := range c.of(Languages()[0]) {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Raw is the text of a key as written, with its placeholders.
func (c *Catalogue) Raw(l Lang, key string) string { return c.of(l)[key].other }
