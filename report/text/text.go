// Package text writes a report as Markdown (Write) and as plain text (Plain).
package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// Write writes the whole document. The same document gives the same bytes.
func Write(w io.Writer, d *report.Document) error {
	m := &writer{}
	m.line("# %s", escape(d.Cover.Name))
	m.line("%s", escape(d.Title))
	m.line("**%s**", escape(d.Cover.Stage))
	m.items(d.Cover.Facts, "- ")
	for _, p := range d.Parts {
		m.line("## %s", escape(p.Name))
		m.line("**%s**", escape(p.Headline))
		if p.Lead != "" {
			m.line("%s", escape(p.Lead))
		}
		m.blocks(p.Blocks, 3)
	}
	m.line("%s", escape(d.Maker))
	_, err := w.Write(append(bytes.TrimRight(m.Bytes(), "\n"), '\n'))
	return err
}

// writer collects Markdown, a blank line after each element.
type writer struct{ bytes.Buffer }

func (m *writer) line(format string, args ...any) { fmt.Fprintf(m, format+"\n\n", args...) }

func (m *writer) blocks(bs []report.Block, level int) {
	for _, b := range bs {
		m.block(b, level)
	}
}

func (m *writer) block(b report.Block, level int) {
	switch b := b.(type) {
	case report.Section:
		m.line("%s %s", strings.Repeat("#", min(level, 6)), escape(b.Title))
		m.blocks(b.Blocks, level+1)
	case report.Card:
		m.line("%s %s", strings.Repeat("#", min(level, 6)), escape(b.Title))
		m.blocks(b.Blocks, level+1)
	case report.Columns:
		m.blocks(b.Left, level)
		m.blocks(b.Right, level)
	case report.Paragraph:
		m.paragraph(b)
	case report.Items:
		m.items(b.Texts, map[bool]string{false: "- ", true: "- [ ] "}[b.Boxes])
	case report.Facts:
		m.facts(b)
	case report.Statement:
		m.line("%s %s", statusSign[b.Status], escape(b.Text))
	case report.Table:
		m.table(b)
	default:
		m.figure(b)
	}
}

var statusSign = map[report.Status]string{report.Met: "(+)", report.Unmet: "(–)", report.Undecided: "(?)"}

func (m *writer) paragraph(p report.Paragraph) {
	switch text := escape(p.Text); p.Voice {
	case report.Strong:
		m.line("**%s**", text)
	case report.Own:
		m.line("> %s", strings.ReplaceAll(text, "\n", "\n> "))
	default:
		m.line("%s", text)
	}
}

func (m *writer) items(texts []string, mark string) {
	for _, t := range texts {
		fmt.Fprintf(m, "%s%s\n", mark, escape(t))
	}
	m.WriteByte('\n')
}

func (m *writer) facts(fs report.Facts) {
	for _, f := range fs {
		text := escape(f.Text)
		if f.Link != "" {
			text = fmt.Sprintf("[%s](%s)", text, f.Link)
		}
		fmt.Fprintf(m, "- %s: %s\n", escape(f.Name), text)
	}
	m.WriteByte('\n')
}

// figure writes what a picture shows as lists.
func (m *writer) figure(b report.Block) {
	var lines []string
	switch b := b.(type) {
	case report.Ladder:
		for _, s := range b.Stages {
			line := fmt.Sprintf("%d %s (%s)", s.Level, s.Name, s.Start)
			if s.Here {
				line = "**" + escape(line) + ": " + escape(b.Score.Text) + "**"
			} else {
				line = escape(line)
			}
			lines = append(lines, line)
		}
		if b.Score.Range != "" {
			lines = append(lines, escape(value(b.Score)))
		}
		for _, h := range b.Held {
			lines = append(lines, escape(h))
		}
	case report.Bars:
		lines = bars(b.Rows)
	case report.Ranking:
		m.line("%s", escape(b.Title))
		lines = bars(b.Rows)
	case report.Scale:
		lines = append(lines, scale(b))
	case report.HeatMap:
		m.heat(b)
	case report.Amount:
		lines = append(lines, escape(b.PlannedText), escape(b.UpToText))
	case report.Timeline:
		for _, s := range b.Spans {
			lines = append(lines, escape(s.Name+": "+s.Text))
		}
	case report.Path: // its steps are those of the table beside it
		lines = append(lines, escape(b.Start+" → "+b.Goal))
	case report.Radar, report.Spread: // their values are those of what stands beside them
	}
	for _, l := range lines {
		m.WriteString("- " + l + "\n")
	}
	if len(lines) > 0 {
		m.WriteByte('\n')
	}
}

// scale is a value with the names of all levels, the one reached in bold.
func scale(s report.Scale) string {
	var names []string
	for i, name := range s.Levels {
		if name = escape(name); i+1 == s.Here {
			name = "**" + name + "**"
		}
		names = append(names, name)
	}
	return escape(value(s.Value)) + ": " + strings.Join(names, " · ")
}

func bars(rows []report.Bar) []string {
	var out []string
	for _, r := range rows {
		line := escape(r.Name + ": " + value(r.Value))
		if r.Last.Known {
			line += ", " + escape(r.Last.Text)
		}
		if r.Level != "" {
			line += ", " + escape(r.Level)
		}
		out = append(out, line)
	}
	return out
}

func value(v report.Value) string {
	if v.Range == "" {
		return v.Text
	}
	return v.Text + " (" + v.Range + ")"
}

func (m *writer) heat(h report.HeatMap) {
	for _, g := range h.Groups {
		fmt.Fprintf(m, "- %s: %s\n", escape(g.Name), escape(g.Value.Text))
		for _, r := range g.Rows {
			fmt.Fprintf(m, "  - %s: %s\n", escape(r.Name), escape(r.Strip.Words))
		}
	}
	m.line("\n%s", escape(h.Key))
}

func (m *writer) table(t report.Table) {
	for _, r := range t.Runs {
		if r.Title != "" {
			m.line("**%s** %s", escape(r.Title), escape(r.Value))
		}
		var head, rule []string
		for _, c := range t.Columns {
			head = append(head, escape(c.Title))
			rule = append(rule, map[bool]string{false: "---", true: "---:"}[c.Right])
		}
		fmt.Fprintf(m, "| %s |\n| %s |\n", strings.Join(head, " | "), strings.Join(rule, " | "))
		for _, row := range r.Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, cell(c))
			}
			fmt.Fprintf(m, "| %s |\n", strings.Join(cells, " | "))
		}
		m.WriteByte('\n')
	}
}

func cell(c report.Cell) string {
	if c.Strip != nil {
		return escape(c.Strip.Words)
	}
	parts := []string{escape(c.Text)}
	for _, s := range []string{c.Quiet, c.Note} {
		if s != "" {
			parts = append(parts, escape(s))
		}
	}
	return strings.ReplaceAll(strings.Join(parts, "<br>"), "\n", "<br>")
}

var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "|", `\|`, "<", "&lt;", "[", `\[`, "]", `\]`, "#", `\#`, "\r", "")

// escape makes a text safe to stand in Markdown, whoever wrote it.
func escape(s string) string { return special.Replace(i18n.Printable(s)) }
