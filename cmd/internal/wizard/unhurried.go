package wizard

import (
	"io"
	"sync"
	"time"
)

// lastWords is how long a program that was told to end waits for a terminal that takes nothing.
const lastWords = time.Second

// unhurried is a terminal that never keeps the program waiting, however slow the line to it: what is written goes on its
// way beside it. Until it has arrived no new picture is drawn; then the present one is, and those between are left out.
type unhurried struct {
	terminalFile
	arrived func() // called when a picture was left out and there is time for one again

	mu      sync.Mutex
	rest    []byte        // not yet on its way
	done    chan struct{} // closed when all has arrived; nil when nothing is on its way
	leftOut bool
}

// unhurriedly is an output that keeps nobody waiting; nil for one that is no terminal.
func unhurriedly(out io.Writer) *unhurried {
	if f, ok := out.(terminalFile); ok {
		return &unhurried{terminalFile: f}
	}
	return nil
}

// Write takes everything at once.
func (u *unhurried) Write(p []byte) (int, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.rest = append(u.rest, p...)
	if u.done == nil {
		u.done = make(chan struct{})
		go u.carry(u.done)
	}
	return len(p), nil
}

// carry writes until nothing is left. What a terminal that is gone does not take is lost, as its picture is.
func (u *unhurried) carry(done chan struct{}) {
	for {
		u.mu.Lock()
		p := u.rest
		u.rest = nil
		if len(p) == 0 {
			again := u.leftOut
			u.done, u.leftOut = nil, false
			close(done)
			u.mu.Unlock()
			if again {
				u.arrived()
			}
			return
		}
		u.mu.Unlock()
		_, _ = u.terminalFile.Write(p)
	}
}

// free says whether everything has arrived, so that a picture may be drawn; where not, arrived will be called.
func (u *unhurried) free() bool {
	if u == nil {
		return true
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	u.leftOut = u.leftOut || u.done != nil
	return u.done == nil
}

// finish waits until everything has arrived, but not long for a terminal that takes nothing when the program has to end.
func (u *unhurried) finish(stop <-chan struct{}) {
	if u == nil {
		return
	}
	u.mu.Lock()
	done := u.done
	u.mu.Unlock()
	if done == nil {
		return
	}
	select {
	case <-done:
	case <-stop:
		select {
		case <-done:
		case <-time.After(lastWords):
		}
	}
}
