package dev.parley.storage.postgres;

/// What PostgreSQL said last before it gave up, sorted by what helps.
record Complaint(Kind kind, String text) {
    enum Kind {
        PORT_TAKEN,
        STILL_RUNNING,
        DISK_FULL,
        OTHER
    }

    private static final int TAIL = 2_000;

    static Complaint in(String log) {
        String tail = log.substring(Math.max(0, log.length() - TAIL)).strip();
        if (tail.contains("Address already in use") || tail.contains("could not create any TCP/IP sockets")) {
            return new Complaint(Kind.PORT_TAKEN, tail);
        }
        if (tail.contains("is still in use") || tail.contains("already exists") || tail.contains("is starting up")) {
            return new Complaint(Kind.STILL_RUNNING, tail);
        }
        if (tail.contains("No space left on device")) {
            return new Complaint(Kind.DISK_FULL, "the disk is full: " + tail);
        }
        return new Complaint(Kind.OTHER, tail);
    }
}
