package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emulator is a terminal that understands what the program writes, and nothing else: an unknown sequence is a mistake.
type emulator struct {
	w, h     int
	rows     [][]rune
	x, y     int
	wrap     bool // the last cell was written; one more breaks the line
	other    bool // the alternative screen is shown
	coloured bool
	styled   bool
	wrong    []string // sequences nobody knows, and rows that did not fit
	frame    string   // the last picture that was finished on the alternative screen
	rest     []byte   // the beginning of a sequence or letter that is not whole yet
}

func newEmulator(w, h int) *emulator {
	e := &emulator{}
	e.resize(w, h)
	return e
}

// resize keeps the upper left, as terminals do on the alternative screen.
func (e *emulator) resize(w, h int) {
	rows := make([][]rune, h)
	for y := range rows {
		rows[y] = []rune(strings.Repeat(" ", w))
		if y < len(e.rows) {
			copy(rows[y], e.rows[y])
		}
	}
	e.w, e.h, e.rows = w, h, rows
	e.x, e.y, e.wrap = min(e.x, w-1), min(e.y, h-1), false
}

func (e *emulator) String() string {
	var b strings.Builder
	for _, r := range e.rows {
		b.WriteString(strings.TrimRight(string(r), " ") + "\n")
	}
	return b.String()
}

// picture is what people see: on the alternative screen no half of a picture.
func (e *emulator) picture() string {
	if e.other {
		return e.frame
	}
	return e.String()
}

func (e *emulator) Write(p []byte) (int, error) {
	data := append(e.rest, p...)
	for len(data) > 0 {
		n := e.step(data)
		if n == 0 {
			break
		}
		data = data[n:]
	}
	e.rest = append([]byte{}, data...)
	return len(p), nil
}

// step takes one letter, control or sequence and says how long it was; 0 for more is needed.
func (e *emulator) step(data []byte) int {
	switch b := data[0]; {
	case b == '\x1b':
		return e.escape(data)
	case b == '\r':
		e.x, e.wrap = 0, false
		return 1
	case b == '\n':
		e.down()
		return 1
	case b < ' ':
		e.wrong = append(e.wrong, fmt.Sprintf("control %q", b))
		return 1
	}
	if !utf8.FullRune(data) {
		return 0
	}
	r, n := utf8.DecodeRune(data)
	e.put(r)
	return n
}

func (e *emulator) down() {
	e.wrap = false
	if e.y < e.h-1 {
		e.y++
		return
	}
	e.rows = append(e.rows[1:], []rune(strings.Repeat(" ", e.w)))
}

func (e *emulator) put(r rune) {
	if unicode.Is(unicode.Mn, r) {
		return
	}
	if e.wrap {
		if e.other {
			e.wrong = append(e.wrong, "a row is too wide: "+string(e.rows[e.y])+string(r))
		}
		e.x = 0
		e.down()
	}
	e.rows[e.y][e.x] = r
	if e.x == e.w-1 {
		e.wrap = true
		return
	}
	e.x++
}

func (e *emulator) escape(data []byte) int {
	if len(data) < 2 {
		return 0
	}
	if data[1] != '[' {
		e.wrong = append(e.wrong, fmt.Sprintf("%q", data[:2]))
		return 2
	}
	for i := 2; i < len(data); i++ {
		if data[i] >= 0x40 && data[i] <= 0x7e {
			e.control(string(data[2:i]), data[i])
			return i + 1
		}
	}
	return 0
}

func (e *emulator) control(args string, kind byte) {
	parts := strings.Split(args, ";")
	arg := func(i, usual int) int {
		if i < len(parts) {
			if n, err := strconv.Atoi(parts[i]); err == nil && n > 0 {
				return n
			}
		}
		return usual
	}
	if kind != 'm' {
		e.wrap = false
	}
	switch kind {
	case 'A':
		e.y = max(0, e.y-arg(0, 1))
	case 'H':
		if e.other && strings.HasSuffix(args, ";") { // how the library ends a picture
			e.frame = e.String()
		}
		e.y, e.x = min(arg(0, 1), e.h)-1, min(arg(1, 1), e.w)-1
	case 'D':
		e.x = max(0, e.x-arg(0, 1))
	case 'K', 'J':
		e.erase(kind, arg(0, 0))
	case 'm':
		e.style(parts)
	case 'h', 'l':
		switch args {
		case "?1049":
			e.other, e.frame = kind == 'h', ""
			e.erase('J', 2)
		case "?25", "?2004", "?1000", "?1002", "?1003", "?1006":
		default:
			e.wrong = append(e.wrong, "mode "+args)
		}
	default:
		e.wrong = append(e.wrong, fmt.Sprintf("\\x1b[%s%c", args, kind))
	}
}

func (e *emulator) erase(kind byte, what int) {
	blank := func(row []rune) {
		for i := range row {
			row[i] = ' '
		}
	}
	switch {
	case kind == 'K' && what == 2:
		blank(e.rows[e.y])
	case kind == 'K':
		blank(e.rows[e.y][e.x:])
	case what == 2:
		for _, r := range e.rows {
			blank(r)
		}
	default:
		blank(e.rows[e.y][e.x:])
		for _, r := range e.rows[e.y+1:] {
			blank(r)
		}
	}
}

func (e *emulator) style(parts []string) {
	for _, p := range parts {
		n, _ := strconv.Atoi(p)
		e.coloured = e.coloured || n >= 30 && n <= 107
		e.styled = e.styled || n > 0
	}
}
