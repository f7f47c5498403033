package session

import (
	"errors"
	"runtime"
	"syscall"
	"time"
)

// On Windows virus scanners, search and programs that copy folders into the cloud hold a file for a moment after it was
// written. Who replaces it then is refused, and only has to wait a little.
const (
	busyFirst = 5 * time.Millisecond // the first wait; each further one is twice as long
	busyTries = 8                    // tries in all: waits of 0.6 seconds together
)

// busyNumbers are ACCESS_DENIED, SHARING_VIOLATION and LOCK_VIOLATION.
var busyNumbers = map[syscall.Errno]bool{5: true, 32: true, 33: true}

// isBusy says whether an error of a system may mean that another program holds the file just now. Elsewhere nobody can
// keep a file from being replaced.
func isBusy(err error, system string) bool {
	var number syscall.Errno
	return system == "windows" && errors.As(err, &number) && busyNumbers[number]
}

// patient does something with a file, and again for a short time while another program holds it. The error is the last one.
type patient struct {
	system string
	wait   func(time.Duration)
}

// patiently is how this process waits for other programs.
var patiently = patient{runtime.GOOS, time.Sleep}

func (p patient) do(what func() error) error {
	err := what()
	for try, pause := 1, busyFirst; try < busyTries && isBusy(err, p.system); try, pause = try+1, 2*pause {
		p.wait(pause)
		err = what()
	}
	return err
}
