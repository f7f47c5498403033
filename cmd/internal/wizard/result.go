package wizard

import (
	"slices"
	"strconv"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// results shows what the answers come to, in panes.
type results struct {
	pane paneID
	at   map[paneID]int // pointer in each pane
	area int            // of the pane "why": 0 is the total
	file file
	last desk.Shown

	programme programme // open in the pane "module"
}

// paneID names a pane. The zero value is invalid.
type paneID int

const (
	paneOverview paneID = iota + 1
	paneWhy
	paneSteps
	paneModule
	paneFiles
)

// pane is one view of the result.
type pane interface {
	stops(f frame, s *results) int
	body(f frame, s *results) (fixed []line, list []block)
	run(f frame, s *results) []say
	keys(f frame, s *results) []hint
	hint(f frame, s *results) string
}

var panes = map[paneID]pane{paneOverview: overview{}, paneWhy: why{}, paneSteps: steps{}, paneModule: module{}, paneFiles: files{}}

var paneWords = map[paneID]string{paneOverview: "tab.1", paneWhy: "tab.2", paneSteps: "tab.3", paneModule: "tab.4", paneFiles: "tab.6"}

// panes are those that the bank has something for; their place is the key that leads there.
func (f frame) panes() []paneID {
	out := []paneID{paneOverview, paneWhy}
	if f.Look.bank().HasMeasures() {
		out = append(out, paneSteps)
	}
	if len(f.Look.bank().Modules) > 0 {
		out = append(out, paneModule)
	}
	return append(out, paneFiles)
}

// keyOf is the digit that leads to a pane.
func (f frame) keyOf(p paneID) int { return slices.Index(f.panes(), p) + 1 }

func newResult(p paneID) *results { return &results{pane: p, at: map[paneID]int{}} }

func (s *results) CapturesText() bool { return false }

// Update changes pane, moves the pointer, or runs what it rests on.
func (s *results) Update(f frame, k key) []say {
	p := panes[s.pane]
	ptr := pick{s.at[s.pane]}
	n := p.stops(f, s)
	if k.op == opPageUp || k.op == opPageDown {
		s.page(f, k)
		return nil
	}
	if n > 0 && ptr.press(k, n) {
		s.at[s.pane] = ptr.at
		return nil
	}
	if d := k.digit(); d >= 1 && d <= len(f.panes()) {
		s.close()
		s.pane, s.area = f.panes()[d-1], 0
		return nil
	}
	switch k.op {
	case opLeft, opRight:
		s.turn(f, map[op]int{opLeft: -1, opRight: 1}[k.op])
		return nil
	case opEnter, opSpace:
		return p.run(f, s)
	case opEsc:
		if s.programme.id != "" {
			s.close()
			return nil
		}
		if s.pane != paneOverview {
			s.pane = paneOverview
			return nil
		}
	case opResult:
		s.close()
		s.pane = paneOverview
		return nil
	case opUp, opDown:
		if n == 0 {
			return nil
		}
	}
	return []say{pass{k}}
}

// page moves the pointer to the first thing that is out of sight, so that nothing is passed by unseen.
func (s *results) page(f frame, k key) {
	n := panes[s.pane].stops(f, s)
	if n == 0 {
		return
	}
	fixed, list := panes[s.pane].body(f, s)
	at := min(s.at[s.pane], n-1)
	before, after := outOfSight(list, at, f.body()-1-len(fixed)) // below the tabs
	if after == noStop {
		after = n - 1
	}
	s.at[s.pane] = map[op]int{opPageUp: max(0, before), opPageDown: after}[k.op]
}

// turn goes to the next pane, or from the numbers of an area to those of the next one. Nobody gets stuck: after the
// last area comes the next pane, before the first one the total.
func (s *results) turn(f frame, by int) {
	if s.pane == paneWhy && s.area > 0 && s.area+by <= len(f.applying()) {
		s.area += by
		s.at[paneWhy] = 0
		return
	}
	s.close()
	all := f.panes()
	s.pane = all[max(0, min(len(all)-1, slices.Index(all, s.pane)+by))]
	s.area, s.at[paneWhy] = 0, 0
}

// View shows the tabs and the pane.
func (s *results) View(f frame) page {
	p := panes[s.pane]
	out := page{Left: f.T("tab.title"), Right: f.dated(), Done: 1, Of: 1, Hint: p.hint(f, s)}
	var words []string
	for i, id := range f.panes() {
		words = append(words, string(rune('1'+i))+" "+f.T(paneWords[id]))
	}
	fixed, list := p.body(f, s)
	fixed = append([]line{f.tabs(words, slices.Index(f.panes(), s.pane))}, fixed...)
	at := s.at[s.pane]
	if n := p.stops(f, s); at >= n {
		at = max(0, n-1)
	}
	out.Body = append(fixed, f.fit(list, at, f.body()-len(fixed))...)
	return out
}

// announce says in the last row what lies below it, where there is more than fits.
func (f frame) announce(body []line, below string) {
	last := &body[len(body)-1]
	if strings.HasPrefix(last.text(), " ▼") && last.width()+width(below) < f.main() {
		*last = append(*last, span{plain, below})
	}
}

// dated is the company and the day that programmes are judged on.
func (f frame) dated() string {
	day := f.prep(f.P.Date(f.Look.today()))
	name := f.company()
	if f.Look.Run.ReadOnly {
		name = f.T("look.sample")
	}
	if name == "" {
		return day
	}
	if f.W < 76 {
		return shorten(name, 30)
	}
	return shorten(name, 40) + " · " + day
}

// Keys are the words of the key row.
func (s *results) Keys(f frame) []hint {
	out := panes[s.pane].keys(f, s)
	if s.pane == paneOverview {
		return append(second(out, f.out()), hint{key: "1–" + strconv.Itoa(len(f.panes())), word: "do.view"}, hint{op: opReview, key: "a", word: "rev.title"}, hint{op: opGlossary, key: "k", word: "help.terms"}, menuHint)
	}
	word := "do.overview"
	if s.programme.id != "" {
		word = "do.back"
	}
	return append(second(out, esc(word)), menuHint)
}
