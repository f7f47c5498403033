package session

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

var errNoFile = errors.New("not a file, or too large")

// File is one assessment on disk, held by this process alone until Close.
type File struct {
	bank   *questionnaire.Bank
	path   string
	opened *questionnaire.Assessment // or given to Save last
	lock   *os.File
	sum    [sha256.Size]byte // of the content read or written last
	notice *i18n.Message
}

// Assessment is the state as it was opened or saved last.
func (f *File) Assessment() *questionnaire.Assessment { return f.opened }

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Notice is something to tell once, or nil.
func (f *File) Notice() *i18n.Message { return f.notice }

// Save writes the state atomically. When somebody else changed the file in between, theirs stays, ours goes to a new
// file beside it, and the *desk.SaveError of kind "edited" names that.
func (f *File) Save(a *questionnaire.Assessment) error {
	data := questionnaire.Encode(f.bank, a)
	f.opened = a
	if f.editedElsewhere() {
		theirs := f.path
		f.path = free(strings.TrimSuffix(theirs, Ending) + "-2" + Ending)
		if err := f.write(data); err != nil {
			f.path = theirs
			return err
		}
		return &desk.SaveError{Kind: "edited", Folder: filepath.Dir(f.path), File: f.path}
	}
	return f.write(data)
}

func (f *File) write(data []byte) error {
	if err := WriteAtomic(f.path, data); err != nil {
		return saveError(filepath.Dir(f.path), err)
	}
	f.sum = digest(data)
	return nil
}

// editedElsewhere says whether the file holds something that this process neither read nor wrote. An empty or
// missing file does not count: nothing is lost by writing it.
func (f *File) editedElsewhere() bool {
	data, err := os.ReadFile(f.path)
	return err == nil && len(data) > 0 && f.sum != [sha256.Size]byte{} && digest(data) != f.sum
}

// modernise keeps a copy of a file from another version of the questions and takes over the present version.
func (f *File) modernise(data []byte, b *questionnaire.Bank) error {
	old := f.opened.Bank.Version
	backup := free(strings.TrimSuffix(f.path, Ending) + "-" + slug(old) + ".kompass.bak")
	if err := WriteAtomic(backup, data); err != nil {
		return saveError(filepath.Dir(backup), err)
	}
	f.opened.Bank = questionnaire.BankRef{ID: b.About.ID, Version: b.About.Version, Digest: b.About.Digest}
	msg := i18n.Msg("bank-new", "v", b.About.Version, "file", backup)
	f.notice = &msg
	return nil
}

func digest(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// free is the path itself or, where something lies there, the next one with a number.
func free(path string) string {
	for {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
		dir, name := filepath.Split(path)
		stem, end, _ := strings.Cut(name, ".")
		path = dir + next(stem) + "." + end
	}
}

// next counts a name up: a, a-2, a-3.
func next(stem string) string {
	i := strings.LastIndexByte(stem, '-')
	if i > 0 && len(stem)-i <= 4 {
		n := 0
		for _, r := range stem[i+1:] {
			if r < '0' || r > '9' {
				return stem + "-2"
			}
			n = n*10 + int(r-'0')
		}
		if n >= 2 && n < 999 {
			return stem[:i+1] + strconv.Itoa(n+1)
		}
	}
	return stem + "-2"
}

// saveError says why writing failed, in the words that faces know.
func saveError(folder string, err error) error {
	kind := "other"
	switch {
	case errors.Is(err, syscall.ENOSPC):
		kind = "full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		kind = "readonly"
	case errors.Is(err, fs.ErrNotExist):
		kind = "gone"
	}
	return &desk.SaveError{Kind: kind, Folder: folder, Cause: err}
}

// hold takes the lock beside the file. The system gives it back when the process ends, however it ends.
func (f *File) hold(now time.Time) error {
	name := lockName(f.path)
	lock, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return nil // a folder that cannot be written to has no second writer
	}
	if err != nil {
		return saveError(filepath.Dir(f.path), err)
	}
	if !tryLock(lock) {
		since := now
		if info, err := lock.Stat(); err == nil {
			since = info.ModTime()
		}
		_ = lock.Close()
		return &desk.InUseError{Path: f.path, Since: since}
	}
	_ = os.Chtimes(name, now, now)
	f.lock = lock
	return nil
}

func lockName(path string) string {
	dir, name := filepath.Split(path)
	return dir + "." + name + ".lock"
}

// Close gives the file free.
func (f *File) Close() error {
	if f.lock == nil {
		return nil
	}
	_ = os.Remove(lockName(f.path))
	err := f.lock.Close()
	f.lock = nil
	return err
}
