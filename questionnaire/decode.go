package questionnaire

import (
	"slices"
	"time"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Decode reads an assessment and checks it against its bank. All problems are added to d; the assessment is nil when
// one of them is an error. Answers to questions that this version of the bank does not have are dropped with a
// warning when the file comes from another version, and are errors otherwise.
func Decode(name string, data []byte, b *Bank, d *source.Diagnostics) *Assessment {
	a, _ := DecodeRenewed(name, data, b, d)
	return a
}

// DecodeRenewed is Decode, and says what became of the answers when they were given to another edition of the bank.
func DecodeRenewed(name string, data []byte, b *Bank, d *source.Diagnostics) (*Assessment, *Renewal) {
	n := source.ParseJSON(name, data, d)
	if n == nil {
		return nil, nil
	}
	before := d.Failed()
	r := &decoder{bank: b, d: d, a: &Assessment{Path: Full, Language: b.About.Languages[0], Company: map[string]Answer{}, Answers: map[string]Answer{}}}
	r.document(source.ReadMap(n, d))
	if d.Failed() && !before {
		return nil, nil
	}
	return r.a, r.renewal
}

type decoder struct {
	bank *Bank
	d    *source.Diagnostics
	a    *Assessment
	// renewal is nil while the file is of this edition.
	renewal *Renewal
}

func (r *decoder) document(m *source.Map) {
	if s := m.String("schema"); s != "" && s != AssessmentSchema {
		r.d.Error(m.At("schema"), "assessment-schema", "name", s, "want", AssessmentSchema)
	}
	r.head(m)
	r.a.Started, r.a.Updated = r.moment(m, "started"), r.moment(m, "updated")
	r.a.Ref = r.ref(m)
	r.a.Position = m.String("position")
	if now := r.bank.Find(r.a.Position); now != nil {
		r.a.Position = now.ID
	}
	if n := m.Need("company"); n != nil {
		r.answers(n, r.a.Company, true)
	}
	if n := m.Need("answers"); n != nil {
		r.answers(n, r.a.Answers, false)
	}
	if n := m.Take("since"); n != nil {
		r.a.Since = r.since(n)
	}
	m.Done()
}

// since reads the earlier answers that were the template of these. What another edition of the bank does not know any
// more is left out without a word: it is told of the answers themselves.
func (r *decoder) since(n *source.Node) *Assessment {
	e := &decoder{bank: r.bank, d: &source.Diagnostics{}, a: &Assessment{Path: Full, Company: map[string]Answer{}, Answers: map[string]Answer{}}}
	m := source.ReadMap(n, e.d)
	e.head(m)
	if e.renewal == nil && r.renewal != nil {
		e.renewal = &Renewal{From: e.a.Bank}
	}
	e.a.Updated = e.moment(m, "updated")
	if n := m.Need("company"); n != nil {
		e.answers(n, e.a.Company, true)
	}
	if n := m.Need("answers"); n != nil {
		e.answers(n, e.a.Answers, false)
	}
	m.Done()
	if e.renewal == nil || e.d.Failed() {
		r.d.Merge(e.d)
	}
	return e.a
}

func (r *decoder) head(m *source.Map) {
	ref := source.ReadMap(m.Need("bank"), r.d)
	if ref.Pos().Line == 0 {
		return
	}
	r.a.Bank = BankRef{ID: ref.NeedString("id"), Version: ref.String("version"), Digest: ref.String("digest"), Variant: ref.String("variant")}
	ref.Done()
	if id := r.a.Bank.ID; id != "" && id != r.bank.About.ID {
		r.d.Error(m.At("bank"), "assessment-bank", "name", id, "want", r.bank.About.ID)
	} else if id != "" {
		r.variant(m.At("bank"))
	}
	if r.a.Bank.other(r.bank) {
		r.renewal = &Renewal{From: r.a.Bank}
	}
	if v := m.Take("language"); v != nil {
		r.a.Language = i18n.Lang(v.Value)
		if !slices.Contains(i18n.Languages(), r.a.Language) {
			r.d.Unknown(v.Pos, "bad-word", v.Value, []string{"de", "en"}, "allowed", "de, en")
		}
	}
	if v := m.Take("path"); v != nil {
		r.a.Path = Path(v.Value)
		if words := []string{string(Quick), string(Deeper), string(Full)}; !slices.Contains(words, v.Value) {
			r.d.Unknown(v.Pos, "bad-word", v.Value, words, "allowed", joinWords(words))
		}
		if r.a.Path != Full && r.bank.On(Quick) == 0 {
			r.d.Warn(v.Pos, "path-empty", "name", r.bank.About.ID)
			r.a.Path = Full
		}
	}
}

// variant wants the file to be of the variant that is loaded.
func (r *decoder) variant(at source.Pos) {
	got, want := r.a.Bank, r.bank.Ref()
	if got.Variant == want.Variant {
		return
	}
	if known := r.bank.About.VariantIDs(); got.Variant != "" && !slices.Contains(known, got.Variant) {
		UnknownVariant(at, got.Variant, known, r.d)
		return
	}
	r.d.Error(at, "assessment-variant", "name", got.Name(), "want", want.Name())
}

// ref is the sender's own mark, which is no longer than a line of text.
func (r *decoder) ref(m *source.Map) string {
	s := m.String("ref")
	if n := utf8.RuneCountInString(s) - MaxLine; n > 0 {
		r.d.Error(m.At("ref"), "ref-long", "n", n)
	}
	return s
}

func (r *decoder) moment(m *source.Map, key string) time.Time {
	s := m.String(key)
	if s == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		r.d.Error(m.At(key), "wrong-kind", "want", "moment")
	}
	return t
}

