package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
)

// talk is a person at work: every answer is saved at once.
type talk struct {
	t  *testing.T
	f  *File
	iv *questionnaire.Interview
}

func talking(t *testing.T, f *File) talk {
	t.Helper()
	iv := questionnaire.NewInterview(f.bank, f.Assessment(), func() time.Time { return noon })
	iv.Recall(f.History())
	return talk{t, f, iv}
}

func (w talk) save() {
	w.t.Helper()
	if err := w.f.Save(w.iv.Assessment(), w.iv.History()); err != nil {
		w.t.Fatal(err)
	}
}

func (w talk) name(names ...string) {
	w.t.Helper()
	q := w.f.bank.Question(questionnaire.FieldName)
	for _, n := range names {
		if _, bad := w.iv.Put(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: n}}); bad != nil {
			w.t.Fatal(bad)
		}
		w.save()
	}
}

func codes(f *File) []string {
	var out []string
	for _, m := range f.Notices() {
		out = append(out, m.Code)
	}
	return out
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func overwrite(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func closed(t *testing.T, f *File) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestUndoAfterARestart(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	w.name("A", "B", "C")
	w.iv.Undo()
	w.save()
	closed(t, f)

	w = talking(t, opened(t, s, f.Path()))
	for _, step := range []struct {
		do   func() (questionnaire.Change, bool)
		want string
	}{{w.iv.Redo, "C"}, {w.iv.Undo, "B"}, {w.iv.Undo, "A"}, {w.iv.Undo, ""}} {
		if _, ok := step.do(); !ok || w.iv.Assessment().CompanyName() != step.want {
			t.Fatalf("%q, want %q", w.iv.Assessment().CompanyName(), step.want)
		}
		w.save()
	}
	closed(t, w.f)
	if w = talking(t, opened(t, s, f.Path())); len(w.iv.History().Redo) != 3 || len(codes(w.f)) != 0 {
		t.Errorf("%d can be brought back, told %v", len(w.iv.History().Redo), codes(w.f))
	}
}

// The process dies after the journal was written and before the file was: the answer comes back.
func TestAnAnswerThatDidNotReachTheFile(t *testing.T) {
	for _, saves := range []int{1, 3} {
		s := probe(t)
		f := started(t, s)
		w := talking(t, f)
		w.name("A")
		before := contents(t, f.Path())
		for i := range saves { // with a disk that takes the journal only
			overwrite(t, f.Path(), before)
			f.sum = digest(before)
			w.name(fmt.Sprint("B", i))
		}
		overwrite(t, f.Path(), before)
		closed(t, f)
		g := opened(t, s, f.Path())
		if got := g.Assessment().CompanyName(); got != fmt.Sprint("B", saves-1) || !slices.Equal(codes(g), []string{"restored"}) {
			t.Errorf("%q, told %v", got, codes(g))
		}
		w = talking(t, g)
		for range saves + 1 {
			w.iv.Undo()
		}
		if w.iv.Assessment().CompanyName() != "" {
			t.Errorf("taken back: %q", w.iv.Assessment().CompanyName())
		}
	}
}

// An edit by hand counts, is told, and can be taken back like any other change.
func TestAFileEditedByHand(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("Alt")
	closed(t, f)
	overwrite(t, f.Path(), []byte(strings.Replace(string(contents(t, f.Path())), `"Alt"`, `"Von Hand"`, 1)))
	g := opened(t, s, f.Path())
	if g.Assessment().CompanyName() != "Von Hand" || !slices.Equal(codes(g), []string{"edited"}) {
		t.Errorf("%q, told %v", g.Assessment().CompanyName(), codes(g))
	}
	w := talking(t, g)
	if _, ok := w.iv.Undo(); !ok || w.iv.Assessment().CompanyName() != "Alt" {
		t.Errorf("taken back: %q", w.iv.Assessment().CompanyName())
	}
	w.save()
	closed(t, g)
	if g = opened(t, s, f.Path()); len(codes(g)) != 0 || g.Assessment().CompanyName() != "Alt" {
		t.Errorf("told again: %v", codes(g))
	}
}

// An older copy put back by hand counts as well, although the journal knows it.
func TestAnOlderCopyPutBack(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	w.name("A")
	old := contents(t, f.Path())
	w.name("B", "C")
	closed(t, f)
	overwrite(t, f.Path(), old)
	if g := opened(t, s, f.Path()); g.Assessment().CompanyName() != "A" || !slices.Equal(codes(g), []string{"edited"}) {
		t.Errorf("%q, told %v", g.Assessment().CompanyName(), codes(g))
	}
}

// Spaces and the order of fields are no edit.
func TestAFileWrittenDifferently(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("A")
	closed(t, f)
	overwrite(t, f.Path(), append(contents(t, f.Path()), "\n\n"...))
	if g := opened(t, s, f.Path()); len(codes(g)) != 0 || len(g.History().Undo) != 1 {
		t.Errorf("told %v", codes(g))
	}
}

// Cut off or garbled anywhere, a journal never harms an answer and never stands in the way.
func TestADamagedJournal(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	w.name("A", "B", "C", "D")
	closed(t, f)
	file, whole := contents(t, f.Path()), contents(t, journalName(f.Path()))
	ends := strings.Count(string(whole), "\n")
	for n := 0; n < len(whole); n += 97 {
		for name, bad := range map[string][]byte{"cut": whole[:n], "garbled": append(append(slices.Clone(whole[:n]), whole[n]^0x20), whole[n+1:]...)} {
			overwrite(t, f.Path(), file)
			overwrite(t, journalName(f.Path()), bad)
			g := opened(t, s, f.Path())
			if g.Assessment().CompanyName() != "D" {
				t.Fatalf("%s at %d: %q", name, n, g.Assessment().CompanyName())
			}
			for _, c := range codes(g) {
				if c != "history-cut" && c != "edited" {
					t.Errorf("%s at %d: told %v", name, n, codes(g))
				}
			}
			if name == "garbled" && !slices.Contains(codes(g), "history-cut") && n < len(whole)-1 {
				t.Errorf("garbled at %d: told %v", n, codes(g))
			}
			talking(t, g).name("E")
			closed(t, g)
			if g = opened(t, s, f.Path()); g.Assessment().CompanyName() != "E" || len(codes(g)) != 0 || len(g.History().Undo) == 0 {
				t.Errorf("%s at %d, afterwards: %q, told %v", name, n, g.Assessment().CompanyName(), codes(g))
			}
			closed(t, g)
		}
	}
	if ends < 4 {
		t.Errorf("only %d lines", ends)
	}
}

// A journal is written anew before it grows without end, and nothing is lost by that.
func TestAJournalThatGrows(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	q := s.Bank.Dimensions[0].Questions[0]
	most := int64(0)
	for i := range 800 {
		w.iv.Amend(q, questionnaire.Answer{State: questionnaire.Unknown, Note: strings.Repeat("x", 1600) + fmt.Sprint(i)})
		w.save()
		if info, err := os.Stat(journalName(f.Path())); err == nil {
			most = max(most, info.Size())
		}
	}
	w.name("A")
	closed(t, f)
	if most < mostJournal/2 || most > mostJournal {
		t.Errorf("%d bytes", most)
	}
	g := opened(t, s, f.Path())
	w = talking(t, g)
	w.iv.Undo()
	if _, ok := w.iv.Undo(); !ok || !w.iv.Answer(q).Empty() {
		t.Errorf("%+v", w.iv.Answer(q))
	}
	w.save()
	if info, err := os.Stat(journalName(f.Path())); err != nil || info.Size() > tidyJournal {
		t.Errorf("not tidied: %v", info.Size())
	}
}

// The journal follows a history that is as long as it gets, line by line.
func TestAHistoryThatIsFull(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	q := s.Bank.Question(questionnaire.FieldName)
	for i := range questionnaire.MostChanges {
		w.iv.Put(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: fmt.Sprint(i)}})
	}
	w.save()
	before := f.journal.size
	w.name("A", "B", "C")
	if grown := f.journal.size - before; grown > 3000 {
		t.Errorf("three lines of %d bytes together", grown)
	}
	closed(t, f)
	if got := opened(t, s, f.Path()).History(); !slices.EqualFunc(got.Undo, w.iv.History().Undo, questionnaire.Change.Same) {
		t.Errorf("%d changes", len(got.Undo))
	}
}

