package i18n

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"digitalkompass/questionnaire/source"
)

// Catalogue holds every message of the program in all its languages.
type Catalogue struct {
	messages map[Lang]map[string]entry
	foreign  map[Lang]Foreign
}

// entry is one text, or one per plural form.
type entry struct {
	one, other string
	pos        source.Pos
}

// LoadCatalogue reads the folders of all languages. Missing keys, differing placeholders and blank texts are errors.
func LoadCatalogue(fsys fs.FS, d *source.Diagnostics) *Catalogue {
	c := &Catalogue{messages: map[Lang]map[string]entry{}}
	all, _ := fs.Glob(fsys, "*/*.yaml")
	ahead := source.ParseAhead(fsys, all)
	for _, l := range Languages() {
		c.messages[l] = map[string]entry{}
		files, _ := fs.Glob(fsys, path.Join(string(l), "*.yaml"))
		for _, f := range files {
			c.loadFile(fsys, l, f, ahead, d)
		}
	}
	c.foreign = loadForeign(fsys, d)
	c.compare(d)
	if d.Failed() {
		return nil
	}
	return c
}

func (c *Catalogue) loadFile(fsys fs.FS, l Lang, file string, ahead source.Ahead, d *source.Diagnostics) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		d.Error(source.Pos{File: file}, "file-unreadable", "detail", err.Error())
		return
	}
	n := ahead.YAML(file, data, d)
	if n == nil {
		return
	}
	for _, e := range source.ReadMap(n, d).Entries() {
		if _, twice := c.messages[l][e.Key]; twice {
			d.Error(e.At, "duplicate-key", "name", e.Key)
			continue
		}
		c.messages[l][e.Key] = readEntry(e, d)
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
	first := c.messages[Languages()[0]]
	for _, l := range Languages()[1:] {
		other := c.messages[l]
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
	for k := range c.messages[Languages()[0]] {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Raw is the text of a key as written, with its placeholders.
func (c *Catalogue) Raw(l Lang, key string) string { return c.messages[l][key].other }
