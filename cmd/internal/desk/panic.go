package desk

import "runtime/debug"

// PanicError is a mistake in the program that would have ended it at once.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return "panic" }

// Origin is the panic itself: the error can be thrown again in the goroutine of whoever has to know.
func (e *PanicError) Origin() (value any, stack []byte) { return e.Value, e.Stack }

// origin is a panic that was carried over from another goroutine.
type origin interface {
	Origin() (value any, stack []byte)
}

// Guard runs f. A panic in it comes back as a *PanicError, so that the terminal is given back and the answers are kept.
func Guard(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			wrong := &PanicError{Value: x, Stack: debug.Stack()}
			for o, ok := x.(origin); ok; o, ok = wrong.Value.(origin) {
				wrong.Value, wrong.Stack = o.Origin()
			}
			err = wrong
		}
	}()
	return f()
}
