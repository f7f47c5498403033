package questionnaire

import "digitalkompass/questionnaire/source"

// reuse reads reuse.yaml. What it names in other banks is checked by CheckReuse, which has them.
func (l *loader) reuse(_ scope, m *source.Map) {
	for _, n := range m.Items("reuse") {
		rm := source.ReadMap(n, l.d)
		r := Reuse{Bank: rm.NeedString("bank"), at: rm.At("bank")}
		for _, item := range rm.Items("answers") {
			if a, ok := l.reuseAnswer(source.ReadMap(item, l.d)); ok {
				r.Answers = append(r.Answers, a)
			}
		}
		l.bank.Reuse = append(l.bank.Reuse, r)
		rm.Done()
	}
}

func (l *loader) reuseAnswer(m *source.Map) (ReuseAnswer, bool) {
	a := ReuseAnswer{For: m.NeedString("for"), Same: m.String("same"), at: m.At("same")}
	q := l.bank.Question(a.For)
	if q == nil && a.For != "" {
		l.noQuestion(m.At("for"), a.For)
	}
	cases := m.Items("cases")
	if (a.Same == "") == (len(cases) == 0) {
		l.d.Error(m.Pos(), "reuse-one")
	}
	for _, n := range cases {
		cm := source.ReadMap(n, l.d)
		c := ReuseCase{when: cm.Need("when")}
		if v := cm.Need("value"); v != nil && q != nil && l.sound(q) {
			before := l.d.Errors()
			if c.Value = readValue(q, v, l.d); l.d.Errors() == before {
				checkAnswer(q, Answer{State: Answered, Value: c.Value}, v.Pos, l.d)
			}
		}
		if c.when != nil {
			a.Cases = append(a.Cases, c)
		}
		cm.Done()
	}
	m.Done()
	return a, q != nil
}