func TestDeletedAssessmentsLeaveNoJournal(t *testing.T) {
	s := probe(t)
	f, g := started(t, s), started(t, s)
	closed(t, f)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	later := s
	later.Now = func() time.Time { return time.Now().Add(2 * tempAge) }
	started(t, later)
	if _, err := os.Stat(journalName(f.Path())); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the journal of a deleted assessment is still there")
	}
	if _, err := os.Stat(journalName(g.Path())); err != nil {
		t.Error("the journal of a present one is gone")
	}
}

func TestAClockSetBack(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("A")
	closed(t, f)
	for code, clock := range map[string]time.Time{"clock": noon.AddDate(-1, 0, 0), "clock.today": noon.Add(-2 * time.Hour)} {
		s.Now = func() time.Time { return clock }
		g := opened(t, s, f.Path())
		if g.Assessment().CompanyName() != "A" || !slices.Equal(codes(g), []string{code}) || len(g.History().Undo) != 1 {
			t.Errorf("%q, told %v", g.Assessment().CompanyName(), codes(g))
		}
		closed(t, g)
	}
}

// What changed between two editions of the questions is told, also what is new, for the journal knows what there was.
func TestAnotherEditionOfTheBank(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	w.name("A", "B")
	q := s.Bank.Dimensions[0].Questions[0]
	w.iv.Put(q, questionnaire.Answer{State: questionnaire.Unknown})
	w.save()
	closed(t, f)
	file := strings.NewReplacer(`"version": "`+s.Bank.About.Version, `"version": "0.9.0`, q.ID, "long-gone").Replace(string(contents(t, f.Path())))
	overwrite(t, f.Path(), []byte(file))
	r := readJournal(journalName(f.Path()), s.Bank)
	e := whole(s.Bank, r.state)
	e.Items = slices.DeleteFunc(s.Bank.ItemIDs(), func(id string) bool { return id == s.Bank.Dimensions[1].Questions[0].ID })
	e.File = short([]byte(file))
	overwrite(t, journalName(f.Path()), e.line())
	g := opened(t, s, f.Path())
	if got := codes(g); !slices.Equal(got, []string{"bank-new", "bank-dropped", "bank-added"}) {
		t.Errorf("told %v", g.Notices())
	}
	copies, _ := filepath.Glob(filepath.Join(s.Dir, "*-0-9-0"+backupEnding))
	if len(copies) != 1 || string(contents(t, copies[0])) != file {
		t.Errorf("copies: %v", copies)
	}
	w = talking(t, g)
	w.save()
	for range 2 {
		w.iv.Undo()
	}
	if w.iv.Assessment().CompanyName() != "" {
		t.Errorf("taken back: %q", w.iv.Assessment().CompanyName())
	}
	closed(t, g)
	if g = opened(t, s, f.Path()); len(codes(g)) != 0 {
		t.Errorf("told again: %v", codes(g))
	}
}

