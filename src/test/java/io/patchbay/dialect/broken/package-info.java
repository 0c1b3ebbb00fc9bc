/** A dialect with mistakes, to show that the contract of doors finds them. */
package io.patchbay.dialect.broken;
