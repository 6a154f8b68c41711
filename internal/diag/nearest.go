package diag

import "strings"

// Nearest gives the candidate closest to a word by edit distance, or "" when
// none is close enough to be meant. Case does not count; of candidates equally
// close the first wins. A word may be one edit off if it has three or four
// letters, two up to eight, three beyond.
func Nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	if len(w) > 64 {
		return ""
	}
	best, least := "", cutoff(len(w))+1
	for _, c := range candidates {
		if d := Distance(w, []rune(strings.ToLower(c)), least); d < least {
			best, least = c, d
		}
	}
	return best
}

func cutoff(letters int) int {
	switch {
	case letters <= 2:
		return 0
	case letters <= 4:
		return 1
	case letters <= 8:
		return 2
	}
	return 3
}

// Distance counts the insertions, deletions, replacements and swaps of
// neighbours that lead from a to b (optimal string alignment, the restricted
// form of Damerau 1964). At limit or more it may give limit.
func Distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
