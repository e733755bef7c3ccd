/// Reaching somebody who is not looking: requests that nobody has seen, mail and web push.
@NullMarked
package dev.parley.notification;

import org.jspecify.annotations.NullMarked;
