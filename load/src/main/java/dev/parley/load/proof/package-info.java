/// How sure: clients that keep a ledger while the server is killed, and the checker that compares the ledgers with
/// the history.
@NullMarked
package dev.parley.load.proof;

import org.jspecify.annotations.NullMarked;
