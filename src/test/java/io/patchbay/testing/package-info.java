/** What many tests share: real things started once, and readers of what they hold. Test scope only. */
package io.patchbay.testing;
