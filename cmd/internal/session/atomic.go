package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"digitalkompass/questionnaire/pattern"

	"golang.org/x/text/unicode/norm"
)

// Temporary files lie beside their target until they are renamed; a crash leaves them behind.
const (
	tempPattern = ".kompass-*.tmp"
	tempAge     = time.Hour // older ones belong to nobody any more
)

// WriteAtomic replaces a file's content: after any crash there is either the old content or the new, never a part.
// The file is readable by its owner only. A link keeps pointing where it did.
func WriteAtomic(path string, data []byte) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), tempPattern)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tmp.Close()
			_ = os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(data); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	if err = patiently.do(func() error { return os.Rename(tmp.Name(), path) }); err != nil {
		return err
	}
	if dir, e := os.Open(filepath.Dir(path)); e == nil {
		_ = dir.Sync() // not every system can; the content is safe all the same
		_ = dir.Close()
	}
	return nil
}

// sweep removes what crashes left behind in a folder: temporary files, and journals whose assessment somebody deleted,
// which must not live on beside it.
func sweep(dir string, now time.Time) {
	left, _ := filepath.Glob(filepath.Join(dir, tempPattern))
	journals, _ := filepath.Glob(filepath.Join(dir, ".*"+Ending+journalEnding))
	for _, name := range journals {
		if _, err := os.Lstat(journalOf(name)); errors.Is(err, fs.ErrNotExist) {
			left = append(left, name)
		}
	}
	for _, name := range left {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > tempAge {
			_ = os.Remove(name)
		}
	}
}

// maxSlug bounds a file name's stem, so that every system takes it.
const maxSlug = 60

// reserved are names that Windows keeps for devices.
var reserved = pattern.Late(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// slug turns a name into one that every file system takes: letters a to z, digits, hyphens.
func slug(name string) string {
	name = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue", "ß", "ss").Replace(name)
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFD.String(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 0x300 && r < 0x370: // an accent, taken off its letter
		default:
			b.WriteByte('-')
		}
	}
	s := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
	if len(s) > maxSlug {
		s = strings.Trim(s[:maxSlug], "-")
	}
	if reserved().MatchString(s) {
		s += "-x"
	}
	return s
}

// ReportPath is a free path for a report beside an assessment file, named after the company and the day.
func ReportPath(dir, company, day, ending string) string {
	name := "digitalkompass"
	if s := slug(company); s != "" {
		name += "-" + s
	}
	return Free(filepath.Join(dir, name+"-"+day+ending))
}
