package i18n

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"digitalkompass/questionnaire/pattern"
	"digitalkompass/questionnaire/source"
)

// Catalogue holds every message of the program in all its languages.
type Catalogue struct {
	messages map[Lang]func() messages
	foreign  map[Lang]Foreign
}

// messages are the entries of a language's files, by their keys. The value is one text, or one per plural form.
type messages map[string]*source.Entry

// one is the text for one thing, or "" where that has none of its own.
func (m messages) one(key string) string {
	if e := m[key]; e != nil && e.Value.Kind == source.Mapping {
		return e.Value.Get("one").Value
	}
	return ""
}

// other is the text for any number of things; "" of a key that there is not.
func (m messages) other(key string) string {
	switch e := m[key]; {
	case e == nil:
		return ""
	case e.Value.Kind == source.Mapping:
		return e.Value.Get("other").Value
	default:
		return e.Value.Value
	}
}

// LoadCatalogue reads the folders of all languages. Missing keys, differing placeholders and blank texts are errors.
func LoadCatalogue(fsys fs.FS, d *source.Diagnostics) *Catalogue {
	c := &Catalogue{messages: map[Lang]func() messages{}}
	for _, l := range Languages() {
		read := readLanguage(fsys, l, d)
		c.messages[l] = func() messages { return read }
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
	c := &Catalogue{messages: map[Lang]func() messages{}, foreign: loadForeign(fsys, &ignored)}
	for _, l := range Languages() {
		c.messages[l] = sync.OnceValue(func() messages {
			var ignored source.Diagnostics
			return readLanguage(fsys, l, &ignored)
		})
	}
	return c
}

// of are the messages of a language; none of one that there is not.
func (c *Catalogue) of(l Lang) messages {
	if read := c.messages[l]; read != nil {
		return read()
	}
	return nil
}

// usualMessages is about how many messages a language has.
const usualMessages = 2000

// readLanguage reads the folder of a language.
func readLanguage(fsys fs.FS, l Lang, d *source.Diagnostics) messages {
	out := make(messages, usualMessages)
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

func readMessages(n *source.Node, into messages, d *source.Diagnostics) {
	entries := source.ReadMap(n, d).Entries()
	for i := range entries {
		e := &entries[i]
		if _, twice := into[e.Key]; twice {
			d.Error(e.At, "duplicate-key", "name", e.Key)
			continue
		}
		if checkMessage(e, d) {
			into[e.Key] = e
		}
	}
}

// checkMessage says whether an entry can be read as a message.
func checkMessage(e *source.Entry, d *source.Diagnostics) bool {
	if e.Value.Kind == source.Mapping {
		before := d.Errors()
		forms := source.ReadMap(e.Value, d)
		forms.NeedString("one")
		forms.NeedString("other")
		forms.Done()
		return d.Errors() == before
	}
	if !e.Value.Scalar() {
		d.Error(e.Value.Pos, "wrong-kind", "want", "text")
		return false
	}
	if strings.TrimSpace(e.Value.Value) == "" {
		d.Error(e.Value.Pos, "blank-field", "name", e.Key)
	}
	return true
}

// compare holds every language against the first.
func (c *Catalogue) compare(d *source.Diagnostics) {
	first := c.of(Languages()[0])
	for _, l := range Languages()[1:] {
		other := c.of(l)
		for key, m := range first {
			o, ok := other[key]
			if !ok {
				d.Error(m.At, "locale-missing", "name", key, "lang", string(l))
			} else if !slices.Equal(placeholders(first.other(key)), placeholders(other.other(key))) {
				d.Error(o.At, "locale-placeholders", "name", key)
			}
		}
		for key, o := range other {
			if _, ok := first[key]; !ok {
				d.Error(o.At, "locale-extra", "name", key)
			}
		}
	}
}

var placeholder = pattern.Late(`\{[a-z]+\}`)

func placeholders(s string) []string {
	found := placeholder().FindAllString(s, -1)
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
func (c *Catalogue) Raw(l Lang, key string) string { return c.of(l).other(key) }
