/// The desk under load: its process, its REST interface, the people who are imported and signed in.
@NullMarked
package dev.parley.load.desk;

import org.jspecify.annotations.NullMarked;
