package colour

// The colours that stay, whatever the accent is.
var (
	White  = Colour{255, 255, 255}
	Ink    = Hex("#1B2228")
	Signal = Hex("#B23A12")
	// Accent is a petrol that a grey printer turns into a clear dark tone.
	Accent = Hex("#0E5A64")
)

// accentContrast is the contrast that white text has at least on an accent.
const accentContrast = 5.5

// Readable is an accent darkened until white text on it is easily read.
func Readable(accent Colour) Colour {
	for accent.Contrast(White) < accentContrast {
		accent = accent.Darker(0.04)
	}
	return accent
}

// SignalBeside is the signal beside an accent. A warm accent would be taken for it: then what blocks is set in ink, and
// mark and word alone say it.
func SignalBeside(accent Colour) Colour {
	if accent.Near(Signal) {
		return Ink
	}
	return Signal
}

// Light is an accent made light until it is easily read on a dark ground.
func Light(accent, ground Colour) Colour {
	const enough, step = 7, 0.96
	for accent.Contrast(ground) < enough {
		accent = accent.Tint(step)
	}
	return accent
}
