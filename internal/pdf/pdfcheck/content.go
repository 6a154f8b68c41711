package pdfcheck

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// viewer is told what happens while a page is painted.
type viewer interface {
	begin(tag string, mcid int, marked bool) // a marked content
	end()
	paint() // anything but a glyph
	glyph(g shown)
}

// shown is a glyph on a page; its font is nil if none was chosen.
type shown struct {
	font       *font
	code       uint16
	x, y, size float64
	end        float64 // where the next one would stand
}

// run paints a page for a viewer. It knows the operators that Quire writes,
// and takes text to be upright and unscaled.
func run(c *checker, page types.Dict, n int, v viewer) {
	stream, err := c.x.PageContent(page, n)
	if err != nil {
		c.fail("page %d has no content: %v", n, err)
		return
	}
	fonts := c.dict(c.dict(page["Resources"])["Font"])
	p := &player{checker: c, fonts: fonts, viewer: v}
	l := lexer{src: stream}
	for t := l.next(); t.kind != end; t = l.next() {
		if t.kind != operator {
			p.args = append(p.args, t)
			continue
		}
		p.do(t.text)
		p.args = p.args[:0]
	}
}

// player holds the state of text.
type player struct {
	*checker
	viewer
	fonts types.Dict
	args  []token

	font         *font
	size         float64
	lineX, lineY float64
	x            float64
}

func (p *player) number(fromEnd int) float64 {
	if i := len(p.args) - fromEnd; i >= 0 {
		f, _ := strconv.ParseFloat(p.args[i].text, 64)
		return f
	}
	return 0
}

func (p *player) do(op string) {
	switch op {
	case "BDC", "BMC":
		p.marked()
	case "EMC":
		p.end()
	case "BT":
		p.lineX, p.lineY = 0, 0
	case "Td":
		p.lineX, p.lineY = p.lineX+p.number(2), p.lineY+p.number(1)
		p.x = p.lineX
	case "Tf":
		if len(p.args) == 2 {
			p.font = p.load(p.fonts[p.args[0].text])
			p.size = p.number(1)
		}
	case "Tj", "TJ":
		for _, a := range p.args {
			switch a.kind {
			case text:
				p.show(a.text)
			case operand:
				p.x -= p.adjustment(a) * p.size / 1000
			}
		}
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "'", "\"":
		p.paint()
	}
}

func (p *player) adjustment(a token) float64 {
	f, _ := strconv.ParseFloat(a.text, 64)
	return f
}

func (p *player) show(codes string) {
	for i := 0; i+1 < len(codes); i += 2 {
		code := uint16(codes[i])<<8 | uint16(codes[i+1])
		g := shown{font: p.font, code: code, x: p.x, y: p.lineY, size: p.size, end: p.x}
		if p.font != nil {
			g.end += p.font.widths[code] * p.size / 1000
		}
		p.glyph(g)
		p.x = g.end
	}
}

func (p *player) marked() {
	if len(p.args) == 0 {
		return
	}
	mcid, found := 0, false
	for i, a := range p.args {
		if a.text == "MCID" && i+1 < len(p.args) {
			n, err := strconv.Atoi(p.args[i+1].text)
			mcid, found = n, err == nil
		}
	}
	p.begin(p.args[0].text, mcid, found)
}

type kind byte

const (
	end kind = iota
	operator
	operand // a number or a bracket
	nameToken
	text
)

type token struct {
	kind kind
	text string // of a name without its slash, of a string its bytes
}

// lexer reads a content stream's tokens.
type lexer struct {
	src []byte
	at  int
}

const delimiters = "()<>[]{}/%"

func (l *lexer) next() token {
	for l.at < len(l.src) && strings.IndexByte(" \n\r\t\f\x00", l.src[l.at]) >= 0 {
		l.at++
	}
	if l.at == len(l.src) {
		return token{}
	}
	start := l.at
	switch b := l.src[l.at]; {
	case b == '(':
		return token{text, l.literal()}
	case b == '<' && l.at+1 < len(l.src) && l.src[l.at+1] == '<':
		l.at += 2
		return token{operand, "<<"}
	case b == '<':
		n := bytes.IndexByte(l.src[l.at:], '>')
		if n < 0 {
			n = len(l.src) - l.at - 1
		}
		l.at += n + 1
		raw, _ := hex.DecodeString(string(l.src[start+1 : start+n]))
		return token{text, string(raw)}
	case b == '/':
		l.at++
		return token{nameToken, l.word()}
	case strings.IndexByte(delimiters, b) >= 0:
		l.at++
		return token{operand, string(b)}
	case b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.':
		return token{operand, l.word()}
	}
	return token{operator, l.word()}
}

func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.src) && l.src[l.at] > ' ' && strings.IndexByte(delimiters, l.src[l.at]) < 0 {
		l.at++
	}
	return string(l.src[start:l.at])
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2), of whose
// escapes Quire's contents have only some.
func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for ; l.at < len(l.src); l.at++ {
		b := l.src[l.at]
		switch b {
		case '\\':
			if l.at++; l.at == len(l.src) {
				return string(out)
			}
			b = l.src[l.at]
			if i := strings.IndexByte("nrtbf", b); i >= 0 {
				b = "\n\r\t\b\f"[i]
			}
		case '\r': // or an end of line in the file
			b = '\n'
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return string(out)
			}
		}
		out = append(out, b)
	}
	return string(out)
}
