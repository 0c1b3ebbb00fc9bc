/** The Camel data format of the route of commands. The only place of the door that knows Camel. */
package io.patchbay.commands.format;
