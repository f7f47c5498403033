package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"digitalkompass/cmd/internal/cli"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// program is the name under which the test binary is the program itself.
const program = "digitalkompass"

// failing is the program with a mistake in it: its clock fails when told to.
const failing = "digitalkompass-failing"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){program: main, failing: func() { os.Exit(cli.Main(os.Args[1:], mistaken())) }})
}

// mistaken is the real world, but for a clock that fails when a file says so.
func mistaken() cli.Env {
	env := cli.System()
	env.Now = func() time.Time {
		if _, err := os.Stat(filepath.Join(os.Getenv("DIGITALKOMPASS_HOME"), "fehler")); err == nil {
			var nobody []int
			_ = nobody[len(os.Args)]
		}
		return time.Now()
	}
	return env
}

// Every script starts with the shipped bank in "bank", a small one in "small", the worked examples as files in
// "cases", an empty folder for drafts that does not exist yet, and a language of its own choice (German without one).
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "brokenbank": brokenBank, "brokenfile": brokenFile, "edit": edit, "cut": cut, "same": same,
		},
	})
}

func setup(env *testscript.Env) error {
	env.Setenv("DIGITALKOMPASS_HOME", filepath.Join(env.WorkDir, "home"))
	env.Setenv("TERM", "xterm")
	shipped, err := fs.Sub(data.Files(), "banks/digitalkompass")
	if err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(env.WorkDir, "bank"), shipped); err != nil {
		return err
	}
	for name, dir := range map[string]string{"small": "bank", "alles": "allbank"} {
		if err := os.CopyFS(filepath.Join(env.WorkDir, name), os.DirFS(filepath.Join("../../questionnaire/testdata", dir))); err != nil {
			return err
		}
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewNRGBA(image.Rect(0, 0, 60, 20))); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(env.WorkDir, "small-logo.png"), logo.Bytes(), 0o600); err != nil {
		return err
	}
	var d source.Diagnostics
	b := questionnaire.Load(shipped, &d)
	if b == nil {
		return errors.New("the shipped bank is broken")
	}
	return writeCases(b, filepath.Join(env.WorkDir, "cases"))
}

func writeCases(b *questionnaire.Bank, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for _, c := range b.Cases {
		a := *c.Assessment
		a.Bank.ID = b.About.ID
		if err := os.WriteFile(filepath.Join(dir, c.ID+".kompass.json"), questionnaire.Encode(b, &a), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// status runs a command and wants one exit status: status 2 digitalkompass score.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := run(ts, args[1], args[2:]...); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func run(ts *testscript.TestScript, command string, args ...string) int {
	err := ts.Exec(command, args...)
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	ts.Fatalf("%v", err)
	return -1
}

// edit replaces text that occurs in a file; \n is a line break: edit FILE OLD NEW.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%q is not in %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], strings.ReplaceAll(args[2], `\n`, "\n"))), 0o600))
}

// cut cuts a file off before a text: cut FILE TEXT.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE TEXT")
	}
	before, _, found := strings.Cut(ts.ReadFile(args[0]), args[1])
	if !found {
		ts.Fatalf("%q is not in %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(before), 0o600))
}

// same wants two files to be equal to the byte, which cmp only does for text.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if (ts.ReadFile(args[0]) == ts.ReadFile(args[1])) == neg {
		ts.Fatalf("%s and %s: same %v", args[0], args[1], neg)
	}
}

// brokenBank breaks the small bank in one place, wants every command to refuse it with the code and a place in that
// file, and wants no file written: brokenbank CODE FILE OLD NEW.
func brokenBank(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: brokenbank CODE FILE OLD NEW")
	}
	dir := ts.MkAbs("broken")
	ts.Check(os.RemoveAll(dir))
	ts.Check(os.CopyFS(dir, os.DirFS(ts.MkAbs("small"))))
	edit(ts, false, []string{"broken/" + args[1], args[2], args[3]})
	refused(ts, args[0], "broken/"+args[1], [][]string{
		{"bank", "lint", "broken"}, {"bank", "test", "broken"}, {"demo", "--bank", "broken", "-o", "out.pdf"}, {"run", "--bank", "broken"},
	})
}

// brokenFile does the same with an assessment: brokenfile CODE FILE [OLD NEW].
func brokenFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 && len(args) != 4 {
		ts.Fatalf("usage: brokenfile CODE FILE [OLD NEW]")
	}
	ts.Check(os.WriteFile(ts.MkAbs("broken.kompass.json"), []byte(ts.ReadFile(args[1])), 0o600))
	if len(args) == 4 {
		edit(ts, false, []string{"broken.kompass.json", args[2], args[3]})
	}
	refused(ts, args[0], "broken.kompass.json", [][]string{
		{"score", "broken.kompass.json"}, {"report", "broken.kompass.json", "-o", "out.pdf"}, {"run", "broken.kompass.json"},
	})
}

