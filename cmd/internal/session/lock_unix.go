//go:build !windows

package session

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes an exclusive lock without waiting. File systems that know no locks count as free.
func tryLock(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return !errors.Is(err, syscall.EWOULDBLOCK)
}
