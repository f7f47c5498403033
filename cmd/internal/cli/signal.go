package cli

import (
	"errors"
	"io"
	"sync/atomic"

	"digitalkompass/cmd/internal/desk"
)

// untilSignal is the input of line mode. It ends at once on Ctrl+C, a closed window or a request to stop, so that line
// mode leaves as it does at the end of any input: with everything saved, and said so.
func (a *app) untilSignal() (in io.Reader, stopped func() bool, done func()) {
	if a.env.Signals == nil {
		return a.env.In, func() bool { return false }, func() {}
	}
	signals, stop := a.env.Signals()
	r := &endable{in: a.env.In, end: make(chan struct{})}
	left := make(chan struct{})
	go func() {
		select {
		case <-signals:
			r.ended.Store(true)
			close(r.end)
			stop() // a second one ends the process, should we hang
		case <-left:
			stop()
		}
	}()
	return r, r.ended.Load, func() { close(left) }
}

// onSignal is closed when the window is closed or the program asked to stop, so that full screen gives the terminal back.
func (a *app) onSignal() (stopped <-chan struct{}, done func()) {
	if a.env.Signals == nil {
		return nil, func() {}
	}
	signals, stop := a.env.Signals()
	end, left := make(chan struct{}), make(chan struct{})
	go func() {
		select {
		case <-signals:
			close(end)
		case <-left:
		}
		stop() // a second one ends the process, should we hang
	}()
	return end, func() { close(left) }
}

// endable is input that can be ended while somebody waits for it. It reads only when asked, so that after it another
// reader finds all that comes.
type endable struct {
	in    io.Reader
	end   chan struct{}
	ended atomic.Bool
}

func (r *endable) Read(p []byte) (int, error) {
	type read struct {
		data []byte
		err  error
	}
	got := make(chan read, 1)
	go func() {
		buf, n := make([]byte, len(p)), 0
		err := desk.Guard(func() (err error) { n, err = r.in.Read(buf); return err })
		got <- read{buf[:n], err}
	}()
	select {
	case x := <-got:
		var wrong *desk.PanicError
		if errors.As(x.err, &wrong) {
			panic(wrong)
		}
		return copy(p, x.data), x.err
	case <-r.end:
		return 0, io.EOF
	}
}
