package questionnaire

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// overlays reads the other languages: for each file one of the same name in the language's folder, that holds texts
// only, under the paths that the first language registered.
func (l *loader) overlays() {
	for _, lang := range l.bank.About.Languages[1:] {
		found := map[string]bool{} // paths of texts, and files that are not to be compared
		for _, name := range l.translated() {
			l.overlay(lang, name, found)
		}
		for key, t := range l.texts {
			if !found[key] && !found[fileOf(key)] {
				l.d.Error(t.pos, "translation-missing", "lang", string(lang), "name", l.inFile(key))
			}
		}
		l.strayOverlays(lang)
	}
}

// translated are the files that hold texts.
func (l *loader) translated() []string {
	var out []string
	for key := range l.texts {
		out = append(out, fileOf(key))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// fileOf is the file that a path begins with.
func fileOf(key string) string {
	file, _, _ := strings.Cut(key, "/")
	return file
}

func (l *loader) inFile(key string) string {
	_, rest, _ := strings.Cut(key, "/")
	return rest
}

func (l *loader) overlay(lang i18n.Lang, name string, found map[string]bool) {
	file := path.Join(string(lang), name)
	n := l.parse(file, source.Pos{File: file})
	if n == nil || l.doubts.about("file", name) {
		found[name] = true // what is missing or too much in it only follows
		return
	}
	if n.Kind != source.Mapping {
		l.d.Error(n.Pos, "wrong-kind", "want", "mapping")
		found[name] = true
		return
	}
	for _, e := range n.Entries {
		if e.Key == "language" {
			if e.Value.Value != string(lang) {
				l.d.Error(e.Value.Pos, "overlay-language", "lang", string(lang))
			}
			continue
		}
		l.overlayText(lang, path.Join(name, e.Key), e, found)
	}
}

func (l *loader) overlayText(lang i18n.Lang, key string, e source.Entry, found map[string]bool) {
	t, known := l.texts[key]
	switch {
	case e.Value.Kind == source.Mapping && !known:
		for _, sub := range e.Value.Entries {
			l.overlayText(lang, key+"/"+sub.Key, sub, found)
		}
	case !known && e.Value.Scalar():
		l.d.Unknown(e.At, "translation-extra", e.Key, l.siblings(key))
	case !e.Value.Scalar():
		l.d.Error(e.At, "translation-only-text", "name", e.Key)
	case isBlank(e.Value.Value):
		l.d.Error(e.At, "missing-text", "name", e.Key)
		found[key] = true
	default:
		t.text[lang], t.at[lang], found[key] = e.Value.Value, e.Value.Pos, true
	}
}

// siblings are the last names of the registered paths beside a key.
func (l *loader) siblings(key string) []string {
	var out []string
	for other := range l.texts {
		if path.Dir(other) == path.Dir(key) {
			out = append(out, path.Base(other))
		}
	}
	slices.Sort(out)
	return out
}

// strayOverlays reports files of a language that translate nothing.
func (l *loader) strayOverlays(lang i18n.Lang) {
	files, _ := fs.Glob(l.fsys, path.Join(string(lang), "*.yaml"))
	known := l.translated()
	for _, f := range files {
		if !slices.Contains(known, path.Base(f)) && path.Base(f) != FileFingerprints {
			l.d.Unknown(source.Pos{File: f}, "overlay-stray", path.Base(f), known)
		}
	}
}
