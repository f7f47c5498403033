package prose

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Stamps say which source text each translation of a language was made from: fingerprints by the text's path, nil for
// a language without such a file.
type Stamps map[i18n.Lang]map[string]stamp

type stamp struct {
	print string
	pos   source.Pos
}

// fingerprint is short, for it guards against forgetting and not against malice.
func fingerprint(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])[:8]
}

// ReadStamps reads the fingerprints of a bank's translations. A language may have none.
func ReadStamps(fsys fs.FS, m *questionnaire.Manuscript, d *source.Diagnostics) Stamps {
	out := Stamps{}
	for _, lang := range m.Languages[1:] {
		file := path.Join(string(lang), questionnaire.FileFingerprints)
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			continue
		}
		n := source.ParseYAML(file, data, d)
		if n == nil {
			continue
		}
		out[lang] = map[string]stamp{}
		for _, e := range source.ReadMap(n, d).Entries() {
			if !e.Value.Scalar() {
				d.Error(e.Value.Pos, "wrong-kind", "want", "text")
			}
			out[lang][e.Key] = stamp{e.Value.Value, e.At}
		}
	}
	return out
}

// Check adds a finding for every translation that may be older than its source.
func (s Stamps) Check(m *questionnaire.Manuscript, d *source.Diagnostics) {
	originals := sources(m)
	for _, t := range m.Texts {
		stamps, ok := s[t.Lang]
		if !ok {
			continue
		}
		switch got, known := stamps[t.Path]; {
		case !known:
			d.Warn(t.Pos, "translation-unstamped", "name", t.Ref())
		case got.print != fingerprint(originals[t.Path]):
			d.Warn(t.Pos, "translation-stale", "name", t.Ref(), "text", originals[t.Path])
		}
	}
	for _, stamps := range s {
		for path, x := range stamps {
			if _, ok := originals[path]; !ok {
				d.Warn(x.pos, "translation-stamp-idle", "name", path)
			}
		}
	}
}

func sources(m *questionnaire.Manuscript) map[string]string {
	out := map[string]string{}
	for _, t := range m.Texts {
		if t.Lang == m.Languages[0] {
			out[t.Path] = t.Value
		}
	}
	return out
}

// Stamp is the file of a language's fingerprints once its translations at a place have been reviewed, "" for all of
// them. It counts them too. Stamps of texts that are gone are left out, the others stay as they are.
func (s Stamps) Stamp(m *questionnaire.Manuscript, lang i18n.Lang, at string) (file []byte, reviewed int) {
	next := map[string]string{}
	originals := sources(m)
	for _, t := range m.Texts {
		if t.Lang != lang {
			continue
		}
		if at == "" || t.Below(at) {
			next[t.Path] = fingerprint(originals[t.Path])
			reviewed++
		} else if old, ok := s[lang][t.Path]; ok {
			next[t.Path] = old.print
		}
	}
	var b strings.Builder
	b.WriteString("# Which source text each translation was made from. Written by: digitalkompass bank lint --stamp\n")
	for _, path := range slices.Sorted(maps.Keys(next)) {
		fmt.Fprintf(&b, "%s: %q\n", path, next[path])
	}
	return []byte(b.String()), reviewed
}
