package session

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// smallDisk mounts a disk of 64 KiB, where the system lets us.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("no disk of our own: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestFullDisk(t *testing.T) {
	dir := smallDisk(t)
	s := storeIn(t, dir)
	f := started(t, s)
	before, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	filler := filepath.Join(dir, "film")
	_ = os.WriteFile(filler, []byte(strings.Repeat("x", 1<<17)), 0o600)
	err = f.Save(named(s, f.Assessment(), strings.Repeat("y", 8192)), f.History())
	var e *desk.SaveError
	if !errors.As(err, &e) || e.Kind != "full" {
		t.Fatalf("%v", err)
	}
	if got, _ := os.ReadFile(f.Path()); string(got) != string(before) {
		t.Error("the file on disk was harmed")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, tempPattern)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(f.Assessment(), questionnaire.History{}); err != nil {
		t.Errorf("after making room: %v", err)
	}
}

// What the full disk still takes is in the journal, and comes back from it.
func TestAFullDiskThatTakesTheJournal(t *testing.T) {
	dir := smallDisk(t)
	s := storeIn(t, dir)
	f := started(t, s)
	talking(t, f).name("A")
	_ = os.WriteFile(filepath.Join(dir, "film"), []byte(strings.Repeat("x", 1<<17)), 0o600)
	err := f.Save(named(s, f.Assessment(), "B"), f.History())
	var e *desk.SaveError
	if !errors.As(err, &e) || e.Kind != "full" {
		t.Fatal(err)
	}
	closed(t, f)
	g := opened(t, s, f.Path())
	if g.Assessment().CompanyName() != "B" || !slices.Equal(codes(g), []string{"restored"}) {
		t.Errorf("%q, told %v", g.Assessment().CompanyName(), codes(g))
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t)
	s := storeIn(t, dir)
	f := started(t, s)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	var e *desk.SaveError
	if _, err := s.Start(questionnaire.Full, i18n.German); !errors.As(err, &e) || e.Kind != "readonly" {
		t.Errorf("start: %v", err)
	}
	g := opened(t, s, f.Path()) // reading is possible all the same
	if err := g.Save(g.Assessment(), g.History()); !errors.As(err, &e) || e.Kind != "readonly" {
		t.Errorf("save: %v", err)
	}
}
