/// What every HTTP answer has in common: limits, error bodies, security headers, static pages.
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
