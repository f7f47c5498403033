package session

import (
	"errors"
	"os"
	"syscall"
	"testing"
	"time"
)

// A file that another program holds for a moment is waited for, but not for ever, and only where that happens.
func TestPatience(t *testing.T) {
	held := func(n syscall.Errno) error { return &os.LinkError{Op: "rename", Old: "a", New: "b", Err: n} }
	for name, c := range map[string]struct {
		system string
		err    error
		free   int // after so many tries, 0 for never
		tries  int
		failed bool
	}{
		"free at once":      {"windows", held(32), 1, 1, false},
		"scanned":           {"windows", held(32), 4, 4, false},
		"denied for a time": {"windows", held(5), 2, 2, false},
		"locked for good":   {"windows", held(33), 0, busyTries, true},
		"disk full":         {"windows", held(112), 3, 1, true},
		"another system":    {"linux", held(32), 3, 1, true},
	} {
		var waited time.Duration
		tries := 0
		p := patient{c.system, func(d time.Duration) { waited += d }}
		err := p.do(func() error {
			if tries++; c.free > 0 && tries >= c.free {
				return nil
			}
			return c.err
		})
		if tries != c.tries || (err != nil) != c.failed || c.failed && !errors.Is(err, c.err) || waited > time.Second {
			t.Errorf("%s: %d tries, %v, waited %s", name, tries, err, waited)
		}
	}
}
