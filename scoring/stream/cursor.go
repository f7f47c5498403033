// Package stream scores assessments that come one to a line, at the speed that a program for a whole country needs.
package stream

// cursor reads a line of JSON token by token. It reads only what is plainly right: at anything else it says no, and the
// full reader judges the line. So it needs no errors of its own, and nobody has to keep two readers in agreement on
// what is wrong. The line has to be valid UTF-8.
type cursor struct {
	data []byte
	at   int
}

// next skips blanks and gives the byte that comes, 0 at the end.
func (c *cursor) next() byte {
	if c.at < len(c.data) && c.data[c.at] > ' ' {
		return c.data[c.at]
	}
	return c.skip()
}

func (c *cursor) skip() byte {
	for c.at < len(c.data) {
		switch b := c.data[c.at]; b {
		case ' ', '\t', '\r', '\n':
			c.at++
		default:
			return b
		}
	}
	return 0
}

// take goes past a byte if it comes next.
func (c *cursor) take(b byte) bool {
	if c.next() != b {
		return false
	}
	c.at++
	return true
}

// more goes on to the next member of a list or mapping that ends with a byte. first says that none was read yet.
func (c *cursor) more(end byte, first bool) (more, ok bool) {
	if c.take(end) {
		return false, true
	}
	return true, first || c.take(',')
}

// text is a string as it is written, escapes and all.
func (c *cursor) text() (raw []byte, ok bool) {
	if !c.take('"') {
		return nil, false
	}
	data := c.data[c.at:]
	for i := 0; i < len(data); i++ {
		b := data[i]
		if !marks[b] {
			continue
		}
		if b == '"' {
			c.at += i + 1
			return data[:i], true
		}
		n := 0
		if b == '\\' {
			n = escape(data[i+1:])
		}
		if n == 0 {
			return nil, false
		}
		i += n
	}
	return nil, false
}

// marks are the bytes that do not stand for themselves in a string: its end, the backslash and control characters.
var marks = func() (m [256]bool) {
	for b := range ' ' {
		m[b] = true
	}
	m['"'], m['\\'] = true, true
	return m
}()

// escape is the length of an escape after its backslash, 0 where it is none.
func escape(b []byte) int {
	if len(b) == 0 {
		return 0
	}
	switch b[0] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 1
	case 'u':
		if len(b) > 4 && hex(b[1]) && hex(b[2]) && hex(b[3]) && hex(b[4]) {
			return 5
		}
	}
	return 0
}

func hex(b byte) bool { return '0' <= b && b <= '9' || 'a' <= b|' ' && b|' ' <= 'f' }

// key is the name of a member.
func (c *cursor) key() (raw []byte, ok bool) {
	raw, ok = c.text()
	return raw, ok && c.take(':')
}

// Figures are read as whole numbers of unit, with at most maxDigits digits before the point.
const (
	decimals  = 4
	unit      = 10000
	maxDigits = 12
)

// number is a figure in units.
func (c *cursor) number() (units int64, ok bool) {
	minus := c.take('-')
	n := c.digits(maxDigits)
	if len(n) == 0 || n[0] == '0' && len(n) > 1 {
		return 0, false
	}
	units = value(n) * unit
	if c.at < len(c.data) && c.data[c.at] == '.' {
		c.at++
		f := c.digits(decimals)
		if len(f) == 0 {
			return 0, false
		}
		part := value(f)
		for range decimals - len(f) {
			part *= 10
		}
		units += part
	}
	if c.at < len(c.data) && (c.data[c.at]|' ' == 'e' || '0' <= c.data[c.at] && c.data[c.at] <= '9') {
		return 0, false
	}
	if minus {
		units = -units
	}
	return units, true
}

// digits are those that come now, up to most of them.
func (c *cursor) digits(most int) []byte {
	from := c.at
	for c.at < len(c.data) && c.at-from < most && '0' <= c.data[c.at] && c.data[c.at] <= '9' {
		c.at++
	}
	return c.data[from:c.at]
}

func value(digits []byte) (n int64) {
	for _, d := range digits {
		n = n*10 + int64(d-'0')
	}
	return n
}

// word goes past a literal such as true.
func (c *cursor) word(w string) bool {
	c.next()
	if len(c.data)-c.at < len(w) || string(c.data[c.at:c.at+len(w)]) != w {
		return false
	}
	c.at += len(w)
	return true
}
