package session

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// holdVariable makes the test binary open the file it names, save forever, and say so on its output: a second process.
const holdVariable = "KOMPASS_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdVariable); path != "" {
		holdForever(path)
	}
	os.Exit(m.Run())
}

func holdForever(path string) {
	t := &testing.T{}
	s := storeIn(t, "")
	var d source.Diagnostics
	f, err := s.Open(path, &d)
	if err != nil || f == nil {
		fmt.Println("failed", err)
		os.Exit(1)
	}
	fmt.Println("held")
	for i := 0; ; i++ {
		if err := f.Save(named(s, f.Assessment(), fmt.Sprint("Stand ", i)), questionnaire.History{}); err != nil {
			os.Exit(1)
		}
		if i == 50 {
			fmt.Println("saved")
		}
	}
}

// A second process keeps us out until it dies, however it dies; what it leaves is a whole file that can be opened.
func TestTwoProcesses(t *testing.T) {
	s := probe(t)
	f := started(t, s)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdVariable+"="+f.Path())
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for _, want := range []string{"held", "saved"} {
		if !lines.Scan() || lines.Text() != want {
			_ = other.Process.Kill()
			t.Fatalf("the other process: %q", lines.Text())
		}
	}
	var d source.Diagnostics
	var use *desk.InUseError
	if _, err := s.Open(f.Path(), &d); !errors.As(err, &use) || use.Path != f.Path() || use.Since.IsZero() {
		t.Errorf("opened beside the other: %v", err)
	}
	if err := s.Delete(f.Path()); !errors.As(err, &use) {
		t.Errorf("deleted beside the other: %v", err)
	}
	_ = other.Process.Kill() // in the midst of saving
	_ = other.Wait()
	g := opened(t, s, f.Path())
	if g.Assessment().CompanyName() == "" {
		t.Error("the saved state is lost")
	}
}
