package session

import (
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
)

// Why a file could not be written is told alike on every system: a full disk, a stick without room for writing, one that
// was pulled out.
func TestKindsOfFailure(t *testing.T) {
	wrapped := func(n syscall.Errno) error { return &os.PathError{Op: "write", Path: `E:\kompass`, Err: n} }
	for name, c := range map[string]struct {
		err    error
		system string
		want   string
	}{
		"disk full":           {wrapped(112), "windows", "full"},
		"handle full":         {wrapped(39), "windows", "full"},
		"write protection":    {wrapped(19), "windows", "readonly"},
		"no medium":           {wrapped(21), "windows", "gone"},
		"stick pulled out":    {wrapped(433), "windows", "gone"},
		"something else":      {wrapped(9999), "windows", "other"},
		"number of elsewhere": {wrapped(112), "linux", "other"},
		"no room":             {wrapped(syscall.ENOSPC), "linux", "full"},
		"forbidden":           {fs.ErrPermission, "windows", "readonly"},
		"not there":           {fs.ErrNotExist, "windows", "gone"},
	} {
		if got := kindOf(c.err, c.system); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Names of companies become names of files that every system takes: no device of Windows, no dot or space at the end, no
// drive, no folder, no sign that means something.
func TestNamesForEverySystem(t *testing.T) {
	for _, name := range []string{"CON", "nul.txt", "Com1", "LPT9.", "aux ", "Müller & Söhne GmbH...", `C:\Windows`, `\\server\share`, "a/b", "a:b", "..", "?*<>|\"", "東京", "x\x00y"} {
		path := ReportPath(t.TempDir(), name, "2026-11-29", ".pdf")
		base := path[strings.LastIndexByte(path, os.PathSeparator)+1:]
		if strings.ContainsAny(base, `/\:*?"<>|`+"\x00 ") || strings.HasSuffix(strings.TrimSuffix(base, ".pdf"), ".") || !strings.HasPrefix(base, "digitalkompass-") {
			t.Errorf("%q: %q", name, base)
		}
		if s := slug(name); reserved().MatchString(s) || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q: %q", name, s)
		}
	}
}
