/// Widgets: how the chat window behaves on which pages, and when the desk behind it is open.
@NullMarked
package dev.parley.widget;

import org.jspecify.annotations.NullMarked;
