package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// probe is a store in a folder of its own.
func probe(t *testing.T) Store {
	t.Helper()
	return storeIn(t, filepath.Join(t.TempDir(), "Ablage"))
}

func storeIn(t testing.TB, dir string) Store {
	t.Helper()
	files, err := fs.Sub(data.Files(), "banks/digitalkompass")
	if err != nil {
		t.Fatal(err)
	}
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return Store{Dir: dir, Bank: b, Now: func() time.Time { return noon }}
}

func started(t *testing.T, s Store) *File {
	t.Helper()
	f, err := s.Start(questionnaire.Quick, i18n.German)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func opened(t *testing.T, s Store, path string) *File {
	t.Helper()
	var d source.Diagnostics
	f, err := s.Open(path, &d)
	if err != nil || f == nil {
		t.Fatalf("%v %v", err, d.All())
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// named gives an assessment the company's name.
func named(s Store, a *questionnaire.Assessment, name string) *questionnaire.Assessment {
	return a.With(s.Bank.Question(questionnaire.FieldName), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: name}})
}

func TestFolder(t *testing.T) {
	if got := Folder("/mnt/stick"); got != "/mnt/stick" {
		t.Errorf("chosen: %s", got)
	}
	if got := Folder(""); filepath.Base(got) != "Digitalkompass" || !filepath.IsAbs(got) {
		t.Errorf("not chosen: %s", got)
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Metallbau Keßler GmbH & Co. KG": "metallbau-kessler-gmbh-co-kg",
		"Bäckerei Öztürk – Söhne":        "baeckerei-oeztuerk-soehne",
		"Café René":                      "cafe-rene",
		"../../etc/passwd":               "etc-passwd",
		`C:\Temp\x`:                      "c-temp-x",
		"CON":                            "con-x",
		"com7":                           "com7-x",
		"LPT9":                           "lpt9-x",
		"Konsum":                         "konsum",
		"🥐":                              "",
		"工場":                             "",
		"\x1b[31mrot\x00":                "31mrot",
		" . ":                            "",
	} {
		if got := slug(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := slug(strings.Repeat("sehr lang ", 100)); len(got) > maxSlug || strings.HasSuffix(got, "-") {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}

func TestReportPathNeverNamesAFileThatIsThere(t *testing.T) {
	dir := t.TempDir()
	want := []string{"digitalkompass-cafe-2026-11-22.pdf", "digitalkompass-cafe-2026-11-22-2.pdf", "digitalkompass-cafe-2026-11-22-3.pdf"}
	for _, name := range want {
		got := ReportPath(dir, "Café", "2026-11-22", ".pdf")
		if filepath.Base(got) != name {
			t.Errorf("%s, want %s", got, name)
		}
		if err := Write(got, []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if got := filepath.Base(ReportPath(dir, "", "2026-11-22", ".md")); got != "digitalkompass-2026-11-22.md" {
		t.Error(got)
	}
}

func TestSaveAndOpen(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	a := named(s, f.Assessment(), "Süß & Söhne")
	if err := f.Save(a, questionnaire.History{}); err != nil {
		t.Fatal(err)
	}
	if f.Assessment() != a {
		t.Error("the next face would not go on from what was saved")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again := opened(t, s, f.Path())
	if got := again.Assessment().CompanyName(); got != "Süß & Söhne" {
		t.Errorf("name: %q", got)
	}
	if again.Notices() != nil {
		t.Errorf("notice: %v", again.Notices())
	}
	if entries, _ := os.ReadDir(s.Dir); len(entries) != 3 {
		t.Errorf("more than the file, its journal and its lock: %v", entries)
	}
}

func TestOnlyTheOwnerReads(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders of users are private there")
	}
	s := probe(t)
	f := started(t, s)
	report := filepath.Join(t.TempDir(), "neu", "bericht.pdf")
	if err := Write(report, []byte("x")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{s.Dir: 0o700, f.Path(): 0o600, lockName(f.Path()): 0o600, report: 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s: %o, want %o", path, got, want)
		}
	}
}

func TestStartNeverReplacesAFile(t *testing.T) {
	s := probe(t)
	one, two := started(t, s), started(t, s)
	if one.Path() == two.Path() {
		t.Errorf("both in %s", one.Path())
	}
	if filepath.Base(two.Path()) != "einschaetzung-2026-11-22-2.kompass.json" {
		t.Error(two.Path())
	}
}

func TestBrokenFilesAreLeftAlone(t *testing.T) {
	s := probe(t)
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"leer": "", "halb": `{"bank":{"id":"digit`, "fremd": `{"bank":{"id":"x"},"company":{},"answers":{}}`} {
		path := filepath.Join(s.Dir, name+Ending)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var d source.Diagnostics
		f, err := s.Open(path, &d)
		if f != nil || err != nil || !d.Failed() {
			t.Errorf("%s: %v %v %v", name, f, err, d.All())
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("%s was changed", name)
		}
		if _, err := os.Stat(lockName(path)); err == nil {
			t.Errorf("%s is still held", name)
		}
	}
	if _, found, unreadable := s.List(); len(found) != 0 || unreadable != 2 {
		t.Errorf("%d found, %d unreadable", len(found), unreadable)
	}
}

func TestListIsLatestFirst(t *testing.T) {
	s := probe(t)
	for i, name := range []string{"Erste", "Zweite", "Dritte"} {
		f := started(t, s)
		a := named(s, f.Assessment(), name)
		a.Updated = noon.Add(time.Duration(i) * time.Hour)
		if err := f.Save(a, questionnaire.History{}); err != nil {
			t.Fatal(err)
		}
	}
	paths, found, unreadable := s.List()
	if len(paths) != 3 || unreadable != 0 || found[0].CompanyName() != "Dritte" || found[2].CompanyName() != "Erste" {
		t.Errorf("%v", paths)
	}
}

func TestAFileChangedElsewhereIsNotReplaced(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	theirs := f.Path()
	other := questionnaire.Encode(s.Bank, named(s, f.Assessment(), "Fremd"))
	if err := os.WriteFile(theirs, other, 0o600); err != nil {
		t.Fatal(err)
	}
	err := f.Save(named(s, f.Assessment(), "Eigen"), questionnaire.History{})
	var e *desk.SaveError
	if !errors.As(err, &e) || e.Kind != "edited" || e.File != f.Path() || f.Path() == theirs {
		t.Fatalf("%v, now at %s", err, f.Path())
	}
	if err := f.Unsaved(); err != nil {
		t.Errorf("saved beside, but: %v", err)
	}
	if got, _ := os.ReadFile(theirs); string(got) != string(other) {
		t.Error("their file was changed")
	}
	if err := f.Save(named(s, f.Assessment(), "Eigen 2"), questionnaire.History{}); err != nil {
		t.Errorf("the next save: %v", err)
	}
	var d source.Diagnostics
	if _, err := s.Open(f.Path(), &d); !errors.As(err, new(*desk.InUseError)) {
		t.Errorf("our new file is not held: %v", err)
	}
	if g := opened(t, s, theirs); g.Assessment().CompanyName() != "Fremd" {
		t.Errorf("their file: %q", g.Assessment().CompanyName())
	}
}

func TestAFileThatWasRemovedIsWrittenAgain(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(f.Assessment(), questionnaire.History{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(f.Path()); err != nil {
		t.Error(err)
	}
}

func TestAFolderThatIsGone(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	if err := os.RemoveAll(s.Dir); err != nil {
		t.Skip(err) // Windows keeps what is open
	}
	err := f.Save(f.Assessment(), f.History())
	var e *desk.SaveError
	if !errors.As(err, &e) || e.Kind != "gone" || e.Folder != s.Dir || f.Unsaved() == nil {
		t.Errorf("%v", err)
	}
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(f.Assessment(), questionnaire.History{}); err != nil {
		t.Errorf("after the folder came back: %v", err)
	}
	if err := f.Unsaved(); err != nil {
		t.Errorf("still unsaved: %v", err)
	}
}

func TestAnotherVersionOfTheBankKeepsACopy(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	a := *f.Assessment()
	a.Bank.Version = "0.9.0"
	if err := f.Save(&a, questionnaire.History{}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	g := opened(t, s, f.Path())
	if g.Notices() == nil || g.Assessment().Bank.Version != s.Bank.About.Version {
		t.Errorf("notice %v, version %s", g.Notices(), g.Assessment().Bank.Version)
	}
	copies, _ := filepath.Glob(filepath.Join(s.Dir, "*.kompass.bak"))
	if len(copies) != 1 {
		t.Fatalf("copies: %v", copies)
	}
	if got, _ := os.ReadFile(copies[0]); string(got) != string(before) {
		t.Error("the copy differs")
	}
}

func TestDelete(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	if err := s.Delete(f.Path()); !errors.As(err, new(*desk.InUseError)) {
		t.Errorf("a held file: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(f.Path()); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(s.Dir); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	if err := s.Delete(f.Path()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a second time: %v", err)
	}
}

func TestSaveErrorKinds(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind string
	}{
		{syscall.ENOSPC, "full"}, {syscall.EROFS, "readonly"}, {fs.ErrPermission, "readonly"}, {syscall.EACCES, "readonly"},
		{fs.ErrNotExist, "gone"}, {&fs.PathError{Op: "open", Err: syscall.ENOENT}, "gone"}, {errors.New("x"), "other"},
	} {
		var e *desk.SaveError
		if err := SaveError("d", fmt.Errorf("writing: %w", c.err)); !errors.As(err, &e) || e.Kind != c.kind || !errors.Is(err, c.err) {
			t.Errorf("%v: %v", c.err, err)
		}
	}
}

func TestAFailedWriteLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "belegt")
	if err := os.MkdirAll(filepath.Join(path, "voll"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := WriteAtomic(path, []byte("x")); err == nil {
		t.Error("a folder was replaced")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestLinksAndDevicesStay(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "ziel"), filepath.Join(dir, "verweis")
	if err := os.WriteFile(target, []byte("alt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := Write(link, []byte("neu")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(target); string(got) != "neu" {
		t.Errorf("target: %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link became a file: %v", err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	if err := Write(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device became a file")
	}
}

func TestCrashesAreSweptUp(t *testing.T) {
	s := probe(t)
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	old, young, foreign := filepath.Join(s.Dir, ".kompass-1.tmp"), filepath.Join(s.Dir, ".kompass-2.tmp"), filepath.Join(s.Dir, "notiz.tmp")
	for path, age := range map[string]time.Duration{old: 2 * tempAge, young: time.Minute, foreign: 9 * tempAge} {
		if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, noon.Add(-age), noon.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	started(t, s)
	for path, want := range map[string]bool{old: false, young: true, foreign: true} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: there %v, want %v", path, err == nil, want)
		}
	}
}

func TestReadBoundsSize(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gross")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, source.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, filepath.Dir(path), path + "-nicht"} {
		if _, err := Read(p); err == nil {
			t.Errorf("%s was read", p)
		}
	}
}
