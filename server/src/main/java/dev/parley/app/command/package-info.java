/// What commands do that work on the database while no server runs.
@NullMarked
package dev.parley.app.command;

import org.jspecify.annotations.NullMarked;
