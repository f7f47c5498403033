package docx

import (
	"fmt"
	"strings"

	"digitalkompass/report"
)

// cell is what stands in a cell of a table: paragraphs that are made already, over some columns.
type cell struct {
	content string
	over    int
	right   bool
}

// cellText is a paragraph for a cell.
func (b *body) cellText(style, text string, bold bool) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, b.run(text, bold))
}

// grid is a table with columns of some widths. The first row of a table with a head is repeated on every page.
func (b *body) grid(widths []int, head bool, rows [][]cell) {
	if len(rows) == 0 {
		return
	}
	look := "0000"
	if head {
		look = "0020" // the first row is one of heads
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="%s"/></w:tblPr><w:tblGrid>`, width, look)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if head && i == 0 {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		at := 0
		for _, c := range row {
			over := max(1, c.over)
			w := 0
			for _, x := range widths[at : at+over] {
				w += x
			}
			at += over
			content := c.content
			if c.right {
				content = strings.ReplaceAll(content, `</w:pPr>`, `<w:jc w:val="right"/></w:pPr>`)
			}
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc>`, w, over, content)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`) // two tables in a row would become one
}

// facts are a table of two columns without a head.
func (b *body) facts(fs report.Facts) {
	var rows [][]cell
	for _, f := range fs {
		said := b.cellText("Cell", f.Text, false)
		if f.Link != "" {
			said = fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr><w:hyperlink r:id="link%d"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:hyperlink></w:p>`, len(b.links), escape(f.Text))
			b.links = append(b.links, f.Link)
		}
		rows = append(rows, []cell{{content: b.cellText("CellQuiet", f.Name, false)}, {content: said}})
	}
	b.grid([]int{width / 4, width - width/4}, false, rows)
}

// widthsOf shares the width among columns; those without a share take what is left. Columns to fill in are as wide as
// one sixth was, and all others give way.
func widthsOf(columns []report.Column, fill int) []int {
	free, open := sixths, 0
	for _, c := range columns {
		free -= c.Share
		if c.Share == 0 {
			open++
		}
	}
	var out []int
	for _, c := range columns {
		share := float64(c.Share)
		if c.Share == 0 {
			share = float64(max(1, free)) / float64(open)
		}
		out = append(out, int(share*width/float64(sixths+fill)))
	}
	for range fill {
		out = append(out, width/(sixths+fill))
	}
	return out
}

func (b *body) table(t report.Table) {
	var head []cell
	for _, c := range t.Columns {
		head = append(head, cell{content: b.cellText("CellHead", c.Title, false), right: c.Right})
	}
	for _, title := range t.Fill {
		head = append(head, cell{content: b.cellText("CellHead", title, false)})
	}
	rows := [][]cell{head}
	for _, r := range t.Runs {
		if r.Title != "" {
			rows = append(rows, []cell{{content: b.cellText("CellRun", strings.TrimSpace(r.Title+"  "+r.Value), false), over: len(head)}})
		}
		for _, line := range r.Rows {
			var cells []cell
			for i, c := range line {
				cells = append(cells, cell{content: b.said(c), right: t.Columns[i].Right})
			}
			for range t.Fill {
				cells = append(cells, cell{content: b.cellText("Cell", "", false)})
			}
			rows = append(rows, cells)
		}
	}
	b.grid(widthsOf(t.Columns, len(t.Fill)), true, rows)
}

// said is the content of a cell as paragraphs.
func (b *body) said(c report.Cell) string {
	if c.Strip != nil {
		return b.cellText("Cell", c.Strip.Words, false)
	}
	out := b.cellText("Cell", c.Text, false)
	if c.Quiet != "" {
		out += b.cellText("CellQuiet", c.Quiet, false)
	}
	if c.Note != "" {
		out += fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="CellQuiet"/></w:pPr>%s</w:p>`, piece(c.Note, false, ""))
	}
	return out
}
