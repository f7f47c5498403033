package cli

import (
	"github.com/spf13/cobra"
)

func (a *app) runCommand() *cobra.Command {
	c := a.command("run", "run [FILE]", func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			return a.start(args[0])
		}
		return a.start("")
	})
	c.Args = cobra.MaximumNArgs(1)
	a.flags(c.Flags(), "bank", "path", "accessible", "on")
	return c
}

func (a *app) start(file string) error { return a.fail(exitUsage, "usage.path", "x", file) }
