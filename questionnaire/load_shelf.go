package questionnaire

import (
	"fmt"
	"hash"
	"io"
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

// following are the files behind the first, in the order in which they are read.
func (l *loader) following() []string {
	names := []string{fileProfile}
	for _, d := range l.dimensions {
		names = append(names, d.Value+".yaml")
	}
	names = append(names, fileGlossary)
	if !l.brief {
		names = append(names, fileCases)
	}
	all := append(slices.Clone(names), fileReuse)
	slices.Sort(names)
	for _, lang := range l.bank.About.Languages[1:] {
		for _, n := range append([]string{fileBank}, names...) {
			all = append(all, path.Join(string(lang), n))
		}
	}
	for i, n := range all {
		all[i] = l.find(n)
	}
	return all
}

// sign lets a file count for the digest.
func (s *shelf) sign(name string, data []byte) {
	s.head(name, len(data))
	s.digest.Write(data)
}

// head stands before a file's text in the digest.
func (s *shelf) head(name string, size int) {
	fmt.Fprintf(s.digest, "%s\n%d\n", name, size) // a hash takes everything
}

// skipped leaves a file of worked examples out, where that is wanted; it counts for the digest all the same.
func (s *shelf) skipped(name string) bool {
	if !s.brief || path.Base(name) != fileCases {
		return false
	}
	name = s.find(name)
	s.read[name] = true
	if f, err := s.fsys.Open(name); err == nil {
		defer func() { _ = f.Close() }()
		if info, err := f.Stat(); err == nil {
			s.head(name, int(info.Size()))
			_, _ = io.Copy(s.digest, f) // not kept in memory
		}
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
