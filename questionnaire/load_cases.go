package questionnaire

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire/source"
)

// cases reads cases.yaml: invented companies with answers and the result they have to give.
func (l *loader) cases(s scope, m *source.Map) {
	for _, n := range m.Items("cases") {
		cm := source.ReadMap(n, l.d)
		c := Case{ID: l.id(cm, "case"), Pos: cm.Pos()}
		at := s.in("cases", c.ID)
		c.Title, c.Shows = at.need(cm, "title"), at.need(cm, "shows")
		a := &Assessment{
			Bank: BankRef{ID: l.bank.About.ID, Version: l.bank.About.Version, Variant: l.variant}, Language: l.bank.About.Languages[0],
			Path: Path(l.enum(cm, "path", string(Quick), string(Full))), Company: map[string]Answer{}, Answers: map[string]Answer{},
		}
		if a.Path == Quick && l.bank.On(Quick) == 0 && !l.questionsLost() {
			l.d.Error(cm.At("path"), "path-empty", "name", l.bank.About.ID)
		}
		l.caseAnswers(cm, "profile", a.Company, true)
		l.caseAnswers(cm, "answers", a.Answers, false)
		c.Assessment, c.Expected = a, l.expected(cm.Map("expected"))
		l.bank.Cases = append(l.bank.Cases, c)
		cm.Done()
	}
}

// caseAnswers reads the answers of a case; "dont-know" and "not-applicable" stand for states.
func (l *loader) caseAnswers(m *source.Map, key string, into map[string]Answer, profile bool) {
	for _, e := range m.Map(key).Entries() {
		q := l.bank.Question(e.Key)
		if q == nil || (q.Dimension == "") != profile {
			l.noQuestion(e.At, e.Key)
			continue
		}
		if !l.sound(q) {
			continue
		}
		before := l.d.Errors()
		a := l.caseAnswer(q, e.Value)
		if l.d.Errors() == before {
			checkAnswer(q, a, e.Value.Pos, l.d)
		}
		into[q.ID] = a
	}
}

func (l *loader) caseAnswer(q *Question, n *source.Node) Answer {
	if n.Kind == source.String && q.Dimension != "" {
		switch n.Value {
		case "dont-know":
			return Answer{State: Unknown}
		case "not-applicable":
			return Answer{State: NotApplicable}
		}
	}
	if n.Kind == source.Mapping && q.Dimension != "" && q.Kind != Grid {
		return l.fullCaseAnswer(q, source.ReadMap(n, l.d))
	}
	v := readValue(q, n, l.d)
	for row, cell := range v.Rows {
		v.Rows[row] = cellWord(cell)
	}
	return Answer{State: Answered, Value: v}
}

// fullCaseAnswer reads an answer written as in an assessment: its value with the target and how sure it is.
func (l *loader) fullCaseAnswer(q *Question, m *source.Map) Answer {
	a := Answer{}
	if v := m.Take("value"); v != nil {
		a = l.caseAnswer(q, v)
	}
	a.Target, a.Confidence = m.String("target"), l.word(m.Take("confidence"), []string{"estimated", "told", "seen"})
	if a.Target != "" && q.Option(a.Target) == nil {
		l.d.Unknown(m.At("target"), "answer-no-option", a.Target, optionIDs(q), "question", q.ID, "allowed", joinWords(optionIDs(q)))
	}
	if a.Empty() {
		l.d.Error(m.Pos(), "answer-empty", "question", q.ID)
	}
	m.Done()
	return a
}

// cellWord is a row's value as bank files write it.
func cellWord(cell string) string {
	switch cell {
	case "dont-know":
		return RowUnknown
	case "not-applicable":
		return RowNotApplicable
	}
	return cell
}

func (l *loader) expected(m *source.Map) Expected {
	x := Expected{Dimensions: map[string]Span{}, Coverage: map[string]int{}}
	for _, e := range m.Map("dimensions").Entries() {
		if l.bank.Dimension(e.Key) == nil && !l.doubts.lost("node") {
			l.d.Unknown(e.At, "unknown-dimension", e.Key, l.dimensionIDs())
		}
		x.Dimensions[e.Key] = l.span(e.Value)
	}
	l.expectedNodes(m, &x)
	if n := m.Take("total"); n != nil {
		x.Total = l.span(n)
	}
	st := m.Map("stage")
	x.Stage = StageSpan{Level: st.Int("level"), Low: st.Int("low"), High: st.Int("high")}
	st.Done()
	x.Lacking, x.Module, x.SecurityFirst = m.Strings("lacking"), m.String("module"), m.Bool("security_first")
	for _, e := range m.Map("coverage").Entries() {
		if r := source.RatOf(e.Value, l.d); r != nil && r.IsInt() {
			x.Coverage[e.Key] = int(r.Num().Int64())
		}
	}
	if x.Module != "" && l.bank.Module(x.Module) == nil {
		l.d.Unknown(m.At("module"), "unknown-module", x.Module, l.known("module"))
	}
	m.Done()
	return x
}

func (l *loader) dimensionIDs() []string {
	var out []string
	for _, d := range l.bank.Dimensions {
		out = append(out, d.ID)
	}
	return out
}

// totalWord stands for the total, which has no id, where the band of a node is expected.
const totalWord = "total"

// expectedNodes reads what a case expects of groups and results, and of the bands of any node.
func (l *loader) expectedNodes(m *source.Map, x *Expected) {
	x.Nodes, x.Bands = map[string]Span{}, map[string]string{}
	for _, e := range m.Map("nodes").Entries() {
		if l.nodeNamed(e.At, e.Key) {
			x.Nodes[e.Key] = l.span(e.Value)
		}
	}
	for _, e := range m.Map("bands").Entries() {
		id := e.Key
		if id == totalWord {
			id = ""
		} else if !l.nodeNamed(e.At, id) {
			continue
		}
		known := bandIDs(l.nodes[id].node)
		if n := l.nodes[id].node; n.Combine.Rule == Vote { // whose children win
			known = childNames(n)
		}
		for _, word := range strings.Fields(e.Value.Value) {
			if !slices.Contains(known, word) {
				l.d.Unknown(e.Value.Pos, "unknown-band", word, known, "node", e.Key)
			}
		}
		x.Bands[id] = e.Value.Value
	}
}

func (l *loader) span(n *source.Node) Span {
	m := source.ReadMap(n, l.d)
	s := Span{Score: l.fraction(m, "score"), Low: l.fraction(m, "low"), High: l.fraction(m, "high")}
	m.Done()
	return s
}

// fraction reads an exact number written as a whole one or as "401/12".
func (l *loader) fraction(m *source.Map, key string) *big.Rat {
	v := m.Take(key)
	if v == nil {
		return nil
	}
	return l.ratio(v)
}
