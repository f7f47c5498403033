package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"digitalkompass/data"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/scoring/offer"
)

// audience is a shipped audience by its id, or one from a file; nil for none.
func (a *app) audience(id string) (*report.Audience, error) {
	if id == "" {
		return nil, nil
	}
	var d source.Diagnostics
	all, err := shippedAudiences(&d)
	if err != nil {
		return nil, err
	}
	if d.Failed() {
		return nil, a.broken("audiences", &d)
	}
	var known []string
	for _, x := range all {
		if x.ID == id {
			return x, nil
		}
		known = append(known, x.ID)
	}
	if !isFile(id) {
		return nil, a.unknown("usage.audience", id, known)
	}
	data, err := os.ReadFile(id)
	if err != nil {
		return nil, a.fail(exitInput, "cli.unreadable", "file", id)
	}
	x := report.LoadAudience(id, data, known, &d)
	if x == nil {
		return nil, a.broken("", &d)
	}
	a.print("", &d)
	return x, nil
}

// shippedAudiences are those of the program. Problems are added to d.
func shippedAudiences(d *source.Diagnostics) ([]*report.Audience, error) {
	files, err := fs.Sub(data.Files(), "audiences")
	if err != nil {
		return nil, err
	}
	return report.LoadAudiences(files, d), nil
}

// isFile says whether an audience is asked for by a file.
func isFile(id string) bool {
	return strings.ContainsFunc(id, func(r rune) bool { return r == '/' || r < 128 && os.IsPathSeparator(uint8(r)) }) || slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(id))
}

// reader is for whom a report says that it was written. What is no audience of the program has to be at hand as a file.
func (a *app) reader(id string) (*report.Audience, error) {
	if a.opts.audience == "" {
		x, err := a.audience(id)
		if err != nil {
			return nil, a.fail(exitInput, "verify.audience", "name", id)
		}
		return x, nil
	}
	x, err := a.audience(a.opts.audience)
	if err == nil && x.ID != id {
		return nil, a.fail(exitInput, "verify.reader", "name", id, "other", x.ID)
	}
	return x, err
}

// narrow leaves of every target the parts that are for an audience. A part that was asked for by name and is not for it
// is wrong usage, and so is a target of which nothing is left.
func (a *app) narrow(all []target, x *report.Audience) error {
	if x == nil {
		if slices.Contains(a.opts.parts, "talk") {
			return a.fail(exitUsage, "usage.part-reader", "x", "talk")
		}
		return nil
	}
	for i := range all {
		t := &all[i]
		may := x.HasPart
		if slices.Equal(t.parts, report.SheetIDs) {
			may = x.HasSheet
		}
		var left []string
		for _, id := range t.chosen {
			switch {
			case may(id):
				left = append(left, id)
			case len(a.opts.parts) > 0:
				return a.fail(exitUsage, "usage.part-unseen", "x", id, "name", x.ID)
			}
		}
		if t.chosen = left; t.parts == nil && !x.Machine() || t.parts != nil && len(left) == 0 {
			return a.fail(exitUsage, "usage.format-unseen", "x", t.name, "name", x.ID)
		}
	}
	return nil
}

// disclosed says for whom a report is, what is in it and what is not, and what may lead to the company although its name
// is not told, as messages below "audience.".
func (m *made) disclosed(to []target) []i18n.Message {
	x := m.audience
	var chosen []string
	for _, t := range to {
		if chosen = append(chosen, t.chosen...); len(t.parts) == 0 { // all or nothing
			chosen = append(chosen, "answers")
		}
	}
	seen := x.Inventory(m.bank, m.r.Assessment, m.p, chosen)
	var parts, out []string
	for _, id := range report.PartIDs {
		if !x.HasPart(id) && (id != "change" || m.before != nil) {
			out = append(out, m.p.T("report."+id))
		}
	}
	for _, t := range to {
		for _, id := range t.chosen {
			if name := m.partName(t, id); (id != "change" || m.before != nil) && !slices.Contains(parts, name) {
				parts = append(parts, name)
			}
		}
	}
	if in, there := m.attached(to); there && in {
		seen.In = append(seen.In, m.p.T("audience.files"))
	} else if there {
		seen.Out = append(seen.Out, m.p.T("audience.files"))
	}
	told := []i18n.Message{
		i18n.Msg("for", "name", x.Title, "about", x.About),
		i18n.Msg("in", "list", strings.Join(append(parts, seen.In...), "; ")),
	}
	if out = append(out, seen.Out...); len(out) > 0 {
		told = append(told, i18n.Msg("out", "list", strings.Join(out, "; ")))
	}
	told = append(told, m.otherwise(to)...)
	for _, set := range x.Traces(m.bank, m.r.Assessment) {
		var names []string
		for _, q := range set {
			names = append(names, m.p.Text(q.Wording.Short))
		}
		told = append(told, i18n.Msg("traces", "list", strings.Join(names, "; ")))
	}
	return told
}

// otherwise says what a report advises first where the company's own result advises something else, because it rests on
// details that the audience does not see. The report itself must not say it: that would tell of what is hidden.
func (m *made) otherwise(to []target) []i18n.Message {
	advises := func(t target) bool {
		return slices.ContainsFunc(t.chosen, func(id string) bool { return slices.Contains([]string{"summary", "module", "offers"}, id) })
	}
	if !m.audience.HasPart("module") || !slices.ContainsFunc(to, advises) {
		return nil
	}
	here, own := m.advice.Best(), offer.Recommend(m.offers(), m.r, m.day).Best()
	name := func(best *offer.ModuleAdvice) any {
		if best == nil {
			return i18n.Key("report.module-none")
		}
		return best.Module.Title
	}
	switch {
	case here == nil && own == nil:
		return nil
	case here == nil || own == nil || here.Module.ID != own.Module.ID:
		return []i18n.Message{i18n.Msg("module", "name", name(here), "own", name(own))}
	case here.Best().Offer.ID != own.Best().Offer.ID:
		return []i18n.Message{i18n.Msg("offer", "name", here.Best().Offer.Name, "own", own.Best().Offer.Name)}
	}
	return nil
}

// partName is what a part of a target is called.
func (m *made) partName(t target, id string) string {
	switch {
	case slices.Equal(t.parts, report.SheetIDs):
		return m.p.T("sheet." + id)
	case id == "answers" && !m.audience.Sees.Answers:
		return m.p.T("report.details")
	}
	return m.p.T("report." + id)
}

// attached says whether a PDF is among the targets, and whether it carries data.
func (m *made) attached(to []target) (in, there bool) {
	for _, t := range to {
		if t.name != "pdf" {
			continue
		}
		one := *m
		one.parts = t.chosen
		files, err := one.files()
		in, there = in || err == nil && len(files) > 0, true
	}
	return in, there
}
