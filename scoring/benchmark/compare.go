package benchmark

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// fieldCountry is the profile field that names a company's country, where a bank has one.
const fieldCountry = "country"

// Standing is where a result stands among its peers.
type Standing struct {
	Benchmark *Benchmark
	Set       *Set
	Country   *Country
	Group     *Group  // the peers; nil where there are no official ones, or the size is not known
	Shares    []Share // of the peers, by stage; none without peers
	Low, High int     // the levels that answers leave possible; the same where the level is sure, 0 for none
	Reasons   []Reason
}

// Share is how many peers stand on a stage, and how many on it or above, in percent.
type Share struct {
	Stage            *questionnaire.Stage
	Percent, AtLeast *big.Rat
	Here             bool // the company stands here, or may
}

// Reason is a statement about a standing; its words are "benchmark.<code>".
type Reason struct{ i18n.Message }

// In is the statement in words.
func (r Reason) In(p *i18n.Printer) string { return p.Message("benchmark.", r.Message) }

// Compare places a result among its peers: companies of its size in its country, in the latest figures that may be
// compared with. It is nil where the bank has no benchmark.
func (c *Catalogue) Compare(r *scoring.Result) *Standing {
	if c == nil || c.of == nil || c.of.current() == nil {
		return nil
	}
	b, a := c.of, r.Assessment
	s := &Standing{Benchmark: b, Set: b.current(), Country: b.country(a)}
	s.Group = b.peers(a)
	row := s.row()
	if row == nil {
		s.Group = nil
		s.say(b.without(a), "population", b.Population.Text)
		return s
	}
	s.levels(r)
	s.shares(row)
	s.place(r)
	if !b.Population.Inside.Always() && b.outside(a) {
		s.say("sector-outside")
	}
	return s
}

func (s *Standing) say(code string, args ...any) {
	s.Reasons = append(s.Reasons, Reason{i18n.Msg(code, args...)})
}

// row are the figures of the peers, or nil.
func (s *Standing) row() *Row {
	if s.Group == nil {
		return nil
	}
	return s.Set.Row(s.Country.ID, s.Group.ID)
}

// country is the one that the profile names, else the first.
func (b *Benchmark) country(a *questionnaire.Assessment) *Country {
	if q := b.bank.Question(fieldCountry); q != nil {
		for i := range b.Countries {
			if got := a.Get(q); got.State == questionnaire.Answered && got.Value.Option == b.Countries[i].Option {
				return &b.Countries[i]
			}
		}
	}
	return &b.Countries[0]
}

// peers are the group that the company surely belongs to, or nil.
func (b *Benchmark) peers(a *questionnaire.Assessment) *Group {
	for i := range b.Groups {
		if b.Groups[i].When.Certain(b.bank, a) {
			return &b.Groups[i]
		}
	}
	return nil
}

// without says why a company has no peers.
func (b *Benchmark) without(a *questionnaire.Assessment) string {
	if b.Population.Below.Certain(b.bank, a) {
		return "too-small"
	}
	return "size-open"
}

// outside says whether the company surely was not among those asked: all that the condition asks about is answered.
func (b *Benchmark) outside(a *questionnaire.Assessment) bool {
	for _, id := range b.Population.Inside.Questions() {
		if q := b.bank.Question(id); q == nil || a.Get(q).State != questionnaire.Answered {
			return false
		}
	}
	return !b.Population.Inside.Holds(b.bank, a)
}

// levels are those that are possible; none while nothing is answered.
func (s *Standing) levels(r *scoring.Result) {
	if r.Coverage.Answered > 0 {
		s.Low, s.High = r.Stage.Low, r.Stage.High
	}
}

func (s *Standing) shares(row *Row) {
	for i := range s.Benchmark.bank.Stages {
		st := &s.Benchmark.bank.Stages[i]
		s.Shares = append(s.Shares, Share{
			Stage: st, Percent: row.Shares[i], AtLeast: row.atLeast(i),
			Here: s.Low > 0 && st.Level >= s.Low && st.Level <= s.High,
		})
	}
}

// place says how many peers reach the company's level, or each of the two ends that its answers leave open.
func (s *Standing) place(r *scoring.Result) {
	if s.Low == 0 {
		s.say("no-answers")
		return
	}
	if s.Low != s.High {
		s.say("uncertain", "a", s.Shares[s.Low-1].Stage.Title, "b", s.Shares[s.High-1].Stage.Title)
	}
	levels := []int{s.Low, s.High}
	if s.Low == s.High {
		levels = levels[:1]
	}
	for _, level := range levels {
		if level > 1 {
			s.reach("reach", level, r)
			continue
		}
		s.say("lowest", s.figures(s.Shares[0].Percent)...)
		if s.High == 1 && len(s.Shares) > 1 {
			s.reach("reach", 2, r) // all are on the lowest level or above
		}
	}
}

func (s *Standing) reach(code string, level int, r *scoring.Result) {
	x := s.Shares[level-1]
	s.say(code, append(s.figures(x.AtLeast), "from", x.Stage.From, "of", r.Of)...)
}

// figures are what every statement of a share names.
func (s *Standing) figures(percent *big.Rat) []any {
	return []any{"p", whole(percent), "group", s.Group.Name, "in", s.Country.In, "source", s.Benchmark.Source.Publisher, "year", s.Set.Year}
}

// whole is a percentage rounded half up for display.
func whole(percent *big.Rat) *big.Rat {
	r, _ := new(big.Rat).SetString(i18n.HalfUp(percent, 0))
	return r
}

// Older are the years that are kept but may not be compared with, latest first.
func (b *Benchmark) Older() (years []int) {
	for _, s := range b.Sets {
		if !s.Comparable {
			years = append(years, s.Year)
		}
	}
	return years
}
