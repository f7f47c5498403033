package offer_test

import (
	"math/big"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// unless is a rule that is unmet while a field stands at one of the options.
func unless(changes offer.Changes, field string, options ...string) offer.Rule {
	return ruleOf(changes, questionnaire.Test{ID: field, Values: options})
}

func ruleOf(changes offer.Changes, t questionnaire.Test) offer.Rule {
	says := i18n.Text{i18n.German: "wegen " + t.ID, i18n.English: "because of " + t.ID}
	return offer.Rule{Code: t.ID, Changes: changes, Says: says, No: questionnaire.Condition{AnyOf: [][]questionnaire.Test{{t}}}}
}

// whole adds what surely meets a rule.
func whole(r offer.Rule, field string, options ...string) offer.Rule {
	r.Yes = questionnaire.Condition{AnyOf: [][]questionnaire.Test{{{ID: field, Values: options}}}}
	return r
}

func made(rules ...offer.Rule) *offer.Offer {
	o := &offer.Offer{ID: "made", Rules: rules, Funding: &offer.Funding{Percent: 50, Floor: 500000, Ceiling: 15000000, Max: 1500000, Project: true}}
	o.Validity.Status = offer.StatusOpen
	return o
}

// Made-up offers whose rules get into each other's way; what is expected is "field=value …" or "never: codes".
func TestNearestOfMadeUpOffers(t *testing.T) {
	b, c := shipped(t)
	const project, never, time = offer.ChangesProject, offer.ChangesNever, offer.ChangesTime
	spend := offer.Rule{Code: "spend", Test: offer.TestSpend, Changes: project}
	begun := offer.Rule{Code: "begun", Test: offer.TestBegun, Changes: project}
	room := offer.Rule{Code: "room", Test: offer.TestRoom, Changes: time}
	limits := func(l questionnaire.Limits) offer.Rule {
		return ruleOf(project, questionnaire.Test{ID: "project_volume", Figure: &l})
	}
	thousand := func(n int64) *big.Rat { return big.NewRat(1000*n, 1) }
	aid := profile{"de_minimis": chosen("yes"), "de_minimis_amount": figure(310000)}
	for _, x := range []struct {
		name  string
		with  profile
		rules []offer.Rule
		want  string
	}{
		{"nothing is unmet", nil, []offer.Rule{spend, begun}, ""},
		{"the option nearest in the list", profile{"project_kind": chosen("ai")}, []offer.Rule{unless(project, "project_kind", "ai", "machines")}, "project_kind=security"},
		{"one that surely meets the rule before a nearer one", profile{"project_kind": chosen("machines")}, []offer.Rule{whole(unless(project, "project_kind", "machines"), "project_kind", "processes")}, "project_kind=processes"},
		{"the exact floor before a band", profile{"project_volume": chosen("under-5k")}, []offer.Rule{spend}, "project_volume=5000"},
		{"a band where no figure decides", profile{"project_volume": chosen("over-1m")}, []offer.Rule{unless(project, "project_volume", "over-1m")}, "project_volume=up-to-1m"},
		{"two rules on one field", profile{"project_volume": figure(100)}, []offer.Rule{spend, limits(questionnaire.Limits{Below: thousand(8)})}, "project_volume=8000"},
		{"just above", profile{"project_volume": figure(100)}, []offer.Rule{limits(questionnaire.Limits{To: thousand(8)})}, "project_volume=8001"},
		{"just below", profile{"project_volume": figure(9000)}, []offer.Rule{limits(questionnaire.Limits{From: thousand(8)})}, "project_volume=7999"},
		{"at the bound", profile{"project_volume": figure(9000)}, []offer.Rule{limits(questionnaire.Limits{Above: thousand(8)})}, "project_volume=8000"},
		{"no figure between floor and limit", profile{"project_volume": figure(100)}, []offer.Rule{spend, limits(questionnaire.Limits{From: thousand(5)})}, "never: spend"},
		{"both rules unmet", profile{"project_volume": figure(100), "project": chosen("begun")}, []offer.Rule{spend, begun}, "project=offer project_volume=5000"},
		{"of two fields the first of the profile", profile{"project_kind": chosen("ai"), "try_first": chosen("yes")}, []offer.Rule{{Code: "both", Changes: project, No: questionnaire.Condition{AnyOf: [][]questionnaire.Test{{{ID: "try_first", Values: []string{"yes"}}, {ID: "project_kind", Values: []string{"ai"}}}}}}}, "project_kind=security"},
		{"every option is refused", nil, []offer.Rule{unless(project, "try_first", "yes", "no")}, "never: try_first"},
		{"a fixed fact", profile{"crafts": chosen("no")}, []offer.Rule{unless(never, "crafts", "no"), spend}, "never: crafts"},
		{"a field that another rule takes as given", profile{"project_volume": chosen("under-5k")}, []offer.Rule{spend, unless(never, "project_volume", "over-1m")}, "never: spend"},
		{"taking the project away is no way", profile{"project": chosen("idea"), "project_kind": chosen("ai")}, []offer.Rule{unless(project, "project", "idea", "describable", "offer", "begun")}, "never: project"},
		{"an answer that is missing", profile{"try_first": {}}, []offer.Rule{unless(project, "try_first", questionnaire.Unanswered)}, "try_first=yes"},
		{"aid over the ceiling, for the estimate", join(aid, profile{"project_volume": figure(20000)}), []offer.Rule{room}, "de_minimis_amount=290000"},
		{"aid and spending: the estimate of the changed project", join(aid, profile{"project_volume": figure(100)}), []offer.Rule{room, spend}, "project_volume=5000 de_minimis_amount=297500"},
		{"aid without a project", join(aid, profile{"project": chosen("none")}), []offer.Rule{room}, "de_minimis_amount=285000"},
	} {
		r := scoring.Compile(b).Score(company(b, "metallbau-35", x.with))
		n := offer.Judge(c, r, today, made(x.rules...)).Nearest
		if got := brief(n); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

// "Passt" is said only where the change settles every rule; an open rule leaves it at "Käme infrage".
func TestNearestPromisesNoMoreThanIsSettled(t *testing.T) {
	b, c := shipped(t)
	words := messages(t)
	spend := offer.Rule{Code: "spend", Test: offer.TestSpend, Changes: offer.ChangesProject}
	r := scoring.Compile(b).Score(company(b, "metallbau-35", profile{"project_volume": figure(100)}))
	for _, x := range []struct {
		rules  []offer.Rule
		de, en string
	}{
		{[]offer.Rule{spend}, "Passt, wenn das Vorhaben", "Fits if the project"},
		{[]offer.Rule{spend, {Code: "open", Test: offer.TestOpen}}, "Käme infrage, wenn das Vorhaben", "Possible if the project"},
	} {
		n := offer.Judge(c, r, today, made(x.rules...)).Nearest
		if de, en := n.In(words.Printer(i18n.German)), n.In(words.Printer(i18n.English)); !strings.HasPrefix(de, x.de) || !strings.HasPrefix(en, x.en) {
			t.Errorf("%q, %q", de, en)
		}
	}
}

func join(a, b profile) profile {
	out := profile{}
	for _, p := range []profile{a, b} {
		for k, v := range p {
			out[k] = v
		}
	}
	return out
}

func brief(n *offer.Nearest) string {
	if n == nil {
		return ""
	}
	var parts []string
	for _, r := range n.Never {
		parts = append(parts, "never: "+r.Code)
	}
	for _, c := range n.Changes {
		value := c.To.Value.Option
		if c.To.Value.Figure != nil {
			value = c.To.Value.Figure.RatString()
		}
		parts = append(parts, c.Field.ID+"="+value)
	}
	return strings.Join(parts, " ")
}
