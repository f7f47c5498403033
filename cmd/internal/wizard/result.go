package wizard

// results shows what the answers come to, in panes.
type results struct {
	pane paneID
	at   map[paneID]int // pointer in each pane
	area int            // of the pane "why": 0 is the total
	file file
}

// paneID names a pane; the number is the key that leads to it. The zero value is invalid.
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

var paneWords = []string{"tab.1", "tab.2", "tab.3", "tab.4", "tab.6"}

func newResult(p paneID) *results { return &results{pane: p, at: map[paneID]int{}} }

func (s *results) CapturesText() bool { return false }

// Update changes pane, moves the pointer, or runs what it rests on.
func (s *results) Update(f frame, k key) []say {
	p := panes[s.pane]
	ptr := pick{s.at[s.pane]}
	n := p.stops(f, s)
	if n > 0 && ptr.press(k, n) {
		s.at[s.pane] = ptr.at
		return nil
	}
	if d := k.digit(); d >= 1 && d <= len(paneWords) {
		s.pane, s.area = paneID(d), 0
		return nil
	}
	switch k.op {
	case opLeft, opRight:
		s.turn(f, map[op]int{opLeft: -1, opRight: 1}[k.op])
		return nil
	case opEnter, opSpace:
		return p.run(f, s)
	case opEsc:
		if s.pane != paneOverview {
			s.pane = paneOverview
			return nil
		}
	case opResult:
		s.pane = paneOverview
		return nil
	case opUp, opDown, opPageUp, opPageDown:
		if n == 0 {
			return nil
		}
	}
	return []say{pass{k}}
}

// turn goes to the next pane, or from the numbers of an area to those of the next one. Nobody gets stuck: after the
// last area comes the next pane, before the first one the total.
func (s *results) turn(f frame, by int) {
	if s.pane == paneWhy && s.area > 0 && s.area+by <= len(f.applying()) {
		s.area += by
		s.at[paneWhy] = 0
		return
	}
	s.pane = max(paneOverview, min(paneFiles, s.pane+paneID(by)))
	s.area, s.at[paneWhy] = 0, 0
}

// View shows the tabs and the pane.
func (s *results) View(f frame) page {
	p := panes[s.pane]
	out := page{Left: f.T("tab.title"), Right: f.dated(), Done: 1, Of: 1, Hint: p.hint(f, s)}
	var words []string
	for i, w := range paneWords {
		words = append(words, string(rune('1'+i))+" "+f.T(w))
	}
	fixed, list := p.body(f, s)
	fixed = append([]line{f.tabs(words, int(s.pane)-1)}, fixed...)
	at := s.at[s.pane]
	if n := p.stops(f, s); at >= n {
		at = max(0, n-1)
	}
	out.Body = append(fixed, f.fit(list, at, f.body()-len(fixed))...)
	return out
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
		return append(second(out, esc("do.back")), hint{key: "1–5", word: "do.view"}, hint{op: opReview, key: "a", word: "rev.title"}, menuHint)
	}
	return append(second(out, esc("do.overview")), menuHint)
}
