package report

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// LoadAudiences reads the audiences of a folder, one to a file, in the order of their names. All problems are added to d;
// there are none when one of them is an error.
func LoadAudiences(fsys fs.FS, d *source.Diagnostics) []*Audience {
	before := d.Errors()
	files, _ := fs.Glob(fsys, "*.yaml")
	var out []*Audience
	for _, f := range files {
		data, err := fs.ReadFile(fsys, f)
		if err != nil {
			d.Error(source.Pos{File: f}, "file-unreadable", "detail", err.Error())
			continue
		}
		if n := source.ParseYAML(f, data, d); n != nil {
			out = append(out, readAudience(strings.TrimSuffix(f, ".yaml"), source.ReadMap(n, d), d))
		}
	}
	if d.Errors() > before {
		return nil
	}
	return out
}

// LoadAudience reads one audience from a file's text. taken are ids that others have. All problems are added to d; it is
// nil when one of them is an error.
func LoadAudience(file string, data []byte, taken []string, d *source.Diagnostics) *Audience {
	before := d.Errors()
	n := source.ParseYAML(file, data, d)
	if n == nil {
		return nil
	}
	m := source.ReadMap(n, d)
	x := readAudience(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), m, d)
	if slices.Contains(taken, x.ID) {
		d.Error(m.At("id"), "audience-taken", "name", x.ID)
	}
	if d.Errors() > before {
		return nil
	}
	return x
}

// readAudience reads one file; its name is the audience's id.
func readAudience(name string, m *source.Map, d *source.Diagnostics) *Audience {
	x := &Audience{ID: m.NeedString("id"), Title: readText(m, "title", d), About: readText(m, "about", d), Parts: wordList(m, "parts", PartIDs, d)}
	if x.ID != name && x.ID != "" {
		d.Error(m.At("id"), "audience-name", "name", x.ID, "file", name)
	}
	x.fields(m)
	x.sees(m, d)
	for _, n := range m.Items("identifying") {
		var set []string
		for _, id := range n.Items {
			if set = append(set, id.Value); !x.HasField(id.Value) {
				d.Error(id.Pos, "audience-unseen", "name", id.Value)
			}
		}
		x.Identifying = append(x.Identifying, set)
	}
	for _, part := range []string{"heat", "talk"} {
		if slices.Contains(x.Parts, part) && !x.Sees.Answers {
			d.Error(m.At("parts"), "audience-heat", "part", part)
		}
	}
	m.Done()
	return x
}

// fields reads the details of the company: a list of ids, or "all".
func (x *Audience) fields(m *source.Map) {
	if n := m.Need("fields"); n != nil && n.Scalar() && n.Value == "all" {
		x.AllFields = true
		return
	}
	x.Fields = m.Strings("fields")
}

func (x *Audience) sees(m *source.Map, d *source.Diagnostics) {
	var known []string
	for _, s := range sights {
		known = append(known, s.word)
	}
	for _, word := range wordList(m, "shows", known, d) {
		*sights[slices.Index(known, word)].of(&x.Sees) = true
	}
	if x.Sees != (Sight{}) && !x.Sees.Answers {
		d.Error(m.At("shows"), "audience-answers")
	}
}

// wordList is a list of known words, which has to be there.
func wordList(m *source.Map, key string, known []string, d *source.Diagnostics) []string {
	var out []string
	m.Need(key)
	for _, n := range m.Items(key) {
		if !slices.Contains(known, n.Value) {
			d.Unknown(n.Pos, "bad-word", n.Value, known, "allowed", strings.Join(known, ", "))
			continue
		}
		out = append(out, n.Value)
	}
	return out
}

// readText is a text in all languages.
func readText(m *source.Map, key string, d *source.Diagnostics) i18n.Text {
	n := m.Need(key)
	if n == nil {
		return nil
	}
	t, tm := i18n.Text{}, source.ReadMap(n, d)
	for _, lang := range i18n.Languages() {
		if t[lang] = tm.String(string(lang)); strings.TrimSpace(t[lang]) == "" {
			d.Error(n.Pos, "translation-missing", "lang", string(lang), "name", key)
		}
	}
	tm.Done()
	return t
}
