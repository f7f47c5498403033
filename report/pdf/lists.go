package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// items is a list; with boxes it can be ticked by hand.
func (r *renderer) items(l report.Items, w float64) []sheet.Block {
	var out []sheet.Block
	for _, t := range l.Texts {
		out = append(out, r.item(l.Boxes, t, w)...)
	}
	return r.Joined(sheet.Element{Tag: "L"}, out)
}

// item is an entry of a list. Its mark stands beside its first piece.
func (r *renderer) item(box bool, text string, w float64) []sheet.Block {
	const indent, side, room = 6, 3.2, 0.6
	mark := func(x, y float64) { r.Frame(x, y+0.9, side, side, sheet.Pen{Width: 0.3, Colour: r.Ink}) }
	if !box {
		mark = func(x, y float64) { r.Rect(x, y+2.3, 2, 0.5, r.Ink) }
	}
	body := moved(indent, r.Pieces(sheet.Element{Tag: "LBody"}, r.Body(), w-indent, text, pieceLines))
	if len(body) == 0 {
		return nil
	}
	first := body[0].Draw
	body[0].Draw = func(x, y float64) {
		r.Artifact(func() { mark(x, y) })
		first(x, y)
	}
	return append(r.Joined(sheet.Element{Tag: "LI"}, body), sheet.Gap(room))
}

// facts are a list: the name of each at the left, what it says beside it. No page begins with its last entry or ends with its
// first, where those are short.
func (r *renderer) facts(fs report.Facts, w float64) []sheet.Block {
	var out []sheet.Block
	for i, f := range fs {
		if entry := r.fact(f, w); len(entry) > 0 {
			if len(entry) == 1 && i < len(fs)-1 && (i == 0 || i == len(fs)-2) {
				entry[0] = entry[0].Kept()
			}
			out = append(append(out, r.Joined(sheet.Element{Tag: "LI"}, entry)...), sheet.Gap(0.5))
		}
	}
	return r.Joined(sheet.Element{Tag: "L"}, out)
}

// fact is one entry in pieces. Without a text its name is what it says.
func (r *renderer) fact(f report.Fact, w float64) []sheet.Block {
	name, at := sheet.Span(1)-2, sheet.Span(1)+4
	if w > sheet.Span(4) {
		name, at = sheet.Span(2)-2, sheet.Span(2)+4
	}
	body := sheet.Element{Tag: "LBody"}
	var said []sheet.Block
	if f.Link != "" {
		said = r.Joined(body, r.Linked(f.Link, r.Small(), w-at, f.Text, pieceLines))
	} else {
		said = r.Pieces(body, r.Small(), w-at, f.Text, pieceLines)
	}
	if len(said) == 0 {
		return r.Pieces(body, r.Small().In(r.Grey), name, f.Name, pieceLines)
	}
	label := r.Text(sheet.Element{Tag: "Lbl"}, r.Small().In(r.Grey), name, f.Name)
	out := beside(label, said)
	out[0] = sheet.Row(sheet.Placed{Block: label}, sheet.Placed{At: at, Block: out[0]})
	return append(out[:1], moved(at, out[1:])...)
}

// markRadius is half the size of a status mark.
const markRadius = 1.8

// marked is a text with a mark before it. The three marks differ in outline and in weight, so they survive a
// photocopier; the text says the same in words.
func (r *renderer) marked(e sheet.Element, w float64, status report.Status, st sheet.Style, text string) sheet.Block {
	const indent = 6
	t := r.Text(e, st, w-indent, text)
	return sheet.Block{Width: w, Height: t.Height, Draw: func(x, y float64) {
		r.Artifact(func() { r.mark(x+markRadius, y+2.5, status) })
		t.Draw(x+indent, y)
	}}
}

func (r *renderer) mark(x, y float64, status report.Status) {
	const half, arm = 1.65, 0.85
	switch status {
	case report.Met:
		r.Disc(x, y, markRadius, r.Accent)
		tick := []sheet.Point{{X: x - 0.9, Y: y + 0.05}, {X: x - 0.25, Y: y + 0.75}, {X: x + 0.95, Y: y - 0.7}}
		r.Path(tick, false, sheet.Pen{Width: 0.42, Colour: r.Paper})
	case report.Unmet:
		pen := sheet.Pen{Width: 0.45, Colour: r.Signal}
		r.Frame(x-half, y-half, 2*half, 2*half, pen)
		r.Line(x-arm, y-arm, x+arm, y+arm, pen)
		r.Line(x-arm, y+arm, x+arm, y-arm, pen)
	case report.Undecided:
		r.Ring(x, y, markRadius-0.15, sheet.Pen{Width: 0.3, Colour: r.Grey})
		r.LabelMid(x, y+0.95, r.Small().Strong().In(r.Grey), "?")
	}
}
