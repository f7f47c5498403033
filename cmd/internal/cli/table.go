package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// tableWidth is what every line of a table fits into, gap the columns between two cells.
const (
	tableWidth = 100
	tableGap   = 2
)

// table writes rows in columns; a cell that is wider than its column goes on below. All rows have as many cells.
type table struct {
	indent string
	widths []int
}

// newTable fits columns to rows: each is as wide as its widest cell, and those that take more than an even share of the
// line give way where there is not enough room.
func newTable(indent string, rows [][]string) table {
	t := table{indent: indent, widths: make([]int, len(rows[0]))}
	for _, row := range rows {
		for i, cell := range row {
			t.widths[i] = max(t.widths[i], utf8.RuneCountInString(cell))
		}
	}
	room, narrow := tableWidth-len(indent)-tableGap*(len(t.widths)-1), make([]bool, len(t.widths))
	for left := len(t.widths); left > 0; {
		share, settled := room/left, 0
		for i, w := range t.widths {
			if !narrow[i] && w <= share {
				narrow[i], room, settled = true, room-w, settled+1
			}
		}
		if left -= settled; settled > 0 {
			continue
		}
		for i := range t.widths {
			if !narrow[i] {
				t.widths[i] = share
			}
		}
		return t
	}
	return t
}

func (t table) write(w io.Writer, row []string) {
	var cells [][]string
	height := 0
	for i, cell := range row {
		cells = append(cells, wrapped(cell, t.widths[i]))
		height = max(height, len(cells[i]))
	}
	for y := range height {
		line := t.indent
		for i, c := range cells {
			part := ""
			if y < len(c) {
				part = c[y]
			}
			line += part + strings.Repeat(" ", t.widths[i]+tableGap-utf8.RuneCountInString(part))
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// wrapped breaks text between words, and a word only where it is wider than a line.
func wrapped(text string, width int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if n := utf8.RuneCountInString(line); n > 0 && n+1+utf8.RuneCountInString(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			out = append(out, line)
		}
		for runes := []rune(word); ; runes = runes[width:] {
			if line = string(runes); len(runes) <= width {
				break
			}
			out = append(out, string(runes[:width]))
		}
	}
	return append(out, line)
}
