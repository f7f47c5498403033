package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// column is a column of a table with its place. Strips stand flush right in theirs.
type column struct {
	report.Column
	at, width float64
	strips    bool
}

// stripAt is where the strips of a column stand.
func (c column) stripAt() float64 { return c.at + c.width + columnGap - stripWidth }

// columnGap parts a column from the next one.
const columnGap = 2.0

// columnsOf lays columns on the six of the page; those without a share get what is left.
func columnsOf(t report.Table) []column {
	var out []column
	at := 0
	for i, c := range t.Columns {
		share := max(1, c.Share)
		out = append(out, column{c, sheet.Col(at) - sheet.Left, sheet.Span(share) - columnGap, holdsStrips(t, i)})
		at += share
	}
	return out
}

func holdsStrips(t report.Table, i int) bool {
	for _, run := range t.Runs {
		for _, row := range run.Rows {
			if i < len(row) && row[i].Strip != nil {
				return true
			}
		}
	}
	return false
}

// listing is a table that may run over several pages: fine lines between rows, no box, no stripes.
func (r *renderer) listing(t report.Table, before []sheet.Block) sheet.Listing {
	cols := columnsOf(t)
	l := sheet.Listing{Before: before, Head: r.tableHead(cols)}
	for _, run := range t.Runs {
		x := sheet.Run{}
		for _, row := range run.Rows {
			x.Rows = append(x.Rows, r.tableRow(cols, row)...)
		}
		if run.Title != "" {
			x.Title = r.runTitle(len(cols), run.Title, run.Value)
			x.Again = r.runTitle(len(cols), r.p.T("pdf.continued", "name", run.Title), "")
		}
		l.Runs = append(l.Runs, x)
	}
	return l
}

func (r *renderer) tableHead(cols []column) sheet.Block {
	var cells []sheet.Placed
	for _, c := range cols {
		st := r.Small().In(r.Grey)
		st.Right = c.Right
		at, width := c.at, c.width
		if c.strips {
			at, width = c.stripAt(), stripWidth
		}
		cells = append(cells, sheet.Placed{At: at, Block: r.Text(sheet.ColumnHead, st, width, c.Title)})
	}
	row := r.InRow(sheet.Row(cells...))
	return sheet.Block{Width: sheet.Full, Height: row.Height + 1.5, Draw: func(x, y float64) {
		row.Draw(x, y)
		r.Artifact(func() { r.Line(x, y+row.Height+0.8, x+sheet.Full, y+row.Height+0.8, r.HeadPen()) })
	}}
}

// runTitle names a run across the columns; its value stands in the last one, if there are several.
func (r *renderer) runTitle(columns int, name, value string) sheet.Block {
	st, apart := r.Body().Strong(), value != "" && columns > 1
	switch {
	case apart:
		columns--
	case value != "":
		name += ", " + value
	}
	text := r.Text(sheet.SpanHead(columns), st, sheet.Span(5), name)
	h := text.Height + 5
	return sheet.Block{Width: sheet.Full, Height: h, Draw: func(x, y float64) {
		r.Group(sheet.Element{Tag: "TR"}, func() {
			text.Draw(x, y+4)
			if apart {
				r.Mark(sheet.Cell, func() { r.Label(x+sheet.Full, y+7.6, st.In(r.Accent).Flush(), value) })
			}
		})
		r.Artifact(func() { r.Line(x, y+h, x+sheet.Full, y+h, r.HairPen()) })
	}}
}

// tableRow is one row, followed by one for each of its notes, in pieces. A question stays with the start of its note.
func (r *renderer) tableRow(cols []column, row []report.Cell) []sheet.Block {
	const indent = 4.0
	var cells []sheet.Placed
	var notes []sheet.Block
	for i, c := range row {
		cells = append(cells, r.cell(cols[i], i == 0, c))
		note := r.Pieces(sheet.SpanCell(len(cols)), r.Small().Slanted(), sheet.Span(5), c.Note, pieceLines)
		notes = append(notes, r.Joined(sheet.Element{Tag: "TR"}, moved(indent, note))...)
	}
	out := append([]sheet.Block{r.InRow(sheet.Row(cells...))}, notes...)
	last := len(out) - 1
	for i := range out {
		out[i] = r.ruled(out[i], i <= 1, i == last)
	}
	out[0].Keep = last > 0
	return out
}

// moved are blocks to the right of where they would stand.
func moved(by float64, blocks []sheet.Block) []sheet.Block {
	var out []sheet.Block
	for _, b := range blocks {
		row := sheet.Row(sheet.Placed{At: by, Block: b})
		row.Keep, row.Hold, row.Room = b.Keep, b.Hold, b.Room
		out = append(out, row)
	}
	return out
}

func (r *renderer) cell(c column, first bool, cell report.Cell) sheet.Placed {
	e := sheet.Cell
	if first {
		e = sheet.RowHead
	}
	if cell.Strip != nil {
		return sheet.Placed{At: c.stripAt(), Block: r.strip(e, *cell.Strip)}
	}
	st := r.Small()
	st.Right = c.Right
	text := r.Text(e, st, c.width, cell.Text)
	if cell.Quiet == "" {
		return sheet.Placed{At: c.at, Block: text}
	}
	// one cell with two voices: the second is a paragraph within the first's element
	quiet := r.Text(sheet.P, r.Small().In(r.Grey), c.width, cell.Quiet)
	head := r.Para(st, c.width, cell.Text)
	return sheet.Placed{At: c.at, Block: r.Inside(e, sheet.Stack(head, sheet.Gap(-0.5), quiet))}
}

// ruled puts room above a row, and room and a fine line below it. The pieces of one note have neither between them.
func (r *renderer) ruled(row sheet.Block, above, below bool) sheet.Block {
	const pad = 0.625
	top, h := 0.0, row.Height
	if above {
		top, h = pad, h+pad
	}
	if below {
		h += pad
	}
	return sheet.Block{Width: sheet.Full, Height: h, Draw: func(x, y float64) {
		row.Draw(x, y+top)
		if below {
			r.Artifact(func() { r.Line(x, y+h, x+sheet.Full, y+h, r.HairPen()) })
		}
	}}
}
