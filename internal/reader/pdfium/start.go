package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A mode is how the engine runs.
type mode int

const (
	interpreted mode = iota
	compiled         // where the machine allows it
)

// with starts an engine, opens a file with it and hands it to use. Whatever
// goes wrong in the engine, a panic too, is an error.
func with(m mode, cache string, raw []byte, use func(*reading) (*File, error)) (f *File, err error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			f, err = nil, ErrDamaged
		}
		if err != nil && ctx.Err() != nil {
			f, err = nil, ErrTooSlow
		}
	}()
	config, kept, err := settings(m, cache)
	if err != nil {
		return nil, err
	}
	if kept != nil {
		defer kept.Close(context.Background())
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)),
		MaxIdle:       1,
		MaxTotal:      1,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no file system
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("can't be read: the PDF engine doesn't start: %w", err)
	}
	defer pool.Close()
	in, err := pool.GetInstance(maxTime)
	if err != nil {
		return nil, fmt.Errorf("can't be read: the PDF engine doesn't start: %w", err)
	}
	defer in.Close()
	timer := time.AfterFunc(maxTime, cancel)
	defer timer.Stop()
	r, err := open(in, raw)
	if err != nil {
		return nil, err
	}
	f, err = use(r)
	if err != nil && !errors.Is(err, ErrNoText) && !errors.Is(err, ErrTooMuch) {
		err = ErrDamaged
	}
	return f, err
}

// settings configure the runtime; kept is the cache to close after it.
func settings(m mode, cache string) (config wazero.RuntimeConfig, kept wazero.CompilationCache, err error) {
	config = wazero.NewRuntimeConfigInterpreter()
	if m == compiled {
		config = wazero.NewRuntimeConfig()
		if cache != "" {
			if kept, err = wazero.NewCompilationCacheWithDir(cache); err != nil {
				return nil, nil, fmt.Errorf("can't be read: the folder %s: %w", cache, err)
			}
			config = config.WithCompilationCache(kept)
		}
	}
	const page = 64 << 10
	return config.
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory / page).
		WithCloseOnContextDone(true), kept, nil
}
