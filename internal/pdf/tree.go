package pdf

// branches is the number of kids of a node, in all trees.
const branches = 32

// pageTree writes the tree of pages from its leaves up. Nodes have their number
// before they have their kids, since each kid names its parent.
type pageTree struct {
	file   *file
	levels []pageNode // the open node of each level, the lowest first
}

type pageNode struct {
	id    int
	kids  []int
	count int // pages below
}

// add enters a page and gives the number of its parent.
func (t *pageTree) add(page int) (parent int) { return t.addAt(0, page, 1) }

func (t *pageTree) addAt(level, kid, count int) (parent int) {
	if level == len(t.levels) {
		t.levels = append(t.levels, pageNode{})
	}
	if n := &t.levels[level]; len(n.kids) == branches {
		t.write(level, t.addAt(level+1, n.id, n.count))
	}
	n := &t.levels[level]
	if len(n.kids) == 0 {
		n.id = t.file.reserve(1)
	}
	n.kids = append(n.kids, kid)
	n.count += count
	return n.id
}

// write writes the open node of a level and clears it. The root has no parent.
func (t *pageTree) write(level, parent int) {
	n := &t.levels[level]
	b := []byte("<</Type/Pages")
	if parent != 0 {
		b = appendRef(append(b, "/Parent "...), parent)
	}
	b = appendInt(append(b, "/Count "...), n.count)
	b = append(b, "/Kids["...)
	for _, k := range n.kids {
		b = append(appendRef(b, k), ' ')
	}
	b[len(b)-1] = ']'
	t.file.put(n.id, append(b, ">>"...))
	*n = pageNode{kids: n.kids[:0]}
}

// finish writes the open nodes and gives the root's number.
func (t *pageTree) finish() int {
	for level := 0; ; level++ {
		n := t.levels[level]
		if level == len(t.levels)-1 {
			t.write(level, 0)
			return n.id
		}
		t.write(level, t.addAt(level+1, n.id, n.count))
	}
}

// numberTree writes a number tree; keys must come in ascending order.
type numberTree struct {
	file   *file
	levels []numberNode
}

type numberNode struct {
	entries  []byte // of Nums or Kids
	n        int
	min, max int
}

// add enters a key with its value, an object in PDF's syntax.
func (t *numberTree) add(key int, value []byte) {
	entry := append(appendInt(nil, key), ' ')
	t.addAt(0, key, key, append(entry, value...))
}

func (t *numberTree) addAt(level, min, max int, entry []byte) {
	if level == len(t.levels) {
		t.levels = append(t.levels, numberNode{})
	}
	if t.levels[level].n == branches {
		t.lift(level)
	}
	n := &t.levels[level]
	if n.n == 0 {
		n.min = min
	}
	n.max = max
	n.n++
	n.entries = append(append(n.entries, entry...), ' ')
}

// lift writes the open node of a level and enters it in the one above.
func (t *numberTree) lift(level int) {
	n := t.levels[level]
	t.addAt(level+1, n.min, n.max, appendRef(nil, t.write(level, true)))
}

func (t *numberTree) write(level int, limits bool) int {
	n, b := &t.levels[level], []byte("<</Kids[")
	if level == 0 {
		b = []byte("<</Nums[")
	}
	b = append(b, n.entries...)
	b = append(b, ']')
	if limits {
		b = appendInt(append(b, "/Limits["...), n.min)
		b = append(appendInt(append(b, ' '), n.max), ']')
	}
	id := t.file.reserve(1)
	t.file.put(id, append(b, ">>"...))
	*n = numberNode{entries: n.entries[:0]}
	return id
}

// finish writes the open nodes and gives the root's number.
func (t *numberTree) finish() int {
	if len(t.levels) == 0 {
		t.levels = append(t.levels, numberNode{})
	}
	for level := 0; level < len(t.levels)-1; level++ {
		t.lift(level)
	}
	return t.write(len(t.levels)-1, false)
}
