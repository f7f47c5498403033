package session

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// journalSchema names the format of journals.
const journalSchema = "digitalkompass.journal/1"

// entry is one line of a journal: what one save changed. The first line holds the whole state instead.
type entry struct {
	Schema string          `json:"schema,omitempty"` // of the first line
	Items  []string        `json:"items,omitempty"`  // ids that the bank has; of the first line
	State  json.RawMessage `json:"state,omitempty"`  // the assessment; of the first line
	Head   head            `json:"head"`
	Set    []given         `json:"set,omitempty"` // answers that changed
	Undo   *splice         `json:"undo,omitempty"`
	Redo   *splice         `json:"redo,omitempty"`
	Base   string          `json:"base"` // digest of the file when this was written
	File   string          `json:"file"` // digest of the file that was to be written next
}

// head is what an assessment holds beside answers.
type head struct {
	Updated  time.Time          `json:"updated"`
	Position string             `json:"position,omitempty"`
	Path     questionnaire.Path `json:"path"`
	Language i18n.Lang          `json:"language"`
}

type given struct {
	ID     string          `json:"id"`
	Answer json.RawMessage `json:"answer"`
}

// splice turns one list of changes into the next: some of the first are dropped, some kept, others follow.
type splice struct {
	Drop int      `json:"drop,omitempty"`
	Keep int      `json:"keep"`
	Add  []change `json:"add,omitempty"`
}

type change struct {
	ID     string          `json:"id"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
	Batch  int             `json:"batch,omitempty"`
}

// state is everything that a journal remembers.
type state struct {
	assessment *questionnaire.Assessment
	history    questionnaire.History
}

func headOf(a *questionnaire.Assessment) head {
	return head{Updated: a.Updated, Position: a.Position, Path: a.Path, Language: a.Language}
}

// whole is the first line of a journal that begins with a state.
func whole(b *questionnaire.Bank, s state) entry {
	e := entry{Schema: journalSchema, Items: b.ItemIDs(), State: questionnaire.Encode(b, s.assessment), Head: headOf(s.assessment)}
	e.Undo, e.Redo = spliceOf(b, nil, s.history.Undo), spliceOf(b, nil, s.history.Redo)
	return e
}

// between is the line that leads from one state to the next.
func between(b *questionnaire.Bank, from, to state) entry {
	e := entry{Head: headOf(to.assessment)}
	for _, q := range b.Index().Items {
		if a := to.assessment.Get(q); !a.Equal(from.assessment.Get(q)) {
			e.Set = append(e.Set, given{q.ID, questionnaire.EncodeAnswer(q, a)})
		}
	}
	e.Undo, e.Redo = spliceOf(b, from.history.Undo, to.history.Undo), spliceOf(b, from.history.Redo, to.history.Redo)
	return e
}

// spliceOf is nil where the lists are the same.
func spliceOf(b *questionnaire.Bank, from, to []questionnaire.Change) *splice {
	drop, keep := 0, 0
	if len(to) > 0 {
		drop = max(0, slices.IndexFunc(from, to[0].Same)) // a long list loses its oldest changes
	}
	for drop+keep < len(from) && keep < len(to) && from[drop+keep].Same(to[keep]) {
		keep++
	}
	if drop == 0 && keep == len(from) && keep == len(to) {
		return nil
	}
	s := &splice{Drop: drop, Keep: keep}
	for _, c := range to[keep:] {
		q := b.Question(c.ID)
		s.Add = append(s.Add, change{c.ID, questionnaire.EncodeAnswer(q, c.Before), questionnaire.EncodeAnswer(q, c.After), c.Batch})
	}
	return s
}

// after is the state after a line; false when the line cannot follow. Answers that this edition of the bank does not
// know are left out.
func (e entry) after(b *questionnaire.Bank, s state) (state, bool) {
	if len(e.State) > 0 {
		var d source.Diagnostics
		s = state{assessment: questionnaire.Decode("", e.State, b, &d)}
	}
	if s.assessment == nil {
		return s, false
	}
	a := *s.assessment
	s.assessment = &a
	for _, g := range e.Set {
		if q := b.Find(g.ID); q != nil {
			if answer, ok := questionnaire.DecodeAnswer(q, g.Answer); ok {
				s.assessment = s.assessment.With(q, answer)
			}
		}
	}
	s.assessment.Updated, s.assessment.Path, s.assessment.Language = e.Head.Updated, e.Head.Path, e.Head.Language
	s.assessment.Position = e.Head.Position
	if q := b.Find(e.Head.Position); q != nil {
		s.assessment.Position = q.ID
	}
	undo, ok := e.Undo.apply(b, s.history.Undo)
	redo, fine := e.Redo.apply(b, s.history.Redo)
	s.history = questionnaire.History{Undo: undo, Redo: redo}
	return s, ok && fine
}

func (p *splice) apply(b *questionnaire.Bank, list []questionnaire.Change) ([]questionnaire.Change, bool) {
	if p == nil {
		return list, true
	}
	if p.Keep < 0 || p.Drop < 0 || p.Keep > len(list)-p.Drop {
		return nil, false
	}
	list = slices.Clip(list[p.Drop : p.Drop+p.Keep])
	for _, c := range p.Add {
		next := questionnaire.Change{ID: c.ID, Batch: c.Batch}
		if q := b.Find(c.ID); q != nil {
			next.ID = q.ID
			next.Before, _ = questionnaire.DecodeAnswer(q, c.Before)
			next.After, _ = questionnaire.DecodeAnswer(q, c.After)
		}
		list = append(list, next) // one that fits nothing any more is left out when the history is recalled
	}
	return list, true
}

// line writes an entry with its checksum.
func (e entry) line() []byte {
	data, err := json.Marshal(e)
	if err != nil {
		panic(err) // made of texts and numbers
	}
	return fmt.Appendf(nil, "%08x %s\n", crc32.ChecksumIEEE(data), data)
}

// readLine reads what line wrote; false when a part of it is missing or damaged.
func readLine(line string) (e entry, ok bool) {
	sum, data, found := strings.Cut(line, " ")
	if !found || sum != fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(data))) {
		return e, false
	}
	return e, json.Unmarshal([]byte(data), &e) == nil
}

func short(data []byte) string {
	sum := digest(data)
	return hex.EncodeToString(sum[:8])
}
