package session

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"digitalkompass/questionnaire"
)

// Sizes of a journal, in bytes.
const (
	mostJournal = 1 << 20 // at which it is written anew while it is in use
	tidyJournal = 1 << 16 // at which it is written anew when the file is opened
	hugeJournal = 1 << 26 // which none of ours ever reaches
)

// journal is the file beside an assessment that remembers every change: one line for each save, written before the
// file itself. From it come undo after a restart, answers that did not reach the file, and a second copy should the
// file be damaged.
type journal struct {
	bank *questionnaire.Bank
	path string
	size int64 // of what is whole; -1 when it has to be written anew
	last state // what the lines lead to
}

// journalEnding is how names of journals end.
const journalEnding = ".journal"

func journalName(path string) string {
	dir, name := filepath.Split(path)
	return dir + "." + name + journalEnding
}

// journalOf is the file that a journal belongs to.
func journalOf(path string) string {
	dir, name := filepath.Split(path)
	return dir + strings.TrimSuffix(strings.TrimPrefix(name, "."), journalEnding)
}

// add records a state before the file with that digest is written. base is the digest of the file as it is.
func (j *journal) add(next state, base, file string) error {
	if j.size < 0 || !sameTemplate(j.last.assessment, next.assessment) {
		return j.anew(next, base, file)
	}
	e := between(j.bank, j.last, next)
	e.Base, e.File = base, file
	line := e.line()
	if j.size+int64(len(line)) > mostJournal {
		return j.anew(next, base, file)
	}
	err := j.write(line)
	if err == nil {
		j.last = next
	}
	return err
}

// sameTemplate says whether two states follow the same earlier answers. Lines do not hold these: they are set once.
func sameTemplate(a, b *questionnaire.Assessment) bool {
	return a != nil && (a.Since == nil) == (b.Since == nil) && (a.Since == nil || a.Since.Updated.Equal(b.Since.Updated))
}

// write appends a line and waits until it is on the disk. A line that got only half way is cut off again.
func (j *journal) write(line []byte) error {
	var f *os.File
	err := patiently.do(func() (err error) {
		f, err = os.OpenFile(j.path, os.O_WRONLY, 0o600)
		return err
	})
	if err != nil {
		j.size = -1
		return err
	}
	_, err = f.WriteAt(line, j.size)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		j.size += int64(len(line))
	} else if f.Truncate(j.size) != nil {
		j.size = -1
	}
	return errors.Join(err, f.Close())
}

// anew writes a journal that begins with a state.
func (j *journal) anew(s state, base, file string) error {
	e := whole(j.bank, s)
	e.Base, e.File = base, file
	line := e.line()
	if err := WriteAtomic(j.path, line); err != nil {
		j.size = -1
		return err
	}
	j.size, j.last = int64(len(line)), s
	return nil
}

// recorded is what a journal holds.
type recorded struct {
	state
	items   []string // that the bank had
	base    string   // of the last line
	file    string   // of the last line
	size    int64    // of the lines that are whole
	tail    bool     // something follows those
	damaged bool     // and it is more than half a line, which a power cut leaves
}

// readJournal reads as many lines as are whole; nil when there is none.
func readJournal(path string, b *questionnaire.Bank) *recorded {
	info, err := os.Stat(path)
	if err != nil || info.Size() > hugeJournal {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	r := &recorded{}
	for rest := data; len(rest) > 0; {
		line, more, ended := bytes.Cut(rest, []byte("\n"))
		e, ok := readLine(string(line))
		if !ended || !ok || (r.size == 0) != (e.Schema == journalSchema) {
			r.tail, r.damaged = true, ended || r.size == 0
			break
		}
		next, ok := e.after(b, r.state)
		if !ok {
			r.tail, r.damaged = true, true
			break
		}
		if r.size == 0 {
			r.items = e.Items
		}
		r.state, r.base, r.file = next, e.Base, e.File
		r.size += int64(len(line)) + 1
		rest = more
	}
	if r.size == 0 {
		if !r.damaged {
			return nil
		}
		return &recorded{damaged: true}
	}
	return r
}
