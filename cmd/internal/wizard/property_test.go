package wizard

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// anyKeys are what a person may press, wildly.
var anyKeys = []string{
	"up", "down", "down", "left", "right", "enter", "enter", "enter", "space", "tab", "backtab", "esc", "home", "end", "pgdn", "pgup",
	"bs", "del", "f1", "ctrl+z", "ctrl+y", "1", "2", "3", "4", "5", "9", "0", "#", "w", "t", "h", "n", "u", "r", "g", "a", "e", "l", "d",
	"o", "z", "b", "?", "x", "ß", "世", "Kessler & Söhne",
}

// TestAnyKeys presses keys at random: nothing panics, every view fits its window exactly, and what was saved is always
// what the interview holds.
func TestAnyKeys(t *testing.T) {
	windows := [][2]int{{60, 20}, {80, 24}, {120, 40}, {61, 20}, {200, 60}, {40, 9}, {1, 1}}
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			d := shippedDesk(t)
			dr := drive(t, d, desk.Start{Path: []questionnaire.Path{questionnaire.Quick, questionnaire.Full}[seed%2]})
			for range 400 {
				if rnd.IntN(25) == 0 {
					w := windows[rnd.IntN(len(windows))]
					dr.size(w[0], w[1])
				}
				key := anyKeys[rnd.IntN(len(anyKeys))]
				dr.press(key)
				dr.see()
				if w := dr.r.work; w != nil && w.session != nil && w.session.Assessment() != w.iv.Assessment() {
					t.Fatalf("after %s: saved is not what is held", key)
				}
				if dr.r.end != nil {
					dr.r.end = nil
				}
			}
		})
	}
}

// TestConfirmedAnswersStay answers everything and then presses only keys that look around: nothing may change.
func TestConfirmedAnswersStay(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(d.Sample)
	dr := drive(t, d, desk.Start{})
	dr.press("enter", "a")
	b := d.Bank()
	before := string(questionnaire.Encode(b, plainly(dr)))
	look := []string{"up", "down", "left", "right", "esc", "home", "end", "pgdn", "pgup", "h", "g", "a", "e", "?", "f1", "tab", "backtab", "l", "d", "z"}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 800 {
		if q, ok := dr.r.top().(*question); ok && q.CapturesText() {
			dr.press("esc")
			continue
		}
		if _, ok := dr.r.top().(*question); ok {
			dr.press([]string{"up", "down", "esc", "h", "a", "e", "g"}[rnd.IntN(7)])
		} else {
			dr.press(look[rnd.IntN(len(look))])
		}
		if dr.r.work == nil {
			dr.press("home", "enter", "a")
		}
		if dr.r.work == nil {
			break
		}
		if _, ok := dr.r.top().(*jump); ok {
			dr.press("esc")
		}
	}
	if dr.r.work == nil {
		t.Fatal("went astray")
	}
	if after := string(questionnaire.Encode(b, plainly(dr))); after != before {
		t.Errorf("looking around changed the answers:\n%s\n%s", before, after)
	}
}

// plainly is the assessment without place, language and dates.
func plainly(dr *driver) *questionnaire.Assessment {
	a := *dr.r.work.iv.Assessment()
	a.Position, a.Language, a.Updated = "", i18n.German, clock
	return &a
}

// TestNothingIsCut looks at every question of the shipped bank at 60 × 20: all of its words can be read, if need be by
// moving the pointer.
func TestNothingIsCut(t *testing.T) {
	for _, l := range i18n.Languages() {
		d := shippedDesk(t)
		d.Keep(d.Sample)
		dr := drive(t, d, desk.Start{Lang: l})
		dr.size(60, 20)
		dr.press("enter")
		dr.r.view.lang = l // the draft's own language is German
		for _, it := range dr.r.work.iv.Items(dr.r.work.iv.Assessment()) {
			visit{it.Question.ID}.do(dr.r)
			dr.r.top().(*question).at = noStop
			seen := words(dr.see())
			for range 40 {
				dr.press("down")
				seen += words(dr.see())
				if dr.r.bar != noStop {
					dr.press("up")
					break
				}
			}
			want := []string{it.Question.Wording.Text.In(l)}
			for _, o := range it.Question.Options {
				want = append(want, o.Text.In(l))
			}
			for _, r := range it.Question.Rows {
				want = append(want, r.Text.In(l))
			}
			for _, text := range want {
				for _, w := range strings.Fields(text) {
					if !strings.Contains(seen, strings.ReplaceAll(w, "\u00a0", " ")) && len(w) < 40 {
						t.Errorf("%s: %q is not to be seen", it.Question.ID, w)
					}
				}
			}
		}
	}
}

func words(s string) string {
	return strings.ReplaceAll(escapes.ReplaceAllString(s, ""), "\u00a0", " ")
}

// TestEverythingIsReached holds that the pointer leads to the first and the last row of every list.
func TestEverythingIsReached(t *testing.T) {
	ways := map[string]string{
		"review": "enter a", "jump": "enter g", "menu": "enter ?", "overview": "enter e", "why": "enter e down down down enter",
		"total": "enter e 2", "steps": "enter e 3", "module": "enter e 4", "files": "enter e 5 enter", "reading": "end enter",
		"help": "enter g 3 1 enter h", "welcome": "",
	}
	for name, keys := range ways {
		t.Run(name, func(t *testing.T) {
			d := shippedDesk(t)
			for range 5 {
				d.Keep(d.Sample)
			}
			dr := drive(t, d, desk.Start{})
			dr.size(60, 20)
			dr.press(strings.Fields(keys)...)
			up, down := []string{"pgup", "pgup", "home"}, []string{"end"}
			if name == "jump" {
				up, down = nil, strings.Fields(strings.Repeat("down ", 90))
			}
			dr.press(up...).hides("▲")
			dr.press(down...)
			if name == "jump" {
				dr.press("esc", "up", "down")
			}
			dr.hides("▼")
		})
	}
	dr := drive(t, shippedDesk(t), desk.Start{})
	dr.size(60, 20)
	dr.r.do([]say{begin{questionnaire.Quick}, open{&deeper{}}})
	dr.press("home").hides("▲")
	dr.press("end").hides("▼")
}
