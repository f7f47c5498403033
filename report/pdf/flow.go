package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// flow stacks one top-level block down the pages.
func (r *renderer) flow(f *sheet.Flow, b report.Block) {
	switch b := b.(type) {
	case report.Section:
		if t, rest, ok := tableIn(b); ok {
			f.Table(r.listing(t, r.headed(b.Title, rest)))
			f.Gap(sheet.Unit)
			return
		}
		f.Add(r.section(b)...)
	case report.Table:
		f.Table(r.listing(b, nil))
		f.Gap(7.5)
	default:
		f.Add(r.full([]report.Block{b})...)
	}
}

// whole is a top-level block measured as one, for parts that have to stay on a page.
func (r *renderer) whole(b report.Block) sheet.Block {
	if s, ok := b.(report.Section); ok {
		if t, rest, isTable := tableIn(s); isTable {
			return r.listing(t, r.headed(s.Title, rest)).Whole(r.Sheet)
		}
		return sheet.Stack(r.section(s)...)
	}
	return sheet.Stack(r.full([]report.Block{b})...)
}

// tableIn is the table of a section; tables take the full width, below their heading.
func tableIn(s report.Section) (t report.Table, rest []report.Block, ok bool) {
	for _, b := range s.Blocks {
		if found, is := b.(report.Table); is {
			t, ok = found, true
			continue
		}
		rest = append(rest, b)
	}
	return t, rest, ok
}

// full are blocks over the whole width, with room after each; the ladder brings its own.
func (r *renderer) full(blocks []report.Block) []sheet.Block {
	var out []sheet.Block
	for _, b := range blocks {
		room := sheet.Unit
		if _, ok := b.(report.Ladder); ok || r.tight {
			room = sheet.Unit / 2
		}
		out = append(append(out, r.blocks(b, sheet.Full)...), sheet.Gap(room))
	}
	return out
}

// section puts its heading into the two left columns and its blocks into the four right ones, below a fine rule.
func (r *renderer) section(s report.Section) []sheet.Block {
	const pad = 2.5
	head := r.Heading(sheet.Span(2)-sheet.Unit, s.Title)
	at := sheet.Col(2) - sheet.Left
	var inner []sheet.Block
	for i, b := range s.Blocks {
		if i > 0 {
			inner = append(inner, sheet.Gap(between(s.Blocks[i-1], b)))
		}
		inner = append(inner, r.blocks(b, sheet.Span(4))...)
	}
	var out []sheet.Block
	all := beside(head, inner)
	if all[0].Height > pageful { // the heading goes above what is as high as a page
		all = append([]sheet.Block{sheet.Gap(0)}, inner...)
	}
	for i, b := range all {
		row := sheet.Row(sheet.Placed{At: at, Block: b})
		if i == 0 {
			row = sheet.Row(sheet.Placed{Block: head}, sheet.Placed{At: at, Block: b})
			row = sheet.Stack(r.Rule(sheet.Full, r.HairPen()), sheet.Gap(pad), row)
		}
		row.Keep, row.Hold, row.Room = b.Keep, b.Hold, b.Room && i > 0
		out = append(out, row)
	}
	if sheet.Stack(out...).Height < wholeSection {
		for i := range out[:max(0, len(out)-1)] {
			out[i].Hold = true
		}
	}
	if r.tight {
		return append(out, sheet.Gap(pad))
	}
	return append(out, sheet.Gap(pad+sheet.Unit/2))
}

// beside joins the first blocks until they reach down as far as the heading beside them, so that a heading of several
// lines pushes nothing away.
func beside(head sheet.Block, inner []sheet.Block) []sheet.Block {
	n, h := 0, 0.0
	for n < len(inner) && h < head.Height {
		n, h = n+1, h+inner[n].Height
	}
	first := sheet.Stack(inner[:n]...)
	if n > 0 {
		first.Keep, first.Hold = inner[n-1].Keep, inner[n-1].Hold
	}
	return append([]sheet.Block{first}, inner[n:]...)
}

// wholeSection is the height up to which a section is never parted by the end of a page.
const wholeSection = 80.0

// between is the room between two blocks of a section: lines of one kind stand close.
func between(a, b report.Block) float64 {
	_, first := a.(report.Statement)
	_, second := b.(report.Statement)
	if first && second {
		return 0.5
	}
	return 1.75
}

// headed is a heading above a table, with what stands between the two.
func (r *renderer) headed(title string, rest []report.Block) []sheet.Block {
	out := r.bar(title)
	for _, b := range rest {
		out = append(out, r.blocks(b, sheet.Full)...)
	}
	if len(rest) > 0 {
		out[len(out)-1].Keep = true
		out = append(out, sheet.Gap(2.5))
	}
	return out
}

