package pdf

import (
	"fmt"
	"io"
	"slices"
	"testing"

	"quire/internal/face"
)

// BenchmarkFirstFile is a program that makes one file: all faces are new.
func BenchmarkFirstFile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sampleFileWith(b, face.NewSet(), "")
	}
}

// BenchmarkCopies tells what a file of so many copies costs; take 1 from the
// others to see what a further copy does.
func BenchmarkCopies(b *testing.B) {
	faces := face.NewSet()
	pages := sample(faces)
	for _, copies := range []int{1, 2, 32, 1000} {
		b.Run(fmt.Sprint(copies), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := NewWriter(io.Discard, sampleMeta, faces)
				for i := range copies {
					c := Copy{Pages: pages, Name: fmt.Sprintf("Student %d", i), Slots: map[string]string{"name": fmt.Sprintf("Student %d", i)}}
					if err := w.Add(c); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEmbed(b *testing.B) {
	faces := face.NewSet()
	codes := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789 .,;:“”‘’")
	slices.Sort(codes)
	b.ReportAllocs()
	for b.Loop() {
		program, err := faces.Merge(&[face.Count][]rune{face.Serif: codes, face.SerifItalic: codes, face.SansBold: codes})
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := cut(program, 3*len(codes)); err != nil {
			b.Fatal(err)
		}
	}
}
