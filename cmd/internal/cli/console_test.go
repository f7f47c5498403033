package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestWhatAConsoleCanShow(t *testing.T) {
	for name, c := range map[string]struct {
		console        *Console
		env            map[string]string
		signs, letters bool
	}{
		"nothing known":    {},
		"UTF-8":            {env: map[string]string{"LANG": "de_DE.UTF-8"}},
		"Latin":            {env: map[string]string{"LANG": "de_DE.ISO-8859-1"}, signs: true, letters: true},
		"the C locale":     {env: map[string]string{"LANG": "C"}, signs: true, letters: true},
		"the first counts": {env: map[string]string{"LC_ALL": "C.UTF-8", "LANG": "C"}},
		"Japanese":         {env: map[string]string{"LANG": "ja_JP.UTF-8"}, signs: true},
		"Windows Terminal": {console: &Console{Sequences: true, CodePage: 65001}},
		"German console":   {console: &Console{Sequences: true, CodePage: 850}},
		"Chinese console":  {console: &Console{Sequences: true, CodePage: 936}, signs: true},
		"bitmap letters":   {console: &Console{Sequences: true, CodePage: 850, Bitmap: true}, signs: true},
	} {
		a := &app{env: Env{Getenv: func(name string) string { return c.env[name] }}}
		if c.console != nil {
			a.env.Console = func() Console { return *c.console }
		}
		if signs, letters := a.ascii(); signs != c.signs || letters != c.letters {
			t.Errorf("%s: ASCII signs %v, letters %v", name, signs, letters)
		}
	}
}

// A window that closes with the program stays until its last words are read, whatever they are.
func TestADoubleClickedWindowStays(t *testing.T) {
	for _, own := range []bool{true, false} {
		var out, messages bytes.Buffer
		in := strings.NewReader("\nmore\n")
		env := Env{In: in, Out: &out, Err: &messages, Getenv: func(string) string { return "" }, Now: time.Now,
			Terminal: func() bool { return true }, Console: func() Console { return Console{Own: own} }}
		if status := Main([]string{"--lang", "en", "nonsense"}, env); status != exitUsage {
			t.Fatal(status)
		}
		if got := strings.HasSuffix(messages.String(), "Press Enter to close this window. "); got != own {
			t.Errorf("own window %v: %q", own, messages.String())
		}
		if left := in.Len() == 0; left != own {
			t.Errorf("own window %v, read on %v", own, left)
		}
	}
}

// Where the encoding has no umlauts, line mode writes them out on the terminal. What goes to a pipe keeps every letter.
func TestLineModeWithoutUmlauts(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out, messages bytes.Buffer
		env := Env{In: strings.NewReader("4\nz\n5\n3\nz\np\n"), Out: &out, Err: &messages, Getenv: func(name string) string {
			return map[string]string{"DIGITALKOMPASS_HOME": t.TempDir(), "LANG": "C"}[name]
		}, Now: time.Now, Terminal: func() bool { return terminal }, ErrTerminal: func() bool { return terminal }}
		if status := Main([]string{"--lang", "de", "--accessible"}, env); status != exitDone {
			t.Fatal(status, messages.String())
		}
		all := out.String() + messages.String()
		if beyond := strings.ContainsFunc(all, func(r rune) bool { return r > '~' }); beyond == terminal {
			t.Errorf("terminal %v:\n%s", terminal, all)
		}
		if terminal && (strings.Contains(all, "?t") || !strings.Contains(all, "3: Anderer Fragebogen.\n") || !strings.Contains(all, "Woerter") || !strings.Contains(all, `zaehlt`)) {
			t.Errorf("not written out:\n%s", all)
		}
	}
}

// A console that cannot paint is talked to in lines.
func TestAConsoleWithoutSequencesGetsLines(t *testing.T) {
	var out, messages bytes.Buffer
	env := Env{In: strings.NewReader("p\n"), Out: &out, Err: &messages, Getenv: func(name string) string {
		return map[string]string{"DIGITALKOMPASS_HOME": t.TempDir()}[name]
	}, Now: time.Now, Terminal: func() bool { return true }, Console: func() Console { return Console{} }}
	if status := Main([]string{"--lang", "de"}, env); status != exitDone {
		t.Fatal(status, messages.String())
	}
	if all := out.String() + messages.String(); strings.Contains(all, "\x1b") || !strings.Contains(all, "1: ") {
		t.Errorf("%q", all)
	}
}
