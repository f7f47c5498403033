package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// columns is how many letters a line of plain text has at most; an address that is longer stays whole.
const columns = 78

// Plain writes the whole document as text and nothing else: no signs for looks, headings with numbers to search for,
// each cell of a table on a line with the name of its column. So it can be read aloud or on a braille line. The same
// document gives the same bytes.
func Plain(w io.Writer, d *report.Document, p *i18n.Printer) error {
	x := &plain{p: p, words: strings.NewReplacer("\u00ad", "", "≥\u00a0", p.T("text.at-least")+"\u00a0")}
	x.say(d.Cover.Name)
	x.say(d.Title)
	x.say(d.Cover.Stage)
	x.list(d.Cover.Facts, "- ")
	for i, part := range d.Parts {
		x.WriteByte('\n') // two blank lines before a part
		number := fmt.Sprint(i + 1)
		x.say(number + " " + part.Name)
		x.say(part.Headline)
		x.say(part.Lead)
		x.blocks(part.Blocks, number, 0)
	}
	x.say(d.Maker)
	_, err := w.Write(append(bytes.TrimRight(x.Bytes(), "\n"), '\n'))
	return err
}

// plain collects lines, a blank one after each element.
type plain struct {
	bytes.Buffer
	p     *i18n.Printer
	words *strings.Replacer // for signs that are not read aloud
}

// say writes an element of one text; an empty one is none.
func (x *plain) say(text string) { x.list([]string{text}, "") }

// list writes an element of several texts, each behind a mark. What does not fit on a line goes on below its words.
func (x *plain) list(texts []string, mark string) {
	before := x.Len()
	for _, t := range texts {
		x.wrap(t, mark)
	}
	if x.Len() > before {
		x.WriteByte('\n')
	}
}

func (x *plain) wrap(text, mark string) {
	text = x.words.Replace(i18n.Printable(text))
	for _, paragraph := range strings.Split(text, "\n") {
		line, used := mark, utf8.RuneCountInString(mark)
		for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' }) {
			n := utf8.RuneCountInString(word)
			if used > len(mark) && used+n > columns {
				x.WriteString(strings.TrimRight(line, " ") + "\n")
				line, used = strings.Repeat(" ", len(mark)), len(mark)
			}
			line, used = line+word+" ", used+n+1
		}
		if line = strings.TrimRight(line, " "); line != "" && line != strings.TrimRight(mark, " ") {
			x.WriteString(line + "\n")
			mark = strings.Repeat(" ", len(mark))
		}
	}
}

// blocks writes blocks; number is that of the section that holds them, n how many sections it has already. It gives
// how many there are then.
func (x *plain) blocks(bs []report.Block, number string, n int) int {
	var met []string // statements that follow each other are one list
	for i, b := range bs {
		if s, ok := b.(report.Statement); ok {
			met = append(met, s.Text)
			if i+1 < len(bs) {
				continue
			}
		}
		x.list(met, "- ")
		met = nil
		n = x.block(b, number, n)
	}
	return n
}

func (x *plain) block(b report.Block, number string, n int) int {
	switch b := b.(type) {
	case report.Section:
		x.section(b, fmt.Sprintf("%s.%d", number, n+1))
		return n + 1
	case report.Card:
		x.section(report.Section(b), fmt.Sprintf("%s.%d", number, n+1))
		return n + 1
	case report.Columns:
		return x.blocks(b.Right, number, x.blocks(b.Left, number, n))
	case report.Paragraph:
		x.say(b.Text)
	case report.Items:
		x.list(b.Texts, map[bool]string{false: "- ", true: "[ ] "}[b.Boxes])
	case report.Facts:
		var lines []string
		for _, f := range b {
			lines = append(lines, f.Name+": "+linked(f))
		}
		x.list(lines, "- ")
	case report.Statement: // see blocks
	case report.Table:
		x.table(b)
	default:
		x.figure(b)
	}
	return n
}

