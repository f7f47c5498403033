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
	bank    *questionnaire.Bank
	path    string
	opened  *questionnaire.Assessment // or given to Save last
	lock    *os.File
	sum     [sha256.Size]byte // of the content read or written last
	unsaved error             // why the last Save failed
	notice  *i18n.Message
}

// Assessment is the state as it was opened or saved last.
func (f *File) Assessment() *questionnaire.Assessment { return f.opened }

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Notice is something to tell once, or nil.
func (f *File) Notice() *i18n.Message { return f.notice }

// Unsaved says why the state given to Save last is not on disk; nil when it is.
func (f *File) Unsaved() error { return f.unsaved }

// Save writes the state atomically. When somebody else changed the file in between, theirs stays, ours goes to a new
// file beside it, which is held from then on, and the *desk.SaveError of kind "edited" names that.
func (f *File) Save(a *questionnaire.Assessment) error {
	f.opened = a
	f.unsaved = f.save(a)
	var e *desk.SaveError
	if err := f.unsaved; errors.As(err, &e) && e.Kind == "edited" {
		f.unsaved = nil
		return err
	}
	return f.unsaved
}

func (f *File) save(a *questionnaire.Assessment) error {
	data := questionnaire.Encode(f.bank, a)
	if !f.editedElsewhere() {
		return f.write(data)
	}
	own := File{bank: f.bank, path: free(f.path)}
	if err := own.hold(a.Updated); err != nil {
		return err
	}
	if err := own.write(data); err != nil {
		_ = own.Close()
		return err
	}
	_ = f.Close()
	f.path, f.lock, f.sum = own.path, own.lock, own.sum
	return &desk.SaveError{Kind: "edited", Folder: filepath.Dir(f.path), File: f.path}
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
	f.opened.Bank = b.Ref()
	msg := i18n.Msg("bank-new", "v", b.About.Version, "file", backup)
	f.notice = &msg
	return nil
}

func digest(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// free is the path itself or, where something lies there, the next one with a number.
func free(path string) string {
	end := filepath.Ext(path)
	if strings.HasSuffix(path, Ending) {
		end = Ending
	}
	stem := strings.TrimSuffix(path, end)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = stem + "-" + strconv.Itoa(n) + end
	}
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
	for {
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
		if !same(lock, name) {
			_ = lock.Close() // its holder removed it while we were waiting for it: take the next one
			continue
		}
		_ = os.Chtimes(name, now, now)
		f.lock = lock
		return nil
	}
}

// same says whether an open file still is the one that lies under the name.
func same(open *os.File, name string) bool {
	a, err := open.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
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
	name := f.lock.Name()
	early := os.Remove(name) // while it is held, so that nobody else's is removed
	err := f.lock.Close()
	if early != nil {
		_ = os.Remove(name) // Windows removes no open file, and none that another process has taken by now
	}
	f.lock = nil
	return err
}
