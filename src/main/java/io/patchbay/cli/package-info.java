/** The commands of {@code patchbay.jar} beside the gateway itself. They start nothing and change nothing. */
package io.patchbay.cli;