// linked is what a fact says, with its address where it does not say that itself.
func linked(f report.Fact) string {
	_, address, _ := strings.Cut(f.Link, "://")
	if f.Link == "" || strings.Contains(f.Text, strings.Trim(address, "/")) {
		return f.Text
	}
	return f.Text + " " + f.Link
}

func (x *plain) section(s report.Section, number string) {
	x.say(number + " " + s.Title)
	x.blocks(s.Blocks, number, 0)
}

// figure says what a picture shows.
func (x *plain) figure(b report.Block) {
	var lines []string
	switch b := b.(type) {
	case report.Ladder:
		lines = ladder(b, x.p.T("report.total"))
	case report.Bars:
		lines = values(b.Rows)
	case report.Ranking:
		x.say(b.Title + ":")
		lines = values(b.Rows)
	case report.Scale:
		x.say(x.scale(b))
	case report.HeatMap:
		for _, g := range b.Groups {
			x.say(g.Name + ": " + g.Value.Text)
			var rows []string
			for _, r := range g.Rows {
				rows = append(rows, r.Name+": "+r.Strip.Words)
			}
			x.list(rows, "- ")
		}
	case report.Amount:
		lines = append(lines, b.PlannedText, b.UpToText)
	case report.Timeline:
		for _, s := range b.Spans {
			lines = append(lines, s.Name+": "+s.Text)
		}
	case report.Path: // its steps are those of the table beside it
		lines = append(lines, b.Start, b.Goal)
	case report.Radar, report.Spread: // their values are those of what stands beside them
	}
	x.list(lines, "- ")
}

func ladder(l report.Ladder, total string) []string {
	var lines []string
	for _, s := range l.Stages {
		line := fmt.Sprintf("%d %s (%s)", s.Level, s.Name, s.Start)
		if s.Here {
			line += ": " + l.Score.Text
		}
		lines = append(lines, line)
	}
	if l.Score.Range != "" {
		lines = append(lines, total+": "+value(l.Score))
	}
	return append(lines, l.Held...)
}

func values(rows []report.Bar) []string {
	var out []string
	for _, r := range rows {
		line := r.Name + ": " + value(r.Value)
		if r.Last.Known {
			line += ", " + r.Last.Text
		}
		if r.Level != "" {
			line += ", " + r.Level
		}
		out = append(out, line)
	}
	return out
}

// scale is a value with the level reached; where none is, with all levels.
func (x *plain) scale(s report.Scale) string {
	if s.Here < 1 || s.Here > len(s.Levels) {
		return x.p.T("text.levels", "x", value(s.Value), "list", strings.Join(s.Levels, ", "))
	}
	return x.p.T("text.level", "x", value(s.Value), "name", s.Levels[s.Here-1])
}

// table says what its columns are and writes each row as lines of its own: the first cell alone, for it names the row,
// the others behind the names of their columns.
func (x *plain) table(t report.Table) {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Title)
	}
	x.say(x.p.T("text.table", "list", strings.Join(names, ", ")))
	for _, r := range t.Runs {
		if r.Title != "" {
			x.say(strings.TrimSuffix(r.Title+", "+r.Value, ", ") + ":")
		}
		for _, row := range r.Rows {
			before := x.Len()
			for i, c := range row {
				x.cell(t.Columns[i].Title, c, i > 0)
			}
			if x.Len() > before {
				x.WriteByte('\n')
			}
		}
	}
}

func (x *plain) cell(column string, c report.Cell, named bool) {
	text := c.Text
	if c.Strip != nil {
		text = c.Strip.Words
	}
	if text != "" && named && column != "" {
		text = column + ": " + text
	}
	mark := ""
	if named {
		mark = "  "
	}
	x.wrap(text, mark)
	for _, s := range []string{c.Quiet, c.Note} {
		x.wrap(s, "  ")
	}
}
