/// Ways to an account without being signed in: making one, and choosing a new password. Whether there is an account
/// for an email is told to its mailbox only.
@NullMarked
package dev.parley.access.account;

import org.jspecify.annotations.NullMarked;
