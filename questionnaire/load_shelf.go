package questionnaire

import (
	"fmt"
	"hash"
	"io/fs"
	"path"
	"slices"

	"digitalkompass/questionnaire/source"
)

// shelf is the folder that a bank lies in.
type shelf struct {
	fsys    fs.FS
	variant string
	read    map[string]bool // files that were read, by their full names
	unread  bool            // a file could not be read at all
	digest  hash.Hash
	brief   bool // the worked examples are left out
	ahead   source.Ahead
}

// prepare lets all files but the first be parsed at once.
func (l *loader) prepare() {
	names := []string{fileProfile, fileCases, fileGlossary, fileReuse}
	for _, d := range l.dimensions {
		names = append(names, d.Value+".yaml")
	}
	all := slices.Clone(names)
	for _, lang := range l.bank.About.Languages[1:] {
		for _, n := range append([]string{fileBank}, names...) {
			all = append(all, path.Join(string(lang), n))
		}
	}
	all = slices.DeleteFunc(all, func(n string) bool { return l.brief && path.Base(n) == fileCases })
	for i, n := range all {
		all[i] = l.find(n)
	}
	l.ahead = source.ParseAhead(l.fsys, all)
}

// sign lets a file count for the digest.
func (s *shelf) sign(name string, data []byte) {
	fmt.Fprintf(s.digest, "%s\n%d\n", name, len(data)) // a hash takes everything
	s.digest.Write(data)
}

// skipped leaves a file of worked examples out, where that is wanted; it counts for the digest all the same.
func (s *shelf) skipped(name string) bool {
	if !s.brief || path.Base(name) != fileCases {
		return false
	}
	name = s.find(name)
	s.read[name] = true
	if data, err := fs.ReadFile(s.fsys, name); err == nil {
		s.sign(name, data)
	}
	return true
}

func (s *shelf) exists(name string) bool {
	_, err := fs.Stat(s.fsys, s.find(name))
	return err == nil
}

// find is the variant's own file, where it has one, else the bank's.
func (s *shelf) find(name string) string {
	if s.variant == "" || !validID(s.variant) {
		return name
	}
	own := path.Join(variantsFolder, s.variant, name)
	if _, err := fs.Stat(s.fsys, own); err == nil {
		return own
	}
	return name
}
