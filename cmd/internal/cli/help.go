package cli

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"digitalkompass/data"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
	"digitalkompass/questionnaire/source"
)

// loadWords reads the catalogue and finds the language: --lang, then the environment, then German.
func (a *app) loadWords(args []string) error {
	locales, err := fs.Sub(data.Files(), "locales")
	if err != nil {
		return err
	}
	a.cat = i18n.OpenCatalogue(locales)
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

// placeholder is a name in a line of usage that every language has its own word for.
var placeholder = pattern.Late(`\{[a-z]+\}`)

// command makes a command whose words are those of the catalogue below "cmd.<key>". In its line of usage, names in
// braces are those below "arg.".
func (a *app) command(key, use string, run func(*cobra.Command, []string) error) *cobra.Command {
	use = placeholder().ReplaceAllStringFunc(use, func(s string) string { return a.p.T("arg." + strings.Trim(s, "{}")) })
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
{{end}}{{if .HasAvailableSubCommands}}
` + a.p.T("help.commands") + `
{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}  {{rpad .Name .NamePadding}} {{.Short}}
{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}
` + a.p.T("help.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces | aligned}}
{{end}}`
}

// flagLine is a line of the list of flags: the flag, the gap and what it does.
var flagLine = pattern.Late(`(?m)^( +\S.*?)( {2,})(\S)`)

// aligned widens the gap behind flags whose placeholder has letters of more than one byte: the flag library counts bytes.
func aligned(list string) string {
	return flagLine().ReplaceAllStringFunc(list, func(line string) string {
		m := flagLine().FindStringSubmatch(line)
		return m[1] + m[2] + strings.Repeat(" ", len(m[1])-utf8.RuneCountInString(m[1])) + m[3]
	})
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
			f.StringArrayVarP(&a.opts.outs, n, "o", nil, usage)
		case "since":
			f.StringVar(&a.opts.since, n, "", usage)
		case "for":
			f.StringVar(&a.opts.audience, n, "", usage)
		case "brand":
			f.StringVar(&a.opts.brand, n, "", usage)
		case "no-data":
			f.BoolVar(&a.opts.noData, n, false, usage)
		case "parts":
			f.StringSliceVar(&a.opts.parts, n, nil, usage)
		case "force":
			f.BoolVar(&a.opts.force, n, false, usage)
		case "path":
			f.StringVar(&a.opts.path, n, "", usage)
		case "accessible":
			f.BoolVar(&a.opts.accessible, n, false, usage)
		}
	}
}

// usageErrors maps what the command library says to messages of the catalogue; the first group is the placeholder.
var usageErrors = []struct {
	form func() *regexp.Regexp
	key  string
}{
	{pattern.Late(`^unknown command "(.*?)"`), "usage.command"},
	{pattern.Late(`^unknown flag: (.*)$`), "usage.flag"},
	{pattern.Late(`^unknown shorthand flag: '(.*?)'`), "usage.flag"},
	{pattern.Late(`^flag needs an argument: (?:'.*' in )?(.*)$`), "usage.value"},
	{pattern.Late(`^invalid argument "(.*?)"`), "usage.invalid"},
	{pattern.Late(`^(?:accepts|requires) .*received (\d+)$`), "usage.args"},
	{pattern.Late(`^bad flag syntax: (.*)$`), "usage.flag"},
}

// usageText says what is wrong with the command line, and the name that was probably meant.
func (a *app) usageText(c *cobra.Command, err error) (text, near string) {
	for _, u := range usageErrors {
		if m := u.form().FindStringSubmatch(err.Error()); m != nil {
			return a.p.T(u.key, "x", m[1]), source.Nearest(m[1], names(c))
		}
	}
	return err.Error(), ""
}

// names are the commands and flags that a command knows.
func names(c *cobra.Command) []string {
	var out []string
	for _, sub := range c.Commands() {
		out = append(out, sub.Name())
	}
	c.Flags().VisitAll(func(f *pflag.Flag) { out = append(out, "--"+f.Name) })
	return out
}

// group makes a command that only holds others: alone it shows its help.
func (a *app) group(key string, subs ...*cobra.Command) *cobra.Command {
	c := a.command(key, key+" [{command}]", func(c *cobra.Command, _ []string) error { return c.Help() })
	c.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(args[0])
		}
		return nil
	}
	c.AddCommand(subs...)
	return c
}

// unknownCommand says it as the command library does, so that usageErrors has one wording for both.
func unknownCommand(name string) error { return fmt.Errorf("unknown command %q", name) }

func (a *app) helpCommand() *cobra.Command {
	c := a.command("help", "help [{command}]", func(c *cobra.Command, args []string) error {
		about, rest, err := c.Root().Find(args)
		if err == nil && len(rest) > 0 {
			err = unknownCommand(rest[0])
		}
		if err != nil {
			return err
		}
		return about.Help()
	})
	c.Args = cobra.ArbitraryArgs
	return c
}
