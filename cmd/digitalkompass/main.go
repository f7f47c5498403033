// Digitalkompass asks a company where it stands with digitalisation, and says which step and which help come next.
package main

import (
	"os"

	"digitalkompass/cmd/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], cli.System())) }
