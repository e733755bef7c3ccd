/// The start: settings, command line, first administrator, import and demo data.
@NullMarked
package dev.parley.app;

import org.jspecify.annotations.NullMarked;
