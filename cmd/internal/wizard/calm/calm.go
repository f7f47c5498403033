// Package calm keeps the terminal from being asked for its background colour. The libraries of the wizard ask in
// their own init and wait seconds for terminals that stay silent. Packages without dependencies between them are
// initialised in the order of their import paths, and this one's comes first: its answer is there before the question.
package calm

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
