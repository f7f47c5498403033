package session_test

import (
	"os"
	"path/filepath"
	"testing"

	"digitalkompass/cmd/internal/session"
)

func TestViewOfAdvisersIsKept(t *testing.T) {
	s := session.Store{Dir: filepath.Join(t.TempDir(), "Ordner")}
	for _, on := range []bool{false, true, false, true} {
		if s.KeepAdvice(on); s.Advice() != on {
			t.Errorf("not %v", on)
		}
	}
	if err := os.WriteFile(filepath.Join(s.Dir, "ansicht.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s.Advice() {
		t.Error("a broken file counts")
	}
	if paths, _, bad := s.List(); len(paths) != 0 || bad != 0 {
		t.Error("listed as a draft")
	}
}
