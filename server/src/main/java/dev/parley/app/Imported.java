package dev.parley.app;

/// What an import did: how many were added, and how many were known and left as they are.
record Imported(Count groups, Count channels, Count cannedReplies, Count agents, Count customers, Count customerUsers) {
    record Count(int added, int kept) {
        static Count of(int asked, int added) {
            return new Count(added, asked - added);
        }

        @Override
        public String toString() {
            return added + " added, " + kept + " kept";
        }
    }

    /// The same in words.
    String summary() {
        return "groups: " + groups + "; channels: " + channels + "; canned replies: " + cannedReplies + "; agents: "
                + agents + "; customers: " + customers + "; customer users: " + customerUsers;
    }
}
