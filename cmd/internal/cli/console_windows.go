package cli

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	kernel             = windows.NewLazySystemDLL("kernel32.dll")
	consoleProcesses   = kernel.NewProc("GetConsoleProcessList")
	currentConsoleFont = kernel.NewProc("GetCurrentConsoleFontEx")
)

// console asks the system. What it does not say is taken for good.
func console() Console {
	c := anyTerminal
	out := windows.Handle(os.Stdout.Fd())
	var mode uint32
	if windows.GetConsoleMode(out, &mode) != nil {
		return c // no console
	}
	if mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING == 0 {
		c.Sequences = windows.SetConsoleMode(out, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
		_ = windows.SetConsoleMode(out, mode)
	}
	if page, err := windows.GetConsoleOutputCP(); err == nil {
		c.CodePage = page
	}
	c.Bitmap = bitmap(out)
	var ids [2]uint32
	n, _, _ := consoleProcesses.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	c.Own = n == 1
	return c
}

// fontInfo is the system's CONSOLE_FONT_INFOEX.
type fontInfo struct {
	size   uint32
	number uint32
	cell   [2]int16
	family uint32
	weight uint32
	face   [32]uint16
}

// vectorFont are the bits of a font's family that tell an outline or device font: TMPF_VECTOR, TMPF_TRUETYPE, TMPF_DEVICE.
const vectorFont = 0x2 | 0x4 | 0x8

func bitmap(out windows.Handle) bool {
	f := fontInfo{}
	f.size = uint32(unsafe.Sizeof(f))
	ok, _, _ := currentConsoleFont.Call(uintptr(out), 0, uintptr(unsafe.Pointer(&f)))
	return ok != 0 && f.face[0] != 0 && f.family&vectorFont == 0
}
