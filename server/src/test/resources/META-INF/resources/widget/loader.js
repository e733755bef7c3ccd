// The loader, for tests.
