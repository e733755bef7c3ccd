/// A chat as a document: what one caller may see of it, drawn as plain text or JSON.
@NullMarked
package dev.parley.transcript;

import org.jspecify.annotations.NullMarked;
