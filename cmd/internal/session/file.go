package session

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
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
	history questionnaire.History     // likewise
	journal *journal                  // nil until the first save of a new file
	lock    *os.File
	sum     [sha256.Size]byte // of the content read or written last
	unsaved error             // why the last Save failed
	notices []i18n.Message
}

// Assessment is the state as it was opened or given to Save last.
func (f *File) Assessment() *questionnaire.Assessment { return f.opened }

// History is what could be taken back then.
func (f *File) History() questionnaire.History { return f.history }

// Path is where the file lies.
func (f *File) Path() string { return f.path }

// Notices are things to tell once.
func (f *File) Notices() []i18n.Message { return f.notices }

// Unsaved says why the state given to Save last is not on disk; nil when it is.
func (f *File) Unsaved() error { return f.unsaved }

// Save writes the state: first what changed into the journal, then the whole file, atomically. When somebody else
// changed the file in between, theirs stays, ours goes to a new file beside it, which is held from then on, and the
// *desk.SaveError of kind "edited" names that.
func (f *File) Save(a *questionnaire.Assessment, h questionnaire.History) error {
	f.opened, f.history = a, h
	f.unsaved = f.save()
	var e *desk.SaveError
	if err := f.unsaved; errors.As(err, &e) && e.Kind == "edited" {
		f.unsaved = nil
		return err
	}
	return f.unsaved
}

func (f *File) save() error {
	data := questionnaire.Encode(f.bank, f.opened)
	if !f.editedElsewhere() {
		return f.write(data)
	}
	own := File{bank: f.bank, path: Free(f.path), opened: f.opened, history: f.history}
	if err := own.hold(f.opened.Updated); err != nil {
		return err
	}
	if err := own.write(data); err != nil {
		_ = own.Close()
		return err
	}
	_ = f.Close()
	f.path, f.lock, f.sum, f.journal = own.path, own.lock, own.sum, own.journal
	return &desk.SaveError{Kind: "edited", Folder: filepath.Dir(f.path), File: f.path}
}

// write puts the state into the journal and into the file. The journal is the second copy: a failure of it alone loses
// no answer, and the next save writes it anew.
func (f *File) write(data []byte) error {
	if f.journal == nil {
		f.journal = &journal{bank: f.bank, path: journalName(f.path), size: -1}
	}
	_ = f.journal.add(state{f.opened, f.history}, hex.EncodeToString(f.sum[:8]), short(data))
	if err := WriteAtomic(f.path, data); err != nil {
		return SaveError(filepath.Dir(f.path), err)
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

func digest(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// Free is the path itself or, where something lies there, the next one with a number.
func Free(path string) string {
	end := filepath.Ext(path)
	for _, own := range []string{Ending, backupEnding} {
		if strings.HasSuffix(path, own) {
			end = own
		}
	}
	stem := strings.TrimSuffix(path, end)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = stem + "-" + strconv.Itoa(n) + end
	}
}

// SaveError says why writing failed, in the words that faces know.
func SaveError(folder string, err error) error {
	return &desk.SaveError{Kind: kindOf(err, runtime.GOOS), Folder: folder, Cause: err}
}

// windowsKinds are the numbers of Windows' own errors that Go knows no name for: WRITE_PROTECT, BAD_UNIT, NOT_READY,
// HANDLE_DISK_FULL, DEV_NOT_EXIST, DISK_FULL, NO_SUCH_DEVICE, DEVICE_NOT_CONNECTED.
var windowsKinds = map[syscall.Errno]string{
	19: "readonly", 20: "gone", 21: "gone", 39: "full", 55: "gone", 112: "full", 433: "gone", 1167: "gone",
}

// kindOf is the word for an error of a system.
func kindOf(err error, system string) string {
	var number syscall.Errno
	if system == "windows" && errors.As(err, &number) && windowsKinds[number] != "" {
		return windowsKinds[number]
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "readonly"
	case errors.Is(err, fs.ErrNotExist):
		return "gone"
	}
	return "other"
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
			return SaveError(filepath.Dir(f.path), err)
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
