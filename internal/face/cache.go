package face

import "strings"

// A generation of shaped words holds at most maxGlyphs glyphs (56 bytes each),
// and no text longer than maxCached bytes is kept at all.
const (
	maxGlyphs = 1 << 15
	maxCached = 1 << 10
)

// cache keeps what was shaped lately, in two generations: when the recent one
// is full it becomes the older one, and what is asked for again comes back.
// It never holds more than two generations.
type cache struct {
	recent, older map[string][]Glyph
	glyphs        int // in recent
}

func (c *cache) get(text string) ([]Glyph, bool) {
	if g, ok := c.recent[text]; ok {
		return g, true
	}
	g, ok := c.older[text]
	if ok {
		c.put(text, g)
	}
	return g, ok
}

func (c *cache) put(text string, g []Glyph) {
	if len(text) > maxCached {
		return
	}
	if c.recent == nil || c.glyphs+len(g)+1 > maxGlyphs {
		c.older, c.recent, c.glyphs = c.recent, make(map[string][]Glyph, len(c.recent)/2), 0
	}
	c.recent[strings.Clone(text)] = g
	c.glyphs += len(g) + 1
}
