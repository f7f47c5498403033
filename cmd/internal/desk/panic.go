package desk

import "runtime/debug"

// PanicError is a mistake in the program that would have ended it at once.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return "panic" }

// Guard runs f. A panic in it comes back as a *PanicError, so that the terminal is given back and the answers are kept.
func Guard(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &PanicError{Value: x, Stack: debug.Stack()}
		}
	}()
	return f()
}
