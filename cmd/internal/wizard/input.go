package wizard

import (
	"errors"
	"io"
)

// errGone says that the terminal is no longer there.
var errGone = errors.New("the terminal is gone")

// terminalFile is what the library needs to know that its input is a terminal.
type terminalFile interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// lasting is a terminal whose end is an error: the library would wait for ever where nobody can type any more.
type lasting struct{ terminalFile }

func (t lasting) Read(p []byte) (int, error) {
	n, err := t.terminalFile.Read(p)
	if errors.Is(err, io.EOF) || n == 0 && err == nil {
		err = errGone
	}
	return n, err
}

// lastingInput is input whose end the library notices.
func lastingInput(in io.Reader) io.Reader {
	if f, ok := in.(terminalFile); ok {
		return lasting{f}
	}
	return in
}
