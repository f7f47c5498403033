package pdf

import (
	"unicode/utf8"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// column is a column of a table with its place.
type column struct {
	report.Column
	at, width float64
}

// columnsOf lays columns on the six of the page; those without a share get what is left.
func columnsOf(t report.Table) []column {
	var out []column
	at := 0
	for _, c := range t.Columns {
		share := max(1, c.Share)
		out = append(out, column{c, sheet.Col(at) - sheet.Left, sheet.Span(share) - 2})
		at += share
	}
	return out
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
		cells = append(cells, sheet.Placed{At: c.at, Block: r.Text(sheet.ColumnHead, st, c.width, c.Title)})
	}
	row := r.InRow(sheet.Row(cells...))
	return sheet.Block{Width: sheet.Full, Height: row.Height + 1.5, Draw: func(x, y float64) {
		row.Draw(x, y)
		r.Artifact(func() { r.Line(x, y+row.Height+0.8, x+sheet.Full, y+row.Height+0.8, r.HeadPen()) })
	}}
}

func (r *renderer) runTitle(columns int, name, value string) sheet.Block {
	text := r.Text(sheet.SpanHead(columns), r.Body().Strong(), sheet.Span(5), name)
	h := text.Height + 5
	return sheet.Block{Width: sheet.Full, Height: h, Draw: func(x, y float64) {
		r.Group(sheet.Element{Tag: "TR"}, func() {
			text.Draw(x, y+4)
			if value != "" {
				r.Mark(sheet.Cell, func() { r.Label(x+sheet.Full, y+7.6, r.Body().Strong().In(r.Accent).Flush(), value) })
			}
		})
		r.Artifact(func() { r.Line(x, y+h, x+sheet.Full, y+h, r.HairPen()) })
	}}
}

// noteRoom is how many characters of a note stand in one row; longer ones go on in the next, so that none exceeds a
// page.
const noteRoom = 1200

// tableRow is one row, followed by one for each piece of its notes.
func (r *renderer) tableRow(cols []column, row []report.Cell) []sheet.Block {
	var cells []sheet.Placed
	var notes []string
	for i, c := range row {
		cells = append(cells, sheet.Placed{At: cols[i].at, Block: r.cell(cols[i], i == 0, c)})
		notes = append(notes, pieces(c.Note)...)
	}
	out := []sheet.Block{r.ruled(r.InRow(sheet.Row(cells...)), len(notes) == 0)}
	for i, n := range notes {
		text := r.Text(sheet.SpanCell(len(cols)), r.Small().Slanted(), sheet.Span(5), n)
		block := r.ruled(r.InRow(sheet.Row(sheet.Placed{At: 4, Block: text})), i == len(notes)-1)
		out[len(out)-1].Keep = true
		out = append(out, block)
	}
	return out
}

// pieces cuts a long text at spaces.
func pieces(s string) []string {
	var out []string
	for utf8.RuneCountInString(s) > noteRoom {
		cut := 0
		for i, n := 0, 0; i < len(s) && n < noteRoom; n++ {
			_, size := utf8.DecodeRuneInString(s[i:])
			if s[i] == ' ' && n > noteRoom/2 {
				cut = i
			}
			i += size
			if n == noteRoom-1 && cut == 0 {
				cut = i
			}
		}
		out, s = append(out, s[:cut]), s[cut:]
	}
	if s != "" {
		out = append(out, s)
	}
	return out
}

func (r *renderer) cell(c column, first bool, cell report.Cell) sheet.Block {
	e := sheet.Cell
	if first {
		e = sheet.RowHead
	}
	if cell.Strip != nil {
		strip := r.strip(e, *cell.Strip)
		return sheet.Row(sheet.Placed{At: c.width + 2 - stripWidth, Block: strip})
	}
	st := r.Small()
	st.Right = c.Right
	text := r.Text(e, st, c.width, cell.Text)
	if cell.Quiet == "" {
		return text
	}
	// one cell with two voices: the second is a paragraph within the first's element
	quiet := r.Text(sheet.P, r.Small().In(r.Grey), c.width, cell.Quiet)
	head := r.Para(st, c.width, cell.Text)
	return r.Inside(e, sheet.Stack(head, sheet.Gap(-0.5), quiet))
}

// ruled puts room around a row and a fine line below it.
func (r *renderer) ruled(row sheet.Block, line bool) sheet.Block {
	const pad = 0.625
	h := row.Height + 2*pad
	return sheet.Block{Width: sheet.Full, Height: h, Draw: func(x, y float64) {
		row.Draw(x, y+pad)
		if line {
			r.Artifact(func() { r.Line(x, y+h, x+sheet.Full, y+h, r.HairPen()) })
		}
	}}
}
