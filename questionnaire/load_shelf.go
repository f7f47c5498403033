package questionnaire

import (
	"fmt"
	"hash"
	"io/fs"
	"path"
)

// shelf is the folder that a bank lies in.
type shelf struct {
	fsys    fs.FS
	variant string
	read    map[string]bool // files that were read, by their full names
	unread  bool            // a file could not be read at all
	digest  hash.Hash
	brief   bool // the worked examples are left out
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
