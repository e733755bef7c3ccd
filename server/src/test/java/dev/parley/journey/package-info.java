/// Stories of people who use the built product in real browsers, two and three of them at once. They need Chromium;
/// see `./test`.
@NullMarked
package dev.parley.journey;

import org.jspecify.annotations.NullMarked;
