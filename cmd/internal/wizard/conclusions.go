package wizard

import (
	"strings"

	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// leastList is how many rows the areas keep, whatever stands above them.
const leastList = 6

// concluded is the overview with its conclusions above the areas. Where not everything has room, those that stay in sight while
// the areas scroll come first, as many as leave room for these.
func (f frame) concluded(head []line, areas []block, conclusions [][]line) (fixed []line, list []block) {
	list = []block{gap}
	for _, l := range conclusions {
		list = append(list, still(l...))
	}
	list = append(append(list, gap), areas...)
	if 1+len(head)+len(flatLines(list)) <= f.body() {
		return head, list
	}
	list = nil
	for _, l := range conclusions {
		if list == nil && 1+len(head)+len(l)+leastList <= f.body() {
			head = append(head, l...)
			continue
		}
		list = append(list, still(l...))
	}
	return head, append(append(list, gap), areas...)
}

// heading is the stage with how sure it is, the points, and what became of both since an earlier time.
func (f frame) heading(r *scoring.Result) []line {
	head := append(f.para(f.stageLine(r), strong), f.coverLines(r)...)
	return append(append(append(head, f.deepenedLine()...), f.carriedLine(r)...), f.sinceLine()...)
}

// conclusions are what keeps the next stage away, the first step, and the module.
func (f frame) conclusions(r *scoring.Result, advice *offer.Advice) [][]line {
	var out [][]line
	if text := f.blocksText(r); text != "" {
		out = append(out, f.para(text, plain))
	}
	labelled := func(key, text string) {
		if text != "" {
			out = append(out, f.hanging(line{{strong, " " + pad(f.T(key), 8)}}, text, plain))
		}
	}
	labelled("res.first", f.firstStep(r))
	if len(r.Bank.Modules) > 0 {
		text := f.moduleLine(advice)
		if advice.Project != nil {
			text = strings.TrimSuffix(text, ".") + ". " + f.T("res.project", "k", f.keyOf(paneModule))
		}
		labelled("res.module", text)
	}
	return out
}

// blocksText is everything that keeps the next stage away, in one sentence.
func (f frame) blocksText(r *scoring.Result) string {
	if len(r.BlockedBy) == 0 {
		return ""
	}
	if len(r.BlockedBy) == 1 {
		return f.blockText(r.BlockedBy[0])
	}
	var parts []string
	for _, b := range r.BlockedBy {
		g := f.gauge(b.Dimension)
		if b.Dimension == "" {
			parts = append(parts, f.T("res.block.all", "p", g.Number(b.Has.Score), "q", f.say().Needed(b)))
			continue
		}
		parts = append(parts, f.T("res.block.one", "area", f.brief(b.Dimension), "p", g.Number(b.Has.Score), "q", f.prep(f.say().Needed(b))))
	}
	return f.T("res.block.list", "n", r.BlockedBy[0].Stage, "list", strings.Join(parts, ", "))
}

func (f frame) blockText(b scoring.Block) string {
	g := f.gauge(b.Dimension)
	if b.Dimension == "" {
		return f.T("res.block.total", "n", b.Stage, "p", g.Number(b.Has.Score), "q", f.say().Needed(b))
	}
	return f.T("res.block", "n", b.Stage, "area", f.called(b.Dimension), "p", g.Points(b.Has.Score), "q", f.prep(f.say().Needed(b)))
}

// moduleLine names the module recommended, with the offer that fills it.
func (f frame) moduleLine(advice *offer.Advice) string {
	m := advice.Best()
	if m == nil {
		return f.T("reason.no-module")
	}
	name := f.text(m.Module.Title)
	if o := m.Best(); o != nil && f.text(o.Offer.Name) != name {
		key := map[bool]string{true: "res.module.open", false: "res.module.reach"}[o.Offer.AppliedFor()]
		return f.T(key, "module", name, "offer", f.offerName(*o))
	}
	return name
}

// firstStep is what to do before anything else.
func (f frame) firstStep(r *scoring.Result) string {
	for _, b := range r.BlockedBy {
		if d := r.Dimension(b.Dimension); d != nil && b.Open && d.Coverage.Unknown > 0 {
			return f.T("res.clear.in", "n", d.Coverage.Unknown, "area", f.title(d.Dimension))
		}
	}
	if len(r.NextSteps) > 0 {
		return f.text(r.NextSteps[0].Measure.Title)
	}
	return ""
}
