package desktest

import (
	"io/fs"
	"sync"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
)

// stock is what was loaded in this process, by its folder. Tests read it and change nothing in it.
var stock struct {
	sync.Mutex
	desks map[fs.FS]*Desk
	words map[fs.FS]*i18n.Catalogue
}

// wordsIn are the words of the folder of data.
func wordsIn(tb testing.TB, data fs.FS) *i18n.Catalogue {
	tb.Helper()
	stock.Lock()
	defer stock.Unlock()
	if stock.words == nil {
		stock.words = map[fs.FS]*i18n.Catalogue{}
	}
	if stock.words[data] == nil {
		locales, err := fs.Sub(data, "locales")
		if err != nil {
			tb.Fatal(err)
		}
		var d source.Diagnostics
		stock.words[data] = i18n.LoadCatalogue(locales, &d)
		report(tb, &d)
	}
	return stock.words[data]
}

// Shipped makes a desk with the bank and the offers that the program ships; data is their folder.
func Shipped(tb testing.TB, data fs.FS) *Desk {
	tb.Helper()
	stock.Lock()
	made := stock.desks[data]
	stock.Unlock()
	if made == nil {
		made = shipped(tb, data)
		stock.Lock()
		if stock.desks == nil {
			stock.desks = map[fs.FS]*Desk{}
		}
		stock.desks[data] = made
		stock.Unlock()
	}
	return made.Fresh()
}

func shipped(tb testing.TB, data fs.FS) *Desk {
	tb.Helper()
	files, err := fs.Sub(data, "banks/digitalkompass")
	if err != nil {
		tb.Fatal(err)
	}
	b := Bank(tb, files)
	if files, err = fs.Sub(data, "offers"); err != nil {
		tb.Fatal(err)
	}
	var d source.Diagnostics
	c := offer.Load(files, b, &d)
	report(tb, &d)
	out := New(tb, data, b, c)
	out.Sample = b.Demo()
	return out
}
