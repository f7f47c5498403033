package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Variables of the environment for the test below.
const (
	killsVariable  = "KOMPASS_KILLS"  // how often the program is killed in all; few without it
	binaryVariable = "KOMPASS_BINARY" // the program to kill; this test binary without it
)

// perFile is how many kills a file lives through before the next one is begun.
const perFile = 25

// fewKills is enough to notice when something is wrong at all; victims share them, for each waits most of the time.
const (
	fewKills = 40
	victims  = 4
)

// victim is one file whose program is killed again and again.
type victim struct {
	t    *testing.T
	home string
	file string
	s    session.Store
	r    *rand.Rand
	tell map[string]int // what was told on opening, and how often
}

// The program is killed at random moments, in line mode and in full screen. What it had confirmed is there, and at most
// the key in hand besides; what can be taken back fits.
func TestKilledAtAnyMoment(t *testing.T) {
	kills, err := strconv.Atoi(os.Getenv(killsVariable))
	if err != nil {
		kills = fewKills
	}
	for i := range victims {
		name, run := "line mode", (*victim).lines
		if i%2 > 0 {
			name, run = "full screen", (*victim).keys
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home, seed := t.TempDir(), uint64(time.Now().UnixNano())
			v := &victim{t: t, home: home, file: filepath.Join(home, "opfer.kompass.json"), r: rand.New(rand.NewPCG(seed, 0)), tell: map[string]int{}}
			v.s = session.Store{Dir: home, Bank: shippedBank(t), Now: time.Now}
			run(v, kills/victims)
			t.Logf("killed %d times, seed %d, told on opening: %v", kills/victims, seed, v.tell)
		})
	}
}

// fresh begins a new file in the place of the old one.
func (v *victim) fresh() {
	v.t.Helper()
	if err := v.s.Delete(v.file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		v.t.Fatal(err)
	}
	start := `{"bank": {"id": "digitalkompass"}, "language": "de", "path": "full", "company": {}, "answers": {}}`
	if err := os.WriteFile(v.file, []byte(start), 0o600); err != nil {
		v.t.Fatal(err)
	}
}

// moment is when to kill: mostly while answers come in, sometimes while the program starts.
func (v *victim) moment(ready func()) {
	if v.r.IntN(10) > 0 {
		ready()
	}
	time.Sleep(time.Duration(v.r.IntN(40_000)) * time.Microsecond)
}

// found opens what is left, and wants the history to end with it.
func (v *victim) found() (name string, h questionnaire.History) {
	v.t.Helper()
	var d source.Diagnostics
	f, err := v.s.Open(v.file, &d)
	if err != nil || f == nil {
		text, _ := os.ReadFile(v.file)
		v.t.Fatalf("cannot be opened: %v %v\n%s", err, d.All(), text)
	}
	defer f.Close()
	for _, m := range f.Notices() {
		v.tell[m.Code]++
		if m.Code != "restored" {
			v.t.Fatalf("told: %v", m)
		}
	}
	name, h = f.Assessment().CompanyName(), f.History()
	iv := questionnaire.NewInterview(v.s.Bank, f.Assessment(), time.Now)
	iv.Recall(h)
	if got := iv.History(); len(got.Undo) != len(h.Undo) || name != "" && (len(h.Undo) == 0 || h.Undo[len(h.Undo)-1].After.Value.Text != name) {
		v.t.Fatalf("%q does not follow from its history of %d changes, of which %d fit", name, len(h.Undo), len(got.Undo))
	}
	return name, h
}

var (
	confirmed = regexp.MustCompile(`Angabe 1 gespeichert: K(\d+)\.`)
	shown     = regexp.MustCompile(`\[ ([a-z]+)_`)
)

// lines answers one question over and over in line mode, each time with the next number. Each line is confirmed when it
// is saved.
func (v *victim) lines(kills int) {
	last := 0
	for i := range kills {
		if i%perFile == 0 {
			v.fresh()
			last = 0
		}
		var input strings.Builder
		for n := last + 1; n <= last+80; n++ {
			fmt.Fprintf(&input, "K%d\nz\n", n)
		}
		p := inPipe(v.t, v.home, "run", v.file)
		go func() { _, _ = io.WriteString(p.keys, input.String()) }()
		v.moment(func() { p.await("Wie heißt Ihr Unternehmen?") })
		_ = p.cmd.Process.Kill()
		p.ends(-1)
		told := last
		for _, m := range confirmed.FindAllStringSubmatch(p.all(), -1) {
			told, _ = strconv.Atoi(m[1])
		}
		name, h := v.found()
		now, _ := strconv.Atoi(strings.TrimPrefix(name, "K"))
		if now != told && now != told+1 {
			v.t.Fatalf("confirmed up to K%d, found %q", told, name)
		}
		if len(h.Undo) != now {
			v.t.Fatalf("%d changes can be taken back, want %d", len(h.Undo), now)
		}
		last = now
	}
}

// keys types into an empty field in full screen, a letter at a time. What the screen shows is saved.
func (v *victim) keys(kills int) {
	for i := range kills {
		if i%perFile == 0 {
			v.fresh()
		}
		v.clear()
		text := make([]byte, 40)
		for i := range text {
			text[i] = byte('a' + v.r.IntN(26))
		}
		p := inTerminal(v.t, v.home, "run", v.file)
		go func() {
			for _, c := range text {
				if _, err := p.keys.Write([]byte{c}); err != nil {
					return
				}
				time.Sleep(time.Millisecond)
			}
		}()
		v.moment(func() { p.await("Wie heißt Ihr Unternehmen?") })
		_ = p.cmd.Process.Kill()
		p.ends(-1)
		seen := ""
		if all := shown.FindAllStringSubmatch(p.all(), -1); len(all) > 0 {
			seen = all[len(all)-1][1]
		}
		if name, _ := v.found(); !strings.HasPrefix(string(text), name) || !strings.HasPrefix(name, seen) {
			v.t.Fatalf("typed %q, shown %q, found %q", text, seen, name)
		}
	}
}

// clear empties the field.
func (v *victim) clear() {
	v.t.Helper()
	var d source.Diagnostics
	f, err := v.s.Open(v.file, &d)
	if err != nil || f == nil {
		v.t.Fatal(err, d.All())
	}
	iv := questionnaire.NewInterview(v.s.Bank, f.Assessment(), time.Now)
	iv.Recall(f.History())
	iv.Put(v.s.Bank.Question(questionnaire.FieldName), questionnaire.Answer{})
	if err := errors.Join(f.Save(iv.Assessment(), iv.History()), f.Close()); err != nil {
		v.t.Fatal(err)
	}
}
