/** The route files as text: how they have to be written, and what is wrong with one that is not. Knows no bean and starts no Camel. */
package io.patchbay.routes;