// The answers of last time are in the journal too, although its lines hold only what changes.
func TestJournalKeepsTheTemplate(t *testing.T) {
	s := storeIn(t, t.TempDir())
	f, err := s.Start(questionnaire.Full, "de")
	if err != nil {
		t.Fatal(err)
	}
	w := talking(t, f)
	q := f.bank.Dimensions[0].Questions[0]
	earlier := questionnaire.New(f.bank, questionnaire.Full, "de", noon.AddDate(-1, 0, 0)).
		With(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: q.Options[0].ID}})
	w.iv.Follow(earlier)
	w.save()
	w.name("Kessler")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(f.path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	again := opened(t, s, f.path)
	if a := again.Assessment(); a.Since == nil || a.CompanyName() != "Kessler" || !a.Since.Get(q).Equal(earlier.Get(q)) {
		t.Errorf("%+v", a)
	}
}

// Confirming several answers at once is one change, after a restart too.
func TestJournalKeepsWhatWasConfirmedTogether(t *testing.T) {
	s := storeIn(t, t.TempDir())
	f, err := s.Start(questionnaire.Full, "de")
	if err != nil {
		t.Fatal(err)
	}
	w := talking(t, f)
	all := f.bank.Dimensions[0].Questions[:3]
	earlier := questionnaire.New(f.bank, questionnaire.Full, "de", noon.AddDate(-1, 0, 0))
	for _, q := range all {
		earlier = earlier.With(q, questionnaire.Answer{State: questionnaire.Unknown})
	}
	w.iv.Follow(earlier)
	w.save()
	if n := w.iv.Confirm(all...); n != 3 {
		t.Fatalf("%d confirmed", n)
	}
	w.save()
	closed(t, f)
	g := opened(t, s, f.Path())
	iv := questionnaire.NewInterview(g.bank, g.Assessment(), func() time.Time { return noon })
	iv.Recall(g.History())
	if c, ok := iv.Undo(); !ok || c.Also != 2 || len(iv.Unconfirmed(iv.Assessment())) != 3 {
		t.Errorf("%+v, %d wait", c, len(iv.Unconfirmed(iv.Assessment())))
	}
	if c, ok := iv.Redo(); !ok || c.Also != 2 || len(iv.Unconfirmed(iv.Assessment())) != 0 {
		t.Errorf("%+v, %d wait", c, len(iv.Unconfirmed(iv.Assessment())))
	}
	closed(t, g)
}
