/// Who looks through a widget: by whose word he is known, what the page around him tells, and how he takes his session
/// along into a window of its own.
@NullMarked
package dev.parley.widget.visitor;

import org.jspecify.annotations.NullMarked;
