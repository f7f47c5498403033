package wizard

import (
	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// screen is one thing to see and to do. It keeps its own pointer and text; everything else it announces, and the
// root decides.
type screen interface {
	Update(f frame, k key) []say
	View(f frame) page
	Keys(f frame) []hint
	CapturesText() bool
}

// page is what a screen shows: the places in the first row, progress, rows for the body, a hint for the status row.
type page struct {
	Left, Right string
	Done, Of    int // progress; a plain rule when Of is 0
	Body        []line
	Hint        string
	Panel       []line // beside the body, where the window is wide enough
	Corner      string // at the right of the status row, in place of the company
}

// hint is a word of the key row. One without an op cannot be run from there.
type hint struct {
	op   op
	key  string // message of the key's name, or the key itself
	word string // message
	args []any  // of the message
}

// look is what screens may see of the run. Nothing can be changed through it.
type look struct {
	Desk desk.Desk
	Talk talk // nil before an assessment is open
	Run  run
	// Below is the question below the screen on top, "" for none.
	Below string
}

// run is the state of saving and of the two lists of changes.
type run struct {
	Path     string // of the file, "" when there is none
	ReadOnly bool
	Trouble  *trouble
	Shift    shift // what the last answer changed
	Judge    func() (*scoring.Result, *offer.Advice)
	Round    desk.Round
	Reach    reach      // how far the bars of progress have come
	Order    desk.Order // how the report is wanted
	Details  func() details
	Ahead    func() desk.Ahead                 // what going deeper would still ask
	Home     func(id string) (desk.Spot, bool) // where Enter leads back to, after a jump
	Quick    func() *scoring.Result            // what the quick path came to, before going deeper
}

// talk is an interview as screens see it.
type talk interface {
	Assessment() *questionnaire.Assessment
	Answer(*questionnaire.Question) questionnaire.Answer
	Changed(*questionnaire.Question) bool
	LastTime(*questionnaire.Question) (questionnaire.Answer, bool)
	Conflicts() []questionnaire.Conflict
	Current() (questionnaire.Item, bool)
	Visible(id string) (questionnaire.Item, bool)
	Section(*questionnaire.Assessment, questionnaire.Section) []questionnaire.Item
	Number(*questionnaire.Assessment, string) int
	Numbered(*questionnaire.Assessment) []questionnaire.Item
	Progress(*questionnaire.Assessment) questionnaire.Progress
	DimensionProgress(*questionnaire.Assessment, *questionnaire.Dimension) questionnaire.Progress
	HiddenAnswers(*questionnaire.Assessment) []*questionnaire.Question
	Pending(*questionnaire.Assessment) []questionnaire.Item
	Unconfirmed(*questionnaire.Assessment) []questionnaire.Item
}

func (l look) bank() *questionnaire.Bank { return l.Desk.Bank() }

func (l look) today() source.Day { return l.Desk.Today() }

// asked are the items of a section.
func (l look) asked(s questionnaire.Section) []questionnaire.Item {
	return l.Talk.Section(l.Talk.Assessment(), s)
}

// settled is the state of a question that counts.
func (l look) settled(q *questionnaire.Question) questionnaire.State {
	return questionnaire.Settled(q, l.Talk.Answer(q))
}

// number is the place of an item in its section and how many there are.
func (l look) number(q *questionnaire.Question) (n, of int) {
	items := l.asked(q.Section)
	for i, it := range items {
		if it.Question.ID == q.ID {
			return i + 1, len(items)
		}
	}
	return 0, len(items)
}

// done counts the items of a section that need no more answer.
func (l look) done(s questionnaire.Section) (n, of int) {
	items := l.asked(s)
	for _, it := range items {
		if l.settled(it.Question) != questionnaire.Open || l.Talk.Answer(it.Question).State == questionnaire.Skipped && it.Dimension == nil {
			n++
		}
	}
	return n, len(items)
}

// note is a message for the status row; it stays until the next key.
type note struct {
	key   string
	args  []any
	fault bool
}

func (n note) in(f frame) string {
	if n.key == "" {
		return ""
	}
	return f.T(n.key, n.args...)
}

// about makes a note of a message of another package.
func about(prefix string, m i18n.Message) note {
	return note{key: prefix + m.Code, args: m.Args, fault: true}
}
