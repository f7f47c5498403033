// Package session keeps assessments in files: one folder, one file each, saved atomically, held by one process.
// Start with Store.
package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Ending is how names of assessment files end.
const Ending = ".kompass.json"

// backupEnding is how names of copies end that are kept before a file changes more than by an answer.
const backupEnding = ".kompass.bak"

// HomeVariable names the environment variable that chooses the folder for drafts.
const HomeVariable = "DIGITALKOMPASS_HOME"

// Folder is where drafts are kept: the folder that home names, else "Digitalkompass" among the user's documents.
func Folder(home string) string {
	if home != "" {
		return home
	}
	base := xdg.UserDirs.Documents
	if base == "" {
		base = xdg.DataHome
	}
	return filepath.Join(base, "Digitalkompass")
}

// Store is the folder of drafts.
type Store struct {
	Dir  string
	Bank *questionnaire.Bank
	Now  func() time.Time
	// Other finds other banks by the name that a file gives, with the variant; nil where there are none.
	Other func(name string) *questionnaire.Bank
}

// BankOf is the bank that a file names, or its journal where the file is damaged.
func BankOf(path string, data []byte) questionnaire.BankRef {
	if ref := questionnaire.FileBank(data); ref.ID != "" {
		return ref
	}
	journal, err := Read(journalName(path))
	if err != nil {
		return questionnaire.BankRef{}
	}
	first, _, _ := strings.Cut(string(journal), "\n")
	e, _ := readLine(first)
	return questionnaire.FileBank(e.State)
}

// bankOf is the bank that a file needs.
func (s Store) bankOf(path string, data []byte) *questionnaire.Bank {
	name := BankOf(path, data).Name()
	if name == "" || name == s.Bank.Ref().Name() || s.Other == nil {
		return s.Bank
	}
	if b := s.Other(name); b != nil {
		return b
	}
	return s.Bank
}

// Start begins an assessment in a new file, which is created and locked at once.
func (s Store) Start(path questionnaire.Path, lang i18n.Lang) (*File, error) {
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return nil, SaveError(s.Dir, err)
	}
	sweep(s.Dir, s.Now())
	a := questionnaire.New(s.Bank, path, lang, s.Now())
	stem := map[i18n.Lang]string{i18n.German: "einschaetzung", i18n.English: "assessment"}[lang]
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s-%s", stem, source.DayOf(s.Now()))
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		f := &File{bank: s.Bank, path: filepath.Join(s.Dir, name+Ending), opened: a}
		created, err := os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if os.IsExist(err) {
			continue
		}
		if err != nil {
			return nil, SaveError(s.Dir, err)
		}
		_ = created.Close()
		if err := f.hold(s.Now()); err != nil {
			return nil, err
		}
		if err := f.Save(a, questionnaire.History{}); err != nil {
			_ = f.Close()
			_ = os.Remove(f.path)
			_ = os.Remove(journalName(f.path))
			return nil, err
		}
		return f, nil
	}
}

// Open continues a file. The findings are what is wrong with it; the file is nil when one of them is an error. The
// error is a *desk.InUseError when another process holds the file.
func (s Store) Open(path string, d *source.Diagnostics) (*File, error) {
	f := &File{bank: s.Bank, path: path}
	if err := f.hold(s.Now()); err != nil {
		return nil, err
	}
	data, err := Read(path)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	if ok, err := f.revive(data, s.Now(), d); !ok || err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// Read reads a file that people named, with a bound on its size.
func Read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() || info.Size() > source.MaxSize {
		return nil, fmt.Errorf("%s: %w", path, errNoFile)
	}
	return os.ReadFile(path)
}

// Delete removes a draft, unless another process holds it.
func (s Store) Delete(path string) error {
	f := &File{path: path}
	if err := f.hold(s.Now()); err != nil {
		return err
	}
	err := os.Remove(path)
	if e := os.Remove(journalName(path)); err == nil && !errors.Is(e, fs.ErrNotExist) {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// List are the paths of all drafts with their assessments, latest first; unreadable counts the files left out.
func (s Store) List() (paths []string, found []*questionnaire.Assessment, unreadable int) {
	names, _ := filepath.Glob(filepath.Join(s.Dir, "*"+Ending))
	type draft struct {
		path string
		a    *questionnaire.Assessment
	}
	var all []draft
	for _, p := range names {
		data, err := Read(p)
		if err != nil {
			unreadable++
			continue
		}
		if len(data) == 0 && readJournal(journalName(p), s.Bank) == nil {
			continue // begun and ended in the same moment: nothing is in it
		}
		if a := s.listed(p, data); a != nil {
			all = append(all, draft{p, a})
		} else {
			unreadable++
		}
	}
	slices.SortStableFunc(all, func(x, y draft) int {
		if c := y.a.Updated.Compare(x.a.Updated); c != 0 {
			return c
		}
		return strings.Compare(x.path, y.path)
	})
	for _, e := range all {
		paths, found = append(paths, e.path), append(found, e.a)
	}
	return paths, found, unreadable
}

// listed is an assessment as the list shows it; nil when opening the file would give none.
func (s Store) listed(path string, data []byte) *questionnaire.Assessment {
	var d source.Diagnostics
	b := s.bankOf(path, data)
	if a := questionnaire.Decode(path, data, b, &d); a != nil || !damaged(data, &d) {
		return a
	}
	if r := readJournal(journalName(path), b); r != nil && r.assessment != nil {
		return r.assessment
	}
	return salvage(path, data, b)
}

var _ desk.Session = (*File)(nil)

// Write writes any file atomically, making its folder if need be. A device or a pipe is written to, never replaced.
// The error is a *desk.SaveError.
func Write(path string, data []byte) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return SaveError(dir, err)
		}
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return SaveError(dir, err)
	}
	if err := WriteAtomic(path, data); err != nil {
		return SaveError(dir, err)
	}
	return nil
}
