package i18n

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"digitalkompass/questionnaire/source"
)

// Printer writes messages, numbers, money and dates in one language.
type Printer struct {
	cat  *Catalogue
	lang Lang
	num  *message.Printer
}

// Foreign are the phrases of other languages in texts of this one.
func (p *Printer) Foreign() Foreign { return p.cat.foreign[p.lang] }

// Printer makes a printer for a language.
func (c *Catalogue) Printer(l Lang) *Printer {
	tag := language.German
	if l == English {
		tag = language.BritishEnglish
	}
	return &Printer{cat: c, lang: l, num: message.NewPrinter(tag)}
}

// Lang is the printer's language.
func (p *Printer) Lang() Lang { return p.lang }

// Text is a text in the printer's language.
func (p *Printer) Text(t Text) string { return t.In(p.lang) }

// Money is an amount in euro cents, as the value of a placeholder.
type Money int64

// Key names another message as the value of a placeholder.
type Key string

// Has says whether there is a message under a key.
func (p *Printer) Has(key string) bool {
	_, ok := p.cat.of(p.lang)[key]
	return ok
}

// T is the message under a key with its placeholders {name} filled from pairs of name and value. Values may be
// strings, ints, exact numbers, days, Texts, Messages' Keys. The form "one" is taken where the value of {n} is 1.
// A key without a message is written in brackets, so that it shows; a test finds all of them.
func (p *Printer) T(key string, args ...any) string {
	all := p.cat.of(p.lang)
	_, ok := all[key]
	if !ok {
		return "[" + key + "]"
	}
	text := all.other(key)
	if len(args) == 0 {
		return text
	}
	var pairs []string
	for i := 0; i+1 < len(args); i += 2 {
		name := fmt.Sprint(args[i])
		if n, isInt := args[i+1].(int); name == "n" && isInt && n == 1 {
			text = cmp.Or(all.one(key), text)
		}
		pairs = append(pairs, "{"+name+"}", p.value(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Message is a message's text below a prefix, such as "reason.".
func (p *Printer) Message(prefix string, m Message) string { return p.T(prefix+m.Code, m.Args...) }

func (p *Printer) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return p.Int(v)
	case *big.Rat:
		return p.Number(v)
	case source.Day:
		return p.Date(v)
	case Text:
		return p.Text(v)
	case List:
		var parts []string
		for _, t := range v {
			parts = append(parts, p.Text(t))
		}
		return strings.Join(parts, ", ")
	case Key:
		return p.T(string(v))
	case Money:
		return p.Euro(int64(v))
	}
	return fmt.Sprint(v)
}

// Int is a whole number with the language's grouping, from five digits on: years stay whole.
func (p *Printer) Int(n int) string { return p.decimal(n, grouped(float64(n))) }

// grouped says how the digits of a number are grouped.
func grouped(v float64) number.Option {
	if v > -10000 && v < 10000 {
		return number.NoSeparator()
	}
	return nil
}

// decimal writes a number with options; nil ones are left out.
func (p *Printer) decimal(v any, options ...number.Option) string {
	options = slices.DeleteFunc(options, func(o number.Option) bool { return o == nil })
	return strings.ReplaceAll(p.num.Sprint(number.Decimal(v, options...)), "-", "−")
}

// Number is an exact number with as many decimals as it needs, at most two.
func (p *Printer) Number(r *big.Rat) string {
	if r == nil {
		return p.T("word.none")
	}
	return p.upTo(r, 2)
}

// Trimmed is an exact number rounded half up to a number of decimals, without noughts at its end.
func (p *Printer) Trimmed(r *big.Rat, digits int) string {
	f, _ := new(big.Rat).SetString(HalfUp(r, digits))
	return p.upTo(f, digits)
}

func (p *Printer) upTo(r *big.Rat, digits int) string {
	f, _ := r.Float64()
	return p.decimal(f, number.MaxFractionDigits(digits), grouped(f))
}

// Rounded is an exact number rounded half up to a number of decimals, which are always shown.
func (p *Printer) Rounded(r *big.Rat, digits int) string {
	f, _ := new(big.Rat).SetString(HalfUp(r, digits))
	v, _ := f.Float64()
	return p.decimal(v, number.Scale(digits))
}

// Points are points rounded half up to whole ones.
func (p *Printer) Points(r *big.Rat) string { return p.Rounded(r, 0) }

// Euro is an amount of euro cents, in whole euros where it is one: 15.000 € and €15,000.
func (p *Printer) Euro(cents int64) string {
	digits := 0
	if cents%100 != 0 {
		digits = 2
	}
	s := p.Rounded(big.NewRat(cents, 100), digits)
	if p.lang == English {
		return "€" + s
	}
	return s + "\u00a0€"
}

// Percent is a percentage: 50 % and 50%.
func (p *Printer) Percent(r *big.Rat) string { return p.percent(p.Number(r)) }

// PercentTo is a percentage rounded half up to a number of decimals, without noughts at its end.
func (p *Printer) PercentTo(r *big.Rat, digits int) string { return p.percent(p.Trimmed(r, digits)) }

func (p *Printer) percent(number string) string {
	if p.lang == English {
		return number + "%"
	}
	return number + "\u00a0%"
}

// Date is a day: 22.11.2026 and 22 November 2026.
func (p *Printer) Date(d source.Day) string {
	if d.IsZero() {
		return p.T("word.unknown-date")
	}
	if p.lang == English {
		return d.Time().Format("2 January 2006")
	}
	return d.Time().Format("02.01.2006")
}

// HalfUp writes an exact number with a number of decimals and a decimal point, rounded half up (away from zero on
// the positive side, towards it on the negative one).
func HalfUp(r *big.Rat, digits int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)
	n := new(big.Rat).Mul(r, new(big.Rat).SetInt(scale))
	n.Add(n, big.NewRat(1, 2))
	whole := new(big.Int).Div(n.Num(), n.Denom())
	return new(big.Rat).SetFrac(whole, scale).FloatString(digits)
}

// Compare orders two words as the language's dictionaries do.
func (p *Printer) Compare(a, b string) int {
	tag := language.German
	if p.lang == English {
		tag = language.BritishEnglish
	}
	return collate.New(tag, collate.IgnoreCase).CompareString(a, b)
}