func (r *decoder) answers(n *source.Node, into map[string]Answer, profile bool) {
	for _, e := range source.ReadMap(n, r.d).Entries() {
		q := r.bank.Find(e.Key)
		if q == nil || (q.Dimension == "") != profile {
			r.unknown(e, profile)
			continue
		}
		if _, taken := into[q.ID]; taken && q.ID != e.Key {
			continue // the answer under the present name counts
		}
		a, moved, ok := r.take(q, e, profile)
		if !a.Empty() {
			into[q.ID] = a
		}
		r.note(q, e.Key, moved || q.ID != e.Key, ok)
	}
}

// take reads an answer and checks it. One of another edition that is not possible any more leaves its note behind.
func (r *decoder) take(q *Question, e source.Entry, profile bool) (a Answer, moved, ok bool) {
	if r.renewal == nil {
		before := r.d.Errors()
		a, moved = q.current(r.answer(q, e.Value, profile))
		if !a.Empty() && r.d.Errors() == before {
			r.check(q, a, e)
		}
		return a, moved, true
	}
	strict := decoder{bank: r.bank, d: &source.Diagnostics{}, a: r.a}
	if a, moved, _ = strict.take(q, e, profile); !strict.d.Failed() {
		return a, moved, true
	}
	r.d.Warn(e.At, "answer-dropped", "name", e.Key, "version", r.a.Bank.Version, "now", r.bank.About.Version)
	left := Answer{Note: a.Note, Later: a.Later, Confidence: a.Confidence, Evidence: a.Evidence}
	if Check(q, left) != nil {
		left = Answer{}
	}
	return left, false, false
}

func (r *decoder) check(q *Question, a Answer, e source.Entry) {
	if a.Target != "" && q.Option(a.Target) == nil {
		at := source.ReadMap(e.Value, &source.Diagnostics{}).At("target")
		r.d.Unknown(at, "answer-no-option", a.Target, optionIDs(q), "question", q.ID, "allowed", joinWords(optionIDs(q)))
	}
	checkAnswer(q, a, e.Value.Pos, r.d)
}

// note counts what became of an answer of another edition.
func (r *decoder) note(q *Question, name string, moved, ok bool) {
	switch {
	case r.renewal == nil:
	case !ok:
		r.renewal.Dropped = append(r.renewal.Dropped, name)
	case moved:
		r.renewal.Mapped = append(r.renewal.Mapped, q.ID)
	default:
		r.renewal.Kept++
	}
}

func (r *decoder) unknown(e source.Entry, profile bool) {
	if r.renewal != nil {
		r.d.Warn(e.At, "answer-dropped", "name", e.Key, "version", r.a.Bank.Version, "now", r.bank.About.Version)
		r.renewal.Dropped = append(r.renewal.Dropped, e.Key)
		return
	}
	var known []string
	for id, q := range r.bank.index {
		if (q.Dimension == "") == profile {
			known = append(known, id)
		}
	}
	slices.Sort(known)
	r.d.Unknown(e.At, "unknown-question", e.Key, known)
}

// answer reads a full answer, or for profile fields also a bare value or null.
func (r *decoder) answer(q *Question, n *source.Node, profile bool) Answer {
	if profile && n.Kind == source.Null {
		return Answer{State: Skipped}
	}
	if profile && n.Kind != source.Mapping {
		return Answer{State: Answered, Value: readValue(q, n, r.d)}
	}
	m := source.ReadMap(n, r.d)
	a := Answer{Note: m.String("note"), Target: m.String("target"), Confidence: m.String("confidence"), Evidence: m.String("evidence"), Later: m.Bool("later"), Carried: m.Day("carried")}
	v, state := m.Take("value"), m.Take("state")
	switch {
	case v != nil && state != nil:
		r.d.Error(state.Pos, "answer-twice", "question", q.ID)
	case v != nil:
		a.State, a.Value = Answered, readValue(q, v, r.d)
	case state != nil:
		a.State = r.state(state)
	}
	if n.Kind == source.Mapping && v == nil && state == nil && a.Empty() {
		r.d.Error(n.Pos, "answer-empty", "question", q.ID)
	} else if !a.Carried.IsZero() && (a.State == Open || a.State == Skipped) {
		r.d.Error(m.At("carried"), "answer-carried", "question", q.ID)
	}
	m.Done()
	return a
}

func (r *decoder) state(n *source.Node) State {
	var words []string
	for s, w := range stateWords {
		if w == n.Value {
			return s
		}
		words = append(words, w)
	}
	slices.Sort(words)
	r.d.Unknown(n.Pos, "bad-word", n.Value, words, "allowed", joinWords(words))
	return Open
}

// DecodeAnswer reads what EncodeAnswer wrote; false when it is no possible answer to the question. Options and rows
// may have the ids of an earlier edition of the bank.
func DecodeAnswer(q *Question, data []byte) (Answer, bool) {
	var d source.Diagnostics
	n := source.ParseJSON("", data, &d)
	if n == nil || n.Kind == source.Null {
		return Answer{}, n != nil
	}
	r := decoder{d: &d}
	a, _, _ := r.take(q, source.Entry{Key: q.ID, Value: n}, false)
	return a, !d.Failed()
}
