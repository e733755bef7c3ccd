package dev.parley.app;

/// What an import did: how many were added, and how many were known and left as they are.
record Imported(Count groups, Count channels, Count agents, Count customers, Count customerUsers) {
    record Count(int added, int kept) {
        static Count of(int asked, int added) {
            return new Count(added, asked - added);
        }
    }
}