// bar is a heading above something that takes the full width.
func (r *renderer) bar(title string) []sheet.Block {
	return []sheet.Block{r.Rule(sheet.Full, r.HairPen()).Kept(), sheet.Gap(2.5), r.Heading(sheet.Full, title), sheet.Gap(2.5)}
}

// pieceLines is how many lines of a long text stay together.
const pieceLines = 12

// blocks draws a block into a width. Long ones come in several pieces, so that a page can end between them.
func (r *renderer) blocks(b report.Block, w float64) []sheet.Block {
	switch b := b.(type) {
	case report.Paragraph:
		return r.Pieces(sheet.P, r.voice(b.Voice), min(w, sheet.Span(4)), b.Text, pieceLines)
	case report.Items:
		return r.items(b, w)
	case report.Facts:
		return r.facts(b, w)
	case report.Statement:
		st := r.Body()
		if b.Strong {
			st = st.Strong()
		}
		return []sheet.Block{r.marked(sheet.P, w, b.Status, st, b.Text)}
	case report.Section:
		out := []sheet.Block{r.Heading(w, b.Title), sheet.Gap(1.5)}
		for _, inner := range b.Blocks {
			out = append(append(out, r.blocks(inner, w)...), sheet.Gap(1.25))
		}
		return out
	case report.Card:
		return r.card(b)
	case report.Columns:
		return r.columns(b, w)
	case report.Ranking:
		return []sheet.Block{r.ranking(b, w)}
	}
	return r.figures(b, w)
}

func (r *renderer) figures(b report.Block, w float64) []sheet.Block {
	switch b := b.(type) {
	case report.Ladder:
		return []sheet.Block{r.ladder(b, w)}
	case report.Bars:
		return r.bars(b, w)
	case report.Radar:
		return []sheet.Block{r.radar(b, w)}
	case report.Scale:
		return []sheet.Block{r.scale(b, w)}
	case report.HeatMap:
		return r.heat(b, w)
	case report.Amount:
		return []sheet.Block{r.amount(b, w)}
	case report.Timeline:
		return []sheet.Block{r.timeline(b, w)}
	case report.Path:
		return []sheet.Block{r.path(b, w)}
	case report.Spread:
		return []sheet.Block{r.spread(b, w)}
	case report.Table:
		return []sheet.Block{r.listing(b, nil).Whole(r.Sheet)}
	}
	return nil
}

func (r *renderer) voice(v report.Voice) sheet.Style {
	switch v {
	case report.Quiet:
		return r.Small().In(r.Grey)
	case report.Strong:
		return r.Body().Strong()
	case report.Own:
		return r.Small().Slanted()
	case report.Plain:
	}
	return r.Body()
}

// pageful is the height of a page in mm that a block may take, so that a heading fits above it.
const pageful = sheet.Bottom - sheet.Top - 4*sheet.Unit

// columns stand side by side, or below each other if they are higher than a page.
func (r *renderer) columns(c report.Columns, w float64) []sheet.Block {
	half := (w - 4) / 2
	row := sheet.Row(sheet.Placed{Block: sheet.Stack(r.run(c.Left, half-2)...)}, sheet.Placed{At: half + 4, Block: sheet.Stack(r.run(c.Right, half)...)})
	if row.Height <= pageful {
		return []sheet.Block{row}
	}
	return append(r.run(c.Left, w), r.run(c.Right, w)...)
}

// run sets blocks below each other, with room before headings.
func (r *renderer) run(blocks []report.Block, w float64) []sheet.Block {
	var out []sheet.Block
	for i, b := range blocks {
		if _, ok := b.(report.Section); ok && i > 0 {
			out = append(out, sheet.Gap(sheet.Unit))
		}
		out = append(append(out, r.blocks(b, w)...), sheet.Gap(1.25))
	}
	return out
}

// card sets blocks on a ground that reaches into the margins, so that its text stays on the grid. One that is higher
// than a page is a section.
func (r *renderer) card(c report.Card) []sheet.Block {
	row := sheet.Row(
		sheet.Placed{Block: r.Heading(sheet.Span(2)-sheet.Unit, c.Title)},
		sheet.Placed{At: sheet.Col(2) - sheet.Left, Block: sheet.Stack(r.run(c.Blocks, sheet.Span(4))...)},
	)
	if row.Height > pageful {
		return r.section(report.Section(c))
	}
	margin := 4.0
	if r.tight {
		margin = 2.5
	}
	return []sheet.Block{r.Hanging(sheet.Full, margin, r.Wash, row)}
}
