package cli

import (
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"digitalkompass/data"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"io/fs"
)

// loadWords reads the catalogue and finds the language: --lang, then the environment, then German.
func (a *app) loadWords(args []string) error {
	var d source.Diagnostics
	locales, err := fs.Sub(data.Files(), "locales")
	if err != nil {
		return err
	}
	a.cat = i18n.LoadCatalogue(locales, &d)
	if a.cat == nil {
		return &statusError{exitFailed, d.All()[0].Pos.String() + ": " + d.All()[0].Code}
	}
	a.lang = a.chosenLanguage(args)
	a.p = a.cat.Printer(a.lang)
	return nil
}

func (a *app) chosenLanguage(args []string) i18n.Lang {
	for i, arg := range args {
		v, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if ok && (v == "de" || v == "en") {
			return i18n.Lang(v)
		}
	}
	for _, name := range []string{"DIGITALKOMPASS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		switch v := strings.ToLower(a.env.Getenv(name)); {
		case strings.HasPrefix(v, "de"):
			return i18n.German
		case strings.HasPrefix(v, "en"):
			return i18n.English
		}
	}
	return i18n.German
}

// command makes a command whose words are those of the catalogue below "cmd.<key>".
func (a *app) command(key, use string, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: a.p.T("cmd." + key), SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args: cobra.NoArgs, RunE: run,
	}
	if long := "cmd." + key + ".long"; a.p.Has(long) {
		c.Long = a.p.T(long)
	}
	return c
}

// dress gives a command and all below it help in the chosen language.
func (a *app) dress(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = a.p.T("flag.help")
	c.SetUsageTemplate(a.usageTemplate())
	c.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	for _, sub := range c.Commands() {
		a.dress(sub)
	}
}

func (a *app) usageTemplate() string {
	return a.p.T("help.usage") + `
{{if .Runnable}}  {{.UseLine}}
{{end}}{{if .HasAvailableSubCommands}}  {{.CommandPath}} ` + a.p.T("help.command") + `

` + a.p.T("help.commands") + `
{{range .Commands}}{{if .IsAvailableCommand}}  {{rpad .Name .NamePadding}} {{.Short}}
{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}
` + a.p.T("help.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}`
}

// flags adds the shared flags that a command takes.
func (a *app) flags(f *pflag.FlagSet, names ...string) {
	for _, n := range names {
		usage := a.p.T("flag." + n)
		switch n {
		case "bank":
			f.StringVar(&a.opts.bank, n, "", usage)
		case "on":
			f.StringVar(&a.opts.on, n, "", usage)
		case "format":
			f.StringVar(&a.opts.format, n, "", usage)
		case "output":
			f.StringVarP(&a.opts.out, n, "o", "", usage)
		case "path":
			f.StringVar(&a.opts.path, n, "", usage)
		case "accessible":
			f.BoolVar(&a.opts.accessible, n, false, usage)
		}
	}
}

// usageErrors maps what the command library says to messages of the catalogue; the first group is the placeholder.
var usageErrors = []struct {
	form *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^unknown command "(.*?)"`), "usage.command"},
	{regexp.MustCompile(`^unknown flag: (.*)$`), "usage.flag"},
	{regexp.MustCompile(`^unknown shorthand flag: '(.*?)'`), "usage.flag"},
	{regexp.MustCompile(`^flag needs an argument: (?:'.*' in )?(.*)$`), "usage.value"},
	{regexp.MustCompile(`^invalid argument "(.*?)"`), "usage.invalid"},
	{regexp.MustCompile(`^(?:accepts|requires) .*received (\d+)$`), "usage.args"},
	{regexp.MustCompile(`^bad flag syntax: (.*)$`), "usage.flag"},
}

func (a *app) usageText(err error) string {
	for _, u := range usageErrors {
		if m := u.form.FindStringSubmatch(err.Error()); m != nil {
			return a.p.T(u.key, "x", m[1])
		}
	}
	return err.Error()
}
