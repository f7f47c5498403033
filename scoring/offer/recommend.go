package offer

import (
	"maps"
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// First is the module that takes newcomers: the one named while too little is answered for a stage.
const First = "kompetenzzentrum"

// The other modules, as far as what the company plans says that it is too early or too late for them.
const (
	moduleGrant = "digitalbonus"
	moduleTrial = "mittelstand"
	moduleAI    = "ki-zentrum"
)

// Recommend judges all modules and offers for a company on a day. The first rule of the table that fits names the
// first and second module; a module without an offer that is documented as open and not closed to the company hands
// its place to the next one, and says why. Nothing that has ended is ever recommended.
func Recommend(c *Catalogue, r *scoring.Result, day source.Day) *Advice {
	j := newJudge(c, r, day)
	out := &Advice{Day: day, AsOf: c.AsOf, SME: j.sme, Marks: c.Marks()}
	out.Modules = j.modules(j.rule())
	out.Beside, out.Closed = j.beside()
	if j.chosen(questionnaire.FieldProject) == "begun" {
		out.Notes = append(out.Notes, because("project-begun"))
	}
	if r.SecurityFirst() {
		out.Notes = append(out.Notes, because("security-first"))
	}
	if out.Best() == nil {
		out.Notes = append(out.Notes, because("no-module"))
	}
	out.Project = j.project(out)
	return out
}

// RuleFor is the row of the table that fits a result, before any offer is looked at.
func RuleFor(c *Catalogue, r *scoring.Result) ModuleRule {
	return newJudge(c, r, source.Day{}).rule()
}

// Marks are the scores at which another module is recommended, and the answers that its rules look at.
func (c *Catalogue) Marks() []scoring.Mark {
	var out []scoring.Mark
	for _, r := range c.Rules {
		for _, id := range slices.Sorted(maps.Keys(r.Scores)) {
			out = append(out, scoring.Mark{Node: id, From: r.Scores[id], Least: r.Stage, Most: r.StageTo})
		}
		for _, all := range r.When.AnyOf {
			for _, t := range all {
				out = append(out, scoring.Mark{Question: t.ID, Least: r.Stage, Most: r.StageTo})
			}
		}
	}
	return out
}

func (j *judge) rule() ModuleRule {
	if j.r.Stage.Level == 0 {
		return ModuleRule{ID: "too-little", First: First, Then: First}
	}
	for _, r := range j.c.Rules {
		if j.fits(r) {
			return r
		}
	}
	return ModuleRule{ID: "otherwise", First: First, Then: First}
}

func (j *judge) fits(r ModuleRule) bool {
	if j.r.Stage.Level < r.Stage || r.StageTo > 0 && j.r.Stage.Level > r.StageTo || !r.When.Always() && !r.When.Certain(j.b, j.a) {
		return false
	}
	return j.reaches(r.Scores)
}

// reaches says whether dimensions have the points asked for.
func (j *judge) reaches(scores map[string]*big.Rat) bool {
	for id, least := range scores {
		d := j.r.Dimension(id)
		if d == nil || d.Span.Score == nil || d.Span.Score.Cmp(least) < 0 {
			return false
		}
	}
	return true
}

func (j *judge) modules(rule ModuleRule) []ModuleAdvice {
	order := []string{rule.First, rule.Then}
	for _, m := range j.b.Modules {
		order = append(order, m.ID)
	}
	var usable, closed []ModuleAdvice
	for i, id := range order {
		if slices.Contains(order[:i], id) || j.b.Module(id) == nil {
			continue
		}
		m := j.module(id)
		if id == rule.First {
			m.Reasons = append(m.Reasons, ruleReason(rule))
		} else {
			m.Against = append(m.Against, j.against(&m, rule)...)
		}
		if m.Best() != nil {
			usable = append(usable, m)
			continue
		}
		m.Against = append(m.Against, closedReasons(m)...)
		closed = append(closed, m)
	}
	out := append(usable, closed...)
	if len(usable) > 0 {
		out[0].Recommended = true
		if out[0].Module.ID != rule.First {
			first := j.b.Module(rule.First)
			out[0].Reasons = append(out[0].Reasons, because("handed-over", "module", first.Title))
			out[0].Against = nil
		}
	}
	for i := range out {
		out[i].Rank = i + 1
	}
	return out
}

func ruleReason(r ModuleRule) Reason {
	if r.Reason == nil {
		return because(r.ID)
	}
	return Reason{Code: "rule-" + r.ID, Text: r.Reason}
}

// against says why a module is not the first. Too late and too early are said only where the answers say so, and never of
// one that helps with a step or comes second; else it is said whom the module is for.
func (j *judge) against(advice *ModuleAdvice, rule ModuleRule) []Reason {
	m, possible := advice.Module, slices.ContainsFunc(advice.Offers, func(o OfferAdvice) bool { return place(o) <= 1 })
	begun := j.chosen(questionnaire.FieldProject) == "begun"
	switch {
	case m.ID == moduleGrant && begun:
		return []Reason{because("too-late", "text", m.TooLate)}
	case possible && j.helps(m):
		return []Reason{because("helps")}
	case possible && m.ID == rule.Then && !j.early(m):
		return []Reason{because("second", "module", j.b.Module(rule.First).Title)}
	case j.early(m):
		return []Reason{because("too-early", "text", m.TooEarly)}
	case j.late(m):
		return []Reason{because("too-late", "text", m.TooLate)}
	}
	return []Reason{{Code: "meant-for", Text: m.For}}
}

// helps says whether a module, or an offer that fills it, is what a next step names first as its help.
func (j *judge) helps(m *questionnaire.Module) bool {
	for _, s := range j.r.NextSteps {
		if len(s.Measure.Helps) == 0 {
			continue
		}
		first := s.Measure.Helps[0]
		if o := j.c.Offer(first); first == m.ID || o != nil && slices.Contains(o.Modules, m.ID) {
			return true
		}
	}
	return false
}

// early says whether the company is not yet where a module begins: nothing planned that money could go to, or processes
// and data not ready for artificial intelligence. What was not said, or is not shown to the reader, is never held to be no.
func (j *judge) early(m *questionnaire.Module) bool {
	switch project := j.chosen(questionnaire.FieldProject); m.ID {
	case moduleGrant:
		return project == "none" || project == "idea"
	case moduleAI:
		return slices.ContainsFunc(j.c.Rules, func(r ModuleRule) bool { return r.First == moduleAI && len(r.Scores) > 0 && !j.reaches(r.Scores) })
	}
	return false
}

// late says whether the company is past what a module is for: a quote leaves nothing to try out, a project that can be
// described no first talk to be had.
func (j *judge) late(m *questionnaire.Module) bool {
	switch project := j.chosen(questionnaire.FieldProject); m.ID {
	case moduleTrial:
		return project == "offer" || project == "begun"
	case First:
		return project == "describable" || project == "offer" || project == "begun"
	}
	return false
}

// closedReasons collects why none of a module's offers can be used.
func closedReasons(m ModuleAdvice) []Reason {
	var out []Reason
	for _, o := range m.Offers {
		out = append(out, o.Reasons...)
	}
	return out
}

// module judges all offers of a module; usable ones come first, ended ones last, else in the order of the catalogue.
func (j *judge) module(id string) ModuleAdvice {
	m := ModuleAdvice{Module: j.b.Module(id)}
	for _, o := range j.c.Offers {
		if slices.Contains(o.Modules, id) && j.concerns(o) {
			m.Offers = append(m.Offers, j.offer(o))
		}
	}
	slices.SortStableFunc(m.Offers, func(a, b OfferAdvice) int { return place(a) - place(b) })
	return m
}

// concerns says whether an offer is meant for the company at all: a chamber names only its own members.
func (j *judge) concerns(o *Offer) bool {
	return o.Operator.When.Always() || o.Operator.When.Certain(j.b, j.a)
}

func place(o OfferAdvice) int {
	switch {
	case o.Usable():
		return 0
	case o.Status == StatusUnclear && o.Eligible != No:
		return 1
	case o.Status == StatusEnded:
		return 3
	}
	return 2
}

// beside are the offers for special cases, and those that are closed to the company.
func (j *judge) beside() (open, closed []OfferAdvice) {
	for _, name := range besideWords {
		if !j.special(name) {
			continue
		}
		for _, o := range j.c.Offers {
			if !slices.Contains(o.Beside, name) {
				continue
			}
			switch a := j.offer(o); {
			case a.Status == StatusEnded:
			case a.Eligible == No:
				a.Case = name
				closed = append(closed, a)
			default:
				a.Case = name
				open = append(open, a)
			}
		}
	}
	return open, closed
}

// weakSkills is the level of the people dimension at which help with skills is named.
const weakSkills = 2

// Cases are the special cases that offers beside the modules are for, in their order.
func Cases() []string { return slices.Clone(besideWords) }

// special says whether a special case holds for the company.
func (j *judge) special(name string) bool {
	switch name {
	case "security":
		return j.r.SecurityFirst()
	case "automotive":
		return j.chosen("automotive") == "yes"
	case "skills":
		d := j.r.Dimension("menschen")
		return d != nil && d.Level > 0 && d.Level <= weakSkills
	case "research":
		f := j.chosen("research_field")
		return f != "" && f != "none" && f != "other"
	}
	return false
}

// Words of a special case, for headings.
func SpecialKey(name string) i18n.Key { return i18n.Key("beside." + name) }
