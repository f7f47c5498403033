package cli

import "github.com/spf13/cobra"

// root is the table of all commands. Without one the program does its main job.
func (a *app) root() *cobra.Command {
	c := a.command("root", "digitalkompass [{command}]", func(*cobra.Command, []string) error {
		if a.opts.version {
			return a.version()
		}
		return a.start("")
	})
	c.Flags().BoolVar(&a.opts.version, "version", false, a.p.T("cmd.version"))
	a.flags(c.Flags(), "bank", "path", "accessible")
	c.PersistentFlags().StringVar(&a.opts.lang, "lang", "", a.p.T("flag.lang"))
	c.PersistentPreRunE = func(*cobra.Command, []string) error {
		if l := a.opts.lang; l != "" && l != "de" && l != "en" {
			return a.fail(exitUsage, "usage.lang", "x", l)
		}
		return nil
	}
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetHelpCommand(a.helpCommand())
	c.AddCommand(a.runCommand(), a.scoreCommand(), a.reportCommand(), a.verifyCommand(), a.demoCommand(), a.bankCommand(), a.offersCommand(),
		a.draftsCommand(), a.versionCommand(), a.completionCommand(), a.manCommand())
	a.dress(c)
	return c
}
