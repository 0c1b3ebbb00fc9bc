/** What every door keeps to, whatever its dialect. */
package io.patchbay.contract;
