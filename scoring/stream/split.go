package stream

import (
	"bytes"
	"errors"
	"io"
)

// MaxLine is the longest line that is read, in bytes.
const MaxLine = 1 << 20

// portion is how much is asked for at a time. What comes at once is scored at once, so that a slow sender gets its
// results without waiting for others.
const portion = 64 << 10

// chunk is a piece of input that ends with a line, and the output for it.
type chunk struct {
	data  []byte
	first int  // number of its first line
	long  bool // it is one line that is too long to keep
	out   []byte
	done  chan struct{}
}

// splitter cuts input into chunks.
type splitter struct {
	r    io.Reader
	rest []byte // the beginning of the next line
	line int    // lines so far
	err  error
}

// next fills a chunk; false at the end.
func (s *splitter) next(c *chunk) bool {
	c.data, c.first, c.long = append(c.data[:0], s.rest...), s.line+1, false
	s.rest = s.rest[:0]
	for from := 0; ; {
		if end := bytes.LastIndexByte(c.data[from:], '\n'); end >= 0 {
			return s.cut(c, from+end+1)
		}
		if len(c.data) > MaxLine {
			c.long = true
			c.data = c.data[:0]
		}
		if s.err != nil {
			return s.last(c)
		}
		from = len(c.data)
		s.read(c)
	}
}

// cut ends a chunk after a line. Of one that is too long only the end of the line counts.
func (s *splitter) cut(c *chunk, end int) bool {
	if c.long {
		end = bytes.IndexByte(c.data, '\n') + 1
	}
	s.rest = append(s.rest, c.data[end:]...)
	c.data = c.data[:end]
	s.line += bytes.Count(c.data, []byte("\n"))
	return true
}

// last is what comes after the last line end.
func (s *splitter) last(c *chunk) bool {
	s.line++
	return c.long || len(c.data) > 0
}

func (s *splitter) read(c *chunk) {
	n := len(c.data)
	if cap(c.data)-n < portion {
		grown := make([]byte, n, n+max(portion, n))
		copy(grown, c.data)
		c.data = grown
	}
	got, err := s.r.Read(c.data[n : n+portion])
	c.data, s.err = c.data[:n+got], err
}

// failure is why reading ended, nil for the end of the input.
func (s *splitter) failure() error {
	if errors.Is(s.err, io.EOF) {
		return nil
	}
	return s.err
}

// lines is how many lines a chunk has.
func (c *chunk) lines() int {
	n := bytes.Count(c.data, []byte("\n"))
	if len(c.data) > 0 && c.data[len(c.data)-1] != '\n' {
		n++
	}
	return max(n, 1)
}
