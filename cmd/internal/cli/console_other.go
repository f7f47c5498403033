//go:build !windows

package cli

// console is that of a system whose terminals say by the environment what they can.
func console() Console { return anyTerminal }
