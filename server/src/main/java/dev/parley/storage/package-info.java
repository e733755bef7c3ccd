/// Where things are kept: the database, its transactions, its migrations, the embedded PostgreSQL, and notices after
/// commit.
@NullMarked
package dev.parley.storage;

import org.jspecify.annotations.NullMarked;
