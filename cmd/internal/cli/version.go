package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Version is the version of the program.
const Version = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return a.command("version", "version", func(*cobra.Command, []string) error { return a.version() })
}

func (a *app) version() error {
	b, err := a.bank(a.opts.bank)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.env.Out, a.p.T("version.line", "v", Version, "bank", b.About.ID, "b", b.About.Version))
	return nil
}

func (a *app) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	c := a.command("completion", "completion bash|zsh|fish|powershell", func(c *cobra.Command, args []string) error {
		root, w := c.Root(), a.env.Out
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(w, true)
		case "zsh":
			return root.GenZshCompletion(w)
		case "fish":
			return root.GenFishCompletion(w, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(w)
		}
		return a.unknown("usage.shell", args[0], shells)
	})
	c.Args, c.ValidArgs = cobra.ExactArgs(1), shells
	return c
}

// manCommand writes the manual page from the table of commands itself, so that it cannot differ from it.
func (a *app) manCommand() *cobra.Command {
	return a.command("man", "man", func(c *cobra.Command, _ []string) error {
		root := c.Root()
		fmt.Fprintf(a.env.Out, ".TH DIGITALKOMPASS 1 \"\" \"digitalkompass %s\"\n.SH NAME\ndigitalkompass \\- %s\n", Version, roff(root.Short))
		fmt.Fprintf(a.env.Out, ".SH %s\n", roff(strings.ToUpper(strings.TrimSuffix(a.p.T("help.commands"), ":"))))
		a.manEntries(root)
		a.manList("man.status", "man.exit-0", "man.exit-1", "man.exit-2", "man.exit-3", "man.exit-130")
		a.manList("man.environment", "man.home", "man.lang", "man.accessible", "man.no-color")
		a.manList("man.files", "man.drafts")
		return nil
	})
}

func (a *app) manEntries(c *cobra.Command) {
	if c.Runnable() {
		fmt.Fprintf(a.env.Out, ".TP\n.B %s\n%s\n", roff(c.UseLine()), roff(c.Short))
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !f.Hidden {
				value, usage := pflag.UnquoteUsage(f)
				fmt.Fprintf(a.env.Out, ".br\n.I %s\n%s\n", roff(strings.TrimSpace("--"+f.Name+" "+value)), roff(usage))
			}
		})
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			a.manEntries(sub)
		}
	}
}

// manList writes a section of entries; each message is a name, a colon and what it means.
func (a *app) manList(head string, keys ...string) {
	fmt.Fprintf(a.env.Out, ".SH %s\n", roff(strings.ToUpper(a.p.T(head))))
	for _, k := range keys {
		name, text, _ := strings.Cut(a.p.T(k), ": ")
		fmt.Fprintf(a.env.Out, ".TP\n.B %s\n%s\n", roff(name), roff(text))
	}
}

// roff escapes text for a manual page.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n", " ").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