func refused(ts *testscript.TestScript, code, file string, commands [][]string) {
	before := tree(ts)
	for _, c := range commands {
		if got := run(ts, program, c...); got != 3 {
			ts.Fatalf("%v: exit status %d, want 3", c, got)
		}
		if out := ts.ReadFile("stdout"); out != "" {
			ts.Fatalf("%v wrote a result: %s", c, out)
		}
		at := `:\d+:\d+`
		if strings.HasPrefix(code, "file-") {
			at = "" // about the whole file
		}
		place := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(filepath.FromSlash(file)) + at + `: \S+: ` + code + `: .`)
		if said := ts.ReadFile("stderr"); !place.MatchString(said) {
			ts.Fatalf("%v: no %s with a place in %s:\n%s", c, code, file, said)
		}
		if after := tree(ts); after != before {
			ts.Fatalf("%v changed files:\n%s\nbefore:\n%s", c, after, before)
		}
	}
}

// tree lists all files with their contents' sizes and times, so that any write shows.
func tree(ts *testscript.TestScript) string {
	var out strings.Builder
	ts.Check(filepath.WalkDir(ts.Getenv("WORK"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			out.WriteString(path + " " + info.ModTime().Format(time.RFC3339Nano) + "\n")
		}
		return err
	}))
	return out.String()
}

// call runs the program in this process, without a terminal, on the day the worked examples were made for.
func call(home string, input string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	env := map[string]string{"DIGITALKOMPASS_HOME": home}
	status = cli.Main(args, cli.Env{
		In: strings.NewReader(input), Out: &out, Err: &errs, Getenv: func(k string) string { return env[k] },
		Now:      func() time.Time { return time.Date(2026, 11, 22, 9, 12, 0, 0, time.UTC) },
		Terminal: func() bool { return false },
	})
	return status, out.String(), errs.String()
}

func shippedBank(t testing.TB) *questionnaire.Bank {
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
	return b
}

// scored is the part of a result that the worked examples say something about.
type scored struct {
	Score    *float64
	Stage    *struct{ Level int }
	Interval struct{ Stage struct{ Low, High int } }
	Coverage struct{ Answered, Unknown, Open int }
	Modules  []struct {
		ID          string
		Recommended bool
		Offers      []struct{ ID, Status string }
	}
}

func (s scored) level() int {
	if s.Stage == nil {
		return 0
	}
	return s.Stage.Level
}

func (s scored) module() string {
	for _, m := range s.Modules {
		if m.Recommended {
			return m.ID
		}
	}
	return ""
}

func score(t *testing.T, file string, args ...string) scored {
	t.Helper()
	code, out, errs := call(t.TempDir(), "", append([]string{"score", "--format", "json", file}, args...)...)
	if code != 0 {
		t.Fatalf("status %d: %s", code, errs)
	}
	var s scored
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestScoreOfEveryWorkedExample(t *testing.T) {
	b, dir := shippedBank(t), t.TempDir()
	if err := writeCases(b, dir); err != nil {
		t.Fatal(err)
	}
	for _, c := range b.Cases {
		t.Run(c.ID, func(t *testing.T) {
			s := score(t, filepath.Join(dir, c.ID+".kompass.json"))
			want := c.Expected
			if got := s.level(); got != want.Stage.Level || s.Interval.Stage.Low != want.Stage.Low || s.Interval.Stage.High != want.Stage.High {
				t.Errorf("stage %d in %v, want %v", got, s.Interval.Stage, want.Stage)
			}
			if (s.Score == nil) != (want.Total.Score == nil) {
				t.Errorf("score %v, want %v", s.Score, want.Total.Score)
			}
			if s.Score != nil {
				exact, _ := want.Total.Score.Float64()
				if diff := *s.Score - exact; diff > 0.0500001 || diff < -0.0500001 {
					t.Errorf("score %v, want %v", *s.Score, exact)
				}
			}
			if want.Module != "" && s.module() != want.Module {
				t.Errorf("module %q, want %q", s.module(), want.Module)
			}
		})
	}
}

// After the end of 2026, no offer that ended with it is named as open any more, for no company.
func TestEndedOffersAreNotRecommended(t *testing.T) {
	b, dir := shippedBank(t), t.TempDir()
	if err := writeCases(b, dir); err != nil {
		t.Fatal(err)
	}
	changed := false
	for _, c := range b.Cases {
		file := filepath.Join(dir, c.ID+".kompass.json")
		now, later := score(t, file, "--on", "2026-11-22"), score(t, file, "--on", "2027-01-01")
		for i, m := range later.Modules {
			for _, o := range m.Offers {
				if o.ID == "digitalbonus" && o.Status != "ended" {
					t.Errorf("%s: %s is %s", c.ID, o.ID, o.Status)
				}
			}
			changed = changed || i < len(now.Modules) && len(m.Offers) > 0 && len(now.Modules[i].Offers) > 0 && m.Offers[0] != now.Modules[i].Offers[0]
		}
		if now.level() != later.level() {
			t.Errorf("%s: the stage depends on the day", c.ID)
		}
	}
	if !changed {
		t.Error("the day changes nothing")
	}
}
