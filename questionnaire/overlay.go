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
	l.above = map[string]bool{}
	for key := range l.texts {
		for up := parent(key); up != "" && !l.above[up]; up = parent(up) {
			l.above[up] = true
		}
	}
	for _, lang := range l.bank.About.Languages[1:] {
		found := make(map[string]bool, len(l.texts)) // paths of texts, and files that are not to be compared
		for _, name := range l.translated() {
			l.overlay(lang, name, found)
		}
		l.untranslated(lang, found)
		l.strayOverlays(lang)
	}
}

// translated are the files that hold texts.
func (l *loader) translated() []string {
	files := map[string]bool{}
	for key := range l.texts {
		files[fileOf(key)] = true
	}
	if l.brief && l.exists(fileCases) {
		files[fileCases] = true
	}
	return slices.Sorted(mapKeys(files))
}

// parent is a path without its last name, or "" above the first.
func parent(key string) string { return key[:max(0, strings.LastIndexByte(key, '/'))] }

// untranslated tells of texts without translation; where nothing of a thing is translated, once for all its texts.
func (l *loader) untranslated(lang i18n.Lang, found map[string]bool) {
	var missing []string
	for key := range l.texts {
		if !found[key] && !found[fileOf(key)] && !found[thingOf(key)] {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return
	}
	begun, told := map[string]bool{}, map[string]bool{}
	for key := range l.texts {
		if found[key] {
			begun[thingOf(key)] = true
		}
	}
	slices.SortFunc(missing, func(a, b string) int { return l.texts[a].pos.Compare(l.texts[b].pos) })
	for _, key := range missing {
		thing, name := thingOf(key), l.inFile(key)
		if !begun[thing] && strings.Count(thing, "/") > 1 {
			name = l.inFile(thing)
			if told[thing] {
				continue
			}
			told[thing] = true
		}
		l.d.Error(l.texts[key].pos, "translation-missing", "lang", string(lang), "name", name)
	}
}

// thingOf is the part of a text's path that leads to a thing with an id: file, list and id.
func thingOf(key string) string {
	segments := strings.Split(key, "/")
	return strings.Join(segments[:min(3, len(segments)-1)], "/")
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
	if l.skipped(file) {
		return
	}
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
	case !known && !e.Value.Scalar() && !l.above[key]:
		l.d.Unknown(e.At, "translation-extra", e.Key, l.siblings(key))
	case e.Value.Kind == source.Mapping && !known:
		for _, sub := range e.Value.Entries {
			l.overlayText(lang, key+"/"+sub.Key, sub, found)
		}
	case !known && e.Value.Scalar():
		l.d.Unknown(e.At, "translation-extra", e.Key, l.siblings(key))
	case e.Value.Kind == source.List && !known:
		l.d.Error(e.At, "translation-list", "name", e.Key, "id", l.children(key)[0])
		for other := range l.texts {
			if strings.HasPrefix(other, key+"/") {
				found[other] = true // which only follows
			}
		}
	case !e.Value.Scalar():
		l.d.Error(e.At, "translation-only-text", "name", e.Key)
		found[key] = true
	case isBlank(e.Value.Value):
		l.d.Error(e.At, "missing-text", "name", e.Key)
		found[key] = true
	default:
		t.text[lang], found[key] = e.Value.Value, true
		t.at = append(t.at, translation{lang, e.Value.Pos})
		l.texts[key] = t
	}
}

// siblings are the names that could stand in the place of a path's last one.
func (l *loader) siblings(key string) []string { return l.children(path.Dir(key)) }

// children are the names of what lies directly below a path.
func (l *loader) children(key string) []string {
	var out []string
	for other := range l.texts {
		if rest, ok := strings.CutPrefix(other, key+"/"); ok {
			name, _, _ := strings.Cut(rest, "/")
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
