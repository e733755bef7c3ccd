/// Sending mail: what is to be sent is committed with what it tells of, and tried until it is.
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
