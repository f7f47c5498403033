package session

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Cut off anywhere, a file is whole again with its journal, and as far as it can be read without.
func TestACutOffFile(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	w := talking(t, f)
	w.name("Süß & Söhne")
	for _, q := range s.Bank.Dimensions[0].Questions {
		w.iv.Put(q, questionnaire.Answer{State: questionnaire.Unknown, Note: "offen, \"noch\" {zu} klären\n"})
	}
	w.save()
	closed(t, f)
	whole, journal := contents(t, f.Path()), contents(t, journalName(f.Path()))
	want := len(w.iv.Assessment().Answers) + 1
	kept := map[int]int{}
	for n := 1; n < len(whole)-2; n += 31 {
		overwrite(t, f.Path(), whole[:n])
		overwrite(t, journalName(f.Path()), journal)
		g := opened(t, s, f.Path())
		if got := len(g.Assessment().Company) + len(g.Assessment().Answers); got != want || !slices.Equal(codes(g), []string{"repaired"}) || len(g.History().Undo) == 0 {
			t.Fatalf("cut at %d: %d of %d, told %v", n, got, want, codes(g))
		}
		closed(t, g)
		overwrite(t, f.Path(), whole[:n])
		if err := os.Remove(journalName(f.Path())); err != nil {
			t.Fatal(err)
		}
		var d source.Diagnostics
		g, err := s.Open(f.Path(), &d)
		if err != nil {
			t.Fatal(err)
		}
		if g == nil {
			kept[0]++
			if got := contents(t, f.Path()); len(got) != n {
				t.Fatalf("nothing was readable, and the file was changed")
			}
			continue
		}
		if !slices.Equal(codes(g), []string{"salvaged"}) {
			t.Fatalf("cut at %d: told %v", n, codes(g))
		}
		kept[len(g.Assessment().Company)+len(g.Assessment().Answers)]++
		closed(t, g)
	}
	if len(kept) < want-1 {
		t.Errorf("answers kept: %v", kept)
	}
	if copies, _ := filepath.Glob(filepath.Join(s.Dir, "*"+backupEnding)); len(copies) < 2*len(whole)/31-kept[0]-2 {
		t.Errorf("%d copies of damaged files", len(copies))
	}
}

func TestJunkInAFile(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("A")
	closed(t, f)
	whole := contents(t, f.Path())
	for name, junk := range map[string][]byte{
		"nothing": {}, "zeros": make([]byte, len(whole)), "half zeros": append(slices.Clone(whole[:len(whole)/2]), make([]byte, 99)...), "bytes": append(slices.Clone(whole[:9]), "\xff\xfe\xfa"...),
	} {
		overwrite(t, f.Path(), junk)
		if _, found, bad := s.List(); len(found) != 1 || bad != 0 || found[0].CompanyName() != "A" {
			t.Errorf("%s: not listed", name)
		}
		g := opened(t, s, f.Path())
		if g.Assessment().CompanyName() != "A" || len(codes(g)) != 1 {
			t.Errorf("%s: %q, told %v", name, g.Assessment().CompanyName(), codes(g))
		}
		closed(t, g)
	}
}

// Which bank a damaged file needs is known from its beginning, or from its journal.
func TestTheBankOfADamagedFile(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("A")
	closed(t, f)
	whole := contents(t, f.Path())
	for _, data := range [][]byte{whole, whole[:len(whole)-20], whole[:10], {}, make([]byte, 99)} {
		if got := BankOf(f.Path(), data); got.ID != s.Bank.About.ID {
			t.Errorf("%d bytes: %+v", len(data), got)
		}
	}
	if got := BankOf(filepath.Join(s.Dir, "neu"+Ending), whole[:10]); got.ID != "" {
		t.Errorf("%+v", got)
	}
}

// A slip of the pen is shown with its place and left to its author, journal or not.
func TestAMistakeByHandIsShown(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	talking(t, f).name("A")
	closed(t, f)
	for old, bad := range map[string]string{`"company": {`: `"company" {`, `"answers"`: `"antworten"`} {
		text := strings.Replace(string(contents(t, f.Path())), old, bad, 1)
		path := filepath.Join(s.Dir, "hand"+Ending)
		overwrite(t, path, []byte(text))
		overwrite(t, journalName(path), contents(t, journalName(f.Path())))
		var d source.Diagnostics
		if g, err := s.Open(path, &d); g != nil || err != nil || !d.Failed() || string(contents(t, path)) != text {
			t.Errorf("%s: %v %v", bad, err, d.All())
		}
	}
}
