/// What an administrator sets for the whole desk: the settings there are, what each may hold, and who changed it.
@NullMarked
package dev.parley.access.settings;

import org.jspecify.annotations.NullMarked;
