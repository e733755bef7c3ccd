/// Northwind Outdoor's shop: other people's pages, to try the widget on.
@NullMarked
package dev.parley.app.demo;

import org.jspecify.annotations.NullMarked;
