package docx

import (
	"fmt"
	"strconv"
	"strings"

	"digitalkompass/report"
)

// body collects the flow of the document.
type body struct {
	strings.Builder
	links []string
	doc   *report.Document
}

// width is that between the margins, in twentieths of a point; columns of tables share it.
const (
	width  = 9638
	sixths = 6
)

func (b *body) document(d *report.Document) {
	b.own("Title", d.Cover.Name)
	b.para("Subtitle", d.Title)
	b.para("Verdict", d.Cover.Stage)
	for _, f := range d.Cover.Facts {
		b.para("Quiet", f)
	}
	for _, p := range d.Parts {
		b.para("Kicker", p.Name)
		b.para("Heading1", p.Headline)
		if p.Lead != "" {
			b.para("Normal", p.Lead)
		}
		b.blocks(p.Blocks, 2)
	}
}

// para is a paragraph in a style; lines of its text stay lines.
func (b *body) para(style, text string) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, b.run(text, false))
}

// own is a paragraph in the company's words, in whatever language they are.
func (b *body) own(style, text string) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, piece(text, false, ""))
}

// run is text of one look, with the passages marked that are in another language.
func (b *body) run(text string, bold bool) string {
	var out strings.Builder
	for _, p := range b.doc.Passages(text) {
		out.WriteString(piece(p.Text, bold, tags[p.Lang]))
	}
	return out.String()
}

// piece is text of one look and language, "" for that of the document; lines of it stay lines.
func piece(text string, bold bool, lang string) string {
	look := ""
	if bold {
		look = "<w:b/>"
	}
	if lang != "" {
		look += `<w:lang w:val="` + lang + `"/>`
	}
	if look != "" {
		look = "<w:rPr>" + look + "</w:rPr>"
	}
	var out strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteString("<w:r><w:br/></w:r>")
		}
		fmt.Fprintf(&out, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, look, escape(line))
	}
	return out.String()
}

func (b *body) blocks(bs []report.Block, level int) {
	for _, x := range bs {
		b.block(x, level)
	}
}

func (b *body) block(x report.Block, level int) {
	switch x := x.(type) {
	case report.Section:
		b.para(heading(level), x.Title)
		b.blocks(x.Blocks, level+1)
	case report.Card:
		b.para(heading(level), x.Title)
		b.blocks(x.Blocks, level+1)
	case report.Columns:
		b.blocks(x.Left, level)
		b.blocks(x.Right, level)
	case report.Paragraph:
		if x.Voice == report.Own {
			b.own(voices[x.Voice], x.Text)
			return
		}
		b.para(voices[x.Voice], x.Text)
	case report.Items:
		style := "ListBullet"
		if x.Boxes {
			style = "ListBox"
		}
		for _, t := range x.Texts {
			b.para(style, t)
		}
	case report.Facts:
		b.facts(x)
	case report.Statement:
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, statuses[x.Status], b.run(x.Text, x.Strong))
	case report.Table:
		b.table(x)
	default:
		b.picture(x)
	}
}

func heading(level int) string { return "Heading" + strconv.Itoa(min(level, 4)) }

var voices = map[report.Voice]string{report.Plain: "Normal", report.Quiet: "Quiet", report.Strong: "Strong", report.Own: "Quote"}

var statuses = map[report.Status]string{report.Met: "ListMet", report.Unmet: "ListUnmet", report.Undecided: "ListUndecided"}

// picture says what a picture shows.
func (b *body) picture(x report.Block) {
	switch x := x.(type) {
	case report.Ladder:
		b.ladder(x)
	case report.Bars:
		b.bars(x.Rows)
	case report.Ranking:
		b.para("Strong", x.Title)
		b.bars(x.Rows)
	case report.Scale:
		b.scale(x)
	case report.HeatMap:
		for _, g := range x.Groups {
			b.para("Strong", g.Name+"  "+value(g.Value))
			var rows [][]cell
			for _, row := range g.Rows {
				rows = append(rows, []cell{{content: b.cellText("Cell", row.Name, false)}, {content: b.cellText("Cell", row.Strip.Words, false)}})
			}
			b.grid([]int{width * 2 / 3, width - width*2/3}, false, rows)
		}
		b.para("Quiet", x.Key)
	case report.Amount:
		b.para("Strong", x.UpToText)
		b.para("Quiet", x.PlannedText)
	case report.Timeline:
		for _, s := range x.Spans {
			b.para("ListBullet", s.Name+": "+s.Text)
		}
	case report.Path: // its steps are those of the table beside it
		b.para("Strong", x.Start+" → "+x.Goal)
	case report.Radar, report.Spread: // their values are those of what stands beside them
	}
}

func value(v report.Value) string {
	if v.Range == "" {
		return v.Text
	}
	return v.Text + " (" + v.Range + ")"
}

func (b *body) ladder(l report.Ladder) {
	var rows [][]cell
	for _, s := range l.Stages {
		here := ""
		if s.Here {
			here = value(l.Score)
		}
		rows = append(rows, []cell{
			{content: b.cellText("Cell", strconv.Itoa(s.Level)+" "+s.Name, s.Here)}, {content: b.cellText("CellQuiet", s.Start, false), right: true},
			{content: b.cellText("Cell", here, true), right: true},
		})
	}
	b.grid([]int{width / 2, width / 6, width - width/2 - width/6}, false, rows)
	if none(l) {
		b.para("Quiet", value(l.Score))
	}
	for _, h := range l.Held {
		b.para("ListUnmet", h)
	}
}

// none says whether a company stands on no stage yet.
func none(l report.Ladder) bool {
	for _, s := range l.Stages {
		if s.Here {
			return false
		}
	}
	return true
}

func (b *body) bars(all []report.Bar) {
	var rows [][]cell
	for _, r := range all {
		rows = append(rows, []cell{{content: b.cellText("Cell", r.Name, false)}, {content: b.cellText("CellQuiet", r.Level, false)}, {content: b.cellText("Cell", value(r.Value), true) + b.last(r), right: true}})
	}
	b.grid([]int{width / 2, width / 4, width - width/2 - width/4}, false, rows)
}

// last is the value at the time before, below the one of today.
func (b *body) last(r report.Bar) string {
	if !r.Last.Known {
		return ""
	}
	return b.cellText("CellQuiet", r.Last.Text, false)
}

func (b *body) scale(s report.Scale) {
	line := b.run(value(s.Value)+": ", false)
	for i, name := range s.Levels {
		if i > 0 {
			line += b.run(" · ", false)
		}
		line += b.run(name, i+1 == s.Here)
	}
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>%s</w:p>`, line)
}
