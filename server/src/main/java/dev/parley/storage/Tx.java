package dev.parley.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// One running transaction. Owned by the thread that runs it.
public final class Tx {
    private final Handle handle;
    private final List<Notice> notices = new ArrayList<>();

    Tx(Handle handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle;
    }

    /// Tells `notice` once this transaction has been committed.
    public void tellAfterCommit(Notice notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    List<Notice> notices() {
        return notices;
    }
}
