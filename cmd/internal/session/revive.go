package session

import (
	"bytes"
	"path/filepath"
	"strings"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// clockSlack is how much earlier than a file's last state the clock may be before it is mentioned.
const clockSlack = time.Hour

// revive takes up a file's content and its journal, and notes what there is to tell. False when the content is wrong
// in a way that its author has to mend; the findings say where.
func (f *File) revive(data []byte, now time.Time, d *source.Diagnostics) (bool, error) {
	r := readJournal(journalName(f.path), f.bank)
	if r == nil {
		r = &recorded{}
	}
	var found source.Diagnostics
	a, renewal := questionnaire.DecodeRenewed(f.path, data, f.bank, &found)
	f.sum = digest(data)
	var err error
	switch {
	case a != nil:
		f.settle(a, data, r)
	case !damaged(data, &found):
		d.Merge(&found)
		return false, nil
	default:
		if err = f.repair(data, r); f.opened == nil {
			d.Merge(&found)
			return false, err
		}
	}
	if err == nil && renewal != nil {
		renewal.Know(f.bank, r.items)
		err = f.renew(data, renewal)
	}
	if err == nil {
		err = f.adopt(r)
	}
	if err == nil && len(f.notices) > 0 {
		_ = f.save() // so that it is told once; where that cannot be, the next answer says why
	}
	if at := f.opened.Updated; now.Add(clockSlack).Before(at) {
		f.tellClock(now, at.In(now.Location()))
	}
	return true, err
}

// settle decides between a file and its journal where they differ. The file has a digest that the journal names: the
// last line's own, or the one before it, and then the line did not reach the file any more. Any other content was
// written by somebody else, and counts.
func (f *File) settle(a *questionnaire.Assessment, data []byte, r *recorded) {
	f.opened = a
	if r.assessment == nil {
		return
	}
	f.history = r.history
	bridged, n := r.history.Bridge(f.bank, r.assessment, a)
	switch sum := short(data); {
	case sum == r.file:
	case sum == r.base:
		f.opened = r.assessment
		if n > 0 {
			f.tell("restored", "n", n)
		}
	case n > 0:
		f.history = bridged
		f.tell("edited", "n", n)
	}
}

// damaged says whether content is what a crash or a worn-out stick leaves, and not what a person wrote.
func damaged(data []byte, found *source.Diagnostics) bool {
	for _, x := range found.All() {
		switch x.Code {
		case "file-empty", "file-encoding", "json-cut-off":
			return true
		}
	}
	return bytes.IndexByte(data, 0) >= 0
}

// repair takes the state from the journal or, without one, what is readable of the file. The damaged file is kept
// beside it. Where nothing can be had, nothing changes.
func (f *File) repair(data []byte, r *recorded) error {
	code, a := "repaired", r.assessment
	if a == nil {
		code, a = "salvaged", salvage(f.path, data, f.bank)
	}
	if a == nil {
		return nil
	}
	n := len(a.Company) + len(a.Answers)
	if len(bytes.TrimSpace(data)) > 0 {
		backup, err := f.backup(data, "")
		if err != nil {
			return err
		}
		f.tell(code, "n", n, "file", backup)
	} else if n > 0 {
		f.tell("restored", "n", n) // a new file that was not written any more
	}
	f.opened, f.history = a, r.history
	return f.save()
}

// renew keeps a copy of a file from another edition of the questions, takes over the present one, and tells what
// became of the answers.
func (f *File) renew(data []byte, r *questionnaire.Renewal) error {
	a := *f.opened
	a.Bank = f.bank.Ref()
	f.opened = &a
	if r.From.Version == a.Bank.Version && !r.Material() {
		return nil // only wording or points
	}
	backup, err := f.backup(data, slug(r.From.Version))
	if err != nil {
		return err
	}
	f.tell("bank-new", "v", f.bank.About.Version, "n", r.Kept, "file", backup)
	for _, part := range []struct {
		code string
		ids  []string
	}{{"bank-mapped", r.Mapped}, {"bank-dropped", r.Dropped}, {"bank-added", r.New}} {
		if n := len(part.ids); n > 0 {
			f.tell(part.code, "n", n, "items", f.titles(part.ids))
		}
	}
	return nil
}

// mostTitles is how many titles are listed at most.
const mostTitles = 12

// titles are the short titles of items; what the bank does not know any more is called by its id.
func (f *File) titles(ids []string) i18n.List {
	var out i18n.List
	for _, id := range ids[:min(len(ids), mostTitles)] {
		if q := f.bank.Find(id); q != nil {
			out = append(out, q.Wording.Short)
		} else {
			out = append(out, i18n.Text{i18n.German: id, i18n.English: id})
		}
	}
	if len(ids) > mostTitles {
		out = append(out, i18n.Text{i18n.German: "…", i18n.English: "…"})
	}
	return out
}

// adopt goes on with a journal, or begins a new one with the next save.
func (f *File) adopt(r *recorded) error {
	if f.journal != nil {
		return nil // by saving
	}
	f.journal = &journal{bank: f.bank, path: journalName(f.path), size: r.size, last: r.state}
	if r.damaged {
		data, err := Read(f.journal.path)
		if err == nil {
			var backup string
			if backup, err = f.backup(data, "history"); err == nil {
				f.tell("history-cut", "n", len(f.history.Undo), "file", backup)
			}
		}
		if err != nil {
			return SaveError(filepath.Dir(f.path), err)
		}
	}
	if r.damaged || r.size == 0 || r.tail || r.size > tidyJournal || f.opened.Bank != r.assessment.Bank {
		f.journal.size = -1 // written anew with the next save
	}
	return nil
}

// backup keeps content beside the file, under a name that is free.
func (f *File) backup(data []byte, mark string) (string, error) {
	stem := strings.TrimSuffix(f.path, Ending)
	if mark != "" {
		stem += "-" + mark
	}
	path := Free(stem + backupEnding)
	if err := WriteAtomic(path, data); err != nil {
		return "", SaveError(filepath.Dir(path), err)
	}
	return path, nil
}

func (f *File) tell(code string, args ...any) { f.notices = append(f.notices, i18n.Msg(code, args...)) }

// tellClock says that the clock was set back: by days, or on one day by hours.
func (f *File) tellClock(now, saved time.Time) {
	if source.DayOf(now) == source.DayOf(saved) {
		f.tell("clock.today", "now", now.Format("15:04"), "then", saved.Format("15:04"))
		return
	}
	f.tell("clock", "now", source.DayOf(now), "then", source.DayOf(saved))
}
