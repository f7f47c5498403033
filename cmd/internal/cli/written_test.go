package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
)

func TestNamed(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		" /media/stick ": "/media/stick", `"/media/mein stick"`: "/media/mein stick", "~/Desktop": "/home/x/Desktop", "~": "/home/x",
		"~anna/x": filepath.Join(here, "~anna/x"), "berichte": filepath.Join(here, "berichte"), "/a/../b": "/b",
	} {
		if got := named(typed, "/home/x"); got != want && runtime.GOOS != "windows" {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestAFolderHasToBeThere(t *testing.T) {
	dir := t.TempDir()
	o := &office{app: &app{env: Env{Getenv: func(string) string { return "" }}}, store: session.Store{Dir: "drafts"}}
	if got, err := o.folderFor(nil, desk.Order{Folder: dir}); err != nil || got != dir {
		t.Errorf("%q %v", got, err)
	}
	if got, err := o.folderFor(nil, desk.Order{Folder: ""}); err != nil || got != "drafts" {
		t.Errorf("%q %v", got, err)
	}
	var save *desk.SaveError
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]string{"stick": "absent", "stick/reports": "nowhere", "file": "nowhere", "file/reports": "nowhere"} {
		if _, err := o.folderFor(nil, desk.Order{Folder: filepath.Join(dir, name)}); !errors.As(err, &save) || save.Kind != kind {
			t.Errorf("%s: %v, want %s", name, err, kind)
		}
	}
	made := filepath.Join(dir, "made")
	if got, err := o.folderFor(nil, desk.Order{Folder: made, Create: true}); err != nil || got != made || !isFolder(made) {
		t.Errorf("%q %v", got, err)
	}
	if _, err := o.folderFor(nil, desk.Order{Folder: filepath.Join(dir, "a", "b"), Create: true}); !errors.As(err, &save) || save.Kind != "nowhere" {
		t.Errorf("%v", err)
	}
}

// ~ is the folder that the system calls the person's own, which Windows names otherwise than the rest.
func TestTheOwnFolder(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(map[bool]string{true: "USERPROFILE", false: "HOME"}[runtime.GOOS == "windows"], dir)
	o := &office{app: &app{env: Env{Getenv: func(string) string { return "" }}}}
	if got, err := o.folderFor(nil, desk.Order{Folder: "~"}); err != nil || got != dir {
		t.Errorf("%q %v", got, err)
	}
}

func TestLaunchTellsWhetherSomethingStarted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	for name, c := range map[string]struct {
		words []string
		want  error
	}{
		"done":    {[]string{"true"}, nil},
		"refused": {[]string{"false"}, desk.ErrNoViewer},
		"missing": {[]string{"no-such-viewer-here"}, desk.ErrNoViewer},
		"stays":   {[]string{"sh", "-c", "sleep 0.3; exit 1"}, nil},
	} {
		if got := launch(c.words, "bericht.pdf", 150*time.Millisecond); !errors.Is(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
